# What the damages share: each spoils one thing of a good file, and the checker must say which.
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from pikepdf import Dictionary

import pdf_document

DAMAGES = []


def breaks(rule_name, claim=None):
    def register(function):
        DAMAGES.append((rule_name, claim or function.__name__.replace('_', '-'), function))
        return function
    return register


def elements(pdf, name, node=None):
    """All structure elements of a type, in order."""
    found = []
    for kid in pdf_document.items((node if node is not None else pdf.Root.StructTreeRoot).get('/K')):
        if isinstance(kid, Dictionary) and '/S' in kid:
            if kid.S == '/' + name:
                found.append(kid)
            found += elements(pdf, name, kid)
    return found


def annotation(pdf):
    return pdf.pages[0].Annots[0]


def font(pdf):
    return next(one for one in dict(pdf.pages[0].Resources.Font).values() if one.Subtype == '/TrueType')


def edit_content(pdf, old, new, page=0, count=1):
    stream = pdf.pages[page].Contents
    data = stream.read_bytes()
    changed = re.sub(old, new, data, count=count, flags=re.DOTALL)
    assert changed != data, 'the damage does not fit the sample'
    stream.write(changed)


def edit_metadata(pdf, old, new):
    data = pdf.Root.Metadata.read_bytes()
    assert old in data, 'the damage does not fit the sample'
    pdf.Root.Metadata.write(data.replace(old, new))
