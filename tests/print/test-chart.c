/* Tests of charts: what they show, what they say, that their labels keep apart, and their PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart.h"

#include <string.h>

#include "chart-fixture.h"
#include "checked-pdf.h"
#include "print/flow.h"
#include "print/pdf.h"

#define WIDTH 208.0
#define FULL 439.37

/* --- What it says --- */

static void
assert_words (const char *words, const char *expected)
{
  g_autofree char *said = chart_plain (words);

  g_assert_cmpstr (said, ==, expected);
}

static char *
table_text (const AkkChart *chart)
{
  const GPtrArray *table = akk_chart_table (chart);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->len; i++) {
    g_autofree char *row = g_strjoinv ("|", table->pdata[i]);
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", row);
  }
  return chart_plain (text->str);
}

static void
test_line_says (void)
{
  AkkChartSeries data = chart_series (chart_rate, chart_years, G_N_ELEMENTS (chart_years));
  g_autoptr (AkkChart) chart = NULL;
  g_autofree char *table = NULL;

  data.baseline = (AkkChartLevel) LEVEL (77.9, 2020);
  data.target = (AkkChartLevel) LEVEL (80, 2025);
  chart = akk_chart_new_line (chart_paper, &data, WIDTH);
  table = table_text (chart);
  assert_words (akk_chart_alt (chart), "Titel: van 77,9 % in 2020 naar 79,9 % in 2024. "
                                       "Nulmeting 77,9 % (2020). Streefcijfer 80,0 % (2025).");
  assert_words (akk_chart_note (chart), "Open getekend: voorlopig cijfer (2024).");
  assert_words (table, "Jaar|Cijfer|Opmerking\n2020|77,9 %|nulmeting\n2021|78,2 %|\n2022|79,0 %|\n"
                       "2023|79,4 %|\n2024|79,9 %|voorlopig\n2025|80,0 %|streefcijfer");
}

