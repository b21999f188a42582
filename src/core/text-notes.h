/* Footnotes of a text: mark and note, and their numbers, as pure functions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mark and its note have one label, which is unique within their section. Notes stand at the end
 * of the section, in the order of their marks. */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

/* The number of each NOTE line, as paper counts through the whole agreement; 0 for all other lines
 * and for a note without a mark. g_free () it. */
guint *akk_text_note_numbers (const AkkText *text) G_GNUC_WARN_UNUSED_RESULT;
/* The NOTE line of a mark that stands on `line`; G_MAXUINT if it has none. */
guint akk_text_find_note (const AkkText *text, guint line, const char *label);
/* The place after the first mark of the note on `line`; one in a table is at the start of its line.
 * FALSE: it has none. */
gboolean akk_text_find_mark (const AkkText *text, guint line, guint *mark_line, gsize *byte);

/* Puts a mark at the place and its empty note where it belongs; `line` becomes that of the note.
 * Where no mark can stand (a heading, a table) the text stays the same. */
AkkText *
akk_text_insert_note (const AkkText *text, guint *line, gsize byte) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the note on `line` and its marks away. */
AkkText *akk_text_remove_note (const AkkText *text, guint line) G_GNUC_WARN_UNUSED_RESULT;
/* Notes as their marks are: in their order, none without, and an empty one where it misses (or that
 * of another section, from where the mark was moved). */
AkkText *akk_text_pair_notes (const AkkText *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
