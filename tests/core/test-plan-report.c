/* Tests of an action plan in words, and of its public edition.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/plan-html.h"
#include "core/store-snapshot.h"
#include "plan-example.h"

static AkkPlanReport *
report_new (PlanExample *self, const AkkActionFilter *filter, gboolean is_public)
{
  return akk_plan_report_new (self->rows, self->agreement, self->phrases, filter, AKK_SORT_PLAN,
                              FALSE, is_public);
}

static guint
count_lines (const AkkPlanReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->parts->len; i++)
    n += ((const AkkPlanPart *) report->parts->pdata[i])->lines->len;
  return n;
}

/* Of the rows themselves, not of the report. */
static guint
count_rows (PlanExample *self, gint64 year, gint64 lead_id, int status)
{
  guint n = 0;

  for (guint i = 0; i < akk_action_rows_length (self->rows); i++) {
    const AkkActionRow *row = akk_action_rows_row (self->rows, i);
    n += row->first_year <= year && year <= row->last_year &&
         (lead_id == 0 || row->lead_id == lead_id) && (status < 0 || row->status == status);
  }
  return n;
}

static void
test_whole (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025 };
  g_autoptr (AkkPlanReport) report = report_new (self, &filter, FALSE);

  g_assert_cmpstr (report->title, ==, "Actieplan 2025");
  g_assert_cmpstr (report->filter, ==, "");
  g_assert_cmpuint (report->n_lines, ==, count_rows (self, 2025, 0, -1));
  g_assert_cmpuint (count_lines (report), ==, report->n_lines);
  g_assert_cmpuint (report->parts->len, ==, 3);
  for (guint status = 0; status < AKK_N_ACTION_STANDINGS; status++)
    g_assert_cmpuint (report->counts[status], ==, count_rows (self, 2025, 0, (int) status));
}

static void
test_filter (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025,
                                   .lead_id = plan_example_party (self, "VDAB"),
                                   .statuses = 1 << AKK_ACTION_BUSY | 1 << AKK_ACTION_DONE };
  g_autoptr (AkkPlanReport) report = report_new (self, &filter, FALSE);
  guint busy = count_rows (self, 2025, filter.lead_id, AKK_ACTION_BUSY);
  guint done = count_rows (self, 2025, filter.lead_id, AKK_ACTION_DONE);
  g_autofree char *n = akk_phrases_number (self->phrases, busy + done);
  g_autofree char *all = akk_phrases_number (self->phrases, count_rows (self, 2025, 0, -1));
  g_autofree char *n_busy = akk_phrases_number (self->phrases, busy);
  g_autofree char *n_done = akk_phrases_number (self->phrases, done);
  g_autofree char *words = g_strdup_printf (
      "%s van de %s acties van het plan: %s klaar en %s bezig", n, all, n_done, n_busy);
  g_autofree char *totals = akk_phrases_sentence (words);

  g_assert_cmpuint (busy, >, 0);
  g_assert_cmpuint (done, >, 0);
  g_assert_cmpstr (report->filter, ==, "Selectie: trekker VDAB; status bezig of klaar");
  g_assert_cmpuint (count_lines (report), ==, busy + done);
  g_assert_cmpstr (report->totals, ==, totals);
}

/* What went on elsewhere is not told of as if it were still to be done here. */
static void
test_carried_over (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2024 };
  g_autoptr (AkkPlanReport) report = report_new (self, &filter, FALSE);
  guint n_lines = 0, n_carried = 0;

  for (guint i = 0; i < report->parts->len; i++) {
    const AkkPlanPart *part = report->parts->pdata[i];
    for (guint j = 0; j < part->lines->len; j++, n_lines++) {
      const AkkPlanLine *line = part->lines->pdata[j];
      if (line->standing != AKK_ACTION_CARRIED_OVER)
        continue;
      n_carried++;
      g_assert_cmpint (line->action->successor_id, !=, 0);
      g_assert_cmpstr (line->state, ==, "Overgedragen naar 2025");
    }
  }
  g_assert_cmpuint (n_carried, >, 0);
  g_assert_cmpuint (report->counts[AKK_ACTION_CARRIED_OVER], ==, n_carried);
  g_assert_cmpuint (report->counts[AKK_ACTION_BUSY] + report->counts[AKK_ACTION_TO_START], <,
                    n_lines);
  g_assert_nonnull (strstr (report->totals, " overgedragen"));
}

