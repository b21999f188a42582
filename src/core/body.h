/* A body in which the parties consult: steering group, working group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* At least `times` meetings in every `period` × `unit`, counted by `basis`; `times` 0: no number,
 * but what `rhythm` says in words ("geregeld", "ad hoc"). `section_id` is the clause that says so.
 * `evaluates`: the yearly evaluation is held here, as the clause `evaluation_section_id` says.
 * `quorum`: at least so many of each party at a meeting. `duration_min` in minutes. A meeting wants
 * `prepare_days` before it and `minutes_days` after it, for the minutes. */
/* clang-format off */
#define AKK_BODY_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, name, N_("Name"), .required = TRUE, .search = TRUE) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_body_kinds) \
  F (T, INT, times, N_("Meetings"), .min = 0, .max = 366) \
  F (T, INT, period, N_("In every"), .initial = 1, .min = 1, .max = 120) \
  F (T, ENUM, unit, N_("Unit"), .values = akk_body_units) \
  F (T, REF, section_id, N_("Clause"), .table = "section") \
  F (T, ENUM, basis, N_("Counted by"), .values = akk_body_bases, .working = TRUE) \
  F (T, TEXT, rhythm, N_("Rhythm in words"), .working = TRUE) \
  F (T, BOOL, evaluates, N_("Holds the yearly evaluation"), .working = TRUE) \
  F (T, REF, evaluation_section_id, N_("Clause of the evaluation"), .table = "section", .working = TRUE) \
  F (T, TEXT, task, N_("Task"), .search = TRUE, .working = TRUE) \
  F (T, REF, convener_id, N_("Convened by"), .table = "party", .working = TRUE) \
  F (T, TEXT, preparer, N_("Agenda prepared by"), .search = TRUE, .working = TRUE) \
  F (T, TEXT, secretary, N_("Secretary"), .search = TRUE, .working = TRUE) \
  F (T, TEXT, chair, N_("Chair"), .search = TRUE, .working = TRUE) \
  F (T, BOOL, chair_rotates, N_("The chair rotates"), .working = TRUE) \
  F (T, ENUM, weekday, N_("Usual weekday"), .values = akk_weekdays, .working = TRUE) \
  F (T, TIME, starts_at, N_("Usual hour"), .working = TRUE) \
  F (T, INT, duration_min, N_("Duration in minutes"), .initial = 120, .min = 5, .max = 1440, .working = TRUE) \
  F (T, TEXT, place, N_("Usual place"), .search = TRUE, .working = TRUE) \
  F (T, TEXT, link, N_("Link of the online meeting"), .working = TRUE) \
  F (T, INT, quorum, N_("Least number present per party"), .initial = 1, .max = 99, .working = TRUE) \
  F (T, INT, prepare_days, N_("Days to prepare"), .initial = 14, .max = 366, .working = TRUE) \
  F (T, INT, minutes_days, N_("Days for the minutes"), .initial = 14, .max = 366, .working = TRUE)
/* clang-format on */

typedef enum {
  AKK_BODY_STEERING,
  AKK_BODY_WORKING,
  AKK_BODY_POLICY,
  AKK_BODY_DATA,
  AKK_BODY_REGIONAL,
  AKK_BODY_CENTRAL,
  AKK_BODY_OTHER,
} AkkBodyKind;
typedef enum { AKK_BODY_YEARS, AKK_BODY_MONTHS } AkkBodyUnit;
/* What a year is when meetings are counted: January to December; from the day on which the
 * agreement started; any period of that length. */
typedef enum { AKK_BASIS_CALENDAR, AKK_BASIS_AGREEMENT, AKK_BASIS_ROLLING } AkkBodyBasis;
/* ISO 8601 numbers. */
typedef enum {
  AKK_WEEKDAY_NONE,
  AKK_WEEKDAY_MONDAY,
  AKK_WEEKDAY_TUESDAY,
  AKK_WEEKDAY_WEDNESDAY,
  AKK_WEEKDAY_THURSDAY,
  AKK_WEEKDAY_FRIDAY,
  AKK_WEEKDAY_SATURDAY,
  AKK_WEEKDAY_SUNDAY,
} AkkWeekday;
extern const AkkChoice akk_body_kinds[];
extern const AkkChoice akk_body_bases[];
extern const AkkChoice akk_weekdays[];
extern const AkkChoice akk_body_units[];
AKK_DECLARE_RECORD (AkkBody, akk_body, AKK_BODY_FIELDS)

G_END_DECLS
