#!/usr/bin/env python3
"""The oracle against arithmetic by hand, and against products that were spoilt: it must see each figure."""
import copy
import itertools
import sys
import unittest
from fractions import Fraction
from types import SimpleNamespace

import hand_worked
from bill_oracle import Explosion
from costing_oracle import compare, documents
from delivery_oracle import Delivery, freights_of
from estimate_oracle import Costing, Estimate
from exact import Book, grid6, money4, rounded, text_of
from minima_oracle import difference, spread
from quality_oracle import inspection


def estimated(document, quantity=1000, **asked):
    book = Book(document)
    costing = Costing(document["product"], book,
                      Explosion(document["product"], book, document["consumption"]))
    return Estimate(costing, hand_worked.question(**asked), quantity)


class Numbers(unittest.TestCase):
    def test_half_goes_away_from_zero(self):
        self.assertEqual(text_of(rounded(Fraction("0.00005"), 4)), "0.0001")
        self.assertEqual(text_of(rounded(Fraction("-0.00005"), 4)), "-0.0001")
        self.assertEqual(text_of(money4(Fraction("0.0000499999"))), "0")
        self.assertEqual(text_of(Fraction("12.5")), "12.5")
        with self.assertRaises(ValueError):
            text_of(Fraction(1, 3))


class SmallProduct(unittest.TestCase):
    """1000 pieces:
    cloth   0.1 m + 14 % = 0.114 x 2.2 = 0.2508;  buckle 2 + 1 % = 2.02 x 0.09 = 0.1818
    thread  0.2 m x 2 rows x 2.8 = 1.12 m + 3 % = 1.1536 x 0.0006 = 0.00069216 -> 0.0007   bill 0.4333
    mass    19.575 + 11 + 1.12 x 0.07 = 30.6534 g
    uplift  0.4333 x 3 % = 0.012999 -> 0.0130                                         materials 0.4463
    sewing  (0.15 + 0.3 x 0.2) / 0.6 = 0.35 min x 0.0346 = 0.01211 -> 0.0121
    set-up  800 / 1000 = 0.8 min x 0.0346 = 0.02768 -> 0.0277                            labour 0.0398
    clock   1.15 min x 0.04 = 0.0460;  tooling (450 + 120 + 3 x 150) / 1000 = 1.0200
    cost    0.4463 + 0.0398 + 0.0460 + 1.0200 = 1.5521 = 89 % of the price
    control 1.5521 / 89 = 0.017439 -> 0.0174;  margin 15.521 / 89 = 0.174393 -> 0.1744;  price 1.7439
    """

    def test_the_bill(self):
        estimate = estimated(hand_worked.document())
        rows = [(line.number, text_of(estimate.prices[line][1]), text_of(estimate.prices[line][3]))
                for line in estimate.costing.explosion.lines]
        self.assertEqual(rows, [("0.1", "0.114", "0.2508"), ("0.2", "2.02", "0.1818"),
                                ("0.3", "1.1536", "0.0007")])
        self.assertEqual(text_of(estimate.bill_mass), "30.6534")
        self.assertEqual(text_of(estimate.bill_materials), "0.4333")

    def test_the_estimate(self):
        estimate = estimated(hand_worked.document())
        totals = {group: text_of(estimate.total(group))
                  for group in ("materials", "labour", "overhead", "tooling", "quality", "margin")}
        self.assertEqual(totals, {"materials": "0.4463", "labour": "0.0398", "overhead": "0.046",
                                  "tooling": "1.02", "quality": "0.0174", "margin": "0.1744"})
        self.assertEqual(text_of(estimate.ex_factory), "1.7439")
        self.assertEqual(text_of(estimate.order_total), "1743.9")
        self.assertIsNone(estimate.delivery)

    def test_tooling_that_the_buyer_pays_over_more_pieces(self):
        # 450 / 2000 + 120 / 2000 + 450 / 2000
        estimate = estimated(hand_worked.document(), buyer_pays_tooling=True, tooling_over=2000)
        self.assertEqual(text_of(estimate.assist), "0.51")
        self.assertEqual(text_of(estimate.total("tooling")), "0")

    def test_cloth_of_a_marker_is_shared_by_net(self):
        # 0.125 - 0.12 = 0.005 lies between the pieces; 0.1 of 0.12 m has 5/6 of all losses.
        document = hand_worked.document()
        facing = dict(document["product"]["uses"][0], placement="facing", net="0.02")
        document["product"]["uses"].append(facing)
        laid = [{"packs": 1, "length_mm": "500", "marker": "0.5", "ends": "0.0454", "defects": "0.008181",
                 "gross": "0.553581"},
                {"packs": 4, "length_mm": "500", "marker": "0.125", "ends": "0.01135", "defects": "0.002045",
                 "gross": "0.138395"}]
        document["consumption"] = [{"item": "cloth", "zones": ["shell"], "laid": laid}]
        estimate = estimated(document)
        waste = estimate.prices[estimate.costing.explosion.lines[1]][0]
        self.assertEqual([(reason, text_of(amount)) for reason, amount in waste],
                         [("marker", "0.004167"), ("ends", "0.009458"), ("defects", "0.001704")])


