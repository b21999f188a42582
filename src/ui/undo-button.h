/* The button that takes back the last step, on every page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Its tooltip names the step: it follows "undo-words" of the dossier view that it stands in. */
#define AKK_TYPE_UNDO_BUTTON (akk_undo_button_get_type ())
G_DECLARE_FINAL_TYPE (AkkUndoButton, akk_undo_button, AKK, UNDO_BUTTON, GtkButton)

G_END_DECLS
