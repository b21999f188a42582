# Rules on the structure tree: what the parts of the document are and how they hang together.
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import pikepdf

from pdf_document import Element, is_dict, items, key, rule, text

GROUPING = {'Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index',
            'NonStruct', 'Private'}
BLOCKS = {'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH',
          'TD', 'THead', 'TBody', 'TFoot'}
INLINE = {'Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT',
          'RP', 'Warichu', 'WT', 'WP', 'Figure', 'Formula', 'Form'}
STANDARD = GROUPING | BLOCKS | INLINE
CHILDREN = {
    'L': {'LI', 'L', 'Caption'}, 'LI': {'Lbl', 'LBody'},
    'Table': {'TR', 'THead', 'TBody', 'TFoot', 'Caption'},
    'THead': {'TR'}, 'TBody': {'TR'}, 'TFoot': {'TR'}, 'TR': {'TH', 'TD'},
    'TOC': {'TOC', 'TOCI', 'Caption'}, 'TOCI': {'Lbl', 'Reference', 'P', 'NonStruct', 'TOC'},
}
PARENTS = {
    'LI': {'L'}, 'Lbl': {'LI', 'TOCI', 'Note', 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Span', 'Reference'},
    'LBody': {'LI'}, 'TR': {'Table', 'THead', 'TBody', 'TFoot'}, 'TH': {'TR'}, 'TD': {'TR'},
    'THead': {'Table'}, 'TBody': {'Table'}, 'TFoot': {'Table'}, 'TOCI': {'TOC'},
}
NUMBERINGS = {'/None', '/Disc', '/Circle', '/Square', '/Decimal', '/UpperRoman', '/LowerRoman',
              '/UpperAlpha', '/LowerAlpha'}
MUST_HAVE_CONTENT = {'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'Table', 'TR', 'TOC',
                     'TOCI', 'Link', 'Figure', 'Note'}


@rule('tree')
def tree(document):
    if not document.top:
        yield 'has no structure tree'
    elif len(document.top) != 1 or document.top[0].type != 'Document':
        yield 'the tree must begin with one Document'
    for element in document.elements:
        above = element.parent.obj if element.parent else document.tree
        if '/P' not in element.obj or key(element.obj['/P']) != key(above):
            yield f'{element} names another parent than the one it hangs under'


@rule('type')
def element_type(document):
    roles = document.tree.get('/RoleMap', {}) if is_dict(document.tree) else {}
    for element in document.elements:
        if element.type not in STANDARD and str(roles.get('/' + element.type, ''))[1:] not in STANDARD:
            yield f'{element} is of no known type'
    for role in dict(roles):
        if role[1:] in STANDARD:
            yield f'{role[1:]} is given another meaning'


@rule('nesting')
def nesting(document):
    for element in document.elements:
        above = element.parent.type if element.parent else ''
        if element.type in PARENTS and above not in PARENTS[element.type]:
            yield f'{element} stands in {above or "nothing"}'
        if element.type in CHILDREN:
            for kid in element.elements:
                if kid.type not in CHILDREN[element.type] and element.type not in PARENTS.get(kid.type, ()):
                    yield f'{element} holds {kid}'
            if any(isinstance(kid, tuple) and kid[0] == 'mcid' for kid in element.kids):
                if element.type != 'TOCI':
                    yield f'{element} holds text of its own'


@rule('table-parts')
def table_parts(document):
    for table in document.of_type('Table'):
        kinds = [kid.type for kid in table.elements]
        if kinds.count('THead') > 1 or kinds.count('TFoot') > 1 or kinds.count('Caption') > 1:
            yield f'{table} has a part twice that stands once'
        if {'THead', 'TFoot'} & set(kinds) and 'TBody' not in kinds:
            yield f'{table} has a head or a foot without a body'
        if 'Caption' in kinds[1:-1]:
            yield f'{table} has its caption in its midst'
    for element in document.of_type('L', 'TOC'):
        if 'Caption' in [kid.type for kid in element.elements[1:]]:
            yield f'{element} has a caption that is not first'


@rule('empty')
def empty(document):
    for element in document.elements:
        blank_row = element.type == 'TR' and element.elements  # of cells that nobody filled in
        if element.type in MUST_HAVE_CONTENT and element.is_empty() and not blank_row:
            yield f'{element} holds nothing'


@rule('parent-tree')
def parent_tree(document):
    """Every piece of marked content leads to its element and back."""
    claimed = {}
    for element in document.elements:
        for kid in element.kids:
            if isinstance(kid, tuple) and kid[0] == 'mcid':
                if (kid[1], kid[2]) in claimed:
                    yield f'{element} shares its content {kid[2]} with {claimed[kid[1], kid[2]]}'
                claimed[kid[1], kid[2]] = element
    for number, page in enumerate(document.pages, 1):
        drawn = marked_content(document, page)
        for mcid in {mcid for mcid in drawn if drawn.count(mcid) > 1}:
            yield f'page {number} marks two things as content {mcid}'
        parents = document.parent_tree.get(int(page.obj.get('/StructParents', -1)))
        parents = items(parents) if isinstance(parents, pikepdf.Array) else []
        for mcid in sorted(set(drawn)):
            element = claimed.get((key(page.obj), mcid))
            if element is None:
                yield f'content {mcid} of page {number} belongs to no element'
            elif mcid >= len(parents) or not is_dict(parents[mcid]) or key(parents[mcid]) != key(element.obj):
                yield f'the parent tree does not lead from content {mcid} of page {number} to {element}'
        for (place, mcid), element in claimed.items():
            if place == key(page.obj) and mcid not in drawn:
                yield f'{element} claims content {mcid} of page {number}, which is not drawn'


def marked_content(document, page):
    return [int(operands[1]['/MCID']) for operands, operator in document.operations(page)
            if operator == 'BDC' and is_dict(operands[1]) and '/MCID' in operands[1]]


@rule('heading')
def heading(document):
    last = 0
    for element in document.elements:
        match = re.fullmatch(r'H([1-6])', element.type)
        if element.type == 'H':
            yield f'{element} has no level'
        if not match:
            continue
        level = int(match[1])
        if level > last + 1:
            yield f'{element} follows a heading of level {last}'
        last = level


@rule('figure-alt')
def figure_alt(document):
    for element in document.of_type('Figure', 'Formula'):
        if not text(element.obj.get('/Alt')).strip() and not text(element.obj.get('/ActualText')).strip():
            yield f'{element} has no alternative text'


@rule('figure-box')
def figure_box(document):
    for element in document.of_type('Figure'):
        box = [float(side) for side in items(element.attribute('/Layout', '/BBox'))]
        page = document.page_of(element)
        if len(box) != 4 or page is None:
            yield f'{element} does not say where it stands'
        elif not is_inside(box, page):
            yield f'{element} stands outside its page'


def is_inside(box, page):
    left, bottom, right, top = [float(side) for side in page.mediabox]
    return left <= box[0] < box[2] <= right and bottom <= box[1] < box[3] <= top


@rule('table-scope')
def table_scope(document):
    for element in document.of_type('TH'):
        if str(element.attribute('/Table', '/Scope')) not in ('/Row', '/Column', '/Both'):
            yield f'{element} does not say what it is the head of'


def rows(table):
    for element in table.elements:
        if element.type == 'TR':
            yield element
        elif element.type in ('THead', 'TBody', 'TFoot'):
            yield from rows(element)


@rule('table-regular')
def table_regular(document):
    for table in document.of_type('Table'):
        widths, hanging = [], []
        for row in rows(table):
            width = len([1 for left in hanging if left > 0])
            hanging = [left - 1 for left in hanging if left > 1]
            for cell in row.elements:
                columns = int(cell.attribute('/Table', '/ColSpan') or 1)
                width += columns
                hanging += [int(cell.attribute('/Table', '/RowSpan') or 1) - 1] * columns
            widths.append(width)
        if len(set(widths)) > 1:
            yield f'{table} has rows of {", ".join(str(width) for width in sorted(set(widths)))} cells'
        if not any(cell.type == 'TH' for row in rows(table) for cell in row.elements):
            yield f'{table} has no heads'


@rule('list')
def lists(document):
    for element in document.of_type('L'):
        labels = any(part.type == 'Lbl' for item in element.elements for part in item.elements)
        numbering = element.attribute('/List', '/ListNumbering')
        if numbering is not None and str(numbering) not in NUMBERINGS:
            yield f'{element} is numbered in an unknown way'
        elif labels and (numbering is None or numbering == '/None'):
            yield f'{element} does not say how it is numbered'
    for element in document.of_type('LI'):
        if not any(kid.type in ('Lbl', 'LBody') for kid in element.elements):
            yield f'{element} has neither label nor body'


@rule('note')
def note(document):
    names = document.tree.get('/IDTree') if is_dict(document.tree) else None
    listed = list(document.name_tree(names))
    known = {name: key(value) for name, value in listed}
    if [name for name, _ in listed] != sorted(known):
        yield 'the tree of identifiers is not in order'
    seen = set()
    for element in document.elements:
        name = bytes(element.obj['/ID']) if '/ID' in element.obj else b''
        if not name:
            if element.type == 'Note':
                yield f'{element} has no identifier'
            continue
        if name in seen:
            yield f'{element} has an identifier that is used twice'
        elif known.get(name) != key(element.obj):
            yield f'{element} is not found by its identifier'
        seen.add(name)


@rule('link')
def link(document):
    for element in document.of_type('Link'):
        if not any(isinstance(kid, tuple) and kid[0] == 'objr' for kid in element.kids):
            yield f'{element} has nothing to click on'


@rule('annotation-flags')
def annotation_flags(document):
    for page, annotation in document.annotations():
        # Printed (4), neither invisible (1) nor hidden (2) nor kept from view (32, 256).
        if int(annotation.get('/F', 0)) & (1 | 2 | 4 | 32 | 256) != 4:
            yield f'an annotation on page {page.index + 1} would not be printed'


@rule('annotation-contents')
def annotation_contents(document):
    for page, annotation in document.annotations():
        if annotation.get('/Subtype') != '/Widget' and not text(annotation.get('/Contents')).strip():
            yield f'an annotation on page {page.index + 1} does not say what it is'


@rule('annotation-place')
def annotation_place(document):
    for page, annotation in document.annotations():
        box = [float(side) for side in items(annotation.get('/Rect'))]
        if len(box) != 4 or not is_inside(box, page):
            yield f'an annotation on page {page.index + 1} stands outside the page or nowhere'


@rule('annotation-element')
def annotation_element(document):
    wanted = {'/Link': 'Link', '/Widget': 'Form'}
    owners = {key(kid[1]): element for element in document.elements for kid in element.kids
              if isinstance(kid, tuple) and kid[0] == 'objr'}
    for page, annotation in document.annotations():
        place = f'an annotation on page {page.index + 1}'
        owner = owners.get(key(annotation))
        subtype = str(annotation.get('/Subtype'))
        if subtype not in wanted:
            yield f'{place} is of the kind {subtype[1:]}'
        elif owner is None or owner.type != wanted[subtype]:
            yield f'{place} stands in {owner.type if owner else "no element"}'
        else:
            parent = document.parent_tree.get(int(annotation.get('/StructParent', -1)))
            if not is_dict(parent) or key(parent) != key(owner.obj):
                yield f'the parent tree does not lead from {place} to its element'


@rule('tab-order')
def tab_order(document):
    for page in document.pages:
        if page.obj.get('/Tabs') != '/S':
            yield f'page {page.index + 1} is not tabbed through in the order of its structure'


@rule('actual-text')
def actual_text(document):
    for element in document.elements:
        if '/ActualText' in element.obj and not text(element.obj['/ActualText']):
            yield f'{element} stands for no text at all'


@rule('outline')
def outline(document):
    top = document.root.get('/Outlines')
    waiting = [top.get('/First')] if is_dict(top) else []
    while waiting:
        entry = waiting.pop()
        if not is_dict(entry):
            continue
        if not text(entry.get('/Title')).strip():
            yield f'a bookmark (object {entry.objgen[0]}) has no title'
        if '/Dest' not in entry and '/A' not in entry:
            yield f'the bookmark "{text(entry.get("/Title"))}" leads nowhere'
        waiting += [entry.get('/First'), entry.get('/Next')]
