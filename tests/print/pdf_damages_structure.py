# Damages to the structure tree.
# SPDX-License-Identifier: GPL-3.0-or-later
from pikepdf import Array, Dictionary, Name, String

from pdf_damages import annotation, breaks, edit_content, elements


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
    elements(pdf, 'LI')[0].S = Name.P


@breaks('nesting')
def cell_as_paragraph(pdf):
    elements(pdf, 'TD')[0].S = Name.Span


@breaks('table-parts')
def head_without_body(pdf):
    elements(pdf, 'TBody')[0].S = Name.TFoot


@breaks('table-parts')
def two_heads(pdf):
    elements(pdf, 'TBody')[0].S = Name.THead


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


@breaks('nesting')
def contents_without_entries(pdf):
    elements(pdf, 'TOCI')[0].S = Name.P
