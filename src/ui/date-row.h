/* A row for a date, typed or picked from a calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Reads what akk_date_read () reads (core/date-text.h); empty is no date. While what is typed is no
 * day, the row says how to write one. */
#define AKK_TYPE_DATE_ROW (akk_date_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkDateRow, akk_date_row, AKK, DATE_ROW, AdwEntryRow)

GtkWidget *akk_date_row_new (const char *title);

/* Days since 1970; AKK_NO_DATE when empty. Setting does not emit "date-changed". */
gint64 akk_date_row_get_date (AkkDateRow *self);
void akk_date_row_set_date (AkkDateRow *self, gint64 date);
/* FALSE while what is typed is no day. */
gboolean akk_date_row_is_valid (AkkDateRow *self);

/* Signal "date-changed" (AkkDateRow *): the user gave another date, or none. */

G_END_DECLS
