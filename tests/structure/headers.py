"""headers.py ROOT BUILD: every header of the libraries compiles alone.

A header that a source of the same name includes before anything else is proven by the build, if the build
compiles that source. The others are compiled here, with the flags of a source that stands beside them.
"""

import re
import subprocess
import sys
from pathlib import Path

import compiled
import tree


def neighbour(name, commands):
    """The compile command of the source that stands nearest: the same folder, or a folder above."""
    folder = Path(name).parent
    while folder != Path("."):
        near = [other for other in commands if Path(other).parent == folder and other.endswith((".cpp", ".cc"))]
        if near:
            return commands[min(near)]
        folder = folder.parent
    return None


def is_first_of_its_source(root, name, commands):
    source = str(Path(name).with_suffix(".cpp"))
    if source not in commands:
        return False
    first = re.search(r'^#include\s+["<]([^">]+)', (root / source).read_text(), re.MULTILINE)
    return first is not None and first.group(1) == name


def check(root, build):
    commands = compiled.compile_commands(root, build)
    headers = [name for name in tree.sources(root) if name.endswith((".h", ".hpp"))]
    alone = [name for name in headers if not is_first_of_its_source(root, name, commands)]
    violations, jobs = [], {}
    for name in alone:
        command = neighbour(name, commands)
        if command is None:
            violations.append(f"{name}:1: stands where nothing is compiled")
        else:
            jobs[name] = (compiled.flags_only(command), ())

    def run(name, arguments):
        program = f'#include "{name}"\n'
        command = [*arguments, f"-I{root}", "-fsyntax-only", "-x", "c++", "-"]
        done = subprocess.run(command, input=program, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return []
        found = re.findall(r"^(\S+:\d+:\d+: (?:fatal )?error: .*)$", done.stderr, re.MULTILINE)
        return [compiled.from_root(root, line) for line in found] or [f"{name}:1: {done.stderr.strip()}"]

    print(f"{len(headers) - len(alone)} headers are first in their compiled source, {len(alone)} are compiled here")
    return violations + compiled.check_changed(root, Path(build) / "passed_headers", jobs, run)


if __name__ == "__main__":
    raise SystemExit(tree.report("headers", check(tree.root_argument(), Path(sys.argv[2]).resolve())))
