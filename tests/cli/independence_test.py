"""No answer depends on the locale, the time zone, the working folder, the home folder or the environment."""

import os
import shutil
import subprocess
import unittest
from pathlib import Path

import program


def comma_locale(folder):
    """An environment whose numbers have a decimal comma, or None where localedef cannot make one."""
    if not shutil.which("localedef"):
        return None
    subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", folder / "de_DE.UTF-8"], capture_output=True,
                   check=False)
    settings = {"LOCPATH": str(folder), "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}
    shown = subprocess.run(["locale", "-k", "decimal_point"], env={**os.environ, **settings}, capture_output=True,
                           check=False)
    return settings if b'decimal_point=","' in shown.stdout else None


class Independence(program.InFolder):
    COMMANDS = (("show",), ("bom",), ("cost",), ("check",), ("walk",), ("show", "--json"), ("bom", "--json"),
                ("cost", "--json"), ("walk", "--json"))

    def answers(self, path, folder, environment, *only):
        found = {}
        for name, *flags in self.COMMANDS:
            done = program.run(name, path, *flags, folder=folder, environment=environment)
            self.assertEqual(done.returncode, 0, done.stderr)
            found[(name, *flags)] = done.stdout
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        done = program.run("export", path, "-o", out, *only, folder=folder, environment=environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        for file in sorted(out.iterdir()):
            found[file.name] = file.read_bytes()
        return found

    def assert_same(self, found, wanted, where):
        self.assertEqual(list(found), list(wanted))
        for name, data in wanted.items():
            self.assertEqual(found[name], data, f"{name} differs {where}")

    def test_the_same_bytes_everywhere(self):
        path = self.new("field-research")
        elsewhere = self.folder / "elsewhere"
        elsewhere.mkdir()
        wanted = self.answers(path, self.folder, dict(os.environ))
        moved = {"TZ": "Pacific/Kiritimati", "HOME": str(elsewhere), "COLUMNS": "40", "LP_NUM_THREADS": "1"}
        self.assert_same(self.answers(path, Path("/"), moved), wanted, "in another environment and folder")

    def test_a_locale_with_a_decimal_comma_changes_nothing(self):
        settings = comma_locale(self.folder)
        if settings is None:
            self.skipTest("no locale with a decimal comma can be made here")
        path = self.new("lightweight")
        documents = ("--only", "xml,csv,glb")
        wanted = self.answers(path, self.folder, dict(os.environ), *documents)
        found = self.answers(path, self.folder, {**os.environ, **settings}, *documents)
        self.assert_same(found, wanted, "under a comma locale")
        commas = program.run("set", path, "capacity=4.5", folder=self.folder, environment={**os.environ, **settings})
        self.assertEqual(commas.returncode, 0, commas.stderr)
        self.assertIn(b'value="4.5"', path.read_bytes())

    def test_a_failed_save_keeps_the_old_file(self):
        path = self.new("commuter")
        before = path.read_bytes()
        if os.geteuid() == 0:
            self.do("set", "t.ruck", "hip-belt=webbing", "-o", "absent/t.ruck", code=5)
        else:
            self.folder.chmod(0o500)
            self.do("set", "t.ruck", "hip-belt=webbing", code=5)
            self.folder.chmod(0o700)
        self.assertEqual(path.read_bytes(), before)

    def test_results_that_cannot_be_printed_are_exit_5(self):
        path = self.new("commuter")
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([program.PROGRAM, "show", path], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 5)
        self.assertEqual(done.stderr, b"rucksmith: standard output cannot be written.\n")

    def test_without_opengl_documents_are_written_and_pictures_are_exit_5(self):
        path = self.new("commuter")
        blind = {**os.environ, "__EGL_VENDOR_LIBRARY_DIRS": str(self.folder), "__EGL_VENDOR_LIBRARY_FILENAMES": "none"}
        drawn = program.run("render", path, "-o", "p.png", folder=self.folder, environment=blind)
        if drawn.returncode == 0:
            self.skipTest("OpenGL cannot be taken away here")
        self.assertEqual((drawn.returncode, drawn.stdout), (5, b""))
        self.assertFalse((self.folder / "p.png").exists())
        written = program.run("export", path, "-o", "out", "--only", "xml,csv,glb", folder=self.folder,
                              environment=blind)
        self.assertEqual(written.returncode, 0, written.stderr)

    def test_data_are_looked_up_where_the_environment_says(self):
        for place, code in ((program.SOURCE, 0), (self.folder, 5)):
            environment = {**os.environ, "RUCKSMITH_DATA": str(place)}
            done = program.run("templates", folder=self.folder, environment=environment)
            self.assertEqual(done.returncode, code, done.stderr)

    def test_the_window_says_in_its_exit_code_what_is_missing_and_what_is_wrong(self):
        wrong = self.folder / "wrong.ruck"
        wrong.write_text("<design/>", encoding="utf-8")
        windowless = b"has no window" in program.run(wrong, folder=self.folder).stderr
        no_data = {**os.environ, "RUCKSMITH_DATA": str(self.folder)}
        for words, environment, code in ((["absent.ruck"], None, 5), ([wrong], None, 5 if windowless else 3),
                                         ([], no_data, 5)):
            done = program.run(*words, folder=self.folder, environment=environment)
            self.assertEqual((done.returncode, done.stdout), (code, b""), (words, done.stderr))

    def test_a_catalog_that_lacks_what_the_program_names_is_a_wrong_file(self):
        path = self.new("commuter")
        for lost, named in (("carry.xml", b'"carry-stride-acceleration"'), ("markets.xml", b"<market>"),
                            ("measures.xml", b'measure "A"'), ("parameters.xml", b""), ("operations.xml", b"")):
            data = self.folder / lost
            shutil.copytree(program.SOURCE / "assets", data / "assets")
            shutil.copytree(program.SOURCE / "templates", data / "templates")
            (data / "assets" / "catalog" / lost).unlink()
            environment = {**os.environ, "RUCKSMITH_DATA": str(data)}
            for words in (("catalog", "check"), ("show", path), ("templates",)):
                done = program.run(*words, environment=environment)
                self.assertEqual(done.returncode, 3, (lost, words, done.stderr))
                self.assertIn(named, done.stdout + done.stderr, (lost, words))

    # Such a rule was kept by `check` and unknown to the engines: they offered what it forbids.
    def test_a_rule_over_more_combinations_than_the_engines_keep_is_a_wrong_file(self):
        path = self.new("commuter")
        data = self.folder / "large"
        shutil.copytree(program.SOURCE / "assets", data / "assets")
        shutil.copytree(program.SOURCE / "templates", data / "templates")
        rules = data / "assets" / "catalog" / "rules_fit.xml"
        law = ("<limit id=\"girth\"><name xml:lang=\"en\">Girth</name><because xml:lang=\"en\">Tried.</because>"
               "<source>tried</source><law>width + depth + back-length + strap-width &lt;= 2000 mm</law></limit>")
        text = rules.read_text(encoding="utf-8")
        rules.write_text(text.replace("</rules>", law + "</rules>"), encoding="utf-8")
        environment = {**os.environ, "RUCKSMITH_DATA": str(data)}
        for words in (("catalog", "check"), ("show", path)):
            done = program.run(*words, environment=environment)
            self.assertEqual(done.returncode, 3, (words, done.stderr))
            self.assertIn(b'rule "girth": speaks of more combinations than can be kept', done.stdout + done.stderr)

    def test_a_file_name_that_is_no_utf8_is_written_and_named(self):
        done = program.run("new", "commuter", "-o", os.fsdecode(b"\xff.ruck"), "--date", program.DATE, "--json",
                           folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.folder / os.fsdecode(b"\xff.ruck")).exists())
        done.stdout.decode()

    def test_without_a_date_new_takes_today(self):
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):  # at all times on different days
            environment = {**os.environ, "TZ": zone}
            today = subprocess.run(["date", "+%Y-%m-%d"], env=environment, capture_output=True, check=True).stdout
            program.run("new", "commuter", "-o", "t.ruck", folder=self.folder, environment=environment)
            later = subprocess.run(["date", "+%Y-%m-%d"], env=environment, capture_output=True, check=True).stdout
            text = (self.folder / "t.ruck").read_bytes()
            self.assertTrue(today.strip() in text or later.strip() in text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
