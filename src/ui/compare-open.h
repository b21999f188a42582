/* From a page to what changed in the agreement, and from there to its places and to paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds "view.compare" to the inside of a dossier: two versions of its agreement beside each other.
 */
void akk_dossier_view_install_compare (GtkWidgetClass *widget_class);

G_END_DECLS
