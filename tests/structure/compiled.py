"""How the build compiles each file, and a memory of what has passed: tidy.py and headers.py stand on it.

A file is looked at again only when it, a header of ours that it reaches, its compile command or the
checker's settings have changed. The memory is one small file for each source in the build folder.
"""

import functools
import hashlib
import itertools
import json
import os
import shlex
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tree

FILES_TOGETHER = 6


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


def check_changed(root, memory, jobs, run, all_clean=None):
    """run(name, arguments) -> violations, for each of `jobs` {name: (arguments, settings)} that has changed.

    all_clean([name, ...]) -> bool may look at files of one folder together, which is quicker; where it says no,
    it is asked of each half, until a file is run alone.
    """
    memory = Path(memory)
    memory.mkdir(parents=True, exist_ok=True)
    reach = Reach(root)
    stamps = {name: memory / name.replace("/", "__") for name in jobs}
    now = {name: reach.fingerprint(name, *arguments, *settings) for name, (arguments, settings) in jobs.items()}
    changed = [name for name in sorted(jobs)
               if not stamps[name].is_file() or stamps[name].read_text() != now[name]]
    print(f"{len(changed)} of {len(jobs)} files have changed since they passed")

    def check_group(names):
        if len(names) > 1 and not (all_clean and all_clean(names)):
            half = len(names) // 2
            return check_group(names[:half]) + check_group(names[half:])
        violations = run(names[0], jobs[names[0]][0]) if len(names) == 1 else []
        if not violations:
            for name in names:
                stamps[name].write_text(now[name])
        return violations

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(check_group, groups(changed, 1 if all_clean is None else FILES_TOGETHER)))
    return [violation for violations in found for violation in violations]


def groups(names, most):
    """Runs of at most `most` names of one folder each, the longest first, so that no processor ends up waiting."""
    found = []
    for _, inside in itertools.groupby(names, key=os.path.dirname):
        inside = list(inside)
        found += [inside[at:at + most] for at in range(0, len(inside), most)]
    return sorted(found, key=len, reverse=True)
