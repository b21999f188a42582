/* Questions about a dossier that are answered aside, while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/aside.h"

#include <gio/gio.h>

#include "core/store-snapshot.h"

/* One question on its way. The thread reads the first three only. */
typedef struct {
  AkkAsideWork work;
  GDestroyNotify free_answer;
  AkkQuestion question;
  AkkStore *store; /* owned; let go of on the main thread */
  AkkAside *aside; /* NULL: nobody waits for it any more */
} Errand;

struct _AkkAside {
  AkkAsideWork work;
  GDestroyNotify free_answer;
  AkkAsideAnswered answered;
  gpointer object;

  Errand *errand; /* owned by its task; NULL: none */
  GCancellable *cancellable; /* of the errand */
  AkkStore *next_store; /* owned; NULL: no other question waits */
  AkkQuestion next;
};

static void
errand_free (gpointer data)
{
  Errand *self = data;

  g_clear_object (&self->store);
  g_free (self);
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Errand *self = data;
  GError *error = NULL;
  g_autoptr (AkkStore) copy = akk_store_snapshot (self->store, cancellable, &error);
  gpointer answer = copy != NULL ? self->work (copy, &self->question, &error) : NULL;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, self->free_answer);
}

static void start (AkkAside *self, AkkStore *store, AkkQuestion question);

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = g_task_get_task_data (G_TASK (result));
  AkkAside *self = errand->aside;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (AkkStore) next = NULL;

  g_clear_object (&errand->store);
  if (self == NULL || self->next_store != NULL)
    g_clear_pointer (&answer, errand->free_answer);
  if (self == NULL)
    return;
  self->errand = NULL;
  g_clear_object (&self->cancellable);
  next = g_steal_pointer (&self->next_store);
  if (next != NULL)
    start (self, next, self->next);
  else
    self->answered (self->object, answer);
}

static void
start (AkkAside *self, AkkStore *store, AkkQuestion question)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand = g_new0 (Errand, 1);

  *errand = (Errand) { self->work, self->free_answer, question, g_object_ref (store), self };
  self->errand = errand;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, worked_cb, NULL);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, work_thread);
}

void
akk_aside_ask (AkkAside *self, AkkStore *store, AkkQuestion question)
{
  if (self->errand == NULL) {
    start (self, store, question);
    return;
  }
  g_set_object (&self->next_store, store);
  self->next = question;
}

void
akk_aside_stop (AkkAside *self)
{
  g_clear_object (&self->next_store);
  if (self->errand == NULL)
    return;
  self->errand->aside = NULL;
  self->errand = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

gboolean
akk_aside_is_busy (AkkAside *self)
{
  return self->errand != NULL;
}

AkkAside *
akk_aside_new (AkkAsideWork work,
               GDestroyNotify free_answer,
               AkkAsideAnswered answered,
               gpointer object)
{
  AkkAside *self = g_new0 (AkkAside, 1);

  self->work = work;
  self->free_answer = free_answer;
  self->answered = answered;
  self->object = object;
  return self;
}

void
akk_aside_free (AkkAside *self)
{
  akk_aside_stop (self);
  g_free (self);
}
