"""compare.py PROGRAM: the mass the program predicts for every published pack against the published one.

Nothing is fitted to these masses: no factor, no term, no per-product value. The five folds are printed all the
same; beside them stands what a fit on litres alone, made on the other four fifths, says of the same packs.
"""

import json
import math
import statistics
import subprocess
import sys

import modules
import packs


def answer(program, command, path):
    """What a command says of a design, or an error that names the design."""
    done = subprocess.run([program, command, str(path), "--json"], capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{path.name}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def mass_of(program, path):
    """Grams of the product."""
    bill = answer(program, "bom", path)
    if not bill["valid"]:
        raise RuntimeError(f"{path.name}: the design breaks its rules")
    return float(bill["mass_g"])


def error_pct(predicted, published):
    return 100 * (predicted / published - 1)


class Summary:
    """What a list of errors in percent amounts to."""

    def __init__(self, errors):
        self.count = len(errors)
        self.median = statistics.median(abs(error) for error in errors)
        self.within_20 = sum(abs(error) <= 20 for error in errors) / len(errors)
        self.bias = statistics.mean(errors)

    def __str__(self):
        return (f"{self.count:3} packs   median error {self.median:5.1f} %   within 20 %: {100 * self.within_20:3.0f} %"
                f"   mean bias {self.bias:+6.1f} %")


def litres_fit(known):
    """Mass as a x litres^b, by least squares of the logarithms."""
    x = [math.log(float(pack.row["capacity_l"])) for pack in known]
    y = [math.log(pack.scale_g) for pack in known]
    slope = statistics.covariance(x, y) / statistics.variance(x)
    base = statistics.mean(y) - slope * statistics.mean(x)
    return lambda pack: math.exp(base + slope * math.log(float(pack.row["capacity_l"])))


def folds_of(usable):
    return [[pack for at, pack in enumerate(usable) if at % 5 == fold] for fold in range(5)]


def print_rows(usable, masses):
    print("id   tier category       litres  predicted  published  error    claimed  error    pack")
    for pack in usable:
        mass = masses[pack.id]
        print(f"{pack.id:4} {pack.tier:4} {pack.category:13} {pack.row['capacity_l']:>6} {mass:8.0f} g "
              f"{pack.scale_g:8.0f} g {error_pct(mass, pack.scale_g):+6.1f} % {pack.claimed_g:7.0f} g "
              f"{error_pct(mass, pack.claimed_g):+6.1f} %  {pack.name}")


def print_groups(usable, masses):
    def line(title, chosen, published=lambda pack: pack.scale_g):
        if chosen:
            print(f"{title:34}{Summary([error_pct(masses[pack.id], published(pack)) for pack in chosen])}")

    tier_a = [pack for pack in usable if pack.tier == "A"]
    line("all", usable)
    line("tier A", tier_a)
    line("tier B", [pack for pack in usable if pack.tier == "B"])
    line("all, against the claim", usable, lambda pack: pack.claimed_g)
    line("tier A, against the claim", tier_a, lambda pack: pack.claimed_g)
    for category in packs.TEMPLATES:
        line(category, [pack for pack in usable if pack.category == category])
    print("\nfive folds (nothing is tuned, so a fold is only a fifth of the packs)")
    by_litres = {}
    for number, fold in enumerate(folds_of(usable), 1):
        line(f"fold {number}", fold)
        fit = litres_fit([pack for pack in usable if pack not in fold])
        by_litres.update({pack.id: error_pct(fit(pack), pack.scale_g) for pack in fold})
    print(f"{'a fit on litres alone':34}{Summary([by_litres[pack.id] for pack in usable])}")
    print(f"{'the same, tier A':34}{Summary([by_litres[pack.id] for pack in tier_a])}")


def print_left_out(everything):
    print("\nleft out")
    for pack in everything:
        if not pack.usable:
            why = pack.why_not or f"what was weighed is not known: {pack.row['weight_state']}"
            print(f"{pack.id:4} {pack.tier:4} {pack.name}: {why}")
    print("\nsaid of a pack that is compared, but in no design of ours")
    for pack in everything:
        for note in pack.notes:
            if pack.usable:
                print(f"{pack.id:4} {pack.tier:4} {note}")


def main():
    program = sys.argv[1]
    everything = packs.packs()
    usable = [pack for pack in everything if pack.usable]
    masses = {pack.id: mass_of(program, pack.path) for pack in usable}
    print_rows(usable, masses)
    print()
    print_groups(usable, masses)
    print()
    modules.print_table(program)
    print_left_out(everything)


if __name__ == "__main__":
    main()
