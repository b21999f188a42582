/* Tests of the tables at the end of an evaluation report.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/evaluation-print.h"

#include <poppler.h>
#include <string.h>

#include "../core/plan-example.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* A small table that is the last stands on a page with the one above it. */
static void
test_last (PlanExample *self, gconstpointer data)
{
  for (int year = 2022; year <= 2025; year++) {
    const AkkReportPrint wanted = { .edition = AKK_REPORT_WHOLE };
    g_autoptr (GError) error = NULL;
    g_autoptr (AkkDocument) document =
        akk_report_document_new (self->base.store, self->agreement, year, &wanted, &error);
    g_assert_no_error (error);
    g_autoptr (GBytes) pdf = akk_document_pdf (document, &error);
    g_assert_no_error (error);
    g_autoptr (PopplerDocument) read = poppler_document_new_from_bytes (pdf, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (PopplerPage) page =
        poppler_document_get_page (read, poppler_document_get_n_pages (read) - 1);
    g_autofree char *text = poppler_page_get_text (page);

    g_assert_nonnull (strstr (text, "Vaste contactpersoon"));
    g_assert_nonnull (strstr (text, "Uren van de regisseur"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/evaluation-tables/a-small-last-table-stands-with-another", PlanExample, NULL,
              plan_example_set_up, test_last, plan_example_tear_down);
  return g_test_run ();
}
