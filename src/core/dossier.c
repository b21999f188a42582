/* A dossier: one file of the user, and the working copy in which it is edited.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dossier.h"

#include <glib/gi18n.h>

#include "core/dossier-private.h"

struct _AkkDossier {
  GObject parent_instance;

  char *path;
  AkkStore *store;
  gulong stepped_id;
  gboolean recovered;
  char *set_aside;
  GError *failure;
  AkkDossierState state;

  gint64 last_step; /* newest of the log, now */
  gint64 published_step; /* newest in the user's file */
  guint timeout_id;

  /* One operation at a time, in the order asked for. While one runs, `working` belongs to its
   * thread. */
  GQueue operations; /* of GTask; the head runs */
  AkkWorkingCopy *working; /* NULL once closed */
  char *real_path; /* of `working`, for the main thread */
  GQueue waiting; /* of GSource, for the end of a close */
};

enum { PROP_0, PROP_PATH, PROP_RECOVERED, PROP_STATE, PROP_FAILURE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GList *live; /* every AkkDossier that is not closed; not owned */

G_DEFINE_FINAL_TYPE (AkkDossier, akk_dossier, G_TYPE_OBJECT)

static void run_next (AkkDossier *self);

/* --- State --- */

static gboolean
is_busy_with (AkkDossier *self, AkkOperationKind kind)
{
  for (GList *link = self->operations.head; link != NULL; link = link->next) {
    AkkOperation *operation = g_task_get_task_data (link->data);

    if (operation->kind == kind)
      return TRUE;
  }
  return FALSE;
}

static void
update_state (AkkDossier *self)
{
  GTask *running = g_queue_peek_head (&self->operations);
  AkkOperation *operation = running != NULL ? g_task_get_task_data (running) : NULL;
  AkkDossierState state = AKK_DOSSIER_PUBLISHED;

  if (self->last_step != self->published_step)
    state = operation != NULL && operation->kind != AKK_OPERATION_SAVE_COPY ? AKK_DOSSIER_PUBLISHING
                                                                            : AKK_DOSSIER_PENDING;
  if (state == self->state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_failure (AkkDossier *self, const GError *failure)
{
  if (failure == NULL && self->failure == NULL)
    return;
  g_clear_error (&self->failure);
  self->failure = failure != NULL ? g_error_copy (failure) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILURE]);
}

static void
publish_later_cb (gpointer data)
{
  AkkDossier *self = data;

  self->timeout_id = 0;
  akk_dossier_publish_async (self, NULL, NULL, NULL);
}

static void
publish_later (AkkDossier *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_seconds_once (AKK_PUBLISH_DELAY_S, publish_later_cb, self);
}

static void
stepped_cb (AkkStore *store, AkkStep *step, AkkDossier *self)
{
  self->last_step = akk_store_get_last_step (store);
  publish_later (self);
  update_state (self);
}

/* --- The queue --- */

static void
release_waiting (AkkDossier *self)
{
  GSource *source;

  while ((source = g_queue_pop_head (&self->waiting)) != NULL) {
    g_source_attach (source, NULL);
    g_source_unref (source);
  }
}

/* Ends the operation at the head and tells who asked for it. */
static void
finish_operation (AkkDossier *self, GError *error)
{
  g_autoptr (GTask) task = g_queue_pop_head (&self->operations);
  AkkOperation *operation = g_task_get_task_data (task);

  if (operation->kind != AKK_OPERATION_SAVE_COPY)
    set_failure (self, error);
  update_state (self);
  if (operation->kind == AKK_OPERATION_CLOSE || operation->kind == AKK_OPERATION_REMOVE)
    release_waiting (self);
  run_next (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Another step of the operation at the head; TRUE when it goes on. */
static gboolean
go_on (AkkDossier *self, AkkOperation *operation, GError **error)
{
  if (operation->kind == AKK_OPERATION_MERGE) {
    /* Published by what follows: from now on it is the other file that must not have changed. */
    if (!akk_store_merge (self->store, operation->other, NULL, error)) {
      akk_dossier_translate_error (error, self->path);
      return FALSE;
    }
    self->working->seen = operation->other_seen;
    operation->kind = AKK_OPERATION_PUBLISH;
    return TRUE;
  }
  if (operation->kind == AKK_OPERATION_CLOSE) {
    /* Actions that came while it was being published have to be published too. */
    if (self->last_step == self->published_step) {
      g_clear_handle_id (&self->timeout_id, g_source_remove);
      g_clear_signal_handler (&self->stepped_id, self->store);
      operation->kind = AKK_OPERATION_REMOVE;
    }
    return TRUE;
  }
  return FALSE;
}

static void
operation_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkDossier) self = data;
  GTask *task = g_queue_peek_head (&self->operations);
  AkkOperation *operation = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (operation->kind == AKK_OPERATION_REMOVE) {
    self->working = NULL;
    live = g_list_remove (live, self);
  } else {
    if (operation->published_step >= 0)
      self->published_step = operation->published_step;
    if (!g_str_equal (self->real_path, self->working->path)) {
      g_set_str (&self->real_path, self->working->path);
      g_set_str (&self->path, self->working->path);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
    }
  }
  if (done && go_on (self, operation, &error))
    run_next (self);
  else
    finish_operation (self, error);
}

static void
operation_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (akk_operation_run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Once closed, all that was to be published is, and there is nothing left to do other things with.
 */
static void
answer_closed (AkkDossier *self)
{
  GTask *task;

  while ((task = g_queue_pop_head (&self->operations)) != NULL) {
    AkkOperation *operation = g_task_get_task_data (task);
    g_autofree char *name = g_filename_display_basename (self->path);

    if (operation->kind == AKK_OPERATION_PUBLISH || operation->kind == AKK_OPERATION_CLOSE)
      g_task_return_boolean (task, TRUE);
    else
      g_task_return_new_error (task, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_FAILED,
                               _ ("“%s” is closed already. Open it again first."), name);
    g_object_unref (task);
  }
}

/* Runs the operation at the head in a thread, if there is one. */
static void
run_next (AkkDossier *self)
{
  GTask *task = g_queue_peek_head (&self->operations);
  g_autoptr (GTask) step = NULL;
  AkkOperation *operation;

  if (task == NULL)
    return;
  if (self->working == NULL) {
    answer_closed (self);
    return;
  }
  operation = g_task_get_task_data (task);
  operation->last_step = self->last_step;
  operation->published_step = -1;
  operation->store = self->store;
  operation->working = self->working;
  /* Not with the dossier as source: the thread lets go of its task when it likes, and the last
   * reference to a store must not be dropped there. */
  step = g_task_new (NULL, g_task_get_cancellable (task), operation_done_cb, g_object_ref (self));
  /* What was published is published, whoever has lost interest meanwhile. */
  g_task_set_check_cancellable (step, FALSE);
  g_task_set_task_data (step, operation, NULL);
  g_task_run_in_thread (step, operation_thread);
  update_state (self);
}

static void
ask_for (AkkDossier *self,
         AkkOperationKind kind,
         const char *path,
         GCancellable *cancellable,
         GAsyncReadyCallback callback,
         gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  AkkOperation *operation = g_new0 (AkkOperation, 1);

  operation->kind = kind;
  operation->path = g_strdup (path);
  g_task_set_task_data (task, operation, (GDestroyNotify) akk_operation_free);
  g_task_set_check_cancellable (task, FALSE);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_queue_push_tail (&self->operations, task);
  if (g_queue_get_length (&self->operations) == 1)
    run_next (self);
}

/* --- Object --- */

static void
akk_dossier_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkDossier *self = AKK_DOSSIER (object);

  switch (id) {
  case PROP_PATH:
    g_value_set_string (value, self->path);
    break;
  case PROP_RECOVERED:
    g_value_set_boolean (value, self->recovered);
    break;
  case PROP_STATE:
    g_value_set_int (value, self->state);
    break;
  case PROP_FAILURE:
    g_value_set_boxed (value, self->failure);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
akk_dossier_dispose (GObject *object)
{
  AkkDossier *self = AKK_DOSSIER (object);

  live = g_list_remove (live, self);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->store != NULL)
    g_clear_signal_handler (&self->stepped_id, self->store);
  g_clear_object (&self->store);
  release_waiting (self);
  G_OBJECT_CLASS (akk_dossier_parent_class)->dispose (object);
}

static void
akk_dossier_finalize (GObject *object)
{
  AkkDossier *self = AKK_DOSSIER (object);

  g_clear_pointer (&self->working, akk_working_copy_free);
  g_clear_error (&self->failure);
  g_free (self->path);
  g_free (self->real_path);
  g_free (self->set_aside);
  G_OBJECT_CLASS (akk_dossier_parent_class)->finalize (object);
}

static void
akk_dossier_class_init (AkkDossierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = akk_dossier_get_property;
  object_class->dispose = akk_dossier_dispose;
  object_class->finalize = akk_dossier_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE);
  properties[PROP_RECOVERED] =
      g_param_spec_boolean ("recovered", NULL, NULL, FALSE, G_PARAM_READABLE);
  properties[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, AKK_DOSSIER_PUBLISHED, AKK_DOSSIER_PUBLISHING,
                        AKK_DOSSIER_PUBLISHED, G_PARAM_READABLE);
  properties[PROP_FAILURE] =
      g_param_spec_boxed ("failure", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
akk_dossier_init (AkkDossier *self)
{
  g_queue_init (&self->operations);
  g_queue_init (&self->waiting);
}

AkkDossier *
akk_dossier_new (const char *path,
                 AkkStore *store,
                 AkkWorkingCopy *working,
                 gboolean recovered,
                 const char *set_aside)
{
  AkkDossier *self = g_object_new (AKK_TYPE_DOSSIER, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->real_path = g_strdup (working->path);
  self->store = g_object_ref (store);
  self->stepped_id = g_signal_connect (store, "stepped", G_CALLBACK (stepped_cb), self);
  self->working = working;
  self->recovered = recovered;
  self->set_aside = g_strdup (set_aside);
  self->last_step = akk_store_get_last_step (store);
  self->published_step = working->published_step;
  live = g_list_prepend (live, self);
  update_state (self);
  if (self->state != AKK_DOSSIER_PUBLISHED)
    publish_later (self);
  return self;
}

AkkDossier *
akk_dossier_find_live (const char *real_path)
{
  for (GList *link = live; link != NULL; link = link->next) {
    AkkDossier *self = link->data;

    if (g_str_equal (self->real_path, real_path))
      return self;
  }
  return NULL;
}

gboolean
akk_dossier_wait_for_close (AkkDossier *self, GSourceFunc callback, gpointer data)
{
  if (!is_busy_with (self, AKK_OPERATION_CLOSE) && !is_busy_with (self, AKK_OPERATION_REMOVE))
    return FALSE;

  GSource *source = g_idle_source_new ();

  g_source_set_callback (source, callback, data, NULL);
  g_queue_push_tail (&self->waiting, source);
  return TRUE;
}

/* --- Public --- */

const char *
akk_dossier_get_path (AkkDossier *self)
{
  return self->path;
}

AkkStore *
akk_dossier_get_store (AkkDossier *self)
{
  return self->store;
}

AkkDossierState
akk_dossier_get_state (AkkDossier *self)
{
  return self->state;
}

const GError *
akk_dossier_get_failure (AkkDossier *self)
{
  return self->failure;
}

gboolean
akk_dossier_get_recovered (AkkDossier *self)
{
  return self->recovered;
}

const char *
akk_dossier_get_set_aside (AkkDossier *self)
{
  return self->set_aside;
}

void
akk_dossier_publish_async (AkkDossier *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  ask_for (self, AKK_OPERATION_PUBLISH, NULL, cancellable, callback, data);
}

gboolean
akk_dossier_publish_finish (AkkDossier *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
akk_dossier_publish_as_async (AkkDossier *self,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  ask_for (self, AKK_OPERATION_PUBLISH_AS, path, cancellable, callback, data);
}

void
akk_dossier_merge_and_publish_async (AkkDossier *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  ask_for (self, AKK_OPERATION_MERGE, NULL, cancellable, callback, data);
}

void
akk_dossier_save_copy_async (AkkDossier *self,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  ask_for (self, AKK_OPERATION_SAVE_COPY, path, cancellable, callback, data);
}

void
akk_dossier_close_async (AkkDossier *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  ask_for (self, AKK_OPERATION_CLOSE, NULL, cancellable, callback, data);
}
