/* Figures for charts, in tests and benchmarks: invented ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/dates.h"
#include "print/chart-internal.h"

#define D(value) ((gint64) ((value) * AKK_DECIMAL))
#define KNOWN(value) { .state = AKK_FIGURE_KNOWN, .low = D (value), .high = D (value) }
#define SUPPRESSED { .state = AKK_FIGURE_SUPPRESSED, .low = D (1), .high = D (3) }
#define RANGE(from, to) { .state = AKK_FIGURE_RANGE, .low = D (from), .high = D (to) }
#define PROVISIONAL(value)                                                                         \
  { .state = AKK_FIGURE_KNOWN, .low = D (value), .high = D (value), .provisional = TRUE }
#define LEVEL(at, of) { .is_set = TRUE, .value = D (at), .upper = D (at), .year = (of) }

static const AkkChartPoint chart_years[] = {
  { 2020, KNOWN (77.9) }, { 2021, KNOWN (78.2) },       { 2022, KNOWN (79.0) },
  { 2023, KNOWN (79.4) }, { 2024, PROVISIONAL (79.9) },
};
static const AkkChartPoint chart_small[] = {
  { 2020, KNOWN (2) },  { 2021, SUPPRESSED }, { 2022, KNOWN (4) },
  { 2023, SUPPRESSED }, { 2024, KNOWN (5) },
};
static const AkkChartPoint chart_ranges[] = {
  { 2019, KNOWN (21) },     { 2020, RANGE (24, 30) },
  { 2021, KNOWN (31) },     { 2022, { .state = AKK_FIGURE_MISSING } },
  { 2023, RANGE (18, 24) }, { 2024, RANGE (20, 23) },
};
static const AkkChartPoint chart_negative[] = {
  { 2020, KNOWN (-120) },
  { 2021, KNOWN (40) },
  { 2022, KNOWN (-15) },
  { 2023, KNOWN (90) },
};
static const AkkChartPoint chart_steps[] = {
  { 2021, KNOWN (0) },
  { 2022, KNOWN (1) },
  { 2023, KNOWN (1) },
  { 2024, KNOWN (2) },
};

static inline AkkIndicator *
chart_indicator (AkkIndicatorKind kind, const char *unit, gint64 decimals)
{
  AkkIndicator *self = akk_record_new (&akk_indicator_record);

  g_object_set (self, "name", "Werkzaamheidsgraad", "kind", (gint64) kind, "unit", unit, "decimals",
                decimals, NULL);
  return self;
}

static const AkkChartBar chart_bullets[] = {
  { "Multiproblematiek", KNOWN (318), LEVEL (300, 2024) },
  { "(Equivalent) leefloon", KNOWN (426), LEVEL (360, 2024) },
  { "Niet-beroepsactief, met uitkering", RANGE (330, 348), LEVEL (340, 2024) },
  { "Niet-beroepsactief, zonder uitkering", PROVISIONAL (94), LEVEL (160, 2024) },
  { "Anderstalige nieuwkomers", SUPPRESSED, LEVEL (20, 2024) },
  { "Zonder cijfer", { .state = AKK_FIGURE_MISSING }, { 0 } },
};
static const AkkChartBar chart_plain_bars[] = {
  { "Berlare", KNOWN (80.6), { 0 } },     { "Buggenhout", KNOWN (81.3), { 0 } },
  { "Hamme", KNOWN (78.4), { 0 } },       { "Laarne", PROVISIONAL (81.9), { 0 } },
  { "Lebbeke", RANGE (76, 80.1), { 0 } }, { "Zele", { .state = AKK_FIGURE_UNAVAILABLE }, { 0 } },
};

static const AkkChartSquaresRow chart_squares[] = {
  { "1 Meer mensen aan de slag", { 1, 3, 9, 0, 1 } },
  { "2 Sterke dienstverlening aan werkgevers", { 0, 1, 9, 1, 0, 2 } },
  { "3 Levenslang leren", { 1, 2, 5, 0, 1 } },
};

static const char *const chart_municipalities[] = { "Berlare", "Buggenhout", "Hamme",    "Laarne",
                                                    "Lebbeke", "Wetteren",   "Wichelen", "Zele" };
static const double chart_rates[][5] = {
  { 78.8, 79.2, 79.9, 80.3, 80.6 }, { 79.5, 79.6, 80.4, 81.0, 81.3 },
  { 75.2, 76.0, 76.9, 77.7, 78.4 }, { 80.6, 80.3, 81.2, 81.0, 81.9 },
  { 78.5, 79.1, 79.5, 79.8, 80.1 }, { 78.1, 78.4, 79.2, 79.6, 80.0 },
  { 80.1, 80.8, 80.0, 81.0, 81.2 }, { 74.6, 75.2, 76.3, 77.1, 77.9 },
};

static AkkPaper *chart_paper;
static AkkIndicator *chart_rate, *chart_number, *chart_scale, *chart_yes_no;

static inline void
chart_set_up (void)
{
  g_autoptr (GError) error = NULL;

  chart_paper = akk_paper_new ("nl-BE", &error);
  g_assert_no_error (error);
  chart_rate = chart_indicator (AKK_INDICATOR_PERCENTAGE, "", 1);
  chart_number = chart_indicator (AKK_INDICATOR_NUMBER, "stages", 0);
  chart_scale = chart_indicator (AKK_INDICATOR_SCALE, "", 0);
  chart_yes_no = chart_indicator (AKK_INDICATOR_YES_NO, "", 0);
}

static inline void
chart_tear_down (void)
{
  g_clear_object (&chart_rate);
  g_clear_object (&chart_number);
  g_clear_object (&chart_scale);
  g_clear_object (&chart_yes_no);
  g_clear_object (&chart_paper);
}

static inline AkkChartSeries
chart_series (const AkkIndicator *indicator, const AkkChartPoint *points, guint n)
{
  return (AkkChartSeries) {
    .head = { "Titel", "eenheid" }, .indicator = indicator, .points = points, .n_points = n
  };
}

/* With spaces that may break: what words say, not where lines end. */
static inline char *
chart_plain (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "\u00a0", -1);

  return g_strjoinv (" ", parts);
}

