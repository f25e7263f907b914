"""Drives the real window as a person does: an X server of its own, clicks and keys, and the probe file for eyes.

Nothing waits for a fixed time where something can be looked at: `until` asks again until a limit.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = os.environ["RUCKSMITH_PROGRAM"]
LIMIT_S = 60  # for one step on a slow machine
PAUSE_S = 0.05
TOP, BOTTOM = 60, 880  # between these a widget is in sight


def skip_without_tools():
    """Ends with 77, which ctest calls skipped, where there is nothing to click with."""
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if missing:
        print("skipped: not installed:", *missing)
        sys.exit(77)


def until(what, found, limit_s=LIMIT_S):
    """What `found` gives as soon as it is true; fails with `what` at the limit."""
    end = time.monotonic() + limit_s
    while True:
        answer = found()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"not within {limit_s} s: {what() if callable(what) else what}")
        time.sleep(PAUSE_S)


class Display:
    """An X server on a free number."""

    def __init__(self, size="1440x900"):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", size + "x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            self.name = ":" + told.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait()


class Window:
    """The program with its window open."""

    def __init__(self, display, folder, *words, **variables):
        self.folder = Path(folder)
        self.probe = self.folder / "probe.txt"
        self.probe.unlink(missing_ok=True)
        self.environment = {**os.environ, "DISPLAY": display.name, "RUCKSMITH_UI_PROBE": str(self.probe),
                            "XDG_STATE_HOME": str(self.folder / "state"), "LC_ALL": "C.UTF-8", **variables}
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.errors = open(self.folder / "errors.txt", "w+b")
        self.process = subprocess.Popen([PROGRAM, *map(str, words)], cwd=self.folder, env=self.environment,
                                        stdin=subprocess.DEVNULL, stderr=self.errors)
        until(self.said, self.places)

    def said(self):
        """Standard error and the probe: what a failed wait shows."""
        self.errors.flush()
        return ((self.folder / "errors.txt").read_text() + "\nthe window shows:\n" +
                "\n".join(sorted(self.places())))

    def places(self):
        """Label -> middle of the widget in window pixels."""
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}")
        try:
            lines = self.probe.read_text().splitlines()
        except FileNotFoundError:
            return {}
        return {label: (x, y) for label, x, y in (line.split("\t") for line in lines)}

    def value(self, name):
        """What stands after `name=` in the probe: a figure or the status."""
        for label in self.places():
            if label.startswith(name + "="):
                return label[len(name) + 1:]
        return None

    def x(self, *words):
        subprocess.run(["xdotool", *words], env=self.environment, check=True)

    def wait_for(self, label):
        return until(lambda: f"{label}; {self.said()}", lambda: self.places().get(label))

    def wait_value(self, name, accepts):
        return until(lambda: f"{name}; {self.said()}", lambda: accepts(self.value(name)))

    def click(self, label):
        """Held for longer than a frame takes: ImGui 1.86 looks at the buttons once a frame."""
        x, y = self.wait_for(label)
        self.x("mousemove", x, y, "sleep", "0.3", "mousedown", "1", "sleep", "0.3", "mouseup", "1")

    def drag(self, label, way, by):
        """Held from a point `way` off the widget, over the distance `by`."""
        x, y = self.wait_for(label)
        at = [str(float(x) + way[0]), str(float(y) + way[1])]
        self.x("mousemove", *at, "sleep", "0.3", "mousedown", "1", "sleep", "0.3",
               "mousemove_relative", "--", *map(str, by), "sleep", "0.3", "mouseup", "1")

    def scroll_to(self, label, over):
        """Turns the wheel over the widget `over` until `label` stands in the window."""
        x, y = self.wait_for(over)
        self.x("mousemove", x, y)
        for _ in range(40):
            if TOP < float(self.places().get(label, (0, 0))[1]) < BOTTOM:
                return
            self.x("click", "5", "sleep", "0.2")
        raise AssertionError(f"{label} does not scroll into view; {self.said()}")

    def keys(self, *words):
        self.x("key", "--delay", "150", *words)

    def type(self, text):
        self.x("type", "--delay", "25", text)

    def cpu_ticks(self):
        """User and system time of the process, all threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def settle(self):
        """Waits until the window has done what it was told."""
        def rests():
            before = self.cpu_ticks()
            time.sleep(0.4)
            return self.cpu_ticks() == before
        until("the window comes to rest", rests)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.errors.close()
