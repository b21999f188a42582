/* Inserting what is more than characters, as pure functions; places are those of text-edit.h.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

/* An atom of a field, of no style. NULL: this cannot be the name of a field. */
const char *akk_field_intern (const char *field);
/* Puts the field at the place. A heading holds characters only: it stays as it is. */
AkkText *akk_text_insert_field (const AkkText *text, guint line, gsize byte, const char *field)
    G_GNUC_WARN_UNUSED_RESULT;
/* Puts a line of its own at the place: takes that of an empty paragraph, splits any other; below
 * a heading or a table. `line` becomes its index. In a footnote nothing can be put. */
AkkText *akk_text_insert_line (const AkkText *text, guint *line, gsize byte, AkkLine *inserted)
    G_GNUC_WARN_UNUSED_RESULT;

/* Addresses that a link may have: of a web page or for e-mail. What is typed without a scheme gets
 * one. NULL: no such address. */
char *akk_link_complete (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
/* The stretch of one link around or at a place, and its address; NULL: there is none. */
const char *akk_line_link_at (const AkkLine *line, gsize byte, gsize *from, gsize *to);
/* Links characters of one line to an address; NULL unlinks. Headings have no links. */
AkkText *akk_text_set_link (const AkkText *text, guint line, gsize from, gsize to, const char *href)
    G_GNUC_WARN_UNUSED_RESULT;

/* Makes paragraphs and list items quoted, or not. */
AkkText *akk_text_set_quote (const AkkText *text, guint first_line, guint n_lines, gboolean quote)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
