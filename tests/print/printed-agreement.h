/* An agreement as it is printed, read back page by page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "checked-pdf.h"
#include "core/agreement-text.h"
#include "freeze-fixture.h"
#include "print/agreement-print.h"
#include "print/pdf.h"
#include "print/signing-print.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* An agreement as it is printed. */
typedef struct {
  AkkPages *pages;
  AkkText *text;
  PopplerDocument *document;
  GBytes *pdf;
  GPtrArray *words; /* of each page, with single spaces between */
} Paper;

static inline void
paper_clear (Paper *self)
{
  g_clear_object (&self->pages);
  g_clear_object (&self->document);
  g_clear_pointer (&self->text, akk_text_unref);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

/* Once: poppler takes its time for each page. */
static inline GPtrArray *
read_words (PopplerDocument *document)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);

  for (int index = 0; index < poppler_document_get_n_pages (document); index++) {
    g_autoptr (PopplerPage) page = poppler_document_get_page (document, index);
    g_autofree char *text = poppler_page_get_text (page);
    g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
    GString *joined = g_string_new (NULL);

    for (guint i = 0; words[i] != NULL; i++) {
      if (*words[i] != '\0')
        g_string_append_printf (joined, "%s ", words[i]);
    }
    g_ptr_array_add (pages, g_string_free_and_steal (joined));
  }
  return pages;
}

static inline Paper
print (Fixture *fixture, const AkkStamp *stamp, gboolean signing)
{
  const AkkPdfInfo info = { .title = "Test", .language = "nl-BE", .date = 1763337600 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkPaper) paper = akk_paper_new ("nl-BE", &error);
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, "nl-BE");
  Paper self = { .text = akk_agreement_text_load (outline, NULL) };
  const AkkAgreementMatter matter = { .store = fixture->store,
                                      .agreement = fixture->agreement,
                                      .outline = outline,
                                      .text = self.text,
                                      .stamp = stamp,
                                      .today = 20409 };

  g_assert_no_error (error);
  self.pages = signing ? akk_signing_print (paper, &matter) : akk_agreement_print (paper, &matter);
  self.pdf = akk_pdf_bytes (g_object_ref (self.pages), &info, &error);
  g_assert_no_error (error);
  self.document = poppler_document_new_from_bytes (self.pdf, NULL, &error);
  g_assert_no_error (error);
  self.words = read_words (self.document);
  return self;
}

static inline const char *
page_words (const Paper *self, int index)
{
  return g_ptr_array_index (self->words, (guint) index);
}

static inline int
n_pages (const Paper *self)
{
  return poppler_document_get_n_pages (self->document);
}

/* The first page with these words, or -1. */
static inline int
find_page (const Paper *self, const char *words)
{
  for (int i = 0; i < n_pages (self); i++) {
    if (strstr (page_words (self, i), words) != NULL)
      return i;
  }
  return -1;
}

static inline guint
count_words (const Paper *self, const char *words)
{
  guint n = 0;

  for (int i = 0; i < n_pages (self); i++) {
    for (const char *at = page_words (self, i); (at = strstr (at, words)) != NULL; at++)
      n++;
  }
  return n;
}
