"""Price lists and quotes through the program: what comes in, what it prices, what is refused, what a quote keeps."""

import json
import os
import re
import shutil
import subprocess
import unittest
import zipfile
from decimal import Decimal

import program
from independence_test import comma_locale

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
GERMAN = ("\ufeffItem;Supplier;Currency;Price;Unit;From;MOQ;Lead days;Valid from;Colour\r\n"
          "elbind;Weber, Hof;USD;0,50;m;;300;35;02.03.2026;red\r\n"
          "elbind;;USD;0,40;m;1.000,0;;;;\r\n")


def write_workbook(path, rows, shared=True, extra=()):
    """An XLSX file, deflated: with shared strings as Excel writes it, else with inline strings as LibreOffice does."""
    texts, sheet = [], []
    for number, row in enumerate(rows, 1):
        cells = []
        for column, value in zip("ABCDEFGHIJ", row):
            at = f'r="{column}{number}"'
            if isinstance(value, str) and shared:
                texts.append(value)
                cells.append(f'<c {at} t="s"><v>{len(texts) - 1}</v></c>')
            elif isinstance(value, str):
                cells.append(f'<c {at} t="inlineStr"><is><t>{value}</t></is></c>')
            elif isinstance(value, int):  # here: a day
                cells.append(f'<c {at} s="1"><v>{value}</v></c>')
            elif value is not None:
                cells.append(f'<c {at} t="n"><v>{value!r}</v></c>')
        sheet.append(f'<row r="{number}">{"".join(cells)}</row>')
    relations = [("styles", "styles.xml"), ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", f'{head}<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>'
                      '<sheet name="Prices" sheetId="1" r:id="rId2"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", head + "<Relationships>" + "".join(
            f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
            for i, (kind, target) in enumerate(relations, 1)) + "</Relationships>")
        book.writestr("xl/styles.xml", f'{head}<styleSheet {MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
                      "</cellXfs></styleSheet>")
        book.writestr("xl/sharedStrings.xml", f"{head}<sst {MAIN}>" + "".join(
            f"<si><t>{text}</t></si>" for text in texts) + "</sst>")
        book.writestr("xl/worksheets/sheet1.xml",
                      f'{head}<worksheet {MAIN}><sheetData>{"".join(sheet)}</sheetData></worksheet>')
        for name, data in extra:
            book.writestr(name, data)


