"""top_level.py ROOT: the top folder tracks the agreed names and dot-files, nothing else."""

import tree

AGREED = {"CMakeLists.txt", "configurator", "renderer", "bom", "assets", "templates", "tests", "README.md"}


def check(root):
    top = {name.split("/")[0] for name in tree.tracked_files(root)}
    violations = [f"{name}: does not belong at the top" for name in sorted(top - AGREED)
                  if not name.startswith(".")]
    return violations + [f"{name}: is missing at the top" for name in sorted(AGREED - top)]


if __name__ == "__main__":
    raise SystemExit(tree.report("top_level", check(tree.root_argument())))
