/* From a page to what the words of the agreement mean.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/dossier-view.h"

G_BEGIN_DECLS

/* Adds "view.definitions" to the inside of a dossier. */
void akk_dossier_view_install_definitions (GtkWidgetClass *widget_class);
/* The lists, at the one that a clause prints, or at a definition; NULL and 0: at their beginning.
 */
void akk_dossier_view_show_definitions (AkkDossierView *self, const char *clause, gint64 id);

G_END_DECLS