class Minima(unittest.TestCase):
    def test_pieces_by_largest_remainder(self):
        self.assertEqual(spread(10, [1, 1, 1]), [4, 3, 3])
        self.assertEqual(spread(100, [2, 1]), [67, 33])  # 66.67 and 33.33

    def test_a_colour_made_for_the_order(self):
        # 500 x 0.114 = 57 m of each, from 200 m: the surcharge of 250 is less than 143 x 2.2 = 314.60. Black is
        # kept in stock, from 80 m: the factory keeps the rest.
        document = hand_worked.document()
        document["book"]["items"]["cloth"].update(moq="80", moq_dyed="200")
        document["product"]["colorways"] = [
            {"code": code, "pieces": 10, "colors": [{"zone": "shell", "item": "cloth", "srgb": srgb}]}
            for code, srgb in (("A", "#202327"), ("B", "#ff00ff"))]
        cloth = [minimum for minimum in estimated(document).minima if minimum.lot.item == "cloth"]
        self.assertEqual([(text_of(one.need), text_of(one.surplus), text_of(one.cost)) for one in cloth],
                         [("57", "23", "0"), ("57", "0", "250")])

    def test_colour_difference(self):
        # CIE 15: white is L* 100, black 0; grey #777777 has L* 50.03.
        self.assertAlmostEqual(difference("#ffffff", "#000000"), 100, delta=0.05)
        self.assertAlmostEqual(difference("#777777", "#000000"), 50.03, delta=0.05)


class Quality(unittest.TestCase):
    def test_arrows_lead_to_a_plan(self):
        document = hand_worked.document()
        cells = [{"2.5": "down", "4.0": "plan"}, {"2.5": "plan", "4.0": "up"}]
        document["quality"].update(
            lots=[{"from": 2, "to": 0, "letters": {"II": "A"}}],
            samples=[{"letter": letter, "size": size, "cells": row}
                     for letter, size, row in zip("AB", (20, 32), cells)],
            presets=[{"level": "II", "major": "2.5", "minor": "4.0", "where": ["any"], "status": "sourced"}])
        document["book"]["rates"]["inspection-pieces-per-day"] = hand_worked.rate("pieces", "30")
        # 32 pieces are more than a day's 30; a lot of 25 is looked at whole.
        self.assertEqual(inspection(Book(document), 1000, "XX"), (2, "estimate"))
        self.assertEqual(inspection(Book(document), 25, "XX"), (1, "estimate"))


