# Checks what the desktop reads: desktop entry, metainfo, file type, schema, icons, manifest, scripts.
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re
import tempfile

import tree

MANIFEST = "flatpak/be.akkoord.Akkoord.json"
ALLOWED = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri",
           "--talk-name=org.freedesktop.Notifications"}  # held off while a meeting is presented


def desktop(path):
    return tree.run("desktop-file-validate", os.path.abspath(path))


def metainfo(path):
    # There is no home page yet.
    return tree.run("appstreamcli", "validate", "--no-net", "--override=url-homepage-missing=info",
                    os.path.abspath(path))


def schema():
    with tempfile.TemporaryDirectory() as out:
        return tree.run("glib-compile-schemas", "--strict", f"--targetdir={out}", "data")


def xml():
    found = tree.run("xmllint", "--noout", *tree.files("*.xml", "*.xml.in", "*.svg"))
    for path in tree.files("*.svg", under="data/icons"):
        if "<image" in tree.read(path) or "<text" in tree.read(path):
            found.append(f"{path}: pictures and text do not belong in an icon")
    return found


def icons():
    name = "be.akkoord.Akkoord"
    wanted = [f"data/icons/hicolor/scalable/apps/{name}.svg",
              f"data/icons/hicolor/symbolic/apps/{name}-symbolic.svg"]
    return [f"{path} is missing" for path in wanted if not os.path.exists(f"{tree.ROOT}/{path}")]


def file_type():
    """The number that the desktop knows a dossier by is the one that the store writes."""
    store = re.search(r"AKK_STORE_APPLICATION_ID (0x\w+)", tree.read("src/core/store.h"))
    magic = re.search(r'offset="68" value="(0x\w+)"', tree.read("data/be.akkoord.Akkoord.mime.xml"))
    same = store and magic and int(store[1], 16) == int(magic[1], 16)
    return [] if same else ["data/be.akkoord.Akkoord.mime.xml: not the application id of store.h"]


def manifest():
    data = json.loads(tree.read(MANIFEST))
    found = [f"{MANIFEST}: {argument} opens more than the program needs"
             for argument in data["finish-args"] if argument not in ALLOWED]
    for module in data["modules"]:
        if module.get("buildsystem", "autotools") not in ("autotools", "cmake-ninja", "meson"):
            found.append(f"{MANIFEST}: {module['name']} has an unknown build system")
        for source in module["sources"]:
            if source["type"] == "archive" and not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
                found.append(f"{MANIFEST}: {module['name']} has no SHA-256")
    with tempfile.TemporaryDirectory() as out:  # it leaves a folder where it runs
        return found or tree.run("sh", "-c", 'cd "$1" && flatpak-builder --show-manifest "$2"',
                                 "sh", out, f"{tree.ROOT}/{MANIFEST}")


def scripts():
    found = tree.run("bash", "-n", "dev") + tree.run("bash", "-n", ".ci/run")
    for path in tree.files("*.py", "session"):
        try:
            compile(tree.read(path), path, "exec")
        except SyntaxError as error:
            found.append(f"{path}:{error.lineno}: {error.msg}")
    return found


tree.main({"desktop": desktop, "metainfo": metainfo, "schema": schema, "xml": xml, "icons": icons,
           "file-type": file_type, "manifest": manifest, "scripts": scripts})
