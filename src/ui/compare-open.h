/* From a page to what changed in the agreement, and from there to its places and to paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/dossier-view.h"

G_BEGIN_DECLS

/* Adds "view.compare" to the inside of a dossier: two versions of its agreement beside each other.
 */
void akk_dossier_view_install_compare (GtkWidgetClass *widget_class);

/* What changed in its agreement since its predecessor. */
void akk_dossier_view_compare_predecessor (AkkDossierView *self);

G_END_DECLS
