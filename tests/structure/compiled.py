"""How the build compiles each file, and a memory of what has passed: tidy.py and headers.py stand on it.

A file is looked at again only when it, a header of ours that it reaches, its compile command or the
checker's settings have changed. The memory is one small file for each source in the build folder.
"""

import hashlib
import json
import os
import shlex
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tree


def compile_commands(root, build):
    """{path from root: arguments} of every source of ours; files that the build wrote under their full path."""
    commands = {}
    for entry in json.loads((Path(build) / "compile_commands.json").read_text()):
        source = (Path(entry["directory"]) / entry["file"]).resolve()
        inside = source.is_relative_to(root) and not source.is_relative_to(Path(build).resolve())
        name = str(source.relative_to(root)) if inside else str(source)
        commands[name] = shlex.split(entry["command"])
    return commands


def flags_only(arguments):
    """Compiler and flags of a compile command: no launcher, no input, no output."""
    kept, skip = [], False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in ("-o", "-c", "-MF", "-MT", "-MQ"):
            skip = True
        elif not argument.endswith("ccache") and argument not in ("-MD", "-MMD"):
            kept.append(argument)
    return kept


def from_root(root, message):
    """A compiler's message with its file written from the top folder."""
    path, colon, rest = message.partition(":")
    return os.path.relpath(root / path, root) + colon + rest


def reached(root, name, seen=None):
    """`name` and every header of ours that it includes, directly or not."""
    seen = {name} if seen is None else seen
    for _, path, _ in tree.included(tree.text_of(root, name)):
        if path and path not in seen and path.split("/")[0] in tree.LIBRARIES and (root / path).is_file():
            seen.add(path)
            reached(root, path, seen)
    return seen


def fingerprint(root, name, *settings):
    digest = hashlib.sha256()
    for setting in settings:
        digest.update(str(setting).encode() + b"\0")
    for reached_name in sorted(reached(root, name)):
        digest.update(reached_name.encode() + b"\0" + (root / reached_name).read_bytes() + b"\0")
    return digest.hexdigest()


def check_changed(root, memory, jobs, run):
    """run(name, arguments) -> violations, for each of `jobs` {name: (arguments, settings)} that has changed."""
    memory = Path(memory)
    memory.mkdir(parents=True, exist_ok=True)

    def one(name):
        arguments, settings = jobs[name]
        stamp = memory / name.replace("/", "__")
        now = fingerprint(root, name, *arguments, *settings)
        if stamp.is_file() and stamp.read_text() == now:
            return name, None
        violations = run(name, arguments)
        if not violations:
            stamp.write_text(now)
        return name, violations

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(one, sorted(jobs)))
    print(f"{sum(found is not None for _, found in results)} of {len(results)} files have changed since they passed")
    return [violation for _, found in results for violation in found or []]
