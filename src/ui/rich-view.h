/* Rich text that is read: minutes, an answer, an adopted narrative.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* CommonMark as the editor shows it, to be read and copied, as high as its text; `label` is how it
 * is called to screen readers. */
GtkWidget *akk_rich_view_new (const char *commonmark, const char *label);

G_END_DECLS
