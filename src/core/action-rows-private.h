/* The inside of the rows of actions, shared by their files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-rows.h"

G_BEGIN_DECLS

struct _AkkActionRows {
  GObject parent_instance;
  AkkStore *store;
  gint64 agreement_id;
  GArray *rows; /* AkkActionRow */
  GHashTable *index; /* &id (in `ids`) → 1 + index of the row */
  GPtrArray *names[AKK_N_TAGS];
  GHashTable *bits[AKK_N_TAGS]; /* folded name → 1 + bit */
  GHashTable *read_tags[AKK_N_TAGS]; /* a field as it is stored → guint64 * */
  GPtrArray *parties, *priorities, *plans;
  guint number_length; /* of the longest number, in characters */
  gboolean with_keys[AKK_N_KEYS];
  GString *words; /* of all rows, see action-words.c; NULL: not wanted yet */
  gboolean follows_words;
  GArray *wordless; /* gint64: ids in order, of which the words are being read; or NULL */
  guint n_read; /* of those */
  guint reading; /* source */
  gboolean disordered;
  GHashTable *touched; /* set of gint64 *: what the last change was about; NULL: everything */
};

AkkActionRow *akk_action_rows_find_row (AkkActionRows *self, gint64 id);
/* Of an action whose row was read anew. */
void akk_action_rows_mend_keys (AkkActionRows *self, AkkAction *action);

/* --- action-words.c --- */

void akk_action_rows_mend_words (AkkActionRows *self, AkkAction *action);
/* Around reading all rows anew: those of rows that were not `changed` (set of gint64 *) stay. */
GHashTable *akk_action_rows_keep_words (AkkActionRows *self,
                                        GHashTable *changed) G_GNUC_WARN_UNUSED_RESULT;
void akk_action_rows_restore_words (AkkActionRows *self, GHashTable *kept);
void akk_action_rows_clear_words (AkkActionRows *self);

G_END_DECLS
