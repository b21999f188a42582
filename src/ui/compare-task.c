/* Comparing while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/compare-task.h"

#include "core/store-snapshot.h"
#include "ui/compare-item.h"

typedef struct {
  AkkStore *store; /* owned; the last reference is let go of on the main thread */
  gint64 agreements[2], versions[2]; /* 0: as it is now */
} Wanted;

static void
wanted_free (Wanted *self)
{
  g_object_unref (self->store);
  g_free (self);
}

void
akk_compared_free (AkkCompared *self)
{
  g_clear_pointer (&self->comparison, akk_comparison_free);
  g_clear_pointer (&self->old, akk_compare_text_free);
  g_clear_pointer (&self->now, akk_compare_text_free);
  g_free (self->summary);
  g_free (self);
}

static AkkCompareText *
read_side (AkkStore *copy, const Wanted *wanted, guint which, GError **error)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (copy, &akk_agreement_record, wanted->agreements[which]);
  g_autoptr (AkkVersion) version =
      akk_store_get (copy, &akk_version_record, wanted->versions[which]);
  g_autoptr (AkkCompareSide) side = akk_compare_side_new (agreement, version);

  return akk_compare_side_read (copy, side, NULL, error);
}

static AkkCompared *
compare (const Wanted *wanted, GError **error)
{
  g_autoptr (AkkStore) copy = akk_store_snapshot (wanted->store, NULL, error);
  g_autoptr (AkkCompared) self = g_new0 (AkkCompared, 1);

  self->agreement = wanted->agreements[1];
  self->old = copy != NULL ? read_side (copy, wanted, 0, error) : NULL;
  self->now = self->old != NULL ? read_side (copy, wanted, 1, error) : NULL;
  if (self->now == NULL)
    return NULL;
  self->comparison = akk_comparison_new (self->old, self->now);
  self->summary = akk_compare_summary_words (self->comparison);
  return g_steal_pointer (&self);
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  AkkCompared *compared = compare (data, &error);

  if (compared != NULL)
    g_task_return_pointer (task, compared, (GDestroyNotify) akk_compared_free);
  else
    g_task_return_error (task, error);
}

void
akk_compare_async (AkkStore *store,
                   const AkkCompareSide *old,
                   const AkkCompareSide *now,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  const AkkCompareSide *sides[] = { old, now };
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->store = g_object_ref (store);
  for (guint i = 0; i < 2; i++) {
    wanted->agreements[i] = sides[i]->agreement->record.id;
    wanted->versions[i] = sides[i]->version != NULL ? sides[i]->version->record.id : 0;
  }
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, compare_thread);
}

AkkCompared *
akk_compare_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
