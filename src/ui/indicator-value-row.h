/* A row for a value of an indicator: a number to be written, or a word to be chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/measured-value.h"

G_BEGIN_DECLS

/* An AdwEntryRow, or an AdwComboRow for yes or no and for a scale. `names` and `indicator`, whose
 * kind it has, are borrowed as long as it lives. */
GtkWidget *akk_indicator_value_row_new (const char *title,
                                        const AkkMeasurementNames *names,
                                        const AkkIndicator *indicator);
/* Shows a value; `is_set` FALSE: none. */
void akk_indicator_value_row_set (GtkWidget *row, gboolean is_set, gint64 value);
/* What is given. While it cannot be read the row says why. `read` is filled when it can. */
AkkCellReading akk_indicator_value_row_get (GtkWidget *row, AkkMeasuredValue *read);
/* Calls back with `data` after each change. */
void akk_indicator_value_row_connect (GtkWidget *row, GCallback changed, gpointer data);

G_END_DECLS
