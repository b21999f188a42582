/* Tests of the arithmetic of charts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-scale.h"

#include <math.h>

#define NEAR 1e-6
#define N_ROUNDS 2000

static void
test_range (void)
{
  static const struct {
    double values[4];
    guint n;
    double low, high;
  } cases[] = {
    { { 0 }, 0, 0, 0 },
    { { -3 }, 1, -3, -3 },
    { { 5, 2 }, 2, 2, 5 },
    { { -1, 4, -7, 0 }, 4, -7, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkRange range = { 0 };
    for (guint j = 0; j < cases[i].n; j++)
      akk_range_add (&range, cases[i].values[j]);
    g_assert_cmpint (range.is_set, ==, cases[i].n > 0);
    g_assert_cmpfloat (range.low, ==, cases[i].low);
    g_assert_cmpfloat (range.high, ==, cases[i].high);
  }
}

static void
test_step (void)
{
  static const struct {
    double low, high;
    guint most;
    double least, step, round_low, round_high;
  } cases[] = {
    { 74.3, 81.9, 5, 1, 2, 74, 82 },  { 0, 10, 5, 1, 2, 0, 10 },
    { 0, 10.001, 10, 0.1, 2, 0, 12 }, { -12, 47, 6, 1, 10, -20, 50 },
    { 3, 3, 5, 1, 1, 3, 3 },          { 0.12, 0.17, 5, 0.01, 0.01, 0.12, 0.17 },
    { 0, 9e14, 5, 1, 2e14, 0, 1e15 }, { -0.4, -0.1, 3, 0.1, 0.1, -0.4, -0.1 },
    { 2, 2.4, 4, 1, 1, 2, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkRange range = { TRUE, cases[i].low, cases[i].high }, rounded;
    double step = akk_range_step (&range, cases[i].most, cases[i].least);
    g_assert_cmpfloat_with_epsilon (step, cases[i].step, cases[i].step * NEAR);
    rounded = akk_range_round (&range, step);
    g_assert_cmpfloat_with_epsilon (rounded.low, cases[i].round_low, step * NEAR);
    g_assert_cmpfloat_with_epsilon (rounded.high, cases[i].round_high, step * NEAR);
  }
}

static void
test_no_range_has_the_least_step (void)
{
  AkkRange none = { 0 };

  g_assert_cmpfloat (akk_range_step (&none, 5, 1), ==, 1);
  g_assert_false (akk_range_round (&none, 1).is_set);
}

static void
test_place (void)
{
  static const struct {
    AkkScale scale;
    double value, place;
  } cases[] = {
    { { { TRUE, 0, 10 }, 100, 0 }, 0, 100 },
    { { { TRUE, 0, 10 }, 100, 0 }, 10, 0 },
    { { { TRUE, 0, 10 }, 100, 0 }, 2.5, 75 },
    { { { TRUE, -10, 10 }, 0, 200 }, -5, 50 },
    { { { TRUE, -10, 10 }, 0, 200 }, -50, 0 }, /* beyond */
    { { { TRUE, -10, 10 }, 0, 200 }, 50, 200 },
    { { { TRUE, 7, 7 }, 0, 80 }, 7, 40 }, /* one point */
    { { { FALSE, 0, 0 }, 0, 80 }, 3, 40 }, /* none */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (akk_scale_place (&cases[i].scale, cases[i].value),
                                    cases[i].place, NEAR);
}

static void
test_spread (void)
{
  static const struct {
    guint n;
    double at[4], size, from, to, result[4];
  } cases[] = {
    { 2, { 10, 40 }, 9, 0, 60, { 10, 40 } }, /* apart already */
    { 2, { 30, 30 }, 9, 0, 60, { 25.5, 34.5 } }, /* the same: as given */
    { 2, { 30, 26 }, 9, 0, 60, { 32.5, 23.5 } }, /* the lower one is given first */
    { 2, { 1, 2 }, 9, 0, 60, { 4.5, 13.5 } }, /* into the frame */
    { 3, { 58, 60, 20 }, 9, 0, 60, { 46.5, 55.5, 20 } },
    { 3, { 20, 29, 24 }, 9, 0, 60, { 46.0 / 3, 100.0 / 3, 73.0 / 3 } },
    { 1, { -50 }, 9, 0, 60, { 4.5 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkLabel labels[4];
    for (guint j = 0; j < cases[i].n; j++)
      labels[j] = (AkkLabel) { cases[i].at[j], cases[i].size };
    g_assert_true (akk_labels_spread (labels, cases[i].n, cases[i].from, cases[i].to));
    for (guint j = 0; j < cases[i].n; j++)
      g_assert_cmpfloat_with_epsilon (labels[j].at, cases[i].result[j], NEAR);
  }
}

static void
test_no_room (void)
{
  AkkLabel labels[] = { { 3, 9 }, { 4, 9 } };

  g_assert_false (akk_labels_spread (labels, 2, 0, 17));
  g_assert_cmpfloat (labels[0].at, ==, 3);
  g_assert_true (akk_labels_spread (labels, 2, 0, 18));
  g_assert_true (akk_labels_spread (NULL, 0, 0, 0));
}

/* Random labels never overlap, stay in the frame, and keep their order. */
static void
test_spread_always (void)
{
  for (guint round = 0; round < N_ROUNDS; round++) {
    AkkLabel labels[12], before[12];
    guint n = (guint) g_test_rand_int_range (1, 13);
    double room = 0;
    for (guint i = 0; i < n; i++) {
      labels[i].at = g_test_rand_double_range (-40, 240);
      labels[i].size = g_test_rand_double_range (2, 16);
      before[i] = labels[i];
      room += labels[i].size;
    }
    g_assert_true (akk_labels_spread (labels, n, 0, MAX (room, 120)));
    for (guint i = 0; i < n; i++) {
      g_assert_cmpfloat (labels[i].at - labels[i].size / 2, >=, -NEAR);
      g_assert_cmpfloat (labels[i].at + labels[i].size / 2, <=, MAX (room, 120) + NEAR);
      for (guint j = 0; j < n; j++) {
        if (before[i].at >= before[j].at)
          continue;
        g_assert_cmpfloat (labels[j].at - labels[i].at, >=,
                           (labels[i].size + labels[j].size) / 2 - NEAR);
      }
    }
  }
}

static void
test_choose (void)
{
  const AkkLabel labels[] = { { 100, 18 }, { 0, 18 }, { 110, 18 }, { 21, 18 }, { 30, 18 } };
  const gboolean expected[] = { TRUE, TRUE, FALSE, TRUE, FALSE };
  gboolean shown[G_N_ELEMENTS (labels)];

  akk_labels_choose (labels, G_N_ELEMENTS (labels), 3, shown);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpint (shown[i], ==, expected[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-scale/range-takes-in-every-value", test_range);
  g_test_add_func ("/chart-scale/steps-are-round", test_step);
  g_test_add_func ("/chart-scale/no-range-has-the-least-step", test_no_range_has_the_least_step);
  g_test_add_func ("/chart-scale/values-have-their-place", test_place);
  g_test_add_func ("/chart-scale/labels-are-pushed-apart", test_spread);
  g_test_add_func ("/chart-scale/no-room-moves-nothing", test_no_room);
  g_test_add_func ("/chart-scale/labels-never-overlap", test_spread_always);
  g_test_add_func ("/chart-scale/first-labels-go-before", test_choose);
  return g_test_run ();
}
