/* A month of the page Agenda: its days, and what is marked on them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/holidays.h"

G_BEGIN_DECLS

/* A day that has marks is a button, named by them; it leads to its place, or lists them when there
 * are more. The other days are drawn: days off are grey, a ring is around `today`. */
#define AKK_TYPE_MONTH_BLOCK (akk_month_block_get_type ())
G_DECLARE_FINAL_TYPE (AkkMonthBlock, akk_month_block, AKK, MONTH_BLOCK, GtkWidget)

GtkWidget *akk_month_block_new (void);
void akk_month_block_set_month (
    AkkMonthBlock *self, int year, int month, gint64 today, const AkkDaysOff *days_off);
/* Of the AkkCalendarMarks of a year, by day, those of the month. Days that show the same stay as
 * they are. */
void akk_month_block_set_marks (AkkMonthBlock *self, const GPtrArray *marks);

G_END_DECLS
