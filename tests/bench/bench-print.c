/* How fast and how lean paper is: layout and conforming PDF of a large agreement with tables,
 * notes, parties and signatures; what a change costs; what freezing it and looking through it cost.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-print MATERIAL (agreement.h) output|change|freeze. One process for each, so that the memory
 * is that of this size alone. */
#include "config.h"

#include <string.h>

#include "agreement.h"
#include "core/agreement-text.h"
#include "core/dates.h"
#include "core/findings.h"
#include "core/text-edit.h"
#include "material.h"
#include "print/agreement-print.h"
#include "print/freeze.h"
#include "print/paper-internal.h"
#include "print/pdf.h"

#define N_CHANGES 25

typedef struct {
  BenchAgreement made;
  gint64 today;
  GListModel *sections;
  GPtrArray *outline;
  AkkText *text;
  AkkPaper *paper;
} Bench;

static AkkPages *
lay_out (Bench *self, const AkkText *text)
{
  const AkkAgreementMatter matter = { .store = self->made.store,
                                      .agreement = self->made.agreement,
                                      .outline = self->outline,
                                      .text = text,
                                      .today = self->today };

  return akk_agreement_print (self->paper, &matter);
}

static void
bench_init (Bench *self, const char *material)
{
  g_autoptr (GError) error = NULL;
  const char *language;

  bench_agreement_init (&self->made, material);
  language = akk_agreement_language (self->made.agreement);
  self->today = akk_date_parse ("2025-11-17");
  self->sections = akk_store_list (self->made.store, &akk_section_record, "agreement_id",
                                   self->made.agreement->record.id);
  self->outline = akk_outline_new (self->sections, language);
  self->text = akk_agreement_text_load (self->outline, NULL);
  self->paper = akk_paper_new (language, &error);
  g_assert_no_error (error);
}

static void
bench_clear (Bench *self)
{
  g_clear_object (&self->paper);
  g_clear_pointer (&self->text, akk_text_unref);
  g_clear_pointer (&self->outline, g_ptr_array_unref);
  g_clear_object (&self->sections);
  bench_agreement_clear (&self->made);
}

/* From nothing to the file, as the command line does it. */
static void
bench_output (Bench *self)
{
  AkkPdfInfo info = { .title = "Overeenkomst", .language = "nl-BE", .date = 1763337600 };
  g_autoptr (GError) error = NULL;
  double memory = peak_memory_mb (), set;
  Stopwatch start = stopwatch_start (), written, all, laid_out;
  g_autoptr (AkkPages) pages = lay_out (self, self->text);
  guint n_pages = akk_pages_count (pages);
  guint n_set = akk_paper_set_count (self->paper);
  g_autoptr (GBytes) pdf = NULL;

  laid_out = stopwatch_read (start);
  set = peak_memory_mb ();
  /* As the program does it: nobody looks at these pages any more. */
  g_clear_object (&self->paper);
  written = stopwatch_start ();
  pdf = akk_pdf_bytes (g_steal_pointer (&pages), &info, &error);
  g_assert_no_error (error);
  written = stopwatch_read (written);
  all = stopwatch_read (start);

  g_print ("%u pages, %" G_GSIZE_FORMAT " bytes of PDF\n", n_pages, g_bytes_get_size (pdf));
  report_time ("layout", laid_out, "");
  report ("  texts that were set", n_set, "", "");
  report_time ("PDF/UA-1 and PDF/A-2a", written, "");
  report ("together", n_pages / (all.wall / 1e3), "pages/s", "must be at least 120, aim 240");
  report ("  by processor time", n_pages / (all.processor / 1e3), "pages/s", "");
  report ("memory", peak_memory_mb (), "MB", "must be at most 60, aim 40");
  report ("  of which before paper", memory, "MB", "");
  report ("  of which after layout", set, "MB", "");
}

/* The text with another letter in one of its paragraphs. */
static AkkText *
change (const AkkText *text, guint round)
{
  g_autoptr (AkkText) letter = akk_text_parse ("e");
  guint at = text->n_lines / 4 + round * 17;

  while (text->lines[at]->kind != AKK_LINE_PARAGRAPH || strlen (text->lines[at]->text) < 80)
    at++;
  return akk_text_insert_text (text, at, 1, letter);
}

/* The preview after a key: all but the line with the caret is in the cache. */
static void
bench_change (Bench *self)
{
  double wall[N_CHANGES], processor[N_CHANGES];
  g_autoptr (AkkPages) first = lay_out (self, self->text);
  guint n_set = akk_paper_set_count (self->paper);

  for (guint i = 0; i < N_CHANGES; i++) {
    g_autoptr (AkkText) text = change (self->text, i);
    Stopwatch time = stopwatch_start ();
    g_autoptr (AkkPages) pages = lay_out (self, text);

    time = stopwatch_read (time);
    wall[i] = time.wall;
    processor[i] = time.processor;
  }
  n_set = akk_paper_set_count (self->paper) - n_set;
  report_time (
      "layout after a change, median",
      (Stopwatch) { quantile (wall, N_CHANGES, 0.5), quantile (processor, N_CHANGES, 0.5) }, "");
  report ("  texts that were set, of each change", n_set / (double) N_CHANGES, "", "");
}

static void
bench_freeze (Bench *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (AkkVersion) version = NULL;
  g_autoptr (GError) error = NULL;
  Stopwatch time = stopwatch_start ();

  findings = akk_findings_new (self->made.store, self->made.agreement, self->today);
  report_time ("findings", stopwatch_read (time), "");
  for (guint i = 0; i < akk_findings_count_blocking (findings); i++)
    g_print ("  %s\n", ((const AkkFinding *) findings->pdata[i])->text);
  time = stopwatch_start ();
  version = akk_freeze (self->made.store, self->made.agreement, self->today, &error);
  g_assert_no_error (error);
  report_time ("freeze", stopwatch_read (time), "");
}

int
main (int argc, char **argv)
{
  const char *material = argc > 1 ? argv[1] : "43";
  const char *what = argc > 2 ? argv[2] : "output";
  Bench bench;

  bench_init (&bench, material);
  if (g_str_equal (what, "output"))
    bench_output (&bench);
  else if (g_str_equal (what, "change"))
    bench_change (&bench);
  else
    bench_freeze (&bench);
  bench_clear (&bench);
  return 0;
}
