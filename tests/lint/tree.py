# The project's own files, and how a lint test says what it found.
# SPDX-License-Identifier: GPL-3.0-or-later
import fnmatch
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COMMENT_OR_STRING = re.compile(
    r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def files(*patterns, under=""):
    """Paths relative to the project that match a pattern; no build and no hidden folders."""
    found = []
    for folder, folders, names in os.walk(os.path.join(ROOT, under)):
        folders[:] = [name for name in folders
                      if not name.startswith((".", "build")) and name != "__pycache__"]
        for name in names:
            if any(fnmatch.fnmatch(name, pattern) for pattern in patterns):
                found.append(os.path.relpath(os.path.join(folder, name), ROOT))
    return sorted(found)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as text:
        return text.read()


def code(path):
    """A C file without comments, and with its strings empty; line numbers stay."""
    def blank(match):
        token = match[0]
        return "\n" * token.count("\n") if token[0] == "/" else token[0] * 2
    return COMMENT_OR_STRING.sub(blank, read(path))


def grep(pattern, paths, text_of=read):
    """`path:line: text` of each line that matches."""
    found = []
    for path in paths:
        for number, line in enumerate(text_of(path).split("\n"), 1):
            if re.search(pattern, line):
                found.append(f"{path}:{number}: {line.strip()}")
    return found


def run(*command):
    """Runs a tool in the project. Gives its output as findings when it fails."""
    try:
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    except FileNotFoundError:
        return [f"{command[0]} is not installed"]
    if result.returncode == 0:
        return []
    return (result.stdout + result.stderr).splitlines() or [f"{command[0]} failed"]


def main(checks):
    """Runs the check that the first argument names, with the other arguments."""
    findings = checks[sys.argv[1]](*sys.argv[2:])
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)
