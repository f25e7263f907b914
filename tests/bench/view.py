"""view.py [TEMPLATE]: how fast pictures come, as one table. Nothing is asserted: a busy machine is no fault.

The window is driven as in tests/app/window.py; when its frames began and ended it says itself (frame_log.h). Times
from a click count from before the tool that lets the button go is started, so a few milliseconds are its own.
"""

import math
import os
import resource
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

import window
from window import PROGRAM, Display, Window, until

TIMES = 5
SIZE = (1280, 800)


def row(what, found, budget):
    print(f"{what:<58}{found:>16}   {budget}", flush=True)


def ms(seconds):
    return f"{1000 * seconds:.1f} ms"


def run(words, **variables):
    """Seconds of a whole process: on the wall, and of processor time."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([str(word) for word in words], check=True, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **variables})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (time.monotonic() - start,
            after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def medians(rows):
    return [statistics.median(column) for column in zip(*rows)]


def new_design(folder, template):
    path = folder / f"{template}.ruck"
    run([PROGRAM, "new", template, "-o", path, "--date", "2026-03-02"])
    return path


def compare_with_f3d(folder, design, display):
    render = [PROGRAM, "render", design, "-o", folder / "ours.png", "--size", "%dx%d" % SIZE]
    run([PROGRAM, "export", design, "-o", folder / "out", "--only", "glb"])
    f3d = ["f3d", folder / "out/pack.glb", "--output", folder / "f3d.png", "--resolution", "%d,%d" % SIZE,
           "--dry-run"]  # f3d's word for: no settings of the user's
    if shutil.which("f3d") is None:
        f3d = None
    # By turns, so that what else the machine does falls on both.
    pairs = [run(render) + (run(f3d, DISPLAY=display.name) if f3d else ()) for _ in range(TIMES)]
    ours, ours_cpu, *theirs = medians(pairs)
    row("render, whole process, 1280 x 800", ms(ours), f"(processor {ms(ours_cpu)})")
    if not theirs:
        row("f3d on the same pack's GLB", "not installed", "")
        return
    row("f3d on the same pack's GLB", ms(theirs[0]), f"(processor {ms(theirs[1])})")
    row("f3d / render", f"{theirs[0] / ours:.1f} x", f"at least 3 x (processor {theirs[1] / ours_cpu:.1f} x)")


class Frames:
    """What the window has written of its frames."""

    def __init__(self, path):
        self.path = path

    def all(self):
        """(begin, end, pictures so far, coarse) of each frame."""
        lines = self.path.read_text().split("\n")[:-1] if self.path.exists() else []
        return [(float(b), float(e), int(p), c == "1") for b, e, p, c in (line.split("\t") for line in lines)]

    def pictures(self):
        """The frames that drew a picture."""
        frames = self.all()
        return [now for last, now in zip([(0, 0, 0, False)] + frames, frames) if now[2] > last[2]]

    def first_after(self, moment, accepts=lambda frame: True):
        """When the first picture after `moment` that is accepted stood there."""
        def found():
            return next((f[1] for f in self.pictures() if f[1] > moment and accepts(f)), None)
        return until("a picture", found)


def is_fine(frame):
    return not frame[3]


def open_window(display, folder, design, name):
    log = folder / f"frames-{name}.txt"
    start = time.monotonic()
    app = Window(display, folder, design, RUCKSMITH_FRAME_LOG=str(log))
    frames = Frames(log)
    opened = frames.first_after(start, is_fine) - start
    return app, frames, opened


def click_time(app, frames, label):
    """From letting the button go to the next picture, and to the next fine one."""
    app.settle()
    x, y = app.wait_for(label)
    app.x("mousemove", x, y, "sleep", "0.3", "mousedown", "1", "sleep", "0.3")
    start = time.monotonic()
    app.x("mouseup", "1")
    first = frames.first_after(start) - start
    fine = frames.first_after(start, is_fine) - start
    return first, fine


def measure_clicks(app, frames, labels):
    times = [click_time(app, frames, labels[i % len(labels)]) for i in range(TIMES + 1)][1:]
    return medians(times)


def measure_moving(app, frames):
    """Pictures a second while the camera is dragged; from the last one in motion (let go, the pack coasts on for
    most of a second) to the fine picture."""
    x, y = app.wait_for("pack-view")
    app.x("mousemove", x, y, "sleep", "0.2", "mousedown", "1")
    steps = []
    for i in range(300):
        steps += ["mousemove_relative", "--", "3" if i % 100 < 50 else "-3", "0", "sleep", "0.01"]
    app.x(*steps)
    start = time.monotonic()
    app.x("mouseup", "1")
    fine = frames.first_after(start, is_fine)
    coasted = max(f[1] for f in frames.pictures() if f[1] < fine)
    drawn = [f for f in frames.pictures() if start - 2 < f[0] < start]
    return len(drawn) / 2, fine - coasted


def measure_ui(app, frames):
    """Frames that draw no picture, while the mouse goes over the list of slots."""
    app.settle()
    x, y = app.wait_for("hydration")
    before = len(frames.all())
    for step in range(20):
        app.x("mousemove", x, str(float(y) + 10 * (step % 10)), "sleep", "0.05")
    spent = frames.all()[before:]
    plain = [now[1] - now[0] for last, now in zip(spent, spent[1:]) if now[2] == last[2]]
    return statistics.median(plain)


def measure_idle(app, seconds=5):
    app.settle()
    before = app.cpu_ticks()
    time.sleep(seconds)
    return 100 * (app.cpu_ticks() - before) / os.sysconf("SC_CLK_TCK") / seconds


def measure_window(folder, design, display):
    opened = []
    for i in range(TIMES):
        app, frames, took = open_window(display, folder, design, i)
        opened.append(took)
        if i + 1 < TIMES:
            app.kill()
    row("opening the window to the first complete picture", ms(statistics.median(opened)), "800 ms")
    app.settle()
    row("frame without a new picture", ms(measure_ui(app, frames)), "10 ms")
    dots = sorted(label for label in app.places() if label.startswith("colorway."))
    first, _ = measure_clicks(app, frames, dots[::-1][:2])
    row("colour change to the first picture", ms(first), "80 ms")
    app.click("hydration")
    app.settle()
    options = [label for label in sorted(app.places()) if label.startswith("hydration=sleeve")][:2]
    first, fine = measure_clicks(app, frames, options)
    row("option change to the first picture", ms(first), "150 ms")
    row("option change to the fine picture", ms(fine), "")
    rate, fine = measure_moving(app, frames)
    row("moving", f"{rate:.0f} frames/s", "30 frames/s")
    row("coming to rest to the fine picture", ms(fine), "500 ms")
    row("processor time at rest", f"{measure_idle(app):.1f} %", "0 %")
    app.kill()


def write_sheet(path, cells):
    """A binary STL file of a wavy sheet, 60 mm wide, of 2 x cells x cells triangles."""
    def corner(u, v):
        x, z = 60 * u / cells, 60 * v / cells
        return x, 4 * math.sin(x) * math.cos(z), z
    with open(path, "wb") as file:
        file.write(bytes(80) + struct.pack("<I", 2 * cells * cells))
        for u in range(cells):
            for v in range(cells):
                a, b, c, d = corner(u, v), corner(u + 1, v), corner(u + 1, v + 1), corner(u, v + 1)
                for triangle in ((a, c, b), (a, d, c)):
                    file.write(struct.pack("<3f", 0, 0, 0) + b"".join(struct.pack("<3f", *p) for p in triangle) +
                               bytes(2))


def measure_foreign_model(folder, design):
    """REQUIRES a process of its own: getrusage knows the largest of all children and theirs."""
    write_sheet(folder / "sheet.stl", 388)
    run([PROGRAM, "set", design, "part.sr15=sheet.stl"])
    seconds, cpu = run([PROGRAM, "render", design, "-o", folder / "foreign.png", "--size", "%dx%d" % SIZE])
    row("render with a foreign model of 301,088 triangles", ms(seconds), f"(processor {ms(cpu)})")
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    row("the most memory that one of its processes took", f"{largest:.0f} MB", "1500 MB")


def apart(work):
    """In a process of its own."""
    if os.fork() == 0:
        try:
            work()
        except BaseException:
            traceback.print_exc()
        os._exit(0)
    os.wait()


def main(template):
    window.skip_without_tools()
    with tempfile.TemporaryDirectory(prefix="rucksmith-bench-") as place:
        folder = Path(place)
        design = new_design(folder, template)
        row(f"{template}, median of {TIMES}", "", "budget")
        apart(lambda: measure_foreign_model(folder, new_design(folder, template)))
        design = new_design(folder, template)
        display = Display()
        try:
            compare_with_f3d(folder, design, display)
            measure_window(folder, design, display)
        finally:
            display.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "hydration")
