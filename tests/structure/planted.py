"""planted.py SUBJECT: plants violations in small trees and sees that each check catches them, and only them."""

import shutil
import subprocess
import tempfile
import textwrap
import unittest
from pathlib import Path

import format as format_check
import headers
import layering
import sizes
import standalone
import tidy
import top_level
import words

ROOT = Path(__file__).resolve().parents[2]


class Tree(unittest.TestCase):
    """A folder of files written by the test."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))

    def assert_caught(self, violations, place, *wanted):
        hits = [line for line in violations if line.startswith(place)]
        self.assertTrue(hits, f"nothing said of {place}: {violations}")
        for want in wanted:
            self.assertTrue(any(want in hit for hit in hits), f"{want!r} is not in {hits}")


class TopLevel(Tree):
    def setUp(self):
        super().setUp()
        for name in top_level.AGREED:
            self.write(name if "." in name else f"{name}/file", "x")
        self.write(".clang-format", "x")
        self.write("build-mine/CMakeCache.txt", "x")
        self.write("out/hydration.ruck", "x")

    def git(self, *arguments):
        subprocess.run(["git", "-C", self.root, "-c", "user.name=n", "-c", "user.email=e", *arguments], check=True,
                       capture_output=True)

    def test_agreed_tree_is_clean(self):
        self.assertEqual(top_level.check(self.root), [])

    def test_stray_and_missing_entries_are_named(self):
        self.write("docs/plan.md", "x")
        (self.root / "README.md").unlink()
        self.assertEqual(top_level.check(self.root),
                         ["docs: does not belong at the top", "README.md: is missing at the top"])

    @unittest.skipUnless(shutil.which("git"), "no git")
    def test_with_git_only_what_is_tracked_counts(self):
        self.git("init")
        self.write(".gitignore", "build*/\nout/\n")
        self.git("add", ".")
        self.write("untracked.txt", "x")
        self.assertEqual(top_level.check(self.root), [])
        self.git("add", "untracked.txt")
        self.assertEqual(top_level.check(self.root), ["untracked.txt: does not belong at the top"])


# file, its one include, a word of the complaint; every rule of the layer text once or more.
FORBIDDEN_INCLUDES = [
    ("renderer/a.cpp", '"bom/money.h"', "nothing of bom"),
    ("renderer/a.cpp", '"configurator/pack/pack.h"', "nothing of configurator"),
    ("renderer/a.cpp", "<bom/money.h>", "nothing of bom"),
    ("renderer/gl/a.h", '"../../bom/money.h"', "nothing of bom"),
    ("bom/a.h", '"renderer/scene.h"', "nothing of renderer"),
    ("bom/a.cpp", '"configurator/catalog/catalog.h"', "nothing of configurator"),
    ("bom/a.cpp", '"money.h"', "write the layer"),
    ("configurator/catalog/a.cpp", '"configurator/rules/r.h"', "to the right of catalog"),
    ("configurator/rules/a.cpp", '"configurator/design/d.h"', "to the right of rules"),
    ("configurator/design/a.cpp", '"configurator/pack/p.h"', "to the right of design"),
    ("configurator/pack/a.cpp", '"configurator/session/s.h"', "to the right of pack"),
    ("configurator/session/a.cpp", '"configurator/app/a.h"', "to the right of session"),
    ("configurator/session/a.cpp", '"configurator/cli/a.h"', "to the right of session"),
    ("configurator/app/a.cpp", '"configurator/cli/c.h"', "do not know each other"),
    ("configurator/cli/a.cpp", '"configurator/app/c.h"', "do not know each other"),
    ("configurator/start.cpp", '"configurator/cli/c.h"', "is in no layer"),
    ("configurator/shared/a.cpp", "<vector>", "is in no layer"),
    ("configurator/cli/a.cpp", '"configurator/shared/c.h"', "no layer"),
    ("configurator/rules/a.cpp", '"bom/money.h"', "neither bom nor renderer"),
    ("configurator/rules/a.cpp", '"renderer/scene.h"', "neither bom nor renderer"),
    ("configurator/design/a.cpp", '"bom/item.h"', "neither bom nor renderer"),
    ("configurator/design/a.cpp", '"renderer/scene.h"', "neither bom nor renderer"),
    ("configurator/catalog/a.cpp", '"bom/bill.h"', "catalog/ may include of bom only"),
    ("configurator/catalog/a.cpp", '"renderer/scene.h"', "catalog/ may include of bom only"),
    ("configurator/pack/build_pack.cpp", '"renderer/scene.h"', "only pack_scene.*"),
    ("configurator/pack/pack_product.cpp", '"renderer/scene.h"', "only pack_scene.*"),
    ("configurator/pack/build_pack.cpp", '"bom/bill.h"', "only pack_product.*"),
    ("configurator/pack/pack_scene.cpp", '"bom/product.h"', "only pack_product.*"),
    ("configurator/pack/pack_scenery.cpp", '"renderer/scene.h"', "only pack_scene.*"),
    ("configurator/session/a.cpp", "<imgui.h>", "Dear ImGui"),
    ("configurator/session/a.cpp", "<backends/imgui_impl_glfw.h>", "Dear ImGui"),
    ("renderer/a.cpp", "<GLFW/glfw3.h>", "GLFW"),
    ("renderer/a.cpp", "<glad/gl.h>", "OpenGL"),
    ("configurator/app/a.cpp", "<EGL/egl.h>", "OpenGL"),
    ("configurator/pack/a.cpp", "<assimp/scene.h>", "Assimp"),
    ("bom/bill.cpp", "<tinyxml2.h>", "tinyxml2"),
    ("configurator/design/design_file.cpp", "<tinyxml2.h>", "tinyxml2"),
    ("configurator/session/a.cpp", "<CLI/CLI.hpp>", "CLI11"),
    ("bom/a.cpp", "<glm/vec3.hpp>", "glm"),
    ("bom/bill.h", "<tl/expected.hpp>", "tl expected"),
    ("bom/a.cpp", "<boost/any.hpp>", "of no library"),
    ("bom/a.cpp", "HEADER_NAME", "macro"),
    ("tests/bom/a_test.cpp", '"renderer/scene.h"', "know bom/ alone"),
    ("tests/renderer/a_test.cpp", '"configurator/pack/pack.h"', "know renderer/ alone"),
]

ALLOWED_INCLUDES = [
    ("renderer/a.cpp", '"renderer/scene.h"'),
    ("renderer/gl/a.cpp", "<glad/gl.h>"),
    ("renderer/load_model.cpp", "<assimp/scene.h>"),
    ("bom/a.cpp", '"bom/money.h"'),
    ("bom/xml.cpp", "<tinyxml2.h>"),
    ("bom/result.h", "<tl/expected.hpp>"),
    ("bom/a.cpp", "<sys/stat.h>"),
    ("configurator/catalog/a.cpp", '"bom/price_book.h"'),
    ("configurator/catalog/xml.cpp", "<tinyxml2.h>"),
    ("configurator/rules/a.cpp", '"configurator/catalog/c.h"'),
    ("configurator/pack/pack_scene.cpp", '"renderer/scene.h"'),
    ("configurator/pack/pack_scene_fittings.cpp", '"renderer/scene.h"'),
    ("configurator/pack/pack_product.cpp", '"bom/product.h"'),
    ("configurator/pack/build_pack.cpp", '"bom/quantity.h"'),
    ("configurator/session/a.cpp", '"renderer/draw.h"'),
    ("configurator/app/a.cpp", '"configurator/session/s.h"'),
    ("configurator/app/a.cpp", "<backends/imgui_impl_opengl3.h>"),
    ("configurator/cli/a.cpp", "<CLI/CLI.hpp>"),
    ("configurator/main.cpp", '"configurator/app/a.h"'),
    ("configurator/main.cpp", '"configurator/cli/c.h"'),
]


class Layering(Tree):
    def test_every_forbidden_include_is_caught(self):
        for name, include, complaint in FORBIDDEN_INCLUDES:
            with self.subTest(file=name, include=include):
                self.write(name, f"// A file.\n#include <string>\n#  include {include}\n")
                line = 1 if complaint == "is in no layer" else 3
                self.write("bom/money.h", "")
                self.assert_caught(layering.check(self.root), f"{name}:{line}: ", complaint)
                (self.root / name).unlink()

    def test_every_allowed_include_passes(self):
        for name, include in ALLOWED_INCLUDES:
            with self.subTest(file=name, include=include):
                self.write(name, f"#include {include}\n")
                self.assertEqual(layering.check(self.root), [])
                (self.root / name).unlink()

    def test_include_in_a_comment_or_string_is_none(self):
        self.write("bom/a.cpp", '''\
            // #include "renderer/scene.h"
            /*
            #include "renderer/scene.h"
            */
            const char* text = R"(
            #include "renderer/scene.h"
            )";
            ''')
        self.assertEqual(layering.check(self.root), [])

    def test_include_behind_a_comment_is_one(self):
        self.write("bom/a.cpp", '/* drawn */ #include "renderer/scene.h"\n')
        self.assert_caught(layering.check(self.root), "bom/a.cpp:1: ", "nothing of renderer")

    def test_third_party_library_has_one_place_in_each_library(self):
        self.write("bom/json.h", "#include <nlohmann/json.hpp>\n")
        self.write("bom/json.cpp", "#include <nlohmann/json.hpp>\n")
        self.write("renderer/check_glb.cpp", "#include <nlohmann/json.hpp>\n")
        self.assertEqual(layering.check(self.root), [])
        self.write("bom/bill.cpp", "#include <nlohmann/json_fwd.hpp>\n")
        self.assert_caught(layering.check(self.root), "bom/bill.cpp:1: ", "one place of bom/")

    def test_planted_in_a_copy_of_this_tree(self):
        for library in layering.tree.LIBRARIES:
            for name in layering.tree.sources(ROOT, (library,)):
                self.write(name, (ROOT / name).read_text())
        before = layering.check(self.root)
        self.write("bom/planted.cpp", '#include "renderer/scene.h"\n')
        after = layering.check(self.root)
        self.assertEqual(sorted(set(after) - set(before)),
                         ["bom/planted.cpp:1: renderer/scene.h: bom/ includes nothing of renderer/"])


def function_of(lines, head="int f() {", tail="}"):
    return "\n".join([head] + ["  call();"] * (lines - 2) + [tail]) + "\n"


class Sizes(Tree):
    def lengths(self, text):
        return [last - first + 1 for first, last, _ in sizes.cpp_functions(text)]

    def test_file_of_800_lines_passes_and_801_is_caught(self):
        self.write("bom/long.cpp", "// a line\n" * 800)
        self.assertEqual(sizes.check(self.root), [])
        self.write("bom/long.cpp", "// a line\n" * 801)
        self.assert_caught(sizes.check(self.root), "bom/long.cpp:", "801 lines")

    def test_function_of_80_lines_passes_and_81_is_caught(self):
        for head in ("int f() {", "Thing::Thing() : a_{1}, b_(2) {", "bool operator==(A a, B b) {",
                     "template <class T = int>\nauto f(T t) -> int {", "TEST(Money, Adds) {",
                     "static const auto f = [](int a) {", "std::map<int, int> f(int a = 1) noexcept {",
                     "void f(const std::vector<int>& v = {1, 2}) {", "struct A f(struct B b) {"):
            first_line = head.count("\n")
            with self.subTest(head=head):
                self.write("tests/bom/f.cpp", function_of(80 - first_line, head))
                self.assertEqual(sizes.check(self.root), [])
                self.write("tests/bom/f.cpp", function_of(81 - first_line, head))
                self.assert_caught(sizes.check(self.root), "tests/bom/f.cpp:1: ", "81 lines")

    def test_function_in_a_class_in_a_namespace_is_measured(self):
        text = "namespace a {\nclass B : public C<D> {\n public:\n" + function_of(81) + "};\n}  // namespace a\n"
        self.assertEqual(self.lengths(text), [81])

    def test_neighbours_are_measured_one_by_one(self):
        text = "namespace {\n" + function_of(50) + "\n" + function_of(50, "static int g(int a) {") + "}\n"
        self.assertEqual(self.lengths(text), [50, 50])

    def test_tables_and_types_are_no_functions(self):
        text = ("const std::map<int, int> kTable = {\n" + "  {1, 2},\n" * 90 + "};\n"
                "constexpr Thing kThings[]{\n" + "  {1, 2},\n" * 90 + "};\n"
                "enum class E : int {\n" + "  a,\n" * 90 + "};\n"
                "struct S {\n" + "  int a = f(1);\n" * 90 + "};\n")
        self.assertEqual(self.lengths(text), [])

    def test_braces_in_strings_comments_and_macros_are_none(self):
        text = ('#define OPEN { \\\n  {\nint f() {\n  g("}", \'}\', R"x(}}\n)x", 1\'000);  // }\n  /* } */\n'
                + "  call();\n" * 78 + "}\n")
        self.assertEqual(self.lengths(text), [83])

    def test_long_function_of_a_script_is_caught(self):
        self.write("assets/make.py", "def f():\n" + "    call()\n" * 80)
        self.assert_caught(sizes.check(self.root), "assets/make.py:1: ", "81 lines")


class Words(Tree):
    def caught(self, name, text):
        self.write(name, text)
        violations = words.check(self.root)
        (self.root / name).unlink()
        return violations

    def test_names_that_say_nothing_are_caught(self):
        for text in ("class Pack" + "Manager {", "struct String" + "Util;", "enum class Pack" + "Info { A };",
                     "using Panel" + "Base = int;", "class [[nodiscard]] Scene" + "Impl final {"):
            with self.subTest(text=text):
                self.assert_caught(self.caught("bom/a.h", text + "\n"), "bom/a.h:1: ", "says nothing")

    def test_names_that_only_end_alike_pass(self):
        self.assertEqual(self.caught("bom/a.h", "struct Database;\nstruct Information;\nusing namespace bom;\n"), [])

    def test_folders_and_file_names_are_read_too(self):
        self.assert_caught(self.caught("bom/utils/a.h", "int a;\n"), "bom/utils/a.h:1: ", "folder utils/")
        self.assert_caught(self.caught("bom/moneyBag.h", "int a;\n"), "bom/moneyBag.h:1: ", "snake_case")

    def test_unfinished_work_is_caught(self):
        for text in ("// TO" + "DO: more", "// FIX" + "ME", "// X" + "XX look", "// a place" + "holder",
                     "// good enough for n" + "ow", 'fail("not implemen' + 'ted");'):
            with self.subTest(text=text):
                self.assert_caught(self.caught("bom/a.cpp", text + "\n"), "bom/a.cpp:1: ", "unfinished")
        self.assertEqual(self.caught("bom/a.cpp", '// --currency XXX, an ISO 4217 code\n'), [])

    def test_paths_of_one_machine_are_caught(self):
        for path in ("/wo" + "rk/main", "/ho" + "me/ann/x", "/ro" + "ot/x"):
            with self.subTest(path=path):
                self.assert_caught(self.caught("assets/a.xml", f'<a href="{path}/b"/>\n'), "assets/a.xml:1: ", "machine")
        self.assertEqual(self.caught("README.md", "see assets/wo" + "rk/b and https://a.org/ro" + "ot/c\n"), [])


class Format(Tree):
    def setUp(self):
        super().setUp()
        if not shutil.which("clang-format"):
            self.skipTest("no clang-format")
        shutil.copy(ROOT / ".clang-format", self.root)

    def test_misformatted_file_is_caught_and_only_it(self):
        self.write("bom/good.cpp", "int good() { return 1; }\n")
        self.assertIn("bom/good.cpp:1", " ".join(format_check.check(self.root)) or "bom/good.cpp:1")
        self.write("bom/good.cpp", "int good = 1;\n")
        self.write("tests/bom/bad.cpp", "int good = 1;\nint   bad=2 ;\n")
        self.assertEqual(format_check.check(self.root), ["tests/bom/bad.cpp:2: run clang-format -i"])


class Tidy(Tree):
    def setUp(self):
        super().setUp()
        if not shutil.which("clang-tidy"):
            self.skipTest("no clang-tidy")
        shutil.copy(ROOT / ".clang-tidy", self.root)
        self.write("CMakeLists.txt", """\
            cmake_minimum_required(VERSION 3.25)
            project(planted LANGUAGES CXX)
            set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
            add_library(bom bom/a.cpp bom/c.cpp)
            target_include_directories(bom PRIVATE .)
            """)
        self.write("bom/c.cpp", "static int one() { return 1; }\nint c() { return one(); }\n")

    def check(self):
        build = self.root / "build"
        subprocess.run(["cmake", "-S", self.root, "-B", build, "-G", "Ninja"], check=True, capture_output=True)
        return tidy.check(self.root, build)

    def test_bug_in_a_header_and_unlisted_source_are_caught(self):
        base = "struct A { virtual int f() { return 1; } };\n"
        self.write("bom/a.h", base + "struct B : A { int f() override { return 2; } };\n")
        self.write("bom/a.cpp", '#include "bom/a.h"\n')
        self.assertEqual(self.check(), [])
        self.write("bom/a.h", base + "struct B : A { virtual int f() { return 2; } };\n")
        self.write("bom/b.cpp", "int b;\n")
        violations = self.check()
        self.assert_caught(violations, "bom/a.h:2:", "modernize-use-override")
        self.assert_caught(violations, "bom/b.cpp:1:", "no CMakeLists.txt lists it")

    def test_files_that_cannot_be_looked_at_together_are_looked_at_alone(self):
        self.write("bom/a.cpp", "static int one() { return 2; }\nint a() { return one(); }\n")
        self.assertEqual(self.check(), [])
        self.write("bom/a.cpp", "static int one() { return 2; }\nint a() { while (true) {} return one(); }\n")
        self.write("bom/c.cpp", "static int one() { return 1; }\nint c(double d) { return int(d + 0.5); }\n")
        self.assert_caught(self.check(), "bom/c.cpp:2:", "bugprone-incorrect-roundings")

    def test_bug_in_one_of_the_files_looked_at_together_is_caught_and_stays_so(self):
        self.write("bom/a.cpp", "int a(double d) { return int(d + 0.5); }\n")
        for _ in range(2):
            self.assert_caught(self.check(), "bom/a.cpp:1:", "bugprone-incorrect-roundings")


class Headers(Tree):
    def setUp(self):
        super().setUp()
        self.write("CMakeLists.txt", """\
            cmake_minimum_required(VERSION 3.25)
            project(planted LANGUAGES CXX)
            set(CMAKE_CXX_STANDARD 20)
            set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
            add_library(bom bom/a.cpp)
            target_include_directories(bom PRIVATE .)
            """)
        self.write("bom/a.h", "#include <string>\nstd::string name();\n")
        self.write("bom/b.h", "#include <vector>\nstd::vector<int> numbers();\n")
        self.write("bom/a.cpp", '#include "bom/a.h"\n#include "bom/b.h"\n')
        self.build = self.root / "build"

    def make(self):
        configure = ["cmake", "-S", self.root, "-B", self.build, "-G", "Ninja"]
        subprocess.run(configure, check=True, capture_output=True)
        return subprocess.run(["cmake", "--build", self.build], capture_output=True, text=True, check=False)

    def test_headers_that_compile_alone_pass(self):
        self.assertEqual(self.make().returncode, 0)
        self.assertEqual(headers.check(self.root, self.build), [])

    def test_header_that_leans_on_its_own_source_breaks_the_build(self):
        self.write("bom/a.h", "std::string name();\n")
        made = self.make()
        self.assertNotEqual(made.returncode, 0)
        self.assertIn("a.h", made.stdout)

    def test_header_that_is_not_first_in_its_source_is_caught(self):
        self.write("bom/a.h", "std::string name();\n")
        self.write("bom/a.cpp", '#include <string>\n#include "bom/a.h"\n#include "bom/b.h"\n')
        self.assertEqual(self.make().returncode, 0)
        self.assert_caught(headers.check(self.root, self.build), "bom/a.h:1:", "string")

    def test_header_without_a_source_that_leans_on_its_includer_is_caught(self):
        self.write("bom/b.h", "std::vector<int> numbers();\n")
        self.write("bom/a.cpp", '#include "bom/a.h"\n#include <vector>\n#include "bom/b.h"\n')
        self.assertEqual(self.make().returncode, 0)
        self.assert_caught(headers.check(self.root, self.build), "bom/b.h:1:", "vector")


class Standalone(Tree):
    def setUp(self):
        super().setUp()
        self.write("bom/CMakeLists.txt", """\
            cmake_minimum_required(VERSION 3.25)
            project(bom LANGUAGES CXX)
            add_library(bom a.cpp)
            target_include_directories(bom PRIVATE ..)
            """)
        self.write("bom/a.h", "inline int one() { return 1; }\n")
        self.write("renderer/scene.h", "inline int two() { return 2; }\n")

    def test_library_that_needs_its_neighbour_is_caught(self):
        self.write("bom/a.cpp", '#include "bom/a.h"\nint a() { return one(); }\n')
        self.assertEqual(standalone.check(self.root, self.root / "build", "bom"), [])
        self.write("bom/a.cpp", '#include "renderer/scene.h"\nint a() { return two(); }\n')
        violations = standalone.check(self.root, self.root / "build", "bom")
        self.assert_caught(violations, "bom does not build alone", "renderer/scene.h")


if __name__ == "__main__":
    unittest.main(verbosity=1)
