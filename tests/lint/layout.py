# Checks how files look: formatting, length, first lines, templates.
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import os
import re
import tempfile

import tree

LONGEST, LONGEST_TEMPLATE = 500, 150


def c_format():
    paths = tree.files("*.c", "*.h", under="src") + tree.files("*.c", "*.h", under="tests")
    if not paths:
        return []
    lines = tree.run("clang-format", "--dry-run", "-Werror", *paths)
    places = collections.Counter(line.split(":")[0] for line in lines if ": error: " in line)
    return [f"{path}: {count} places; `./dev format` lays it out" for path, count in places.items()] or lines


def blueprint_format():
    paths = tree.files("*.blp", under="data")
    return tree.run("blueprint-compiler", "format", *paths) if paths else []


def blueprint_warnings():
    """Deprecated classes only warn; nothing should."""
    paths = tree.files("*.blp", under="data")
    if not paths:
        return []
    with tempfile.TemporaryDirectory() as out:
        return tree.run("sh", "-c", 'blueprint-compiler batch-compile "$@" 2>&1 | '
                        "grep -A 4 -iE 'warning:|error:' && exit 1; exit 0",
                        "sh", out, "data/ui", *paths)


def length():
    found = []
    for path in tree.files("*.c", "*.h", "*.py", "*.blp", "*.css", "meson.build", "dev", "session"):
        lines = tree.read(path).count("\n")
        longest = LONGEST_TEMPLATE if path.endswith(".blp") else LONGEST
        if lines > longest:
            found.append(f"{path}: {lines} lines, at most {longest}: cut it by topic")
    return found


def heads():
    """A file says what it is for, under which licence; a C file includes config.h and its own header first."""
    found = []
    for path in tree.files("*.c", "*.h", "*.py", "dev", "session", "run"):
        lines = [line for line in tree.read(path).split("\n")[:6] if not line.startswith("#!")]
        purpose = re.match(r'(/\* |# |""")\S.*\w', lines[0])
        if not purpose or "SPDX" in lines[0]:
            found.append(f"{path}:1: the first line does not say what the file is for")
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in lines):
            found.append(f"{path}:2: no SPDX tag")
    for path in tree.files("*.c", under="src"):
        includes = re.findall(r'^#include [<"]([^>"]+)[>"]', tree.read(path), re.MULTILINE)
        own = path.removeprefix("src/").removesuffix(".c")
        if includes[:1] != ["config.h"]:
            found.append(f"{path}: config.h is not the first include")
        elif (os.path.exists(f"{tree.ROOT}/src/{own}.h") and
              includes[1:2] not in ([f"{own}{kind}.h"] for kind in ("", "-private", "-internal"))):
            found.append(f"{path}: its own header is not the second include")
    for path in tree.files("*.h", under="src"):
        if "#pragma once" not in tree.read(path):
            found.append(f"{path}: no #pragma once")
    return found


tree.main({"c-format": c_format, "blueprint-format": blueprint_format,
           "blueprint-warnings": blueprint_warnings, "length": length, "heads": heads})
