"""The bill of materials, from the formulas in bom/bill.h, bom/bill_thread.h and bom/marker/cloth_use.h."""
from fractions import Fraction

from exact import grid6, money4, weaker

SECTIONS = ["shell", "lining", "mesh", "foam", "frame", "zip", "hardware", "webbing", "tape", "cord",
            "reflective", "thread", "label", "branding", "hydration", "electronics", "packaging", "finish"]


def thread_uses(product, book):
    """Metres of thread by assembly and thread item."""
    metres, parts, sewn, sewn_in = {}, {}, {}, {}

    def add(assembly, thread, amount, part):
        metres[assembly, thread] = metres.get((assembly, thread), 0) + amount
        parts.setdefault((assembly, thread), []).append(part)

    for seam in product["seams"] + product["rows"]:
        lengths = seam["length_mm"] if isinstance(seam["length_mm"], list) else [seam["length_mm"]]
        length = grid6(max(map(Fraction, lengths)) / 1000) * seam["rows"]
        amount = grid6(length * Fraction(book.data["stitches"][seam["stitch"]]["per_metre"]))
        add(seam["assembly"], seam["thread"], amount, seam["id"])
        sewn[seam["thread"]] = sewn.get(seam["thread"], 0) + amount
        here = sewn_in.setdefault(seam["assembly"], {})
        here[seam["thread"]] = here.get(seam["thread"], 0) + amount
    for tack in product["tacks"]:
        near = sewn_in.get(tack["assembly"], sewn)
        thread = tack["thread"] or min(near, key=lambda item: (-near[item], item))
        add(tack["assembly"], thread, Fraction(book.data["stitches"][tack["type"]]["per_tack"]), tack["id"])
    uses = []
    for (assembly, thread), net in sorted(metres.items()):
        uses.append({"item": thread, "assembly": assembly, "placement": "seams and tacks",
                     "zone": thread_zone(product, thread),
                     "part_ids": parts[assembly, thread], "net": net,
                     "mass": grid6(net * Fraction(book.data["items"][thread]["mass"])), "in_product": True})
    return uses


def thread_zone(product, thread):
    """The zone under which a colorway names the thread."""
    for colorway in product["colorways"]:
        for color in colorway["colors"]:
            if color["item"] == thread:
                return color["zone"]
    return ""


class Line:
    """An item line that does not know its order yet."""

    def __init__(self, use, book):
        self.item, self.placement, self.zone = use["item"], use["placement"], use["zone"]
        self.row = book.data["items"][self.item]
        self.part_ids, self.net, self.mass = [], Fraction(0), Fraction(0)
        self.status = weaker(self.row["price_status"], self.row["mass_status"])
        self.lot = None


class AssemblyLine:
    def __init__(self, assembly):
        self.assembly = assembly
        self.lines, self.children = [], []
        self.number, self.level, self.parent = "", 0, ""


def key_of(use, book):
    section = SECTIONS.index(book.data["items"][use["item"]]["section"])
    return (section, use["item"], use["placement"], use["zone"], use["in_product"])


