/* The page Evaluatie: the facts, reckoned again while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include "core/dossier.h"
#include "core/store-snapshot.h"

typedef struct {
  AkkStore *store; /* owned; let go of on the main thread */
  gint64 agreement_id, day;
  int year;
} Reckoning;

static void reckon_aside (AkkEvaluationPage *self);

static void
reckoning_free (gpointer data)
{
  Reckoning *self = data;

  g_clear_object (&self->store);
  g_free (self);
}

/* The day of which the facts are: that on which the report was adopted. */
static gint64
day_of (AkkEvaluationPage *self)
{
  return akk_evaluation_adopted (self->evaluation) ? self->evaluation->adopted_on
                                                   : akk_store_today (self->store);
}

/* From a copy of the dossier, which goes to the main thread with the facts that stand on it. */
static void
reckon_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reckoning *self = data;
  GError *error = NULL;
  g_autoptr (AkkStore) copy = akk_store_snapshot (self->store, cancellable, &error);
  g_autoptr (AkkAgreement) agreement =
      copy != NULL ? akk_store_get (copy, &akk_agreement_record, self->agreement_id) : NULL;

  if (copy == NULL)
    g_task_return_error (task, error);
  else if (agreement == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, akk_evaluation_facts_new (copy, agreement, self->year, self->day),
                           (GDestroyNotify) akk_evaluation_facts_free);
}

/* What was reckoned before the last change is not shown. */
static void
reckoned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (source);
  Reckoning *reckoning = g_task_get_task_data (G_TASK (result));
  gboolean cancelled = g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
  g_autoptr (AkkEvaluationFacts) facts = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&reckoning->store);
  if (cancelled)
    return;
  g_clear_object (&self->reckoning);
  if (self->reckon_again) {
    reckon_aside (self);
  } else if (facts != NULL) {
    g_clear_pointer (&self->facts, akk_evaluation_facts_free);
    self->facts = g_steal_pointer (&facts);
    akk_evaluation_page_show_parts (self);
  }
}

static void
reckon_aside (AkkEvaluationPage *self)
{
  Reckoning *reckoning = g_new0 (Reckoning, 1);
  g_autoptr (GTask) task = NULL;

  self->reckon_again = FALSE;
  self->reckoning = g_cancellable_new ();
  reckoning->store = g_object_ref (self->store);
  reckoning->agreement_id = self->agreement->record.id;
  reckoning->year = self->year;
  reckoning->day = day_of (self);
  task = g_task_new (self, self->reckoning, reckoned_cb, NULL);
  g_task_set_task_data (task, reckoning, reckoning_free);
  g_task_run_in_thread (task, reckon_thread);
}

void
akk_evaluation_page_reckon (AkkEvaluationPage *self)
{
  if (self->facts == NULL || self->facts->year != self->year) {
    akk_evaluation_page_stop_reckoning (self);
    self->facts =
        akk_evaluation_facts_new (self->store, self->agreement, self->year, day_of (self));
  } else if (self->reckoning != NULL) {
    self->reckon_again = TRUE;
  } else {
    reckon_aside (self);
  }
}

void
akk_evaluation_page_stop_reckoning (AkkEvaluationPage *self)
{
  if (self->reckoning != NULL)
    g_cancellable_cancel (self->reckoning);
  g_clear_object (&self->reckoning);
  self->reckon_again = FALSE;
  g_clear_pointer (&self->facts, akk_evaluation_facts_free);
}
