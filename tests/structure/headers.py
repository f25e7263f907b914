"""headers.py ROOT BUILD: every header of the libraries compiles alone.

Public headers (a target's FILE_SET HEADERS) are compiled by CMake's all_verify_interface_header_sets, a part
of what tests/run builds; this checks that they were. Private ones are compiled here, with the flags of a
source that stands beside them.
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


def check(root, build):
    commands = compiled.compile_commands(root, build)
    verified = {match.group(1) for name in commands
                if (match := re.search(r"_verify_interface_header_sets/(.+)\.cxx$", name))}
    headers = [name for name in tree.sources(root) if name.endswith((".h", ".hpp"))]
    private = [name for name in headers if name not in verified]
    violations, jobs = [], {}
    for name in private:
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

    print(f"{len(headers) - len(private)} public headers compiled by the build, {len(private)} private ones here")
    return violations + compiled.check_changed(root, Path(build) / "passed_headers", jobs, run)


if __name__ == "__main__":
    raise SystemExit(tree.report("headers", check(tree.root_argument(), Path(sys.argv[2]).resolve())))