class Delivered(unittest.TestCase):
    """1000 pieces of 400 g, 50 to a carton of 0.6 x 0.45 x 0.4 m: 20 cartons, 2.16 m3, 432 kg with 8 %.
    FOB        10 + 0.02 loading + 0.08 to the port + 0.27 origin charges = 10.37; of these 0.09 for clearance,
               45 / 1000 = 0.045 for loading the ship, the terminal keeps 0.135
    freight    2.16 x 100 = 216, 0.2160 each;  CFR 10.5860
    insurance  10.5860 x 0.0033 / 0.9967 = 0.035050 -> 0.0350;  CIF 10.6210
    arrival    (75 + 30 x 2.16) / 1000 = 0.1398, 0.0864, 0.0108, broker 0.1500
    duty       10 % of CIF = 1.0621;  VAT 20 % of 11.6831 = 2.33662, comes back
    landed     10.6210 + 0.1398 + 0.0864 + 0.0108 + 0.1500 + 1.0621 = 12.0701
    """

    def delivered(self, document, **asked):
        document["product"]["carton"]["pieces"] = 50
        lines = [SimpleNamespace(leg=leg, unit=Fraction(unit), status="estimate")
                 for leg, unit in (("loading", "0.02"), ("pre-carriage", "0.08"),
                                    ("origin-terminal", "0.27"))]
        estimate = SimpleNamespace(
            costing=SimpleNamespace(product=document["product"]), book=Book(document), quantity=1000,
            question=hand_worked.question(**asked), bill_mass=Fraction(400), ex_factory=Fraction(10),
            fob=Fraction("10.37"), lines=lines, assist=Fraction(0))
        estimate.freights = freights_of(estimate)
        return Delivery(estimate)

    def test_every_leg(self):
        legs = [(leg.name, text_of(leg.amount)) for leg in self.delivered(hand_worked.document()).legs]
        self.assertEqual(legs, [
            ("goods", "10"), ("loading", "0.02"), ("pre-carriage", "0.08"), ("export-clearance", "0.09"),
            ("origin-terminal", "0.135"), ("vessel-loading", "0.045"), ("main-carriage", "0.216"),
            ("insurance", "0.035"), ("destination-terminal", "0.1398"), ("on-carriage", "0.0864"), ("unloading", "0.0108"), ("import-clearance", "0.15"),
            ("duty", "1.0621"), ("vat", "2.3366")])

    def test_price_by_term(self):
        prices = {"EXW": "10", "FCA": "10.19", "FAS": "10.325", "FOB": "10.37", "CIF": "10.621", "CIP": "10.8472",
                  "DPU": "10.823", "DDP": "12.0243"}
        for term, price in prices.items():
            delivery = self.delivered(hand_worked.document(), incoterm=term)
            self.assertEqual(text_of(delivery.price), price, term)
            self.assertEqual(text_of(delivery.landed), "12.0701", term)

    def test_vat_within_its_own_base(self):
        # (10.6210 x 1.1 + 1.0621) x 0.2 / 0.8 = 12.7452 x 0.25 = 3.1863, and it is lost.
        document = hand_worked.document()
        document["trade"]["vat_rules"] = [{"market": "XX", "uplift": "0.1", "inclusive": True,
                                           "recoverable": False, "status": "estimate"}]
        delivery = self.delivered(document)
        self.assertEqual(text_of(delivery.legs[-1].amount), "3.1863")
        self.assertEqual(text_of(delivery.landed), "15.2564")


def changed(document, path, step):
    """The document with one figure of its input a step larger; `*` is each of a list or an object in turn."""
    for keys in expanded(document, path):
        spoilt = copy.deepcopy(document)
        place = spoilt
        for key in keys[:-1]:
            place = place[key]
        place[keys[-1]] = text_of(Fraction(place[keys[-1]]) + Fraction(step), 9)
        yield spoilt


def expanded(place, path):
    if not path:
        yield []
        return
    keys = place if path[0] == "*" and isinstance(place, dict) else (
        range(len(place)) if path[0] == "*" else [path[0]])
    for key in keys:
        for rest in expanded(place[key], path[1:]):
            yield [key] + rest