/* As the window prints: from a copy that belongs to another thread, words and all. */
static void
test_snapshot (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025, .text = (char *) "bedrijven" };
  g_autoptr (AkkPlanReport) report = NULL, same = NULL;
  g_autoptr (AkkStore) copy = NULL;
  g_autoptr (AkkActionRows) rows = NULL;
  g_autoptr (GError) error = NULL;

  /* The index of words follows an import bit by bit. */
  for (guint i = 0; i < 100 && report == NULL; i++) {
    report = report_new (self, &filter, FALSE);
    if (report->n_lines == 0)
      g_clear_pointer (&report, akk_plan_report_free);
  }
  g_assert_nonnull (report);
  g_clear_pointer (&report, akk_plan_report_free);
  report = report_new (self, &filter, FALSE);
  copy = akk_store_snapshot (self->base.store, NULL, &error);
  g_assert_no_error (error);
  rows = akk_action_rows_new (copy, self->agreement->record.id);
  same = akk_plan_report_new (rows, self->agreement, self->phrases, &filter, AKK_SORT_PLAN, FALSE,
                              FALSE);
  g_assert_cmpuint (report->n_lines, >, 0);
  g_assert_cmpuint (same->n_lines, ==, report->n_lines);
  g_assert_cmpstr (same->totals, ==, report->totals);
}

static void
test_nothing (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025, .text = (char *) "zeppelin" };
  g_autoptr (AkkPlanReport) report = report_new (self, &filter, TRUE);
  g_autofree char *page = akk_plan_html (report);

  g_assert_cmpuint (report->parts->len, ==, 0);
  g_assert_nonnull (strstr (report->totals, "Geen van de "));
  g_assert_nonnull (strstr (page, report->totals));
  g_assert_nonnull (strstr (page, "Selectie: met de woorden “zeppelin”"));
}

/* --- The public edition --- */

/* The elements of a page, counted; it is XML as well. */
typedef struct {
  guint tables, captions, rows, column_heads, row_heads, headings, others;
} Page;

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **attributes,
          const char **values,
          gpointer data,
          GError **error)
{
  Page *page = data;
  const char *scope = NULL, *foreign = NULL;

  for (guint i = 0; attributes[i] != NULL; i++) {
    if (g_str_equal (attributes[i], "scope"))
      scope = values[i];
    if (g_str_equal (attributes[i], "src") || g_str_equal (attributes[i], "href"))
      foreign = values[i];
  }
  g_assert_null (foreign);
  page->tables += g_str_equal (name, "table");
  page->captions += g_str_equal (name, "caption");
  page->rows += g_str_equal (name, "tr");
  page->column_heads += g_strcmp0 (scope, "col") == 0;
  page->row_heads += g_strcmp0 (scope, "row") == 0;
  page->headings += g_str_equal (name, "h2");
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

static void
test_page (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025 };
  g_autoptr (AkkPlanReport) report = report_new (self, &filter, TRUE);
  g_autofree char *html = akk_plan_html (report);
  Page page = read_page (html);

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"nl-BE\">"));
  g_assert_cmpuint (page.tables, ==, report->parts->len);
  g_assert_cmpuint (page.captions, ==, page.tables);
  g_assert_cmpuint (page.headings, ==, page.tables);
  g_assert_cmpuint (page.rows, ==, report->n_lines + page.tables);
  g_assert_cmpuint (page.row_heads, ==, report->n_lines);
  g_assert_cmpuint (page.column_heads, ==, 6 * page.tables);
  g_assert_cmpuint (page.others, ==, 0);
  g_assert_nonnull (strstr (html, report->totals));
  g_assert_null (strstr (html, "http"));
  g_assert_null (strstr (html, "url("));
}

static void
test_nobody (PlanExample *self, gconstpointer data)
{
  for (gint64 year = 2022; year <= 2025; year++) {
    const AkkActionFilter filter = { .year = year };
    g_autoptr (AkkPlanReport) report = report_new (self, &filter, TRUE);
    g_autofree char *html = akk_plan_html (report);

    g_assert_cmpuint (report->n_lines, >, 5);
    assert_names_nobody (self, html);
  }
}

static void
test_somebody (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025 };
  g_autoptr (AkkPlanReport) report = NULL;
  g_autofree char *html = NULL;

  plan_example_name_somebody (self);
  report = report_new (self, &filter, TRUE);
  html = akk_plan_html (report);
  g_assert_cmpuint (report->n_lines, >, 5);
  g_assert_nonnull (strstr (html, "Vraag het aan een medewerker (…, "));
  g_assert_nonnull (strstr (html, ", of aan een medewerker."));
  assert_names_nobody (self, html);
}

