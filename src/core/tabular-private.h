/* The inside of tables in files, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/tabular.h"

G_BEGIN_DECLS

/* Adds a row of the cells (elements char *), which are taken from the array. FALSE with
 * AKK_TABULAR_ERROR_SIZE. */
gboolean akk_tabular_take_row (GPtrArray *self, GPtrArray *cells, GError **error);
/* Leaves out the empty rows at the end. */
void akk_tabular_trim (GPtrArray *self);
/* tabular-ods.c */
GPtrArray *akk_tabular_read_ods (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
