"""words.py ROOT: names that say nothing, marks of unfinished work, paths of somebody's machine.

The words are put together from halves here, so that this file may be checked like any other.
"""

import re

import tree

EMPTY_SUFFIXES = ("Manager", "Helper", "Handler", "Util", "Utils", "Processor", "Info", "Base", "Impl")
EMPTY_FOLDERS = ("common", "util", "utils", "core", "helpers", "misc")
CHECKED = tree.SOURCE_ENDINGS + (".py", ".sh", ".cmake", ".md", ".xml", ".xsd", ".ruck", ".txt", "/run",
                                 ".clang-format", ".clang-tidy", ".gitignore")

_TYPE = re.compile(r"\b(?:class|struct|union|enum|concept|using|typedef)\s+(?:class\s+|struct\s+)?"
                   r"(?:\[\[[^\]]*\]\]\s*)?(\w+)")
_EMPTY = re.compile(r"(?:^|(?<=[a-z0-9]))(?:" + "|".join(EMPTY_SUFFIXES) + r")$")
_UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|HA" + r"CK|TB" + r"D)\b|(?://|/\*|#)\s*X" + r"XX\b")
_UNFINISHED_CODE = re.compile(r"\b(?:for n" + r"ow\b|not (?:yet )?implemen" + r"ted|place" + r"holder)",
                              re.IGNORECASE)
_MACHINE = re.compile(r"(?<![\w.~$}])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me/\w+|Us" + r"ers/\w+)/")
_TEMPORARY = re.compile(r"(?<![\w.~$}])/t" + r"mp/")


def check_names(name, text):
    violations = []
    for folder in name.split("/")[:-1]:
        if folder in EMPTY_FOLDERS:
            violations.append(f"{name}:1: the folder {folder}/ says nothing about its subject")
    if not re.fullmatch(r"[a-z0-9_]+\.\w+", name.split("/")[-1]):
        violations.append(f"{name}:1: source files are named in snake_case")
    for number, line in enumerate(tree.without_comments(text, keep_strings=False).split("\n"), 1):
        for match in _TYPE.finditer(line):
            if _EMPTY.search(match.group(1)):
                violations.append(f"{name}:{number}: {match.group(1)} ends in a word that says nothing")
    return violations


def check_words(name, text):
    violations = []
    code = name.endswith(tree.SOURCE_ENDINGS + (".py", ".sh", "/run"))
    for number, line in enumerate(text.split("\n"), 1):
        for pattern, what in ((_UNFINISHED, "unfinished work"), (_MACHINE, "a path of one machine"),
                              (_UNFINISHED_CODE if code else None, "unfinished work"),
                              (_TEMPORARY if code and not name.startswith("tests/") else None, "a fixed path")):
            match = pattern and pattern.search(line)
            if match:
                violations.append(f"{name}:{number}: {what}: {match.group()}")
    return violations


def check(root):
    violations = []
    for name in tree.project_files(root):
        if not name.endswith(CHECKED):
            continue
        text = tree.text_of(root, name)
        violations += check_words(name, text)
        if name.endswith(tree.SOURCE_ENDINGS):
            violations += check_names(name, text)
    return violations


if __name__ == "__main__":
    raise SystemExit(tree.report("words", check(tree.root_argument())))