/* Whoever is in no register is known from who leads. */
static void
test_stranger (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025 };
  g_autoptr (AkkPlanReport) report = NULL;
  g_autofree char *html = NULL;

  plan_example_plant_stranger (self, 2025);
  report = report_new (self, &filter, TRUE);
  html = akk_plan_html (report);
  g_assert_nonnull (strstr (html, "Huisbezoeken met een medewerker"));
  g_assert_null (strstr (html, "Piet"));
  g_assert_null (strstr (html, "Vander Elst"));
}

/* --- Discretion --- */

static const struct {
  const char *text, *hidden;
} texts[] = {
  { "Els Van Doornik belt.", "een medewerker belt." },
  { "els van  doornik", "een medewerker" },
  { "Mevrouw Els Van Doornik en de heer Van Doornik", "een medewerker en een medewerker" },
  { "Van Doornik volgt op", "een medewerker volgt op" },
  { "Het van doornik-plein", "Het van doornik-plein" },
  { "Els belt.", "Els belt." },
  { "Vandoornik", "Vandoornik" },
  { "Mail els.vandoornik@stad.example.", "Mail …." },
  { "onbekend@elders.example", "…" },
  { "Bel 052 12 34 56 of 052/12.34.56 of +32 52 12 34 56", "Bel … of … of …" },
  { "Van 2024 tot 2025: 1.234.567 euro", "Van 2024 tot 2025: 1.234.567 euro" },
  { "Jan Zele", "een medewerker" },
  { "Zele doet mee", "Zele doet mee" },
  { "Werkgroep Onderwijs en Ria Smets-Claes", "Werkgroep Onderwijs en een medewerker" },
  { "Samen met An D’Hondt.", "Samen met een medewerker." },
  { "Team onderwijs van VDAB Aalst", "Team onderwijs van VDAB Aalst" },
  { "", "" },
};

/* Typed as who leads; the last two are nobody. */
static const char *const leads[] = { "Ria Smets-Claes, coach", "coach (An D’Hondt)",
                                     "Team onderwijs", "VDAB Aalst" };

static void
name_leads (PlanExample *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++) {
    g_autoptr (AkkAction) action = akk_store_get (self->base.store, &akk_action_record,
                                                  akk_action_rows_row (self->rows, i)->id);

    akk_store_set_text (self->base.store, action, "lead", leads[i]);
  }
}

static void
add_person (PlanExample *self, const char *name, const char *email, const char *phone)
{
  g_autoptr (AkkPerson) person = akk_record_new (&akk_person_record);

  g_object_set (person, "name", name, "email", email, "phone", phone, NULL);
  akk_store_add (self->base.store, person);
}

static void
test_discretion (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkDiscretion) discretion = NULL;

  akk_store_begin (self->base.store, "Add people");
  add_person (self, "Els Van Doornik", "els.vandoornik@stad.example", "052 12 34 56");
  add_person (self, "Jan Zele", "", "");
  name_leads (self);
  fixture_commit (&self->base);
  discretion = akk_discretion_new (self->base.store, self->phrases);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *hidden = akk_discretion_hide (discretion, texts[i].text);
    g_assert_cmpstr (hidden, ==, texts[i].hidden);
  }
}

#define ADD(name, test)                                                                            \
  g_test_add (name, PlanExample, NULL, plan_example_set_up, test, plan_example_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/plan-report/counts-every-action-of-the-year", test_whole);
  ADD ("/plan-report/says-its-selection-and-counts-it", test_filter);
  ADD ("/plan-report/what-went-on-is-told-as-carried-over", test_carried_over);
  ADD ("/plan-report/copy-says-the-same-of-a-search", test_snapshot);
  ADD ("/plan-report/says-that-nothing-is-selected", test_nothing);
  ADD ("/plan-report/page-is-one-file-with-a-table-per-priority", test_page);
  ADD ("/plan-report/page-names-nobody", test_nobody);
  ADD ("/plan-report/page-names-nobody-whom-people-wrote-down", test_somebody);
  ADD ("/plan-report/public-page-does-not-name-who-is-in-no-register", test_stranger);
  ADD ("/plan-report/discretion-hides-names-addresses-and-numbers", test_discretion);
  return g_test_run ();
}
