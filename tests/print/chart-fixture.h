/* Figures for charts, in tests and benchmarks: invented ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/chart.h"

#define D(value) ((gint64) ((value) * AKK_DECIMAL))
#define KNOWN(value) { .state = AKK_FIGURE_KNOWN, .low = D (value), .high = D (value) }
#define SUPPRESSED { .state = AKK_FIGURE_SUPPRESSED, .low = D (1), .high = D (3) }
#define RANGE(from, to) { .state = AKK_FIGURE_RANGE, .low = D (from), .high = D (to) }
#define PROVISIONAL(value)                                                                         \
  { .state = AKK_FIGURE_KNOWN, .low = D (value), .high = D (value), .provisional = TRUE }
#define LEVEL(at, of) { .is_set = TRUE, .value = D (at), .upper = D (at), .year = (of) }

static const AkkChartPoint chart_rate[] = {
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
