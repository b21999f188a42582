# Rules on what is drawn: marked content, characters, colours, limits.
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import pikepdf

from pdf_document import is_dict, items, key, rule, text

PAINTING = {'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'INLINE IMAGE'}
SHOWING = {'Tj', 'TJ', "'", '"'}
PAGINATION = {'/Header', '/Footer', '/Watermark'}
DEEPEST = 28  # of saved graphics states, ISO 19005-2 6.1.13


def is_artifact(operands):
    return str(operands[0]) == '/Artifact'


@rule('painting')
def painting(document):
    for page in document.pages:
        yield from unmarked(document, f'page {page.index + 1}', page)


def unmarked(document, name, owner):
    depth = 0
    for operands, operator in document.operations(owner):
        if operator in ('BMC', 'BDC'):
            depth += 1
        elif operator == 'EMC':
            depth -= 1
        elif operator in PAINTING and depth < 1:
            yield f'{name} draws ({operator}) what is neither content nor artifact'
            return


@rule('marking')
def marking(document):
    """Content and artifacts stand side by side; text and marks close in the order they were opened."""
    for name, owner, _ in document.contents():
        stack = []
        for operands, operator in document.operations(owner):
            kind = 'artifact' if operator in ('BMC', 'BDC') and is_artifact(operands) else 'content'
            has_number = operator == 'BDC' and is_dict(operands[1]) and '/MCID' in operands[1]
            if operator in ('BMC', 'BDC'):
                if (kind == 'artifact' or has_number) and any(open_one in ('artifact', 'numbered')
                                                            for open_one in stack):
                    yield f'{name} has content or artifacts inside one another'
                stack.append('artifact' if kind == 'artifact' else 'numbered' if has_number else 'plain')
            elif operator == 'BT':
                stack.append('BT')
            elif operator in ('EMC', 'ET'):
                if not stack or (stack.pop() == 'BT') != (operator == 'ET'):
                    yield f'{name} closes ({operator}) what it did not open'
                    break
        else:
            if stack:
                yield f'{name} leaves {stack[-1]} open'


@rule('artifact-type')
def artifact_type(document):
    for page in document.pages:
        for operands, operator in document.operations(page):
            if operator not in ('BMC', 'BDC') or not is_artifact(operands):
                continue
            kind = operands[1] if operator == 'BDC' else None
            if not is_dict(kind) or kind.get('/Type') not in ('/Pagination', '/Layout', '/Page', '/Background'):
                yield f'page {page.index + 1} has an artifact of no type'
            elif kind['/Type'] == '/Pagination' and str(kind.get('/Subtype')) not in PAGINATION:
                yield f'page {page.index + 1} has furniture that is neither header nor footer'


class Reader:
    """What the characters of a font mean."""

    def __init__(self, font):
        self.width = 2 if font.get('/Subtype') == '/Type0' else 1
        self.known = {}
        stream = font.get('/ToUnicode')
        if isinstance(stream, pikepdf.Stream):
            self._read(stream.read_bytes().decode('latin-1'))

    def _read(self, cmap):
        for block in re.findall(r'beginbfchar(.*?)endbfchar', cmap, re.DOTALL):
            for code, meaning in re.findall(r'<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>', block):
                self.known[int(code, 16)] = self._text(meaning)
        for block in re.findall(r'beginbfrange(.*?)endbfrange', cmap, re.DOTALL):
            for low, high, first, many in re.findall(
                    r'<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])', block, re.DOTALL):
                meanings = re.findall(r'<(\w*)>', many)
                for i in range(int(high, 16) - int(low, 16) + 1):
                    meaning = meanings[i] if meanings else f'{int(first, 16) + i:0{len(first)}x}'
                    self.known[int(low, 16) + i] = self._text(meaning)

    @staticmethod
    def _text(digits):
        return bytes.fromhex(re.sub(r'\s', '', digits)).decode('utf-16-be', 'replace')

    def codes(self, string):
        data = bytes(string)
        return [int.from_bytes(data[i:i + self.width], 'big') for i in range(0, len(data), self.width)]


def is_real(meaning):
    return bool(meaning) and not any(
        character in '\0\ufeff\ufffe\ufffd' or '\ue000' <= character <= '\uf8ff' for character in meaning)


def shown(document):
    """(place, font, codes) of every piece of text."""
    for name, owner, resources in document.contents():
        fonts, font, saved = resources.get('/Font', {}), None, []
        for operands, operator in document.operations(owner):
            if operator == 'q':
                saved.append(font)
            elif operator == 'Q' and saved:
                font = saved.pop()
            elif operator == 'Tf':
                font = fonts.get(str(operands[0]))
            elif operator in SHOWING:
                strings = operands[-1] if operator == 'TJ' else operands[-1:]
                yield name, font, [part for part in strings if isinstance(part, pikepdf.String)]


@rule('unicode')
def unicode(document):
    readers, reported = {}, set()
    for place, font, strings in shown(document):
        if font is None:
            yield f'{place} shows text in a font that it does not have'
            continue
        name = str(font.get('/BaseFont', '?'))[1:]
        reader = readers.setdefault(key(font), Reader(font))
        for code in {code for string in strings for code in reader.codes(string)}:
            if not is_real(reader.known.get(code)) and (name, code) not in reported:
                reported.add((name, code))
                yield f'{place} shows character {code} of {name}, of which nobody can tell the meaning'


@rule('notdef')
def notdef(document):
    """Glyph 0 is the empty box: the font lacks the character."""
    for place, font, strings in shown(document):
        if font is not None and font.get('/Subtype') == '/Type0':
            if any(0 in Reader.codes(Reader(pikepdf.Dictionary(Subtype=pikepdf.Name.Type0)), string)
                   for string in strings):
                yield f'{place} shows a character that its font lacks'


@rule('span-text')
def span_text(document):
    """Spans that stand for nothing or for a lone blank make readers lose the rest of the paragraph."""
    for name, owner, _ in document.contents():
        for operands, operator in document.operations(owner):
            if operator == 'BDC' and is_dict(operands[1]) and '/ActualText' in operands[1]:
                if not text(operands[1]['/ActualText']).strip(' '):
                    yield f'{name} has a span that stands for no text'
                    break


@rule('colour')
def colour(document):
    for name, owner, resources in document.contents():
        spaces = [str(items(space)[0]) for space in dict(resources.get('/ColorSpace', {})).values()]
        for operands, operator in document.operations(owner):
            if operator in ('k', 'K') or operator in ('cs', 'CS') and str(operands[0]) == '/DeviceCMYK':
                spaces.append('/DeviceCMYK')
        if '/DeviceCMYK' in spaces:
            yield f'{name} uses the inks of a press'


@rule('image')
def image(document):
    for obj in document.pdf.objects:
        if isinstance(obj, pikepdf.Stream) and obj.get('/Subtype') == '/Image':
            if obj.get('/Interpolate', False) or '/Alternates' in obj or '/OPI' in obj:
                yield f'the picture in object {obj.objgen[0]} is drawn in a way that PDF/A refuses'
            if obj.get('/ColorSpace') == '/DeviceCMYK':
                yield f'the picture in object {obj.objgen[0]} uses the inks of a press'
        if isinstance(obj, pikepdf.Stream) and obj.get('/Subtype') == '/PS':
            yield f'object {obj.objgen[0]} is PostScript'


@rule('form-once')
def form_once(document):
    """A group that holds content belongs to one place in the structure."""
    uses = {}
    for _, owner, resources in document.contents():
        forms = resources.get('/XObject', {})
        for operands, operator in document.operations(owner):
            if operator == 'Do' and str(operands[0]) in forms:
                form = forms[str(operands[0])]
                if form.get('/Subtype') == '/Form' and '/Ref' in form:
                    yield f'form {form.objgen[0]} stands for another file'
                uses.setdefault(key(form), [form, 0])[1] += 1
    for form, count in uses.values():
        if count > 1 and form.get('/Subtype') == '/Form' and any(
                operator == 'BDC' and is_dict(operands[1]) and '/MCID' in operands[1]
                for operands, operator in document.operations(form)):
            yield f'form {form.objgen[0]} holds content and is drawn {count} times'


def simple_values(obj):
    """The strings, names and numbers of an object, however deep, without following references."""
    if isinstance(obj, (pikepdf.Dictionary, pikepdf.Stream)):
        for name, value in obj.items():
            yield pikepdf.Name(name)
            if not getattr(value, 'is_indirect', False):
                yield from simple_values(value)
    elif isinstance(obj, pikepdf.Array):
        for value in obj:
            if not getattr(value, 'is_indirect', False):
                yield from simple_values(value)
    else:
        yield obj


@rule('limits')
def limits(document):
    for obj in document.pdf.objects:
        for value in simple_values(obj):
            if (isinstance(value, pikepdf.String) and len(bytes(value)) > 32767
                    or isinstance(value, pikepdf.Name) and len(str(value).encode()) > 128
                    or isinstance(value, int) and abs(value) > 2147483647):
                yield f'object {obj.objgen[0]} holds a value that is too long or too large'
    for page in document.pages:
        left, bottom, right, top = [float(side) for side in page.mediabox]
        if not (3 <= right - left <= 14400 and 3 <= top - bottom <= 14400):
            yield f'page {page.index + 1} has an impossible size'
    for name, owner, _ in document.contents():
        depth = deepest = 0
        for _, operator in document.operations(owner):
            depth += (operator == 'q') - (operator == 'Q')
            deepest = max(deepest, depth)
        if deepest > DEEPEST:
            yield f'{name} saves its state {deepest} deep'
        if depth != 0:
            yield f'{name} does not restore its state'
