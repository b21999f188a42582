/* Figures from a table: what each cell would do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/measurement-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/date-text.h"
#include "core/tabular.h"

G_DEFINE_QUARK (akk_measurement_import_error_quark, akk_measurement_import_error)

/* --- One figure --- */

/* Who says it nearest to the figure says it: its head, its row, a title, the block. */
static AkkMeasureFixed
what_is_measured (AkkMeasureReading *self, const AkkMeasureRow *row, const AkkMeasurePlace *place)
{
  const AkkMeasureFixed *sources[] = { &place->fixed, &row->fixed, &self->layout->title };
  AkkMeasurementNames *names = self->import->names;
  AkkMeasureFixed all = { .until = AKK_NO_DATE };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    if (all.year == 0 && sources[i]->year != 0) {
      all.year = sources[i]->year;
      all.until = sources[i]->until;
    }
    if (all.indicator == NULL)
      all.indicator = sources[i]->indicator;
    if (all.party == NULL && !all.region) {
      all.party = sources[i]->party;
      all.region = sources[i]->region;
    }
    if (all.group == NULL)
      all.group = sources[i]->group;
  }
  if (all.year == 0)
    all.year = self->block->year;
  if (all.indicator == NULL && self->block->indicator_id != 0)
    all.indicator = akk_measurement_names_indicator (names, self->block->indicator_id);
  if (all.party == NULL && !all.region)
    all.party = akk_measurement_names_party (names, self->block->party_id);
  return all;
}

/* What the block must say, or the indicator does not know. */
static gboolean
check_measured (AkkMeasureReading *self,
                const AkkMeasureRow *row,
                guint column,
                const AkkMeasureFixed *fixed)
{
  if (fixed->indicator == NULL) {
    self->import->lacks_indicator = TRUE;
    if (!akk_measure_said_before (self, row, -1, 1))
      akk_measure_add_once (
          self, row, -1,
          g_strdup (_ ("The table does not say which indicator this is. Choose it above.")), NULL);
  } else if (fixed->year == 0) {
    self->import->lacks_year = TRUE;
    if (!akk_measure_said_before (self, row, -2, 1))
      akk_measure_add_once (
          self, row, -2,
          g_strdup (_ ("The table does not say of which year this is. Choose it above.")), NULL);
  } else if (fixed->party != NULL && !fixed->indicator->by_municipality) {
    akk_measure_add_wrong (
        self, row, column,
        g_strdup_printf (_ ("“%s” is not measured per municipality. Change the indicator, or "
                            "leave this figure out."),
                         fixed->indicator->name),
        NULL)
        ->fixable = FALSE;
  } else if (fixed->group != NULL && *fixed->group != '\0' && !fixed->indicator->by_target_group) {
    akk_measure_add_wrong (
        self, row, column,
        g_strdup_printf (_ ("“%s” is not measured per target group. Change the indicator, or "
                            "leave this figure out."),
                         fixed->indicator->name),
        NULL)
        ->fixable = FALSE;
  } else {
    return TRUE;
  }
  return FALSE;
}

static void
give_the_rest (AkkMeasureReading *self,
               const AkkMeasureRow *row,
               AkkMeasureItem *item,
               const AkkIndicator *indicator)
{
  const AkkMeasured *before = item->before;
  const char *source = self->block->source != NULL ? self->block->source : "";

  if (akk_measure_same_text (source, indicator->source))
    source = "";
  item->now.provisional = row->said.provisional;
  item->now.source =
      g_string_chunk_insert_const (self->import->texts, *row->said.source != '\0' ? row->said.source
                                                        : *source != '\0'         ? source
                                                        : before != NULL          ? before->source
                                                                                  : "");
  item->now.sentence = g_string_chunk_insert_const (self->import->texts,
                                                    *row->said.sentence != '\0' ? row->said.sentence
                                                    : before != NULL            ? before->sentence
                                                                                : "");
  item->now.received_on = row->said.received_on != AKK_NO_DATE      ? row->said.received_on
                          : self->block->received_on != AKK_NO_DATE ? self->block->received_on
                          : before != NULL                          ? before->received_on
                                                                    : AKK_NO_DATE;
}

/* Source and day of the block change nothing on their own. */
static gboolean
is_same (const AkkMeasureRow *row, const AkkMeasureItem *item)
{
  const AkkMeasured *before = item->before, *now = &item->now;

  return before->state == now->state &&
         (now->state != AKK_MEASUREMENT_VALUE || before->value == now->value) &&
         before->until == now->until && !before->provisional == !now->provisional &&
         (*row->said.source == '\0' || akk_measure_same_text (before->source, now->source)) &&
         (*row->said.sentence == '\0' || akk_measure_same_text (before->sentence, now->sentence)) &&
         (row->said.received_on == AKK_NO_DATE || before->received_on == now->received_on);
}

