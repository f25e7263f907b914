"""find: what it says of a design is what the program says of that design once it is made; bounds and choices hold."""
import os
from decimal import Decimal

import program

SOLVED = ("back-length", "width", "depth")  # numbers that follow from the litres while nobody gives them
FOUND = ["choices", "parameters", "zones", "changes", "warnings", "unit_cost", "mass_g", "capacity_l", "carry_l",
         "label_means"]


class Find(program.InFolder):
    def made(self, found, name):
        """The design of a find, made by `set`."""
        edits = [f"{one['slot']}={one['option']}" for one in found["choices"]]
        edits += [f"{key}={value}" for key, value in found["parameters"].items() if key not in SOLVED]
        edits += [f"{one['zone']}={one['item']}" for one in found["zones"]]
        self.do("set", "t.ruck", *edits, "-o", name)
        return self.json("show", name)

    def warnings(self, name, *order):
        """Rules that warn of a design by the road of `check`, each once."""
        found = self.json("check", name, *order)["violations"]
        return list(dict.fromkeys(one["rule"] for one in found if one["severity"] == "warning"))

    def assert_same(self, found, shown):
        self.assertIs(shown["valid"], True)
        self.assertEqual(found["unit_cost"], shown["unit_cost"]["amount"])
        self.assertAlmostEqual(found["mass_g"], shown["mass_g"], 3)
        self.assertEqual(found["capacity_l"], shown["capacity_l"])

    def test_the_best_keeps_choices_and_bounds_and_costs_what_it_says_once_it_is_made(self):
        self.new("commuter")
        self.do("set", "t.ruck", "body=panel-loader", "hydration=none", "laptop=sleeve-15", "pin.reflective=yes")
        reflective = next(one["option"] for one in self.json("show", "t.ruck")["choices"] if one["slot"] == "reflective")
        answer = self.json("find", "t.ruck", "--minimise", "cost", "--max-mass", "450", "--min-capacity", "20",
                           "--market", "US", "-o", "written.ruck")
        self.assertEqual(list(answer), ["schema", "valid", "minimise", "and", "currency", "incoterm", "quantity", "fixed",
                                        "proven", "bound", "valid_designs", "valid_designs_exact", "not_looked_at",
                                        "designs"])
        self.assertEqual({one["slot"]: one["option"] for one in answer["fixed"]},
                         {"body": "panel-loader", "hydration": "none", "laptop": "sleeve-15",
                          "reflective": reflective})
        costs = []
        for number, found in enumerate(answer["designs"]):
            self.assertEqual(list(found), FOUND)
            chosen = {one["slot"]: one["option"] for one in found["choices"]}
            for fixed in answer["fixed"]:
                self.assertEqual(chosen[fixed["slot"]], fixed["option"])
            self.assertLessEqual(found["mass_g"], 450)
            self.assertGreaterEqual(found["capacity_l"], 19.995)
            self.assert_same(found, self.made(found, f"{number}.ruck"))
            self.assertEqual(found["warnings"], self.warnings(f"{number}.ruck", "--market", "US"))
            costs.append(Decimal(found["unit_cost"]))
        self.assertEqual(costs, sorted(costs))
        written, made = self.json("show", "written.ruck"), self.json("show", "0.ruck")
        self.assertEqual((written["unit_cost"], written["mass_g"]), (made["unit_cost"], made["mass_g"]))
        self.assertLessEqual(Decimal(answer["bound"]), costs[0])
        self.assertLess(costs[0], Decimal(self.json("show", "t.ruck")["unit_cost"]["amount"]))
        self.assertIs(answer["valid_designs_exact"], True)
        # No single other option of the winner is valid, within the bounds and cheaper.
        better = []
        for slot in self.json("options", "t.ruck")["slots"]:
            if slot["slot"] not in ("harness", "packaging", "labels", "front-pocket"):
                continue
            for option in slot["options"]:
                done = program.run("set", "0.ruck", f"{slot['slot']}={option['option']}", "-o", "w.ruck",
                                   folder=self.folder)
                if done.returncode == 0:
                    shown = self.json("show", "w.ruck")
                    if shown["valid"] and shown["mass_g"] <= 450:
                        better.append((Decimal(shown["unit_cost"]["amount"]), slot["slot"], option["option"]))
        self.assertTrue(better)
        self.assertGreaterEqual(min(better)[0], costs[0], min(better))

    # A "best" design that rules warn of was presented as if nothing spoke against it.
    def test_the_text_names_the_warnings_that_the_best_has_and_the_present_design_has_not(self):
        self.new("commuter")
        bounds = ["--minimise", "cost", "--max-mass", "450", "--min-capacity", "18"]
        self.assertEqual(self.warnings("t.ruck"), [])
        best = self.json("find", "t.ruck", *bounds)["designs"][0]
        self.assertIn("load-above-recommended", best["warnings"])
        text = self.do("find", "t.ruck", *bounds).decode()
        headline = f"{len(best['warnings'])} warnings that the present design does not have: "
        told = next(line for line in text.splitlines() if line.startswith(headline))
        named = told.removeprefix(headline).split(". ")[0].replace(" and ", ", ").split(", ")
        self.assertEqual(named, best["warnings"])
        # Told of the made design: nothing is new in it any more.
        self.made(best, "best.ruck")
        again = self.do("find", "best.ruck", *bounds).decode()
        self.assertNotIn("that the present design does not have", again)

    def test_asked_for_one_that_no_rule_warns_of_it_finds_another(self):
        self.new("commuter")
        self.do("set", "t.ruck", "body=panel-loader", "laptop=sleeve-15")
        bounds = ["--minimise", "mass", "--min-capacity", "18"]
        best = self.json("find", "t.ruck", *bounds)["designs"][0]
        self.assertIn("commuter-is-seen", best["warnings"])
        sound = self.json("find", "t.ruck", *bounds, "--no-new-warnings")["designs"][0]
        self.assertEqual(sound["warnings"], [])
        self.made(sound, "sound.ruck")
        self.assertEqual(self.warnings("sound.ruck"), [])
        self.assertGreater(sound["mass_g"], best["mass_g"])
        self.assertIn("and no new warnings.\n", self.do("find", "t.ruck", *bounds, "--no-new-warnings").decode())

    def test_a_front_is_beaten_by_none_of_itself(self):
        self.new("medical")
        self.do("set", "t.ruck", "body=panel-loader-wide")
        answer = self.json("find", "t.ruck", "--minimise", "mass", "--and", "cost", "--max-cost", "20",
                           "--min-capacity", "20")
        figures = [(one["mass_g"], Decimal(one["unit_cost"])) for one in answer["designs"]]
        self.assertGreater(len(figures), 2)
        self.assertEqual(figures, sorted(figures))
        self.assertEqual([cost for _, cost in figures], sorted((cost for _, cost in figures), reverse=True))
        self.assertLessEqual(max(cost for _, cost in figures), 20)
        self.assert_same(answer["designs"][-1], self.made(answer["designs"][-1], "last.ruck"))

    def test_time_that_is_up_is_told_and_nothing_found_prints_nothing(self):
        self.new("commuter")
        # Under the sanitizers everything takes ten times as long, the first answer too.
        seconds = "6" if os.environ.get("RUCKSMITH_FEW") else "0.4"
        answer = self.json("find", "t.ruck", "--minimise", "cost", "--seconds", seconds)
        self.assertIs(answer["proven"], False)
        self.assertNotEqual(answer["not_looked_at"], [])
        self.assertIsNone(answer["bound"])
        text = self.do("find", "t.ruck", "--minimise", "cost", "--seconds", seconds).decode()
        self.assertIn("\nNot proven: adding up calls some combinations better that were not built.\n", text)
        self.new("hydration")
        self.do("set", "t.ruck", "body=vest")
        self.assertEqual(self.do("find", "t.ruck", "--minimise", "cost", "--min-capacity", "30", "--json", code=4), b"")

    # "they call some combinations better, down to 64.6 g": of a best of 64.6 g, and of sums two lines above.
    def test_what_is_not_proven_names_the_thinkable_only_where_it_prints_less_than_the_best(self):
        self.new("endurance")
        self.do("set", "t.ruck", "body=roll-top")
        answer = self.json("find", "t.ruck", "--minimise", "cost")
        text = self.do("find", "t.ruck", "--minimise", "cost").decode()
        best = answer["designs"][0]["unit_cost"]
        thinkable = f"by adding up, a design of {answer['bound']} USD is thinkable; none that cheap was built."
        says_less = not answer["proven"] and Decimal(answer["bound"]) < Decimal(best)
        self.assertEqual(f"\nNot proven: {thinkable}\n" in text, says_less)
        self.assertEqual("\nProven of those sums" in text, answer["proven"])
        self.assertNotIn(f"a design of {best} USD is thinkable", text)


if __name__ == "__main__":
    program.main()
