"""make_designs.py [FOLDER]: writes a design for every usable pack of the tables, by default beside this file."""

import sys
from pathlib import Path
from xml.sax.saxutils import escape

import packs

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<design xmlns="urn:rucksmith:design:1" version="1">
  <name>{name}</name>
  <template>{template}</template>
  <use>a published pack</use>
  <brand>
    <name>{brand}</name>
    <style>{id}</style>
    <season>{year}</season>
    <description>Written by make_designs.py from published.csv, facts.csv and defaults.csv.</description>
  </brand>
"""
TAIL = """  <colorways>
    <colorway code="ONE" name="One colour"/>
  </colorways>
  <order date="2026-11-01" origin="VN" market="DE" incoterm="FOB" currency="USD">
    <line colorway="ONE" size="M" quantity="300"/>
  </order>
  <revisions>
    <revision number="A" date="2026-11-01">
      <author>Rucksmith</author>
      <changes>First issue</changes>
    </revision>
  </revisions>
</design>
"""
SECTIONS = (("choices", "slots.xml", "slot", '<choice slot="{}" option="{}" by="{}"/>'),
            ("parameters", "parameters.xml", "parameter", '<parameter id="{}" value="{}" by="{}"/>'),
            ("zones", "zones.xml", "zone", '<zone id="{}" item="{}" by="{}"/>'))


MEASURES = ("back-length", "width", "depth", "strap-width", "load")
LIGHT_BELOW = 70  # g/m2: what the usual cloth of 70D weighs
VARIANTS = {"vest-race": "vest", "clamshell": "panel-loader", "panel-loader-wide": "panel-loader"}


def values_of(pack):
    """Key -> (value, by): the facts over the category's defaults, those of light cloth between them where a fact
    names one. A pack that is built otherwise than its category takes its measures from a category that is built
    like it."""
    defaults = packs.table("defaults.csv")
    own = {row["key"]: row["value"] for row in defaults if row["category"] == pack.category}
    body = pack.facts.get("body", own["body"])
    if VARIANTS.get(body, body) != own["body"]:
        like = {row["category"] for row in defaults if row["key"] == "body" and row["value"] == body}
        own = {key: value for key, value in own.items() if key not in MEASURES}
        own.update({row["key"]: row["value"] for row in defaults
                    if row["category"] in like and row["key"] in MEASURES})
    if packs.unit_masses().get(pack.facts.get("shell"), LIGHT_BELOW) < LIGHT_BELOW:
        own.update({row["key"]: row["value"] for row in defaults if row["category"] == "light_cloth"})
    values = {key: (value, "template") for key, value in own.items()}
    values.update({key: (value, "user") for key, value in pack.facts.items()})
    values["capacity"] = (pack.row["capacity_l"], "user")
    return values


def design_of(pack):
    return written(pack, values_of(pack))


def written(pack, values):
    text = HEAD.format(name=escape(pack.name), template=packs.TEMPLATES[pack.category], id=pack.id,
                       brand=escape(pack.row["brand"]), year=escape(pack.row["year"]))
    known = set()
    for section, file, element, line in SECTIONS:
        ids = packs.ids_of(file, element)
        known.update(ids)
        lines = [f"    {line.format(key, *values[key])}\n" for key in ids if key in values]
        text += f"  <{section}>\n{''.join(lines)}  </{section}>\n"
    strange = sorted(set(values) - known)
    if strange:
        raise ValueError(f"{pack.id}: the catalog has no {', '.join(strange)}")
    return text + TAIL


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else packs.HERE
    for pack in packs.usable_packs():
        (folder / pack.path.name).write_text(design_of(pack), encoding="utf-8")


if __name__ == "__main__":
    main()
