"""layering.py ROOT: who may include whom, after "Three libraries, one direction" of the design.

renderer/ and bom/ stand alone; inside configurator/ a folder includes only folders to its left in
catalog, rules, design, pack, session, app | cli. A third-party library is included from one place (a file
with its header, or one folder) in each library of ours. Includes written in the file count, not what they
pull in; a folder or a third-party header that the tables below do not know is a violation.
"""

import posixpath
import re

import tree

CHAIN = ("catalog", "rules", "design", "pack", "session", "app", "cli")
FRONTS = ("app", "cli")

# What of bom is a plain value that configurator/catalog/ and configurator/pack/ may speak of.
VALUE_HEADERS = {f"bom/{name}.h" for name in
                 ("item", "price_book", "money", "quantity", "ratio", "number_text",
                  "prices/table")}

# Third-party library: how its headers are written, and where alone they may be included
# (None: anywhere, but in one place for each library of ours; "free": no such rule).
THIRD_PARTY = {
    "Dear ImGui": (r"imgui|backends/imgui_|misc/cpp/imgui_", r"configurator/app/"),
    "GLFW": (r"GLFW/", r"configurator/app/"),
    "OpenGL": (r"glad/|GL/|GLES\d?/|EGL/|KHR/", r"renderer/gl/"),
    "Assimp": (r"assimp/", r"renderer/"),
    "meshoptimizer": (r"meshoptimizer\.h$", r"renderer/"),
    "tinyxml2": (r"tinyxml2\.h$", r"bom/(xml|tech_pack)[a-z_]*\.(h|cpp)$|configurator/catalog/xml\.(h|cpp)$"),
    "CLI11": (r"CLI/", r"configurator/cli/"),
    "nlohmann json": (r"nlohmann/", None),
    "librsvg": (r"librsvg/", r"renderer/load_picture\.cpp$"),
    "libpng": (r"png\.h$", r"renderer/"),
    "libmd": (r"sha\d|md[45]\.h$|rmd160", None),
    "Clipper": (r"polyclipping/|clipper\.hpp$", None),
    "FreeType": (r"ft2build\.h$|freetype/", None),
    "libwebp": (r"webp/", r"renderer/"),
    "tinygltf": (r"tiny_gltf", None),
    "tl expected": (r"tl/", r"(renderer|bom|configurator/catalog)/result\.h$"),
    "glm": (r"glm/", r"renderer/|configurator/"),
    "cairo": (r"cairo|pango", None),
    "CaDiCaL": (r"cadical", None),
    "libxlsxwriter": (r"xlsxwriter", None),
    "zlib": (r"zlib\.h$", None),
    "minizip": (r"minizip/", r"bom/prices/zip_archive\.cpp$"),
    "qrencode": (r"qrencode\.h$", None),
}
WITHOUT_ONE_PLACE = ("glm", "tl expected")

STANDARD = set("""
algorithm any array atomic barrier bit bitset charconv chrono codecvt compare complex concepts
condition_variable coroutine deque exception execution filesystem format forward_list fstream functional
future initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory
memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex
scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept stop_token
streambuf string string_view strstream syncstream system_error thread tuple type_traits typeindex typeinfo
unordered_map unordered_set utility valarray variant vector version cassert cctype cerrno cfenv cfloat
cinttypes climits clocale cmath csetjmp csignal cstdarg cstddef cstdint cstdio cstdlib cstring ctime
cuchar cwchar cwctype""".split())
SYSTEM = re.compile(r"(assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|poll|pthread|sched|signal|"
                    r"spawn|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|strings|time|unistd|dirent|"
                    r"dlfcn|langinfo|fenv|getopt|termios)\.h$|sys/|linux/|sanitizer/")


def project_path(root, name, path, quoted):
    """(path from the top folder, whether it was written so) of an include, or None: not of ours."""
    if path.split("/")[0] in tree.LIBRARIES:
        return posixpath.normpath(path), posixpath.normpath(path) == path
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    if quoted and (path.startswith(".") or (root / beside).is_file()):
        return beside, False
    return None


def layer(path):
    """("configurator", "pack") of configurator/pack/x.h; ("bom", "") of bom/x.h; of main.cpp its name."""
    parts = path.split("/")
    return parts[0], parts[1] if parts[0] == "configurator" and len(parts) > 1 else ""


def check_place(name):
    top, folder = layer(name)
    if top != "configurator" or folder in CHAIN or name == "configurator/main.cpp":
        return None
    return "is in no layer: configurator/ holds main.cpp and " + ", ".join(CHAIN)


