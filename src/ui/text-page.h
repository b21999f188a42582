/* The page Tekst: outline, text and preview of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/dossier.h"

G_BEGIN_DECLS

/* Properties for the window's header and breakpoint, all read-write: "show-outline", "show-preview"
 * (gboolean, shown panes), "narrow" (gboolean: panes lie over the text instead of beside it). */
#define AKK_TYPE_TEXT_PAGE (akk_text_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkTextPage, akk_text_page, AKK, TEXT_PAGE, AdwBin)

GtkWidget *akk_text_page_new (void);

/* NULL and NULL empty the page. */
void akk_text_page_set_agreement (AkkTextPage *self, AkkStore *store, AkkAgreement *agreement);
/* Puts the caret at a line (index in the whole text), or at the section when there is no such line
 * (G_MAXUINT), and takes the focus. */
void akk_text_page_go_to (AkkTextPage *self, gint64 section, guint line);
/* The same for the place in a section where most of the words of a search stand: it is selected. */
void akk_text_page_show_words (AkkTextPage *self, gint64 section, const char *query);
/* What the outline marks as asking for attention (findings.h); what is not about the text is about
 * the parties, or about the agreement as a whole. NULL: nothing. */
void akk_text_page_set_findings (AkkTextPage *self, GPtrArray *findings);
/* Stores what is being typed now. Call before undo, print, export and close. */
void akk_text_page_end_burst (AkkTextPage *self);

/* Signal "field-activated" (AkkTextPage *, const char *field): what a field of the text comes from
 * is asked for: "party:12.short", "agreement.end", "clause:bodies", …
 *
 * Signal "failed" (AkkTextPage *, const char *message): an edit could not be stored; it is still on
 * the screen and will be tried again with the next one. */

G_END_DECLS
