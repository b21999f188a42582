/* A row that unfolds into a list of choices to tick.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Folded, it says what is ticked. Signal "ticks-changed" (AkkTickRow *): the user ticked one, took
 * a tick away, or added a name. */
#define AKK_TYPE_TICK_ROW (akk_tick_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkTickRow, akk_tick_row, AKK, TICK_ROW, AdwExpanderRow)

/* How it says what is ticked when folded; NULL: their titles. `n` of them, of `n_all`. */
typedef char *(*AkkTickWords) (guint n, guint n_all);
GtkWidget *akk_tick_row_new (const char *title, const char *none, AkkTickWords words);

/* A choice at the end of the list; `subtitle` may be NULL. */
void akk_tick_row_add (
    AkkTickRow *self, const char *key, const char *title, const char *subtitle, gboolean ticked);
/* An entry above the choices that looks for words in them. */
void akk_tick_row_offer_search (AkkTickRow *self);
/* An entry below the choices for one of one's own, which is then ticked. */
void akk_tick_row_offer_new (AkkTickRow *self, const char *title);

/* The keys of what is ticked, in the order of the list. */
GStrv akk_tick_row_ticked (AkkTickRow *self) G_GNUC_WARN_UNUSED_RESULT;
/* The keys of all choices. */
GStrv akk_tick_row_keys (AkkTickRow *self) G_GNUC_WARN_UNUSED_RESULT;
/* The same as the user would; a key that is no choice yet becomes one. */
void akk_tick_row_tick (AkkTickRow *self, const char *key);

G_END_DECLS
