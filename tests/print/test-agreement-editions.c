/* Tests of what an agreement is on paper besides itself: large print, an addendum, and the code of
 * somebody else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "print/agreement-pdf.h"
#include "printed-agreement.h"

/* --- Large print --- */

static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = akk_agreement_pdf (fixture->store, fixture->agreement, NULL, &error);
  g_autoptr (GBytes) large = akk_agreement_large_pdf (fixture->store, fixture->agreement, &error);
  g_assert_no_error (error);
  g_autofree char *words = checked_words (plain, NULL);
  g_autofree char *larger = checked_words (large, NULL);
  g_autoptr (PopplerDocument) one = poppler_document_new_from_bytes (plain, NULL, &error);
  g_autoptr (PopplerDocument) two = poppler_document_new_from_bytes (large, NULL, &error);

  /* The same words on the same pages: who reads along finds them. */
  g_assert_cmpstr (words, ==, larger);
  g_assert_cmpint (poppler_document_get_n_pages (one), ==, poppler_document_get_n_pages (two));
  for (int i = 0; i < poppler_document_get_n_pages (one); i++) {
    g_autoptr (PopplerPage) a = poppler_document_get_page (one, i);
    g_autoptr (PopplerPage) b = poppler_document_get_page (two, i);
    g_autofree PopplerRectangle *small = NULL, *tall = NULL;
    guint n_small, n_tall;
    double width, height;

    poppler_page_get_size (b, &width, &height);
    g_assert_cmpfloat_with_epsilon (width, 841.9, 0.5);
    g_assert_cmpfloat_with_epsilon (height, 1190.6, 0.5);
    g_assert_true (poppler_page_get_text_layout (a, &small, &n_small));
    g_assert_true (poppler_page_get_text_layout (b, &tall, &n_tall));
    for (guint k = 0; k < n_tall; k++) {
      g_assert_cmpfloat (tall[k].x1, >=, 40);
      g_assert_cmpfloat (tall[k].x2, <=, width - 40);
      g_assert_cmpfloat (tall[k].y2, <=, height - 10);
    }
    /* 11 points have become 16. */
    g_assert_cmpfloat_with_epsilon ((tall[0].y2 - tall[0].y1) / (small[0].y2 - small[0].y1),
                                    16.0 / 11, 0.02);
  }
}

/* --- An addendum --- */

static void
test_addendum (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) amended = akk_agreement_nth (fixture->store, 1);
  AkkAgreement *addendum = akk_record_new (&akk_agreement_record);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_object_set (addendum, "title", "Addendum", "short-title", "Addendum stages", "kind",
                (gint64) AKK_AGREEMENT_ADDENDUM, "amends-id", amended->record.id, NULL);
  akk_store_begin (fixture->store, "Add");
  akk_store_add (fixture->store, addendum);
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);

  g_set_object (&fixture->agreement, addendum);
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  assert_conforms (paper.pdf);
  words = g_strdup_printf ("Vult aan: %s", amended->short_title);
  g_assert_nonnull (strstr (page_words (&paper, 0), words));

  g_set_object (&fixture->agreement, amended);
  g_auto (Paper) other = print (fixture, NULL, FALSE);
  g_assert_nonnull (strstr (page_words (&other, 0), "Aanvullingen"));
  g_assert_nonnull (strstr (page_words (&other, 0), "Addendum stages"));

  /* What is no addendum any more is not named. */
  akk_store_begin (fixture->store, "Change");
  akk_store_set_int (fixture->store, addendum, "kind", AKK_AGREEMENT_COOPERATION);
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
  g_auto (Paper) without = print (fixture, NULL, FALSE);
  g_assert_null (strstr (page_words (&without, 0), "Aanvullingen"));
  g_object_unref (addendum);
}

/* --- The code of somebody else --- */

static void
test_code (Fixture *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (3000, 'a');

  fixture_set (fixture, fixture->agreement, "code_address", "https://besluiten.example/42");
  g_auto (Paper) bare = print (fixture, NULL, FALSE);
  assert_conforms (bare.pdf);
  g_assert_nonnull (strstr (page_words (&bare, 0), "https://besluiten.example/42"));

  fixture_set (fixture, fixture->agreement, "code_label", "Bekijk het besluit met code hT4k");
  g_auto (Paper) labelled = print (fixture, NULL, FALSE);
  g_assert_nonnull (strstr (page_words (&labelled, 0), "Bekijk het besluit met code hT4k"));

  /* What no code can hold is left out. */
  fixture_set (fixture, fixture->agreement, "code_address", endless);
  g_auto (Paper) without = print (fixture, NULL, FALSE);
  g_assert_null (strstr (page_words (&without, 0), "hT4k"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/editions/large-print-has-the-same-pages-at-16-points", test_large);
  ADD ("/editions/an-addendum-and-its-agreement-name-each-other", test_addendum);
  ADD ("/editions/the-title-page-bears-a-code-of-somebody-else", test_code);
#undef ADD
  return g_test_run ();
}
