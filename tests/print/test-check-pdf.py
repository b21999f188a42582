#!/usr/bin/env python3
# The checker finds each kind of damage, and nothing else: test-check-pdf.py PROGRAM-THAT-WRITES-A-SAMPLE
# SPDX-License-Identifier: GPL-3.0-or-later
"""A good file is damaged in one place; exactly the rule for that place must speak."""
import os
import re
import subprocess
import sys
import tempfile

import pikepdf
from pikepdf import Array, Dictionary, Name, String

import pdf_document
import pdf_rules_content  # noqa: F401 (registers its rules)
import pdf_rules_file  # noqa: F401
import pdf_rules_structure  # noqa: F401

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
    return next(one for one in dict(pdf.pages[0].Resources.Font).values() if '/FontDescriptor' in one)


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


# --- The file ---------------------------------------------------------------------------------------


@breaks('marked')
def not_tagged(pdf):
    del pdf.Root.MarkInfo


@breaks('marked')
def suspect(pdf):
    pdf.Root.MarkInfo.Suspects = True


@breaks('language')
def no_language(pdf):
    del pdf.Root.Lang


@breaks('language')
def bad_language(pdf):
    pdf.Root.Lang = String('Nederlands (België)')


@breaks('language')
def bad_language_of_an_element(pdf):
    elements(pdf, 'P')[0].Lang = String('')


@breaks('display-title')
def no_display_title(pdf):
    del pdf.Root.ViewerPreferences


@breaks('title')
def no_title(pdf):
    pdf.docinfo['/Title'] = String(' ')


@breaks('xmp')
def no_metadata(pdf):
    del pdf.Root.Metadata


@breaks('xmp-conformance')
def other_level(pdf):
    edit_metadata(pdf, b'<pdfaid:conformance>A<', b'<pdfaid:conformance>B<')


@breaks('xmp-conformance')
def other_part(pdf):
    edit_metadata(pdf, b'<pdfaid:part>2<', b'<pdfaid:part>1<')


@breaks('xmp-conformance')
def no_ua(pdf):
    edit_metadata(pdf, b'<pdfuaid:part>1</pdfuaid:part>', b'')


@breaks('xmp-extension')
def no_extension(pdf):
    edit_metadata(pdf, b'<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/', b'<pdfaSchema:namespaceURI>http://www.aiim.org/x/')


@breaks('xmp-extension')
def extension_without_the_property(pdf):
    edit_metadata(pdf, b'<pdfaProperty:name>part<', b'<pdfaProperty:name>x<')


@breaks('xmp-dates')
def other_date(pdf):
    pdf.docinfo['/ModDate'] = String('D:20251118000000Z')


@breaks('xmp-dates')
def date_without_prefix(pdf):
    pdf.docinfo['/CreationDate'] = String('20251117000000Z')


@breaks('xmp-same')
def other_author(pdf):
    pdf.docinfo['/Author'] = String('Iemand')


@breaks('output-intent')
def no_output_intent(pdf):
    del pdf.Root.OutputIntents


@breaks('output-intent')
def grey_profile(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 1


@breaks('output-intent')
def cut_profile(pdf):
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes()[:-100])


@breaks('filter')
def lzw(pdf):
    stream = pdf.make_stream(b'')
    stream.write(b'\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', filter=Name.LZWDecode)
    pdf.Root.Extra = stream


@breaks('filter')
def stream_elsewhere(pdf):
    pdf.Root.Extra = pikepdf.Stream(pdf, b'', F=String('elsewhere.bin'))


@breaks('action')
def script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String('app.alert (1)'))


@breaks('action')
def launch(pdf):
    elements(pdf, 'Link')
    annotation(pdf).A = Dictionary(S=Name.Launch, F=String('x'))


@breaks('action')
def action_of_a_page(pdf):
    pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.GoTo))


@breaks('action')
def attached_files(pdf):
    pdf.Root.Names.EmbeddedFiles = Dictionary(Names=Array([]))


@breaks('destination')
def link_to_nowhere(pdf):
    annotation(pdf).A = Dictionary(S=Name.GoTo, D=String('artikel-99'))


@breaks('form')
def field_without_name(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=Array([Dictionary(T=String('a'), FT=Name.Tx)]))


@breaks('optional-content')
def layers(pdf):
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]))


@breaks('transparency')
def blending(pdf):
    pdf.pages[0].Resources.ExtGState.a0.BM = Name.Dazzle


