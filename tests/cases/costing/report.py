"""A costing clerk's reading: five templates from three origins to five markets at 300 and 3000 pieces, beside
what makers and forwarders publish.

    python3 tests/cases/costing/report.py [--program build/rucksmith] [--facts ../shared/real-packs/cost-facts.csv]

Prints one table of prices and one of facts with what the program says of them. It asserts nothing: a person reads it.
"""

import argparse
import csv
import json
import pathlib
import subprocess

TEMPLATES = ("lightweight", "hydration", "commuter", "modular", "endurance")
ORIGINS = ("VN", "CN", "TR")
MARKETS = ("DE", "AE", "KE", "AR", "US")
QUANTITIES = (300, 3000)
ROOT = pathlib.Path(__file__).resolve().parents[3]


def answer(program, *arguments):
    done = subprocess.run([program, *arguments, "--json"], capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def design(template):
    return str(ROOT / "templates" / f"{template}.ruck")


def cells_of(program, template):
    lists = [",".join(map(str, values)) for values in (ORIGINS, MARKETS, QUANTITIES)]
    return answer(program, "what-if", design(template), "--origin", lists[0], "--market", lists[1], "--quantity",
                  lists[2])["cells"]


def print_prices(program):
    print(f"{'template':12} {'from':4} {'pcs':>5} {'ex-factory':>10} {'FOB':>8} " +
          " ".join(f"{market:>8}" for market in MARKETS) + "   landed, USD per pack")
    for template in TEMPLATES:
        cells = cells_of(program, template)
        for origin in ORIGINS:
            for quantity in QUANTITIES:
                mine = [cell for cell in cells if (cell["origin"], cell["quantity"]) == (origin, quantity)]
                landed = {cell["market"]: cell["landed"] or "-" for cell in mine}
                print(f"{template:12} {origin:4} {quantity:5} {float(mine[0]['ex_factory']):10.2f} "
                      f"{float(mine[0]['price']):8.2f} " +
                      " ".join(f"{float(landed[market]):8.2f}" if landed[market] != "-" else f"{'-':>8}"
                               for market in MARKETS))


def print_shares(program):
    print("\nShares of ex-factory in %, from VN")
    print(f"{'template':12} {'pcs':>5} {'materials':>9} {'labour':>7} {'overh.+margin':>13} {'tooling':>8} "
          f"{'quality':>8} {'sea/pc':>7} {'air/pc':>7}")
    rows = {}
    for template in TEMPLATES:
        breaks = answer(program, "cost", design(template), "--quantity", "300,3000", "--origin", "VN")["breaks"]
        for one in breaks:
            unit = {key: float(value) for key, value in one["unit"].items() if value}
            whole = unit["ex_factory"]
            freight = {way["mode"]: float(way["amount"]) / one["quantity"] for way in one["freight"]}
            sea = min(cost for mode, cost in freight.items() if mode.startswith("sea"))
            row = {"materials": unit["materials"] / whole, "labour": unit["labour"] / whole,
                   "rest": (unit["overhead"] + unit["margin"]) / whole, "tooling": unit["tooling"] / whole,
                   "quality": unit["quality"] / whole, "sea": sea, "air": freight["air"], "ex": whole}
            rows[template, one["quantity"]] = row
            print(f"{template:12} {one['quantity']:5} {100 * row['materials']:9.1f} {100 * row['labour']:7.1f} "
                  f"{100 * row['rest']:13.1f} {100 * row['tooling']:8.1f} {100 * row['quality']:8.1f} "
                  f"{row['sea']:7.2f} {row['air']:7.2f}")
    return rows


def spread(rows, key, quantity, factor=100.0):
    values = [factor * row[key] for (_, pieces), row in rows.items() if pieces == quantity]
    return f"{min(values):.1f} to {max(values):.1f}"


def print_facts(rows, facts):
    asked = {"C01": ("materials", 3000, 100.0), "C04": ("materials", 3000, 100.0), "C02": ("labour", 3000, 100.0),
             "C05": ("labour", 3000, 100.0), "C06": ("rest", 3000, 100.0), "C20": ("ex", 300, 1.0),
             "C28": ("sea", 300, 1.0)}
    print("\nBeside what is published")
    with open(facts, encoding="utf-8") as lines:
        for fact in csv.DictReader(lines):
            if fact["id"] not in asked:
                continue
            key, quantity, factor = asked[fact["id"]]
            print(f"{fact['id']}  {fact['item'][:44]:44} {fact['low']:>5} to {fact['high']:<5} {fact['unit']:16} here "
                  f"{spread(rows, key, quantity, factor)} at {quantity} pieces")
    print("C28  air, per backpack                            4.8            USD/pc           here "
          f"{spread(rows, 'air', 300, 1.0)} at 300 pieces")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / "build" / "rucksmith"))
    parser.add_argument("--facts", default=str(ROOT.parent / "shared" / "real-packs" / "cost-facts.csv"))
    arguments = parser.parse_args()
    print_prices(arguments.program)
    rows = print_shares(arguments.program)
    if pathlib.Path(arguments.facts).exists():
        print_facts(rows, arguments.facts)
    else:
        print("\nThe published facts are not here:", arguments.facts)


if __name__ == "__main__":
    main()
