#!/usr/bin/env python3
# The checker finds each kind of damage, and nothing else: test-check-pdf.py PROGRAM-THAT-WRITES-A-SAMPLE
# SPDX-License-Identifier: GPL-3.0-or-later
"""A good file is damaged in one place; exactly the rule for that place must speak."""
import os
import subprocess
import sys
import tempfile

import pikepdf

sys.dont_write_bytecode = True  # no folders among the sources

import pdf_damages_content  # noqa: E402, F401 (registers its damages)
import pdf_damages_structure  # noqa: E402, F401
import pdf_document  # noqa: E402
import pdf_rules_content  # noqa: E402, F401 (registers its rules)
import pdf_rules_file  # noqa: E402, F401
import pdf_rules_structure  # noqa: E402, F401
from pdf_damages import DAMAGES  # noqa: E402
from pdf_damages_file import RAW_DAMAGES  # noqa: E402


def damaged_copy(sample, damage, path):
    with pikepdf.open(sample) as pdf:
        damage(pdf)
        pdf.save(path, deterministic_id=True, compress_streams=False, fix_metadata_version=False,
                 stream_decode_level=pikepdf.StreamDecodeLevel.none)


def main(program):
    failures = number = 0

    def report(fine, claim, said):
        nonlocal failures, number
        number += 1
        failures += not fine
        print(f'{"ok" if fine else "not ok"} {number} /check-pdf/{claim}')
        if not fine:
            print('\n'.join(f'# {name}: {sentence}' for name, sentence in said) or '# found nothing')

    with tempfile.TemporaryDirectory() as folder:
        sample, copy = os.path.join(folder, 'sample.pdf'), os.path.join(folder, 'damaged.pdf')
        subprocess.run([program, sample], check=True)
        print(f'1..{len(DAMAGES) + len(RAW_DAMAGES) + 4}')
        said = pdf_document.check(sample)
        report(said == [], 'finds-nothing-in-a-good-file', said)
        for rule_name, claim, damage in DAMAGES:
            damaged_copy(sample, damage, copy)
            said = pdf_document.check(copy)
            report({name for name, _ in said} == {rule_name}, f'{rule_name}/{claim}', said)
        with open(sample, 'rb') as file:
            raw = file.read()
        for rule_name, damage in RAW_DAMAGES:
            with open(copy, 'wb') as file:
                file.write(damage(raw))
            said = pdf_document.check(copy)
            report({name for name, _ in said} == {rule_name},
                   f'{rule_name}/{damage.__name__.replace("_", "-")}', said)
        with pikepdf.open(sample) as pdf:
            pdf.save(copy, encryption=pikepdf.Encryption(owner='x', user='', metadata=False))
        said = pdf_document.check(copy)
        report('encryption' in {name for name, _ in said}, 'encryption/locked', said)
        with open(copy, 'wb') as file:
            file.write(b'no PDF at all')
        said = pdf_document.check(copy)
        report([name for name, _ in said] == ['syntax'], 'syntax/no-pdf', said)
        broken = {name for name, _, _ in DAMAGES} | {name for name, _ in RAW_DAMAGES} | {'encryption'}
        unbroken = [(name, 'no test breaks it') for name, _ in pdf_document.RULES if name not in broken]
        report(unbroken == [], 'each-rule-has-a-test-that-breaks-it', unbroken)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
