/* From a page to the terms of the agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds "view.terms" to the inside of a dossier: the end, notice, first plans, and the line of
 * agreements. */
void akk_dossier_view_install_terms (GtkWidgetClass *widget_class);

G_END_DECLS
