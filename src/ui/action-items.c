/* The actions that a scope shows, as a model for a list.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-items.h"

#include <string.h>

struct _AkkActionItems {
  GObject parent_instance;
  AkkStore *store;
  GArray *ids; /* gint64 */
  GArray *starts; /* guint: where sections begin, in order */
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AkkActionItems,
                               akk_action_items,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_init))

static gint64
id_at (const GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

/* The place in `starts` of the section that holds a position. */
static guint
section_of (const GArray *starts, guint position)
{
  guint low = 0, high = starts->len;

  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (starts, guint, middle) <= position)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static gboolean
begins_section (const GArray *starts, guint position)
{
  return starts->len > 0 &&
         g_array_index (starts, guint, section_of (starts, position)) == position;
}

/* --- Interfaces --- */

static GType
get_item_type (GListModel *list)
{
  return AKK_TYPE_RECORD;
}

static guint
get_n_items (GListModel *list)
{
  return AKK_ACTION_ITEMS (list)->ids->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  AkkActionItems *self = AKK_ACTION_ITEMS (list);

  if (position >= self->ids->len)
    return NULL;
  return akk_store_get (self->store, &akk_action_record, id_at (self->ids, position));
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
  AkkActionItems *self = AKK_ACTION_ITEMS (model);
  guint section;

  if (position >= self->ids->len) {
    *start = self->ids->len;
    *end = G_MAXUINT;
    return;
  }
  section = section_of (self->starts, position);
  *start = g_array_index (self->starts, guint, section);
  *end = section + 1 < self->starts->len ? g_array_index (self->starts, guint, section + 1)
                                         : self->ids->len;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static void
akk_action_items_finalize (GObject *object)
{
  AkkActionItems *self = AKK_ACTION_ITEMS (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_action_items_parent_class)->finalize (object);
}

static void
akk_action_items_class_init (AkkActionItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_action_items_finalize;
}

static void
begin (AkkActionItems *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
akk_action_items_init (AkkActionItems *self)
{
  begin (self);
}

/* --- Public --- */

AkkActionItems *
akk_action_items_new (void)
{
  return g_object_new (AKK_TYPE_ACTION_ITEMS, NULL);
}

static void
read_scope (AkkActionItems *self, AkkActionScope *scope)
{
  guint n = scope != NULL ? akk_action_scope_shown (scope)->len : 0;

  g_array_set_size (self->ids, n);
  for (guint i = 0, priority = 0; i < n; i++) {
    const AkkActionRow *row = akk_action_scope_row (scope, i);

    g_array_index (self->ids, gint64, i) = row->id;
    if (i == 0 || row->priority != priority)
      g_array_append_val (self->starts, i);
    priority = row->priority;
  }
}

static gboolean
equal (const GArray *starts, const GArray *others)
{
  return starts->len == others->len &&
         (starts->len == 0 ||
          memcmp (starts->data, others->data, starts->len * sizeof (guint)) == 0);
}

/* Whether an item that stays begins a section now and did not before, or the other way round. */
static gboolean
sections_differ (AkkActionItems *self, const GArray *old, guint n_old, guint head, guint tail)
{
  if (n_old == self->ids->len && equal (old, self->starts))
    return FALSE;
  for (guint i = 0; i < head; i++)
    if (begins_section (old, i) != begins_section (self->starts, i))
      return TRUE;
  for (guint i = 1; i <= tail; i++)
    if (begins_section (old, n_old - i) != begins_section (self->starts, self->ids->len - i))
      return TRUE;
  return FALSE;
}

void
akk_action_items_update (AkkActionItems *self, AkkActionScope *scope)
{
  g_autoptr (GArray) ids = g_steal_pointer (&self->ids);
  g_autoptr (GArray) starts = g_steal_pointer (&self->starts);
  AkkStore *store = scope != NULL ? akk_action_scope_store (scope) : NULL;
  guint head = 0, tail = 0, n, n_old = ids->len;

  g_set_object (&self->store, store);
  begin (self);
  read_scope (self, scope);
  n = self->ids->len;
  while (head < MIN (n, n_old) && id_at (ids, head) == id_at (self->ids, head))
    head++;
  while (tail < MIN (n, n_old) - head &&
         id_at (ids, n_old - 1 - tail) == id_at (self->ids, n - 1 - tail))
    tail++;
  if (head + tail < n || head + tail < n_old)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n - head - tail);
  if (n > 0 && sections_differ (self, starts, n_old, head, tail))
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, n);
}

gint64
akk_action_items_id (AkkActionItems *self, guint position)
{
  g_return_val_if_fail (position < self->ids->len, 0);

  return id_at (self->ids, position);
}

guint
akk_action_items_find (AkkActionItems *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (id_at (self->ids, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}