@breaks('font-embedded')
def font_not_embedded(pdf):
    descriptor = font(pdf).FontDescriptor
    for name in ('/FontFile', '/FontFile2', '/FontFile3'):
        if name in descriptor:
            del descriptor[name]


@breaks('font-embedded')
def font_of_drawings(pdf):
    pdf.pages[0].Resources.Font['/x'] = Dictionary(Type=Name.Font, Subtype=Name.Type3)


@breaks('font-glyph-map')
def no_glyph_map(pdf):
    for page in pdf.pages:
        for one in dict(page.Resources.Font).values():
            if one.Subtype == '/Type0':
                del one.DescendantFonts[0]['/CIDToGIDMap']


# --- The structure ------------------------------------------------------------------------------------


@breaks('tree')
def two_documents(pdf):
    pdf.Root.StructTreeRoot.K = Array(
        [elements(pdf, 'Document')[0],
         pdf.make_indirect(Dictionary(S=Name.Document, P=pdf.Root.StructTreeRoot))])


@breaks('tree')
def wrong_parent(pdf):
    elements(pdf, 'H1')[0].P = elements(pdf, 'P')[0]


@breaks('type')
def unknown_type(pdf):
    elements(pdf, 'P')[-1].S = Name.Alinea


@breaks('nesting')
def item_outside_list(pdf):
    elements(pdf, 'TBody')[0].S = Name.Sect


@breaks('nesting')
def cell_as_paragraph(pdf):
    elements(pdf, 'TD')[0].S = Name.Span


@breaks('empty')
def empty_heading(pdf):
    document = elements(pdf, 'Document')[0]
    document.K.append(pdf.make_indirect(Dictionary(S=Name.H2, P=document)))


@breaks('parent-tree')
def content_without_element(pdf):
    edit_content(pdf, rb'/H1 << /MCID 0 >>', rb'/H1 << /MCID 99 >>')


@breaks('parent-tree')
def parent_tree_astray(pdf):
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[1][0] = elements(pdf, 'L')[0]


@breaks('parent-tree')
def page_without_parents(pdf):
    del pdf.pages[1].StructParents


@breaks('heading')
def heading_skipped(pdf):
    elements(pdf, 'H2')[0].S = Name.H3


@breaks('heading')
def no_first_heading(pdf):
    elements(pdf, 'H1')[0].S = Name.P


@breaks('figure-alt')
def no_alternative(pdf):
    del elements(pdf, 'Figure')[0].Alt


@breaks('figure-box')
def no_box(pdf):
    del elements(pdf, 'Figure')[0].A


@breaks('figure-box')
def box_outside(pdf):
    elements(pdf, 'Figure')[0].A.BBox = Array([0, 0, 5000, 10])


@breaks('table-scope')
def no_scope(pdf):
    del elements(pdf, 'TH')[0].A


@breaks('table-regular')
def missing_cell(pdf):
    del elements(pdf, 'TR')[1].K[1]


@breaks('list')
def no_numbering(pdf):
    del elements(pdf, 'L')[0].A


@breaks('list')
def unknown_numbering(pdf):
    elements(pdf, 'L')[0].A.ListNumbering = Name.Stars


@breaks('note')
def no_identifier(pdf):
    del elements(pdf, 'Note')[0].ID
    names = pdf.Root.StructTreeRoot.IDTree.Names
    del names[3], names[2]


@breaks('note')
def identifier_twice(pdf):
    elements(pdf, 'Note')[0].ID = elements(pdf, 'Note')[1].ID


@breaks('note')
def no_tree_of_identifiers(pdf):
    del pdf.Root.StructTreeRoot.IDTree


@breaks('link')
def link_without_annotation(pdf):
    document = elements(pdf, 'Document')[0]
    last = document.K[-1]
    last.S = Name.Link


@breaks('annotation-flags')
def not_printed(pdf):
    annotation(pdf).F = 0


@breaks('annotation-flags')
def hidden(pdf):
    annotation(pdf).F = 6


@breaks('annotation-contents')
def says_nothing(pdf):
    del annotation(pdf).Contents


@breaks('annotation-place')
def outside_the_page(pdf):
    annotation(pdf).Rect = Array([0, 0, 9999, 10])


@breaks('annotation-element')
def no_struct_parent(pdf):
    del annotation(pdf).StructParent


@breaks('annotation-element')
def note_for_the_reader(pdf):
    annotation(pdf).Subtype = Name.Text


@breaks('tab-order')
def other_tab_order(pdf):
    pdf.pages[1].Tabs = Name.R


