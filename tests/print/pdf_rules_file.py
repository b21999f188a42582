# Rules on the file as a whole: catalog, metadata, colours, fonts, actions.
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import struct
import xml.etree.ElementTree as xml
from datetime import datetime, timezone

import pikepdf

from pdf_document import is_dict, items, key, rule, text

RDF = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}'
DC = '{http://purl.org/dc/elements/1.1/}'
XMP = '{http://ns.adobe.com/xap/1.0/}'
PDF = '{http://ns.adobe.com/pdf/1.3/}'
PDFA = '{http://www.aiim.org/pdfa/ns/id/}'
PDFUA = '{http://www.aiim.org/pdfua/ns/id/}'
SCHEMA = '{http://www.aiim.org/pdfa/ns/schema#}'
PROPERTY = '{http://www.aiim.org/pdfa/ns/property#}'
UA_NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/'
LANGUAGE = re.compile(r'^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*$')
BLEND_MODES = {'/Normal', '/Compatible', '/Multiply', '/Screen', '/Overlay', '/Darken', '/Lighten',
               '/ColorDodge', '/ColorBurn', '/HardLight', '/SoftLight', '/Difference', '/Exclusion',
               '/Hue', '/Saturation', '/Color', '/Luminosity'}


@rule('syntax')
def syntax(document):
    yield from document.pdf.check()
    if not re.match(rb'%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}', document.raw):
        yield 'does not begin with a version up to 1.7 and a line of bytes above 127'
    if not re.search(rb'%%EOF\r?\n?$', document.raw):
        yield 'does not end with %%EOF'


@rule('encryption')
def encryption(document):
    if document.pdf.is_encrypted:
        yield 'is encrypted'


@rule('id')
def file_id(document):
    ids = items(document.pdf.trailer.get('/ID'))
    if len(ids) != 2 or not all(bytes(part) for part in ids):
        yield 'the trailer has no /ID of two parts'


@rule('endstream')
def endstream(document):
    for match in re.finditer(rb'(.)endstream\s', document.raw, re.DOTALL):
        if match[1] not in b'\r\n':
            yield f'no new line before endstream at byte {match.start()}'


@rule('marked')
def marked(document):
    info = document.root.get('/MarkInfo')
    if not is_dict(info) or info.get('/Marked') is not True:
        yield 'is not marked as tagged'
    elif info.get('/Suspects', False):
        yield 'says of itself that its tags are suspect'


@rule('language')
def language(document):
    value = text(document.root.get('/Lang'))
    if not LANGUAGE.match(value):
        yield f'the language of the document is "{value}"'
    for element in document.elements:
        if '/Lang' in element.obj and not LANGUAGE.match(text(element.obj['/Lang'])):
            yield f'{element} has no valid language'


@rule('display-title')
def display_title(document):
    preferences = document.root.get('/ViewerPreferences')
    if not is_dict(preferences) or preferences.get('/DisplayDocTitle') is not True:
        yield 'a viewer would show the name of the file, not its title'


@rule('title')
def title(document):
    if not text(document.pdf.docinfo.get('/Title')).strip():
        yield 'the document has no title'


def packet(document):
    """The metadata as an XML tree, or None."""
    stream = document.root.get('/Metadata')
    if not isinstance(stream, pikepdf.Stream):
        return None
    try:
        return xml.fromstring(stream.read_bytes())
    except xml.ParseError:
        return None


def value(tree, name):
    """A property's text: plain, as an attribute, or the first of a list."""
    for description in tree.iter(RDF + 'Description'):
        if name in description.attrib:
            return description.attrib[name]
    node = tree.find(f'.//{RDF}Description/{name}')
    if node is None:
        return None
    item = node.find(f'.//{RDF}li')
    return (item if item is not None else node).text


@rule('xmp')
def xmp(document):
    stream = document.root.get('/Metadata')
    if packet(document) is None:
        yield 'has no readable metadata'
    elif '/Filter' in stream or stream.get('/Type') != '/Metadata' or stream.get('/Subtype') != '/XML':
        yield 'the metadata must be plain XML'


@rule('xmp-conformance')
def xmp_conformance(document):
    tree = packet(document)
    if tree is None:
        return
    if value(tree, PDFA + 'part') != '2' or value(tree, PDFA + 'conformance') != 'A':
        yield 'does not call itself PDF/A-2a'
    if value(tree, PDFUA + 'part') != '1':
        yield 'does not call itself PDF/UA-1'


@rule('xmp-extension')
def xmp_extension(document):
    tree = packet(document)
    if tree is None:
        return
    header = bytes(document.root.Metadata.read_bytes()).split(b'?>', 1)[0]
    if b'bytes=' in header or b'encoding=' in header:
        yield 'the metadata begins with what PDF/A refuses'
    described = [(schema.findtext(SCHEMA + 'namespaceURI'), prop.text)
                 for schema in tree.iter(RDF + 'li') for prop in schema.iter(PROPERTY + 'name')]
    if (UA_NAMESPACE, 'part') not in described:
        yield 'does not describe the PDF/UA property, as PDF/A asks'
    for prop in tree.iter(PROPERTY + 'name'):
        above = next(node for node in tree.iter() if prop in node)
        if not all(above.findtext(PROPERTY + part) for part in ('valueType', 'category', 'description')):
            yield f'describes the property {prop.text} by half'


