/* One party on the page Ondertekening: its council decision and its signatures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its cells are buttons with the actions signing.note-decision and signing.note-signature. */
#pragma once

#include <gtk/gtk.h>

#include "core/signing.h"
#include "ui/segment-bar.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

#define AKK_TYPE_SIGNING_LINE (akk_signing_line_get_type ())
G_DECLARE_FINAL_TYPE (AkkSigningLine, akk_signing_line, AKK, SIGNING_LINE, GtkListBoxRow)

/* `today`: dates of this year are said without it. */
GtkWidget *akk_signing_line_new (const AkkSigningRow *row, gint64 today);
/* The widgets of the columns (party, decision, signatures), for size groups. */
GtkWidget *akk_signing_line_get_column (AkkSigningLine *self, guint column);

/* What stands above the columns, in their size groups. */
GtkWidget *akk_signing_heads_new (GtkSizeGroup *const columns[]);

/* The sign and the words of a place, as on the line: "on paper · 9 Oct". */
AkkGlyph akk_signing_place_glyph (const AkkSigningPlace *place);
char *akk_signing_place_words (const AkkSigningRow *row,
                               const AkkSigningPlace *place,
                               gint64 today) G_GNUC_WARN_UNUSED_RESULT;

/* All signatures in brief, those that are there first. */
void akk_signing_show_segments (const AkkSigning *signing, AkkSegmentBar *segments);

/* The cells below one another, for a narrow window. */
void akk_signing_line_set_narrow (AkkSigningLine *self, gboolean narrow);

G_END_DECLS
