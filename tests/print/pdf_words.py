# The words of a PDF as a reader speaks them: along the structure tree, not along the lines.
# SPDX-License-Identifier: GPL-3.0-or-later
import pikepdf

from pdf_document import Element, is_dict, key
from pdf_rules_content import SHOWING, Reader
from pdf_rules_structure import INLINE


class Marked:
    """What is open while a page is read: the number of its content, and words that stand for it."""

    def __init__(self, operands, outer):
        properties = operands[1] if len(operands) > 1 and is_dict(operands[1]) else {}
        self.number = int(properties['/MCID']) if '/MCID' in properties else outer and outer.number
        self.spoken = outer.spoken if outer else None
        self.begins = self.spoken is None and '/ActualText' in properties
        if self.begins:
            self.spoken = str(properties['/ActualText'])


def content(document, page, readers):
    """The words of each marked content of a page; of its furniture those under None."""
    fonts, reader, open_marks, said = page.obj.Resources.get('/Font', {}), None, [], {}

    def say(words):
        number = open_marks[-1].number if open_marks else None
        said[number] = said.get(number, '') + words

    for operands, operator in document.operations(page):
        if operator in ('BMC', 'BDC'):
            open_marks.append(Marked(operands, open_marks[-1] if open_marks else None))
            if open_marks[-1].begins:
                say(open_marks[-1].spoken)
        elif operator == 'EMC':
            open_marks.pop()
        elif operator == 'Tf':
            font = fonts[str(operands[0])]
            if key(font) not in readers:
                readers[key(font)] = Reader(font)
            reader = readers[key(font)]
        elif operator in SHOWING and not (open_marks and open_marks[-1].spoken is not None):
            strings = operands[-1] if operator == 'TJ' else operands[-1:]
            say(''.join(reader.known.get(code, '\ufffd') for part in strings
                        if isinstance(part, pikepdf.String) for code in reader.codes(part)))
    return said


def clean(words):
    """Single spaces, and no hyphens that are there only because a line ends."""
    words = words.replace('\u00ad ', '').replace('\u00ad', '')
    return ' '.join(words.split())


def read(document):
    """All words of the document, and the furniture of its first page."""
    readers = {}
    pages = {key(page.obj): content(document, page, readers) for page in document.pages}
    said = []

    def walk(element):
        for kid in element.kids:
            if isinstance(kid, Element):
                walk(kid)
            elif kid[0] == 'mcid':
                said.append(pages.get(kid[1], {}).get(kid[2], ''))
        if element.type not in INLINE:
            said.append(' ')

    for element in document.top:
        walk(element)
    return clean(''.join(said)), clean(pages[key(document.pages[0].obj)].get(None, ''))
