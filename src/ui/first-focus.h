/* Dialogs in which who types at once types in the right field.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog takes the focus some frames after it came up, and what is typed before is lost. For the
 * class of a dialog, in its class_init: its focus widget has the focus from the beginning. */
void akk_dialog_class_focus_at_once (GtkWidgetClass *dialog_class);

G_END_DECLS
