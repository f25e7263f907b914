"""What random products exercised: a rule that no product came across is not tested."""
from collections import Counter
from fractions import Fraction

TERMS = ["EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"]
CURRENCIES = ["USD", "CNY", "EUR", "JPY", "TND", "VND"]
RULES = ["sea-lcl", "sea-fcl", "air", "express", "valued CIF", "valued FOB", "preference", "extra duty",
         "fee at least", "fee at most", "fee of its percent", "vat in its own base", "vat uplift", "vat lost",
         "vat back", "no vat", "surface textile-man-made", "surface textile-cotton", "surface plastic", "bladder and nothing else",
         "tooling paid by the buyer", "tooling over other pieces", "surcharge of a small order",
         "below the smallest break", "exactly a break", "rest of a stock colour", "rest of a quoted stock colour",
         "small lot of a colour", "minimum of a colour", "colour that nobody ordered", "cloth of a marker",
         "marker of several packs", "own waste of cloth", "goods by the gram", "counted goods", "packaging",
         "no carton plan", "inspection", "no inspection", "laboratory", "no laboratory", "work that a rate pays",
         "import uplift", "no import uplift", "efficiency of 90 %", "refused", "price of a ladder"]
WANTED = ["term " + term for term in TERMS] + ["currency " + code for code in CURRENCIES] + RULES


def seen_in(estimate):
    """The words of what this estimate came across."""
    yield "term " + estimate.question["incoterm"]
    yield "currency " + estimate.currency
    yield from seen_in_bill(estimate)
    yield from seen_in_minima(estimate)
    yield from seen_in_order(estimate)
    if estimate.is_refused:
        yield "refused"
    elif estimate.delivery is None:
        yield "no carton plan"
    else:
        yield from seen_in_delivery(estimate.delivery)


def seen_in_bill(estimate):
    for line in estimate.costing.explosion.lines:
        yield "price of a ladder" if line.row["price_steps"] else ""
        if line.lot is not None:
            yield "cloth of a marker"
            if line.lot["laid"][0] is not min((laid for laid in line.lot["laid"]
                                               if laid["packs"] <= estimate.quantity),
                                              key=lambda laid: Fraction(laid["gross"])):
                yield "marker of several packs"
        elif line.row["is_sheet"]:
            yield "own waste of cloth"
        elif line.row["unit"] == "g":
            yield "goods by the gram"
        elif line.row["unit"] in ("pc", "set"):
            yield "counted goods"
        if line.mass == 0:
            yield "packaging"


def seen_in_minima(estimate):
    for minimum in estimate.minima:
        if minimum.need == 0:
            yield "colour that nobody ordered"
        elif minimum.need < minimum.minimum and minimum.lot.made:
            left = minimum.minimum - minimum.need
            yield "minimum of a colour" if minimum.surplus == left else "small lot of a colour"
        elif minimum.need < minimum.minimum:
            yield "rest of a quoted stock colour" if minimum.cost else "rest of a stock colour"


def seen_in_order(estimate):
    names = {line.name for line in estimate.lines}
    yield "surcharge of a small order" if "rate small-order-surcharge" in names else ""
    yield "inspection" if "rate inspection-man-day-generic" in names else "no inspection"
    yield "laboratory" if "rate lab-test-package-per-material-colour" in names else "no laboratory"
    yield "import uplift" if "import uplift on materials" in names else "no import uplift"
    yield "tooling paid by the buyer" if estimate.assists else ""
    yield "tooling over other pieces" if estimate.question["tooling_over"] else ""
    yield "below the smallest break" if estimate.quantity < estimate.at["quantity"] else ""
    yield "exactly a break" if estimate.quantity == estimate.at["quantity"] else ""
    yield "efficiency of 90 %" if estimate.efficiency == Fraction(9, 10) else ""
    paid = {estimate.book.data["operations"][step["operation"]]["paid_by"]
            for step in estimate.costing.product["work"]}
    yield "work that a rate pays" if paid - {""} else ""


def seen_in_delivery(delivery):
    yield delivery.freights[0].mode
    yield "valued " + delivery.valuation
    yield "surface " + delivery.surface
    yield from delivery.rules
    vat = [leg for leg in delivery.legs if leg.name == "vat"]
    yield "no vat" if not vat else "vat lost" if vat[0].is_cost else "vat back"


def report(seen, count):
    """The least frequent; whether all that is wanted occurred."""
    missing = [word for word in WANTED if not seen[word]]
    least = Counter({word: seen[word] for word in WANTED}).most_common()[:-6:-1]
    print("least often: " + ", ".join(f"{word} {times}" for word, times in least))
    if missing:
        print("never: " + ", ".join(missing))
    return not missing or count < 200
