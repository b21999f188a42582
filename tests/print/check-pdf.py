#!/usr/bin/env python3
# Checks PDF files against what a machine can tell of PDF/UA-1 and PDF/A-2a: check-pdf.py FILE… | --serve
# SPDX-License-Identifier: GPL-3.0-or-later
"""One line for each finding: FILE: RULE: what is wrong. Exit status 1 if there are any.

--serve checks as many files as it is given, one name a line, and answers each with three lines: what
is wrong, all words in the order in which they are read aloud, the furniture of the first page."""
import sys

sys.dont_write_bytecode = True  # no folders among the sources

import pdf_document  # noqa: E402
import pdf_rules_content  # noqa: E402, F401 (registers its rules)
import pdf_rules_file  # noqa: E402, F401
import pdf_rules_structure  # noqa: E402, F401
import pdf_words  # noqa: E402


def main(paths):
    found = 0
    for path in paths:
        for name, sentence in pdf_document.check(path):
            print(f'{path}: {name}: {sentence}')
            found += 1
    return 1 if found else 0


def serve():
    sys.stdout.reconfigure(encoding='utf-8')
    for line in sys.stdin:
        words = []
        findings = pdf_document.check(line.rstrip('\n'), lambda document: words.extend(pdf_words.read(document)))
        print('; '.join(f'{name}: {sentence}' for name, sentence in findings))
        print('\n'.join(words or ['', '']), flush=True)


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if sys.argv[1:] == ['--serve']:
        sys.exit(serve())
    sys.exit(main(sys.argv[1:]))
