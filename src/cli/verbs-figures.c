/* The verbs that exchange figures as tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "core/measurement-export.h"
#include "core/measurement-import.h"

/* --- Out --- */

static int
write_table (const AkkVerbJob *job, GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (job->agreement), error);
  g_autoptr (GPtrArray) table = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (phrases == NULL)
    return AKK_EXIT_UNUSABLE;
  table = akk_measurement_table (job->store, job->agreement->record.id, phrases);
  bytes = akk_verb_table_bytes (table, job->out, akk_phrases_get (phrases, "measurements-sheet"),
                                error);
  return akk_verb_write_bytes (bytes, job->out, error);
}

int
akk_verb_export_measurements (char **words, const AkkCall *call)
{
  if (!g_str_has_suffix (words[1], ".csv") && !g_str_has_suffix (words[1], ".ods"))
    return akk_verb_fail (AKK_EXIT_UNUSABLE,
                          _ ("The name of the file must end in .csv or .ods: these are the tables "
                             "that can be read in again."));
  return akk_verb_write (words, call, akk_verb_agreement, write_table, 0);
}

/* --- In --- */

static void
tell (const AkkMeasurementImport *import)
{
  akk_verb_tell_ignored (import->ignored);
  if (import->doubtful)
    g_print (_ ("“%s” was read with a %s as decimal sign, but the table does not show it\n"),
             import->open_cell, import->sign == AKK_DECIMAL_COMMA ? _ ("comma") : _ ("point"));
  for (guint i = 0; i < import->items->len; i++) {
    const AkkMeasureItem *item = import->items->pdata[i];
    g_autofree char *title = NULL, *words = NULL;

    if (item->state == AKK_IMPORT_SAME)
      continue;
    title = akk_measurement_import_title (import, item);
    words = akk_measurement_import_words (import, item);
    if (item->state == AKK_IMPORT_NEW)
      g_print (_ ("row %u: new: %s: %s\n"), item->line, title, words);
    else if (item->state == AKK_IMPORT_CHANGED)
      g_print (_ ("row %u: changed: %s: %s\n"), item->line, title, words);
    else
      g_print (_ ("row %u: wrong: %s\n"), item->line, words);
  }
}

static AkkMeasurementImport *
read_import (
    AkkStore *store, AkkAgreement *agreement, const char *path, gint64 year, GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  AkkMeasureBlock block = { .year = (int) year, .received_on = AKK_NO_DATE };
  gboolean is_ods;
  g_autoptr (GPtrArray) table = phrases != NULL ? akk_verb_read_table (path, &is_ods, error) : NULL;

  if (table == NULL)
    return NULL;
  block.sign = is_ods ? AKK_DECIMAL_POINT : AKK_DECIMAL_AUTO;
  return akk_measurement_import_new (store, agreement->record.id, table, &block, phrases, error);
}

static int
import_measurements (AkkStore *store, char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkAgreement) agreement = akk_verb_agreement (store, call);
  g_autoptr (AkkMeasurementImport) import = NULL;

  if (agreement == NULL)
    return AKK_EXIT_REFUSED;
  import = read_import (store, agreement, words[1], call->year, &error);
  if (import == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  akk_store_begin (store, N_ ("Read figures from a table"));
  akk_measurement_import_write (import, store);
  if (!akk_store_commit (store, &error))
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  tell (import);
  return akk_verb_tell_import (import->n);
}

int
akk_verb_import_measurements (char **words, const AkkCall *call)
{
  return akk_verb_change (words, call, import_measurements);
}
