/* The list of what a table would do, whether of actions or of figures, and the words above it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/import-state.h"

G_BEGIN_DECLS

/* A row: the box `words` holds the title, the details and what else the list puts below them. */
typedef struct {
  GtkWidget *glyph, *words, *title, *details;
} AkkImportLine;

/* Makes the row of an item that a factory sets up, which keeps it. */
AkkImportLine *akk_import_line_setup (GtkListItem *item);
void akk_import_line_bind (GtkListItem *item,
                           AkkImportState state,
                           const char *title,
                           const char *details);
/* Which of the rows of the import an item shows. */
guint akk_import_line_index (GtkListItem *item);

/* What is wrong, then what is new and what changes. `n_wrong` may be NULL. */
typedef AkkImportState (*AkkImportStateOf) (gconstpointer row);
GtkSelectionModel *akk_import_list_model (GPtrArray *rows,
                                          AkkImportStateOf state_of,
                                          guint *n_wrong) G_GNUC_WARN_UNUSED_RESULT;

/* The heads that were not read, if any, after `between`. */
void akk_import_say_ignored (GString *words, const char *between, GPtrArray *ignored);

G_END_DECLS
