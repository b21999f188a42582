# Checks the translations: files listed, messages extracted, everything in Dutch.
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import subprocess
import tempfile

import tree

NL = "po/nl.po"
MARKED = r'(?<![\w])(_|N_|C_|NC_|ngettext|g_dpgettext2?|g_dngettext)\s*\(\s*"'


def listed():
    return [line for line in tree.read("po/POTFILES").splitlines()
            if line and not line.startswith("#")]


def potfiles():
    """Every file with a message is listed, in order, and nothing else."""
    marked = {path for path in tree.files("*.c", "*.h", under="src") if
              tree.grep(r"", [path]) and re.search(MARKED, uncommented(path))}
    marked |= {path for path in tree.files("*.blp", under="data") if re.search(MARKED, tree.read(path))}
    marked |= set(tree.files("*.desktop.in", "*.metainfo.xml.in", under="data"))
    names = listed()
    found = [f"po/POTFILES: {path} is missing" for path in sorted(marked - set(names))]
    found += [f"po/POTFILES: {path} has no message" for path in sorted(set(names) - marked)]
    if names != sorted(names):
        found.append("po/POTFILES: not in order; sort it with LC_ALL=C sort")
    return found


def uncommented(path):
    return re.sub(r"/\*.*?\*/", "", tree.read(path), flags=re.DOTALL)


def dutch():
    """What xgettext finds today is in nl.po, translated, not fuzzy; and nothing more."""
    with tempfile.TemporaryDirectory() as folder:
        pot, merged = f"{folder}/akkoord.pot", f"{folder}/nl.po"
        found = tree.run("sh", "-c", EXTRACT, "sh", pot, *listed())
        if found:
            return found
        found = tree.run("msgfmt", "--check", "--output-file=/dev/null", NL)
        found += tree.run("msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file", merged, NL, pot)
        if not found:
            for kind, source in (("untranslated", merged), ("only-fuzzy", NL), ("only-obsolete", merged)):
                found += [f"{NL}: {kind}: {message}" for message in messages(kind, source)]
    return found


def messages(kind, path):
    """The messages of a .po file that are so; the long ones cut."""
    text = subprocess.check_output(["msgattrib", f"--{kind}", "--no-wrap", path], text=True, cwd=tree.ROOT)
    text = re.sub(r"^#~ ", "", text, flags=re.MULTILINE)
    found = re.findall(r'^msgid ((?:"(?:\\.|[^"\\])*"\n)+)', text, re.MULTILINE)
    found = ["".join(re.findall(r'^"(.*)"$', message, re.MULTILINE))[:90] for message in found]
    return [message for message in found if message]  # the empty one is the header


# The same keywords as po/meson.build: meson's preset for GLib, and ours.
EXTRACT = """pot=$1; shift
xgettext --from-code=UTF-8 --add-comments=Translators --output="$pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
  --flag=ngettext:1:pass-c-format --flag=ngettext:2:pass-c-format "$@" 2>&1 |
  grep -vE "^xgettext: warning: (file|a fallback ITS)|extension '(blp|in)' is unknown" && exit 1
test -s "$pot"
"""

tree.main({"potfiles": potfiles, "dutch": dutch})
