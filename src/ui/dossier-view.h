/* A dossier on the screen: the sidebar, the header with what is saved and what undo does, the page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/dossier.h"

G_BEGIN_DECLS

/* Properties: "title" (string, read-only: the dossier's name); "show-outline" and "show-preview"
 * (gboolean: the panes of the page, remembered while they fit beside the text; actions "view.…").
 * For the window's breakpoints (gboolean): "narrow" (panes lie over the text), "collapsed" (the
 * sidebar is a page of its own), "compact" (the header holds only what is needed most). Uses the
 * actions win.undo, win.redo, win.print and win.resolve-failure. */
#define AKK_TYPE_DOSSIER_VIEW (akk_dossier_view_get_type ())
G_DECLARE_FINAL_TYPE (AkkDossierView, akk_dossier_view, AKK, DOSSIER_VIEW, AdwBin)

/* NULL: lets go of the dossier. */
void akk_dossier_view_set_dossier (AkkDossierView *self, AkkDossier *dossier);

/* Stores what is being typed now. Call before undo, print, export and close. */
void akk_dossier_view_end_burst (AkkDossierView *self);

/* While the dossier is being closed: says so and takes no input. */
void akk_dossier_view_set_closing (AkkDossierView *self, gboolean closing);

/* Signal "failed" (AkkDossierView *, const char *message): an edit could not be stored. */

G_END_DECLS
