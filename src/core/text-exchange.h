/* A text in the forms that other programs give and take.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

/* HTML for the clipboard: headings, nested lists, tables and footnotes as word processors read
 * them; fields as `resolve` shows them (NULL: nothing). */
char *akk_text_html (const AkkText *text,
                     AkkTextResolve resolve,
                     gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* Reads plain text: each line a paragraph, or an item where it begins with a bullet ("•", "-", "–",
 * "*") or, at least two of them in a row, with a number ("1.", "a)"). Indented items stand a level
 * deeper. Empty lines are only distance. Lines of cells parted by tabs are a table. A single line
 * stays as it is. */
AkkText *akk_text_from_plain (const char *plain) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the footnotes of a fragment labels that `text` does not have. */
AkkText *akk_text_relabel_notes (const AkkText *fragment,
                                 const AkkText *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
