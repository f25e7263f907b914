#!/usr/bin/env python3
"""Reckons random products again and compares every figure with bom's answer, digit by digit.

costing_oracle.py [FIRST_SEED COUNT]     without them 200 products, 2000 where $RUCKSMITH_SOAK is set
$RUCKSMITH_ORACLE_PRODUCTS is the program that makes the products and asks bom.
"""
import json
import os
import subprocess
import sys
from collections import Counter
from fractions import Fraction

from bill_oracle import Explosion
from bill_oracle import Line as BillLine
from estimate_oracle import Costing, Estimate, sourced_share
from exact import Book, grid6, text_of
from seen import report, seen_in

MOST_SHOWN = 20


class Comparison:
    def __init__(self, seed):
        self.seed, self.figures, self.differences = seed, 0, []
        self.seen = Counter()

    def same(self, path, bom, oracle):
        self.figures += 1
        if bom != oracle:
            self.differences.append(f"seed {self.seed}  {path}  bom {bom!r}  oracle {oracle!r}")

    def amount(self, path, bom, oracle, decimals=6):
        self.same(path, bom, text_of(oracle, decimals))

    def rows(self, path, bom, oracle):
        """As many of both; the pairs to go on with."""
        self.same(path + ".count", len(bom), len(oracle))
        return zip(bom, oracle)


def compare_bill(found, path, answer, estimate):
    explosion = estimate.costing.explosion
    for row, line in found.rows(path + ".lines", answer["lines"], explosion.order):
        at = f"{path}.{row['number']}"
        for key in ("number", "level", "parent", "assembly"):
            found.same(f"{at}.{key}", row[key], getattr(line, key))
        found.same(at + ".is_assembly", row["is_assembly"], not isinstance(line, BillLine))
        if row["is_assembly"] or not isinstance(line, BillLine):
            if not isinstance(line, BillLine):
                mass, money = explosion.sums(line, estimate.prices)
                found.amount(at + ".mass", row["mass"], mass)
                found.amount(at + ".extended", row["extended"], money)
            continue
        for key in ("item", "placement", "zone", "part_ids", "status"):
            found.same(f"{at}.{key}", row[key], getattr(line, key))
        waste, gross, unit_price, extended = estimate.prices[line]
        found.amount(at + ".net", row["net"], line.net)
        found.same(at + ".waste", row["waste"], [[reason, text_of(amount)] for reason, amount in waste])
        found.amount(at + ".gross", row["gross"], gross)
        found.amount(at + ".mass", row["mass"], line.mass)
        found.amount(at + ".unit_price", row["unit_price"], unit_price)
        found.amount(at + ".extended", row["extended"], extended)
    found.amount(path + ".mass", answer["mass"], estimate.bill_mass)
    found.amount(path + ".materials", answer["materials"], estimate.bill_materials)


def compare_minima(found, path, answer, estimate):
    found.same(path + ".pieces", answer["pieces"], estimate.pieces)
    for row, minimum in found.rows(path + ".lots", answer["lots"], estimate.minima):
        at = f"{path}.{row['item']}{row['color']}"
        found.same(at + ".item", row["item"], minimum.lot.item)
        found.same(at + ".color", row["color"].lower(), minimum.lot.srgb)
        found.same(at + ".made", row["made"], minimum.lot.made is not None)
        found.same(at + ".status", row["status"], minimum.status)
        for key in ("need", "minimum", "surplus", "cost"):
            found.amount(f"{at}.{key}", row[key], getattr(minimum, key))


def compare_lines(found, path, answer, lines):
    for index, (row, line) in enumerate(found.rows(path, answer, lines)):
        at = f"{path}.{index}:{row['name']}"
        for key in ("group", "name", "status", "leg"):
            found.same(f"{at}.{key}", row[key], getattr(line, key))
        found.amount(at + ".unit", row["unit"], line.unit)


