/* Keeps what the search finds up to date, in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/search-index.h"

#include "print/pdf-text.h"

/* Nothing of it is wanted while somebody types. */
#define REST_MS 2000

struct _AkkSearchIndex {
  GObject parent_instance;

  AkkStore *store;
  AkkStore *held; /* what the thread works on, let go of here and not there */
  GCancellable *cancellable; /* of the thread; NULL: none runs */
  gboolean again; /* something changed since it began */
  gboolean reading;
  guint rest_id;
};

enum { PROP_READING = 1, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AkkSearchIndex, akk_search_index, G_TYPE_OBJECT)

static void start (AkkSearchIndex *self);

static void
set_reading (AkkSearchIndex *self, gboolean reading)
{
  if (self->reading == reading)
    return;
  self->reading = reading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READING]);
}

/* --- The thread --- */

static void
index_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  guint n = akk_pdf_index (data, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, n);
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AkkSearchIndex *self = AKK_SEARCH_INDEX (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_int (G_TASK (result), &error) < 0)
    g_info ("Attached files were not read: %s", error->message);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->held);
  if (self->store == NULL)
    return;
  set_reading (self, FALSE);
  if (self->again)
    start (self);
}

static void
start (AkkSearchIndex *self)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *unread = NULL;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->again = self->cancellable != NULL;
  if (self->again)
    return;
  unread = akk_store_next_unread (self->store);
  set_reading (self, unread != NULL);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, indexed_cb, NULL);
  g_task_set_priority (task, G_PRIORITY_LOW);
  self->held = g_object_ref (self->store);
  g_task_set_task_data (task, self->held, NULL);
  g_task_run_in_thread (task, index_thread);
}

/* --- Callbacks --- */

static void
rested_cb (gpointer data)
{
  AkkSearchIndex *self = data;

  self->rest_id = 0;
  start (self);
}

static void
stepped_cb (AkkSearchIndex *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_once (REST_MS, rested_cb, self);
}

/* --- Virtual functions --- */

static void
akk_search_index_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_SEARCH_INDEX (object)->reading);
}

static void
akk_search_index_dispose (GObject *object)
{
  akk_search_index_stop (AKK_SEARCH_INDEX (object));
  G_OBJECT_CLASS (akk_search_index_parent_class)->dispose (object);
}

static void
akk_search_index_class_init (AkkSearchIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = akk_search_index_get_property;
  object_class->dispose = akk_search_index_dispose;
  props[PROP_READING] = g_param_spec_boolean ("reading", NULL, NULL, FALSE, G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
akk_search_index_init (AkkSearchIndex *self)
{
}

/* --- Public --- */

AkkSearchIndex *
akk_search_index_new (AkkStore *store)
{
  AkkSearchIndex *self = g_object_new (AKK_TYPE_SEARCH_INDEX, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  stepped_cb (self);
  return self;
}

void
akk_search_index_hurry (AkkSearchIndex *self)
{
  g_return_if_fail (AKK_IS_SEARCH_INDEX (self));

  if (self->store != NULL && self->rest_id != 0)
    start (self);
}

gboolean
akk_search_index_is_reading (AkkSearchIndex *self)
{
  g_return_val_if_fail (AKK_IS_SEARCH_INDEX (self), FALSE);

  return self->reading;
}

void
akk_search_index_stop (AkkSearchIndex *self)
{
  g_return_if_fail (AKK_IS_SEARCH_INDEX (self));

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
}
