"""The catalog's delivery terms and duties against the reference tables beside the repository."""
import csv
import os
import re
import unittest
import xml.etree.ElementTree as xml

SOURCE = os.environ["RUCKSMITH_SOURCE"]
REFERENCE = os.environ.get("RUCKSMITH_REFERENCE", os.path.join(SOURCE, "..", "shared"))
NAMESPACE = {"c": "urn:rucksmith:catalog:1"}
COLUMNS = {"pre-carriage": "pre_carriage", "export-clearance": "export_clearance",
           "origin-terminal": "origin_terminal_handling", "vessel-loading": "loading_main_vessel",
           "main-carriage": "main_carriage", "insurance": "cargo_insurance",
           "destination-terminal": "dest_terminal_handling", "on-carriage": "on_carriage_to_named_place",
           "unloading": "unloading_at_named_place", "import-clearance": "import_clearance",
           "duty-and-tax": "import_duty_and_vat"}
# Where the table leaves it to the contract: what we say is in the carriage paid to the buyer's place.
BY_CONTRACT = {("CPT", "destination-terminal"), ("CIP", "destination-terminal"),
               # At the forwarder whom the buyer names the goods are handed over before the terminal.
               ("FCA", "origin-terminal")}


def rows(name):
    path = os.path.join(REFERENCE, "domain", name)
    if not os.path.exists(path):
        raise unittest.SkipTest("the reference data is not here (set RUCKSMITH_REFERENCE)")
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def catalog(name):
    return xml.parse(os.path.join(SOURCE, "assets", "catalog", name)).getroot()


class Trade(unittest.TestCase):
    def test_who_pays_which_leg_is_as_in_the_table(self):
        terms = {term.get("id"): term for term in catalog("trade.xml").iterfind("c:incoterms/c:incoterm", NAMESPACE)}
        table = rows("incoterms_2020.csv")
        self.assertEqual(sorted(terms), sorted(row["term"] for row in table))
        compared = 0
        for row in table:
            term = terms[row["term"]]
            self.assertEqual(term.get("sea-only") == "yes", row["modes"].startswith("sea"), row["term"])
            for leg, column in COLUMNS.items():
                said = {"S": "seller", "B": "buyer", "n": "none"}.get(row[column][:1])
                if said is None or (row["term"], leg) in BY_CONTRACT:
                    continue
                self.assertEqual(term.get(leg), said, f"{row['term']} {leg}: {row[column]}")
                compared += 1
        self.assertGreater(compared, 110)

    def test_duties_of_sure_rows_are_those_of_the_table(self):
        lines = {}
        for market in catalog("markets.xml").iterfind("c:markets/c:market", NAMESPACE):
            for tariff in market.iterfind("c:tariff", NAMESPACE):
                lines[(market.get("customs-area"), tariff.get("code"))] = (tariff.get("duty"), market.get("valuation"))
        compared = 0
        for row in rows("duties_4202.csv"):
            if row["confidence"] != "high" or not re.fullmatch(r"[0-9.]+", row["mfn_duty_pct"]):
                continue
            duty, valuation = lines[(row["iso2"], row["tariff_line"])]
            self.assertEqual(float(duty), float(row["mfn_duty_pct"]), row)
            self.assertEqual(valuation, row["valuation"], row)
            compared += 1
        self.assertGreaterEqual(compared, 8)


if __name__ == "__main__":
    unittest.main()
