"""Every --json answer has the keys of the outside contract, with their types, and no others."""

import json
import re

import program

DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
NUMBER = (int, float)
NOT_BUILT = type(None)


def decimal(value):
    return isinstance(value, str) and DECIMAL.fullmatch(value)


def one_of(*values):
    return lambda value: value in values


# A key's shape: a type or types, a test, {keys}, or [shape of the elements].
def is_measure(value):
    """Figures stand under keys that name their unit: value_mm; of other points value_l, value_g, value_cm2."""
    unit = {"Z": "l", "ZX": "l", "V": "cm2", "VF": "cm2", "Y": "g"}.get(value["id"], "mm")
    figures = [f"{key}_{unit}" for key in ("value", "tol_plus", "tol_minus")]
    return list(value) == ["id", "name", "size", *figures] and value["size"] in ("S", "M", "L") and all(
        isinstance(value[key], NUMBER) for key in figures)


BY = one_of("user", "template", "solved")
SHOW = {
    "schema": int, "valid": bool,
    "design": {"name": str, "style_number": str, "template": str},
    "choices": [{"slot": str, "option": str, "state": one_of("chosen", "available", "forced", "blocked"), "by": BY,
                 "pinned": bool}],
    "parameters": lambda value: len(value) >= 6 and all(
        isinstance(one["value"], NUMBER) and BY(one["by"]) and list(one) == ["value", "by"] for one in value.values()),
    "zones": [{"zone": str, "item": str, "by": BY}],
    "label_means": one_of("capacity_l", "carry_l"),
    "mass_g": NUMBER, "capacity_l": NUMBER, "carry_l": NUMBER,
    "compartments": [{"id": str, "capacity_l": NUMBER}],
    "load_max_kg": NUMBER, "bounce_score": NUMBER, "centre_of_mass_mm": {"x": NUMBER, "y": NUMBER, "z": NUMBER},
    "reflective_cm2": [{"azimuth_deg": NUMBER, "area": NUMBER}],
    "dimensions_mm": {"h": NUMBER, "w": NUMBER, "d": NUMBER},
    "measures": lambda value: all(is_measure(one) for one in value),
    "unit_cost": {"amount": decimal, "currency": str, "quantity": int, "incoterm": str},
}
LINE = {
    "line": str, "level": int, "parent": (str, NOT_BUILT), "assembly": str, "item": (str, NOT_BUILT),
    "placement": str, "part_ids": [str], "unit": (str, NOT_BUILT),
    "net": lambda value: value is None or decimal(value),
    "waste": [{"reason": str, "amount": decimal}],
    "gross": lambda value: value is None or decimal(value),
    "mass_g": NUMBER, "unit_price": lambda value: value is None or decimal(value), "extended": decimal,
    "status": one_of("sourced", "estimate", "quote", "user"),
    "lead_time": lambda value: value is None or (
        list(value) == ["days", "low", "high", "made_to_order", "from", "status"]
        and value["low"] <= value["days"] <= value["high"] and isinstance(value["made_to_order"], bool)
        and value["from"] and value["status"] in ("sourced", "estimate", "quote", "user")),
}
UNIT = {key: decimal for key in ("materials", "labour", "overhead", "tooling", "quality", "logistics", "margin",
                                 "ex_factory", "fob")}
LEG = {"id": str, "payer": one_of("seller", "buyer", "none"), "amount": decimal, "basis": str,
       "status": one_of("sourced", "estimate", "quote", "user"), "recoverable": bool}
STATUS = one_of("sourced", "estimate", "quote", "user")
DAYS = {"low": int, "typical": int, "high": int}
RANGE = {"low": decimal, "typical": decimal, "high": decimal}


