/* Dialogs as wide as their letters ask for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Reads the sizes that dialogs name in their templates as being for letters of the usual size: who
 * reads larger ones gets larger dialogs. For each dialog that the window will show. */
void akk_dialog_size_follow (AdwApplicationWindow *window);

/* A dialog keeps the height with which it began: gives it more when what it holds has grown. */
void akk_dialog_size_grow (AdwDialog *dialog);

G_END_DECLS
