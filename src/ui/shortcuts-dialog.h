/* The keys of the program: one list that sets them and that the dialog shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_SHORTCUTS_DIALOG (akk_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkShortcutsDialog, akk_shortcuts_dialog, AKK, SHORTCUTS_DIALOG, AdwDialog)

AkkShortcutsDialog *akk_shortcuts_dialog_new (void);
/* Those of a presentation alone: the room sees it too. */
AkkShortcutsDialog *akk_shortcuts_dialog_new_presenting (void);

/* Gives the actions of the application and of its windows their keys. */
void akk_shortcuts_install (GtkApplication *application);

G_END_DECLS
