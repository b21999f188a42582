/* Asks for the words and the address of a link.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor.h"

G_BEGIN_DECLS

#define AKK_TYPE_LINK_DIALOG (akk_link_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkLinkDialog, akk_link_dialog, AKK, LINK_DIALOG, AdwDialog)

/* For the link at the editor's caret, or a new one there. */
GtkWidget *akk_link_dialog_new (AkkEditor *editor);

G_END_DECLS