def is_day(value):
    return re.fullmatch(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", value)


SCHEDULE = {
    "stages": [{"id": str, "name": str, "starts": is_day, "ends": is_day, "days": int, "slack": int, "critical": bool,
                "status": STATUS, "waits_for": (str, NOT_BUILT)}],
    "starts": is_day, "ends": is_day, "days": DAYS, "order_to_shipment_days": int, "contingency_days": int,
    "ends_with_contingency": is_day, "notes": [str],
    "routes": [{"id": str, "name": str, "freight": str, "freight_cost": decimal, "freight_currency": str,
                "days": DAYS, "ends": is_day, "only": [str]}],
}
PAYMENTS = {
    "terms": str, "name": str, "method": str, "price": decimal, "total": decimal, "in_market": is_day,
    "tied_up": decimal,
    "rows": [{"date": is_day, "what": str, "amount": decimal, "due": str, "of_price": bool, "recoverable": bool}],
}
OWNERSHIP = {
    "lines": [{"id": str, **RANGE, "basis": str, "status": STATUS}], "total": RANGE,
    "life": {"item": str, "score": int, "years": RANGE, "landed_per_year": decimal, "total_per_year": decimal},
}
EFFECT = {"driver": str, "less": decimal, "more": decimal, "swing": decimal}
STATE = one_of("chosen", "available", "forced", "blocked")


def decimal_or_none(value):
    return value is None or decimal(value)


ADVISED = {"state": STATE, "delta_unit_cost": decimal_or_none, "delta_mass_g": (*NUMBER, NOT_BUILT),
           "exact": (bool, NOT_BUILT)}
RUN = [{"piece": str, "edge": str, "from_mm": NUMBER, "to_mm": NUMBER}]
SHAPES = {
    "templates": {"schema": int, "templates": [{"id": str, "name": str, "type": str, "capacity_l": NUMBER,
                                                "label_means": one_of("capacity_l", "carry_l")}]},
    "show": SHOW,
    "check": {"schema": int, "valid": bool, "compliance": [{"market": str, "requirement": str, "from": str, "document": str,
                                                                "status": one_of("met", "document-missing", "not-met",
                                                                                 "not-applicable")}],
              "violations": [{"rule": str, "severity": one_of("error", "warning", "hint"), "message": str,
                              "because": str, "ids": [str],
                              "suggestion": lambda value: value is None or sorted(value) == ["place", "value"]}]},
    "bom": {"schema": int, "valid": bool, "quantity": int, "currency": str, "mass_g": NUMBER, "lines": [LINE],
            "markers": [{"item": str, "zones": [str], "packs": int, "length_mm": NUMBER, "efficiency": NUMBER,
                         "utilisation": NUMBER, "gross": decimal}],
            "minimums": [{"item": str, "color": (str, NOT_BUILT), "made_to_order": bool, "unit": str, "need": decimal,
                          "minimum": decimal, "surplus": decimal, "cost": decimal, "basis": str}]},
    "cost": {"schema": int, "valid": bool, "as_of": str, "currency": str, "origin": str, "market": str,
             "incoterm": str, "warnings": [str],
             "range": {"low": decimal, "likely_low": decimal, "typical": decimal, "likely_high": decimal,
                       "high": decimal, "drivers": [EFFECT]},
             "sensitivity": [EFFECT],
             "ladder": [{"step": str, "price": decimal, "margin_pct": decimal, "markup_pct": decimal, "basis": str}],
             "breaks": [{"quantity": int, "unit": {**UNIT, "landed": decimal}, "legs": [LEG], "order_total": decimal,
                         "assist": lambda value: value is None or decimal(value),
                         "duty": {"tariff_line": str, "rate_pct": decimal, "valuation": one_of("CIF", "FOB"),
                                  "amount": decimal, "customs_value": decimal},
                         "freight": [{"mode": str, "amount": decimal, "currency": str, "basis": str}],
                         "schedule": SCHEDULE, "payments": PAYMENTS, "ownership": OWNERSHIP}]},
    "options": {"schema": int, "valid": bool,
                "slots": [{"slot": str, "options": [{"option": str, **ADVISED}]}],
                "parameters": [{"parameter": str, "steps": [{"value": NUMBER, **ADVISED}]}],
                "zones": [{"zone": str, "items": [{"item": str, **ADVISED}]}]},
    "why": {"schema": int, "valid": bool, "state": STATE,
            "explanations": [{"choices": [{"slot": str, "option": str}],
                              "rules": [{"id": str, "name": str, "because": str}]}],
            "repairs": [{"changes": [{"slot": str, "from": str, "to": str}], "delta_unit_cost": decimal_or_none,
                         "delta_mass_g": (*NUMBER, NOT_BUILT), "findings": [{"rule": str, "message": str}]}],
            "findings": [{"rule": str, "message": str}]},
    "new": {"schema": int, "valid": bool, "file": str},
    "set": {"schema": int, "valid": bool, "file": str},
    "walk": {"schema": int, "valid": bool,
             "seams": [{"id": str, "runs": [RUN], "length_mm": [NUMBER], "ratio": NUMBER, "ok": bool}]},
    "render": {"schema": int, "valid": bool, "file": str, "width": int, "height": int, "triangles": int,
               "ms": NUMBER},
    "render by night": {"schema": int, "valid": bool, "file": str, "width": int, "height": int, "triangles": int,
                        "ms": NUMBER, "reflective_cm2": [{"azimuth_deg": NUMBER, "area": NUMBER}]},
    "marker": {"schema": int, "length": NUMBER, "density": NUMBER, "seconds": NUMBER, "iterations": int,
               "placements": [{"item": (int, str), "x": NUMBER, "y": NUMBER, "rotation": NUMBER, "mirrored": bool}]},
    "verify": {"schema": int, "ok": bool, "changed": [str], "missing": [str], "extra": [str]},
}


class JsonKeys(program.InFolder):
    def assert_shape(self, value, shape, at):
        if isinstance(shape, dict):
            self.assertEqual(sorted(value), sorted(shape), at)
            for key in shape:
                self.assert_shape(value[key], shape[key], f"{at}.{key}")
        elif isinstance(shape, list):
            self.assertIsInstance(value, list, at)
            for index, element in enumerate(value):
                self.assert_shape(element, shape[0], f"{at}[{index}]")
        elif isinstance(shape, (type, tuple)):
            self.assertIsInstance(value, shape, at)
        else:
            self.assertTrue(shape(value), f"{at}: {value!r}")

    def test_every_command_about_a_design_has_the_keys_of_the_contract(self):
        for template in program.TEMPLATES:
            self.new(template)
            for command in ("show", "check", "bom", "cost", "walk"):
                answer = self.json(command, "t.ruck")
                self.assert_shape(answer, SHAPES[command], f"{template} {command}")
                self.assertEqual(answer["schema"], 1)
                self.assertIs(answer["valid"], True, template)

    def test_what_may_be_chosen_and_why_not_has_the_keys_of_the_contract(self):
        self.new("commuter")
        self.do("set", "t.ruck", "hydration=none")
        options = self.json("options", "t.ruck")
        self.assert_shape(options, SHAPES["options"], "options")
        states = {one["option"]: one for slot in options["slots"] if slot["slot"] == "hose-port"
                  for one in slot["options"]}
        self.assertEqual(states["left"]["state"], "blocked")
        # A material's difference is that of the design with it, by the road of `show`; about, cloth as it is laid now.
        shell = next(zone["items"] for zone in options["zones"] if zone["zone"] == "shell")
        other = next(one for one in shell if one["state"] == "available")
        now = self.json("show", "t.ruck")
        self.do("set", "t.ruck", f"shell={other['item']}", "-o", "other.ruck")
        then = self.json("show", "other.ruck")
        self.assertAlmostEqual(other["delta_mass_g"], then["mass_g"] - now["mass_g"], 2)
        difference = float(then["unit_cost"]["amount"]) - float(now["unit_cost"]["amount"])
        self.assertAlmostEqual(float(other["delta_unit_cost"]), difference, delta=0.01 * float(now["unit_cost"]["amount"]))
        steps = next(one["steps"] for one in options["parameters"] if one["parameter"] == "load")
        self.assertTrue(all(one["delta_mass_g"] is not None for one in steps if one["state"] == "available"))
        self.assertEqual((states["none"]["state"], states["none"]["delta_mass_g"]), ("forced", 0))
        why = self.json("why", "t.ruck", "hose-port=left")
        self.assert_shape(why, SHAPES["why"], "why")
        self.assertEqual(why["state"], "blocked")
        self.assertEqual(why["explanations"][0]["choices"], [{"slot": "hydration", "option": "none"}])
        self.assertEqual([rule["id"] for rule in why["explanations"][0]["rules"]], ["port-needs-sleeve"])
        self.assertEqual(why["repairs"][0]["changes"], [{"slot": "hydration", "from": "none", "to": "sleeve"}])
        # what choosing it anyway would change is known before one asks why
        self.assertAlmostEqual(float(states["left"]["delta_unit_cost"]),
                               float(why["repairs"][0]["delta_unit_cost"]), 1)
        self.assertIs(states["left"]["exact"], False)
        # taken at its word, the repair gives what it said
        before = self.json("show", "t.ruck")
        self.do("set", "t.ruck", "hydration=sleeve", "hose-port=left")
        after = self.json("show", "t.ruck")
        self.assertIs(after["valid"], True)
        self.assertAlmostEqual(after["mass_g"] - before["mass_g"], why["repairs"][0]["delta_mass_g"], 2)
        self.assertAlmostEqual(float(after["unit_cost"]["amount"]) - float(before["unit_cost"]["amount"]),
                               float(why["repairs"][0]["delta_unit_cost"]), 3)
        self.assertEqual(self.json("why", "t.ruck", "hose-port=left")["state"], "chosen")

    def test_what_geometry_has_against_an_available_value_is_in_the_answer(self):
        self.new("commuter")
        self.do("set", "t.ruck", "back-length=520", "width=300")
        why = self.json("why", "t.ruck", "depth=100")
        self.assert_shape(why, SHAPES["why"], "why")
        self.assertEqual((why["state"], why["repairs"]), ("available", []))
        self.assertEqual([finding["rule"] for finding in why["findings"]], ["capacity-not-reached"])

    def test_a_design_made_or_changed_says_whether_it_is_valid(self):
        made = self.json("new", "commuter", "-o", "t.ruck", "--date", program.DATE)
        self.assert_shape(made, SHAPES["new"], "new")
        self.assertEqual((made["valid"], made["file"]), (True, "t.ruck"))
        self.assertIs(self.json("set", "t.ruck", "hip-belt=webbing")["valid"], True)
        path = self.folder / "t.ruck"
        path.write_text(path.read_text(encoding="utf-8").replace(
            'slot="body" option="panel-loader"', 'slot="body" option="vest"'), encoding="utf-8")
        changed = self.json("set", "t.ruck", "brand.name=Ours")
        self.assert_shape(changed, SHAPES["set"], "set")
        self.assertIs(changed["valid"], False)

    def test_measures_are_all_that_the_text_and_the_tech_pack_have(self):
        for template in program.TEMPLATES:
            self.new(template)
            ids = [measure["id"] for measure in self.json("show", "t.ruck")["measures"] if measure["size"] == "M"]
            rows = self.do("show", "t.ruck").decode().split("measure  mm")[1].splitlines()[2:]
            self.assertEqual(ids, [row.split()[0] for row in rows if row and not " of the wearer " in row], template)

    def test_the_list_of_templates_has_its_keys(self):
        answer = self.json("templates")
        self.assert_shape(answer, SHAPES["templates"], "templates")
        shipped = sorted(path.stem for path in (program.SOURCE / "templates").glob("*.ruck"))
        self.assertEqual(sorted(one["id"] for one in answer["templates"]), shipped)

    def test_a_picture_and_a_verified_folder_have_their_keys(self):
        self.new("commuter")
        drawn = self.json("render", "t.ruck", "-o", "p.png", "--size", "320x240")
        self.assert_shape(drawn, SHAPES["render"], "render")
        self.assertEqual((drawn["file"], drawn["width"], drawn["height"]), ("p.png", 320, 240))
        header = (self.folder / "p.png").read_bytes()[:24]
        self.assertEqual(header[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual((int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")), (320, 240))
        night = self.json("render", "t.ruck", "-o", "n.png", "--size", "320x240", "--view", "night")
        self.assert_shape(night, SHAPES["render by night"], "render by night")
        self.assertEqual([view["azimuth_deg"] for view in night["reflective_cm2"]], [*range(0, 360, 45)])
        self.do("export", "t.ruck", "-o", "out", "--only", "csv")
        self.assert_shape(self.json("verify", "out"), SHAPES["verify"], "verify")

    def test_a_marker_has_its_keys_and_is_the_same_each_time(self):
        corners = [[0, 0], [310, 0], [250, 220], [0, 190]]
        item = {"demand": 5, "mirrored": 2, "allowed_orientations": [0, 180], "shape": {"data": corners}}
        pieces = {"strip_height": 700, "items": [{"id": 7, **item}, {"id": "b", **item, "demand": 3}]}
        (self.folder / "p.json").write_text(json.dumps(pieces), encoding="utf-8")
        marker = self.json("marker", "p.json", "--iterations", "20", "--seed", "3")
        self.assert_shape(marker, SHAPES["marker"], "marker")
        self.assertEqual([one["item"] for one in marker["placements"]], 5 * [7] + 3 * ["b"])
        self.assertEqual(sum(one["mirrored"] for one in marker["placements"]), 4)
        area = 8 * (310 * 220 + 250 * 190) / 2
        self.assertAlmostEqual(marker["density"], area / (700 * marker["length"]), 9)
        again = self.json("marker", "p.json", "--iterations", "20", "--seed", "3")
        self.assertEqual(again["placements"], marker["placements"])

    def test_an_invalid_design_is_answered_with_nulls_instead_of_figures(self):
        path = self.new("commuter")
        text = path.read_text(encoding="utf-8")
        self.assertIn('slot="body" option="panel-loader"', text)
        path.write_text(text.replace('slot="body" option="panel-loader"', 'slot="body" option="vest"'),
                        encoding="utf-8")
        for command, nothing in (("show", "mass_g"), ("bom", "lines"), ("cost", "breaks")):
            answer = self.json(command, "t.ruck")
            self.assertIs(answer["valid"], False)
            self.assertIsNone(answer[nothing], command)
            self.assertEqual(sorted(answer), sorted(SHAPES[command]), command)
        self.assertIs(self.json("check", "t.ruck", code=4)["valid"], False)

    def test_a_failure_prints_nothing_on_standard_output(self):
        self.new("commuter")
        for code, words in ((2, ("show", "t.ruck", "--market", "XX")), (5, ("bom", "absent.ruck")),
                            (4, ("set", "t.ruck", "body=vest")), (2, ("quote", "t.ruck"))):
            self.assertEqual(self.do(*words, "--json", code=code), b"", words)


if __name__ == "__main__":
    program.main()
