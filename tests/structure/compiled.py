"""How the build compiles each file, and a memory of what has passed: tidy.py and headers.py stand on it.

A file is looked at again only when it, a header of ours that it reaches, its compile command or the
checker's settings have changed. The memory is one small file for each source in the build folder.
"""

import functools
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


class Reach:
    """Which headers of ours a file includes, directly or not. Reads each file once."""

    def __init__(self, root):
        self.root = root
        self.headers_of = functools.cache(self._headers_of)
        self.bytes_of = functools.cache(lambda name: (root / name).read_bytes())

    def _headers_of(self, name):
        paths = {path for _, path, _ in tree.included(self.bytes_of(name).decode()) if path}
        return sorted(path for path in paths if path.split("/")[0] in tree.LIBRARIES and (self.root / path).is_file())

    def files(self, name):
        found, waiting = {name}, [name]
        while waiting:
            fresh = set(self.headers_of(waiting.pop())) - found
            found |= fresh
            waiting += fresh
        return sorted(found)

    def fingerprint(self, name, *settings):
        digest = hashlib.sha256()
        for setting in settings:
            digest.update(str(setting).encode() + b"\0")
        for reached in self.files(name):
            digest.update(reached.encode() + b"\0" + self.bytes_of(reached) + b"\0")
        return digest.hexdigest()


def check_changed(root, memory, jobs, run):
    """run(name, arguments) -> violations, for each of `jobs` {name: (arguments, settings)} that has changed."""
    memory = Path(memory)
    memory.mkdir(parents=True, exist_ok=True)
    reach = Reach(root)

    def one(name):
        arguments, settings = jobs[name]
        stamp = memory / name.replace("/", "__")
        now = reach.fingerprint(name, *arguments, *settings)
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
