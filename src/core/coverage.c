/* The promises register: every commitment of an agreement with the actions that carry it out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/coverage.h"

#include "core/agreement-text.h"
#include "core/agreement.h"
#include "core/fulfilment.h"
#include "core/section.h"
#include "core/store-values.h"

static void
promise_free (gpointer data)
{
  AkkPromise *self = data;

  g_free (self->heading);
  g_array_unref (self->actions);
  g_free (self);
}

static char *
heading_of (AkkStore *store, gint64 section_id)
{
  g_autoptr (AkkSection) section = akk_store_get (store, &akk_section_record, section_id);

  return g_strdup (section != NULL ? section->heading : "");
}

static void
read_commitments (AkkCoverage *self, AkkStore *store, gint64 agreement_id)
{
  g_autoptr (AkkAgreement) agreement = akk_store_get (store, &akk_agreement_record, agreement_id);

  self->commitments = akk_commitments_load (store, agreement, NULL);
  for (guint i = 0; i < self->commitments->len; i++) {
    AkkPromise *promise = g_new0 (AkkPromise, 1);

    promise->commitment = self->commitments->pdata[i];
    promise->heading = heading_of (store, promise->commitment->section);
    promise->actions = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_ptr_array_add (self->promises, promise);
  }
}

typedef struct {
  GHashTable *promises; /* &id of the commitment → AkkPromise */
  GHashTable *actions; /* ids that count */
} Reading;

static void
add_fulfilment_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  Reading *reading = data;
  AkkPromise *promise = g_hash_table_lookup (reading->promises, &numbers[1]);

  if (promise == NULL || !g_hash_table_contains (reading->actions, &numbers[0]))
    return;
  for (guint i = 0; i < promise->actions->len; i++)
    if (g_array_index (promise->actions, gint64, i) == numbers[0])
      return;
  g_array_append_val (promise->actions, numbers[0]);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const AkkActionRow *one = akk_action_rows_find (data, *(const gint64 *) a);
  const AkkActionRow *other = akk_action_rows_find (data, *(const gint64 *) b);
  int order = g_strcmp0 (one->position, other->position);

  return order != 0 ? order : one->id < other->id ? -1 : one->id > other->id;
}

AkkCoverage *
akk_coverage_new (AkkActionRows *rows, const GArray *indices)
{
  static const char *const fields[] = { "action_id", "commitment", NULL };
  AkkCoverage *self = g_new0 (AkkCoverage, 1);
  g_autoptr (GHashTable) promises = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) actions = g_hash_table_new (g_int64_hash, g_int64_equal);
  Reading reading = { promises, actions };
  guint n = indices != NULL ? indices->len : akk_action_rows_length (rows);

  self->promises = g_ptr_array_new_with_free_func (promise_free);
  read_commitments (self, akk_action_rows_store (rows), akk_action_rows_agreement_id (rows));
  for (guint i = 0; i < self->promises->len; i++) {
    AkkPromise *promise = self->promises->pdata[i];

    g_hash_table_insert (promises, (gpointer) &promise->commitment->id, promise);
  }
  for (guint i = 0; i < n; i++) {
    guint index = indices != NULL ? g_array_index (indices, guint, i) : i;

    g_hash_table_add (actions, (gpointer) &akk_action_rows_row (rows, index)->id);
  }
  akk_store_each (akk_action_rows_store (rows), &akk_fulfilment_record, fields, NULL, 0,
                  add_fulfilment_cb, &reading);
  for (guint i = 0; i < self->promises->len; i++) {
    AkkPromise *promise = self->promises->pdata[i];

    g_array_sort_with_data (promise->actions, compare_rows, rows);
    self->n_without += promise->actions->len == 0;
  }
  return self;
}

void
akk_coverage_free (AkkCoverage *self)
{
  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->commitments);
  g_free (self);
}
