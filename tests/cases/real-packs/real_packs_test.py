"""The designs of published packs: written from the tables, loading, valid, built, and how near their mass comes.

The issue's aim for tier A: median error at most 12 %, three quarters within 20 %, mean bias within 5 %. The second
is reached, the other two are not yet: the errors that are left are packs far heavier than what is published of
them. The bounds below are where the figures stand, with little to spare: they keep them from getting worse.
"""

import os
import unittest

import compare
import make_designs
import modules
import packs

PROGRAM = os.environ["RUCKSMITH_PROGRAM"]
TIER_A = {"median": 14.5, "within_20": 0.75, "bias": 12}
ALL = {"median": 16.5, "within_20": 0.65, "bias": 8}
MODULES_OUTSIDE = 0


class RealPacks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.usable = packs.usable_packs()
        cls.masses = {pack.id: compare.mass_of(PROGRAM, pack.path) for pack in cls.usable}

    def test_every_usable_row_is_a_design_and_written_from_the_tables(self):
        self.assertGreaterEqual(len(self.usable), 38)
        for pack in self.usable:
            self.assertEqual(pack.path.read_text(encoding="utf-8"), make_designs.design_of(pack), pack.id)

    def test_a_row_is_left_out_for_a_reason(self):
        left_out = [pack for pack in packs.packs() if not pack.usable]
        self.assertLessEqual(len(left_out), 12)
        for pack in left_out:
            self.assertTrue(pack.why_not or not pack.state_known, pack.id)

    def test_every_design_is_valid_and_holds_the_litres_of_its_label(self):
        for pack in self.usable:
            shown = compare.answer(PROGRAM, "show", pack.path)
            self.assertTrue(shown["valid"], pack.id)
            litres = float(pack.row["capacity_l"])
            self.assertAlmostEqual(shown[shown["label_means"]], litres, delta=0.02 * litres, msg=pack.id)

    def test_the_masses_come_no_further_from_the_published_ones(self):
        for tier, bounds in (("A", TIER_A), ("AB", ALL)):
            chosen = [pack for pack in self.usable if pack.tier in tier]
            summary = compare.Summary([compare.error_pct(self.masses[pack.id], pack.scale_g) for pack in chosen])
            self.assertLessEqual(summary.median, bounds["median"], f"tier {tier}: {summary}")
            self.assertGreaterEqual(summary.within_20, bounds["within_20"], f"tier {tier}: {summary}")
            self.assertLessEqual(abs(summary.bias), bounds["bias"], f"tier {tier}: {summary}")

    def test_the_modules_come_no_further_from_the_weighed_ones(self):
        outside = [module.name for module in modules.modules(PROGRAM) if not module.within]
        self.assertLessEqual(len(outside), MODULES_OUTSIDE, outside)


if __name__ == "__main__":
    unittest.main(verbosity=2)
