/* A year of one body: its months, its school holidays, today, and a mark for each meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/year-runs.h"

G_BEGIN_DECLS

/* Marks that would lie on each other are one button that lists them. */
#define AKK_TYPE_YEAR_LANE (akk_year_lane_get_type ())
G_DECLARE_FINAL_TYPE (AkkYearLane, akk_year_lane, AKK, YEAR_LANE, GtkWidget)

GtkWidget *akk_year_lane_new (void);

/* `name` is that of the body. `holidays`: elements AkkHoliday (core/holidays.h) that touch the
 * year; those of schools are drawn. `marks`: elements AkkYearMark by date, all in the year. What is
 * shown already stays as it is; the button with the focus keeps it. */
void akk_year_lane_set_year (AkkYearLane *self,
                             const char *name,
                             int year,
                             gint64 today,
                             const GArray *holidays,
                             const GArray *marks);

/* Signal "mark-activated" (AkkYearLane *, gint64 id, gint64 date). */

/* The names of the months, above lanes of the same width. */
GtkWidget *akk_year_months_new (int year, gint64 today);

G_END_DECLS
