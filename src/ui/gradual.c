/* The rows of a long list that come little by little.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/gradual.h"

/* The rows that fill a window are added in so many frames. */
#define FRAMES 6
/* So many rows have widgets in a list view, whatever its length. */
#define ALL 205

static void
stop (AkkGradual *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

static gboolean
is_whole (AkkGradual *self)
{
  guint size = gtk_slice_list_model_get_size (self->slice);

  return size >= ALL ||
         size >= g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AkkGradual *self = data;
  guint size = gtk_slice_list_model_get_size (self->slice);

  gtk_slice_list_model_set_size (self->slice, size + (self->first + FRAMES - 1) / FRAMES);
  if (!is_whole (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

GListModel *
akk_gradual_init (AkkGradual *self, GListModel *model, guint first)
{
  self->first = first;
  self->slice = gtk_slice_list_model_new (model, 0, first);
  return g_object_ref (G_LIST_MODEL (self->slice));
}

void
akk_gradual_set_widget (AkkGradual *self, GtkWidget *widget)
{
  self->widget = widget;
}

void
akk_gradual_clear (AkkGradual *self)
{
  stop (self);
  g_clear_object (&self->slice);
}

void
akk_gradual_hold (AkkGradual *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->slice));

  if (n < ALL)
    gtk_slice_list_model_set_size (self->slice, MAX (n, self->first));
}

void
akk_gradual_release (AkkGradual *self)
{
  if (is_whole (self))
    akk_gradual_finish (self);
  else if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

void
akk_gradual_finish (AkkGradual *self)
{
  stop (self);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}
