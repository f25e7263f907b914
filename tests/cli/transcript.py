"""transcript.py FILE...: plays transcripts of the program and compares every line. --accept writes what it got.

    # a comment
    $ rucksmith new commuter -o t.ruck      a command; without a shell, in a fresh folder for each file
    > t.ruck                                a line of standard output
    ! rucksmith: ...                        a line of standard error
    = 2                                     the exit code; left out where it is 0

`...` as a whole line stands for any lines, inside a line for any text.
"""

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from program import PROGRAM

MARKS = ("$", ">", "!", "=")


def parse(text):
    """Blocks of (comments before it, command, stdout lines, stderr lines, exit code)."""
    blocks, comments = [], []
    for line in text.splitlines():
        mark, rest = line[:1], line[2:]
        if mark == "$":
            blocks.append({"before": comments, "command": rest, ">": [], "!": [], "=": 0})
            comments = []
        elif mark in (">", "!"):
            blocks[-1][mark].append(rest)
        elif mark == "=":
            blocks[-1]["="] = int(rest)
        else:
            comments.append(line)
    return blocks


def written(block):
    lines = block["before"] + [f"$ {block['command']}"]
    lines += [f"{mark} {line}".rstrip() for mark in (">", "!") for line in block[mark]]
    return lines + ([f"= {block['=']}"] if block["="] else [])


def agrees(wanted, got):
    pattern = "".join("(?:[^\n]*\n)*" if line == "..." else
                      "[^\n]*".join(map(re.escape, line.split("..."))) + "\n" for line in wanted)
    return re.fullmatch(pattern, "".join(line + "\n" for line in got)) is not None


def play(block, folder):
    words = shlex.split(block["command"])
    words[0] = PROGRAM if words[0] == "rucksmith" else words[0]
    done = subprocess.run(words, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return {**block, ">": done.stdout.decode().splitlines(), "!": done.stderr.decode().splitlines(),
            "=": done.returncode}


def check(path, accept):
    blocks = parse(path.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="rucksmith-transcript-") as folder:
        played = [play(block, folder) for block in blocks]
    differing = 0
    for at, (wanted, got) in enumerate(zip(blocks, played)):
        if wanted["="] == got["="] and all(agrees(wanted[mark], got[mark]) for mark in (">", "!")):
            continue
        differing += 1
        print(f"{path.name}: {wanted['command']}\n wanted:")
        print("\n".join("  " + line for line in written(wanted)[len(wanted["before"]) + 1:]) + "\n got:")
        print("\n".join("  " + line for line in written(got)[len(got["before"]) + 1:]))
        blocks[at] = got
    if differing and accept:
        path.write_text("\n".join("\n".join(written(block)) for block in blocks) + "\n", encoding="utf-8")
    return differing


def main():
    accept = "--accept" in sys.argv
    paths = [Path(name) for name in sys.argv[1:] if name != "--accept"]
    differing = sum(check(path, accept) for path in paths)
    if differing:
        print(f"{differing} commands differ; if that is right: transcript.py --accept {' '.join(map(str, paths))}")
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
