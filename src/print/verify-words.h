/* The words of a PDF, and where two PDFs begin to differ.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  GPtrArray *words; /* char *, in the order of the pages */
  GArray *pages; /* guint, for each word, from 1 */
  guint n_pages;
  guint n_notes; /* annotations other than links and form fields */
} AkkPdfWords;

void akk_pdf_words_free (AkkPdfWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPdfWords, akk_pdf_words_free)

/* Words that a line end divides are whole. Errors: AKK_VERIFY_ERROR. */
AkkPdfWords *akk_pdf_words_new (GBytes *pdf, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All words, with a blank in between. */
char *akk_pdf_words_text (const AkkPdfWords *self) G_GNUC_WARN_UNUSED_RESULT;

/* A copy of the words of some pages, which count from 1 again. */
AkkPdfWords *
akk_pdf_words_slice (const AkkPdfWords *self, guint first, guint n_pages) G_GNUC_WARN_UNUSED_RESULT;
/* Where the last `phrase` of a page begins, as an index of the words; their number: nowhere. */
guint akk_pdf_words_find (const AkkPdfWords *self, guint page, const char *phrase);
/* Puts other words in its place, if it is there. */
void
akk_pdf_words_replace (AkkPdfWords *self, guint page, const char *phrase, const char *replacement);

/* Whether both have the same words. If not, `page` is the first page of `other`
 * that differs, and `before` and `after` are the words there. */
gboolean akk_pdf_words_equal (
    const AkkPdfWords *self, const AkkPdfWords *other, guint *page, char **before, char **after);

/* How much two have in common, 0 to 1. */
double akk_pdf_words_likeness (const AkkPdfWords *self, const AkkPdfWords *other);

G_END_DECLS