class Explosion:
    """Assemblies with their merged lines, in the order of the bill: `order` holds both kinds."""

    def __init__(self, product, book, consumption):
        self.book = book
        self.lots = consumption
        self.order = []
        by_id = {}
        for row in product["assemblies"]:
            assembly = by_id[row["id"]] = AssemblyLine(row["id"])
            if row["parent"]:
                by_id[row["parent"]].children.append(assembly)
            else:
                self.root = assembly
        merged = {}
        for use in product["uses"] + thread_uses(product, book):
            line = merged.setdefault((use["assembly"],) + key_of(use, book), None)
            if line is None:
                line = merged[(use["assembly"],) + key_of(use, book)] = Line(use, book)
            line.part_ids += use["part_ids"]
            line.net += Fraction(use["net"])
            line.mass += Fraction(use["mass"])
        for key in sorted(merged):
            merged[key].part_ids = sorted(set(merged[key].part_ids))
            by_id[key[0]].lines.append(merged[key])
        self.number(self.root, "0", "", 0)
        self.lines = [line for line in self.order if isinstance(line, Line)]
        self.find_lots()

    def number(self, assembly, number, parent, level):
        assembly.number, assembly.parent, assembly.level = number, parent, level
        self.order.append(assembly)
        for index, line in enumerate(assembly.lines, 1):
            line.number, line.parent, line.level = f"{number}.{index}", number, level + 1
            line.assembly = assembly.assembly
            self.order.append(line)
        # The root's modules count from one; those of a module go on after its lines.
        first = 1 if level == 0 else len(assembly.lines) + 1
        prefix = "" if level == 0 else number + "."
        for index, child in enumerate(assembly.children, first):
            self.number(child, f"{prefix}{index}", number, level + 1)

    def find_lots(self):
        for line in self.lines:
            for lot in self.lots:
                if lot["item"] == line.item and line.zone in lot["zones"]:
                    line.lot = lot
                    break

    def lot_net(self, lot):
        return sum(line.net for line in self.lines if line.lot is lot)

    def waste_of(self, line, quantity):
        """Reasons and amounts, in the order printed."""
        book, unit = self.book, line.row["unit"]
        if line.lot is not None:
            fitting = [laid for laid in line.lot["laid"] if laid["packs"] <= quantity]
            laid = min(fitting, key=lambda laid: Fraction(laid["gross"]))
            share = line.net / self.lot_net(line.lot)
            between = max(Fraction(laid["marker"]) - self.lot_net(line.lot), Fraction(0))
            return [("marker", grid6(between * share)),
                    ("ends", grid6(Fraction(laid["ends"]) * share)),
                    ("defects", grid6(Fraction(laid["defects"]) * share))]
        if line.row["is_sheet"] or unit == "m2":
            return [("cutting", grid6(line.net * Fraction(line.row["cutting_waste"])))]
        if unit in ("m", "g"):
            return [("ends", grid6(line.net * book.percent("material-overbuy")))]
        return [("defects", grid6(line.net * book.percent("production-spare-allowance")))]

    def unit_price(self, line, quantity, currency, bought):
        """Of an item with a ladder the step that the whole order reaches, as the supplier asks it."""
        if line.row["price_steps"]:
            reached = line.row["price_steps"][0]
            for step in line.row["price_steps"]:
                if Fraction(step["from"]) <= bought[line.item]:
                    reached = step
            return self.book.convert(Fraction(reached["price"]["amount"]), reached["price"]["currency"], currency)
        at = self.book.break_for(quantity)
        usual = "fabric" if line.row["is_sheet"] else "trim"
        factor = Fraction(at[line.row["break_class"] or usual])
        price = line.row["price"]
        return self.book.convert(Fraction(price["amount"]) * factor, price["currency"], currency)

    def priced(self, quantity, currency):
        """For each line its waste, gross, unit price and extended."""
        wastes = {line: self.waste_of(line, quantity) for line in self.lines}
        bought = {}
        for line in self.lines:
            taken = quantity * (line.net + sum(amount for _, amount in wastes[line]))
            bought[line.item] = bought.get(line.item, Fraction(0)) + taken
        prices = {}
        for line in self.lines:
            waste = wastes[line]
            gross = line.net + sum(amount for _, amount in waste)
            unit_price = self.unit_price(line, quantity, currency, bought)
            prices[line] = (waste, gross, unit_price, money4(unit_price * gross))
        return prices

    def sums(self, assembly, prices):
        """Mass and money of an assembly: all that is below."""
        mass = sum((line.mass for line in assembly.lines), Fraction(0))
        money = sum((prices[line][3] for line in assembly.lines), Fraction(0))
        for child in assembly.children:
            below = self.sums(child, prices)
            mass, money = mass + below[0], money + below[1]
        return mass, money
