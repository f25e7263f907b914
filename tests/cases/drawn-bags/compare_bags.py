"""compare_bags.py PROGRAM FOLDER: our main pieces beside those of three bags that somebody drew and sewed.

FOLDER holds the drawings (kanken.json, rolltop_small.json, daypack_large.json: outlines in mm, cut line). Our
outlines are those of the tech pack's XML. pieces.csv says which of ours stands for which of theirs, and
whether finished (sewing line) or cut outlines are compared, the same on both sides. Where a drawing has no
sewing line, its cut line less the allowance below is taken.
"""

import csv
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).resolve().parent
BAGS = ("kanken", "rolltop_small", "daypack_large")
ALLOWANCE_MM = {"daypack_large": 15}  # as its inner pockets are drawn, which have both lines
AREA_PCT, SIZE_MM = 5, 10


class Outline:
    """Length (the longer extent) and width of a piece in mm, area in mm2."""

    def __init__(self, length, width, area):
        self.length, self.width, self.area = max(length, width), min(length, width), area


def area_of(ring):
    pairs = zip(ring, ring[1:] + ring[:1])
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def outline_of(ring):
    return Outline(max(x for x, _ in ring) - min(x for x, _ in ring),
                   max(y for _, y in ring) - min(y for _, y in ring), area_of(ring))


def crossing(first, second):
    """Where two lines (point, direction) cross, or the second's point when they run alike."""
    (p, d), (q, e) = first, second
    across = d[0] * e[1] - d[1] * e[0]
    if abs(across) < 1e-9:
        return q
    along = ((q[0] - p[0]) * e[1] - (q[1] - p[1]) * e[0]) / across
    return (p[0] + along * d[0], p[1] + along * d[1])


def moved_out(ring, allowances):
    """The ring with each side moved out by its allowance (in, when negative), corners mitred."""
    turn = 1 if sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) > 0 else -1
    lines = []
    for (a, b), allowance in zip(zip(ring, ring[1:] + ring[:1]), allowances):
        length = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
        if length < 1e-6:
            continue
        d = ((b[0] - a[0]) / length, (b[1] - a[1]) / length)
        lines.append(((a[0] + turn * allowance * d[1], a[1] - turn * allowance * d[0]), d))
    return [crossing(lines[i - 1], lines[i]) for i in range(len(lines))]


def theirs(folder, bag):
    """Piece -> {"cut": Outline, "finished": Outline} of one drawing."""
    drawn = json.loads((folder / f"{bag}.json").read_text(encoding="utf-8"))
    found = {}
    for piece in drawn["pieces"]:
        ring = [tuple(point) for point in piece["outline_mm"]]
        allowance = ALLOWANCE_MM.get(bag)
        sewn = piece.get("sew_line_mm") or (allowance and moved_out(ring, [-allowance] * len(ring)))
        found[piece["name"]] = {"cut": outline_of(ring)}
        if sewn:
            found[piece["name"]]["finished"] = outline_of([tuple(point) for point in sewn])
    return found


def edges_of(piece):
    """(name, allowance, points) of each edge of a piece in the tech pack."""
    space = "{*}"
    return [(edge.get("name"), float(edge.get("allowance-mm")),
             [(float(p.get("x")), float(p.get("y"))) for p in edge.findall(f"{space}Point")])
            for edge in piece.findall(f"{space}Edge")]


def ours(program, bag):
    """Piece code -> edges, from the tech pack of the bag's design."""
    with tempfile.TemporaryDirectory(prefix="rucksmith-bags-") as folder:
        subprocess.run([program, "export", str(HERE / f"{bag}.ruck"), "--only", "xml", "-o", folder + "/out"],
                       capture_output=True, check=True)
        pack = ElementTree.parse(Path(folder) / "out" / "techpack.xml")
    return {piece.get("code"): edges_of(piece) for piece in pack.iterfind(".//{*}Pattern/{*}Piece")}


def plain(edges, outline):
    ring = [point for _, _, points in edges for point in points[:-1]]
    sides = [allowance for _, allowance, points in edges for _ in points[:-1]]
    return outline_of(moved_out(ring, sides) if outline == "cut" else ring)


def edge_length(edges, name):
    points = next(points for found, _, points in edges if found == name)
    return sum(((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 for a, b in zip(points, points[1:]))


def our_outline(pieces, row):
    """One piece; `piece@edge` = the stretch of a strip along that edge of the front panel; several joined by +
    = the gusset, closed to a ring by the zip between its two strips."""
    code = row["ours"]
    if "+" in code:
        narrow, _, bottom = (plain(pieces[part], row["outline"]) for part in code.split("+"))
        length = narrow.length + bottom.length
        return Outline(length, bottom.width, length * bottom.width)
    if "@" in code:
        code, edge = code.split("@")
        width = plain(pieces[code], row["outline"]).width
        length = edge_length(pieces["body.front"], edge)
        return Outline(length, width, length * width)
    return plain(pieces[code], row["outline"])


class Comparison:
    def __init__(self, row, drawn, made):
        self.name = f"{row['bag']}: {row['theirs']}"
        self.outline = row["outline"]
        self.drawn, self.made = drawn, made
        self.area_pct = 100 * (made.area / drawn.area - 1)
        self.length_mm = made.length - drawn.length
        self.width_mm = made.width - drawn.width

    @property
    def within(self):
        return (abs(self.area_pct) <= AREA_PCT and abs(self.length_mm) <= SIZE_MM
                and abs(self.width_mm) <= SIZE_MM)

    def __str__(self):
        return (f"{self.name:44} {self.outline:9} {self.drawn.length:6.0f} x {self.drawn.width:3.0f}   "
                f"{self.length_mm:+6.1f} {self.width_mm:+6.1f} mm  {self.area_pct:+5.1f} %   "
                f"{'within' if self.within else 'OUTSIDE'}")


def table():
    with open(HERE / "pieces.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def comparisons(program, folder):
    found = []
    for bag in BAGS:
        drawn, made = theirs(folder, bag), ours(program, bag)
        for row in table():
            if row["bag"] == bag and row["ours"]:
                found.append(Comparison(row, drawn[row["theirs"]][row["outline"]], our_outline(made, row)))
    return found


def main():
    print("their piece                                  outline   drawn, mm        ours less theirs")
    for comparison in comparisons(sys.argv[1], Path(sys.argv[2])):
        print(comparison)
    print("\nnot compared")
    for row in table():
        if not row["ours"]:
            print(f"{row['bag']}: {row['theirs']}: {row['why']}")


if __name__ == "__main__":
    main()
