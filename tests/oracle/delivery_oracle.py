"""From ex-factory to the buyer's door, from bom/delivery/*.h and the public formulas of landed cost."""
import itertools
import math
from fractions import Fraction

from exact import grid6, grid9, money4, weaker


def carton_volume(carton):
    """Cubic metres of one carton."""
    sides = (Fraction(carton["length_mm"]), Fraction(carton["width_mm"]), Fraction(carton["height_mm"]))
    return grid6(sides[0] * sides[1] * sides[2] / 10 ** 9)


class Freight:
    def __init__(self, mode, cost, status):
        self.mode, self.cost, self.status = mode, cost, status


class Shipment:
    def __init__(self, estimate):
        carton, book = estimate.costing.product["carton"], estimate.book
        self.cartons = -(-estimate.quantity // carton["pieces"])
        self.volume = carton_volume(carton) * self.cartons
        self.sides = [Fraction(carton[side]) for side in ("length_mm", "width_mm", "height_mm")]
        piece = grid6(estimate.bill_mass * (1 + book.percent("packing-mass")))
        self.kg = grid9(piece * estimate.quantity / 1000)


class Freights:
    """Every way that the book has a lane for."""

    def __init__(self, estimate):
        self.book, self.question = estimate.book, estimate.question
        self.shipment = Shipment(estimate)

    def lane(self, mode):
        for lane in self.book.trade["lanes"]:
            if (lane["mode"] == mode
                    and (not lane["origins"] or self.question["origin"] in lane["origins"])
                    and (not lane["markets"] or self.question["market"] in lane["markets"])):
                return lane
        return None

    def status(self, *lanes):
        if any(lane["stand_in"] for lane in lanes):
            return "estimate"
        return weaker(*(self.book.rate_status(lane["rate"]) for lane in lanes))

    def dollars(self, rate):
        return self.book.convert(self.book.rate(rate), self.book.rate_currency(rate), "USD", 6)

    def consolidated(self):
        lane = self.lane("sea-lcl")
        if lane is None:
            return []
        measure = max(self.shipment.volume, grid9(self.shipment.kg / 1000), Fraction(1))
        cost = max(grid6(measure * self.dollars(lane["rate"])), self.dollars("lcl-minimum"))
        return [Freight("sea-lcl", cost, self.status(lane))]

    def containers(self):
        kinds = []
        for kind in ("20", "40", "40hc"):
            lane = self.lane("sea-" + kind)
            if lane is not None and self.cartons_in("container-" + kind):
                kinds.append((self.cartons_in("container-" + kind), self.dollars(lane["rate"]), lane))
        best = None
        for cost, used in loads(kinds, self.shipment.cartons):
            if best is None or cost < best[0]:
                best = (cost, used)
        return [] if best is None else [Freight("sea-fcl", best[0], self.status(*best[1]))]

    def cartons_in(self, container):
        """In rows, all turned one way, and no more than the usable volume."""
        inside = [self.book.rate(f"{container}-{side}") for side in ("length", "width", "height")]
        rows = max(math.prod(room // side for room, side in zip(inside, turned))
                   for turned in itertools.permutations(self.shipment.sides))
        usable = self.book.rate(container + "-practical") * 10 ** 9
        return min(rows, usable // math.prod(self.shipment.sides))

    def by_weight(self, mode):
        lane = self.lane(mode)
        if lane is None:
            return []
        divisor = self.book.rate(mode + "-volumetric-divisor")
        charged = max(self.shipment.kg, grid9(self.shipment.volume * 10 ** 6 / divisor))
        per_kg = self.dollars(lane["rate"])
        if mode == "air":
            per_kg += self.dollars("air-fuel-surcharge")
        return [Freight(mode, grid6(charged * per_kg), self.status(lane))]


def loads(kinds, cartons):
    """Every choice of containers that holds the cartons and has none too many, with its cost."""
    if not kinds:
        return
    (room, price, lane), rest = kinds[0], kinds[1:]
    count = 0
    while True:
        left = cartons - room * count
        if left <= 0:
            yield price * count, [lane] if count else []
            return
        for cost, used in loads(rest, left):
            yield price * count + cost, ([lane] if count else []) + used
        count += 1


def freights_of(estimate):
    if not estimate.costing.product["carton"]["pieces"]:
        return []
    ways = Freights(estimate)
    sea = sorted(ways.consolidated() + ways.containers(), key=lambda way: way.cost)
    found = sea + ways.by_weight("air") + ways.by_weight("express")
    wanted = estimate.question["freight"] or "sea"
    return sorted(found, key=lambda way: not way.mode.startswith(wanted))


def holds_on(period, day):
    return (not period["from"] or period["from"] <= day) and (not period["until"] or day <= period["until"])


def kind_of(item):
    if item["family"] == "tpu":
        return "plastic"
    cotton = sum(Fraction(share) for fibre, share in item["composition"] if fibre == "CO")
    return "textile-cotton" if 2 * cotton >= 1 else "textile-man-made"


def outer_surface(product, book):
    """What most of the outside is, by the area of the shell; without any shell, by all cloth."""
    pieces = [(book.data["items"][piece["item"]], Fraction(piece["area_mm2"]) * piece["count"])
              for piece in product["pieces"]]
    shell = [pair for pair in pieces if pair[0]["section"] == "shell"] or pieces
    areas = {}
    for item, area in shell:
        areas[kind_of(item)] = areas.get(kind_of(item), 0) + area
    if not areas:
        return "textile-man-made"
    return max(areas, key=areas.get)


def holds_bladder_only(product, book):
    """An insulated bag around a drinking bladder that has room for nothing else."""
    inside = {book.data["items"][use["item"]]["category"] for use in product["uses"] if use["in_product"]}
    return {"bladder", "insulation"} <= inside and not product["storage"]


def tariff_line(market, surface, bladder_only):
    wanted = ["bladder-only"] if bladder_only and surface != "plastic" else []
    wanted += [surface] + (["textile"] if surface.startswith("textile") else []) + ["other"]
    for name in wanted:
        for line in market["tariff"]:
            if line["surface"] == name:
                return line
    return market["tariff"][0]


class CostLeg:
    def __init__(self, name, payer, amount, status, is_cost=True):
        self.name, self.payer, self.amount, self.status, self.is_cost = name, payer, amount, status, is_cost


class Delivery:
    def __init__(self, estimate):
        self.estimate, self.book, self.question = estimate, estimate.book, estimate.question
        self.term = self.book.trade["incoterms"][self.question["incoterm"]]
        self.market = self.book.trade["markets"][self.question["market"]]
        self.freights = estimate.freights
        self.rules = []  # what of the market's rules was met, in words
        self.legs = [CostLeg("goods", "seller", estimate.ex_factory, "estimate")]
        self.exported()
        self.carried()
        self.arrived()
        self.import_charges()
        self.price = sum(leg.amount for leg in self.legs if leg.payer == "seller" and leg.is_cost)
        self.landed = sum(leg.amount for leg in self.legs if leg.is_cost)

    def add(self, leg, amount, status):
        self.legs.append(CostLeg(leg, self.term["payers"][leg], amount, status))

    def per_piece(self, rate, count):
        return self.book.convert(self.book.rate(rate) * count / self.estimate.quantity,
                                 self.book.rate_currency(rate), self.question["currency"])

    def exported(self):
        """The lines up to on board; of the origin charges, the first line of the terminal, clearance and then
        the loading of the ship are parts, which another may pay."""
        legs = [CostLeg(line.leg, None, line.unit, line.status) for line in self.estimate.lines if line.leg]
        charges = next(leg for leg in legs if leg.name == "origin-terminal")
        parts = []
        for name in ("export-clearance", "vessel-loading"):
            amount = min(self.per_piece(name, 1), charges.amount)
            charges.amount -= amount
            if amount:
                parts.append(CostLeg(name, None, amount, weaker(charges.status, self.book.rate_status(name))))
        journey = ["loading", "pre-carriage", "export-clearance", "origin-terminal", "vessel-loading"]
        for leg in sorted(legs + parts, key=lambda leg: journey.index(leg.name)):
            self.add(leg.name, leg.amount, leg.status)

    def carried(self):
        freight = self.freights[0]
        self.fob = self.estimate.fob
        self.carriage = self.book.convert(freight.cost / self.estimate.quantity, "USD",
                                          self.question["currency"])
        self.add("main-carriage", self.carriage, freight.status)
        cfr = self.fob + self.carriage
        insured = grid9(self.book.rate("insurance-uplift") * self.book.percent("cargo-insurance"))
        premium = money4(cfr / (1 - insured) - cfr)
        self.add("insurance", premium, self.book.rate_status("cargo-insurance"))
        self.cif = cfr + premium

    def arrived(self):
        volume = Shipment(self.estimate).volume
        documents, terminal = "destination-documents", "destination-terminal"
        self.add(terminal, self.per_piece(documents, 1) + self.per_piece(terminal, volume),
                 weaker(self.book.rate_status(documents), self.book.rate_status(terminal)))
        for leg, count in (("on-carriage", volume), ("unloading", volume), ("import-clearance", 1)):
            self.add(leg, self.per_piece(leg, count), self.book.rate_status(leg))

    def holds(self, rule):
        return (self.question["market"] in rule["markets"]
                and (not rule["origins"] or self.question["origin"] in rule["origins"])
                and holds_on(rule["period"], self.question["as_of"]))

    def import_charges(self):
        payer = self.term["payers"]["duty-and-tax"]
        self.surface = outer_surface(self.estimate.costing.product, self.book)
        bladder_only = holds_bladder_only(self.estimate.costing.product, self.book)
        line = tariff_line(self.market, self.surface, bladder_only)
        if bladder_only and self.surface != "plastic" and line["surface"] == "bladder-only":
            self.rules.append("bladder and nothing else")
        own = Fraction(line["duty"])
        if self.question["proof_of_origin"]:
            lowest = min([own] + [Fraction(rule["duty"]) for rule in self.book.trade["preferences"]
                                  if self.holds(rule)])
            self.rules += ["preference"] if lowest < own else []
            own = lowest
        extras = [rule for rule in self.book.trade["extra_duties"] if self.holds(rule)]
        self.rules += ["extra duty"] if extras else []
        self.duty_rate = own + sum(Fraction(rule["duty"]) for rule in extras)
        self.tariff_line, self.valuation = line["code"], self.market["valuation"]
        value = self.fob if self.valuation == "FOB" else self.cif
        self.customs_value = value + self.estimate.assist
        self.duty = money4(self.customs_value * self.duty_rate)
        self.legs.append(CostLeg("duty", payer, self.duty, line["status"]))
        fees = self.fees(payer)
        self.vat(payer, self.duty + sum(fees, Fraction(0)))
        if self.estimate.assist:
            self.legs.append(CostLeg("assist", "buyer", self.estimate.assist, "estimate"))

    def fees(self, payer):
        bases = {"cif": self.cif, "fob": self.fob, "duty": self.duty, "freight": self.carriage}
        amounts = []
        for fee in self.book.trade["fees"]:
            if fee["market"] != self.question["market"] or not holds_on(fee["period"], self.question["as_of"]):
                continue
            if fee["sea_only"] and not self.freights[0].mode.startswith("sea"):
                continue
            # Limits are of the shipment; the larger of two figures is so before and after rounding.
            amount = bases[fee["base"]] * Fraction(fee["percent"]) * self.estimate.quantity
            least, most = self.limit(fee["least"]), self.limit(fee["most"])
            own, amount = amount, max(amount, least)
            if most:
                amount = min(amount, most)
            self.rules.append("fee of its percent" if amount == own else
                              "fee at least" if amount > own else "fee at most")
            amounts.append(money4(amount / self.estimate.quantity))
            self.legs.append(CostLeg("fee: " + fee["name"], payer, amounts[-1], fee["status"]))
        return amounts

    def limit(self, money):
        rates = self.book.exchange
        return Fraction(money["amount"]) * rates[self.question["currency"]] / rates[money["currency"]]

    def vat(self, payer, charges):
        rate = Fraction(self.market["vat"])
        if not rate:
            return
        rule = next((rule for rule in self.book.trade["vat_rules"]
                     if rule["market"] == self.question["market"]), None)
        uplift = Fraction(rule["uplift"]) if rule else Fraction(0)
        base = self.customs_value + grid6(self.customs_value * uplift) + charges
        self.rules += ["vat uplift"] if uplift else []
        if rule and rule["inclusive"]:
            self.rules.append("vat in its own base")
            base = base / (1 - rate)
        self.legs.append(CostLeg("vat", payer, money4(base * rate), self.market["vat_status"],
                                 rule is not None and not rule["recoverable"]))
