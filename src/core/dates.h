/* Dates as days since 1970-01-01, in the proleptic Gregorian calendar. No clock, no locale.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* AKK_NO_DATE (record.h) when there is no such day, or the year is not within 1..9999. */
gint64 akk_date_from_ymd (int year, int month, int day);
/* Any of the three may be NULL. `days` must be a date that akk_date_from_ymd () can give. */
void akk_date_to_ymd (gint64 days, int *year, int *month, int *day);

/* The day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
int akk_date_weekday (gint64 days);

/* Reads exactly YYYY-MM-DD; AKK_NO_DATE for anything else. */
gint64 akk_date_parse (const char *iso);
/* YYYY-MM-DD; "" for AKK_NO_DATE. */
char *akk_date_format (gint64 days) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
