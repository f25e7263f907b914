"""The published packs and what is known of them, from the tables beside this file.

published.csv  what makers and reviewers published, one row a pack, with its sources
facts.csv      what a pack's row or its named source says, in the words of our catalog; key `note` = said, but
               nothing in the catalog is it; key `not-expressible` = no design can say it, and why
defaults.csv   what a row leaves open, by category alone, each with its reason: from what the category's rows say and from the
               construction reference, never from a pack's mass; `light_cloth` is for every row whose facts name
               a cloth lighter than 70D
myog.csv       packs weighed in parts by those who sewed them, for the masses of modules

A design is the facts, marked by="user", over the defaults of the category, marked by="template". The
program solves the measures that neither gives.
"""

import csv
import functools
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[2]
NAMESPACE = "{urn:rucksmith:catalog:1}"
TEMPLATES = {"vest_2_12": "lightweight", "hydration": "hydration", "highcap_20_40": "endurance",
             "commuter_10_25": "commuter", "modular": "modular"}
STATE_UNKNOWN = ("unclear", "probably", "presumably")


def table(name):
    with open(HERE / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def ids_of(file, element):
    return [found.get("id") for found in ElementTree.parse(SOURCE / "assets/catalog" / file).iter(NAMESPACE + element)]


@functools.cache
def unit_masses():
    """Item -> grams per unit; fabrics are kept per square metre."""
    found = {}
    for file in sorted((SOURCE / "assets/catalog").glob("items_*.xml")):
        for item in ElementTree.parse(file).iter(f"{NAMESPACE}item"):
            found[item.get("id")] = float(item.find(f"{NAMESPACE}mass").get("value"))
    return found


class Pack:
    """One row of published.csv with its facts."""

    def __init__(self, row, facts):
        self.row = row
        self.id = row["id"]
        self.tier = row["tier"]
        self.category = row["category"]
        self.name = f"{row['brand']} {row['model']}"
        self.facts = {fact["key"]: fact["value"] for fact in facts if fact["key"] not in ("note", "not-expressible")}
        self.notes = [fact["value"] for fact in facts if fact["key"] == "note"]
        self.why_not = next((fact["value"] for fact in facts if fact["key"] == "not-expressible"), None)

    @property
    def path(self):
        return HERE / f"{self.id.lower()}.ruck"

    @property
    def state_known(self):
        return not any(word in self.row["weight_state"] for word in STATE_UNKNOWN)

    @property
    def usable(self):
        return self.state_known and self.why_not is None

    @property
    def claimed_g(self):
        """What the maker or the shop says it weighs."""
        return float(self.row["weight_g"])

    @property
    def scale_g(self):
        """What a scale said of the same state, where somebody put it on one; else the claim."""
        if self.row["weight_bare_g"]:
            return float(self.row["weight_bare_g"])
        if self.row["weight_alt_note"].startswith("measured"):
            return float(self.row["weight_alt_g"])
        return self.claimed_g


def packs():
    facts = table("facts.csv")
    return [Pack(row, [fact for fact in facts if fact["id"] == row["id"]]) for row in table("published.csv")]


def usable_packs():
    return [pack for pack in packs() if pack.usable]
