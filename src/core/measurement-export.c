/* The figures of an agreement as a table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/measurement-export.h"

#include <string.h>

#include "core/measurement-columns.h"
#include "core/measurement.h"
#include "core/store-values.h"
#include "core/tabular.h"

typedef struct {
  AkkMeasured measured;
  guint place; /* of the municipality among the parties */
  gint64 id;
} Line;

typedef struct {
  AkkMeasurementNames *names;
  GStringChunk *texts;
  GHashTable *places; /* gint64 * → place of the party, from 1; the region is 0 */
  GArray *lines; /* of one indicator */
} Writing;

static void
line_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  Writing *self = data;
  Line line = { .id = id };
  AkkMeasured *measured = &line.measured;

  akk_measured_take (measured, numbers, texts, self->texts);
  line.place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &measured->party_id));
  if (measured->party_id == 0 || line.place != 0) /* a party that left has no name here */
    g_array_append_val (self->lines, line);
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *one = a, *other = b;
  int order = one->measured.year - other->measured.year;

  if (order == 0)
    order = (int) one->place - (int) other->place;
  if (order == 0)
    order = strcmp (one->measured.group, other->measured.group);
  if (order == 0)
    order = one->id < other->id ? 1 : -1;
  return order;
}

static gboolean
same_figure (const Line *one, const Line *other)
{
  return one->measured.year == other->measured.year && one->place == other->place &&
         g_str_equal (one->measured.group, other->measured.group);
}

/* Of two of the same, by whatever merge, the one with the greater id counts: the first one. */
static void
write_indicator (Writing *self, GPtrArray *table)
{
  g_array_sort (self->lines, compare_lines);
  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);

    if (i == 0 || !same_figure (line, line - 1))
      akk_tabular_add (table, akk_measure_row (self->names, &line->measured));
  }
  g_array_set_size (self->lines, 0);
}

GPtrArray *
akk_measurement_table (AkkStore *store, gint64 agreement_id, AkkPhrases *phrases)
{
  g_autoptr (AkkMeasurementNames) names = akk_measurement_names_new (store, agreement_id, phrases);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Writing writing = { names, g_string_chunk_new (4096), places, lines };
  GPtrArray *indicators = akk_measurement_names_indicators (names);
  GPtrArray *parties = akk_measurement_names_parties (names), *table = akk_tabular_new ();
  char **head = g_new0 (char *, AKK_MEASURE_N_COLUMNS + 1);

  for (guint i = 0; i < parties->len; i++)
    g_hash_table_insert (places, &((AkkMeasuredParty *) parties->pdata[i])->id,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < AKK_MEASURE_N_COLUMNS; i++)
    head[i] = akk_measure_column_head (i, phrases);
  akk_tabular_add (table, head);
  for (guint i = 0; i < indicators->len; i++) {
    const AkkIndicator *indicator = indicators->pdata[i];

    akk_store_each (store, &akk_measurement_record, akk_measured_fields, "indicator_id",
                    indicator->record.id, line_cb, &writing);
    write_indicator (&writing, table);
  }
  g_string_chunk_free (writing.texts);
  return table;
}
