/* Laying out little by little: the same pages, whatever happens in between.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement-fixture.h"
#include "print/paper-internal.h"

#define N_PARAGRAPHS 400

/* Sections with enough text for some pages, a table, notes, and a page number that comes before
 * what it counts, so that it is laid out more than once. */
static Fixture *
long_text (void)
{
  GString *body = g_string_new ("Zie p. {{ref:3.page}}.\n\n");

  for (guint i = 0; i < N_PARAGRAPHS; i++) {
    g_string_append_printf (body, "Alinea %u, die zegt wat er **samen** gebeurt[^n%u].\n\n", i, i);
    if (i % 50 == 0)
      g_string_append (body, "| a | b |\n|---|---|\n| 1 | 2 |\n\n");
  }
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    g_string_append_printf (body, "[^n%u]: Noot %u.\n\n", i, i);

  const FixtureSection sections[] = { { 1, AKK_SCHEME_ARTICLE, "Doel", body->str },
                                      { 1, AKK_SCHEME_ARTICLE, "Duur", "Een jaar.\n" },
                                      { 1, AKK_SCHEME_ARTICLE, "Slot", "Aldus.\n" },
                                      { 1, AKK_SCHEME_ARTICLE, "Bijlage", "Geen.\n" },
                                      { 0 } };
  Fixture *fixture = fixture_new (sections);
  g_string_free (body, TRUE);
  return fixture;
}

static AkkAgreementLayout *
begin (Fixture *fixture, AkkPaper *paper)
{
  const AkkAgreementMatter matter = { .agreement = fixture->agreement,
                                      .outline = fixture->outline,
                                      .text = fixture->text,
                                      .today = 20409 };

  return akk_agreement_layout_new (paper, &matter);
}

static guint
finish (AkkAgreementLayout *layout)
{
  guint n = 1;

  for (; akk_agreement_layout_step (layout); n++)
    g_assert_null (akk_agreement_layout_get_pages (layout));
  return n;
}

static void
assert_same (AkkPages *one, AkkPages *two)
{
  g_autoptr (GBytes) a = fixture_pdf (one), b = fixture_pdf (two);

  g_assert_cmpuint (akk_pages_count (one), >, 3);
  g_assert_true (g_bytes_equal (a, b));
}

static void
test_same (void)
{
  g_autoptr (Fixture) fixture = long_text ();
  g_autoptr (AkkPaper) paper = fixture_paper (), other = fixture_paper ();
  g_autoptr (AkkAgreementLayout) layout = begin (fixture, paper);
  g_autoptr (AkkPages) whole = fixture_print (fixture, other);

  finish (layout);
  assert_same (akk_agreement_layout_get_pages (layout), whole);
}

/* What was left behind is nothing to those who come after: same pages, and nothing is set twice. */
static void
test_left (void)
{
  g_autoptr (Fixture) fixture = long_text ();
  g_autoptr (AkkPaper) paper = fixture_paper (), other = fixture_paper ();
  g_autoptr (AkkPages) whole = fixture_print (fixture, other), again = NULL;
  g_autoptr (AkkAgreementLayout) counted = begin (fixture, other);
  const guint n = finish (counted);

  for (guint steps = 0; steps <= 2 * n; steps += MAX (1, n / 40)) {
    g_autoptr (AkkAgreementLayout) layout = begin (fixture, paper);
    for (guint i = 0; i < steps; i++)
      akk_agreement_layout_step (layout);
  }
  guint n_set = akk_paper_set_count (paper);
  again = fixture_print (fixture, paper);
  g_assert_cmpuint (akk_paper_set_count (paper), ==, n_set);
  assert_same (again, whole);
}

/* Who types meanwhile gets the pages of the text as it was when they were begun. */
static void
test_begun (void)
{
  g_autoptr (Fixture) fixture = long_text ();
  g_autoptr (AkkPaper) paper = fixture_paper (), other = fixture_paper ();
  g_autoptr (AkkPages) whole = fixture_print (fixture, other);
  g_autoptr (AkkAgreementLayout) layout = begin (fixture, paper);

  for (guint i = 0; i < 20; i++)
    akk_agreement_layout_step (layout);
  akk_text_unref (fixture->text);
  fixture->text = akk_text_new (NULL, 0);
  g_ptr_array_unref (fixture->outline);
  fixture->outline = g_ptr_array_new ();
  finish (layout);
  assert_same (akk_agreement_layout_get_pages (layout), whole);
}

/* A step does not grow with the text. */
static void
test_bounded (void)
{
  g_autoptr (Fixture) fixture = long_text ();
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (AkkAgreementLayout) layout = begin (fixture, paper);
  guint most = 0, before = 0;

  do {
    before = akk_paper_set_count (paper);
    if (!akk_agreement_layout_step (layout))
      break;
    most = MAX (most, akk_paper_set_count (paper) - before);
  } while (TRUE);
  g_assert_cmpuint (akk_paper_set_count (paper), >, N_PARAGRAPHS);
  g_assert_cmpuint (most, <, N_PARAGRAPHS / 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-layout/steps-end-in-what-is-laid-out-at-once", test_same);
  g_test_add_func ("/agreement-layout/left-at-any-step-it-harms-nothing", test_left);
  g_test_add_func ("/agreement-layout/what-is-begun-keeps-its-text", test_begun);
  g_test_add_func ("/agreement-layout/no-step-grows-with-the-text", test_bounded);
  return g_test_run ();
}
