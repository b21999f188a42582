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

guint
akk_room_page_turn (GtkWidget *page, guint shown, int width, int height)
{
  GtkWidget *title = gtk_widget_get_first_child (page);

  if (title == NULL)
    return 1;
  if (gtk_widget_has_css_class (page, "akk-room-balanced"))
    height = balance (title, width, height);
  return turn (title, shown, width, height);
}
