# Damages to what is drawn.
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pdf_damages import breaks, edit_content, font

FIRST_HEADING = rb'/H1 << /MCID 0 >> BDC'


@breaks('painting')
def drawn_without_mark(pdf):
    edit_content(pdf, rb'\n?Q\n?$', b'\n0 0 m 9 9 l S\nQ\n')


@breaks('painting')
def text_without_mark(pdf):
    edit_content(pdf, rb'(/Artifact << /Type /Pagination /Subtype /Footer >> BDC)(.*?)EMC', rb'\2')


@breaks('marking')
def artifact_in_content(pdf):
    edit_content(pdf, FIRST_HEADING, rb'\g<0> /Artifact << /Type /Layout >> BDC EMC')


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
    name, wide = next((name, one) for name, one in dict(pdf.pages[0].Resources.Font).items()
                      if one.Subtype == '/Type0')
    meaning = b'endcodespacerange\n1 beginbfchar\n<0000> <0041>\nendbfchar'
    wide.ToUnicode.write(wide.ToUnicode.read_bytes().replace(b'endcodespacerange', meaning))
    edit_content(pdf, FIRST_HEADING, rb'\g<0> BT %s 9 Tf <0000> Tj ET' % name.encode())


@breaks('span-text')
def span_of_a_blank(pdf):
    edit_content(pdf, FIRST_HEADING, rb'\g<0> /Span << /ActualText ( ) >> BDC EMC')


@breaks('colour')
def inks(pdf):
    edit_content(pdf, FIRST_HEADING, rb'\g<0> 0 0 0 1 k')


@breaks('image')
def smoothed_picture(pdf):
    pdf.Root.Extra = pikepdf.Stream(
        pdf, b'\0', Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray, Interpolate=True)


@breaks('form-once')
def content_drawn_twice(pdf):
    pdf.pages[0].Resources.XObject = Dictionary(Twice=pikepdf.Stream(
        pdf, b'/P << /MCID 7 >> BDC EMC', Type=Name.XObject, Subtype=Name.Form,
        BBox=Array([0, 0, 9, 9]), Resources=Dictionary()))
    edit_content(pdf, rb'EMC', b'/Twice Do /Twice Do EMC')


@breaks('limits')
def endless_string(pdf):
    pdf.Root.Extra = String('x' * 40000)


@breaks('limits')
def deep(pdf):
    edit_content(pdf, rb'\n?Q\n?$', b'\n' + b'q ' * 30 + b'Q ' * 30 + b'\nQ\n')


@breaks('limits')
def state_not_restored(pdf):
    edit_content(pdf, rb'\n?Q\n?$', b'\n')
