/* A dossier on the screen: the sidebar and the pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/dossier.h"
#include "core/findings.h"

G_BEGIN_DECLS

/* Properties: "show-outline", "show-preview" and "show-findings" (gboolean: the panes of the text;
 * the first two are remembered while they fit beside it, the last two stand in one place),
 * "agreement-id" (string: the agreement that the pages are about), all of them actions "view.…";
 * "undo-words" (string: what undo would do now, for a tooltip).
 * Other actions for what stands in it: "view.show-page" (s, its name), "view.show-party" and
 * "view.show-organisation", "view.show-meeting", "view.prepare-meeting", "view.show-action",
 * "view.show-body", "view.show-signal" and "view.show-line" ((xu): a section and a line of the text
 * of the agreement) and "view.plan-dates" (x, the id; the last of a body, or 0),
 * "view.edit-agreement", "view.new-agreement", "view.present-next" (F5: the first meeting ahead),
 * "view.search" and "view.search-words" (s, the words). For the window's breakpoints (gboolean):
 * "narrow" (panes lie over the text), "collapsed" (the sidebar is a page of its own), "compact"
 * (the header holds only what is needed most). Uses the actions win.undo, win.redo, win.print and
 * win.resolve-failure. */
#define AKK_TYPE_DOSSIER_VIEW (akk_dossier_view_get_type ())
G_DECLARE_FINAL_TYPE (AkkDossierView, akk_dossier_view, AKK, DOSSIER_VIEW, AdwBin)

/* NULL: lets go of the dossier. */
void akk_dossier_view_set_dossier (AkkDossierView *self, AkkDossier *dossier);

/* Stores what is being typed now. Call before undo, print, export and close. */
void akk_dossier_view_end_burst (AkkDossierView *self);

/* Shows a page by its name: "today", "calendar", "partners", "text",
 * "parties", "signing", "plan", "consultation"; remembered for this dossier.
 * A name that is unknown shows the text. */
void akk_dossier_view_show_page (AkkDossierView *self, const char *name);

/* Makes all pages about another agreement; one that does not exist changes nothing. */
void akk_dossier_view_show_agreement (AkkDossierView *self, gint64 id);
/* NULL when the dossier has none. */
AkkAgreement *akk_dossier_view_get_agreement (AkkDossierView *self);

/* Shows what a finding is about, to be mended there. */
void akk_dossier_view_go_to_finding (AkkDossierView *self, const AkkFinding *finding);

/* While the dossier is being closed: says so and takes no input. */
void akk_dossier_view_set_closing (AkkDossierView *self, gboolean closing);

/* Signal "failed" (AkkDossierView *, const char *message): an edit could not be stored. */

G_END_DECLS
