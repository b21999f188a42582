/* The verbs that exchange actions as tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "core/action-filter.h"
#include "core/action-import.h"
#include "core/tabular.h"

/* --- Out --- */

/* All actions of the agreement, or those of a year. */
static GBytes *
table_of (AkkStore *store, AkkAgreement *agreement, gint64 year, const char *out, GError **error)
{
  const AkkActionFilter filter = { .year = year };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  g_autoptr (AkkActionRows) rows = NULL;
  g_autoptr (GArray) shown = NULL;
  g_autoptr (GPtrArray) table = NULL;

  if (phrases == NULL)
    return NULL;
  rows = akk_action_rows_new (store, agreement->record.id);
  shown = akk_action_filter_apply (&filter, rows, AKK_SORT_PLAN, FALSE, 0);
  table = akk_action_table (rows, shown, phrases);
  if (g_str_has_suffix (out, ".csv"))
    return akk_tabular_to_csv (table);
  return akk_tabular_to_ods (table, akk_phrases_get (phrases, "actions-sheet"), error);
}

int
akk_verb_export_table (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (GBytes) table = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = call->year != 0 ? akk_verb_plan_agreement (store, call, call->year)
                              : akk_verb_agreement (store, call);
  if (agreement == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  table = table_of (store, agreement, call->year, words[1], &error);
  if (table != NULL &&
      g_file_set_contents_full (
          words[1], g_bytes_get_data (table, NULL), (gssize) g_bytes_get_size (table),
          G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}

/* --- In --- */

static void
tell (const AkkActionImport *import)
{
  for (guint i = 0; i < import->ignored->len; i++)
    g_print (_ ("not read: %s\n"), (const char *) import->ignored->pdata[i]);
  for (guint i = 0; i < import->rows->len; i++) {
    const AkkImportRow *row = import->rows->pdata[i];

    if (row->state == AKK_IMPORT_NEW)
      g_print (_ ("row %u: new: %s\n"), row->line, row->action->title);
    if (row->state == AKK_IMPORT_WRONG)
      g_print (_ ("row %u: wrong: %s\n"), row->line, row->problem);
    for (guint k = 0; row->state == AKK_IMPORT_CHANGED && k < row->changes->len; k++)
      g_print (_ ("row %u: changed: %s\n"), row->line, (const char *) row->changes->pdata[k]);
  }
  g_print (_ ("%u new, %u changed, %u the same, %u wrong\n"), import->n[AKK_IMPORT_NEW],
           import->n[AKK_IMPORT_CHANGED], import->n[AKK_IMPORT_SAME], import->n[AKK_IMPORT_WRONG]);
}

static AkkActionImport *
read_import (AkkStore *store, AkkAgreement *agreement, const char *path, GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) table = NULL;
  char *data;
  gsize size;

  if (phrases == NULL || !g_file_get_contents (path, &data, &size, error))
    return NULL;
  bytes = g_bytes_new_take (data, size);
  table = akk_tabular_read (bytes, error);
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
  return import->n[AKK_IMPORT_WRONG] > 0 ? AKK_EXIT_REFUSED : AKK_EXIT_FINE;
}

int
akk_verb_import_actions (char **words, const AkkCall *call)
{
  return akk_verb_change (words, call, import_actions);
}
