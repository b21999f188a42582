# Checks what the compiler cannot see of the layers: includes, SQL, token pasting.
# SPDX-License-Identifier: GPL-3.0-or-later
import tree

ABOVE = {"core": "print|ui|cli", "print": "ui|cli", "cli": "ui", "ui": "cli"}
TOOLKIT = "gtk|gdk(?!-pixbuf)|gsk|adwaita|libadwaita"
PAPER = "qrencode|cairo|pango|poppler|hb|harfbuzz|hyphen|qpdf|lcms2|fontconfig"
FOREIGN = {"core": f"{TOOLKIT}|{PAPER}|gdk-pixbuf", "print": TOOLKIT, "cli": TOOLKIT, "ui": "sqlite3|cmark"}


def includes():
    """A layer includes nothing above it, and no library that it does not link."""
    found = []
    for layer, above in ABOVE.items():
        paths = tree.files("*.c", "*.h", under=f"src/{layer}")
        found += tree.grep(rf'^\s*#\s*include\s*[<"]({above})/', paths)
        found += tree.grep(rf'^\s*#\s*include\s*[<"]({FOREIGN[layer]})(\b|[-_/.])', paths)
        found += tree.grep(r'^\s*#\s*include\s*"\.\.?/', paths)
    return found


def sql():
    """Only core knows SQL."""
    paths = [path for path in tree.files("*.c", "*.h", under="src") if "/core/" not in path]
    return tree.grep(r"sqlite3\.h|\bsqlite3_\w+", paths)


def pasting():
    """Records are the one place where macros make names."""
    paths = [path for path in tree.files("*.c", "*.h", under="src")
             if path != "src/core/record.h"]
    return tree.grep(r"##", paths, tree.code)


tree.main({"includes": includes, "sql": sql, "pasting": pasting})
