"""A small product and book with round figures, for arithmetic that can be followed by hand."""


def usd(amount):
    return {"amount": amount, "currency": "USD"}


def item(section, unit, mass, price, **more):
    row = {"name": section, "section": section, "unit": unit, "category": "", "family": "nylon", "finish": "",
           "mass": mass, "mass_status": "sourced", "price": usd(price), "price_status": "sourced", "price_steps": [], "tooling": [], "moq_status": "estimate",
           "is_sheet": False, "cutting_waste": "0", "break_class": "", "moq": "0", "moq_dyed": "0",
           "composition": [["PA6", "1"]]}
    row.update(more)
    return row


def rate(unit, typical, **more):
    row = {"name": unit, "unit": unit, "low": typical, "typical": typical, "status": "estimate", "origins": []}
    row.update(more)
    return row


def book():
    return {
        "items": {"cloth": item("shell", "m", "135", "2.2", is_sheet=True, cutting_waste="0.14"),
                  "buckle": item("hardware", "pc", "5.5", "0.09"),
                  "yarn": item("thread", "m", "0.07", "0.0006")},
        "operations": {"S01": {"stage": "sewing", "fixed_minutes": "0.15", "minutes_per_metre": "0.3",
                               "status": "estimate", "paid_by": ""}},
        "origins": {"VN": {"labour": usd("0.0346"), "overhead": usd("0.04"), "efficiency": "0.6",
                           "uplift": "0.03", "status": "estimate"}},
        "breaks": [{"quantity": 1000, "fabric": "1", "trim": "1", "efficiency": "0.58", "margin": "0.1",
                    "setup_minutes": "800", "status": "estimate"}],
        "exchange": {"EUR": {"per_usd": "0.86", "status": "sourced"}},
        "stitches": {"301": {"per_metre": "2.8", "per_tack": "0"}, "BT42": {"per_metre": "0", "per_tack": "0.35"}},
        "rates": rates()}


def rates():
    money = {"cutting-die-set": "450", "pattern-cad": "120", "proto-sample-technical-pack": "150",
             "inland-factory-port": "15", "origin-charges-fob": "270", "export-clearance": "90", "lcl-cfs": "11",
             "lcl": "100", "lcl-minimum": "60", "below-moq-surcharge-dye": "250", "destination-documents": "75",
             "destination-terminal": "30", "on-carriage": "40", "unloading": "5", "import-clearance": "150",
             "loading": "3", "vessel-loading": "45"}
    shares = {"material-overbuy": "3", "production-spare-allowance": "1", "qc-inhouse": "1", "packing-mass": "8",
              "cargo-insurance": "0.3"}
    found = {name: rate("USD", typical) for name, typical in money.items()}
    found.update({name: rate("%", typical) for name, typical in shares.items()})
    found.update({"sample-rounds": rate("rounds", "3"), "insurance-uplift": rate("x CIF", "1.1"),
                  "least-lot-cloth": rate("m", "50")})
    return found


def trade():
    legs = ["loading", "pre-carriage", "export-clearance", "origin-terminal", "vessel-loading", "main-carriage",
            "insurance", "destination-terminal", "on-carriage", "unloading", "import-clearance", "duty-and-tax"]
    payer = {"s": "seller", "b": "buyer", "n": "none"}
    terms = {"EXW": "bbbbbbnbbbbb", "FCA": "sssbbbnbbbbb", "FAS": "ssssbbnbbbbb", "FOB": "sssssbnbbbbb", "CIF": "sssssssbbbbb",
             "CIP": "sssssssssbbb", "DPU": "ssssssnsssbb", "DDP": "ssssssnssbss"}
    return {
        "incoterms": {term: {"sea_only": False, "payers": {leg: payer[who] for leg, who in zip(legs, row)}}
                      for term, row in terms.items()},
        "markets": {"XX": {"customs_area": "", "sun": "", "vat": "0.2", "vat_status": "estimate",
                           "valuation": "CIF",
                           "tariff": [{"code": "4202 92 91", "surface": "textile", "duty": "0.1",
                                       "status": "sourced"}]}},
        "lanes": [{"mode": "sea-lcl", "rate": "lcl", "origins": [], "markets": [], "stand_in": False}],
        "fees": [], "preferences": [], "extra_duties": [], "vat_rules": [],
        "colors": {"tolerance": "10", "status": "estimate",
                   "stock": [{"name": "Black", "srgb": "#202327", "goods": ["cloth"]}],
                   "dyed": [{"section": "shell", "goods": "cloth", "least_lot": "least-lot-cloth"}]}}


def product():
    return {
        "assemblies": [{"id": "pack", "parent": ""}],
        "uses": [{"item": "cloth", "assembly": "pack", "placement": "front", "zone": "shell",
                  "part_ids": ["front"], "net": "0.1", "mass": "19.575", "in_product": True},
                 {"item": "buckle", "assembly": "pack", "placement": "flap", "zone": "", "part_ids": ["buckle"],
                  "net": "2", "mass": "11", "in_product": True}],
        "seams": [{"id": "seam", "assembly": "pack", "stitch": "301", "thread": "yarn", "rows": 2,
                   "length_mm": ["200", "198.5"]}],
        "rows": [], "tacks": [], "pieces": [], "tooling": [], "storage": [], "colorways": [],
        "work": [{"operation": "S01", "occurrences": 1, "metres": "0.2"}],
        "carton": {"pieces": 0, "length_mm": "600", "width_mm": "450", "height_mm": "400"}}


def document():
    return {"seed": 0, "book": book(), "trade": trade(), "product": product(), "consumption": [], "orders": [],
            "quality": {"lots": [], "samples": [], "presets": [], "tests": []}}


def question(**more):
    row = {"quantities": [1000], "origin": "VN", "market": "XX", "incoterm": "FOB", "currency": "USD",
           "as_of": "2026-03-02", "freight": "", "proof_of_origin": False, "buyer_pays_tooling": False,
           "tooling_over": 0, "words": True}
    row.update(more)
    return row
