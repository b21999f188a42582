/* A day as a small leaf of a calendar: its number, and the month under it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* With the year when it is another than that of `today`; all as wide as one another. Words beside
 * it, or the name of its row, say the day: to a screen reader it is decoration. */
GtkWidget *akk_day_block_new (gint64 day, gint64 today);

G_END_DECLS
