/* The public holidays of Belgium and the school holidays of Flanders, computed by rule.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

typedef enum { AKK_HOLIDAY_PUBLIC, AKK_HOLIDAY_SCHOOL } AkkHolidayKind;

/* From the first up to and including the last day, in days since 1970. */
typedef struct {
  gint64 from, to;
  const char *name; /* marked N_(), or the name of a dossier's own day off; lives as long as the
                       array that holds it */
  AkkHolidayKind kind;
} AkkHoliday;

/* Gregorian Easter Sunday. */
gint64 akk_easter (int year);

/* Those that begin in `year` (2000..2100), by date; an empty array for another year. Elements
 * AkkHoliday. */
GArray *akk_holidays (int year) G_GNUC_WARN_UNUSED_RESULT;

/* What counts as a day off for a dossier: the computed ones with its own additions and without what
 * it removed. Cheap to ask per day, once made for a span of days (both included). */
typedef struct _AkkDaysOff AkkDaysOff;
AkkDaysOff *akk_days_off_new (AkkStore *store, gint64 from, gint64 to) G_GNUC_WARN_UNUSED_RESULT;
/* Without a dossier. */
AkkDaysOff *akk_days_off_new_computed (gint64 from, gint64 to) G_GNUC_WARN_UNUSED_RESULT;
void akk_days_off_free (AkkDaysOff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkDaysOff, akk_days_off_free)
/* The holiday of that kind that covers the day; NULL when there is none. */
const AkkHoliday *akk_days_off_on (const AkkDaysOff *self, gint64 day, AkkHolidayKind kind);
/* Those that touch the span, by date; elements AkkHoliday, borrowed names. */
GArray *akk_days_off_list (const AkkDaysOff *self) G_GNUC_WARN_UNUSED_RESULT;
/* A working day that stands alone between days off and a weekend (the Friday after Ascension). */
gboolean akk_days_off_bridge (const AkkDaysOff *self, gint64 day);

G_END_DECLS
