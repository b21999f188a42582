/* The preview: laid-out pages below one another, drawn by the code that prints them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "print/pages.h"

G_BEGIN_DECLS

/* Scrollable by itself: put it in a GtkScrolledWindow. Draws only the pages that are in view. */
#define AKK_TYPE_PREVIEW (akk_preview_get_type ())
G_DECLARE_FINAL_TYPE (AkkPreview, akk_preview, AKK, PREVIEW, GtkWidget)

/* Shows other pages at the same scroll position. NULL: nothing. */
void akk_preview_set_pages (AkkPreview *self, AkkPages *pages);
AkkPages *akk_preview_get_pages (AkkPreview *self);
/* Marks a line of the text (index in the AkkText) with a bar in the margin, and scrolls to it when
 * `scroll` is set and it is out of view. */
void akk_preview_mark_line (AkkPreview *self, guint line, gboolean scroll);

/* Signal "line-activated" (AkkPreview *, guint line): a click on the paper. */

G_END_DECLS