static void
test_gaps_are_said (void)
{
  static const AkkChartPoint one[] = { { 2024, KNOWN (5) } };
  static const AkkChartPoint part[] = {
    { 2024, { .state = AKK_FIGURE_KNOWN, .low = D (5), .high = D (5), .n_parts = 8, .n_known = 7 } }
  };
  static const AkkChartPoint none[] = { { 2024, { .state = AKK_FIGURE_UNAVAILABLE } } };
  static const struct {
    const AkkChartPoint *points;
    guint n;
    const char *alt, *note, *last_row;
  } cases[] = {
    { NULL, 0, "Titel: geen cijfers.", "", "Jaar|Cijfer|Opmerking" },
    { one, 1, "Titel: 5 stages in 2024.", "", "2024|5 stages|" },
    { part, 1, "Titel: 5 stages in 2024.",
      "Open getekend: nog niet alle cijfers zijn binnen (2024).",
      "2024|5 stages|cijfers van 7 van de 8" },
    { none, 1, "Titel: geen cijfers.", "", "2024|niet beschikbaar|" },
    { chart_small, 4, "Titel: van 2 stages in 2020 naar 1–3 stages in 2023.",
      "1–3: een aantal dat te klein is om te tonen.", "2023|1–3 stages|" },
    { chart_ranges, 6, "Titel: van 21 stages in 2019 naar 20–23 stages in 2024.",
      "Een streep van laag naar hoog: een deel van de cijfers is te klein om te tonen.",
      "2024|20–23 stages|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkChartSeries data = chart_series (chart_number, cases[i].points, cases[i].n);
    g_autoptr (AkkChart) chart = akk_chart_new_line (chart_paper, &data, WIDTH);
    g_autofree char *table = table_text (chart);
    assert_words (akk_chart_alt (chart), cases[i].alt);
    assert_words (akk_chart_note (chart), cases[i].note);
    g_assert_true (g_str_has_suffix (table, cases[i].last_row));
  }
}

/* --- What it shows --- */

static guint
count (const AkkChart *chart, AkkMarkKind kind, AkkInk ink)
{
  guint n = 0;

  for (guint i = 0; i < chart->marks->len; i++) {
    const AkkMark *mark = &g_array_index (chart->marks, AkkMark, i);
    n += mark->kind == kind && mark->ink == ink;
  }
  return n;
}

static void
test_points (void)
{
  static const struct {
    const AkkChartPoint *points;
    guint n, discs, lines, areas;
  } cases[] = {
    { NULL, 0, 0, 0, 0 },           { chart_years, 5, 5, 1, 0 },
    { chart_small, 5, 3, 0, 0 }, /* 1–3 has no point, and breaks the line */
    { chart_ranges, 6, 2, 9, 3 }, /* a range is a bar with two ends, and a band to its neighbours */
    { chart_negative, 4, 4, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkChartSeries data = chart_series (chart_number, cases[i].points, cases[i].n);
    g_autoptr (AkkChart) chart = akk_chart_new_line (chart_paper, &data, WIDTH);
    g_assert_cmpuint (count (chart, AKK_MARK_DISC, AKK_INK_ACCENT), ==, cases[i].discs);
    g_assert_cmpuint (count (chart, AKK_MARK_LINE, AKK_INK_ACCENT), ==, cases[i].lines);
    g_assert_cmpuint (count (chart, AKK_MARK_AREA, AKK_INK_GROUND), ==, cases[i].areas);
  }
}

static gboolean
has_hollow_point (const AkkChart *chart)
{
  for (guint i = 0; i < chart->marks->len; i++) {
    const AkkMark *mark = &g_array_index (chart->marks, AkkMark, i);
    if (mark->kind == AKK_MARK_DISC && mark->thick > 0)
      return TRUE;
  }
  return FALSE;
}

static void
test_provisional_is_hollow (void)
{
  AkkChartSeries open = chart_series (chart_rate, chart_years, 5),
                 known = chart_series (chart_rate, chart_years, 4);
  g_autoptr (AkkChart) one = akk_chart_new_line (chart_paper, &open, WIDTH);
  g_autoptr (AkkChart) other = akk_chart_new_line (chart_paper, &known, WIDTH);

  g_assert_true (has_hollow_point (one));
  g_assert_false (has_hollow_point (other));
}

static void
test_words_are_printed (void)
{
  AkkChartSeries small = chart_series (chart_number, chart_small, 5),
                 steps = chart_series (chart_scale, chart_steps, 4);
  g_autoptr (AkkChart) line = NULL, stepped = NULL, card = NULL;
  g_autofree char *line_texts = NULL, *step_texts = NULL, *card_texts = NULL;

  small.target = (AkkChartLevel) LEVEL (6, 2025);
  line = akk_chart_new_line (chart_paper, &small, WIDTH);
  line_texts = chart_texts (line);
  assert_words (line_texts, "Titel |eenheid |5 |1–3 |1–3 |6 streefcijfer |2024 |2020 |2025 |");
  steps.target = (AkkChartLevel) LEVEL (3, 2025);
  stepped = akk_chart_new_line (chart_paper, &steps, WIDTH);
  step_texts = chart_texts (stepped);
  assert_words (step_texts,
                "Titel |eenheid |bereikt (streefcijfer) |op weg |begin |geen |2024 |2021 "
                "|2025 |");
  card = akk_chart_new_spark (chart_paper, &small, WIDTH, 63);
  card_texts = chart_texts (card);
  assert_words (card_texts, "1–3 |1–3 |");
}

static void
test_bars_from_nought (void)
{
  static const AkkChartBar bars[] = { { "A", KNOWN (40), { 0 } },
                                      { "B", KNOWN (-20), { 0 } },
                                      { "C", SUPPRESSED, { 0 } } };
  const AkkChartBars data = { .head = { "Titel", NULL, TRUE },
                              .indicator = chart_number,
                              .year = 2024,
                              .bars = bars,
                              .n_bars = 3 };
  g_autoptr (AkkChart) chart = akk_chart_new_bars (chart_paper, &data, FULL);
  const AkkMark *drawn[2];
  guint n = 0;

  for (guint i = 0; i < chart->marks->len; i++) {
    const AkkMark *mark = &g_array_index (chart->marks, AkkMark, i);
    if (mark->kind == AKK_MARK_RECTANGLE && mark->ink == AKK_INK_ACCENT) {
      g_assert_cmpuint (n, <, 2);
      drawn[n++] = mark;
    }
  }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat_with_epsilon (drawn[0]->width, 2 * drawn[1]->width, 0.01);
  g_assert_cmpfloat_with_epsilon (drawn[1]->x + drawn[1]->width, drawn[0]->x, 0.01);
  assert_words (akk_chart_alt (chart), "Titel: A: 40 stages; B: −20 stages; C: 1–3 stages.");
}

static void
test_bullets (void)
{
  const AkkChartBars data = { .head = { "Trajecten", NULL },
                              .indicator = chart_number,
                              .year = 2024,
                              .bars = chart_bullets,
                              .n_bars = G_N_ELEMENTS (chart_bullets) };
  g_autoptr (AkkChart) chart = akk_chart_new_bars (chart_paper, &data, FULL);
  g_autofree char *words = chart_texts (chart);

  g_assert_nonnull (strstr (words, "|94 van 160 |"));
  g_assert_nonnull (strstr (words, "|330–348 van 340 |"));
  g_assert_nonnull (strstr (words, "|1–3 van 20 |"));
  g_assert_nonnull (strstr (words, "|Zonder cijfer |– |"));
  g_assert_cmpuint (count (chart, AKK_MARK_RECTANGLE, AKK_INK_TARGET), ==, 6); /* one in the key */
}

static void
test_squares (void)
{
  const AkkChartSquares data = { { "Acties", NULL, TRUE }, chart_squares, 3 };
  g_autoptr (AkkChart) chart = akk_chart_new_squares (chart_paper, &data, FULL);
  g_autofree char *words = chart_texts (chart), *table = table_text (chart);
  guint squares = 0;

  for (guint i = 0; i < chart->marks->len; i++) {
    const AkkMark *mark = &g_array_index (chart->marks, AkkMark, i);
    squares += mark->kind == AKK_MARK_RECTANGLE && mark->width > 9 && mark->width < 10.1;
  }
  g_assert_cmpuint (squares, ==, 14 + 13 + 9);
  g_assert_nonnull (strstr (words, "1 Meer mensen aan de slag |9 van 14 |"));
  g_assert_true (g_str_has_prefix (akk_chart_alt (chart),
                                   "Acties: 1 Meer mensen aan de slag: 9 van 14 (9 klaar, 3 bezig, "
                                   "1 niet gestart, 1 gestopt). 2 Sterke"));
  g_assert_true (g_str_has_prefix (
      table, "Onderdeel|klaar|aangepast|bezig|niet gestart|overgedragen|gestopt|Samen\n1 Meer "
             "mensen aan de slag|9|0|3|1|0|1|14\n"));
  g_assert_cmpfloat (akk_chart_lead (chart), >, 0);
}

static void
test_multiples_share_a_scale (void)
{
  g_autoptr (AkkChart) chart = chart_multiples (FULL);
  g_autofree char *table = table_text (chart);
  g_autofree char *note = chart_plain (akk_chart_note (chart)),
                  *alt = chart_plain (akk_chart_alt (chart));

  g_assert_true (g_str_has_suffix (note, "Dezelfde schaal voor alle: 74,0 tot 82,0 %."));
  g_assert_nonnull (strstr (table, "Zele|74,6 %|75,2 %|76,3 %|77,1 %|\nregio|77,9 %"));
  g_assert_nonnull (strstr (alt, "Hamme: van 75,2 % in 2020 naar 78,4 % in 2024"));
}

static void
test_strip (void)
{
  g_autoptr (AkkChart) chart = chart_strip (2, FULL);
  g_autofree char *words = chart_texts (chart);

  assert_words (akk_chart_alt (chart),
                "Overleg: Stuurgroep: 28 december, 31 december (gepland). 2 van minstens 1. "
                "Werkgroep: geen vergadering. 0 gehouden.");
  assert_words (words, "Overleg |j |f |m |a |m |j |j |a |s |o |n |d |Stuurgroep |28 |31 |2 van "
                       "minstens 1 |Werkgroep |0 gehouden |");
  g_assert_cmpuint (count (chart, AKK_MARK_DISC, AKK_INK_ACCENT), ==, 2);
}

/* --- In a document --- */

static void
test_equal (void)
{
  AkkChartSeries data = chart_series (chart_rate, chart_years, 5);
  g_autoptr (AkkChart) one = akk_chart_new_line (chart_paper, &data, WIDTH);
  g_autoptr (AkkChart) same = akk_chart_new_line (chart_paper, &data, WIDTH);
  g_autoptr (AkkChart) wider = akk_chart_new_line (chart_paper, &data, WIDTH + 1);
  g_autoptr (AkkChart) other = NULL;

  data.n_points--;
  other = akk_chart_new_line (chart_paper, &data, WIDTH);
  g_assert_true (akk_chart_equal (one, same));
  g_assert_false (akk_chart_equal (one, wider));
  g_assert_false (akk_chart_equal (one, other));
}

static GPtrArray *
one_of_each (void)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_chart_unref);
  AkkChartSeries line = chart_series (chart_rate, chart_years, 5),
                 steps = chart_series (chart_scale, chart_steps, 4);
  const AkkChartBars bars = { .head = { "Balken", NULL },
                              .indicator = chart_number,
                              .year = 2024,
                              .bars = chart_bullets,
                              .n_bars = 6 };
  const AkkChartSquares squares = { { "Acties", NULL }, chart_squares, 3 };

  line.target = (AkkChartLevel) LEVEL (80, 2025);
  g_ptr_array_add (charts, akk_chart_new_line (chart_paper, &line, WIDTH));
  g_ptr_array_add (charts, akk_chart_new_spark (chart_paper, &line, WIDTH, 63));
  g_ptr_array_add (charts, akk_chart_new_spark (chart_paper, &steps, WIDTH, 63));
  g_ptr_array_add (charts, akk_chart_new_bars (chart_paper, &bars, FULL));
  g_ptr_array_add (charts, akk_chart_new_squares (chart_paper, &squares, FULL));
  g_ptr_array_add (charts, chart_multiples (FULL));
  g_ptr_array_add (charts, chart_strip (2, FULL));
  return charts;
}

