"""standalone.py ROOT BUILD LIBRARY: the library's folder configures and builds with nothing else beside it.

The copy stays in the build folder and only what changed is copied again, so that a second run is quick.
Built without optimisation: what counts is that everything is found.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import tree


def copy_changed(root, library, alone):
    """Makes `alone`/`library` the same as the project's folder, touching only what differs."""
    names = {name for name in tree.project_files(root) if name.startswith(library + "/")}
    for old in [path for path in alone.rglob("*") if path.is_file()]:
        if str(old.relative_to(alone)) not in names:
            old.unlink()
    for name in sorted(names):
        source, target = root / name, alone / name
        if not target.is_file() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)


def check(root, build, library):
    alone = build / "standalone" / library / "tree"
    alone.mkdir(parents=True, exist_ok=True)
    copy_changed(root, library, alone)
    out = alone.parent / "build"
    launcher = shutil.which("ccache")
    configure = ["cmake", "-S", str(alone / library), "-B", str(out), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
                 "-DCMAKE_C_FLAGS_DEBUG=-O0", "-DCMAKE_CXX_FLAGS_DEBUG=-O0"]
    if launcher:
        configure += [f"-DCMAKE_C_COMPILER_LAUNCHER={launcher}", f"-DCMAKE_CXX_COMPILER_LAUNCHER={launcher}"]
    make = ["cmake", "--build", str(out), "-j", str(os.cpu_count())]
    for command in (configure, make):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode != 0:
            return [f"{library} does not build alone: {' '.join(command)}\n{done.stdout}"]
    return []


if __name__ == "__main__":
    raise SystemExit(tree.report("standalone", check(tree.root_argument(), Path(sys.argv[2]).resolve(), sys.argv[3])))
