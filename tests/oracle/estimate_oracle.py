"""The estimate of one order quantity, from bom/estimate.h, bom/estimate_lines.h and bom/costing.h."""
from fractions import Fraction

from bill_oracle import SECTIONS
from delivery_oracle import Delivery, carton_volume, freights_of
from exact import grid6, grid9, minor_digits, money4, rounded, weaker
from minima_oracle import Minimum, Order, lots_of, pieces_by_colorway
from quality_oracle import inspection, laboratory_samples


class Costing:
    """What does not depend on the order."""

    def __init__(self, product, book, explosion):
        self.product, self.book, self.explosion = product, book, explosion
        self.lots = lots_of(product, explosion, book)
        self.stages, self.minutes = {}, Fraction(0)
        for step in product["work"]:
            operation = book.data["operations"][step["operation"]]
            minutes = grid6(Fraction(operation["fixed_minutes"]) * step["occurrences"])
            minutes += grid6(Fraction(operation["minutes_per_metre"]) * Fraction(step["metres"]))
            self.minutes += minutes
            if operation["paid_by"]:
                continue
            stage = self.stages.setdefault(operation["stage"], [Fraction(0), operation["status"]])
            stage[0] += minutes
            stage[1] = weaker(stage[1], operation["status"])
        self.tools = {}
        for tool in product["tooling"]:
            self.tools[tool] = self.tools.get(tool, 0) + 1
        for row in {line.item: line.row for line in self.explosion.lines}.values():
            for tool in row["tooling"]:
                self.tools[tool] = self.tools.get(tool, 0) + 1


class Line:
    def __init__(self, group, name, unit, status, leg=""):
        self.group, self.name, self.unit, self.status, self.leg = group, name, unit, status, leg


def is_refused(estimate):
    """A term for carriage by sea where the goods go another way: nothing is reckoned beyond the port."""
    term = estimate.book.trade["incoterms"][estimate.question["incoterm"]]
    return term["sea_only"] and not estimate.freights[0].mode.startswith("sea")


