"""sizes.py ROOT: no source file over 800 lines, no function over 80, in C++ and in the tree's scripts.

A function runs from the first line of its declaration to its closing brace. C++ is not parsed but read
brace by brace: comments, strings and preprocessor lines are blanked, and a brace that opens where
declarations stand, and is neither a namespace, a type nor an initialiser, opens a function.
"""

import ast
import re

import tree

MAX_FILE_LINES = 800
MAX_FUNCTION_LINES = 80
SCRIPTS = (".py", ".sh", ".cmake", "/run", "CMakeLists.txt")

_SCOPE = re.compile(r'\b(namespace|class|struct|union|enum)\b|\bextern\s*""$')
_OPERATOR = re.compile(r"\boperator\s*(?:\(\)|\[\]|[^\s\w(]+)")


def blanked(text):
    """C++ text with comments, strings and preprocessor lines blanked, line numbers kept."""
    bare = tree.without_comments(text, keep_strings=False)
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda directive: "\n" * directive.group().count("\n"),
                  bare, flags=re.MULTILINE)


def kind_of(head):
    """What a brace opens that stands behind `head` among declarations: scope, function or initializer."""
    head = _OPERATOR.sub("operator", head).strip()
    head = re.sub(r"\btemplate\s*<[^{}]*?>\s*(?=\w)", "", head)
    outside = re.sub(r"<[^<>()]*>", "", head)
    while re.search(r"\([^()]*\)", outside):
        outside = re.sub(r"\([^()]*\)", " ARGUMENTS ", outside)
    if re.search(r"=\s*\[", outside):
        return "function"
    if "=" in outside:
        return "initializer"
    if _SCOPE.search(outside) and "ARGUMENTS" not in re.sub(r"\b(alignas|__attribute__)\s*ARGUMENTS", "", outside):
        return "scope"
    return "function" if "ARGUMENTS" in outside else "initializer"


class Reader:
    """Reads blanked text once and keeps (first line, last line, head) of every function."""

    def __init__(self, text):
        self.text = text
        self.functions = []
        self.scopes = []      # kind of every open brace
        self.head = ""        # what stands since the last declaration ended
        self.head_line = 1

    def read(self):
        line = 1
        for at, character in enumerate(self.text):
            if character == "\n":
                line += 1
            if self.scopes and self.scopes[-1] != "scope":
                self.inside_body(at, character, line)
            else:
                self.among_declarations(character, line)
        return self.functions

    def inside_body(self, at, character, line):
        if character == "{":
            self.scopes.append("block")
        elif character == "}":
            kind = self.scopes.pop()
            # `: member_{1} {`: that brace gave a member its value; the function's own is yet to come.
            goes_on = re.match(r"\s*[,{]", self.text[at + 1:at + 400])
            if kind == "function" and not goes_on:
                self.functions.append((self.head_line, line, " ".join(self.head.split())))
            if kind != "block" and not goes_on and kind != "initializer":
                self.head = ""

    def among_declarations(self, character, line):
        if character == "{":
            kind = kind_of(self.head)
            self.scopes.append(kind)
            if kind == "scope":
                self.head = ""
        elif character == "}":
            if self.scopes:
                self.scopes.pop()
            self.head = ""
        elif character == ";":
            self.head = ""
        elif character == ":" and self.head.strip() in ("public", "private", "protected"):
            self.head = ""
        else:
            if not self.head.strip() and not character.isspace():
                self.head_line = line
            self.head += character


def cpp_functions(text):
    """(first line, last line, head) of every function of a C++ text, those of namespaces and types."""
    return Reader(blanked(text)).read()


def python_functions(text):
    return [(node.lineno, node.end_lineno, node.name) for node in ast.walk(ast.parse(text))
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def check_file(name, text):
    violations = []
    lines = text.count("\n")
    if lines > MAX_FILE_LINES:
        violations.append(f"{name}:{MAX_FILE_LINES}: {lines} lines, {MAX_FILE_LINES} are allowed")
    functions = []
    if name.endswith(tree.SOURCE_ENDINGS):
        functions = cpp_functions(text)
    elif name.endswith(".py"):
        functions = python_functions(text)
    for first, last, head in functions:
        if last - first + 1 > MAX_FUNCTION_LINES:
            violations.append(f"{name}:{first}: {last - first + 1} lines, {MAX_FUNCTION_LINES} are allowed: {head}")
    return violations


def check(root):
    names = [name for name in tree.project_files(root) if name.endswith(tree.SOURCE_ENDINGS + SCRIPTS)]
    return [violation for name in names for violation in check_file(name, tree.text_of(root, name))]


if __name__ == "__main__":
    raise SystemExit(tree.report("sizes", check(tree.root_argument())))
