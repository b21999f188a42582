/* Reading what other programs put on the clipboard as HTML.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Understands the HTML of Word and LibreOffice (lists, footnotes, tables, comments and tracked
 * deletions, which are left out) and that of browsers. Headings become bold paragraphs. */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

/* A text in normal form, without headings; NULL: nothing to be read in it. */
AkkText *akk_html_read (const char *html, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
