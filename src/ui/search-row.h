/* A row of the search on the screen: what was found, around the words, and where it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/search-item.h"

G_BEGIN_DECLS

#define AKK_TYPE_SEARCH_ROW (akk_search_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkSearchRow, akk_search_row, AKK, SEARCH_ROW, GtkWidget)

GtkWidget *akk_search_row_new (void);
void akk_search_row_set_item (AkkSearchRow *self, AkkStore *store, AkkSearchItem *item);
/* What a screen reader says of it. Borrowed. */
const char *akk_search_row_get_words (AkkSearchRow *self);

G_END_DECLS
