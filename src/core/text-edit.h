/* Edits of a text as pure functions: each gives a new text that shares every line it did not touch.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place is the index of a line and a byte offset into that line's text. Places outside the text
 * are moved to its nearest end, those inside a character to its edge; ranges may be given in either
 * direction. An edit that changes nothing returns the same text. The result need not be in normal
 * form (it may hold empty paragraphs): akk_text_normalise () happens when it is written.
 *
 * Section headings are borders: no edit joins them with another line or removes one. */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

/* What Enter does: the second half is a new line of the same kind (a new item in a list). A
 * heading's second half begins the body as a paragraph; in a footnote it is a hard break; at a
 * table an empty paragraph opens below it. */
AkkText *
akk_text_split_line (const AkkText *text, guint line, gsize byte) G_GNUC_WARN_UNUSED_RESULT;

/* Appends the line below to `line`, which keeps its kind. Headings, tables and footnotes are not
 * joined with others. */
AkkText *akk_text_join_lines (const AkkText *text, guint line) G_GNUC_WARN_UNUSED_RESULT;

/* Inserts characters in `style` (BOLD, ITALIC); inside a link they belong to it. '\n' splits the
 * line (in a heading it is a space). Control characters become spaces. Nothing can be typed on a
 * table's line: a paragraph opens below it. */
AkkText *akk_text_insert (const AkkText *text,
                          guint line,
                          gsize byte,
                          const char *string,
                          AkkStyle style) G_GNUC_WARN_UNUSED_RESULT;

/* Inserts another text (a slice): its first and last line join the line at the place, which keeps
 * its kind unless it is an empty paragraph. Headings in it become bold paragraphs. */
AkkText *akk_text_insert_text (const AkkText *text, guint line, gsize byte, const AkkText *other)
    G_GNUC_WARN_UNUSED_RESULT;

/* Deletes a range; what remains of the first and last line is joined, the first keeps its kind. It
 * stops at the first section heading after its start. A table goes when the range begins on its
 * line, or before, and ends after. */
AkkText *akk_text_delete_range (const AkkText *text,
                                guint from_line,
                                gsize from_byte,
                                guint to_line,
                                gsize to_byte) G_GNUC_WARN_UNUSED_RESULT;

/* Sets or removes BOLD, ITALIC on the characters of a range; tables within it as a whole. Headings
 * have no styles. */
AkkText *akk_text_set_style (const AkkText *text,
                             guint from_line,
                             gsize from_byte,
                             guint to_line,
                             gsize to_byte,
                             AkkStyle style,
                             gboolean on) G_GNUC_WARN_UNUSED_RESULT;

/* Makes lines PARAGRAPH, BULLET, NUMBER or CONTINUED; `level` 0 keeps the level that a line has.
 * Headings, tables and footnotes stay what they are. */
AkkText *akk_text_set_kind (const AkkText *text,
                            guint first_line,
                            guint n_lines,
                            AkkLineKind kind,
                            guint level) G_GNUC_WARN_UNUSED_RESULT;

/* The lines of a range, the first and last cut to it; headings as they are. */
AkkText *akk_text_get_slice (const AkkText *text,
                             guint from_line,
                             gsize from_byte,
                             guint to_line,
                             gsize to_byte) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