/* The texts in the order in which they are read, with a bar between. */
static inline char *
chart_texts (const AkkChart *chart)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < chart->marks->len; i++) {
    const AkkMark *mark = &g_array_index (chart->marks, AkkMark, i);
    if (mark->kind != AKK_MARK_TEXT)
      continue;
    const AkkSetLine *line = &mark->set->lines[mark->line];
    for (guint j = line->first_span; j < line->first_span + line->n_spans; j++)
      g_string_append_len (text, mark->set->text + mark->set->spans[j].first_byte,
                           mark->set->spans[j].n_bytes);
    g_string_append_c (text, '|');
  }
  return chart_plain (text->str);
}

static inline AkkChart *
chart_multiples (double width)
{
  static AkkChartPoint points[8][5];
  AkkChartCell cells[8];

  for (guint i = 0; i < 8; i++) {
    for (guint j = 0; j < 5; j++)
      points[i][j] = (AkkChartPoint) { 2020 + (int) j, KNOWN (chart_rates[i][j]) };
    cells[i] = (AkkChartCell) { chart_municipalities[i], points[i], 5, { 0 } };
  }
  points[7][4].figure = (AkkFigure) { .state = AKK_FIGURE_MISSING };
  const AkkChartMultiples data = { .head = { "Per gemeente", NULL },
                                   .indicator = chart_rate,
                                   .cells = cells,
                                   .n_cells = 8,
                                   .region = chart_years,
                                   .n_region = 5,
                                   .target = LEVEL (80, 2025) };
  return akk_chart_new_multiples (chart_paper, &data, width);
}

static inline AkkChart *
chart_strip (guint n_days, double width)
{
  static AkkChartDay days[60];
  AkkChartStripRow rows[] = { { "Stuurgroep", days, n_days, "2 van minstens 1" },
                              { "Werkgroep", NULL, 0, "0 gehouden" } };
  const AkkChartStrip data = { { "Overleg", NULL }, 2024, rows, 2 };

  for (guint i = 0; i < n_days; i++)
    days[i] = (AkkChartDay) { akk_date_from_ymd (2024, 12, 31) - (n_days - i - 1) * 3, i % 2 == 1 };
  return akk_chart_new_strip (chart_paper, &data, width);
}
