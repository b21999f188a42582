/* Holds off what a window says of itself while a meeting is presented from it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes unasked waits until the end, in its order. What answers to a key or a click in the
 * window itself does not come through here. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void akk_hold_off_begin (GtkWindow *window);
/* Shows what was held off. */
void akk_hold_off_end (GtkWindow *window);
gboolean akk_hold_off_is_on (GtkWindow *window);

/* Shown now, or held off. Both take over the toast and the dialog. */
void akk_hold_off_toast (GtkWindow *window, AdwToastOverlay *overlay, AdwToast *toast);
void akk_hold_off_dialog (GtkWindow *window, AdwDialog *dialog);

G_END_DECLS
