/* Tests of the boards of an agreement on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/municipality-matrix-print.h"

#include <string.h>

#include "checked-pdf.h"
#include "core/dates.h"
#include "freeze-fixture.h"

static void
test_sheet (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "Gemeentematrix",
    "Bestuur Raadsbesluit Handtekening 1 Handtekening 2 Stuurgroep Werkgroep",
    "Laatst aanwezig Eigen acties 2025 Cijfers 2025",
    "Berlare 23/6/2021",
    "Een leeg vak is nog te doen.",
    "Intern: noemt personen",
  };
  g_autoptr (AkkAgreement) agreement = akk_agreement_nth (self->store, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document = akk_municipality_matrix_document_new (
      self->store, agreement, 2025, akk_date_from_ymd (2025, 11, 17), &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *words = NULL, *footer = NULL, *all = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (akk_pages_missing_glyphs (document->pages), ==, 0);
  g_assert_cmpuint (akk_pages_count (document->pages), ==, 1);
  pdf = akk_document_pdf (document, &error);
  g_assert_no_error (error);
  words = checked_words (pdf, &footer);
  all = g_strjoin (" ", words, footer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_test_message ("“%s” in “%s”", texts[i], all);
    g_assert_nonnull (strstr (all, texts[i]));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/municipality-matrix-print/all-boards-on-one-page", Fixture, NULL, fixture_set_up,
              test_sheet, fixture_tear_down);
  return g_test_run ();
}
