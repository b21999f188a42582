/* Reading a table of figures: at once when it is small, else on a thread of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/measurement-reading.h"

#include "core/store-snapshot.h"
#include "core/tabular.h"

/* From so many bytes or rows on it takes longer than a frame. */
#define MANY_BYTES 50000
#define MANY_ROWS 500

typedef struct {
  AkkStore *store; /* until it is copied; the last reference never goes on the thread */
  gint64 agreement_id;
  AkkPhrases *phrases;
  AkkMeasureBlock block;
  char *source;
  AkkMeasureTable table;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->store);
  g_clear_pointer (&self->phrases, akk_phrases_free);
  g_free (self->source);
  akk_measure_table_clear (&self->table);
  g_free (self);
}

void
akk_measure_table_clear (AkkMeasureTable *self)
{
  g_clear_pointer (&self->table, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

gboolean
akk_measure_table_is_large (const AkkMeasureTable *self)
{
  if (self->table != NULL)
    return self->table->len > MANY_ROWS;
  return self->bytes != NULL && g_bytes_get_size (self->bytes) > MANY_BYTES;
}

static AkkMeasurementImport *
read_table (AkkMeasureTable *table,
            AkkStore *store,
            gint64 agreement_id,
            const AkkMeasureBlock *block,
            AkkPhrases *phrases,
            GError **error)
{
  if (table->table == NULL)
    table->table = akk_tabular_read (table->bytes, error);
  if (table->table == NULL)
    return NULL;
  return akk_measurement_import_new (store, agreement_id, table->table, block, phrases, error);
}

AkkMeasurementImport *
akk_measure_table_read (AkkMeasureTable *self,
                        AkkStore *store,
                        AkkAgreement *agreement,
                        const AkkMeasureBlock *block,
                        GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);

  return phrases != NULL ? read_table (self, store, agreement->record.id, block, phrases, error)
                         : NULL;
}

/* --- On the thread --- */

/* On the main thread again: the dossier may be closed now, and opened by somebody else. */
static gboolean
release_cb (gpointer task)
{
  Job *self = g_task_get_task_data (task);

  g_clear_object (&self->store);
  return G_SOURCE_REMOVE;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;
  GError *error = NULL;
  g_autoptr (AkkStore) copy = akk_store_snapshot (self->store, cancellable, &error);
  AkkMeasurementImport *import = NULL;

  g_idle_add_full (G_PRIORITY_HIGH, release_cb, g_object_ref (task), g_object_unref);
  if (copy != NULL)
    import =
        read_table (&self->table, copy, self->agreement_id, &self->block, self->phrases, &error);
  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) akk_measurement_import_free);
  else
    g_task_return_error (task, error);
}

void
akk_measure_table_read_async (AkkMeasureTable *self,
                              AkkStore *store,
                              AkkAgreement *agreement,
                              const AkkMeasureBlock *block,
                              GCancellable *cancellable,
                              gpointer source,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);
  GError *error = NULL;
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->agreement_id = agreement->record.id;
  job->block = *block;
  job->block.source = job->source = g_strdup (block->source);
  job->table = *self;
  *self = (AkkMeasureTable) { NULL, NULL };
  job->phrases = akk_phrases_new (akk_agreement_language (agreement), &error);
  g_task_set_task_data (task, job, job_free);
  if (job->phrases == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, read_thread);
}

AkkMeasurementImport *
akk_measure_table_read_finish (AkkMeasureTable *self, GAsyncResult *result, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  akk_measure_table_clear (self);
  *self = job->table;
  job->table = (AkkMeasureTable) { NULL, NULL };
  return g_task_propagate_pointer (G_TASK (result), error);
}
