"""The figures that the command line prints add up, checked by other arithmetic than the program's."""

import re
from decimal import ROUND_HALF_UP, Decimal

import program


class Figures(program.InFolder):
    def test_the_bill_s_lines_add_up_to_its_mass_and_their_assemblies(self):
        for template in program.TEMPLATES:
            self.new(template)
            bill = self.json("bom", "t.ruck")
            items = [line for line in bill["lines"] if line["item"] is not None]
            mass = sum(Decimal(str(line["mass_g"])) for line in items)
            self.assertEqual(mass, Decimal(str(bill["mass_g"])), template)
            for parent in (line for line in bill["lines"] if line["item"] is None):
                below = [line for line in bill["lines"] if line["parent"] == parent["line"]]
                self.assertEqual(sum(Decimal(line["extended"]) for line in below), Decimal(parent["extended"]))

    def test_gross_is_net_and_waste(self):
        self.new("endurance")
        for line in self.json("bom", "t.ruck")["lines"]:
            if line["item"] is None:
                continue
            waste = sum(Decimal(part["amount"]) for part in line["waste"])
            self.assertEqual(Decimal(line["net"]) + waste, Decimal(line["gross"]), line)

    def test_a_total_is_the_sum_of_its_groups_and_the_order_is_rounded_once(self):
        for template in program.TEMPLATES:
            self.new(template)
            cost = self.json("cost", "t.ruck")
            self.assertEqual([at["quantity"] for at in cost["breaks"]], [100, 300, 500, 1000, 3000, 5000, 10000])
            for at in cost["breaks"]:
                unit = {key: Decimal(value) for key, value in at["unit"].items() if value is not None}
                ex_factory = sum(unit[key] for key in
                                 ("materials", "labour", "overhead", "tooling", "quality", "margin"))
                self.assertEqual(ex_factory, unit["ex_factory"])
                self.assertEqual(ex_factory + unit["logistics"], unit["fob"])
                self.assertEqual(cost["incoterm"], "FOB")
                total = (unit["fob"] * at["quantity"]).quantize(Decimal("0.01"), ROUND_HALF_UP)
                self.assertEqual(total, Decimal(at["order_total"]))

    def test_an_explained_cost_says_what_each_line_rests_on_and_its_lines_add_up(self):
        self.new("commuter")
        plain, explained = (self.json("cost", "t.ruck", *more) for more in ((), ("--explain",)))
        for at, before in zip(explained["breaks"], plain["breaks"]):
            lines = at.pop("lines")
            self.assertEqual(at, before)
            for line in lines:
                self.assertNotEqual(line["basis"].strip(), "", line)
            for group in ("materials", "labour", "overhead", "tooling", "quality", "logistics", "margin"):
                amounts = [Decimal(line["amount"]) for line in lines if line["group"] == group]
                self.assertEqual(sum(amounts), Decimal(at["unit"][group]), group)
        self.assertEqual({*explained}, {*plain})
        printed = self.do("cost", "t.ruck", "--explain", "--quantity", "500").decode()
        at = self.json("cost", "t.ruck", "--explain", "--quantity", "500")["breaks"][0]
        for line in at["lines"]:
            row = next(row for row in printed.splitlines()
                       if row.startswith("  " + line["group"]) and line["name"] in row and row.endswith(line["basis"]))
            self.assertIn(f" {Decimal(line['amount']):.4f} ", row)
        self.assertNotIn("At 500 pieces:", self.do("cost", "t.ruck", "--quantity", "500").decode())

    def test_the_seller_is_paid_for_its_legs_and_the_door_costs_the_same_under_every_incoterm(self):
        self.new("hydration")
        landed = set()
        for term in ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"):
            at = self.json("cost", "t.ruck", "--incoterm", term, "--quantity", "777")["breaks"][0]
            costs = [leg for leg in at["legs"] if not leg["recoverable"]]
            price = sum(Decimal(leg["amount"]) for leg in costs if leg["payer"] == "seller")
            self.assertEqual(Decimal(at["order_total"]),
                             (price * 777).quantize(Decimal("0.01"), ROUND_HALF_UP), term)
            self.assertEqual(Decimal(at["unit"]["landed"]), sum(Decimal(leg["amount"]) for leg in costs), term)
            landed.add(at["unit"]["landed"])
            if term == "EXW":
                self.assertEqual(price, Decimal(at["unit"]["ex_factory"]))
            if term == "FOB":
                self.assertEqual(price, Decimal(at["unit"]["fob"]))
            shown = self.json("show", "t.ruck", "--incoterm", term, "--quantity", "777")["unit_cost"]
            self.assertEqual((Decimal(shown["amount"]), shown["incoterm"]), (price, term))
        self.assertEqual(len(landed), 1, landed)

    def test_duty_follows_origin_market_and_day(self):
        self.new("hydration")

        def duty(*more):
            return self.json("cost", "t.ruck", "--quantity", "1000", *more)["breaks"][0]["duty"]
        german = duty()
        self.assertEqual((german["tariff_line"], german["rate_pct"], german["valuation"]), ("4202 92 91", "2.7", "CIF"))
        # 17.6 % of man-made fibres, Section 301 for goods from China, Section 122 from 24 February to 23 July 2026.
        american = ("--market", "US", "--origin", "CN", "--on")
        self.assertEqual([duty(*american, day)["rate_pct"] for day in
                          ("2026-02-23", "2026-02-24", "2026-07-23", "2026-07-24")],
                         ["42.6", "52.6", "52.6", "42.6"])
        self.assertEqual(duty("--market", "US", "--origin", "VN", "--on", "2026-09-01")["rate_pct"], "17.6")
        notes = self.json("cost", "t.ruck", "--quantity", "1000")["warnings"]
        self.assertTrue(any("EU-Vietnam" in note and "0 % instead of 2.7 %" in note for note in notes), notes)
        printed = self.do("cost", "t.ruck", "--incoterm", "DDP", "--quantity", "1000").decode()
        self.assertIn("price DDP", printed)
        self.assertIn("landed in DE", printed)
        self.assertIn("importer of record", printed)

    def test_in_house_control_and_margin_are_shares_of_ex_factory(self):
        self.new("commuter")
        self.do("export", "t.ruck", "-o", "out", "--only", "xml", "--edition", "internal", "--quantity", "1000")
        text = (self.folder / "out" / "techpack.xml").read_text(encoding="utf-8")
        sheet = text[text.index("<CostBreak quantity=\"1000\""):]
        ex_factory = Decimal(re.search(r'ex-factory="([0-9.]+)"', sheet).group(1))
        shares = re.findall(r'<CostLine group="(quality|margin)" amount="([0-9.]+)" status="\w+">\s*<Name>[^<]*</Name>'
                            r'\s*<Basis>([0-9.]+) % of ex-factory', sheet[:sheet.index("</CostBreak>")])
        self.assertEqual([group for group, _, _ in shares], ["quality", "margin"])
        for _, amount, percent in shares:
            self.assertAlmostEqual(Decimal(amount), ex_factory * Decimal(percent) / 100, delta=Decimal("0.0001"))

    def test_names_not_ids_stand_in_the_printed_bill(self):
        self.new("commuter")
        printed = self.do("bom", "t.ruck").decode()
        assemblies = {line["line"]: line["assembly"] for line in self.json("bom", "t.ruck")["lines"]
                      if line["item"] is None}
        names = {row[0]: " ".join(row[1:]) for row in (line.split() for line in printed.splitlines()) if row}
        slots = {slot for slot in assemblies.values() if "-" in slot}
        self.assertGreater(len(slots), 3)
        for line, assembly in assemblies.items():
            if assembly in slots:
                self.assertFalse(names[line].startswith(assembly), names[line])

    def test_show_bom_and_cost_say_the_same_mass_and_money(self):
        self.new("hydration")
        show = self.json("show", "t.ruck", "--quantity", "500", "--incoterm", "FOB")
        bill = self.json("bom", "t.ruck", "--quantity", "500")
        cost = self.json("cost", "t.ruck", "--quantity", "500,2000")
        self.assertEqual(show["mass_g"], bill["mass_g"])
        self.assertEqual(show["unit_cost"]["amount"], cost["breaks"][0]["unit"]["fob"])
        self.assertEqual([at["quantity"] for at in cost["breaks"]], [500, 2000])
        self.assertEqual(bill["lines"][0]["extended"] > "0", True)

    def test_capacity_reaches_the_label_within_two_percent(self):
        for template in program.TEMPLATES:
            self.new(template)
            show = self.json("show", "t.ruck")
            label = show["parameters"]["capacity"]["value"]
            self.assertAlmostEqual(show[show["label_means"]], label, delta=0.02 * label, msg=template)

    def test_every_seam_s_runs_fit(self):
        for template in program.TEMPLATES:
            self.new(template)
            for size in ("S", "M", "L"):
                for seam in self.json("walk", "t.ruck", "--pack-size", size)["seams"]:
                    first, second = seam["length_mm"]
                    allowed = max(1.0, 0.005 * max(first, second))
                    self.assertAlmostEqual(first, second * seam["ratio"], delta=allowed + 0.002,
                                           msg=f"{template} {size} {seam['id']}")
                    self.assertTrue(seam["ok"], f"{template} {size} {seam['id']}")

    def test_a_choice_moves_mass_and_cost(self):
        self.new("commuter")
        before = self.json("show", "t.ruck")
        self.do("set", "t.ruck", "hip-belt=webbing")
        after = self.json("show", "t.ruck")
        self.assertGreater(after["mass_g"], before["mass_g"])
        self.assertGreater(Decimal(after["unit_cost"]["amount"]), Decimal(before["unit_cost"]["amount"]))
        states = {choice["slot"]: choice["state"] for choice in after["choices"]}
        self.assertEqual(states["hip-belt"], "chosen")
        self.assertEqual(states["body"], "available")


if __name__ == "__main__":
    program.main()