def check_to_library(name, folder, path):
    """May the file of configurator/`folder` include bom's or the renderer's `path`?"""
    other = path.split("/")[0]
    stem = posixpath.basename(name).split(".")[0]
    if folder in ("rules", "design"):
        return f"{folder}/ includes neither bom nor renderer"
    if folder == "catalog" and path not in VALUE_HEADERS:
        return "catalog/ may include of bom only " + ", ".join(sorted(VALUE_HEADERS))
    if folder == "pack" and other == "renderer" and not re.match(r"pack_scene(_|$)", stem):
        return "in pack/ only pack_scene.* includes renderer/"
    if folder == "pack" and other == "bom" and path not in VALUE_HEADERS and not re.match(r"pack_product(_|$)", stem):
        return "in pack/ only pack_product.* includes bom/, others its values alone"
    return None


def check_project_include(name, path):
    """Why the file `name` may not include the file `path` of ours, or None."""
    top, folder = layer(name)
    to_top, to_folder = layer(path)
    if to_top not in tree.LIBRARIES:
        return "leaves the three libraries"
    if top != "configurator":
        return None if to_top == top else f"{top}/ includes nothing of {to_top}/"
    if to_top != "configurator":
        return check_to_library(name, folder, path)
    if name == "configurator/main.cpp" or folder not in CHAIN:
        return None
    if to_folder not in CHAIN:
        return f"{to_folder} is no layer of configurator/"
    if folder != to_folder and folder in FRONTS and to_folder in FRONTS:
        return "app/ and cli/ do not know each other"
    if CHAIN.index(to_folder) > CHAIN.index(folder):
        return f"{to_folder}/ is to the right of {folder}/ in " + ", ".join(CHAIN)
    return None


def third_party(path):
    """The library that a header belongs to; "" for the language and the system; None when unknown."""
    if path in STANDARD or SYSTEM.match(path):
        return ""
    for library, (headers, _) in THIRD_PARTY.items():
        if re.match(headers, path):
            return library
    return None


def check_places(uses):
    """uses: library, top folder -> {file: line}. Each must come from one file (with its header) or one folder."""
    violations = []
    for (library, top), files in sorted(uses.items()):
        stems = {name.rsplit(".", 1)[0] for name in files}
        folders = {posixpath.dirname(name) for name in files}
        if len(stems) > 1 and (len(folders) > 1 or folders == {top}):
            for name, line in sorted(files.items()):
                violations.append(f"{name}:{line}: {library} is included from one place of {top}/, not from "
                                  f"{len(files)} files")
    return violations


def check_third_party(name, line, path, uses):
    library = third_party(path)
    if library == "":
        return []
    if library is None:
        return [f"{name}:{line}: {path} is of no library that tests/structure/layering.py knows"]
    place = THIRD_PARTY[library][1]
    if place and not re.match(place, name):
        return [f"{name}:{line}: {library} is not included here, only in {place}"]
    if library not in WITHOUT_ONE_PLACE:
        uses.setdefault((library, layer(name)[0]), {}).setdefault(name, line)
    return []


def check_file(root, name, uses):
    violations = []
    misplaced = check_place(name)
    if misplaced:
        violations.append(f"{name}:1: {misplaced}")
    for line, path, quoted in tree.included(tree.text_of(root, name)):
        if path is None:
            violations.append(f"{name}:{line}: an include through a macro hides what is included")
            continue
        ours = project_path(root, name, path, quoted)
        if ours is None:
            violations += check_third_party(name, line, path, uses)
            continue
        target, as_written = ours
        if not as_written:
            violations.append(f'{name}:{line}: write the layer: #include "{target}"')
        why = check_project_include(name, target)
        if why:
            violations.append(f"{name}:{line}: {target}: {why}")
    return violations


def check_tests(root):
    """The tests of bom and of the renderer know their library alone."""
    violations = []
    for name in tree.sources(root, ("tests",)):
        own = name.split("/")[1]
        for line, path, _ in tree.included(tree.text_of(root, name)):
            top = (path or "").split("/")[0]
            if own in ("bom", "renderer") and top in tree.LIBRARIES and top != own:
                violations.append(f"{name}:{line}: the tests of {own}/ know {own}/ alone, not {path}")
    return violations


def check(root):
    uses = {}
    violations = [violation for name in tree.sources(root) for violation in check_file(root, name, uses)]
    return violations + check_places(uses) + check_tests(root)


if __name__ == "__main__":
    raise SystemExit(tree.report("layering", check(tree.root_argument())))