class Spoilt(unittest.TestCase):
    """A figure of the input that is another for bom than for the oracle must show as a difference."""

    FIGURES = [
        ("book.items.*.price.amount", "0.01"), ("book.items.*.cutting_waste", "0.01"),
        ("book.items.*.moq", "10000"), ("book.items.*.moq_dyed", "10000"), ("book.breaks.*.fabric", "0.01"),
        ("book.breaks.*.trim", "0.01"), ("book.breaks.*.margin", "0.001"), ("book.breaks.*.setup_minutes", "9"),
        ("book.origins.*.labour.amount", "0.01"), ("book.origins.*.overhead.amount", "0.01"),
        ("book.origins.*.uplift", "0.01"), ("book.exchange.*.per_usd", "0.01"),
        ("book.operations.*.fixed_minutes", "0.1"), ("book.operations.*.minutes_per_metre", "0.1"),
        ("book.stitches.*.per_metre", "0.1"), ("book.stitches.*.per_tack", "0.1"), ("book.rates.*.typical", "1"),
        ("product.uses.*.net", "0.01"), ("product.uses.*.mass", "0.000001"),
        ("product.seams.*.length_mm.*", "900"), ("product.work.*.metres", "0.1"),
        ("product.carton.height_mm", "1"), ("consumption.*.laid.*.ends", "0.001"),
        ("trade.markets.*.vat", "0.01"), ("trade.markets.*.tariff.*.duty", "0.01"),
        ("trade.fees.*.percent", "0.01"), ("trade.fees.*.least.amount", "1000000"),
        ("trade.extra_duties.*.duty", "0.01"), ("trade.vat_rules.*.uplift", "0.01")]

    # What is lost at the sides of a roll is in its cuttable width; cartons go by the break of freight.
    UNUSED = ["lay-selvedge", "lcl-fcl-break-even"]

    @classmethod
    def setUpClass(cls):
        cls.documents = list(documents(1, 40))

    def is_seen(self, path, step):
        for document in self.documents:
            for spoilt in itertools.islice(changed(document, path.split("."), step), 6):
                if compare(spoilt).differences:
                    return True
        return False

    def test_figures_of_the_input(self):
        for document in self.documents:
            self.assertEqual(compare(document).differences, [])
        for path, step in self.FIGURES:
            with self.subTest(path):
                self.assertTrue(self.is_seen(path, step))

    def test_every_rate(self):
        """Twice as much or a third of it must show in some product; of those that are not used in none."""
        for name in self.documents[0]["book"]["rates"]:
            with self.subTest(name):
                seen = any(self.is_rate_seen(document, name) for document in self.documents)
                self.assertEqual(seen, name not in self.UNUSED)

    def is_rate_seen(self, document, name):
        if name not in document["book"]["rates"]:
            return False
        rates = document["book"]["rates"]
        own = rates[name]
        found = False
        for factor, more in ((Fraction(2), 1), (Fraction(1, 3), 0)):
            rates[name] = dict(own, typical=text_of(grid6(Fraction(own["typical"]) * factor + more)),
                               low=text_of(grid6(Fraction(own["low"]) * factor + 500 * more)))
            found = found or bool(compare(document).differences)
        rates[name] = own
        return found

    def test_the_last_digit_of_an_answer(self):
        document = copy.deepcopy(next(one for one in self.documents if "estimate" in one["orders"][0]))
        line = document["orders"][0]["estimate"]["breaks"][0]["lines"][0]
        line["unit"] = text_of(Fraction(line["unit"]) + Fraction("0.0001"))
        found = compare(document)
        self.assertEqual(len(found.differences), 1)
        self.assertIn(f"seed {document['seed']}", found.differences[0])
        self.assertIn(repr(line["unit"]), found.differences[0])


if __name__ == "__main__":
    sys.exit(unittest.main())
