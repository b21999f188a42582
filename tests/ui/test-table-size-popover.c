/* The size of a new table is chosen and told.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "ui/table-size-popover.h"

static void
sizes_stay_within_the_grid (void)
{
  static const struct {
    int asked[2], got[2];
  } cases[] = { { { 4, 5 }, { 4, 5 } }, { { 0, 1 }, { 1, 1 } }, { { 9, -3 }, { 8, 1 } } };
  g_autoptr (GtkWidget) popover = g_object_ref_sink (akk_table_size_popover_new ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int rows, columns;

    akk_table_size_popover_set_size (AKK_TABLE_SIZE_POPOVER (popover), cases[i].asked[0],
                                     cases[i].asked[1]);
    akk_table_size_popover_get_size (AKK_TABLE_SIZE_POPOVER (popover), &rows, &columns);
    g_assert_cmpint (rows, ==, cases[i].got[0]);
    g_assert_cmpint (columns, ==, cases[i].got[1]);
  }
}

static void
the_size_is_told_in_words (void)
{
  g_autoptr (GtkWidget) popover = g_object_ref_sink (akk_table_size_popover_new ());
  GtkWidget *box = gtk_popover_get_child (GTK_POPOVER (popover));

  akk_table_size_popover_set_size (AKK_TABLE_SIZE_POPOVER (popover), 1, 4);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (box))), ==,
                   "1 row, 4 columns");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/table-size-popover/sizes-stay-within-the-grid", sizes_stay_within_the_grid);
  g_test_add_func ("/table-size-popover/the-size-is-told-in-words", the_size_is_told_in_words);
  return g_test_run ();
}
