"""compare, what-if, reports, range and ladder: they add up, and say the same as cost and bom."""
from decimal import ROUND_HALF_UP, Decimal

import program


def printed(value):
    return value.quantize(Decimal("0.0001"), ROUND_HALF_UP)


class WhatIf(program.InFolder):
    def test_every_cell_is_what_cost_says_of_that_order(self):
        self.new("hydration")
        table = self.json("what-if", "t.ruck", "--origin", "VN,TR", "--market", "DE,US", "--incoterm", "FOB,DDP",
                          "--quantity", "300")
        self.assertEqual(len(table["cells"]), 8)
        for cell in table["cells"]:
            cost = self.json("cost", "t.ruck", "--origin", cell["origin"], "--market", cell["market"], "--incoterm",
                             cell["incoterm"], "--quantity", "300")["breaks"][0]
            self.assertEqual((cell["ex_factory"], cell["landed"], cell["duty"]),
                             (cost["unit"]["ex_factory"], cost["unit"]["landed"], cost["duty"]["amount"]), cell)
            sold = sum(Decimal(leg["amount"]) for leg in cost["legs"]
                       if leg["payer"] == "seller" and not leg["recoverable"])
            self.assertEqual(Decimal(cell["price"]), sold)

    def test_what_cannot_be_had_is_said_in_its_row_and_wrong_names_are_refused(self):
        self.new("commuter")
        self.do("set", "t.ruck", "order.freight=air")
        cells = self.json("what-if", "t.ruck", "--incoterm", "FOB,FCA")["cells"]
        self.assertIn("carriage by sea", cells[0]["refusal"])
        self.assertIsNone(cells[0]["landed"])
        self.assertIsNone(cells[1]["refusal"])
        self.do("what-if", "t.ruck", "--origin", "VN,XX", code=2)
        self.do("what-if", "t.ruck", "--origin", "VN,", code=2)


class Compare(program.InFolder):
    def two(self):
        self.new("hydration", "a.ruck")
        self.do("set", "a.ruck", "shell=ny210rs", "width=280", "reflective=none", "-o", "b.ruck")

    def test_differences_add_up_to_the_last_digit(self):
        self.two()
        self.new("commuter", "c.ruck")
        answer = self.json("compare", "a.ruck", "b.ruck", "c.ruck", "--quantity", "500")
        landed = [Decimal(self.json("cost", file, "--quantity", "500", "--on", program.DATE)["breaks"][0]["unit"]
                          ["landed"]) for file in ("a.ruck", "b.ruck", "c.ruck")]
        for design in (1, 2):
            moved = sum(Decimal(one["delta"]) for one in answer["differences"] if one["design"] == design)
            self.assertEqual(moved, Decimal(answer["totals"][design]))
            self.assertEqual(moved, landed[design] - landed[0])
        causes = {one["cause"] for one in answer["differences"] if one["design"] == 1}
        self.assertTrue(any("210D ripstop" in cause for cause in causes), causes)
        self.assertTrue(any("280 mm" in cause for cause in causes), causes)
        shown = self.json("show", "b.ruck")
        self.assertEqual(answer["designs"][1]["choices"], shown["choices"])

    def test_a_design_does_not_differ_from_itself(self):
        self.new("commuter", "a.ruck")
        self.assertEqual(self.json("compare", "a.ruck", "a.ruck")["differences"], [])
        self.do("compare", "a.ruck", code=2)
        self.do("compare", "a.ruck", "a.ruck", "a.ruck", "a.ruck", "a.ruck", code=2)
        self.do("compare", "a.ruck", "no.ruck", code=5)


class Target(program.InFolder):
    def test_the_changes_reach_the_target_when_they_are_made(self):
        self.new("commuter")
        now = Decimal(self.json("show", "t.ruck")["unit_cost"]["amount"])
        target = printed(now * Decimal("0.9"))
        answer = self.json("cost", "t.ruck", "--target", str(target))
        self.assertEqual(Decimal(answer["now"]), now)
        self.assertTrue(answer["reached"])
        saved = [Decimal(one["saved"]) for one in answer["single"]]
        self.assertEqual(saved, sorted(saved, reverse=True))
        self.do("set", "t.ruck", *(f"{one['key']}={one['value']}" for one in answer["together"]))
        after = Decimal(self.json("show", "t.ruck")["unit_cost"]["amount"])
        self.assertEqual(after, Decimal(answer["together"][-1]["price"]))
        self.assertLessEqual(after, target)
        for cell in answer["orders"]:
            self.assertLessEqual(Decimal(cell["price"]), target)

    def test_in_a_weak_currency_it_takes_as_few_changes(self):
        self.new("commuter")
        changes = {}
        for currency in ("USD", "VND"):
            order = ("t.ruck", "--quantity", "30", "--currency", currency)
            now = Decimal(self.json("show", *order)["unit_cost"]["amount"])
            answer = self.json("cost", *order, "--target", str(printed(now * Decimal("0.995"))))
            self.assertTrue(answer["reached"])
            changes[currency] = [one["key"] for one in answer["together"]]
        self.assertEqual(len(changes["VND"]), len(changes["USD"]), changes)

    def test_what_is_pinned_stays_and_what_cannot_be_reached_is_said(self):
        self.new("commuter")
        self.do("set", "t.ruck", "pin.shell=yes")
        answer = self.json("cost", "t.ruck", "--target", "0.5")
        self.assertIs(answer["reached"], False)
        self.assertNotIn("shell", [one["key"] for one in answer["single"] + answer["together"]])
        self.assertEqual(self.json("cost", "t.ruck", "--target", "5000")["together"], [])
        self.do("cost", "t.ruck", "--target", "cheap", code=2)


