/* What merging must come to: a model that shares no code with the store.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It keeps, for each change that anybody ever made, all changes that its author knew of. A value
 * stands as long as its reader knows no change of the same cell that knew it. Nothing is ever
 * dropped. */
#pragma once

#include <string.h>

#include "core/record.h"

#define N_REPLICAS 8
#define MAX_OPS 1200
#define MAX_RECORDS 64

typedef struct {
  gint64 record;
  const char *field;
  char *value; /* numbers as text */
  gint64 time;
  gboolean knew[MAX_OPS];
} ModelOp;

typedef struct {
  const AkkRecordType *type;
  gint64 id;
} ModelRecord;

typedef struct {
  ModelOp *ops[MAX_OPS];
  guint n_ops;
  ModelRecord records[MAX_RECORDS];
  guint n_records;
  gboolean knows_op[N_REPLICAS][MAX_OPS];
  gboolean knows_record[N_REPLICAS][MAX_RECORDS];
} Model;

static inline void
model_write (
    Model *model, guint replica, gint64 record, const char *field, char *value, gint64 time)
{
  ModelOp *op = g_new0 (ModelOp, 1);

  g_assert_cmpuint (model->n_ops, <, MAX_OPS);
  op->record = record;
  op->field = field;
  op->value = value;
  op->time = time;
  memcpy (op->knew, model->knows_op[replica], sizeof op->knew);
  model->knows_op[replica][model->n_ops] = TRUE;
  model->ops[model->n_ops++] = op;
}

static inline void
model_learn (Model *model, guint replica, guint from)
{
  for (guint i = 0; i < model->n_ops; i++)
    model->knows_op[replica][i] |= model->knows_op[from][i];
  for (guint i = 0; i < model->n_records; i++)
    model->knows_record[replica][i] |= model->knows_record[from][i];
}

static inline gboolean
model_stands (Model *model, guint replica, guint index)
{
  ModelOp *op = model->ops[index];

  if (!model->knows_op[replica][index])
    return FALSE;
  for (guint i = 0; i < model->n_ops; i++)
    if (model->knows_op[replica][i] && model->ops[i]->knew[index] &&
        model->ops[i]->record == op->record && model->ops[i]->field == op->field)
      return FALSE;
  return TRUE;
}

/* The values that stand, newest first. */
static inline GPtrArray *
model_values (Model *model, guint replica, gint64 record, const char *field)
{
  GPtrArray *standing = g_ptr_array_new ();

  for (guint i = 0; i < model->n_ops; i++) {
    ModelOp *op = model->ops[i];
    guint place = 0;
    if (op->record != record || op->field != field || !model_stands (model, replica, i))
      continue;
    while (place < standing->len && ((ModelOp *) standing->pdata[place])->time >= op->time)
      place++;
    g_ptr_array_insert (standing, place, op);
  }
  return standing;
}

static inline gboolean
model_has_value (GPtrArray *standing, const char *value)
{
  for (guint i = 0; i < standing->len; i++)
    if (g_str_equal (((ModelOp *) standing->pdata[i])->value, value))
      return TRUE;
  return FALSE;
}

static inline int
model_compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Whatever their order. */
static inline char *
model_join_texts (GPtrArray *values)
{
  g_ptr_array_sort (values, model_compare_texts);
  g_ptr_array_add (values, NULL);
  return g_strjoinv ("|", (char **) values->pdata);
}

static inline void
model_free (Model *model)
{
  for (guint i = 0; i < model->n_ops; i++) {
    g_free (model->ops[i]->value);
    g_free (model->ops[i]);
  }
  g_free (model);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Model, model_free)
