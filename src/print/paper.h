/* Paper: the typefaces, the language and the measures that all printed documents share, and the
 * cache of set paragraphs that makes a second layout of a changed text quick.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define AKK_TYPE_PAPER (akk_paper_get_type ())
G_DECLARE_FINAL_TYPE (AkkPaper, akk_paper, AKK, PAPER, GObject)

#define AKK_PAPER_ERROR (akk_paper_error_quark ())
GQuark akk_paper_error_quark (void);
typedef enum { AKK_PAPER_ERROR_FONT, AKK_PAPER_ERROR_LANGUAGE } AkkPaperError;

/* Loads the shipped fonts, and only those, and the hyphenation of the language ("nl-BE").
 * FONT: a font file is missing, unreadable, or another face was used than asked for; LANGUAGE: its
 * hyphenation cannot be read. AKK_PHRASES_ERROR_LANGUAGE: there is no such language. */
AkkPaper *akk_paper_new (const char *language, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* After a document has been laid out (pages do so themselves), or a chart was made for the screen:
 * forgets what was set for none of the last two. */
void akk_paper_age (AkkPaper *self);

G_END_DECLS
