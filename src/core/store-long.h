/* An action of many thousands of changes, done little by little.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* Between its steps the main loop may go on. It is one action like any other: stored whole or not
 * at all, undone at once. Whoever begins another one meanwhile waits until it is done; copies of
 * the store wait as well. */
typedef struct _AkkLongAction AkkLongAction;

/* Makes some of its changes, as those of any action; FALSE: these were all. */
typedef gboolean (*AkkFill) (AkkStore *store, gpointer data);

/* `data` must live until the action is freed. One at a time. */
AkkLongAction *akk_long_action_new (AkkStore *store, const char *label, AkkFill fill, gpointer data)
    G_GNUC_WARN_UNUSED_RESULT;
/* Some milliseconds of it, but for the moment when it is stored. FALSE: it is over. */
gboolean akk_long_action_step (AkkLongAction *self);
/* How far it is with storing what was filled in: 0 to 1. */
double akk_long_action_get_progress (AkkLongAction *self);
/* Does what is left. FALSE: nothing was changed; AKK_STORE_ERROR, AKK_RECORD_ERROR_INVALID. */
gboolean akk_long_action_finish (AkkLongAction *self, GError **error);
/* One that is not finished is taken back. */
void akk_long_action_free (AkkLongAction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkLongAction, akk_long_action_free)

G_END_DECLS
