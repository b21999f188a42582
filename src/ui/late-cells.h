/* The cells of a long list that are filled when there is time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* After a jump a list view binds all of its some 200 rows at once, of which few are seen, and
 * nothing else happens meanwhile. The factories of such a view tell here what they bind: what is
 * near to the rows in sight is filled at once, the others some with each frame. No picture shows a
 * row with the words of another one. */
typedef struct {
  GtkScrollable *view; /* not owned */
  GHashTable *cells; /* those that are bound → whether to be filled yet; no references */
  guint n_waiting, tick;
  GdkFrameClock *clock; /* while some wait */
  gulong layout;
  gint64 frame; /* the one that so many were filled in */
  guint n_filled;
  void (*fill) (gpointer data, gpointer cell);
  gpointer data;
} AkkLateCells;

/* `view`: a list or column view; `fill`: shows in a cell what it is bound to. */
void akk_late_cells_init (AkkLateCells *self,
                          GtkWidget *view,
                          void (*fill) (gpointer data, gpointer cell),
                          gpointer data);
/* Before the view is gone. */
void akk_late_cells_clear (AkkLateCells *self);
/* `cell`: a GtkListItem, GtkColumnViewCell, GtkColumnViewRow or GtkListHeader. */
void akk_late_cells_bind (AkkLateCells *self, gpointer cell);
void akk_late_cells_unbind (AkkLateCells *self, gpointer cell);
/* Fills anew those for which `which` says so. */
void akk_late_cells_refill (AkkLateCells *self, gboolean (*which) (gpointer data, gpointer cell));

G_END_DECLS
