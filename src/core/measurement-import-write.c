/* Figures from a table: what there is already, and writing what is new.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/dates.h"
#include "core/measurement-import-private.h"
#include "core/store-values.h"
#include "core/tabular.h"

/* Figures that are written in one part of a long action. */
#define ITEMS 200

/* --- What there is --- */

typedef struct {
  AkkMeasured measured; /* first: it is its own key */
  gint64 id;
} Known;

struct _AkkMeasureKnown {
  AkkStore *store;
  AkkMeasurementImport *import;
  GHashTable *read; /* gint64 *: the indicators that were */
  GHashTable *all; /* AkkMeasured → Known */
};

guint
akk_measured_hash (gconstpointer measured)
{
  const AkkMeasured *self = measured;
  guint64 mixed = (guint64) self->indicator_id * 31 + (guint64) self->party_id;

  mixed = mixed * 31 + (guint64) self->year;
  return (guint) (mixed ^ mixed >> 32) * 31 + g_str_hash (self->group);
}

gboolean
akk_measured_same_key (gconstpointer a, gconstpointer b)
{
  const AkkMeasured *one = a, *other = b;

  return one->indicator_id == other->indicator_id && one->party_id == other->party_id &&
         one->year == other->year && one->group == other->group;
}

const char *
akk_measure_keep_group (const AkkMeasurementImport *self, const char *group)
{
  const char *known = *group != '\0' ? akk_measurement_names_find_group (self->names, group) : NULL;

  return g_string_chunk_insert_const (self->texts, known != NULL ? known : group);
}

gboolean
akk_measure_same_text (const char *a, const char *b)
{
  g_autofree char *one = NULL, *other = NULL;

  if (g_str_equal (a, b))
    return TRUE;
  one = g_strstrip (g_strdup (a));
  other = g_strstrip (g_strdup (b));
  return g_str_equal (one, other);
}

/* Of two of the same, by whatever merge, the one with the greater id counts. */
static void
known_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  AkkMeasureKnown *self = data;
  Known *known = g_new0 (Known, 1), *other;

  akk_measured_take (&known->measured, numbers, texts, self->import->texts);
  known->measured.group = akk_measure_keep_group (self->import, known->measured.group);
  known->id = id;
  g_ptr_array_add (self->import->befores, known);
  other = g_hash_table_lookup (self->all, known);
  if (other == NULL || other->id < id)
    g_hash_table_replace (self->all, known, known);
}

AkkMeasureKnown *
akk_measure_known_new (AkkStore *store, AkkMeasurementImport *import)
{
  AkkMeasureKnown *self = g_new0 (AkkMeasureKnown, 1);

  self->store = store;
  self->import = import;
  self->read = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->all = g_hash_table_new (akk_measured_hash, akk_measured_same_key);
  return self;
}

void
akk_measure_known_free (AkkMeasureKnown *self)
{
  g_hash_table_unref (self->read);
  g_hash_table_unref (self->all);
  g_free (self);
}

const AkkMeasured *
akk_measure_known_find (AkkMeasureKnown *self, const AkkMeasured *measured, gint64 *id)
{
  const Known *known;

  if (!g_hash_table_contains (self->read, &measured->indicator_id)) {
    g_hash_table_add (self->read, g_memdup2 (&measured->indicator_id, sizeof (gint64)));
    akk_store_each (self->store, &akk_measurement_record, akk_measured_fields, "indicator_id",
                    measured->indicator_id, known_cb, self);
  }
  known = g_hash_table_lookup (self->all, measured);
  *id = known != NULL ? known->id : 0;
  return known != NULL ? &known->measured : NULL;
}

/* --- Mending --- */

static void
set_cell (GPtrArray *table, guint row, guint column, const char *text)
{
  char **cells = table->pdata[row];
  guint n = g_strv_length (cells);

  if (column >= n) {
    cells = table->pdata[row] = g_renew (char *, cells, column + 2);
    for (guint i = n; i <= column; i++)
      cells[i] = g_strdup ("");
    cells[column + 1] = NULL;
  }
  g_free (cells[column]);
  cells[column] = g_strstrip (g_strdup (text));
}

void
akk_measurement_import_mend (const AkkMeasureItem *item, GPtrArray *table, const char *text)
{
  g_return_if_fail (item->fixable && item->line <= table->len);
  if (!item->everywhere) {
    set_cell (table, item->line - 1, item->column - 1, text);
    return;
  }
  for (guint row = item->line - 1; row < table->len; row++)
    if (g_str_equal (akk_tabular_cell (table, row, item->column - 1), item->cell))
      set_cell (table, row, item->column - 1, text);
}

/* --- Words --- */

