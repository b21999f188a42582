/* The verbs that exchange figures as tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "core/measurement-export.h"
#include "core/measurement-import.h"
#include "core/tabular.h"

/* --- Out --- */

static GBytes *
table_of (AkkStore *store, AkkAgreement *agreement, const char *out, GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  g_autoptr (GPtrArray) table = NULL;

  if (phrases == NULL)
    return NULL;
  table = akk_measurement_table (store, agreement->record.id, phrases);
  if (g_str_has_suffix (out, ".csv"))
    return akk_tabular_to_csv (table);
  return akk_tabular_to_ods (table, akk_phrases_get (phrases, "measurements-sheet"), error);
}

int
akk_verb_export_measurements (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = NULL;
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (GBytes) table = NULL;

  if (!g_str_has_suffix (words[1], ".csv") && !g_str_has_suffix (words[1], ".ods"))
    return akk_verb_fail (AKK_EXIT_UNUSABLE,
                          _ ("The name of the file must end in .csv or .ods: these are the tables "
                             "that can be read in again."));
  store = akk_dossier_read (words[0], &error);
  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_agreement (store, call);
  if (agreement == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  table = table_of (store, agreement, words[1], &error);
  if (table != NULL &&
      g_file_set_contents_full (
          words[1], g_bytes_get_data (table, NULL), (gssize) g_bytes_get_size (table),
          G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}

/* --- In --- */

static void
tell (const AkkMeasurementImport *import)
{
  for (guint i = 0; i < import->ignored->len; i++)
    g_print (_ ("not read: %s\n"), (const char *) import->ignored->pdata[i]);
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
  g_print (_ ("%u new, %u changed, %u the same, %u wrong\n"), import->n[AKK_IMPORT_NEW],
           import->n[AKK_IMPORT_CHANGED], import->n[AKK_IMPORT_SAME], import->n[AKK_IMPORT_WRONG]);
}

static AkkMeasurementImport *
read_import (
    AkkStore *store, AkkAgreement *agreement, const char *path, gint64 year, GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) table = NULL;
  AkkMeasureBlock block = { .year = (int) year, .received_on = AKK_NO_DATE };
  char *data;
  gsize size;

  if (phrases == NULL || !g_file_get_contents (path, &data, &size, error))
    return NULL;
  bytes = g_bytes_new_take (data, size);
  block.sign = akk_tabular_is_ods (bytes) ? AKK_DECIMAL_POINT : AKK_DECIMAL_AUTO;
  table = akk_tabular_read (bytes, error);
  return table != NULL ? akk_measurement_import_new (store, agreement->record.id, table, &block,
                                                     phrases, error)
                       : NULL;
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
  return import->n[AKK_IMPORT_WRONG] > 0 ? AKK_EXIT_REFUSED : AKK_EXIT_FINE;
}

int
akk_verb_import_measurements (char **words, const AkkCall *call)
{
  return akk_verb_change (words, call, import_measurements);
}