class Prices(program.InFolder):
    def setUp(self):
        super().setUp()
        self.new("lightweight")
        (self.folder / "lists").mkdir()
        self.list = self.folder / "lists" / "mill.csv"
        self.list.write_text(GERMAN, encoding="utf-8", newline="")

    def refusal(self, *words, code):
        done = program.run(*words, folder=self.folder)
        self.assertEqual((done.returncode, done.stdout), (code, b""), done.stderr)
        return done.stderr.decode()

    def lines(self, item, *words):
        return [line for line in self.json("bom", "t.ruck", *words)["lines"] if line["item"] == item]

    def test_a_preview_says_what_would_change_and_changes_nothing(self):
        before = (self.folder / "t.ruck").read_bytes()
        answer = self.json("prices", "t.ruck", "lists/mill.csv", "--preview")
        self.assertEqual(sorted(answer), ["changes", "ignored_columns", "list", "problems", "schema", "sha256", "unchanged"])
        self.assertEqual((answer["list"], answer["problems"], answer["ignored_columns"]), ("lists/mill.csv", [], ["Colour"]))
        (change,) = answer["changes"]
        self.assertEqual((change["item"], change["row"]), ("elbind", 2))
        self.assertEqual(change["after"], {
            "price": "0.5000", "currency": "USD", "moq": "300", "lead_days": 35, "supplier": "weber-hof",
            "moq_dyed": change["before"]["moq_dyed"],
            "steps": [{"from": "0", "price": "0.5000"}, {"from": "1000", "price": "0.4000"}]})
        was = Decimal(change["before"]["price"])
        self.assertEqual(Decimal(change["change_pct"]), round((Decimal("0.5") - was) / was * 100, 7))
        self.assertEqual((self.folder / "t.ruck").read_bytes(), before)

    def test_an_applied_list_prices_every_command_by_the_step_that_the_order_reaches(self):
        factor = [line["unit_price"] for line in self.lines("elbind", "--quantity", "100")]
        self.do("prices", "t.ruck", "lists/mill.csv", "--apply")
        self.assertIn('">lists/mill.csv</price-list>', (self.folder / "t.ruck").read_text(encoding="utf-8"))
        gross = sum(Decimal(line["gross"]) for line in self.lines("elbind"))
        below = int(Decimal(1000) / gross)  # the most pieces that take less than 1000 m
        if gross * below == 1000:
            below -= 1
        for pieces, price in ((100, "0.5000"), (below, "0.5000"), (below + 1, "0.4000")):
            for line in self.lines("elbind", "--quantity", pieces):
                self.assertEqual(line["unit_price"], price, pieces)
                self.assertEqual(line["own_price"], {"source": "mill.csv row 2", "date": "2026-03-02"})
                self.assertEqual(Decimal(line["extended"]), round(Decimal(price) * Decimal(line["gross"]), 4))
                lead = line["lead_time"]
                self.assertEqual((lead["days"], lead["low"], lead["high"], lead["from"], lead["status"]),
                                 (35, 35, 35, "offer of weber-hof", "user"))
        self.assertNotEqual(factor, ["0.5000"] * len(factor))
        own = [{"item": "elbind", "source": "mill.csv row 2", "date": "2026-03-02"}]
        self.assertEqual(self.json("show", "t.ruck")["own_prices"], own)
        self.assertEqual(self.json("cost", "t.ruck")["own_prices"], own)
        for command in ("show", "bom", "cost"):
            self.assertIn("Your prices: elbind (mill.csv row 2, 2026-03-02).", self.do(command, "t.ruck").decode())
        again = self.json("prices", "t.ruck", "lists/mill.csv", "--preview")
        self.assertEqual((again["changes"], again["unchanged"]), ([], 1))

    def test_applying_again_replaces_and_removing_restores(self):
        plain = self.do("cost", "t.ruck", "--json")
        self.do("prices", "t.ruck", "lists/mill.csv", "--apply")
        self.list.write_text(GERMAN.replace("0,50", "0,60"), encoding="utf-8", newline="")
        changed = self.json("prices", "t.ruck", "lists/mill.csv", "--preview")
        self.assertEqual([change["after"]["price"] for change in changed["changes"]], ["0.6000"])
        self.do("prices", "t.ruck", "lists/mill.csv", "--apply")
        self.assertEqual((self.folder / "t.ruck").read_text(encoding="utf-8").count("<price-list"), 1)
        self.assertEqual({line["unit_price"] for line in self.lines("elbind", "--quantity", "100")}, {"0.6000"})
        self.list.unlink()
        self.do("prices", "t.ruck", "lists/mill.csv", "--remove")
        self.assertEqual(self.do("cost", "t.ruck", "--json"), plain)
        self.assertIn("has no price list lists/mill.csv", self.refusal("prices", "t.ruck", "lists/mill.csv", "--remove",
                                                                       code=2))

    def test_a_changed_or_missing_list_stops_every_command_that_prices(self):
        self.do("prices", "t.ruck", "lists/mill.csv", "--apply")
        commands = [("show",), ("bom",), ("cost",), ("check",), ("walk",), ("render", "-o", "x.png"), ("export", "-o", "out"),
                    ("quote", "-o", "x.quote")]
        self.list.write_text(GERMAN + "\r\n", encoding="utf-8", newline="")
        for command, *rest in commands:
            self.assertIn("is not the one that was applied", self.refusal(command, "t.ruck", *rest, code=3))
        self.list.unlink()
        for command, *rest in commands:
            self.assertIn("there is no such file", self.refusal(command, "t.ruck", *rest, code=5))
        self.do("set", "t.ruck", "brand.name=Ours")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["lists", "t.ruck"])

    def test_a_list_with_problems_is_previewed_and_not_applied(self):
        (self.folder / "bad.csv").write_text("item,price,currency\nelb1nd,5,USD\nelbind,1.234,USD\n", encoding="utf-8")
        before = (self.folder / "t.ruck").read_bytes()
        answer = self.json("prices", "t.ruck", "bad.csv", "--preview")
        self.assertEqual([(problem["row"], problem["column"]) for problem in answer["problems"]], [(2, "item"), (3, "price")])
        self.assertIn('did you mean "elbind"?', answer["problems"][0]["message"])
        message = self.refusal("prices", "t.ruck", "bad.csv", "--apply", "--json", code=3)
        self.assertIn('row 3, price: price "1.234" can be 1234 or 1.234', message)
        self.assertEqual((self.folder / "t.ruck").read_bytes(), before)
        (self.folder / "no.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        for mode in ("--preview", "--apply"):
            self.refusal("prices", "t.ruck", "no.csv", mode, code=3)
            self.refusal("prices", "t.ruck", "none.csv", mode, code=5)
        self.refusal("prices", "t.ruck", "lists/mill.csv", code=2)
        self.refusal("prices", "t.ruck", "lists/mill.csv", "--apply", "--remove", code=2)

    def test_workbooks_say_the_same_as_text(self):
        rows = [["Prices of Weber"], ["Item", "Supplier", "Currency", "Price", "Unit", "From", "MOQ", "Lead days", "Valid from"],
                ["elbind", "Weber, Hof", "USD", 0.5, "m", None, 300.0, 35.0, 46083],
                ["elbind", None, "USD", 0.4, "m", 1000.0, None, None, None]]
        wanted = self.json("prices", "t.ruck", "lists/mill.csv", "--preview")["changes"]
        for change in wanted:
            change["row"] = 3
        for shared in (True, False):
            write_workbook(self.folder / "mill.xlsx", rows, shared)
            answer = self.json("prices", "t.ruck", "mill.xlsx", "--preview")
            self.assertEqual((answer["changes"], answer["problems"]), (wanted, []), shared)
        self.do("prices", "t.ruck", "mill.xlsx", "--apply")
        self.assertEqual(self.lines("elbind")[0]["own_price"], {"source": "mill.xlsx row 3", "date": "2026-03-02"})

    def test_hostile_workbooks_are_refused(self):
        path = self.folder / "bomb.xlsx"
        write_workbook(path, [["item", "price"]], extra=[("xl/bomb.xml", b" " * (200 << 20))])
        self.assertLess(path.stat().st_size, 1 << 20)
        self.assertIn("larger than 16 MB", self.refusal("prices", "t.ruck", path, "--preview", code=3))
        whole = path.read_bytes()
        path.write_bytes(whole[:len(whole) // 2])
        self.assertIn("damaged", self.refusal("prices", "t.ruck", path, "--preview", code=3))
        path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
        self.assertIn("encrypted", self.refusal("prices", "t.ruck", path, "--preview", code=3))

    def test_a_locale_with_a_decimal_comma_changes_nothing(self):
        settings = comma_locale(self.folder)
        if settings is None:
            self.skipTest("no locale with a decimal comma can be made here")
        wanted, found = {}, {}
        for answers, environment in ((wanted, None), (found, {**os.environ, **settings})):
            self.new("lightweight")
            for words in (("prices", "t.ruck", "lists/mill.csv", "--preview", "--json"),
                          ("prices", "t.ruck", "lists/mill.csv", "--apply"), ("bom", "t.ruck"),
                          ("quote", "t.ruck", "-o", "t.quote"), ("quote", "show", "t.quote")):
                done = program.run(*words, folder=self.folder, environment=environment)
                self.assertEqual(done.returncode, 0, done.stderr)
                answers[words] = done.stdout
            answers["quote"] = (self.folder / "t.quote").read_bytes()
        self.assertEqual(found, wanted)


class Quotes(program.InFolder):
    def setUp(self):
        super().setUp()
        self.new("lightweight")
        (self.folder / "mill.csv").write_text(GERMAN, encoding="utf-8", newline="")
        self.do("prices", "t.ruck", "mill.csv", "--apply")
        self.do("quote", "t.ruck", "-o", "t.quote", "--quantity", "300,1000", "--market", "US", "--incoterm", "CIF")
        self.quote = self.folder / "t.quote"

    def test_it_prints_what_cost_and_bom_print(self):
        words = ("--quantity", "300,1000", "--market", "US", "--incoterm", "CIF")
        cost = self.json("cost", "t.ruck", *words)
        shown = self.json("quote", "show", "t.quote")
        self.assertEqual(shown["changes"], [])
        self.assertEqual([at["quantity"] for at in shown["breaks"]], [300, 1000])
        for at, quoted in zip(cost["breaks"], shown["breaks"]):
            totals = {line["name"]: line["amount"] for line in quoted["lines"] if line["group"] == "total"}
            for name, key in (("materials", "materials"), ("labour", "labour"), ("ex-factory", "ex_factory"), ("FOB", "fob"),
                              ("landed in US", "landed")):
                self.assertEqual(totals[name], at["unit"][key], name)
            self.assertEqual(totals["order total CIF"], at["order_total"])
            legs = [line["amount"] for line in quoted["lines"] if line["group"] == "leg"]
            self.assertEqual(legs, [leg["amount"] for leg in at["legs"]])
            for group in ("materials", "labour", "overhead", "tooling", "quality", "logistics", "margin"):
                lines = [Decimal(line["amount"]) for line in quoted["lines"] if line["group"] == group]
                self.assertEqual(sum(lines), Decimal(at["unit"][group]), group)
        bill = [line for line in self.json("bom", "t.ruck", "--quantity", "300")["lines"] if line["item"]]
        self.assertEqual([(line["item"], line["gross"], line["extended"]) for line in bill],
                         [(line["item"], line["gross"], line["extended"]) for line in shown["breaks"][0]["bill"]])

    def test_it_opens_to_the_same_digits_without_its_design_lists_and_catalog(self):
        before = self.do("quote", "show", "t.quote").decode()
        self.assertTrue(before.endswith("What would change with today's catalog: nothing.\n"))
        (self.folder / "t.ruck").unlink()
        (self.folder / "mill.csv").unlink()
        self.assertEqual(self.do("quote", "show", "t.quote").decode(), before)
        none = dict(os.environ, RUCKSMITH_DATA=str(self.folder / "nowhere"))
        done = program.run("quote", "show", "t.quote", folder=self.folder, environment=none)
        self.assertEqual(done.returncode, 0, done.stderr)
        kept = before[:before.index("What would change")]
        self.assertTrue(done.stdout.decode().startswith(kept + "What would change today cannot be said: "))

    def test_it_says_what_another_catalog_would_change(self):
        folder = self.folder / "data"
        shutil.copytree(program.SOURCE / "assets", folder / "assets")
        shutil.copytree(program.SOURCE / "templates", folder / "templates")
        changed = 0
        for file in (folder / "assets" / "catalog").glob("*.xml"):
            text = file.read_text(encoding="utf-8")
            more = re.sub(r'(<rate id="cutting-die-set"[^>]*? typical=")[0-9.]+(")', r"\g<1>460\2", text)
            changed += more != text
            file.write_text(more, encoding="utf-8")
        self.assertEqual(changed, 1)
        before = self.json("quote", "show", "t.quote")
        environment = dict(os.environ, RUCKSMITH_DATA=str(folder))
        done = program.run("quote", "show", "t.quote", "--json", folder=self.folder, environment=environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        after = json.loads(done.stdout)
        self.assertEqual(after["breaks"], before["breaks"])
        changes = {(change["where"], change["what"]): change for change in after["changes"]}
        # 450 -> 460 dollars over 300 and 1000 pieces: 1.5000 -> 1.5333, 0.4500 -> 0.4600.
        dies = changes[("300 pieces", "tooling: Set of cutting dies")]
        self.assertEqual((dies["quoted"], dies["now"]), ("1.5000", "1.5333"))
        dies = changes[("1000 pieces", "tooling: Set of cutting dies")]
        self.assertEqual((dies["quoted"], dies["now"]), ("0.4500", "0.4600"))
        self.assertIn(("prices", "rate cutting-die-set"), changes)
        self.assertFalse([what for _, what in changes if what.startswith("bill:")])

    def test_any_changed_byte_is_noticed(self):
        good = self.quote.read_bytes()
        for at in range(0, len(good), len(good) // 60):
            for byte in (good[at] ^ 1, 0x20):
                if byte == good[at]:
                    continue
                self.quote.write_bytes(good[:at] + bytes([byte]) + good[at + 1:])
                self.do("quote", "show", "t.quote", code=3)
        self.quote.write_bytes(good + b"\n")
        self.do("quote", "show", "t.quote", code=3)
        self.do("quote", "show", "none.quote", code=5)

    def test_the_schema_accepts_it(self):
        if shutil.which("xmllint") is None:
            self.skipTest("no xmllint here")
        schema = program.SOURCE / "assets" / "schemas" / "quote.xsd"
        done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, self.quote], capture_output=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_equal_quotes_are_equal_bytes_and_broken_designs_get_none(self):
        first = self.quote.read_bytes()
        self.do("quote", "t.ruck", "-o", "t.quote", "--quantity", "300,1000", "--market", "US", "--incoterm", "CIF")
        self.assertEqual(self.quote.read_bytes(), first)
        path = self.folder / "t.ruck"
        path.write_text(path.read_text(encoding="utf-8").replace('slot="body" option="vest"',
                                                                 'slot="body" option="panel-loader"'), encoding="utf-8")
        if not self.json("show", "t.ruck")["valid"]:
            self.do("quote", "t.ruck", "-o", "u.quote", code=4)
        self.do("quote", "t.ruck", code=2)
        self.do("quote", code=2)


if __name__ == "__main__":
    unittest.main()
