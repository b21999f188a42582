#!/usr/bin/env python3
"""The calendar of the example, as another program reads it (python3-icalendar).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import json
import os
import subprocess
import sys
import tempfile

import icalendar

CLI = sys.argv[1]


def cli(*words):
    subprocess.run([CLI, *words], check=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        dossier = os.path.join(folder, "scheldeland.akkoord")
        calendar_file = os.path.join(folder, "scheldeland.ics")
        cli("example", "scheldeland", dossier)
        cli("export", "meetings", dossier, calendar_file)
        cli("export", "dossier", dossier, os.path.join(folder, "all.json"))
        with open(calendar_file, "rb") as file:
            calendar = icalendar.Calendar.from_ical(file.read())
        with open(os.path.join(folder, "all.json"), encoding="utf-8") as file:
            meetings = json.load(file)["meeting"]

    wanted = {
        (m["date"], m.get("starts_at"))
        for m in meetings
        if m.get("state", "planned") in ("planned", "invited", "held", "approved")
    }
    events = calendar.walk("VEVENT")
    zones = [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")]
    checks = {
        "every meeting that was held or is planned is there": len(events) == len(wanted) > 10,
        "the hours are those of Brussels": zones == ["Europe/Brussels"]
        and all(str(e["DTSTART"].dt.utcoffset()) in ("1:00:00", "2:00:00") for e in events),
        "the days are those of the dossier": {e["DTSTART"].dt.date().isoformat() for e in events}
        == {date for date, _ in wanted},
        "each is one event with an identity of its own": len({str(e["UID"]) for e in events})
        == len(events)
        and not any("RRULE" in e for e in events),
        "each says when it ends": all(e["DTEND"].dt > e["DTSTART"].dt for e in events),
        "each has a sequence and a stamp": all("SEQUENCE" in e and "DTSTAMP" in e for e in events),
        "who is convened is named": any("ATTENDEE" in e for e in events)
        and any("ORGANIZER" in e for e in events),
        "what lies ahead reminds": all(
            bool(e.walk("VALARM")) == (e["DTSTART"].dt.date() >= datetime.date(2025, 11, 17))
            for e in events
        ),
    }
    print(f"1..{len(checks)}")
    for number, (name, good) in enumerate(checks.items(), 1):
        print(f"{'ok' if good else 'not ok'} {number} - {name}")


main()