def compare_delivery(found, path, answer, delivery):
    for row, leg in found.rows(path + ".legs", answer["legs"], delivery.legs):
        at = f"{path}.{row['id']}"
        found.same(at + ".id", row["id"], leg.name)
        for key in ("payer", "status", "is_cost"):
            found.same(f"{at}.{key}", row[key], getattr(leg, key))
        found.amount(at + ".amount", row["amount"], leg.amount)
    for row, way in found.rows(path + ".freights", answer["freights"], delivery.freights):
        at = f"{path}.freight.{row['mode']}"
        found.same(at + ".mode", row["mode"], way.mode)
        found.same(at + ".status", row["status"], way.status)
        found.amount(at + ".cost", row["cost"], way.cost)
    for key in ("tariff_line", "valuation"):
        found.same(f"{path}.{key}", answer[key], getattr(delivery, key))
    for key in ("customs_value", "duty", "price", "landed"):
        found.amount(f"{path}.{key}", answer[key], getattr(delivery, key))
    found.amount(path + ".duty_rate", answer["duty_rate"], delivery.duty_rate, 9)


def compare_estimate(found, path, answer, estimate):
    compare_lines(found, path + ".lines", answer["lines"], estimate.lines)
    compare_lines(found, path + ".assists", answer["assists"], estimate.assists)
    for group in ("materials", "labour", "overhead", "tooling", "quality", "logistics", "margin"):
        found.amount(f"{path}.{group}", answer[group], estimate.total(group))
    for key in ("assist", "ex_factory", "fob", "order_total"):
        found.amount(f"{path}.{key}", answer[key], getattr(estimate, key))
    found.amount(path + ".minutes", answer["minutes"], estimate.costing.minutes)
    found.same(path + ".is_delivered", answer["delivery"] is not None, estimate.delivery is not None)
    if answer["delivery"] and estimate.delivery:
        compare_delivery(found, path + ".delivery", answer["delivery"], estimate.delivery)


def compare_markers(found, book, consumption):
    """bom/marker/consumption.h: (L + 2 end) / n x (1 + remnant) x (1 + splice and defects)."""
    losses = (1 + book.percent("lay-remnant")) * (1 + book.percent("lay-splice-and-defects"))
    for lot in consumption:
        for laid in lot["laid"]:
            path = f"marker of {lot['item']} x {laid['packs']}"
            length = Fraction(laid["length_mm"]) / 1000
            found.amount(path + ".marker", laid["marker"], grid6(length / laid["packs"]))
            ends = 2 * book.rate("lay-end") / 1000
            found.amount(path + ".gross", laid["gross"], grid6((length + ends) / laid["packs"] * losses))


def compare(document):
    found = Comparison(document["seed"])
    book = Book(document)
    costing = Costing(document["product"], book, Explosion(document["product"], book, document["consumption"]))
    compare_markers(found, book, document["consumption"])
    for index, order in enumerate(document["orders"]):
        question = order["question"]
        estimates = [Estimate(costing, question, quantity) for quantity in question["quantities"]]
        found.same(f"order {index}.error", order.get("error"), None)
        if "error" in order:
            continue
        found.amount(f"order {index}.sourced_share", order["estimate"]["sourced_share"],
                     sourced_share(estimates) if question["words"] else 0, 9)
        for at, estimate in enumerate(estimates):
            path = f"order {index} of {estimate.quantity}"
            found.seen.update(set(seen_in(estimate)))
            compare_bill(found, path + ".bill", order["bills"][at], estimate)
            compare_minima(found, path + ".minima", order["minima"][at], estimate)
            compare_estimate(found, path, order["estimate"]["breaks"][at], estimate)
    return found


def documents(first, count):
    """Products as they are made, one at a time."""
    program = os.environ["RUCKSMITH_ORACLE_PRODUCTS"]
    with subprocess.Popen([program, str(first), str(count)], stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            yield json.loads(line)
        if process.wait() != 0:
            raise SystemExit(f"{program} ended with {process.returncode}")


def main(arguments):
    soak = bool(os.environ.get("RUCKSMITH_SOAK"))
    few = bool(os.environ.get("RUCKSMITH_FEW"))  # under the sanitizers
    first, count = map(int, arguments) if arguments else (1, 2000 if soak else 25 if few else 200)
    products = figures = differences = 0
    seen = Counter()
    for document in documents(first, count):
        found = compare(document)
        products += 1
        figures += found.figures
        seen += found.seen
        for difference in found.differences[:max(MOST_SHOWN - differences, 0)]:
            print(difference)
        differences += len(found.differences)
    print(f"{products} products, {figures} figures, {differences} differences")
    all_seen = report(seen, count)
    return 0 if products == count and differences == 0 and all_seen else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
