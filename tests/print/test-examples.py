#!/usr/bin/env python3
# Every printed example conforms, and is the same each time: test-examples.py AKKOORD-CLI
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # no folders among the sources

import pdf_document  # noqa: E402
import pdf_rules_content  # noqa: E402, F401 (registers its rules)
import pdf_rules_file  # noqa: E402, F401
import pdf_rules_structure  # noqa: E402, F401


def count_agreements(cli, dossier):
    """How many agreements a dossier holds."""
    path = dossier + '.json'
    subprocess.run([cli, 'export', 'dossier', dossier, path], check=True, stdout=subprocess.DEVNULL)
    with open(path, encoding='utf-8') as file:
        return len(json.load(file)['agreement'])


def print_agreement(cli, dossier, number, path, **environment):
    result = subprocess.run([cli, 'print', 'agreement', dossier, path, '--agreement', str(number)],
                            capture_output=True, text=True, env={**os.environ, **environment})
    return [('print', result.stderr.strip() or f'exit status {result.returncode}')] if result.returncode else []


def same(one, other):
    with open(one, 'rb') as first, open(other, 'rb') as second:
        return first.read() == second.read()


def check_agreement(cli, dossier, number):
    """What there is to say of one agreement on paper, by claim."""
    claim = f'{os.path.basename(dossier)}/{number}'
    path, again = f'{dossier}-{number}.pdf', f'{dossier}-{number}-again.pdf'
    conforms = print_agreement(cli, dossier, number, path) or pdf_document.check(path)
    said = print_agreement(cli, dossier, number, again, LC_ALL='nl_BE.UTF-8', TZ='Pacific/Kiritimati')
    if not said and not same(path, again):
        said = [('bytes', 'differ in another locale and time zone')]
    return [(f'{claim}/conforms', conforms), (f'{claim}/same-bytes-in-any-locale-and-zone', said)]


def main(cli):
    results = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([cli, 'example', 'all', folder], check=True, stdout=subprocess.DEVNULL)
        for name in sorted(os.listdir(folder)):
            dossier = os.path.join(folder, name)
            for number in range(1, count_agreements(cli, dossier) + 1):
                results += check_agreement(cli, dossier, number)
    print(f'1..{len(results)}')
    for number, (claim, said) in enumerate(results, 1):
        print(f'{"not ok" if said else "ok"} {number} /examples/{claim}')
        for rule, sentence in said:
            print('\n'.join(f'# {line}' for line in f'{rule}: {sentence}'.splitlines()))
    return 1 if not results or any(said for _, said in results) else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