@breaks('actual-text')
def stands_for_nothing(pdf):
    elements(pdf, 'P')[0].ActualText = String('')


@breaks('outline')
def bookmark_without_title(pdf):
    pdf.Root.Outlines.First.Title = String('')


# --- What is drawn --------------------------------------------------------------------------------------


@breaks('painting')
def drawn_without_mark(pdf):
    edit_content(pdf, rb'\n?Q\n?$', b'\n0 0 m 9 9 l S\nQ\n')


@breaks('painting')
def text_without_mark(pdf):
    edit_content(pdf, rb'(/Artifact << /Type /Pagination /Subtype /Footer >> BDC)(.*?)EMC', rb'\2')


@breaks('marking')
def artifact_in_content(pdf):
    edit_content(pdf, rb'/H1 << /MCID 0 >> BDC(.*?)EMC', rb'/H1 << /MCID 0 >> BDC /Artifact << /Type /Layout >> BDC EMC\1EMC')


@breaks('marking')
def mark_left_open(pdf):
    edit_content(pdf, rb'\n?Q\n?$', b'\n/Span BMC\nQ\n')


@breaks('artifact-type')
def artifact_of_no_type(pdf):
    edit_content(pdf, rb'/Artifact << /Type /Layout >> BDC', b'/Artifact BMC')


@breaks('artifact-type')
def furniture_of_no_kind(pdf):
    edit_content(pdf, rb'/Pagination /Subtype /Footer', b'/Pagination')


@breaks('unicode')
def no_meaning(pdf):
    del font(pdf).ToUnicode


@breaks('unicode')
def private_meaning(pdf):
    stream = font(pdf).ToUnicode
    stream.write(re.sub(rb'(<\w+> )<0061>', rb'\1<e061>', stream.read_bytes()))


@breaks('notdef')
def missing_glyph(pdf):
    for one in dict(pdf.pages[0].Resources.Font).values():
        if one.Subtype == '/Type0':
            data = one.ToUnicode.read_bytes()
            one.ToUnicode.write(re.sub(rb'endcodespacerange', rb'endcodespacerange\n1 beginbfchar\n<0000> <0041>\nendbfchar', data, count=1))
            name = [name for name, other in dict(pdf.pages[0].Resources.Font).items() if other == one][0]
            edit_content(pdf, rb'/H1 << /MCID 0 >> BDC', b'/H1 << /MCID 0 >> BDC BT %s 9 Tf <0000> Tj ET' % name.encode())


@breaks('span-text')
def span_of_a_blank(pdf):
    edit_content(pdf, rb'/H1 << /MCID 0 >> BDC', b'/H1 << /MCID 0 >> BDC /Span << /ActualText ( ) >> BDC EMC')


@breaks('colour')
def inks(pdf):
    edit_content(pdf, rb'/H1 << /MCID 0 >> BDC', b'/H1 << /MCID 0 >> BDC 0 0 0 1 k')


@breaks('image')
def smoothed_picture(pdf):
    pdf.Root.Extra = pikepdf.Stream(
        pdf, b'\0', Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray, Interpolate=True)


@breaks('limits')
def deep(pdf):
    edit_content(pdf, rb'\n?Q\n?$', b'\n' + b'q ' * 30 + b'Q ' * 30 + b'\nQ\n')


@breaks('limits')
def state_not_restored(pdf):
    edit_content(pdf, rb'\n?Q\n?$', b'\n')


# --- The bytes themselves -----------------------------------------------------------------------------------


def without_new_line(raw):
    at = raw.index(b'\nendstream')
    return raw[:at] + b' ' + raw[at + 1:]


def other_version(raw):
    return raw.replace(b'%PDF-1.7', b'%PDF-2.0', 1)


def cut_short(raw):
    return raw[:raw.rindex(b'%%EOF')]


def no_id(raw):
    assert b'/ID [' in raw
    return raw.replace(b'/ID [', b'/IX [')


def metadata_of_another_kind(raw):
    assert b'/Subtype /XML' in raw
    return raw.replace(b'/Subtype /XML', b'/Subtype /TXT')


RAW_DAMAGES = [
    ('endstream', without_new_line),
    ('id', no_id),
    ('syntax', cut_short),
    ('syntax', other_version),
    ('xmp', metadata_of_another_kind),
]


def damaged_copy(sample, damage, path):
    with pikepdf.open(sample) as pdf:
        damage(pdf)
        pdf.save(path, deterministic_id=True, compress_streams=False,
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
