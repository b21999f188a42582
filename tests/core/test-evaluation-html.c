/* Tests of the web page of an evaluation report.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-html.h"

#include "core/dossier.h"
#include "core/evaluations.h"
#include "plan-example.h"

typedef struct {
  guint tables, captions, column_heads, row_heads, rows, pictures, named_pictures, others;
} Page;

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Page *page = data;
  const char *scope = NULL, *label = NULL;

  for (guint i = 0; names[i] != NULL; i++) {
    if (g_str_equal (names[i], "scope"))
      scope = values[i];
    if (g_str_equal (names[i], "aria-label"))
      label = values[i];
  }
  page->tables += g_str_equal (name, "table");
  page->captions += g_str_equal (name, "caption");
  page->rows += g_str_equal (name, "tr");
  page->column_heads += g_strcmp0 (scope, "col") == 0;
  page->row_heads += g_strcmp0 (scope, "row") == 0;
  page->pictures += g_str_equal (name, "svg");
  page->named_pictures += g_str_equal (name, "svg") && label != NULL && strlen (label) > 20;
  page->others += g_str_equal (name, "script") || g_str_equal (name, "link") ||
                  g_str_equal (name, "img") || (g_str_equal (name, "th") && scope == NULL);
}

static Page
read_page (const char *html)
{
  static const GMarkupParser parser = { .start_element = start_cb };
  Page page = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &page, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, html, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return page;
}

static char *
html_of (PlanExample *self, int year)
{
  g_autoptr (GError) error = NULL;
  char *html = akk_evaluation_html (self->base.store, self->agreement, year, &error);

  g_assert_no_error (error);
  return html;
}

static void
test_page (PlanExample *self, gconstpointer data)
{
  for (int year = 2021; year <= 2025; year++) {
    g_autofree char *html = html_of (self, year);
    Page page = read_page (html);

    g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"nl-BE\">"));
    g_assert_cmpuint (page.tables, >, 10);
    g_assert_cmpuint (page.captions, ==, page.tables);
    g_assert_cmpuint (page.row_heads, ==, page.rows - page.tables);
    g_assert_cmpuint (page.pictures, >=, 4);
    g_assert_cmpuint (page.named_pictures, ==, page.pictures);
    g_assert_cmpuint (page.others, ==, 0);
    g_assert_null (strstr (html, "http"));
    g_assert_null (strstr (html, "url("));
    assert_names_nobody (self, html);
  }
}

/* Every fact stands in it; one that changes, changes it. */
static void
test_facts (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluationFacts) facts = akk_evaluation_facts_new (
      self->base.store, self->agreement, 2025, akk_store_today (self->base.store));
  g_autofree char *before = html_of (self, 2025), *after = NULL, *was = NULL, *is = NULL;
  AkkAction *open = NULL;

  for (guint i = 0; i < facts->priorities->len; i++) {
    const AkkPriorityFact *priority = facts->priorities->pdata[i];
    for (guint j = 0; j < priority->actions->len; j++) {
      AkkActionFact *fact = priority->actions->pdata[j];
      g_autofree char *title = g_markup_escape_text (fact->action->title, -1);
      g_assert_nonnull (strstr (before, title));
      if (akk_action_open (fact->action) && !fact->carried)
        open = fact->action;
    }
  }
  was = g_strdup_printf (">%u van %u<", facts->counts.done, facts->counts.planned);
  is = g_strdup_printf (">%u van %u<", facts->counts.done + 1, facts->counts.planned);
  g_assert_nonnull (strstr (before, was));
  g_assert_null (strstr (before, is));
  akk_store_begin (self->base.store, "Done");
  akk_store_set_int (self->base.store, open, "status", AKK_ACTION_DONE);
  fixture_commit (&self->base);
  after = html_of (self, 2025);
  g_assert_nonnull (strstr (after, is));
}

static void
test_hidden (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluation) evaluation =
      akk_evaluation_find (self->base.store, self->agreement->record.id, 2024);
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (self->base.store, evaluation);
  AkkEvaluationPart *part = parts->pdata[0];
  g_autofree char *before = html_of (self, 2024), *after = NULL;

  g_assert_nonnull (strstr (before, "Vereiste vergaderingen gehouden"));
  akk_store_begin (self->base.store, "Hide");
  akk_evaluation_keep_part (self->base.store, part);
  akk_store_set_text (self->base.store, part, "hidden", "meetings");
  fixture_commit (&self->base);
  after = html_of (self, 2024);
  g_assert_null (strstr (after, "Vereiste vergaderingen gehouden"));
}

static void
test_words (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluation) evaluation =
      akk_evaluation_find (self->base.store, self->agreement->record.id, 2024);
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (self->base.store, evaluation);
  g_autoptr (GListModel) persons = akk_store_list (self->base.store, &akk_person_record, NULL, 0);
  g_autoptr (AkkPerson) person = g_list_model_get_item (persons, 2);
  g_autofree char *text = g_strdup_printf (
      "Een **vette** <zin>[^a] van %s.\n\n- eerste\n- tweede\n\n| A | B |\n| --- | --- |\n| 1 | 2 "
      "|\n\n[^a]: De noot.",
      person->name);
  g_autofree char *html = NULL;
  Page page;

  akk_store_begin (self->base.store, "Write");
  for (guint i = 0; i < parts->len; i++) {
    akk_evaluation_keep_part (self->base.store, parts->pdata[i]);
    akk_store_set_text (self->base.store, parts->pdata[i], "narrative", text);
  }
  fixture_commit (&self->base);
  plan_example_name_somebody (self);
  html = html_of (self, 2024);
  page = read_page (html);
  g_assert_cmpuint (page.others, ==, 0);
  g_assert_nonnull (strstr (html, "Een <strong>vette</strong> &lt;zin&gt;<sup>"));
  g_assert_nonnull (strstr (html, "van een medewerker"));
  g_assert_nonnull (strstr (html, "<ul>\n<li>eerste</li>\n<li>tweede</li>\n</ul>"));
  g_assert_nonnull (strstr (html, "id=\"note-2\">2 De noot."));
  assert_names_nobody (self, html);
}

#define ADD(name, test)                                                                            \
  g_test_add (name, PlanExample, NULL, plan_example_set_up, test, plan_example_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/evaluation-html/each-year-is-an-accessible-page-that-names-nobody", test_page);
  ADD ("/evaluation-html/facts-are-those-of-the-records", test_facts);
  ADD ("/evaluation-html/what-is-hidden-is-left-out", test_hidden);
  ADD ("/evaluation-html/narratives-keep-their-form-but-no-names", test_words);
  return g_test_run ();
}
