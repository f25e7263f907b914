"""The files of a source tree, and C++ text without its comments. What every structure check stands on."""

import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE_ENDINGS = (".h", ".hpp", ".cpp", ".cc", ".c", ".inc")
LIBRARIES = ("renderer", "bom", "configurator")
SKIPPED_FOLDERS = ("out", "node_modules", "__pycache__")


def git_files(root, *options):
    """Paths that git lists in `root`, or None where `root` is no work tree of its own or git is missing."""
    if not (Path(root) / ".git").exists():
        return None
    command = ["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "-z", *options]
    try:
        listing = subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return sorted({name.decode() for name in listing.split(b"\0") if name})


def walked_files(root):
    """Every file below `root`, less build folders and what starts with a dot at the top."""
    found = []
    for folder, folders, files in os.walk(root):
        here = Path(folder).relative_to(root)
        folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS and name != ".git"
                      and not (here == Path(".") and name.startswith("build"))]
        found += [str(here / name) for name in files]
    return sorted(found)


def tracked_files(root):
    """What belongs to the project: git's index, or the folder itself where there is no git."""
    listed = git_files(root)
    return walked_files(root) if listed is None else listed


def project_files(root):
    """Tracked files and those about to be: not yet added, not ignored, not deleted. Relative paths, sorted."""
    listed = git_files(root, "--cached", "--others", "--exclude-standard")
    listed = walked_files(root) if listed is None else listed
    return [name for name in listed if (Path(root) / name).is_file()]


def sources(root, folders=LIBRARIES):
    """C and C++ files below the given top folders."""
    return [name for name in project_files(root)
            if name.endswith(SOURCE_ENDINGS) and name.split("/")[0] in folders]


def text_of(root, name):
    return (Path(root) / name).read_text(encoding="utf-8")


_LEXEME = re.compile(
    r"""(?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)
      | (?P<raw>\b(?:u8|[uUL])?R"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)")
      | (?P<number>\b[0-9](?:'?[0-9A-Za-z_.])*)
      | (?P<string>"(?:\\.|[^"\\\n])*")
      | (?P<character>'(?:\\.|[^'\\\n])+')""", re.VERBOSE | re.DOTALL)


def without_comments(text, keep_strings=True):
    """`text` with comments blanked (and strings emptied, if asked); every line keeps its number."""
    def blank(match):
        if match.lastgroup == "number":
            return match.group()
        newlines = "\n" * match.group().count("\n")
        if match.group("comment") is not None:
            return " " + newlines
        if keep_strings and match.group("raw") is None:
            return match.group()
        return '""' + newlines
    return _LEXEME.sub(blank, text)


def included(text):
    """(line, path as written, whether in quotes) for every #include; path None when it is a macro."""
    found = []
    for number, line in enumerate(without_comments(text).split("\n"), 1):
        match = re.match(r'\s*#\s*include(?:_next)?\b\s*(?:"([^"]*)"|<([^>]*)>)?', line)
        if match:
            quoted, angled = match.groups()
            found.append((number, quoted if quoted is not None else angled, quoted is not None))
    return found


def report(name, violations):
    """Prints the violations, one a line as file:line: what, and returns the exit code."""
    for violation in violations:
        print(violation)
    print(f"{name}: {len(violations)} violation(s)" if violations else f"{name}: clean")
    return 1 if violations else 0


def root_argument():
    return Path(sys.argv[1]).resolve()