class Reports(program.InFolder):
    def test_where_used_and_colours_hold_the_whole_bill(self):
        self.new("commuter")
        bill = {}
        for line in self.json("bom", "t.ruck", "--quantity", "300")["lines"]:
            if line["item"]:
                bill[line["item"]] = bill.get(line["item"], Decimal(0)) + Decimal(line["gross"])
        used = self.json("bom", "t.ruck", "--quantity", "300", "--report", "where-used")["rows"]
        self.assertEqual({row["item"]: Decimal(row["gross"]) for row in used}, bill)
        for row in used:
            self.assertEqual(sum(Decimal(place["gross"]) for place in row["places"]), Decimal(row["gross"]))
        colors = self.json("bom", "t.ruck", "--quantity", "300", "--report", "color")["rows"]
        for item, gross in bill.items():
            ordered = sum(Decimal(cell["ordered"]) for row in colors if row["item"] == item
                          for cell in row["colorways"])
            self.assertEqual(ordered, 300 * gross, item)

    def test_sizes_are_spread_as_ordered_and_the_mean_pack_costs_between_them(self):
        self.new("hydration")  # 70 S, 160 M, 70 L
        rows = self.json("bom", "t.ruck", "--quantity", "100", "--report", "size")["rows"]
        # 100 x 70 / 300 = 23.33, 100 x 160 / 300 = 53.33: the largest remainder is the first of equals.
        self.assertEqual({size["size"]: size["pieces"] for size in rows[0]["sizes"]}, {"S": 24, "M": 53, "L": 23})
        for row in rows:
            for size in row["sizes"]:
                self.assertEqual(Decimal(size["ordered"]), size["pieces"] * Decimal(size["gross"]))
            self.assertEqual(sum(Decimal(size["ordered"]) for size in row["sizes"]), Decimal(row["total"]))
        price = {size: Decimal(self.json("cost", "t.ruck", "--quantity", "300", *more)["breaks"][0]["unit"]["labour"])
                 for size, more in (("all", ()), ("S", ("--pack-size", "S")), ("L", ("--pack-size", "L")))}
        self.assertTrue(price["S"] < price["all"] < price["L"], price)
        self.do("bom", "t.ruck", "--report", "everything", code=2)


class Outlook(program.InFolder):
    def test_the_range_holds_the_price_and_the_ladder_climbs_by_its_margins(self):
        self.new("endurance")
        cost = self.json("cost", "t.ruck", "--quantity", "1000")
        landed = Decimal(cost["breaks"][0]["unit"]["landed"])
        figures = [Decimal(cost["range"][key]) for key in ("low", "likely_low", "typical", "likely_high", "high")]
        self.assertEqual(figures[2], landed)
        self.assertEqual(figures, sorted(figures))
        self.assertTrue(len(set(figures)) == 5)
        swings = [Decimal(row["swing"]) for row in cost["sensitivity"]]
        self.assertEqual(swings, sorted(swings, reverse=True))
        wages = next(row for row in cost["sensitivity"] if row["driver"] == "wages")
        self.assertLess(Decimal(wages["less"]), Decimal(wages["more"]))
        steps = {step["step"]: Decimal(step["price"]) for step in cost["ladder"]}
        self.assertEqual(steps["landed"], landed)
        self.assertEqual(steps["wholesale"], printed(landed / Decimal("0.5")))
        self.assertEqual(steps["retail without VAT"], printed(steps["wholesale"] / Decimal("0.5")))
        self.assertEqual(steps["retail"], printed(steps["retail without VAT"] * Decimal("1.19")))

    def test_tooling_that_the_buyer_pays_is_an_assist(self):
        self.new("commuter")
        before = self.json("cost", "t.ruck", "--quantity", "1000")["breaks"][0]
        self.do("set", "t.ruck", "order.tooling-by=buyer", "order.proof-of-origin=yes")
        after = self.json("cost", "t.ruck", "--quantity", "1000")["breaks"][0]
        self.assertEqual(after["assist"], before["unit"]["tooling"])
        self.assertEqual(after["unit"]["tooling"], "0.0000")
        self.assertEqual((before["duty"]["rate_pct"], after["duty"]["rate_pct"]), ("2.7", "0"))
        self.do("set", "t.ruck", "order.freight=balloon", code=2)
        self.do("set", "t.ruck", "order.tooling-over=many", code=2)


if __name__ == "__main__":
    program.main()
