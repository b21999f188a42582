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
  GHashTable *read_tags; /* of a field as it is stored → guint64 *, by kind */
  GPtrArray *parties, *priorities, *plans;
  gboolean with_keys[AKK_N_KEYS];
  gboolean disordered;
};

AkkActionRow *akk_action_rows_find_row (AkkActionRows *self, gint64 id);
/* Of an action whose row was read anew. */
void akk_action_rows_mend_keys (AkkActionRows *self, AkkAction *action);

G_END_DECLS
