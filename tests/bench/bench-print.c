/* How fast and how lean paper is: layout and conforming PDF of 34 and 340 pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "core/agreement-text.h"
#include "material.h"
#include "print/agreement-print.h"
#include "print/pdf.h"

/* One process for each size, so that the memory is that of this size alone. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  guint n_sections = argc > 1 ? (guint) atoi (argv[1]) : 48;
  g_autoptr (GListModel) sections = material_sections (n_sections, 340);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, "nl-BE");
  g_autoptr (AkkText) text = akk_agreement_text_load (outline, NULL);
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);
  g_autoptr (AkkPaper) paper = NULL;
  g_autoptr (AkkPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  AkkPdfInfo info = { .title = "Overeenkomst", .language = "nl-BE", .date = 1763337600 };
  double memory = peak_memory_mb (), set;
  guint n_pages;
  gint64 start = g_get_monotonic_time (), laid_out, done;

  paper = akk_paper_new ("nl-BE", &error);
  g_assert_no_error (error);
  g_object_set (agreement, "title", "Samenwerkingsovereenkomst", NULL);
  const AkkAgreementMatter matter = {
    .agreement = agreement, .outline = outline, .text = text, .today = 20409
  };
  pages = akk_agreement_print (paper, &matter);
  n_pages = akk_pages_count (pages);
  laid_out = g_get_monotonic_time ();
  set = peak_memory_mb ();
  /* As the program does it: nobody looks at these pages any more. */
  g_clear_object (&paper);
  pdf = akk_pdf_bytes (g_steal_pointer (&pages), &info, &error);
  g_assert_no_error (error);
  done = g_get_monotonic_time ();

  g_print ("%u pages, %" G_GSIZE_FORMAT " bytes of PDF\n", n_pages, g_bytes_get_size (pdf));
  report ("layout", (laid_out - start) / 1e3, "ms", "");
  report ("PDF/UA-1 and PDF/A-2a", (done - laid_out) / 1e3, "ms", "");
  report ("together", n_pages / ((done - start) / 1e6), "pages/s", "must be at least 120, aim 240");
  report ("memory", peak_memory_mb (), "MB", "must be at most 60, aim 40");
  report ("  of which before paper", memory, "MB", "");
  report ("  of which after layout", set, "MB", "");
  return 0;
}