static guint
occurrences (const char *text, const char *words)
{
  guint n = 0;

  for (; (text = strstr (text, words)) != NULL; text += strlen (words))
    n++;
  return n;
}

/* Every text of every chart can be taken out of the file once, and the file conforms. */
static void
test_pdf (void)
{
  g_autoptr (GPtrArray) charts = one_of_each ();
  AkkFlow *flow = akk_flow_new (chart_paper);
  AkkPdfInfo info = { .title = "Grafieken", .language = "nl-BE" };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) pdf = NULL;

  for (guint i = 0; i < charts->len; i++) {
    double width, height;
    akk_chart_size (charts->pdata[i], &width, &height);
    akk_flow_row (flow, AKK_SLOT, height, AKK_NO_LINE);
    akk_flow_chart (flow, akk_chart_ref (charts->pdata[i]), AKK_PAGE_LEFT, 0, AKK_NO_NODE);
  }
  pdf = akk_pdf_bytes (akk_pages_new (flow), &info, &error);
  g_assert_no_error (error);
  text = checked_words (pdf, NULL);
  g_assert_cmpuint (occurrences (text, "80,0 streefcijfer"), ==, 1);
  g_assert_cmpuint (occurrences (text, "94 van 160"), ==, 1);
  g_assert_cmpuint (occurrences (text, "9 van 14"), ==, 1);
  g_assert_cmpuint (occurrences (text, "Buggenhout"), ==, 1);
  g_assert_cmpuint (occurrences (text, "Stuurgroep"), ==, 1);
  g_assert_cmpuint (occurrences (text, "op weg"), ==, 1);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  chart_set_up ();
  g_test_add_func ("/chart/line-says-first-last-baseline-and-target", test_line_says);
  g_test_add_func ("/chart/gaps-suppressed-and-ranges-are-said", test_gaps_are_said);
  g_test_add_func ("/chart/each-known-year-has-a-point", test_points);
  g_test_add_func ("/chart/provisional-is-hollow", test_provisional_is_hollow);
  g_test_add_func ("/chart/words-are-printed-in-order", test_words_are_printed);
  g_test_add_func ("/chart/bars-begin-at-nought", test_bars_from_nought);
  g_test_add_func ("/chart/bullets-say-of-how-many", test_bullets);
  g_test_add_func ("/chart/each-action-is-a-square", test_squares);
  g_test_add_func ("/chart/multiples-share-a-scale", test_multiples_share_a_scale);
  g_test_add_func ("/chart/strip-has-a-disc-for-each-meeting", test_strip);
  g_test_add_func ("/chart/equal-ones-are-equal", test_equal);
  g_test_add_func ("/chart/all-kinds-conform-and-are-read-once", test_pdf);
  status = g_test_run ();
  chart_tear_down ();
  return status;
}
