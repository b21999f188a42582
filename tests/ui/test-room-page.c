/* A slide that is too long for the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "ui/room-slide.h"

#define WIDTH 400
#define N_ROWS 12

static GtkWidget *
box_new (int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (box, -1, height);
  return box;
}

/* A title of 20 pixels, and rows of 10. */
static GtkWidget *
page_new (void)
{
  GtkWidget *page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  gtk_box_append (GTK_BOX (page), box_new (20));
  for (guint i = 0; i < N_ROWS; i++)
    gtk_box_append (GTK_BOX (page), box_new (10));
  return page;
}

/* "4-7": the rows that are to be seen, from 0. */
static char *
rows_of (GtkWidget *page)
{
  GtkWidget *child = gtk_widget_get_next_sibling (gtk_widget_get_first_child (page));
  int first = -1, last = -1;

  for (int i = 0; child != NULL; child = gtk_widget_get_next_sibling (child), i++)
    if (gtk_widget_get_visible (child)) {
      first = first < 0 ? i : first;
      last = i;
    }
  return g_strdup_printf ("%d-%d", first, last);
}

static void
test_turn (void)
{
  static const struct {
    const char *claim;
    guint wanted; /* G_MAXUINT: the page that is shown */
    int height;
    guint n_pages, page;
    const char *rows;
  } steps[] = {
    { "a long page begins at its first row", G_MAXUINT, 60, 3, 0, "0-3" },
    { "the next page has the next rows", 1, 60, 3, 1, "4-7" },
    { "and the last one the rest", 2, 60, 3, 2, "8-11" },
    { "with less height, the first row stays to be seen", G_MAXUINT, 40, 6, 4, "8-9" },
    { "also where it is no longer the first", G_MAXUINT, 50, 4, 2, "6-8" },
    { "and with the height comes the page", G_MAXUINT, 60, 3, 2, "8-11" },
    { "where all fits, there is one page", G_MAXUINT, 200, 1, 0, "0-11" },
    { "and what was read comes back", G_MAXUINT, 60, 3, 2, "8-11" },
    { "a page back is one page back", 1, 60, 3, 1, "4-7" },
    { "which stays in its turn", G_MAXUINT, 30, 12, 4, "4-4" },
    { "there is nothing behind the last page", 9, 60, 3, 2, "8-11" },
  };
  g_autoptr (GtkWidget) page = NULL;
  AkkRoomPlace place = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *rows = NULL;
    guint wanted = steps[i].wanted != G_MAXUINT ? steps[i].wanted : place.page;
    guint n_pages;

    g_test_message ("%s", steps[i].claim);
    /* The slide is made anew when what it shows changes. */
    g_clear_object (&page);
    page = page_new ();
    n_pages = akk_room_page_turn (page, &place, wanted, WIDTH, steps[i].height);
    g_assert_cmpuint (n_pages, ==, steps[i].n_pages);
    g_assert_cmpuint (place.page, ==, steps[i].page);
    rows = rows_of (page);
    g_assert_cmpstr (rows, ==, steps[i].rows);
  }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/room-page/the-first-row-stays-to-be-read", test_turn);
  return g_test_run ();
}
