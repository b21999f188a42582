/* Tests of charts: whatever they show, no two of their labels touch.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-internal.h"

#include "chart-fixture.h"

#define N_ROUNDS 300
#define NEAR 0.2

static void
assert_apart (const AkkChart *chart)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (AkkBox));
  double width, height;

  akk_chart_size (chart, &width, &height);
  for (guint i = 0; i < chart->marks->len; i++) {
    const AkkMark *mark = &g_array_index (chart->marks, AkkMark, i);
    AkkBox box;
    if (mark->kind != AKK_MARK_TEXT)
      continue;
    const AkkSetLine *line = &mark->set->lines[mark->line];
    const double size = mark->set->spans[line->first_span].size;
    box = (AkkBox) { mark->x, mark->y - 0.7 * size, line->width, 0.92 * size };
    g_assert_cmpfloat (box.x, >=, -NEAR);
    g_assert_cmpfloat (box.y, >=, -NEAR);
    g_assert_cmpfloat (box.x + box.width, <=, width + NEAR);
    g_assert_cmpfloat (box.y + box.height, <=, height + NEAR);
    for (guint j = 0; j < boxes->len; j++) {
      if (akk_box_overlaps (&box, &g_array_index (boxes, AkkBox, j))) {
        g_autofree char *words = chart_texts (chart);
        g_test_message ("%s: the text at %.1f %.1f touches another", words, box.x, box.y);
        g_assert_not_reached ();
      }
    }
    g_array_append_val (boxes, box);
  }
}

static AkkFigure
any_figure (double most)
{
  double low = g_test_rand_double_range (-most / 4, most);

  switch (g_test_rand_int_range (0, 8)) {
  case 0:
    return (AkkFigure) { .state = AKK_FIGURE_MISSING };
  case 1:
    return (AkkFigure) SUPPRESSED;
  case 2:
    return (AkkFigure) RANGE (low, low + most / 9);
  case 3:
    return (AkkFigure) PROVISIONAL (low);
  case 4:
    return (AkkFigure) { .state = AKK_FIGURE_UNAVAILABLE };
  default:
    return (AkkFigure) KNOWN (low);
  }
}

static void
fill_any (AkkChartSeries *data, AkkChartPoint *points)
{
  static AkkIndicator *const *const kinds[] = { &chart_rate, &chart_number, &chart_scale,
                                                &chart_yes_no };
  int year = g_test_rand_int_range (2005, 2022);
  double most = g_test_rand_bit () ? 8 : 1e7;
  guint n = (guint) g_test_rand_int_range (0, 18);

  *data = chart_series (*kinds[g_test_rand_int_range (0, 4)], points, n);
  for (guint i = 0; i < n; i++) {
    points[i] = (AkkChartPoint) { year++, any_figure (most) };
    year += g_test_rand_int_range (0, 8) == 0;
  }
  if (g_test_rand_bit ())
    data->baseline = (AkkChartLevel) LEVEL (g_test_rand_double_range (0, most), 2004);
  if (g_test_rand_bit ())
    data->target = (AkkChartLevel) LEVEL (g_test_rand_double_range (0, most), year + 3);
}

static void
test_any_line (void)
{
  for (guint round = 0; round < N_ROUNDS; round++) {
    AkkChartPoint points[18];
    AkkChartSeries data;
    double width = g_test_rand_double_range (120, 700);
    fill_any (&data, points);
    g_autoptr (AkkChart) line = akk_chart_new_line (chart_paper, &data, width);
    g_autoptr (AkkChart) card = akk_chart_new_spark (chart_paper, &data, width, 63);
    assert_apart (line);
    assert_apart (card);
  }
}

static void
test_any_bars (void)
{
  for (guint round = 0; round < N_ROUNDS / 3; round++) {
    AkkChartBar bars[12];
    guint n = (guint) g_test_rand_int_range (0, 13);
    AkkChartBars data = { .head = { "Werkzaamheidsgraad van wie al lang werk zoekt", "eenheid" },
                          .indicator = chart_number,
                          .year = 2024,
                          .bars = bars,
                          .n_bars = n,
                          .has_reference = g_test_rand_bit (),
                          .reference = D (3),
                          .reference_label = "regio 3" };
    for (guint i = 0; i < n; i++) {
      bars[i] = (AkkChartBar) { chart_bullets[i % 6].label, any_figure (1e6), { 0 } };
      if (g_test_rand_bit ())
        bars[i].target = (AkkChartLevel) LEVEL (g_test_rand_double_range (0, 1e6), 2024);
    }
    g_autoptr (AkkChart) chart =
        akk_chart_new_bars (chart_paper, &data, g_test_rand_double_range (160, 700));
    assert_apart (chart);
  }
}

static void
test_any_width (void)
{
  for (double width = 150; width < 700; width += 23) {
    const AkkChartSquares squares = { { "Acties per ambitie", NULL }, chart_squares, 3 };
    g_autoptr (AkkChart) cells = chart_multiples (width);
    g_autoptr (AkkChart) actions = akk_chart_new_squares (chart_paper, &squares, width);
    g_autoptr (AkkChart) few = chart_strip (3, width);
    g_autoptr (AkkChart) many = chart_strip (52, width);
    assert_apart (cells);
    assert_apart (actions);
    assert_apart (few);
    assert_apart (many);
  }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  chart_set_up ();
  g_test_add_func ("/chart-labels/of-any-line-keep-apart", test_any_line);
  g_test_add_func ("/chart-labels/of-any-bars-keep-apart", test_any_bars);
  g_test_add_func ("/chart-labels/at-any-width-keep-apart", test_any_width);
  status = g_test_run ();
  chart_tear_down ();
  return status;
}
