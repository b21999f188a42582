/* The rows of a long list that come little by little.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list view makes widgets for some 200 rows at once, of which few are seen, and nothing else
 * happens meanwhile. Between a model and such a view this lets some rows pass at first and more
 * with each frame, until the view has all widgets that it ever makes; then everything passes. */
typedef struct {
  GtkWidget *widget; /* the view, not owned */
  struct _AkkFirstItems *items;
  guint first, tick;
} AkkGradual;

/* Returns what the view shows; takes `model`. `first`: so many rows fill a window. */
GListModel *
akk_gradual_init (AkkGradual *self, GListModel *model, guint first) G_GNUC_WARN_UNUSED_RESULT;
void akk_gradual_set_widget (AkkGradual *self, GtkWidget *widget);
void akk_gradual_clear (AkkGradual *self);
/* Around a change of the model: no more widgets are made in it than a window shows. */
void akk_gradual_hold (AkkGradual *self);
void akk_gradual_release (AkkGradual *self);
/* Lets a row pass now, for who goes to it. */
void akk_gradual_reach (AkkGradual *self, guint position);

G_END_DECLS
