#!/usr/bin/env python3
# Every printed example conforms, and is the same each time: test-examples.py AKKOORD-CLI
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # no folders among the sources

import pdf_document  # noqa: E402
import pdf_rules_content  # noqa: E402, F401 (registers its rules)
import pdf_rules_file  # noqa: E402, F401
import pdf_rules_structure  # noqa: E402, F401


def print_agreement(cli, dossier, path, **environment):
    result = subprocess.run([cli, 'print', 'agreement', dossier, path], capture_output=True, text=True,
                            env={**os.environ, **environment})
    return [('print', result.stderr.strip() or f'exit status {result.returncode}')] if result.returncode else []


def same(one, other):
    with open(one, 'rb') as first, open(other, 'rb') as second:
        return first.read() == second.read()


def main(cli):
    results = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([cli, 'example', 'all', folder], check=True, stdout=subprocess.DEVNULL)
        for name in sorted(os.listdir(folder)):
            dossier = os.path.join(folder, name)
            path, again = dossier + '.pdf', dossier + '-again.pdf'
            said = print_agreement(cli, dossier, path) or pdf_document.check(path)
            results.append((f'{name}/conforms', said))
            said = print_agreement(cli, dossier, again, LC_ALL='nl_BE.UTF-8', TZ='Pacific/Kiritimati')
            if not said and not same(path, again):
                said = [('bytes', 'differ in another locale and time zone')]
            results.append((f'{name}/same-bytes-in-any-locale-and-zone', said))
    print(f'1..{len(results)}')
    for number, (claim, said) in enumerate(results, 1):
        print(f'{"not ok" if said else "ok"} {number} /examples/{claim}')
        for rule, sentence in said:
            print('\n'.join(f'# {line}' for line in f'{rule}: {sentence}'.splitlines()))
    return 1 if not results or any(said for _, said in results) else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
