/* On which monitor the room is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/room-monitor.h"

#define NONE (-1)

/* Monitors by number; there are those of `there`. */
static void
test_choose (void)
{
  static const struct {
    const char *claim;
    int there[4]; /* ended by NONE */
    int own, wanted, chosen;
  } cases[] = {
    { "one screen has no place for the room", { 0, NONE }, 0, NONE, NONE },
    { "the second screen is for the room", { 0, 1, NONE }, 0, NONE, 1 },
    { "also when it comes first", { 1, 0, NONE }, 0, NONE, 1 },
    { "the screen that was chosen stays", { 0, 1, 2, NONE }, 0, 2, 2 },
    { "also the regisseur's own", { 0, 1, NONE }, 0, 0, 0 },
    { "a pulled cable leaves none", { 0, NONE }, 0, 1, NONE },
    { "or another one", { 0, 2, NONE }, 0, 1, 2 },
    { "it comes back", { 0, 1, NONE }, 0, NONE, 1 },
    { "all may be gone", { NONE }, 0, 1, NONE },
    { "who knows where the regisseur is", { 1, NONE }, NONE, NONE, 1 },
  };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (all, g_object_new (G_TYPE_OBJECT, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GListStore) monitors = g_list_store_new (G_TYPE_OBJECT);
    gpointer chosen;

    g_test_message ("%s", cases[i].claim);
    for (const int *one = cases[i].there; *one != NONE; one++)
      g_list_store_append (monitors, all->pdata[*one]);
    chosen = akk_room_monitor_choose (G_LIST_MODEL (monitors),
                                      cases[i].own != NONE ? all->pdata[cases[i].own] : NULL,
                                      cases[i].wanted != NONE ? all->pdata[cases[i].wanted] : NULL);
    g_assert_true (chosen == (cases[i].chosen != NONE ? all->pdata[cases[i].chosen] : NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/room-monitor/the-room-goes-where-the-regisseur-is-not", test_choose);
  return g_test_run ();
}
