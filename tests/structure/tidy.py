"""tidy.py ROOT BUILD: every source of the libraries is compiled by a target and clean under clang-tidy.

Most of clang-tidy's time goes into the standard library's headers. So files of one folder are first looked at
together, as one file that includes them all; only if that one does not compile or is not clean, one by one.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import compiled
import tree


def check(root, build):
    commands = compiled.compile_commands(root, build)
    names = [name for name in tree.sources(root) if name.endswith((".cpp", ".cc", ".c"))]
    violations = [f"{name}:1: no CMakeLists.txt lists it" for name in names if name not in commands]
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, text=True, check=True).stdout
    settings = ((root / ".clang-tidy").read_text(), version)

    def run(name, _):
        command = ["clang-tidy", "-p", str(build), "--quiet", str(root / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found = re.findall(r"^(\S+?:\d+:\d+: (?:error|warning): .*)$", done.stdout, re.MULTILINE)
        if done.returncode != 0 and not found:
            found = [f"{name}:1: clang-tidy failed: {done.stdout}{done.stderr}"]
        return [compiled.from_root(root, line) for line in found]

    def all_clean(some):
        flags = [compiled.flags_only(commands[name])[1:] for name in some]
        if any(other != flags[0] for other in flags):
            return False
        with tempfile.TemporaryDirectory(dir=build) as folder:
            whole = Path(folder) / "together.cpp"
            whole.write_text("".join(f'#include "{root / name}"\n' for name in some))
            command = ["clang-tidy", "--quiet", "--config-file", str(root / ".clang-tidy"),
                       "--checks=-bugprone-suspicious-include", str(whole), "--", *flags[0]]
            return subprocess.run(command, capture_output=True, check=False).returncode == 0

    jobs = {name: (commands[name], settings) for name in names if name in commands}
    found = compiled.check_changed(root, Path(build) / "passed_tidy", jobs, run, all_clean)
    return violations + sorted(set(found))


if __name__ == "__main__":
    raise SystemExit(tree.report("tidy", check(tree.root_argument(), Path(sys.argv[2]).resolve())))
