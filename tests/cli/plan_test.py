"""Schedule, payments and cost of ownership of `cost`: they hang together, and their data are the tables'."""
import csv
import datetime
import os
import unittest
import xml.etree.ElementTree as xml
from decimal import Decimal

import program

REFERENCE = os.environ.get("RUCKSMITH_REFERENCE", os.path.join(program.SOURCE, "..", "shared"))
NAMESPACE = {"c": "urn:rucksmith:catalog:1"}
# The table's row of each stage; stages that it does not list apart are milestones and the courier.
ROWS = {"quote": "tech pack + RFQ + quote", "lab-dips": "lab dips / colour approval",
        "proto": "proto sample (per round)", "moulds": "logo moulds / dies", "pp-sample": "PP sample",
        "materials-stock": "materials: stock", "materials-dyed": "materials: dyed / rPET / branded zips",
        "bulk": "cutting + sewing + finishing (bulk)", "inspection": "final inspection + rework",
        "certificate": "conformity certificate (PVoC/SABER/SONCAP)", "sea-fcl": "sea freight FCL",
        "sea-lcl": "sea freight LCL", "air": "air freight", "customs": "customs clearance + delivery"}


def day(text):
    return datetime.date.fromisoformat(text)


def catalog():
    return xml.parse(program.SOURCE / "assets" / "catalog" / "schedule.xml").getroot()


class ShippedSchedule(unittest.TestCase):
    def table(self):
        """The reference's stages by name."""
        path = os.path.join(REFERENCE, "domain", "lead_time_stages.csv")
        if not os.path.exists(path):
            self.skipTest("the reference data is not here (set RUCKSMITH_REFERENCE)")
        with open(path, encoding="utf-8") as file:
            return {row["stage"]: row for row in csv.DictReader(file)}

    def test_days_are_those_of_the_table(self):
        table = self.table()
        stages = {stage.get("id"): stage for stage in catalog().iterfind("c:stages/c:stage", NAMESPACE)}
        for stage, row in ROWS.items():
            self.assertEqual([stages[stage].get(key) for key in ("low", "typical", "high")],
                             [table[row][key] for key in ("days_low", "days_typ", "days_high")], stage)
        self.assertEqual(sorted(set(stages) - set(ROWS)), ["express", "order-placed", "shipped"])

    def test_usual_lead_times_are_those_of_the_table_where_it_has_them(self):
        table = self.table()
        rows = {row.get("id"): row for row in catalog().iterfind("c:lead-times/c:lead-time", NAMESPACE)}
        stock, slow = "materials: stock", "materials: dyed / rPET / branded zips"
        for row, stage in {"cloth-stock": stock, "trims-stock": stock, "cloth-dyed": slow, "trims-dyed": slow,
                           "cloth-recycled": slow, "zips-branded": slow}.items():
            self.assertEqual([rows[row].get(key) for key in ("low", "typical", "high")],
                             [table[stage][key] for key in ("days_low", "days_typ", "days_high")], row)

    def test_closures_of_lunar_new_year_hold_its_first_day_and_last_as_long_as_the_table_says(self):
        first = {2026: "2026-02-17", 2027: "2027-02-06", 2028: "2028-01-26"}  # public almanac
        seen = set()
        for closure in catalog().iterfind("c:closures/c:closure", NAMESPACE):
            begins, ends = day(closure.get("from")), day(closure.get("until"))
            name = closure.find("c:name", NAMESPACE).text
            if name not in ("Lunar New Year", "Tet"):
                continue
            self.assertTrue(begins <= day(first[begins.year]) <= ends, (name, begins))
            self.assertIn((ends - begins).days + 1, range(7, 26))
            seen.add((name, begins.year))
        self.assertEqual(seen, {(name, year) for name in ("Lunar New Year", "Tet") for year in first})

    def test_feasts_that_follow_the_moon_lie_where_almanacs_expect_them(self):
        # First days as published ahead; a sighting moves them by a day or two.
        expected = {"Eid al-Fitr": ("2026-03-20", "2027-03-10", "2028-02-27"),
                    "Eid al-Adha": ("2026-05-27", "2027-05-16", "2028-05-05")}
        seen = {}
        for closure in catalog().iterfind("c:closures/c:closure", NAMESPACE):
            name = closure.find("c:name", NAMESPACE).text
            if name in expected:
                begins = day(closure.get("from"))
                nearest = min(abs((begins - day(text)).days) for text in expected[name])
                self.assertLessEqual(nearest, 2, (name, begins))
                seen.setdefault(name, set()).add(begins.year)
        self.assertEqual(seen, {name: {2026, 2027, 2028} for name in expected})