class Estimate:
    """One quantity of one question."""

    def __init__(self, costing, question, quantity):
        self.costing, self.question, self.quantity = costing, question, quantity
        self.book, self.currency = costing.book, question["currency"]
        self.at = self.book.break_for(quantity)
        self.origin = self.book.data["origins"][question["origin"]]
        self.prices = costing.explosion.priced(quantity, self.currency)
        self.pieces = pieces_by_colorway(costing.product, quantity)
        order = Order(self.book, self.prices, quantity, self.currency)
        order.pieces = self.pieces
        self.minima = [Minimum(lot, order) for lot in costing.lots]
        self.bill_mass, self.bill_materials = costing.explosion.sums(costing.explosion.root, self.prices)
        self.freights = freights_of(self)
        self.lines, self.assists = [], []
        self.material_lines()
        self.labour_lines()
        self.tooling_lines()
        self.quality_lines()
        self.small_order_line()
        self.share_lines()
        self.ex_factory = sum(line.unit for line in self.lines)
        self.logistics_lines()
        self.fob = sum(line.unit for line in self.lines)
        self.assist = sum((line.unit for line in self.assists), Fraction(0))
        self.is_refused = bool(self.freights) and is_refused(self)
        self.delivery = Delivery(self) if self.freights and not self.is_refused else None
        price = self.delivery.price if self.delivery else self.fob
        self.order_total = rounded(price * quantity, minor_digits(self.currency))

    def total(self, group):
        return sum((line.unit for line in self.lines if line.group == group), Fraction(0))

    def add(self, group, name, unit, status, leg=""):
        self.lines.append(Line(group, name, unit, status, leg))

    def rate_line(self, group, rate, count, over, leg=""):
        """`count` x a named price, over so many pieces."""
        amount = self.book.rate(rate) * count / over
        unit = self.book.convert(amount, self.book.rate_currency(rate), self.currency)
        return Line(group, self.book.data["rates"][rate]["name"], unit, self.book.rate_status(rate), leg)

    def material_lines(self):
        for section in SECTIONS:
            lines = [line for line in self.costing.explosion.lines if line.row["section"] == section]
            if lines:
                self.add("materials", section, sum(self.prices[line][3] for line in lines),
                         weaker(*(line.status for line in lines)))
        uplift = Fraction(self.origin["uplift"])
        if uplift:
            self.add("materials", "import uplift on materials", money4(self.bill_materials * uplift),
                     self.origin["status"])
        for minimum in self.minima:
            unit = money4(minimum.cost / self.quantity)
            if unit:
                name = "minimum of " + minimum.lot.row["name"]
                self.add("materials", name + (", " + minimum.lot.srgb if minimum.lot.srgb else ""), unit,
                         minimum.status)

    def per_minute(self, minutes, figure):
        money = self.origin[figure]
        return self.book.convert(minutes * Fraction(money["amount"]), money["currency"], self.currency)

    def labour_lines(self):
        reference = Fraction(self.book.break_for(1000)["efficiency"])
        efficiency = grid9(Fraction(self.at["efficiency"]) * Fraction(self.origin["efficiency"]) / reference)
        efficiency = self.efficiency = min(efficiency, Fraction(9, 10))
        clock = Fraction(0)
        for stage, (minutes, status) in self.costing.stages.items():
            worked = grid6(minutes / efficiency)
            clock += worked
            self.add("labour", stage, self.per_minute(worked, "labour"),
                     weaker(status, self.origin["status"]))
        setup = grid6(Fraction(self.at["setup_minutes"]) / self.quantity)
        self.add("labour", "setting up the line", self.per_minute(setup, "labour"),
                 weaker(self.at["status"], self.origin["status"]))
        self.add("overhead", "factory overhead", self.per_minute(clock + setup, "overhead"),
                 self.origin["status"])

    def tooling_lines(self):
        over = self.question["tooling_over"] or self.quantity
        group = "assist" if self.question["buyer_pays_tooling"] else "tooling"
        lines = [self.rate_line(group, "cutting-die-set", 1, over),
                 self.rate_line(group, "pattern-cad", 1, over),
                 self.rate_line(group, "proto-sample-technical-pack", self.book.rate("sample-rounds"), over)]
        for tool in sorted(self.costing.tools):
            lines.append(self.rate_line(group, tool, self.costing.tools[tool], over))
        (self.assists if group == "assist" else self.lines).extend(lines)

    def quality_lines(self):
        days, status = inspection(self.book, self.quantity, self.question["market"])
        if days:
            line = self.rate_line("quality", "inspection-man-day-generic", days, self.quantity)
            line.status = weaker(line.status, status)
            self.lines.append(line)
        samples = laboratory_samples(self.costing, self.question["market"])
        if samples:
            self.lines.append(self.rate_line("quality", "lab-test-package-per-material-colour", samples,
                                             self.quantity))

    def small_order_line(self):
        if not self.book.has_rate("small-order-surcharge") or not self.book.has_rate("factory-moq-style"):
            return
        if self.quantity < rounded(self.book.low_rate("factory-moq-style"), 0):
            cost = sum(line.unit for line in self.lines)
            self.add("overhead", self.book.data["rates"]["small-order-surcharge"]["name"],
                     money4(cost * self.book.percent("small-order-surcharge")),
                     self.book.rate_status("small-order-surcharge"))

    def share_lines(self):
        cost = sum(line.unit for line in self.lines)
        control, margin = self.book.percent("qc-inhouse"), Fraction(self.at["margin"])
        rest = 1 - control - margin
        self.add("quality", self.book.data["rates"]["qc-inhouse"]["name"], money4(cost * control / rest),
                 self.book.rate_status("qc-inhouse"))
        self.add("margin", "factory margin", money4(cost * margin / rest), self.at["status"])

    def logistics_lines(self):
        carton = self.costing.product["carton"]
        if not carton["pieces"]:
            return
        per_piece = grid9(carton_volume(carton) / carton["pieces"])
        self.per_volume("loading", per_piece, "loading")
        self.per_volume("inland-factory-port", per_piece, "pre-carriage")
        self.lines.append(self.rate_line("logistics", "origin-charges-fob", 1, self.quantity,
                                         "origin-terminal"))
        if self.freights[0].mode == "sea-lcl":
            self.per_volume("lcl-cfs", per_piece, "origin-terminal")

    def per_volume(self, rate, volume, leg):
        """A figure per m3 is a stand-in where its rate does not hold in the origin."""
        line = self.rate_line("logistics", rate, volume, 1, leg)
        holds = self.book.data["rates"][rate]["origins"]
        if holds and self.question["origin"] not in holds:
            line.status = "estimate"
        self.lines.append(line)


def sourced_share(estimates):
    """Of ex-factory, over all quantities together; materials count line by line."""
    sourced = Fraction(0)
    for estimate in estimates:
        for line, price in estimate.prices.items():
            if line.status != "estimate":
                sourced += price[3]
        for line in estimate.lines:
            if line.name not in SECTIONS and line.group != "logistics" and line.status != "estimate":
                sourced += line.unit
    return grid9(sourced / sum(estimate.ex_factory for estimate in estimates))
