/* A row of the page Vandaag.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/today-rows.h"

G_BEGIN_DECLS

/* Choosing it activates "today.open" with the group and the index. `today`: what is of this year is
 * said without it. Planning a day is a button, small where `narrow` is set. */
GtkWidget *akk_today_row_new (
    const AkkTodayRow *row, AkkTodayGroup group, guint index, gint64 today, gboolean narrow);

G_END_DECLS
