"""Exports: complete, the same bytes each time, vouched for by SHA256SUMS, valid by other programs' judgement."""

import hashlib
import re
import shutil
import subprocess
import unittest
from xml.etree import ElementTree

import program

SCHEMAS = program.SOURCE / "assets" / "schemas"
VALIDATOR = program.SOURCE / "tests" / "gltf"
VIEWS = ("front", "back", "left", "right", "top", "three-quarter", "worn", "exploded", "x-ray", "section",
         "dimensions", "pattern", "night")


def files_of(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


class Export(program.InFolder):
    def test_every_template_s_tech_pack_and_design_are_valid_by_their_schemas(self):
        if not shutil.which("xmllint"):
            self.skipTest("xmllint is not installed")
        for template in program.TEMPLATES:
            self.new(template)
            for edition in ("factory", "internal"):
                self.do("export", "t.ruck", "-o", edition, "--only", "xml", "--edition", edition)
            for schema, name in (("ruck", "t.ruck"), ("techpack", "factory/techpack.xml"),
                                 ("techpack", "internal/techpack.xml")):
                done = subprocess.run(["xmllint", "--noout", "--schema", SCHEMAS / f"{schema}.xsd", name],
                                      cwd=self.folder, capture_output=True, check=False)
                self.assertEqual(done.returncode, 0, f"{template} {name}: {done.stderr.decode()[:2000]}")

    def test_every_template_s_model_has_no_error_by_khronos_validator(self):
        if not shutil.which("node") or not (VALIDATOR / "node_modules" / "gltf-validator").is_dir():
            self.skipTest("node or tests/gltf/node_modules is absent")
        models = []
        for template in program.TEMPLATES:
            self.new(template)
            self.do("export", "t.ruck", "-o", template, "--only", "glb")
            models.append(self.folder / template / "pack.glb")
        done = subprocess.run(["node", VALIDATOR / "validate.mjs", *models], capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr).decode()[:3000])

    def test_the_complete_output_has_every_file_and_the_same_bytes_twice(self):
        self.new("hydration")
        printed = [self.do("export", "t.ruck", "-o", name).decode().split() for name in ("one", "two")]
        one, two = files_of(self.folder / "one"), files_of(self.folder / "two")
        self.assertEqual(printed[0], [f"one/{name}" for name in one])
        self.assertEqual(list(one), list(two))
        for name, data in one.items():
            self.assertEqual(data, two[name], f"{name} differs from one export to the next")
        codes = re.findall(r'<colorway code="([^"]+)"', (self.folder / "t.ruck").read_text(encoding="utf-8"))
        wanted = {"techpack.xml", "bill.csv", "pack.glb", "SHA256SUMS", *(f"view-{view}.png" for view in VIEWS),
                  *(f"flat-{view}.svg" for view in ("front", "back", "right")),
                  *(f"view-three-quarter-{code}.png" for code in codes[1:])}
        self.assertEqual(set(one), wanted)
        self.assertEqual(len({one[f"view-{view}.png"] for view in VIEWS}), len(VIEWS))

    def test_a_tech_pack_names_only_files_that_are_made(self):
        self.new("commuter")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml")
        pack = self.folder / "out" / "techpack.xml"
        self.assertEqual(re.findall(rb'file="[^"]*"', pack.read_bytes()), [])
        self.do("export", "t.ruck", "-o", "out", "--only", "xml,glb")
        self.assertEqual(re.findall(rb'file="([^"]*)"', pack.read_bytes()), [b"pack.glb"])
        self.do("export", "t.ruck", "-o", "out")
        named = {name.decode() for name in re.findall(rb'file="([^"]*)"', pack.read_bytes())}
        self.assertEqual(named, set(files_of(self.folder / "out")) - {"techpack.xml", "bill.csv", "SHA256SUMS"})

    def with_own_files(self):
        """A design with a picture and a model of the brand's own, which lie elsewhere on the machine."""
        self.new("commuter")
        elsewhere = self.folder / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "logo.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1" '
            f'export-filename="{elsewhere}/logo.png"><path d="M0 0h2v1H0z" fill="#c00"/></svg>', encoding="utf-8")
        (elsewhere / "box.obj").write_text("o box\nv 0 0 0\nv 9 0 0\nv 0 9 0\nv 0 0 9\n"
                                           "f 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n", encoding="utf-8")
        item = self.component("t.ruck")
        self.do("set", "t.ruck", "artwork.branding=elsewhere/logo.svg", f"part.{item}={elsewhere}/box.obj")

    def component(self, path):
        """An item of the design that another model is drawn for: the GLB differs with it."""
        items = {line["item"] for line in self.json("bom", path)["lines"]}
        return sorted(item for item in items if item and re.fullmatch(r"(sr|ll|tl|dr|gh)[0-9]+", item))[0]

    def test_an_export_holds_the_pictures_of_its_marks_and_no_path_of_this_machine(self):
        self.with_own_files()
        self.do("export", "t.ruck", "-o", "out")
        self.do("verify", "out")
        made = files_of(self.folder / "out")
        self.assertIn("artwork-branding.svg", made)
        self.assertIn(b'<path d="M0 0h2v1H0z" fill="#c00"/>', made["artwork-branding.svg"])
        self.assertIn(b"artwork-branding.svg", made["SHA256SUMS"])
        self.assertIn(b'<Asset file="artwork-branding.svg" kind="artwork"/>', made["techpack.xml"])
        self.assertIn(b"<File>artwork-branding.svg</File>", made["techpack.xml"])
        for name, data in made.items():
            self.assertNotIn(str(self.folder).encode(), data, name)
            self.assertNotIn(b"elsewhere", data, name)
        self.do("techpack", "read", "out/techpack.xml", "-o", "again.xml")
        self.assertEqual((self.folder / "again.xml").read_bytes(), made["techpack.xml"])

    def test_a_picture_goes_with_its_tech_pack_and_leaves_with_its_mark(self):
        self.with_own_files()
        self.do("export", "t.ruck", "-o", "out", "--only", "xml")
        self.assertEqual(set(files_of(self.folder / "out")), {"artwork-branding.svg", "techpack.xml", "SHA256SUMS"})
        self.do("export", "t.ruck", "-o", "out", "--only", "csv")
        self.assertIn("artwork-branding.svg", files_of(self.folder / "out"))
        self.do("set", "t.ruck", "artwork.branding=none")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml")
        self.assertNotIn("artwork-branding.svg", files_of(self.folder / "out"))
        self.do("verify", "out")

    def test_a_tech_pack_does_not_depend_on_what_its_folder_held(self):
        self.new("commuter")
        self.do("export", "t.ruck", "-o", "empty", "--only", "xml")
        self.do("new", "hydration", "-o", "other.ruck")
        self.do("export", "other.ruck", "-o", "full", "--only", "glb")
        self.do("export", "t.ruck", "-o", "full", "--only", "xml")
        one, two = (self.folder / name / "techpack.xml" for name in ("empty", "full"))
        self.assertEqual(one.read_bytes(), two.read_bytes())

    def test_an_internal_export_can_be_priced_for_another_order(self):
        self.new("commuter")
        other = ("--quantity", "1234", "--origin", "PT", "--market", "US", "--incoterm", "EXW", "--currency", "EUR",
                 "--on", "2026-04-01")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml,csv", "--edition", "internal", *other)
        text = (self.folder / "out" / "techpack.xml").read_text(encoding="utf-8")
        cost = self.json("cost", "t.ruck", *other)
        self.assertIn('target-quantity="1234" origin="PT" market="US" incoterm="EXW"', text)
        self.assertIn('<CostSheet currency="EUR" as-of="2026-04-01" origin="PT" market="US" incoterm="EXW"', text)
        sheet = text[text.index('<CostBreak quantity="1234"'):]
        self.assertEqual(re.search(r'ex-factory="([0-9.]+)"', sheet).group(1), cost["breaks"][0]["unit"]["ex_factory"])
        self.assertIn("a stand-in, no figure for Portugal", sheet)
        self.assertTrue(any("stand-in" in warning for warning in cost["warnings"]), cost["warnings"])
        self.do("export", "t.ruck", "-o", "out", "--market", "XX", code=2)

    def test_a_carton_names_the_country_of_origin_in_words(self):
        self.new("commuter")
        for origin, country in (("VN", "VIETNAM"), ("PT", "PORTUGAL")):
            self.do("export", "t.ruck", "-o", "out", "--only", "xml", "--origin", origin)
            self.assertIn(f">MADE IN {country}<", (self.folder / "out" / "techpack.xml").read_text(encoding="utf-8"))

    def test_a_tech_pack_says_which_litres_and_in_which_units(self):
        words = {"capacity_l": (b"<LabelMeans>capacity: enclosed compartments only<", b"<VolumeMethod>Enclosed compartments at"),
                 "carry_l": (b"<LabelMeans>carrying volume: enclosed compartments and open pockets<",
                             b"<VolumeMethod>Enclosed compartments and open pockets at")}
        for template in program.TEMPLATES:
            self.new(template)
            self.do("export", "t.ruck", "-o", "out", "--only", "xml")
            text = (self.folder / "out" / "techpack.xml").read_bytes()
            for wanted in words[self.json("show", "t.ruck")["label_means"]]:
                self.assertIn(wanted, text, template)
            units = dict(re.findall(rb'<Measure id="(\w+)" unit="(\w+)"', text))
            others = {b"Z": b"l", b"V": b"cm2", b"VF": b"cm2", b"Y": b"g"}
            for name, unit in units.items():
                self.assertEqual(unit, others.get(name, b"mm"), (template, name))
            enclosed = self.json("show", "t.ruck")["capacity_l"]
            self.assertEqual(units.get(b"Z"), b"l" if enclosed > 0 else None, template)
            if enclosed == 0:
                continue
            value, plus = re.search(rb'measure="Z" size="M" value="([0-9.]+)" plus="([0-9.]+)"', text).groups()
            self.assertAlmostEqual(float(plus), 0.05 * float(value), delta=0.001)
            self.assertAlmostEqual(float(value), enclosed, delta=0.05)

    def test_the_size_table_of_a_tech_pack_is_that_of_show(self):
        for template in program.TEMPLATES:
            self.new(template)
            self.do("export", "t.ruck", "-o", "out", "--only", "xml")
            text = (self.folder / "out" / "techpack.xml").read_text(encoding="utf-8")
            figures = re.findall(r'<SizeSpec measure="(\w+)" size="(\w)" value="([0-9.]+)" plus="([0-9.]+)" '
                                 r'minus="([0-9.]+)"', text)
            in_xml = {(measure, size): [float(figure) for figure in rest] for measure, size, *rest in figures}
            shown = self.json("show", "t.ruck")["measures"]
            self.assertEqual(sorted(in_xml), sorted((one["id"], one["size"]) for one in shown), template)
            for one in shown:  # id, name and size, then the figures
                for said, written in zip(list(one.values())[3:], in_xml[one["id"], one["size"]]):
                    exact = "value_mm" in one  # litres and areas are rounded elsewhere in JSON
                    self.assertAlmostEqual(said, written, delta=0 if exact else 0.0051, msg=(template, one))
            self.assertEqual({one["size"] for one in shown}, {"S", "M", "L"}, template)
            for size in "SML":
                asked = self.json("show", "t.ruck", "--pack-size", size)["measures"]
                self.assertEqual(asked, [one for one in shown if one["size"] == size], (template, size))

    def test_the_seam_walk_of_a_tech_pack_is_that_of_walk(self):
        for template in program.TEMPLATES:
            self.new(template)
            self.do("export", "t.ruck", "-o", "out", "--only", "xml")
            root = ElementTree.parse(self.folder / "out" / "techpack.xml").getroot()
            xml = {"t": "urn:rucksmith:techpack:1"}
            pieces = {}  # part -> (piece code, whether its pattern is turned over)
            for piece in root.iterfind("t:Pattern/t:Piece", xml):
                for part in piece.iterfind("t:Part", xml):
                    pieces[part.get("id")] = (piece.get("code"), part.get("mirrored") == "true")
            in_xml = {}
            for seam in root.iterfind("t:SeamWalk/t:WalkedSeam", xml):
                runs = list(seam.iterfind("t:Run", xml))
                in_xml[seam.get("seam")] = (seam, runs)
            walked = self.json("walk", "t.ruck")["seams"]
            self.assertEqual([one["id"] for one in walked], list(in_xml), template)
            for one in walked:
                seam, runs = in_xml[one["id"]]
                self.assertEqual([float(run.get("length-mm")) for run in runs], one["length_mm"], one["id"])
                self.assertAlmostEqual(float(seam.get("ratio")), one["ratio"], delta=1e-6)
                self.assertEqual(seam.get("ok") == "true", one["ok"], one["id"])
                gap = one["length_mm"][0] - one["ratio"] * one["length_mm"][1]
                self.assertAlmostEqual(float(seam.get("difference-mm")), gap, delta=0.002)
                for run, wanted in zip(runs, one["runs"]):
                    parts = list(run.iterfind("t:RunPart", xml))
                    self.assertEqual(len(parts), len(wanted), one["id"])
                    for part, stretch in zip(parts, wanted):
                        code, turned = pieces[stretch["piece"]]
                        self.assertEqual(part.get("piece"), code, one["id"])
                        self.assertEqual(part.get("part", code), stretch["piece"], one["id"])
                        ends = (float(part.get("from-mm")), float(part.get("to-mm")))
                        length = abs(stretch["to_mm"] - stretch["from_mm"])
                        self.assertAlmostEqual(abs(ends[1] - ends[0]), length, delta=0.002)
                        if not turned:
                            self.assertEqual((part.get("edge"), *ends),
                                             (stretch["edge"], stretch["from_mm"], stretch["to_mm"]), one["id"])

    def test_the_manifest_is_what_sha256sum_writes(self):
        self.new("commuter")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml,csv,glb")
        out = self.folder / "out"
        wanted = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files_of(out).items()
                         if name != "SHA256SUMS")
        self.assertEqual((out / "SHA256SUMS").read_text(encoding="utf-8"), wanted)
        self.assertEqual(self.do("verify", "out"), b"The folder holds what was exported.\n")

    def test_verify_finds_what_is_changed_missing_and_extra(self):
        self.new("commuter")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml,csv,glb")
        out = self.folder / "out"
        with open(out / "bill.csv", "ab") as bill:
            bill.write(b" ")
        (out / "pack.glb").unlink()
        (out / "notes.txt").write_text("mine", encoding="utf-8")
        answer = self.json("verify", "out", code=3)
        self.assertEqual(answer, {"schema": 1, "ok": False, "changed": ["bill.csv"], "missing": ["pack.glb"],
                                  "extra": ["notes.txt"]})

    def test_an_export_of_some_files_still_vouches_for_the_others(self):
        self.new("commuter")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml,csv")
        before = files_of(self.folder / "out")
        self.do("export", "t.ruck", "-o", "out", "--only", "csv")
        self.assertEqual(files_of(self.folder / "out"), before)
        self.do("verify", "out")

    def test_files_of_another_edition_order_or_design_do_not_stay(self):
        self.new("hydration")
        out = self.folder / "out"
        for first, then in ((("--edition", "internal"), ()), (("--quantity", "900"), ("--quantity", "100")),
                            (("--issued", "2026-05-04"), ())):
            self.do("export", "t.ruck", "-o", "out", "--only", "xml,csv,glb", *first)
            self.do("export", "t.ruck", "-o", "out", "--only", "csv", *then)
            self.assertEqual({*files_of(out)} - {"bill.csv", "SHA256SUMS"}, {"pack.glb"}, first)
            self.do("verify", "out")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml,csv", "--edition", "internal")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml")
        self.assertNotIn("bill.csv", files_of(out), "a bill with prices")
        (out / "view-front.png").write_bytes(b"of the one pack")
        with open(out / "SHA256SUMS", "a", encoding="utf-8") as manifest:
            manifest.write(f"{hashlib.sha256(b'of the one pack').hexdigest()}  view-front.png\n")
        self.do("export", "t.ruck", "-o", "out", "--only", "csv")
        self.assertEqual({*files_of(out)}, {"bill.csv", "techpack.xml", "pack.glb", "view-front.png", "SHA256SUMS"})
        self.new("commuter")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml")
        self.assertEqual({*files_of(out)}, {"techpack.xml", "SHA256SUMS"})

    def test_what_somebody_changed_is_left_but_no_longer_vouched_for(self):
        self.new("hydration")
        self.do("export", "t.ruck", "-o", "out", "--only", "csv", "--edition", "internal")
        with open(self.folder / "out" / "bill.csv", "ab") as bill:
            bill.write(b"mine")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml")
        self.assertTrue((self.folder / "out" / "bill.csv").read_bytes().endswith(b"mine"))
        self.assertEqual(self.json("verify", "out", code=3)["extra"], ["bill.csv"])

    def test_every_stitch_and_seam_that_a_tech_pack_lists_has_its_name(self):
        for template in program.TEMPLATES:
            self.new(template)
            self.do("export", "t.ruck", "-o", "out", "--only", "xml")
            text = (self.folder / "out" / "techpack.xml").read_text(encoding="utf-8")
            self.assertEqual(re.findall(r"<(?:StitchType|SeamClass)[^>]*/>", text), [], template)

    def test_a_tech_pack_read_and_written_again_has_the_same_bytes(self):
        for template in program.TEMPLATES:
            self.new(template)
            for edition in ("factory", "internal"):
                self.do("export", "t.ruck", "-o", edition, "--only", "xml", "--edition", edition)
                self.do("techpack", "read", f"{edition}/techpack.xml", "-o", "again.xml")
                self.assertEqual((self.folder / "again.xml").read_bytes(),
                                 (self.folder / edition / "techpack.xml").read_bytes(), f"{template} {edition}")

    def test_the_factory_edition_names_no_price(self):
        self.new("endurance")
        self.do("export", "t.ruck", "-o", "factory", "--only", "xml,csv")
        self.do("export", "t.ruck", "-o", "internal", "--only", "xml,csv", "--edition", "internal")
        factory, internal = files_of(self.folder / "factory"), files_of(self.folder / "internal")
        self.assertIn(b'<CostSheet status="withheld"', factory["techpack.xml"])
        self.assertIn(b"<CostBreak ", internal["techpack.xml"])
        price = re.compile(rb"unit[- _]price|extended|\bfob=|target-fob|\bUSD\b", re.IGNORECASE)
        for name in ("bill.csv", "techpack.xml"):
            self.assertEqual(price.findall(factory[name]), [], name)
            self.assertNotEqual(price.findall(internal[name]), [], name)

    def test_the_issue_date_is_the_revision_s_unless_given(self):
        self.new("commuter")
        self.do("export", "t.ruck", "-o", "a", "--only", "xml")
        self.do("export", "t.ruck", "-o", "b", "--only", "xml", "--issued", "2026-05-04")
        self.assertIn(program.DATE.encode(), (self.folder / "a" / "techpack.xml").read_bytes())
        self.assertIn(b"2026-05-04", (self.folder / "b" / "techpack.xml").read_bytes())

    def test_a_picture_of_a_colorway_that_is_no_more_goes_with_the_next_export(self):
        path = self.new("commuter")
        self.do("export", "t.ruck", "-o", "out", "--only", "csv")
        out = self.folder / "out"
        (out / "view-three-quarter-GONE.png").write_bytes(b"old")
        (out / "view-mine.png").write_bytes(b"drawn over")
        with open(out / "SHA256SUMS", "a", encoding="utf-8") as manifest:
            manifest.write(f"{hashlib.sha256(b'old').hexdigest()}  view-three-quarter-GONE.png\n")
            manifest.write(f"{hashlib.sha256(b'as exported').hexdigest()}  view-mine.png\n")
        self.do("export", path, "-o", "out")
        self.assertFalse((out / "view-three-quarter-GONE.png").exists())
        self.assertEqual((out / "view-mine.png").read_bytes(), b"drawn over")

    def test_an_invalid_design_is_refused_and_leaves_no_folder(self):
        path = self.new("commuter")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('slot="body" option="panel-loader"', 'slot="body" option="vest"'),
                        encoding="utf-8")
        self.do("export", "t.ruck", "-o", "out", code=4)
        self.assertFalse((self.folder / "out").exists())

    def test_an_unwritable_folder_is_exit_5(self):
        self.new("commuter")
        (self.folder / "taken").write_text("a file", encoding="utf-8")
        self.do("export", "t.ruck", "-o", "taken", "--only", "csv", code=5)


if __name__ == "__main__":
    unittest.main(verbosity=2)
