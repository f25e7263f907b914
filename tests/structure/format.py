"""format.py ROOT: every C++ file is written as clang-format with the tree's .clang-format writes it."""

import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

import tree

FILES_PER_CALL = 16


def check(root):
    names = tree.sources(root, tree.LIBRARIES + ("tests",))
    calls = [names[at:at + FILES_PER_CALL] for at in range(0, len(names), FILES_PER_CALL)]

    def run(some):
        command = ["clang-format", "--dry-run", "--Werror", "--style=file", *some]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        misfits = re.findall(r"^(\S+?:\d+):\d+: error: code should be clang-formatted", done.stderr, re.MULTILINE)
        if done.returncode != 0 and not misfits:
            return [done.stderr.strip() or f"clang-format failed on {some}"]
        first_of_file = {misfit.split(":")[0]: misfit for misfit in reversed(misfits)}
        return [f"{misfit}: run clang-format -i" for misfit in first_of_file.values()]

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return sorted(violation for found in pool.map(run, calls) for violation in found)


if __name__ == "__main__":
    raise SystemExit(tree.report("format", check(tree.root_argument())))