def info_date(document, name):
    match = re.match(r"^D:(\d{14})(Z|[+-]00'00'?)$", text(document.pdf.docinfo.get(name)))
    return datetime.strptime(match[1] + 'Z', '%Y%m%d%H%M%SZ').replace(tzinfo=timezone.utc) if match else None


@rule('xmp-dates')
def xmp_dates(document):
    tree = packet(document)
    if tree is None:
        return
    for name, mine in (('/CreationDate', 'CreateDate'), ('/ModDate', 'ModifyDate')):
        date = value(tree, XMP + mine)
        if not date or info_date(document, name) != datetime.fromisoformat(date):
            yield f'{name} is not {mine} of the metadata'


@rule('xmp-same')
def xmp_same(document):
    tree = packet(document)
    if tree is None:
        return
    info = document.pdf.docinfo
    for name, mine in (('/Title', DC + 'title'), ('/Author', DC + 'creator'),
                       ('/Subject', DC + 'description'), ('/Creator', XMP + 'CreatorTool'),
                       ('/Producer', PDF + 'Producer')):
        if name in info and text(info[name]).strip() and value(tree, mine) != text(info[name]):
            yield f'{name} is not what the metadata says'


@rule('output-intent')
def output_intent(document):
    profiles = [intent.get('/DestOutputProfile') for intent in items(document.root.get('/OutputIntents'))
                if intent.get('/S') == '/GTS_PDFA1']
    if not profiles or not isinstance(profiles[0], pikepdf.Stream):
        yield 'no output intent with a colour profile'
        return
    data = profiles[0].read_bytes()
    if profiles[0].get('/N') != 3:
        yield 'the colour profile is not for three colours'
    elif (len(data) < 128 or int.from_bytes(data[:4], 'big') != len(data) or data[36:40] != b'acsp'
          or data[8] not in (2, 4) or data[12:16] not in (b'mntr', b'prtr') or data[16:20] != b'RGB '):
        yield 'the colour profile is damaged'


@rule('filter')
def filters(document):
    for obj in document.pdf.objects:
        if isinstance(obj, pikepdf.Stream):
            used = {str(name) for name in items(obj.get('/Filter'))}
            if used & {'/LZWDecode', '/Crypt'} or '/F' in obj:
                yield f'object {obj.objgen[0]} is stored in a way that PDF/A refuses'


@rule('action')
def action(document):
    for obj in document.pdf.objects:
        if not is_dict(obj) and not isinstance(obj, pikepdf.Stream):
            continue
        if '/AA' in obj:
            yield f'object {obj.objgen[0]} has additional actions'
        for name in ('/A', '/OpenAction'):
            deed = obj.get(name)
            if is_dict(deed) and '/S' in deed and str(deed['/S']) not in ('/URI', '/GoTo'):
                yield f'object {obj.objgen[0]} does {str(deed["/S"])[1:]}'
    names = document.root.get('/Names')
    if is_dict(names) and ('/JavaScript' in names or '/EmbeddedFiles' in names):
        yield 'holds scripts or files'


@rule('destination')
def destination(document):
    names = document.root.get('/Names')
    known = {name for name, _ in document.name_tree(names.get('/Dests') if is_dict(names) else None)}
    known |= {name[1:].encode() for name in dict(document.root.get('/Dests', {}))}
    pages = {key(page.obj) for page in document.pages}
    for obj in document.pdf.objects:
        if not is_dict(obj):
            continue
        deed = obj.get('/A')
        target = deed.get('/D') if is_dict(deed) and deed.get('/S') == '/GoTo' else obj.get('/Dest')
        if isinstance(target, pikepdf.String) and bytes(target) not in known:
            yield f'object {obj.objgen[0]} leads to "{target}", which is not there'
        elif isinstance(target, pikepdf.Array) and key(target[0]) not in pages:
            yield f'object {obj.objgen[0]} leads to a page that is not there'


@rule('form')
def form(document):
    fields = document.root.get('/AcroForm')
    if not is_dict(fields):
        return
    if '/XFA' in fields or fields.get('/NeedAppearances', False):
        yield 'has a form that PDF/A refuses'
    for field in items(fields.get('/Fields')):
        if not text(field.get('/TU')):
            yield f'the field {text(field.get("/T"))} has no name for readers'


@rule('optional-content')
def optional_content(document):
    if '/OCProperties' in document.root:
        yield 'has layers that can be hidden'


@rule('unfit')
def unfit(document):
    """What a file for the archive may not have."""
    names = document.root.get('/Names')
    if is_dict(names) and '/AlternatePresentations' in names:
        yield 'has other presentations of itself'
    for name in ('/Requirements', '/NeedsRendering', '/Collection'):
        if name in document.root:
            yield f'the catalog holds {name[1:]}'
    for page in document.pages:
        if '/PresSteps' in page.obj:
            yield f'page {page.index + 1} is shown in steps'


