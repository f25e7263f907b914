"""The built program under test: runs it in a folder of its own and gives back what it printed.

RUCKSMITH_PROGRAM names the program, RUCKSMITH_SOURCE the source tree; ctest sets both.
"""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ["RUCKSMITH_PROGRAM"]
SOURCE = Path(os.environ["RUCKSMITH_SOURCE"])
TEMPLATES = sorted(path.stem for path in (SOURCE / "templates").glob("*.ruck"))
if os.environ.get("RUCKSMITH_FEW"):  # under the sanitizers: one of each body construction
    TEMPLATES = ["commuter", "endurance", "lightweight"]
DATE = "2026-03-02"


def run(*words, folder=None, environment=None):
    """A finished process; its stdout and stderr are bytes."""
    return subprocess.run([PROGRAM, *map(str, words)], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, check=False)


class InFolder(unittest.TestCase):
    """A test with a fresh folder."""

    maxDiff = None

    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="rucksmith-cli-")
        self.addCleanup(place.cleanup)
        self.folder = Path(place.name)

    def do(self, *words, code=0):
        """Runs the program in the folder, demands its exit code, gives back standard output."""
        done = run(*words, folder=self.folder)
        self.assertEqual(done.returncode, code, f"{words}: {done.stderr.decode()}")
        if code != 0:
            self.assertNotEqual(done.stdout + done.stderr, b"", "a failure says why")
        return done.stdout

    def json(self, *words, code=0):
        return json.loads(self.do(*words, "--json", code=code))

    def new(self, template, name="t.ruck"):
        self.do("new", template, "-o", name, "--date", DATE)
        return self.folder / name


def main():
    unittest.main(verbosity=2)