/* A figure that another cell gave already: fine when they are equal. */
static gboolean
is_taken (AkkMeasureReading *self, const AkkMeasureRow *row, guint column, const AkkMeasured *now)
{
  const AkkMeasureItem *other = g_hash_table_lookup (self->taken, now);

  if (other == NULL)
    return FALSE;
  if (other->now.state == now->state && other->now.value == now->value)
    self->import->n[AKK_IMPORT_SAME]++;
  else
    akk_measure_add_wrong (
        self, row, column,
        g_strdup_printf (_ ("Row %u gives another figure for the same. Empty one of the "
                            "two cells."),
                         other->line),
        NULL);
  return TRUE;
}

/* Of what is counted in whole numbers, "1.234" is no guess. */
static gboolean
is_doubtful (AkkMeasureReading *self, const AkkIndicator *indicator, const char *cell)
{
  if (!self->unsure || (indicator->kind == AKK_INDICATOR_NUMBER && indicator->decimals == 0 &&
                        strchr (cell, '.') != NULL))
    return FALSE;
  self->import->doubtful = TRUE;
  if (self->import->open_cell == NULL)
    self->import->open_cell = g_string_chunk_insert (self->import->texts, cell);
  return TRUE;
}

static void
add_figure (AkkMeasureReading *self,
            const AkkMeasureRow *row,
            guint column,
            const AkkMeasureFixed *fixed,
            const AkkMeasuredValue *value)
{
  gint64 until = row->said.until != AKK_NO_DATE ? row->said.until : fixed->until;
  AkkMeasured now = { .indicator_id = fixed->indicator->record.id,
                      .party_id = fixed->party != NULL ? fixed->party->id : 0,
                      .year = fixed->year,
                      .until = until,
                      .state = value->state,
                      .value = value->value };
  AkkMeasureItem *item;

  now.group = akk_measure_keep_group (self->import, fixed->group != NULL ? fixed->group : "");
  if (is_taken (self, row, column, &now))
    return;
  item = g_new0 (AkkMeasureItem, 1);
  item->line = row->index + 1;
  item->column = column + 1;
  item->n_figures = 1;
  item->now = now;
  item->doubtful = value->open && is_doubtful (self, fixed->indicator,
                                               akk_tabular_cell (self->table, row->index, column));
  item->before = akk_measure_known_find (self->known, &now, &item->id);
  give_the_rest (self, row, item, fixed->indicator);
  item->state = item->before == NULL  ? AKK_IMPORT_NEW
                : is_same (row, item) ? AKK_IMPORT_SAME
                                      : AKK_IMPORT_CHANGED;
  g_hash_table_insert (self->taken, &item->now, item);
  g_ptr_array_add (self->import->items, item);
}

static void
read_cell (AkkMeasureReading *self, const AkkMeasureRow *row, guint column)
{
  const AkkMeasurePlace *place = &g_array_index (self->layout->places, AkkMeasurePlace, column);
  const char *cell = akk_tabular_cell (self->table, row->index, column);
  AkkMeasureFixed fixed = what_is_measured (self, row, place);
  AkkMeasuredValue value;

  if (!check_measured (self, row, column, &fixed))
    return;
  if (akk_measured_value_read (self->import->names, fixed.indicator, cell, self->import->sign,
                               &value) == AKK_CELL_READ)
    add_figure (self, row, column, &fixed, &value);
  else {
    AkkMeasureItem *item = akk_measure_add_wrong (self, row, column, value.problem, value.offer);

    item->now.indicator_id = fixed.indicator->record.id;
    item->now.party_id = fixed.party != NULL ? fixed.party->id : 0;
    item->now.year = fixed.year;
    item->now.group = akk_measure_keep_group (self->import, fixed.group != NULL ? fixed.group : "");
  }
}

/* --- All rows --- */

static guint
count_figures (AkkMeasureReading *self, guint row)
{
  guint n = 0;

  for (guint i = 0; i < self->layout->places->len; i++)
    n += g_array_index (self->layout->places, AkkMeasurePlace, i).kind == AKK_PLACE_VALUES &&
         *akk_tabular_cell (self->table, row, i) != '\0';
  return n;
}

static void
look_at_signs (AkkMeasureReading *self)
{
  AkkDecimalLook look = { 0 };

  for (guint i = 0; i < self->layout->places->len; i++) {
    if (g_array_index (self->layout->places, AkkMeasurePlace, i).kind != AKK_PLACE_VALUES)
      continue;
    for (guint row = self->layout->first; row < self->table->len; row++)
      akk_decimal_look (&look, akk_tabular_cell (self->table, row, i));
  }
  self->import->sign =
      self->block->sign != AKK_DECIMAL_AUTO ? self->block->sign : akk_decimal_look_sign (&look);
  self->unsure = self->block->sign == AKK_DECIMAL_AUTO && akk_decimal_look_doubtful (&look);
}

