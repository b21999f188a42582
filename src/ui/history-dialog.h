/* Who changed what, when: the log of a dossier, newest first, and what one step changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_HISTORY_DIALOG (akk_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkHistoryDialog, akk_history_dialog, AKK, HISTORY_DIALOG, AdwDialog)

/* Its buttons call win.undo and win.redo of the window on which it is shown. */
AkkHistoryDialog *akk_history_dialog_new (AkkStore *store);

G_END_DECLS
