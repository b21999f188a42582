/* Tests of the example VDAB–VVSG: indefinite, with notice, chapters whose letters begin again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/body.h"
#include "core/dates.h"
#include "core/frequency.h"
#include "example-fixture.h"

#define NAME "vdab-vvsg"

static void
test_structure (Example *self, gconstpointer name)
{
  example_assert_numbers (self, 0, "1. 2. 3. A. B. C. 4. A. B. C. D. 5. 6. 7. -");
  example_assert_commitments (self, 0, "B. 6, C. 13, D. 7");
}

/* Lists in lists, paragraphs that belong to the item above, and notes. */
static void
test_lists (Example *self, gconstpointer name)
{
  g_autoptr (GPtrArray) outline = example_outline (self, 0);
  g_autoptr (AkkText) text = akk_agreement_text_load (outline, NULL);
  guint n_nested = 0, n_continued = 0, n_notes = 0;

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    n_nested += line->kind == AKK_LINE_BULLET && line->level == 2;
    n_continued += line->kind == AKK_LINE_CONTINUED;
    n_notes += line->kind == AKK_LINE_NOTE;
  }
  g_assert_cmpuint (n_nested, ==, 25);
  g_assert_cmpuint (n_continued, ==, 2);
  g_assert_cmpuint (n_notes, ==, 2);
}

static void
test_people (Example *self, gconstpointer name)
{
  g_autofree char *people = example_people (self, 0);

  g_assert_cmpstr (people, ==, "2 parties, 4 represent, 4 sign, 0 by delegation");
}

/* Case 6: of indefinite duration; notice today ends it six months later. */
static void
test_notice (Example *self, gconstpointer name)
{
  static const char *const cases[][2] = { { "2018-03-05", "2018-09-05" },
                                          { "2018-08-31", "2019-02-28" },
                                          { "2023-08-31", "2024-02-29" } };
  AkkAgreement *agreement = self->agreements->pdata[0];
  g_autofree char *term = example_field (self, 0, "agreement.term");
  g_autofree char *notice = example_field (self, 0, "agreement.notice");

  g_assert_cmpstr (term, ==, "vanaf 24 mei 2017, voor onbepaalde duur");
  g_assert_cmpstr (notice, ==, "zes maanden");
  g_assert_cmpstr (agreement->dispute, !=, "");
  akk_store_begin (self->base.store, "Sign");
  akk_store_set_int (self->base.store, agreement, "stage", AKK_STAGE_RUNNING);
  g_assert_true (akk_store_commit (self->base.store, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 day = akk_date_parse (cases[i][0]);
    gint64 end = akk_date_parse (cases[i][1]);
    g_autoptr (GPtrArray) obligations = akk_obligations_new (self->base.store, agreement, day);

    g_assert_cmpint (akk_notice_end (agreement, day), ==, end);
    g_assert_cmpint (example_obligation (obligations, AKK_OBLIGATION_NOTICE, 0)->due, ==, end);
  }
}

/* The central working group evaluates every year, so it meets every year. */
static void
test_evaluation (Example *self, gconstpointer name)
{
  g_autoptr (GListModel) bodies = akk_store_list (self->base.store, &akk_body_record, NULL, 0);
  g_autoptr (AkkBody) central = g_list_model_get_item (bodies, 0);
  g_autoptr (GArray) rules = akk_frequencies (central);

  g_assert_cmpuint (g_list_model_get_n_items (bodies), ==, 2);
  g_assert_cmpint (central->kind, ==, AKK_BODY_CENTRAL);
  g_assert_true (akk_frequency_strictest (rules)->derived);
}

/* It says what happens when a party leaves or disagrees; how often the working group meets, another
 * document does. */
static void
test_findings (Example *self, gconstpointer name)
{
  example_assert_nothing_blocks (self);
  example_assert_accepted (self, 0, "no-frequency");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  EXAMPLE_TEST ("/example-vdab-vvsg/chapters-and-commitments", NAME, test_structure);
  EXAMPLE_TEST ("/example-vdab-vvsg/lists-in-lists-and-notes", NAME, test_lists);
  EXAMPLE_TEST ("/example-vdab-vvsg/all-four-sign", NAME, test_people);
  EXAMPLE_TEST ("/example-vdab-vvsg/notice-today-ends-it-six-months-later", NAME, test_notice);
  EXAMPLE_TEST ("/example-vdab-vvsg/evaluates-every-year", NAME, test_evaluation);
  EXAMPLE_TEST ("/example-vdab-vvsg/nothing-blocks-and-what-lacks-is-meant", NAME, test_findings);
  EXAMPLE_TEST ("/example-vdab-vvsg/texts-are-as-the-editor-writes-them", NAME,
                example_assert_rich_text);
  return g_test_run ();
}
