#!/usr/bin/env python3
# Builds and runs the test suites and counts every single test; `./dev test` calls it.
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: run.py BUILD BUILD_SANITIZE [SUITE…]

Suites: lint core print cli ui. Without a suite all of them run, and those that a sanitizer can
judge (core, print) run once more in BUILD_SANITIZE. The last line is `N passed, N failed`.
"""

import collections
import fcntl
import json
import os
import re
import subprocess
import sys
import time

SUITES = ["lint", "core", "print", "cli", "ui"]
SANITIZED = ["core", "print"]
SOURCE = os.path.dirname(os.path.abspath(__file__))
SANITIZE_ENV = {
    "ASAN_OPTIONS": "detect_leaks=1:abort_on_error=1:detect_stack_use_after_return=1",
    "UBSAN_OPTIONS": "halt_on_error=1:abort_on_error=1:print_stacktrace=1",
    "LSAN_OPTIONS": f"suppressions='{SOURCE}/lsan.supp':print_suppressions=0",
    "G_SLICE": "always-malloc",
}
LOG_LINES = 80
TAP_RESULT = re.compile(r"^(not )?ok\b\s*\d*\s*(?:- )?([^#]*)(?:#\s*(\w+))?")
LOGGED_NAME = re.compile(r"^(?:\S+? - )?akkoord:(\S+) / (.*)$")
TAP_PLAN = re.compile(r"^1\.\.(\d+)")


def introspect(build, what):
    return json.loads(subprocess.check_output(["meson", "introspect", "--" + what, build]))


def tests_of(build, suites):
    wanted = {f"akkoord:{suite}" for suite in suites}
    return [test for test in introspect(build, "tests") if wanted & set(test["suite"])]


def ninja(build, targets):
    with open(os.path.join(build, "dev.lock"), "w") as lock:  # as `./dev` does
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = subprocess.run(["ninja", "-C", build, *targets], capture_output=True, text=True)
    if result.returncode:
        print(result.stdout + result.stderr)
    return result.returncode == 0


def targets_of(build, tests):
    """What these tests use, and the program's data: not what other suites need."""
    needed = {target for test in tests for target in test["depends"]}
    data = os.path.join(build, "data") + os.sep
    files = set()
    for target in introspect(build, "targets"):
        of_data = target["type"] == "custom" and target["filename"][0].startswith(data)
        if target["id"] in needed or of_data:
            files.update(os.path.relpath(name, build) for name in target["filename"])
    return sorted(files)


def judge_tap(entry, log):
    """(name, passed, remark) of each TAP line, and of the file when TAP does not tell it all."""
    results, planned = [], None
    for line in log.splitlines():
        if plan := TAP_PLAN.match(line):
            planned = int(plan[1])
        elif result := TAP_RESULT.match(line):
            remark = f"marked {result[3]}" if result[3] else ""  # skipped, or not finished
            name = result[2].split(" - ERROR")[0].strip()  # the message follows with the output
            results.append((name, not result[1] and not remark, remark))
    complete = results and planned == len(results)
    if not complete or (entry["result"] != "OK" and all(passed for _, passed, _ in results)):
        remark = f"{entry['result']}, status {entry['returncode']}"
        if not complete:
            remark += f", {len(results)} of {planned or 'no'} tests ran"
            remark += f", the last was {results[-1][0]}" if results else ""
        results.append((entry["name"], False, remark))
    return results


def judge(entry, is_tap):
    if is_tap:
        return judge_tap(entry, entry.get("stdout") or "")
    passed = entry["result"] == "OK"
    remark = "" if passed else f"{entry['result']}, status {entry['returncode']}"
    return [(entry["name"], passed, remark)]


def report(label, entry, results):
    failures = [result for result in results if not result[1]]
    for name, _, remark in failures:
        where = "" if name == entry["name"] else f" ({entry['name']})"
        print(f"FAILED {label} {name}{where}{': ' + remark if remark else ''}")
    if failures:  # also what an abort wrote, which is no TAP
        output = (entry.get("stdout") or "") + (entry.get("stderr") or "")
        lines = [line for line in output.splitlines() if not line.startswith("ok ")]
        if len(lines) > LOG_LINES:
            print(f"    … {len(lines) - LOG_LINES} lines left out")
        for line in lines[-LOG_LINES:]:
            print("    " + line)


def run_meson(build, suites, sanitize):
    """Runs the tests; gives meson's entry for each, with its suite and plain name."""
    log = os.path.join(build, "meson-logs", "testlog.json")
    if os.path.exists(log):
        os.remove(log)
    command = ["meson", "test", "-C", build, "--no-rebuild", "--timeout-multiplier",
               "6" if sanitize else "3"]
    for suite in suites:
        command += ["--suite", suite]
    meson = subprocess.run(command, capture_output=True, text=True,
                           env={**os.environ, **(SANITIZE_ENV if sanitize else {})})
    if not os.path.exists(log):
        print(meson.stdout + meson.stderr)
        return []
    with open(log, encoding="utf-8", errors="replace") as lines:
        entries = [json.loads(line) for line in lines]
    for entry in entries:
        suite, entry["name"] = LOGGED_NAME.match(entry["name"]).groups()
        entry["suite"] = next(name for name in suites if name in suite.split("+"))
    return entries


def run(build, suites, sanitize):
    """Runs the suites in one build. Gives how many tests passed and failed."""
    kind = "sanitized " if sanitize else ""
    passed, failed = collections.Counter(), collections.Counter()
    print(f"Testing {kind}{' '.join(suites)}", flush=True)
    tests = []
    built = ninja(build, ["build.ninja"])  # meson.build may have new tests
    if built:
        tests = tests_of(build, suites)
        built = ninja(build, ["all"] if suites == SUITES else targets_of(build, tests))
    if not built:
        print(f"FAILED {kind}build in {build}")
        return 0, 1
    started = time.monotonic()
    waiting = {}
    for test in tests:
        suite = next(name for name in suites if f"akkoord:{name}" in test["suite"])
        waiting[suite, test["name"]] = test["protocol"]
    for entry in run_meson(build, suites, sanitize) if tests else []:
        suite = entry["suite"]
        results = judge(entry, waiting.pop((suite, entry["name"]), "tap") == "tap")
        passed[suite] += sum(result[1] for result in results)
        failed[suite] += sum(not result[1] for result in results)
        report(kind + suite, entry, results)
    for suite, name in sorted(waiting):
        print(f"FAILED {kind}{suite} {name}: it did not run")
        failed[suite] += 1
    for suite in suites:
        if not passed[suite] + failed[suite]:
            print(f"FAILED {kind}{suite}: this suite has no tests")
            failed[suite] += 1
        print(f"{kind}{suite}: {passed[suite]} passed, {failed[suite]} failed")
    print(f"in {time.monotonic() - started:.1f} s", flush=True)
    return passed.total(), failed.total()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    build, build_sanitize = map(os.path.abspath, sys.argv[1:3])
    suites = list(dict.fromkeys(sys.argv[3:])) or list(SUITES)
    if unknown := [suite for suite in suites if suite not in SUITES]:
        print(f"There is no suite {', '.join(unknown)}. The suites are: {' '.join(SUITES)}",
              file=sys.stderr)
        sys.exit(2)
    suites.sort(key=SUITES.index)
    passed, failed = run(build, suites, False)
    if sanitized := [suite for suite in suites if suite in SANITIZED]:
        more = run(build_sanitize, sanitized, True)
        passed, failed = passed + more[0], failed + more[1]
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
