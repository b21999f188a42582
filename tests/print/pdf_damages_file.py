# Damages to the file as a whole.
# SPDX-License-Identifier: GPL-3.0-or-later
import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pdf_damages import annotation, breaks, edit_metadata, elements, font


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


@breaks('xmp-extension')
def property_by_half(pdf):
    edit_metadata(pdf, b'<pdfaProperty:category>internal</pdfaProperty:category>', b'')


@breaks('xmp-extension')
def encoding_in_the_header(pdf):
    edit_metadata(pdf, b'id="W5M0MpCehiHzreSzNTczkc9d"', b'id="W5M0MpCehiHzreSzNTczkc9d" encoding="UTF-8"')


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


@breaks('unfit')
def requirements(pdf):
    pdf.Root.Requirements = Array([])


@breaks('unfit')
def page_in_steps(pdf):
    pdf.pages[0].PresSteps = Dictionary()


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


@breaks('font-encoding')
def font_that_is_symbolic_too(pdf):
    font(pdf).FontDescriptor.Flags = 4


@breaks('font-widths')
def too_few_widths(pdf):
    del font(pdf).Widths[0]


@breaks('font-program')
def no_characters_in_the_program(pdf):
    program = font(pdf).FontDescriptor.FontFile2
    program.write(program.read_bytes().replace(b'cmap', b'cmxp', 1))


@breaks('font-glyph-width')
def other_width(pdf):
    for one in dict(pdf.pages[0].Resources.Font).values():
        if one.Subtype == '/Type0':
            one.DescendantFonts[0].W = Array([0, Array([123, 456])])


# The bytes themselves, which no library would write so.


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
