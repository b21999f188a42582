/* Order keys always find room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/order.h"

static char *
checked_between (const char *before, const char *after)
{
  char *key = akk_order_between (before, after);

  if (strcmp (key, before) <= 0 || (*after != '\0' && strcmp (key, after) >= 0))
    g_error ("“%s” is not between “%s” and “%s”", key, before, after);
  return key;
}

static void
test_random_inserts_keep_order (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 5000; i++) {
    guint at = g_rand_int_range (rand, 0, keys->len + 1);
    const char *before = at > 0 ? keys->pdata[at - 1] : "";
    const char *after = at < keys->len ? keys->pdata[at] : "";
    g_ptr_array_insert (keys, at, checked_between (before, after));
  }
  for (guint i = 0; i < keys->len; i++)
    g_assert_cmpuint (strlen (keys->pdata[i]), <, 32);
}

static void
test_appending_and_prepending_do_not_grow_keys (void)
{
  g_autofree char *last = checked_between ("", "");
  g_autofree char *first = g_strdup (last);

  for (guint i = 0; i < 20000; i++) {
    char *next = checked_between (last, "");
    char *previous = checked_between ("", first);
    g_free (last);
    g_free (first);
    last = next;
    first = previous;
  }
  g_assert_cmpuint (strlen (last), ==, 6);
  g_assert_cmpuint (strlen (first), ==, 6);
}

static void
test_edges (void)
{
  static const char *const cases[][2] = {
    { "zzzzzz", "" },       { "zzzzzzz", "" },        { "", "000001" },
    { "", "000000V" },      { "000000", "000001" },   { "A", "B" },
    { "A00000", "A00001" }, { "A00000V", "A00000W" }, { "A00000", "A000001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_free (checked_between (cases[i][0], cases[i][1]));
}

static void
test_same_place_twice_sorts_after_it (void)
{
  static const char *const cases[][2] = {
    { "V00000", "V00000" }, { "V00001", "V00000" }, { "V00000", "V000000" }, { "é", "é" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *key = akk_order_between (cases[i][0], cases[i][1]);
    if ((guchar) *cases[i][0] < 0x80)
      g_assert_cmpint (strcmp (key, cases[i][0]), >, 0);
  }
}

static void
test_one_gap_holds_hundreds (void)
{
  g_autofree char *low = g_strdup ("V00000");
  g_autofree char *high = g_strdup ("V00001");

  for (guint i = 0; i < 400; i++) {
    char **side = i % 2 == 0 ? &low : &high;
    char *key = checked_between (low, high);
    g_free (*side);
    *side = key;
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/random-inserts-keep-order", test_random_inserts_keep_order);
  g_test_add_func ("/order/appending-and-prepending-do-not-grow-keys",
                   test_appending_and_prepending_do_not_grow_keys);
  g_test_add_func ("/order/edges", test_edges);
  g_test_add_func ("/order/same-place-twice-sorts-after-it", test_same_place_twice_sorts_after_it);
  g_test_add_func ("/order/one-gap-holds-hundreds", test_one_gap_holds_hundreds);
  return g_test_run ();
}
