/* Lists of which the rows in sight come first: none of those is empty or has old words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "ui/late-cells.h"

#define N_ROWS 3000
#define ROW_HEIGHT 30
#define HEIGHT 600

/* --- A list of late cells --- */

typedef struct {
  GtkWidget *window, *list;
  GtkAdjustment *place;
  AkkLateCells cells;
  guint round; /* the words that all rows have */
  guint high_rows; /* the first so many are three times as high */
  gboolean painted;
} Fixture;

static char *
words_of (Fixture *f, GtkListItem *item)
{
  return g_strdup_printf ("%u of round %u", gtk_list_item_get_position (item), f->round);
}

static void
fill_cb (gpointer data, gpointer cell)
{
  g_autofree char *words = words_of (data, cell);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (cell)), words);
}

static void
setup_cb (Fixture *f, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("empty"));
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), "item", item);
}

static void
bind_cb (Fixture *f, GtkListItem *item)
{
  gboolean high = gtk_list_item_get_position (item) < f->high_rows;

  gtk_widget_set_size_request (gtk_list_item_get_child (item), -1,
                               high ? 3 * ROW_HEIGHT : ROW_HEIGHT);
  akk_late_cells_bind (&f->cells, item);
}

static void
unbind_cb (Fixture *f, GtkListItem *item)
{
  akk_late_cells_unbind (&f->cells, item);
}

static void
painted_cb (Fixture *f)
{
  f->painted = TRUE;
}

static void
wait_for_paint (Fixture *f)
{
  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (f->window),
                                 GDK_FRAME_CLOCK_PHASE_PAINT);
  for (f->painted = FALSE; !f->painted;)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_idle (Fixture *f)
{
  do
    wait_for_paint (f);
  while (f->cells.n_waiting > 0);
}

static void
show (Fixture *f, guint high_rows)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  f->high_rows = high_rows;
  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (strings, "");
  f->list =
      gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (strings))), NULL);
  akk_late_cells_init (&f->cells, f->list, fill_cb, f);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), f);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), f);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), f);
  gtk_list_view_set_factory (GTK_LIST_VIEW (f->list), factory);
  g_object_unref (factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), f->list);
  f->place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 400, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (f->window), scroller);
  gtk_window_present (GTK_WINDOW (f->window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (f->window), "after-paint",
                            G_CALLBACK (painted_cb), f);
  while (!gtk_widget_get_mapped (f->list))
    g_main_context_iteration (NULL, TRUE);
  wait_for_idle (f);
  /* The first value that a list view is given moves no rows, however far it is (GTK 4.18). */
  gtk_adjustment_set_value (f->place, 1);
  wait_for_idle (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (f->list), NULL);
  akk_late_cells_clear (&f->cells);
  gtk_window_destroy (GTK_WINDOW (f->window));
}

static gboolean
is_seen (Fixture *f, GtkWidget *label)
{
  graphene_rect_t place;

  return gtk_widget_get_mapped (label) && gtk_widget_compute_bounds (label, f->list, &place) &&
         place.origin.y + place.size.height > 0 &&
         place.origin.y < (float) gtk_widget_get_height (f->list);
}

/* How many rows are seen, or are there at all; each has its own words, of this round. */
static guint
check_rows (Fixture *f, gboolean all)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (f->list); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    GtkWidget *label = gtk_widget_get_first_child (row);
    g_autofree char *words = NULL;

    if (!all && !is_seen (f, label))
      continue;
    words = words_of (f, g_object_get_data (G_OBJECT (label), "item"));
    g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, words);
    n++;
  }
  return n;
}

/* In the first frame that shows rows there, the least that a screen holds of them. */
static void
go (Fixture *f, double value, int height)
{
  guint n_seen;

  gtk_adjustment_set_value (f->place, value);
  do
    wait_for_paint (f);
  while ((n_seen = check_rows (f, FALSE)) == 0);
  g_assert_cmpuint (n_seen, >=, (guint) (HEIGHT / (height + 4)));
}

static void
jump (Fixture *f, double part)
{
  go (f, gtk_adjustment_get_upper (f->place) * part, ROW_HEIGHT);
}

static void
rows_in_sight_are_filled_at_once (Fixture *f, gconstpointer data)
{
  static const double parts[] = { 0.5, 0.9, 0.1, 0.98, 0, 0.33 };

  show (f, 0);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    jump (f, parts[i]);
    /* Else this proves nothing. */
    g_assert_cmpuint (f->cells.n_waiting, >, 0);
  }
}

static void
all_rows_are_filled_in_the_end (Fixture *f, gconstpointer data)
{
  show (f, 0);
  jump (f, 0.5);
  wait_for_idle (f);
  g_assert_cmpuint (check_rows (f, TRUE), >, 3 * HEIGHT / ROW_HEIGHT);
  g_assert_cmpuint (f->cells.tick, ==, 0);
}

static void
a_scroll_fills_what_comes_into_sight (Fixture *f, gconstpointer data)
{
  show (f, 0);
  jump (f, 0.4);
  for (guint i = 0; i < 12; i++)
    go (f, gtk_adjustment_get_value (f->place) + 500, ROW_HEIGHT);
}

/* A place by number is wrong among such rows. */
static void
rows_of_any_height_are_filled (Fixture *f, gconstpointer data)
{
  show (f, 150);
  go (f, 100 * 3 * ROW_HEIGHT, 3 * ROW_HEIGHT);
  jump (f, 0.6);
}

static gboolean
every_cb (gpointer data, gpointer cell)
{
  return TRUE;
}

static void
a_change_reaches_every_row (Fixture *f, gconstpointer data)
{
  show (f, 0);
  jump (f, 0.5);
  /* Some are still to be filled, and stay so. */
  g_assert_cmpuint (f->cells.n_waiting, >, 0);
  f->round++;
  akk_late_cells_refill (&f->cells, every_cb);
  g_assert_cmpuint (check_rows (f, FALSE), >=, HEIGHT / (ROW_HEIGHT + 4));
  f->round++;
  akk_late_cells_refill (&f->cells, every_cb);
  wait_for_idle (f);
  g_assert_cmpuint (check_rows (f, TRUE), >, 3 * HEIGHT / ROW_HEIGHT);
}

#define TEST(name, function)                                                                       \
  g_test_add ("/late-cells/" name, Fixture, NULL, NULL, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("rows-in-sight-are-filled-at-once", rows_in_sight_are_filled_at_once);
  TEST ("all-rows-are-filled-in-the-end", all_rows_are_filled_in_the_end);
  TEST ("a-scroll-fills-what-comes-into-sight", a_scroll_fills_what_comes_into_sight);
  TEST ("rows-of-any-height-are-filled", rows_of_any_height_are_filled);
  TEST ("a-change-reaches-every-row", a_change_reaches_every_row);
  return g_test_run ();
}
