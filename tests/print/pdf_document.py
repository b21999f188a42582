# A PDF as the rules see it: its elements, its pages' operations, its raw bytes.
# SPDX-License-Identifier: GPL-3.0-or-later
import pikepdf

RULES = []


def rule(name):
    """Registers a function that yields one sentence for each finding."""
    def register(function):
        RULES.append((name, function))
        return function
    return register


def key(obj):
    """What identifies an indirect object; a direct one stands for itself."""
    return obj.objgen if obj.is_indirect else ('direct', id(obj))


def is_dict(obj):
    return isinstance(obj, pikepdf.Dictionary)


def items(obj):
    """An array's items; of a single thing that one, of nothing none."""
    if obj is None:
        return []
    return list(obj) if isinstance(obj, pikepdf.Array) else [obj]


def text(obj):
    return str(obj) if isinstance(obj, pikepdf.String) else ''


class Element:
    """A structure element; `kids` are Elements, ('mcid', page key, number) and ('objr', object)."""

    def __init__(self, obj, parent):
        self.obj = obj
        self.parent = parent
        self.type = str(obj.get('/S', ''))[1:]
        self.kids = []

    @property
    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def attribute(self, owner, name):
        for dictionary in items(self.obj.get('/A')):
            if is_dict(dictionary) and dictionary.get('/O') == owner and name in dictionary:
                return dictionary[name]
        return None

    def is_empty(self):
        return not any(not isinstance(kid, Element) or not kid.is_empty() for kid in self.kids)

    def __str__(self):
        number = f' (object {self.obj.objgen[0]})' if self.obj.is_indirect else ''
        return f'{self.type}{number}'


class Document:
    def __init__(self, path):
        with open(path, 'rb') as file:
            self.raw = file.read()
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.elements = []
        self.top = []
        self.tree = self.root.get('/StructTreeRoot')
        if is_dict(self.tree):
            self.top = [self._element(kid, None) for kid in items(self.tree.get('/K'))
                        if is_dict(kid) and '/S' in kid]
        self.pages = list(self.pdf.pages)
        self._operations = {}
        self.parent_tree = dict(self._number_tree(self.tree.get('/ParentTree'))
                                if is_dict(self.tree) else [])

    def close(self):
        self.pdf.close()

    def _element(self, obj, parent):
        element = Element(obj, parent)
        self.elements.append(element)
        for kid in items(obj.get('/K')):
            if isinstance(kid, int):
                element.kids.append(('mcid', self._page_key(obj), kid))
            elif is_dict(kid) and '/S' in kid:
                element.kids.append(self._element(kid, element))
            elif is_dict(kid) and '/MCID' in kid:
                page = kid.get('/Pg')
                element.kids.append(('mcid', key(page) if page is not None else self._page_key(obj),
                                     int(kid['/MCID'])))
            elif is_dict(kid) and '/Obj' in kid:
                element.kids.append(('objr', kid['/Obj']))
        return element

    @staticmethod
    def _page_key(obj):
        return key(obj['/Pg']) if '/Pg' in obj else None

    def _number_tree(self, node):
        if not is_dict(node):
            return
        nums = items(node.get('/Nums'))
        for number, value in zip(nums[::2], nums[1::2]):
            yield int(number), value
        for kid in items(node.get('/Kids')):
            yield from self._number_tree(kid)

    def name_tree(self, node):
        """Of a name tree: (name, value) in the order of the file."""
        if not is_dict(node):
            return
        names = items(node.get('/Names'))
        for name, value in zip(names[::2], names[1::2]):
            yield bytes(name), value
        for kid in items(node.get('/Kids')):
            yield from self.name_tree(kid)

    def of_type(self, *types):
        return [element for element in self.elements if element.type in types]

    def page_of(self, element):
        """The page on which an element's content stands, or None."""
        for page in self.pages:
            if '/Pg' in element.obj and key(page.obj) == key(element.obj['/Pg']):
                return page
        return None

    def operations(self, owner):
        """[(operands, operator)] of a page or a form."""
        place = key(owner.obj if isinstance(owner, pikepdf.Page) else owner)
        if place not in self._operations:
            self._operations[place] = [
                (instruction.operands, str(instruction.operator))
                for instruction in pikepdf.parse_content_stream(owner)]
        return self._operations[place]

    def contents(self):
        """(name, owner, resources) of each page description and each form that is used, once."""
        seen = set()
        waiting = [(f'page {page.index + 1}', page, page.obj.get('/Resources')) for page in self.pages]
        while waiting:
            name, owner, resources = waiting.pop(0)
            resources = resources if is_dict(resources) else pikepdf.Dictionary()
            yield name, owner, resources
            for form in dict(resources.get('/XObject', {})).values():
                if form.get('/Subtype') == '/Form' and key(form) not in seen:
                    seen.add(key(form))
                    waiting.append((f'form {form.objgen[0]}', form, form.get('/Resources', resources)))

    def fonts(self):
        """(name, font) of each font that a page or form can use, once."""
        seen = set()
        for _, _, resources in self.contents():
            for name, font in dict(resources.get('/Font', {})).items():
                if key(font) not in seen:
                    seen.add(key(font))
                    yield str(font.get('/BaseFont', name))[1:], font

    def annotations(self):
        for page in self.pages:
            for annotation in items(page.obj.get('/Annots')):
                yield page, annotation


def check(path, read=None):
    """[(rule, sentence)] of a file; empty if all is well. `read` may look at what can be read."""
    try:
        document = Document(path)
    except (pikepdf.PdfError, pikepdf.PasswordError, OSError) as error:
        return [('syntax', f'cannot be read: {error}')]
    findings = []
    for name, function in RULES:
        findings += [(name, sentence) for sentence in function(document)]
    if read is not None:
        read(document)
    document.close()
    return findings