char *
akk_measurement_import_title (const AkkMeasurementImport *self, const AkkMeasureItem *item)
{
  const AkkIndicator *indicator =
      akk_measurement_names_indicator (self->names, item->now.indicator_id);
  const AkkMeasuredParty *party = akk_measurement_names_party (self->names, item->now.party_id);
  GString *title;

  if (indicator == NULL)
    return g_strdup_printf (_ ("Row %u, column %u"), item->line, item->column);
  title = g_string_new (indicator->name);
  g_string_append_printf (
      title, ", %s, %d",
      party != NULL ? party->name : akk_measurement_names_word (self->names, AKK_MEASURE_REGION),
      item->now.year);
  if (*item->now.group != '\0')
    g_string_append_printf (title, ", %s", item->now.group);
  return g_string_free_and_steal (title);
}

/* A day as a sentence has it. */
static void
spell_day (AkkPhrases *phrases, char **cell)
{
  gint64 day = akk_date_parse (*cell);

  if (day == AKK_NO_DATE)
    return;
  g_free (*cell);
  *cell = akk_phrases_date (phrases, day);
}

/* The cells of before and now that differ, but for the figure itself: "Bron: A → B". */
static void
append_changes (const AkkMeasurementImport *self, const AkkMeasureItem *item, GString *words)
{
  AkkPhrases *phrases = akk_measurement_names_phrases (self->names);
  g_auto (GStrv) was = akk_measure_row (self->names, item->before);
  g_auto (GStrv) is = akk_measure_row (self->names, &item->now);

  for (guint i = 0; i < AKK_MEASURE_N_COLUMNS; i++) {
    g_autofree char *head = NULL;

    if (i == AKK_MEASURE_COLUMN_VALUE || akk_measure_same_text (was[i], is[i]) ||
        (i == AKK_MEASURE_COLUMN_RECEIVED && words->len > 0)) /* it goes with the rest */
      continue;
    if (i == AKK_MEASURE_COLUMN_UNTIL || i == AKK_MEASURE_COLUMN_RECEIVED) {
      spell_day (phrases, &was[i]);
      spell_day (phrases, &is[i]);
    }
    head = akk_measure_column_head (i, phrases);
    g_string_append_printf (words, "%s%s: %s → %s", words->len > 0 ? "; " : "", head,
                            *was[i] != '\0' ? was[i] : "–", *is[i] != '\0' ? is[i] : "–");
  }
}

char *
akk_measurement_import_words (const AkkMeasurementImport *self, const AkkMeasureItem *item)
{
  const AkkIndicator *indicator =
      akk_measurement_names_indicator (self->names, item->now.indicator_id);
  g_autofree char *now = NULL, *before = NULL;
  GString *words;

  if (item->state == AKK_IMPORT_WRONG)
    return g_strdup (item->problem);
  now = akk_measured_value_write (self->names, indicator, item->now.state, item->now.value);
  if (item->before == NULL)
    return g_steal_pointer (&now);
  before =
      akk_measured_value_write (self->names, indicator, item->before->state, item->before->value);
  if (item->state == AKK_IMPORT_SAME)
    return g_steal_pointer (&now);
  words = g_string_new (NULL);
  if (!g_str_equal (before, now))
    g_string_append_printf (words, "%s → %s", before, now);
  append_changes (self, item, words);
  return g_string_free_and_steal (words);
}

/* --- Writing --- */

static void
fill (AkkMeasurement *record, const AkkMeasured *now)
{
  record->indicator_id = now->indicator_id;
  record->party_id = now->party_id;
  record->year = now->year;
  record->until = now->until;
  record->state = now->state;
  record->value = now->state == AKK_MEASUREMENT_VALUE ? now->value : 0;
  record->provisional = now->provisional;
  record->received_on = now->received_on;
  g_set_str (&record->source, now->source);
  g_set_str (&record->sentence, now->sentence);
}

static void
write_item (const AkkMeasureItem *item, AkkStore *store)
{
  g_autoptr (AkkMeasurement) record = NULL;
  g_autoptr (AkkMeasurement) changed = NULL;

  if (item->state != AKK_IMPORT_NEW && item->state != AKK_IMPORT_CHANGED)
    return;
  if (item->state == AKK_IMPORT_CHANGED)
    record = akk_store_get (store, &akk_measurement_record, item->id);
  if (record != NULL && record->record.deleted == 0) {
    changed = akk_record_duplicate (record);
    fill (changed, &item->now);
    akk_store_apply (store, record, changed);
    return;
  }
  changed = akk_record_new (&akk_measurement_record);
  fill (changed, &item->now);
  g_set_str (&changed->target_group, item->now.group);
  akk_store_add (store, changed);
}

gboolean
akk_measurement_import_write_some (const AkkMeasurementImport *self, AkkStore *store, guint *next)
{
  guint end = MIN (*next + ITEMS, self->items->len);

  while (*next < end)
    write_item (self->items->pdata[(*next)++], store);
  return *next < self->items->len;
}

void
akk_measurement_import_write (const AkkMeasurementImport *self, AkkStore *store)
{
  guint next = 0;

  while (akk_measurement_import_write_some (self, store, &next))
    continue;
}
