/* The verbs that exchange actions as tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "core/action-filter.h"
#include "core/action-import.h"
#include "core/tabular.h"

/* --- Out --- */

GBytes *
akk_verb_table_bytes (GPtrArray *table, const char *out, const char *sheet, GError **error)
{
  return g_str_has_suffix (out, ".csv") ? akk_tabular_to_csv (table)
                                        : akk_tabular_to_ods (table, sheet, error);
}

static AkkAgreement *
find_agreement (AkkStore *store, const AkkCall *call)
{
  return call->year != 0 ? akk_verb_plan_agreement (store, call, call->year)
                         : akk_verb_agreement (store, call);
}

/* All actions of the agreement, or those of a year. */
static int
write_table (const AkkVerbJob *job, GError **error)
{
  const AkkActionFilter filter = { .year = job->call->year };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (job->agreement), error);
  g_autoptr (AkkActionRows) rows = NULL;
  g_autoptr (GArray) shown = NULL;
  g_autoptr (GPtrArray) table = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (phrases == NULL)
    return AKK_EXIT_UNUSABLE;
  rows = akk_action_rows_new (job->store, job->agreement->record.id);
  shown = akk_action_filter_apply (&filter, rows, AKK_SORT_PLAN, FALSE, 0);
  table = akk_action_table (rows, shown, phrases);
  bytes = akk_verb_table_bytes (table, job->out, akk_phrases_get (phrases, "actions-sheet"), error);
  return akk_verb_write_bytes (bytes, job->out, error);
}

int
akk_verb_export_table (char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, find_agreement, write_table, 0);
}

/* --- In --- */

GPtrArray *
akk_verb_read_table (const char *path, gboolean *is_ods, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, error))
    return NULL;
  bytes = g_bytes_new_take (data, size);
  *is_ods = akk_tabular_is_ods (bytes);
  return akk_tabular_read (bytes, error);
}

void
akk_verb_tell_ignored (GPtrArray *ignored)
{
  for (guint i = 0; i < ignored->len; i++)
    g_print (_ ("not read: %s\n"), (const char *) ignored->pdata[i]);
}

int
akk_verb_tell_import (const guint *n)
{
  g_print (_ ("%u new, %u changed, %u the same, %u wrong\n"), n[AKK_IMPORT_NEW],
           n[AKK_IMPORT_CHANGED], n[AKK_IMPORT_SAME], n[AKK_IMPORT_WRONG]);
  return n[AKK_IMPORT_WRONG] > 0 ? AKK_EXIT_REFUSED : AKK_EXIT_FINE;
}

static void
tell (const AkkActionImport *import)
{
  akk_verb_tell_ignored (import->ignored);
  for (guint i = 0; i < import->rows->len; i++) {
    const AkkImportRow *row = import->rows->pdata[i];

    if (row->state == AKK_IMPORT_NEW)
      g_print (_ ("row %u: new: %s\n"), row->line, row->action->title);
    if (row->state == AKK_IMPORT_WRONG)
      g_print (_ ("row %u: wrong: %s\n"), row->line, row->problem);
    for (guint k = 0; row->state == AKK_IMPORT_CHANGED && k < row->changes->len; k++)
      g_print (_ ("row %u: changed: %s\n"), row->line, (const char *) row->changes->pdata[k]);
  }
}

static AkkActionImport *
read_import (AkkStore *store, AkkAgreement *agreement, const char *path, GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  gboolean is_ods;
  g_autoptr (GPtrArray) table = phrases != NULL ? akk_verb_read_table (path, &is_ods, error) : NULL;

  return table != NULL
             ? akk_action_import_new (store, agreement->record.id, NULL, table, phrases, error)
             : NULL;
}

static int
import_actions (AkkStore *store, char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkAgreement) agreement = akk_verb_agreement (store, call);
  g_autoptr (AkkActionImport) import = NULL;

  if (agreement == NULL)
    return AKK_EXIT_REFUSED;
  import = read_import (store, agreement, words[1], &error);
  if (import == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  akk_store_begin (store, N_ ("Read actions from a table"));
  akk_action_import_apply (import, store);
  if (!akk_store_commit (store, &error))
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  tell (import);
  return akk_verb_tell_import (import->n);
}

int
akk_verb_import_actions (char **words, const AkkCall *call)
{
  return akk_verb_change (words, call, import_actions);
}
