"""Runs the benchmarks and prints what they measured: bench.py BUILD [NAME…].
SPDX-License-Identifier: GPL-3.0-or-later"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

BUILD = pathlib.Path(sys.argv[1]).resolve()
BENCH = BUILD / "tests" / "bench"
os.environ["AKKOORD_DATADIR"] = str(BUILD / "data")
SESSION = pathlib.Path(__file__).resolve().parent / "ui" / "session"


def run(*command, display=False):
    command = [str(part) for part in command]
    subprocess.run([str(SESSION), *command] if display else command, check=True)


def chart():
    run(BENCH / "bench-chart")


def report():
    run(BENCH / "bench-report")


def store():
    run(BENCH / "bench-store")


def text():
    run(BENCH / "bench-text")


def search():
    run(BENCH / "bench-search")


def obligations():
    run(BENCH / "bench-obligations")


def proposal():
    run(BENCH / "bench-proposal")


def merge():
    os.environ["AKKOORD_MERGE_SEEDS"] = "400"
    run(BUILD / "tests" / "core" / "test-core-merge-simulation")


# Sections that make an agreement of 60 pages and one of 600; the Pact, and its text ten times.
MATERIALS = ("43", "477", "pact", "pact10")


def printing():
    for material in MATERIALS:
        for what in ("output", "change", "freeze"):
            print(f"-- {material}, {what}", flush=True)
            run(BENCH / "bench-print", material, what)


def typing():
    for material in MATERIALS:
        print(f"-- {material}", flush=True)
        run(BENCH / "bench-window", "type", material, display=True)


def actions():
    run(BENCH / "bench-actions", display=True)


def measurements():
    run(BENCH / "bench-measurements")


def indicators():
    run(BENCH / "bench-indicators", display=True)


def present():
    run(BENCH / "bench-present", display=True)


def year():
    run(BENCH / "bench-year", display=True)


def start():
    with tempfile.TemporaryDirectory() as folder:
        big = pathlib.Path(folder) / "groot.akkoord"
        run(BENCH / "make-dossier", big)
        print(f"the big dossier: {big.stat().st_size / 1e6:.0f} MB")
        for title, arguments in (("no dossier", []), ("the big dossier", [big])):
            for attempt in range(3):
                print(f"{title}, start {attempt + 1}")
                # The session's own start is not the program's: the clock is read within it.
                run("sh", "-c", 'exec "$0" start "$(cut -d" " -f1 /proc/uptime | tr -d .)0000" "$@"',
                    BENCH / "bench-window", *arguments, display=True)


BENCHMARKS = {"text": text, "store": store, "search": search, "obligations": obligations, "proposal": proposal,
              "merge": merge, "print": printing, "chart": chart, "report": report, "type": typing,
              "actions": actions, "measurements": measurements,
              "indicators": indicators, "present": present, "year": year, "start": start}


def main():
    names = sys.argv[2:] or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.exit(f"bench: no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    for name in names:
        print(f"--- {name}", flush=True)
        begin = time.monotonic()
        BENCHMARKS[name]()
        print(f"    ({time.monotonic() - begin:.1f} s)", flush=True)


main()
