/* The rows of a long list that come little by little.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/gradual.h"

/* The rows that fill a window are added in so many frames. */
#define FRAMES 6
/* So many rows have widgets in a list view, whatever its length. */
#define ALL 205

/* The first items of a model. A GtkSliceListModel does that too, but says of all that follows a
 * change that it is new, and a view then binds and selects it anew. */
#define AKK_TYPE_FIRST_ITEMS (akk_first_items_get_type ())
G_DECLARE_FINAL_TYPE (AkkFirstItems, akk_first_items, AKK, FIRST_ITEMS, GObject)

struct _AkkFirstItems {
  GObject parent_instance;

  GListModel *model;
  guint most;
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AkkFirstItems,
                               akk_first_items,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_init))

/* --- The first items --- */

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (AKK_FIRST_ITEMS (list)->model);
}

static guint
get_n_items (GListModel *list)
{
  AkkFirstItems *self = AKK_FIRST_ITEMS (list);

  return MIN (self->most, g_list_model_get_n_items (self->model));
}

static gpointer
get_item (GListModel *list, guint position)
{
  AkkFirstItems *self = AKK_FIRST_ITEMS (list);

  return position < self->most ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  AkkFirstItems *self = AKK_FIRST_ITEMS (model);
  guint n = get_n_items (G_LIST_MODEL (self));

  *start = position < n ? 0 : n;
  *end = position < n ? n : G_MAXUINT;
  if (position >= n || !GTK_IS_SECTION_MODEL (self->model))
    return;
  gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), position, start, end);
  *end = MIN (*end, n);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static void
items_changed_cb (AkkFirstItems *self, guint position, guint removed, guint added)
{
  guint n = g_list_model_get_n_items (self->model);

  if (position >= self->most)
    return;
  if (removed != added && MAX (n, n - added + removed) > self->most) {
    removed = MIN (n - added + removed, self->most) - position;
    added = MIN (n, self->most) - position;
  }
  removed = MIN (removed, self->most - position);
  added = MIN (added, self->most - position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
sections_changed_cb (AkkFirstItems *self, guint position, guint n_items)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  if (position < n)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position,
                                        MIN (n_items, n - position));
}

static void
akk_first_items_finalize (GObject *object)
{
  g_clear_object (&AKK_FIRST_ITEMS (object)->model);
  G_OBJECT_CLASS (akk_first_items_parent_class)->finalize (object);
}

static void
akk_first_items_class_init (AkkFirstItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_first_items_finalize;
}

static void
akk_first_items_init (AkkFirstItems *self)
{
}

static void
set_most (AkkFirstItems *self, guint most)
{
  guint n = get_n_items (G_LIST_MODEL (self)), now;

  self->most = most;
  now = get_n_items (G_LIST_MODEL (self));
  if (now > n)
    g_list_model_items_changed (G_LIST_MODEL (self), n, 0, now - n);
  else if (now < n)
    g_list_model_items_changed (G_LIST_MODEL (self), now, n - now, 0);
}

/* --- More with each frame --- */

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
  return self->items->most >= ALL ||
         self->items->most >= g_list_model_get_n_items (self->items->model);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AkkGradual *self = data;

  set_most (self->items, self->items->most + (self->first + FRAMES - 1) / FRAMES);
  if (!is_whole (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  set_most (self->items, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

GListModel *
akk_gradual_init (AkkGradual *self, GListModel *model, guint first)
{
  self->first = first;
  self->items = g_object_new (AKK_TYPE_FIRST_ITEMS, NULL);
  self->items->most = first;
  self->items->model = model;
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self->items,
                           G_CONNECT_SWAPPED);
  if (GTK_IS_SECTION_MODEL (model))
    g_signal_connect_object (model, "sections-changed", G_CALLBACK (sections_changed_cb),
                             self->items, G_CONNECT_SWAPPED);
  return g_object_ref (G_LIST_MODEL (self->items));
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
  g_clear_object (&self->items);
}

void
akk_gradual_hold (AkkGradual *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (n < ALL)
    set_most (self->items, MAX (n, self->first));
}

static void
finish (AkkGradual *self)
{
  stop (self);
  set_most (self->items, G_MAXUINT);
}

void
akk_gradual_release (AkkGradual *self)
{
  if (is_whole (self))
    finish (self);
  else if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

void
akk_gradual_reach (AkkGradual *self, guint position)
{
  if (position < self->items->most)
    return;
  set_most (self->items, position + self->first);
  akk_gradual_release (self);
}
