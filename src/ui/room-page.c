/* A slide that is too long for the window, shown in pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/room-slide.h"

static const char height_key[] = "akk-height";

#define NONE G_MAXUINT

/* What a child takes in; known from when it was to be seen. */
static int
height_of (GtkWidget *child, int width)
{
  int height = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), height_key));

  if (height == 0) {
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
    g_object_set_data (G_OBJECT (child), height_key, GINT_TO_POINTER (height));
  }
  return height;
}

/* How many pages there are when each is so high; `shown`: the one that is to be seen, or NONE. */
static guint
turn (GtkWidget *title, guint shown, int width, int height)
{
  int top = height_of (title, width), used = top;
  guint number = 0;

  for (GtkWidget *child = gtk_widget_get_next_sibling (title); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int own = height_of (child, width);

    if (used + own > height && used > top) {
      number++;
      used = top;
    }
    used += own;
    if (own > 0 && shown != NONE)
      gtk_widget_set_visible (child, number == shown);
  }
  return number + 1;
}

/* The least height at which there are no more pages. */
static int
balance (GtkWidget *title, int width, int height)
{
  guint n_pages = turn (title, NONE, width, height);
  int low = height / 2;

  while (n_pages > 1 && height - low > 8) {
    int middle = (low + height) / 2;

    if (turn (title, NONE, width, middle) > n_pages)
      low = middle;
    else
      height = middle;
  }
  return height;
}

/* On which page a row is; counted from 0 below the title. */
static guint
page_of (GtkWidget *title, guint row, int width, int height)
{
  int top = height_of (title, width), used = top;
  guint number = 0;

  for (GtkWidget *child = gtk_widget_get_next_sibling (title); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int own = height_of (child, width);

    if (used + own > height && used > top) {
      number++;
      used = top;
    }
    used += own;
    if (row-- == 0)
      break;
  }
  return number;
}

/* The first row of a page that is shown. */
static guint
first_row (GtkWidget *title, int width)
{
  guint row = 0;

  for (GtkWidget *child = gtk_widget_get_next_sibling (title); child != NULL;
       child = gtk_widget_get_next_sibling (child), row++)
    if (gtk_widget_get_visible (child) && height_of (child, width) > 0)
      return row;
  return 0;
}

guint
akk_room_page_turn (GtkWidget *page, AkkRoomPlace *place, guint wanted, int width, int height)
{
  GtkWidget *title = gtk_widget_get_first_child (page);
  guint n_pages;

  if (title == NULL)
    return 1;
  if (gtk_widget_has_css_class (page, "akk-room-balanced"))
    height = balance (title, width, height);
  n_pages = turn (title, NONE, width, height);
  if (wanted == place->page) {
    place->page = page_of (title, place->row, width, height);
    turn (title, place->page, width, height);
    return n_pages;
  }
  place->page = MIN (wanted, n_pages - 1);
  turn (title, place->page, width, height);
  place->row = first_row (title, width);
  return n_pages;
}
