/* The marks of a year below one another, by month.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar-marks.h"

G_BEGIN_DECLS

/* Makes `view` show AkkCalendarMarks with heads, and go to their places. Rows are made for what is
 * in sight. Returns the list that it shows, borrowed from the view. */
GListStore *akk_calendar_list_set_up (GtkListView *view);
/* Takes over other marks: what is the same at both ends stays as it is. */
void akk_calendar_list_show (GListStore *list, const GPtrArray *marks);

G_END_DECLS
