/* A row for an hour of the day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Reads what akk_hour_read () reads (hour.h); empty is no hour. While what is typed is no hour, the
 * row says how to write one. */
#define AKK_TYPE_HOUR_ROW (akk_hour_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkHourRow, akk_hour_row, AKK, HOUR_ROW, AdwEntryRow)

GtkWidget *akk_hour_row_new (const char *title);

/* Minutes since midnight; AKK_NO_DATE when empty. Setting does not emit "hour-changed". */
gint64 akk_hour_row_get_hour (AkkHourRow *self);
void akk_hour_row_set_hour (AkkHourRow *self, gint64 minutes);
/* FALSE while what is typed is no hour. */
gboolean akk_hour_row_is_valid (AkkHourRow *self);

/* Signal "hour-changed" (AkkHourRow *): the user gave another hour, or none. */

G_END_DECLS
