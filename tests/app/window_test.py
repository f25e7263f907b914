"""The window, used by clicks and keys; what it shows and writes is compared with what the command line says."""

import json
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import window
from window import PROGRAM, Display, Window, until

def rucksmith(*words, code=0):
    """Standard output of the command line, which shares nothing with the window but the session."""
    done = subprocess.run([PROGRAM, *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode == code, (words, done.returncode, done.stderr.decode())
    return done.stdout.decode()


def shown(path):
    return json.loads(rucksmith("show", path, "--json"))


def figure_texts(path):
    """A design's figures by the command line, as the window is to write them."""
    answer = shown(path)
    cost = answer["unit_cost"]
    return {"Unit cost FOB": f"{float(cost['amount']):.2f}\u2009{cost['currency']}",
            "Mass": f"{answer['mass_g']:.0f}\u2009g"}


class OneWindow(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="rucksmith-app-")
        self.addCleanup(place.cleanup)
        self.folder = Path(place.name)
        self.designs = 0

    def open(self, *words, **variables):
        opened = Window(self.display, self.folder, *words, **variables)
        self.addCleanup(opened.kill)
        return opened

    def rests(self, app):
        app.settle()
        before = app.cpu_ticks()
        time.sleep(2)
        self.assertEqual(app.cpu_ticks(), before, "an idle window takes no processor time")

    def design(self, template, *choices):
        """A new design of the command line's."""
        self.designs += 1
        path = self.folder / f"{template}-{self.designs}.ruck"
        rucksmith("new", template, "-o", path, "--date", "2026-03-02")
        if choices:
            rucksmith("set", path, *choices)
        return path

    def assert_figures(self, app, path):
        for name, text in figure_texts(path).items():
            app.wait_value(f"figure.{name}", lambda value, text=text: value == text)

    @classmethod
    def setUpClass(cls):
        cls.display = Display()

    @classmethod
    def tearDownClass(cls):
        cls.display.close()


class FromTemplateToFactory(OneWindow):
    def test_every_figure_and_file_is_what_the_command_line_gives(self):
        app = self.open()
        app.click("template.hydration")
        template = self.design("hydration")
        self.assert_figures(app, template)
        other = self.choose(app)
        self.undo_and_redo(app, template, other)
        self.switch_colorway(app)
        saved = self.save(app)
        self.assertEqual(shown(saved)["choices"], shown(other)["choices"])
        self.assertEqual(figure_texts(saved), figure_texts(other))
        self.export(app, saved)
        self.rests(app)

    def choose(self, app):
        """Another bladder; the design that the command line makes of the same choice."""
        other = self.design("hydration", "hydration=sleeve-bladder-10")
        app.click("hydration")
        app.click("hydration=sleeve-bladder-10")
        self.assert_figures(app, other)
        return other

    def undo_and_redo(self, app, template, other):
        for name, text in figure_texts(other).items():
            self.assertNotEqual(figure_texts(template)[name], text)
        app.keys("ctrl+z")
        self.assert_figures(app, template)
        app.keys("ctrl+y")
        self.assert_figures(app, other)

    def switch_colorway(self, app):
        codes = sorted(label for label in app.places() if label.startswith("colorway."))
        self.assertGreaterEqual(len(codes), 2)
        other = next(code for code in codes if code != "colorway." + app.value("shown-colorway"))
        app.click(other)
        app.wait_value("shown-colorway", lambda value: value == other.removeprefix("colorway."))

    def choose_path(self, app, button, path):
        app.click(button)
        app.wait_for("browser.name")
        app.type(str(path))
        app.wait_value("browser.text", lambda value: value == str(path))

    def save(self, app):
        path = self.folder / "by-clicks.ruck"
        self.choose_path(app, "save", path)
        app.click("browser.ok")
        app.wait_value("status", lambda value: value == "Saved.")
        return path

    def export(self, app, saved):
        folder = self.folder / "to the factory"
        self.choose_path(app, "export", folder)
        app.keys("Return")
        app.wait_value("status", lambda value: value and value.endswith(f"files are in {folder}"))
        rucksmith("verify", folder)
        by_command = self.folder / "by-command"
        rucksmith("export", saved, "-o", by_command)
        for name in ("techpack.xml", "bill.csv"):
            self.assertEqual((folder / name).read_bytes(), (by_command / name).read_bytes(), name)


class TurnedByHand(OneWindow):
    def test_a_view_that_was_turned_is_not_the_chosen_one_any_more(self):
        app = self.open(self.design("commuter"))
        app.click("view.back")
        app.wait_value("shown-view", lambda value: value == "back")
        app.drag("view.fit", (0, -200), (60, 0))
        app.wait_value("shown-view", lambda value: value == "")
        app.click("view.back")
        app.wait_value("shown-view", lambda value: value == "back")


class TouchedParts(OneWindow):
    def test_a_part_under_the_mouse_is_named_and_a_click_selects_its_slot(self):
        path = self.design("commuter", "front-pocket=none")
        app = self.open(path)
        app.click("view.front")
        self.rests(app)
        app.x("mousemove", *app.wait_for("pack-view"))
        app.wait_value("touched-part", lambda value: value == "body.front")
        app.click("pack-view")
        app.wait_value("selected-parts", lambda value: value == "body.front")
        app.wait_for("body=roll-top")  # the slot's options are shown
        app.wait_value("marked-lines", bool)
        app.wait_for("line." + app.value("marked-lines").split()[0])  # scrolled into sight
        self.rests(app)

    def test_a_line_of_the_bill_selects_its_parts_in_picture_and_pattern(self):
        path = self.design("commuter")
        bill = json.loads(rucksmith("bom", path, "--json"))
        app = self.open(path)
        self.rests(app)
        line = next(label for label in sorted(app.places()) if label.startswith("line.") and label.count(".") == 2)
        app.click(line)
        app.wait_value("selected-parts", bool)
        parts = app.value("selected-parts").split()
        number = line[len("line."):]
        expected = next(one for one in bill["lines"] if one["line"] == number)
        self.assertEqual(parts, expected["part_ids"])
        app.wait_value("marked-lines", lambda value: value and number in value.split())
        app.click("view.pattern")
        app.wait_value("lit", lambda value: value and set(parts) & set(value.split()))
        self.rests(app)

    def test_the_pack_turns_by_itself_until_it_is_held(self):
        app = self.open(self.design("commuter"))
        self.rests(app)
        app.click("view.turn")
        app.wait_value("shown-view", lambda value: value == "")
        before = app.cpu_ticks()
        until("it turns", lambda: app.cpu_ticks() > before + 20)
        app.drag("view.fit", (0, -200), (5, 0))
        self.rests(app)

    def test_digits_choose_views(self):
        app = self.open(self.design("commuter"))
        app.wait_for("pack-view")
        for key, view in (("2", "back"), ("1", "front"), ("6", "three-quarter")):
            app.keys(key)
            app.wait_value("shown-view", lambda value, view=view: value == view)
        self.rests(app)


class ProductViews(OneWindow):
    def test_parts_fly_apart_and_together_and_the_window_rests_in_every_view(self):
        app = self.open(self.design("commuter"))
        for view in ("exploded", "dimensions", "pattern", "exploded", "x-ray", "section", "night", "front"):
            app.click("view." + view)
            app.wait_value("shown-view", lambda value, view=view: value == view)
            self.rests(app)

    def test_a_piece_under_the_mouse_is_lit_in_the_pattern_and_on_the_pack(self):
        app = self.open(self.design("commuter"))
        app.click("view.pattern")
        app.wait_value("lit", lambda value: value == "")
        app.x("mousemove", *app.wait_for("pattern.side-pocket.panel-left"))
        app.wait_value("lit", lambda value: value == "side-pocket.panel-left side-pocket.panel-right")
        app.x("mousemove", *app.wait_for("pattern.body.front"))
        app.wait_value("lit", lambda value: value == "body.front")
        x, y = app.wait_for("pack-view")
        app.x("mousemove", str(float(x) + 250), y)  # the pack stands at the right
        app.wait_value("lit", lambda value: value not in ("", "body.front"))


class OwnFiles(OneWindow):
    """A brand's picture and model, put on by clicks: the design says what `set` would have written."""

    def use(self, app, key, path):
        app.click(key + ".choose")
        app.wait_for("browser.name")
        app.type(str(path))
        app.wait_value("browser.text", lambda value: value == str(path))
        app.click("browser.ok")

    def logo(self, name="logo.svg", text='<path d="M0 0h2v1H0z" fill="#c00"/>'):
        path = self.folder / name
        path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">{text}</svg>', encoding="utf-8")
        return path

    def test_a_picture_is_put_on_the_mark_and_taken_off_again(self):
        path = self.design("commuter")
        by_command = self.design("commuter", "artwork.branding=logo.svg")
        app = self.open(path)
        app.scroll_to("branding", "sternum")
        app.click("branding")
        self.use(app, "artwork.branding", self.logo())
        app.wait_value("artwork.branding", lambda value: value == "logo.svg")
        app.keys("ctrl+s")
        app.wait_value("status", lambda value: value == "Saved.")
        self.assertEqual(path.read_text(encoding="utf-8"), by_command.read_text(encoding="utf-8"))
        app.click("artwork.branding.remove")
        app.wait_value("artwork.branding", lambda value: value == "")
        app.keys("ctrl+z")
        app.wait_value("artwork.branding", lambda value: value == "logo.svg")
        self.use(app, "artwork.branding", self.logo("wrong.svg", "<script/>"))
        app.wait_value("status", lambda value: value and "wrong.svg: refused: it holds a script" in value)
        self.rests(app)

    def test_a_model_of_the_brand_s_own_is_drawn_for_the_selected_slot_s_component(self):
        path = self.design("commuter")
        app = self.open(path)
        app.click("sternum")
        key = "part.sr20"  # the buckle
        app.wait_value(key, lambda value: value == "")
        model = self.folder / "box.obj"
        model.write_text("o box\nv 0 0 0\nv 9 0 0\nv 0 9 0\nv 0 0 9\nf 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n",
                         encoding="utf-8")
        app.scroll_to(key + ".choose", "sternum=none")
        self.use(app, key, model)
        app.wait_value(key, lambda value: value == "box.obj")
        app.click(key + ".unit")
        app.click(key + ".unit.cm")
        app.keys("ctrl+s")
        app.wait_value("status", lambda value: value == "Saved.")
        other = self.design("commuter", f"{key}=box.obj", f"{key}.unit=cm")
        self.assertEqual(path.read_text(encoding="utf-8"), other.read_text(encoding="utf-8"))
        self.rests(app)
        (self.folder / "broken.stl").write_text("solid", encoding="utf-8")
        self.use(app, key, self.folder / "broken.stl")
        app.wait_value("status", lambda value: value and "broken.stl: " in value)
        app.click(key + ".remove")
        app.wait_value(key, lambda value: value == "")
        app.wait_value("status", lambda value: value == "")
        self.rests(app)


class ChooseAnyway(OneWindow):
    """A blocked card says why and offers ways; a way taken is what `set --anyway` makes."""

    def chosen(self, path, place):
        return next(one for one in shown(path)["choices"] if one["slot"] == place)

    def test_a_blocked_card_opens_its_reasons_and_a_way_is_one_click_and_one_undo(self):
        path = self.design("commuter", "hydration=none")
        by_command = self.design("commuter", "hydration=none")
        rucksmith("set", by_command, "hose-port=left", "--anyway")
        app = self.open(path)
        app.click("hose-port")
        app.click("hose-port=left")
        app.wait_for("opened=hose-port=left")
        app.wait_for("way.1")
        self.rests(app)
        app.click("hose-port=left")  # closes it again
        until("it is closed", lambda: "way.1" not in app.places())
        app.click("hose-port=left")
        app.click("way.1")
        self.assert_figures(app, by_command)
        app.keys("ctrl+s")
        app.wait_value("status", lambda value: value == "Saved.")
        self.assertEqual(path.read_text(encoding="utf-8"), by_command.read_text(encoding="utf-8"))
        app.keys("ctrl+z", "ctrl+s")
        until("one step back", lambda: self.chosen(path, "hydration")["by"] == "user")
        self.assertEqual(self.chosen(path, "hose-port")["option"], "none")
        self.rests(app)

    def test_what_a_template_has_goes_along_with_a_click(self):
        app = self.open(self.design("commuter"))
        app.click("hose-port")
        app.click("hose-port=left")
        app.wait_value("status", lambda value: value and "Hydration" in value)

    def test_any_choice_is_taken_back_with_one_click(self):
        path = self.design("commuter", "hip-belt=padded", "rain-cover=included", "packaging=paper-bag")
        other = self.design("commuter", "rain-cover=included", "packaging=paper-bag")
        app = self.open(path)
        app.click("tab.choices")
        app.click("choices.hip-belt.back")
        self.assert_figures(app, other)
        until("it is no choice any more", lambda: "choice.hip-belt" not in app.places())
        app.click("choice.rain-cover")  # shown in the inspector, pinned there
        app.click("rain-cover.pin")
        app.keys("ctrl+s")
        until("pinned", lambda: path.exists() and self.chosen(path, "rain-cover")["pinned"])
        self.rests(app)

    def test_the_finder_finds_what_the_command_finds_and_its_design_is_taken_and_undone(self):
        path = self.design("commuter", "body=panel-loader", "laptop=sleeve-15")
        before = figure_texts(path)
        best = self.folder / "best.ruck"
        rucksmith("find", path, "--minimise", "mass", "--min-capacity", "18", "--no-new-warnings", "-o", best)
        app = self.open(path)
        app.click("tab.find")
        app.click("find.wanted")
        app.click("find.wanted.Least mass")
        app.click("find.min-capacity")
        app.type("18")
        app.click("find.start")
        app.click("find.take.1")
        self.assert_figures(app, best)
        app.keys("ctrl+s")
        app.wait_value("status", lambda value: value == "Saved.")
        self.assertEqual(shown(path)["choices"], shown(best)["choices"])
        app.keys("ctrl+z")
        for name, text in before.items():
            app.wait_value(f"figure.{name}", lambda value, text=text: value == text)
        self.rests(app)

    def test_an_end_of_a_number_leads_beyond(self):
        path = self.design("commuter", "capacity=30")
        app = self.open(path)
        app.click("capacity.more")
        app.wait_for("opened=capacity=31")
        app.click("way.1")
        app.wait_value("figure.Capacity", lambda value: value == "31.0\u2009l")


class HowFull(OneWindow):
    def test_the_line_over_the_view_buttons_fills_and_empties_the_pack(self):
        app = self.open(self.design("commuter"))
        app.wait_value("shown-fill", lambda value: value == "100")
        app.drag("view.fill", (0, 0), (-300, 0))
        app.wait_value("shown-fill", lambda value: value == "0")
        app.drag("view.fill", (0, 0), (300, 0))
        app.wait_value("shown-fill", lambda value: value == "115")


class WhatACrashLeaves(OneWindow):
    def test_unsaved_changes_come_back_after_the_process_is_killed(self):
        saved = self.design("hydration")
        changed = self.design("hydration", "hydration=sleeve-bladder-10")
        first = self.open(saved)
        self.assert_figures(first, saved)
        first.click("hydration")
        first.click("hydration=sleeve-bladder-10")
        self.assert_figures(first, changed)
        first.process.send_signal(signal.SIGKILL)
        first.process.wait()
        second = self.open()
        second.click("question.recover")
        second.wait_for("hydration")
        second.keys("ctrl+s")
        second.wait_value("status", lambda value: value == "Saved.")
        self.assertEqual(rucksmith("bom", saved), rucksmith("bom", changed))


class WrongFiles(OneWindow):
    def refused(self, text):
        path = self.folder / "broken.ruck"
        path.write_text(text)
        done = subprocess.run([PROGRAM, path], env={**window.os.environ, "DISPLAY": self.display.name},
                              stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=window.LIMIT_S)
        self.assertEqual(done.returncode, 3)
        return done.stderr.decode()

    def test_a_broken_design_ends_with_3_and_names_file_and_line(self):
        said = self.refused('<?xml version="1.0"?>\n<design>\n')
        self.assertIn("broken.ruck:", said)
        self.assertEqual(len(said.splitlines()), 1, said)

    def test_a_file_that_is_no_xml_ends_with_3(self):
        self.assertIn("broken.ruck", self.refused("GIF89a"))


if __name__ == "__main__":
    window.skip_without_tools()
    unittest.main(verbosity=2)
