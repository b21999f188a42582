# Checks the words in the sources: leftovers, vague names, skipped tests, foreign paths.
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re

import tree

TEXTS = ["*.c", "*.h", "*.py", "*.blp", "*.css", "*.md", "*.xml", "*.in", "*.json", "*.po", "meson.build",
         "meson.options", "dev", "run", "session"]
VAGUE = r"(utils?|helpers?|managers?|common|misc)"


def leftovers():
    return tree.grep(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b", tree.files(*TEXTS))


def names():
    """A name says what a thing is."""
    found = [path for path in tree.files("*") if
             re.search(rf"(^|[-_.]){VAGUE}([-_.]|$)", os.path.basename(path))]
    sources = tree.files("*.c", "*.h")
    found += tree.grep(rf"\bakk_(\w+_)?{VAGUE}(_\w+)?\b", sources, tree.code)
    found += tree.grep(r"\bAkk\w*(Utils?|Helpers?|Manager|Common|Misc)\b", sources, tree.code)
    return found


def skipped():
    """A test that does not run proves nothing."""
    tests = tree.files("*.c", "*.py", "meson.build", under="tests")
    tests = [path for path in tests if not path.startswith("tests/lint/")]
    return tree.grep(r"g_test_(skip|incomplete)|unittest\.skip|should_fail", tests)


def paths():
    """The project speaks of itself: no path of one machine."""
    return tree.grep(r"""(^|[\s"'`(=])/(home/(?!me\b)|root/|work/|Users/|mnt/)\w""", tree.files(*TEXTS))


tree.main({"leftovers": leftovers, "names": names, "skipped": skipped, "paths": paths})
