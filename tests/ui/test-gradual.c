/* Rows that come little by little: who listens knows all that is shown, and all come.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "ui/gradual.h"

#define N_ROWS 3000
#define N_STEPS 400

static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, GPtrArray *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++) {
    gpointer item = g_list_model_get_item (model, position + i);

    g_assert_nonnull (item);
    g_ptr_array_insert (mirror, (int) (position + i), item);
  }
}

static void
splice (GListStore *store, GRand *rand)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint position = (guint) g_rand_int_range (rand, 0, (gint32) n + 1);
  guint removed = (guint) g_rand_int_range (rand, 0, (gint32) MIN (n - position, 300) + 1);
  guint n_added = (guint) g_rand_int_range (rand, 0, 200);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (added, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (store, position, removed, added->pdata, n_added);
}

static void
check_mirror (GListModel *shown, GListStore *store, GPtrArray *mirror)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));

  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, mirror->len);
  g_assert_cmpuint (mirror->len, <=, n);
  for (guint i = 0; i < mirror->len; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);

    g_assert_true (item == mirror->pdata[i]);
  }
}

/* Whatever is done to a model, who listens to its gradual one knows all that it shows. */
static void
changes_tell_all (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  AkkGradual gradual = { 0 };
  g_autoptr (GListModel) shown =
      akk_gradual_init (&gradual, g_object_ref (G_LIST_MODEL (store)), 9);
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));

  akk_gradual_set_widget (&gradual, widget);
  g_signal_connect (shown, "items-changed", G_CALLBACK (mirror_cb), mirror);
  for (guint i = 0; i < N_STEPS; i++) {
    guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
    int what = g_rand_int_range (rand, 0, 5);

    if (what == 0)
      akk_gradual_hold (&gradual);
    else if (what == 1 && n > 0)
      akk_gradual_reach (&gradual, (guint) g_rand_int_range (rand, 0, (gint32) n));
    else if (what == 2)
      g_list_store_remove_all (store);
    else
      splice (store, rand);
    check_mirror (shown, store, mirror);
  }
  akk_gradual_clear (&gradual);
  g_object_unref (widget);
}

static void
rows_come_until_all_are_there (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  AkkGradual gradual = { 0 };
  g_autoptr (GListModel) shown = NULL;
  GtkWidget *window = gtk_window_new ();

  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (strings, "");
  shown = akk_gradual_init (&gradual, G_LIST_MODEL (strings), 24);
  akk_gradual_set_widget (&gradual, window);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 24);
  akk_gradual_release (&gradual);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 24);
  while (gradual.tick != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, N_ROWS);
  /* A view with all its widgets makes no new ones. */
  akk_gradual_hold (&gradual);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, N_ROWS);
  akk_gradual_clear (&gradual);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
who_goes_to_a_row_finds_it (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  AkkGradual gradual = { 0 };
  g_autoptr (GListModel) shown = NULL;
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));

  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (strings, "");
  shown = akk_gradual_init (&gradual, G_LIST_MODEL (strings), 24);
  akk_gradual_set_widget (&gradual, widget);
  akk_gradual_reach (&gradual, 100);
  g_assert_cmpuint (g_list_model_get_n_items (shown), >, 100);
  akk_gradual_reach (&gradual, N_ROWS - 1);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, N_ROWS);
  akk_gradual_clear (&gradual);
  g_object_unref (widget);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/gradual/changes-tell-all", changes_tell_all);
  g_test_add_func ("/gradual/rows-come-until-all-are-there", rows_come_until_all_are_there);
  g_test_add_func ("/gradual/who-goes-to-a-row-finds-it", who_goes_to_a_row_finds_it);
  return g_test_run ();
}
