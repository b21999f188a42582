/* The search of a dossier: results as one types, and the way to each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/search-item.h"

G_BEGIN_DECLS

/* Down goes from the words to the results, Up from the first one back to the words; whatever is
 * typed among the results goes to the words. Enter opens, Escape leaves all as it was. */
#define AKK_TYPE_SEARCH_DIALOG (akk_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkSearchDialog, akk_search_dialog, AKK, SEARCH_DIALOG, AdwDialog)

/* `agreement` (id, or 0): what belongs to it comes first. */
AkkSearchDialog *akk_search_dialog_new (AkkStore *store, gint64 agreement);
/* Words to begin with, selected: who types replaces them. */
void akk_search_dialog_set_query (AkkSearchDialog *self, const char *query);
const char *akk_search_dialog_get_query (AkkSearchDialog *self);
/* The files that are still being read; when that changes, what is found is looked for again. */
void akk_search_dialog_set_reading (AkkSearchDialog *self, gboolean reading);

/* Signal "hit-chosen" (AkkSearchDialog *, AkkSearchItem *): to be opened; the dialog has closed. */

G_END_DECLS