/* Heads that are nearly a name. */
static void
ask_about_heads (AkkMeasureReading *self)
{
  AkkMeasurementNames *names = self->import->names;

  for (guint i = 0; i < self->layout->places->len; i++) {
    AkkMeasureRow row = { .index = self->layout->head };
    const char *head, *like;

    if (g_array_index (self->layout->places, AkkMeasurePlace, i).kind != AKK_PLACE_UNKNOWN)
      continue;
    head = akk_tabular_cell (self->table, row.index, i);
    like = akk_measurement_names_like_indicator (names, head);
    if (like == NULL)
      like = akk_measurement_names_like_party (names, head);
    for (guint at = self->layout->first; at < self->table->len; at++)
      row.n_figures += *akk_tabular_cell (self->table, at, i) != '\0';
    akk_measure_add_wrong (
        self, &row, i,
        g_strdup_printf (_ ("The column “%s” is not known. Is “%s” meant?"), head, like), like)
        ->n_figures = row.n_figures;
  }
}

static void
read_rows (AkkMeasureReading *self)
{
  for (guint i = 0; i < AKK_MEASURE_N_COLUMNS; i++)
    self->columns[i] = akk_measure_layout_column (self->layout, i);
  if (self->columns[AKK_MEASURE_COLUMN_VALUE] >= 0)
    g_array_index (self->layout->places, AkkMeasurePlace, self->columns[AKK_MEASURE_COLUMN_VALUE])
        .kind = AKK_PLACE_VALUES;
  look_at_signs (self);
  ask_about_heads (self);
  for (guint i = self->layout->first; i < self->table->len; i++) {
    AkkMeasureRow row = { .index = i, .n_figures = count_figures (self, i) };

    if (row.n_figures == 0 || !akk_measure_row_read (self, &row))
      continue;
    for (guint k = 0; k < self->layout->places->len; k++)
      if (g_array_index (self->layout->places, AkkMeasurePlace, k).kind == AKK_PLACE_VALUES &&
          *akk_tabular_cell (self->table, i, k) != '\0')
        read_cell (self, &row, k);
  }
  for (guint i = 0; i < self->import->items->len; i++) {
    const AkkMeasureItem *item = self->import->items->pdata[i];

    self->import->n[item->state] += item->n_figures;
  }
}

static void
take_ignored (AkkMeasureReading *self)
{
  for (guint i = 0; i < self->layout->ignored->len; i++)
    g_ptr_array_add (self->import->ignored, g_strdup (self->layout->ignored->pdata[i]));
}

AkkMeasurementImport *
akk_measurement_import_new (AkkStore *store,
                            gint64 agreement_id,
                            const GPtrArray *table,
                            const AkkMeasureBlock *block,
                            AkkPhrases *phrases,
                            GError **error)
{
  g_autoptr (AkkMeasurementImport) import = g_new0 (AkkMeasurementImport, 1);
  g_autoptr (AkkMeasureLayout) layout = NULL;
  g_autoptr (AkkMeasureKnown) known = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (akk_measured_hash, akk_measured_same_key);
  g_autoptr (GHashTable) wrong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AkkMeasureReading reading = { table, block, import, NULL, NULL, taken, wrong, FALSE, { 0 } };

  import->items = g_ptr_array_new_with_free_func (akk_measure_item_free);
  import->ignored = g_ptr_array_new_with_free_func (g_free);
  import->befores = g_ptr_array_new_with_free_func (g_free);
  import->texts = g_string_chunk_new (4096);
  import->names = akk_measurement_names_new (store, agreement_id, phrases);
  if (akk_measurement_names_indicators (import->names)->len == 0) {
    g_set_error_literal (error, AKK_MEASUREMENT_IMPORT_ERROR, AKK_MEASUREMENT_IMPORT_ERROR_EMPTY,
                         _ ("There are no indicators yet. Add them on the page Indicators first."));
    return NULL;
  }
  reading.layout = layout = akk_measure_layout_new (table, import->names);
  reading.known = known = akk_measure_known_new (store, import);
  read_rows (&reading);
  take_ignored (&reading);
  if (import->items->len == 0 && import->n[AKK_IMPORT_SAME] == 0) {
    g_autofree char *head = akk_measure_column_head (AKK_MEASURE_COLUMN_VALUE, phrases);

    g_set_error (error, AKK_MEASUREMENT_IMPORT_ERROR, AKK_MEASUREMENT_IMPORT_ERROR_EMPTY,
                 _ ("No figures are found. The first row must name the columns: years, "
                    "municipalities or indicators, or a column “%s”."),
                 head);
    return NULL;
  }
  return g_steal_pointer (&import);
}

void
akk_measurement_import_free (AkkMeasurementImport *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->ignored);
  g_ptr_array_unref (self->befores);
  g_string_chunk_free (self->texts);
  akk_measurement_names_free (self->names);
  g_free (self);
}
