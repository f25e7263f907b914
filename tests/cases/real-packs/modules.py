"""Modules of self-made packs, weighed one by one, against ours: printed by compare.py.

myog.csv    what a module weighs alone; `how` says which of our figures is set beside it: `delta` = the change of
            one option on the base design, `assembly` = the lines of one assembly, `rest` = all but some assemblies
bought.csv  what one maker bought for a whole pack, priced in grams with our unit masses
"""

import json
import subprocess
import tempfile
from pathlib import Path

import packs


def bill_of(program, path):
    done = subprocess.run([program, "bom", str(path), "--json"], capture_output=True, check=True)
    return json.loads(done.stdout)


def changed(program, path, change, folder):
    """The design with one option changed."""
    other = folder / f"{change.replace('=', '-')}.ruck"
    subprocess.run([program, "set", str(path), change, "-o", str(other)], capture_output=True, check=True)
    return other


def assembly_mass(bill, assemblies):
    return sum(line["mass_g"] for line in bill["lines"] if line["item"] and line["assembly"] in assemblies)


def ours(program, row, folder):
    base = packs.HERE / f"{row['base']}.ruck"
    if row["how"] == "delta":
        masses = [bill_of(program, changed(program, base, row[key], folder))["mass_g"] for key in ("from", "to")]
        return (masses[1] - masses[0]) * float(row["share"])
    bill = bill_of(program, base)
    if row["how"] == "assembly":
        return assembly_mass(bill, [row["from"]])
    return bill["mass_g"] - assembly_mass(bill, row["to"].split())


class Module:
    def __init__(self, name, predicted, published):
        self.name, self.predicted, self.published = name, predicted, published

    @property
    def within(self):
        """Within 25 % or 10 g."""
        return abs(self.predicted - self.published) <= max(0.25 * self.published, 10)


def modules(program):
    """Every weighed module with our figure."""
    found = []
    with tempfile.TemporaryDirectory(prefix="rucksmith-modules-") as folder:
        for row in packs.table("myog.csv"):
            found.append(Module(f"{row['id']} {row['module']}", ours(program, row, Path(folder)),
                                float(row["published_g"])))
    masses = packs.unit_masses()
    bought = packs.table("bought.csv")
    grams = sum(masses[row["item"]] * float(row["amount"]) for row in bought)
    found.append(Module("K1 what was bought", grams, float(bought[0]["published_g"])))
    return found


def print_table(program):
    print("modules of self-made packs (within 25 % or 10 g)")
    for module in modules(program):
        print(f"{module.name:32} {module.predicted:6.1f} g   published {module.published:6.1f} g"
              f"   {'within' if module.within else 'OUTSIDE'}")