class Plan(program.InFolder):
    def at(self, *more):
        return self.json("cost", "t.ruck", "--quantity", "300", *more)["breaks"][0]

    def test_a_stage_starts_after_those_before_it_and_the_end_is_the_last_day(self):
        self.new("hydration")
        schedule = self.at()["schedule"]
        stages = {stage["id"]: stage for stage in schedule["stages"]}
        self.assertEqual(schedule["starts"], program.DATE)
        self.assertEqual(schedule["ends"], max(stage["ends"] for stage in stages.values()))
        self.assertEqual((day(schedule["ends"]) - day(program.DATE)).days + 1, schedule["days"]["typical"])
        for before, after in (("quote", "proto"), ("pp-sample", "bulk"), ("bulk", "inspection"),
                              ("sea-lcl", "customs")):
            self.assertLess(stages[before]["ends"], stages[after]["starts"])
        self.assertTrue(stages["customs"]["critical"])
        small, volume = schedule["routes"]
        self.assertEqual((small["id"], volume["id"]), ("small-batch", "volume"))
        self.assertLess(small["days"]["typical"], volume["days"]["typical"])
        self.assertGreater(Decimal(small["freight_cost"]), Decimal(volume["freight_cost"]))

    def test_materials_take_as_long_as_the_slowest_line_of_the_bill(self):
        seen = set()
        for template in ("hydration", "lightweight", "commuter"):
            file = self.new(template, template + ".ruck").name
            lines = [line for line in self.json("bom", file, "--quantity", "300")["lines"] if line["item"]]
            self.assertTrue(all(line["lead_time"] for line in lines), template)
            at = self.json("cost", file, "--quantity", "300")["breaks"][0]
            stages = {stage["id"]: stage for stage in at["schedule"]["stages"]}
            for stage, made in (("materials-stock", False), ("materials-dyed", True)):
                days = [line["lead_time"]["days"] for line in lines if line["lead_time"]["made_to_order"] == made]
                self.assertEqual(stage in stages, bool(days), (template, stage))
                if days:
                    self.assertEqual(stages[stage]["days"], max(days), (template, stage))
                    self.assertTrue(stages[stage]["waits_for"])
                    seen.add((stage, max(days)))
        self.assertGreater(len(seen), 1)

    def test_tet_lengthens_an_order_that_it_meets(self):
        self.new("hydration")
        length = {when: self.at("--on", when)["schedule"]["days"]["typical"] for when in ("2026-12-01", "2027-03-01")}
        self.assertGreater(length["2026-12-01"], length["2027-03-01"] + 4)

    def test_payments_add_up_to_the_price_under_every_terms(self):
        self.new("commuter")
        terms = [one.get("id") for one in catalog().iterfind("c:payment-terms/c:terms", NAMESPACE)]
        self.assertEqual(self.at()["payments"]["terms"], terms[0])
        for one in terms:
            self.do("set", "t.ruck", f"order.payment={one}")
            at = self.at()
            payments = at["payments"]
            self.assertEqual(payments["terms"], one)
            self.assertEqual(sum(Decimal(row["amount"]) for row in payments["rows"] if row["of_price"]),
                             Decimal(at["order_total"]), one)
            self.assertEqual(sum(Decimal(row["amount"]) for row in payments["rows"]), Decimal(payments["total"]), one)
            self.assertEqual(sum(Decimal(row["amount"]) for row in payments["rows"]
                                 if row["date"] <= payments["in_market"]), Decimal(payments["tied_up"]), one)
        self.do("set", "t.ruck", "order.payment=auto")
        self.assertEqual(self.at()["payments"]["terms"], terms[0])
        self.do("set", "t.ruck", "order.payment=barter", code=2)

    def test_under_ddp_the_buyer_pays_the_seller_and_the_unloading_alone(self):
        self.new("commuter")
        rows = self.at("--incoterm", "DDP")["payments"]["rows"]
        self.assertEqual({row["what"] for row in rows if not row["of_price"]}, {"unloading"})

    def test_ownership_begins_with_the_landed_cost_and_adds_up(self):
        self.new("endurance")
        at = self.at()
        owned = at["ownership"]
        self.assertEqual(owned["lines"][0]["typical"], at["unit"]["landed"])
        for pace in ("low", "typical", "high"):
            self.assertEqual(sum(Decimal(line[pace]) for line in owned["lines"]), Decimal(owned["total"][pace]))
        self.assertLess(Decimal(owned["total"]["low"]), Decimal(owned["total"]["high"]))
        years = Decimal(owned["life"]["years"]["typical"])
        self.assertAlmostEqual(Decimal(at["unit"]["landed"]) / years, Decimal(owned["life"]["landed_per_year"]), 3)


if __name__ == "__main__":
    unittest.main()