@rule('transparency')
def transparency(document):
    for name, owner, resources in document.contents():
        for state in dict(resources.get('/ExtGState', {})).values():
            if not {str(mode) for mode in items(state.get('/BM'))} <= BLEND_MODES:
                yield f'{name} blends in a way that PDF/A does not know'
            if '/TR' in state or '/HTP' in state or str(state.get('/TR2', '/Default')) != '/Default':
                yield f'{name} has transfer curves'


@rule('font-embedded')
def font_embedded(document):
    for name, font in document.fonts():
        inner = font['/DescendantFonts'][0] if '/DescendantFonts' in font else font
        if font.get('/Subtype') == '/Type3':
            yield f'{name} is a font of drawings; none should be left'
            continue
        descriptor = inner.get('/FontDescriptor')
        if not is_dict(descriptor) or not any(
                isinstance(descriptor.get(file), pikepdf.Stream)
                for file in ('/FontFile', '/FontFile2', '/FontFile3')):
            yield f'{name} is not embedded'


@rule('font-glyph-map')
def font_glyph_map(document):
    for name, font in document.fonts():
        if font.get('/Subtype') != '/Type0':
            continue
        inner = font['/DescendantFonts'][0]
        if inner.get('/Subtype') == '/CIDFontType2' and '/CIDToGIDMap' not in inner:
            yield f'{name} has no CIDToGIDMap'
        if str(font.get('/Encoding')) not in ('/Identity-H', '/Identity-V'):
            yield f'{name} has a character map that is not embedded'


@rule('font-encoding')
def font_encoding(document):
    """A TrueType font is either symbolic and has no encoding, or has one and is not."""
    for name, font in document.fonts():
        descriptor = font.get('/FontDescriptor')
        if font.get('/Subtype') == '/TrueType' and is_dict(descriptor):
            symbolic = bool(int(descriptor.get('/Flags', 0)) & 4)
            if symbolic == (str(font.get('/Encoding')) in ('/WinAnsiEncoding', '/MacRomanEncoding')):
                yield f'{name} is symbolic and has an encoding, or neither'


@rule('font-widths')
def font_widths(document):
    for name, font in document.fonts():
        if font.get('/Subtype') in ('/TrueType', '/Type1'):
            if len(items(font.get('/Widths'))) != int(font.get('/LastChar', -1)) - int(font.get('/FirstChar', 0)) + 1:
                yield f'{name} has not a width for each character'


def tables(program):
    """The tables of a TrueType program: {tag: (offset, length)}."""
    found = {}
    for i in range(struct.unpack_from('>H', program, 4)[0]):
        tag, _, offset, length = struct.unpack_from('>4sLLL', program, 12 + 16 * i)
        found[tag] = (offset, length)
    return found


@rule('font-program')
def font_program(document):
    """A plain TrueType font needs a table from characters to glyphs in its program."""
    for name, font in document.fonts():
        descriptor = font.get('/FontDescriptor')
        if font.get('/Subtype') != '/TrueType' or not is_dict(descriptor) or '/FontFile2' not in descriptor:
            continue
        program = descriptor.FontFile2.read_bytes()
        offset, _ = tables(program).get(b'cmap', (None, 0))
        kinds = [] if offset is None else [
            struct.unpack_from('>HH', program, offset + 4 + 8 * i)
            for i in range(struct.unpack_from('>H', program, offset + 2)[0])]
        if not kinds or kinds == [(3, 0)]:
            yield f'{name} cannot tell glyphs from characters'


@rule('font-glyph-width')
def font_glyph_width(document):
    """The widths in the file are those of the font program, to a thousandth."""
    for name, font in document.fonts():
        if font.get('/Subtype') != '/Type0':
            continue
        inner = font['/DescendantFonts'][0]
        descriptor = inner.get('/FontDescriptor')
        if not is_dict(descriptor) or '/FontFile2' not in descriptor or '/W' not in inner:
            continue
        program = descriptor.FontFile2.read_bytes()
        place = tables(program)
        unit = struct.unpack_from('>H', program, place[b'head'][0] + 18)[0]
        count = struct.unpack_from('>H', program, place[b'hhea'][0] + 34)[0]
        for glyph, width in glyph_widths(inner.W):
            at = place[b'hmtx'][0] + 4 * min(glyph, count - 1)
            if abs(struct.unpack_from('>H', program, at)[0] * 1000 / unit - width) > 1:
                yield f'{name} gives glyph {glyph} another width than its program'
                break


def glyph_widths(array):
    """(glyph, width) of a /W array: `c [w …]` or `first last w`."""
    values = list(array)
    while values:
        first, second = int(values.pop(0)), values.pop(0)
        if isinstance(second, pikepdf.Array):
            yield from ((first + i, float(width)) for i, width in enumerate(second))
        else:
            width = float(values.pop(0))
            yield from ((glyph, width) for glyph in range(first, int(second) + 1))
