/* Figures from a table: what a row says for all its figures, and what is wrong with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/date-text.h"
#include "core/measurement-import-private.h"
#include "core/tabular.h"

/* --- What is wrong --- */

void
akk_measure_item_free (gpointer data)
{
  AkkMeasureItem *item = data;

  g_free (item->problem);
  g_free (item->cell);
  g_free (item);
}

AkkMeasureItem *
akk_measure_add_wrong (AkkMeasureReading *self,
                       const AkkMeasureRow *row,
                       guint column,
                       char *problem,
                       const char *offer)
{
  AkkMeasureItem *item = g_new0 (AkkMeasureItem, 1);

  item->line = row->index + 1;
  item->column = column + 1;
  item->state = AKK_IMPORT_WRONG;
  item->now.until = item->now.received_on = AKK_NO_DATE;
  item->now.group = "";
  item->problem = problem;
  item->cell = g_strdup (akk_tabular_cell (self->table, row->index, column));
  item->offer = offer;
  item->n_figures = 1;
  item->fixable = TRUE;
  g_ptr_array_add (self->import->items, item);
  return item;
}

gboolean
akk_measure_said_before (AkkMeasureReading *self,
                         const AkkMeasureRow *row,
                         int column,
                         guint n_figures)
{
  const char *cell = column >= 0 ? akk_tabular_cell (self->table, row->index, (guint) column) : "";
  g_autofree char *key = g_strdup_printf ("%d:%s", column, cell);
  AkkMeasureItem *item = g_hash_table_lookup (self->wrong, key);

  if (item != NULL)
    item->n_figures += n_figures;
  return item != NULL;
}

void
akk_measure_add_once (
    AkkMeasureReading *self, const AkkMeasureRow *row, int column, char *problem, const char *offer)
{
  AkkMeasureItem *item = akk_measure_add_wrong (self, row, (guint) MAX (column, 0), problem, offer);

  item->n_figures = column >= 0 ? row->n_figures : 1;
  item->fixable = column >= 0;
  item->everywhere = column >= 0 && *item->cell != '\0';
  g_hash_table_insert (self->wrong, g_strdup_printf ("%d:%s", column, column < 0 ? "" : item->cell),
                       item);
}

/* --- What a row says --- */

static const char *
cell_of (AkkMeasureReading *self, const AkkMeasureRow *row, AkkMeasureColumn column)
{
  return self->columns[column] >= 0
             ? akk_tabular_cell (self->table, row->index, (guint) self->columns[column])
             : "";
}

/* FALSE when the column says something that is not understood; an item then tells. */
static gboolean
read_party (AkkMeasureReading *self, AkkMeasureRow *row)
{
  AkkMeasurementNames *names = self->import->names;
  const char *nis = cell_of (self, row, AKK_MEASURE_COLUMN_NIS);
  const char *name = cell_of (self, row, AKK_MEASURE_COLUMN_MUNICIPALITY);
  int column = self->columns[AKK_MEASURE_COLUMN_MUNICIPALITY];
  const AkkMeasuredParty *by_code =
      *nis != '\0' ? akk_measurement_names_find_party (names, nis) : NULL;

  if (column < 0) {
    column = self->columns[AKK_MEASURE_COLUMN_NIS];
    name = nis;
  }
  if (column < 0)
    return TRUE;
  row->fixed.party = *name != '\0' ? akk_measurement_names_find_party (names, name) : by_code;
  row->fixed.region = akk_measurement_names_is (names, AKK_MEASURE_REGION, name);
  if (row->fixed.party != NULL && by_code != NULL && by_code != row->fixed.party) {
    akk_measure_add_wrong (
        self, row, (guint) column,
        g_strdup_printf (_ ("The NIS code %s is of %s, but the row says %s. Correct one of "
                            "the two."),
                         nis, by_code->name, row->fixed.party->name),
        by_code->name)
        ->n_figures = row->n_figures;
    return FALSE;
  }
  if (row->fixed.party == NULL)
    row->fixed.party = by_code;
  if (row->fixed.party != NULL || row->fixed.region)
    return TRUE;
  if (!akk_measure_said_before (self, row, column, row->n_figures)) {
    const char *like = akk_measurement_names_like_party (names, name);

    akk_measure_add_once (
        self, row, column,
        *name == '\0' ? g_strdup_printf (_ ("The municipality is empty. Write its name, or "
                                            "“%s”."),
                                         akk_measurement_names_word (names, AKK_MEASURE_REGION))
        : like != NULL
            ? g_strdup_printf (_ ("“%s” is no municipality of the agreement. Is “%s” meant?"), name,
                               like)
            : g_strdup_printf (_ ("“%s” is no municipality of the agreement. Correct the name, "
                                  "or leave these figures out."),
                               name),
        like);
  }
  return FALSE;
}

static gboolean
read_indicator (AkkMeasureReading *self, AkkMeasureRow *row)
{
  AkkMeasurementNames *names = self->import->names;
  const char *cell = cell_of (self, row, AKK_MEASURE_COLUMN_INDICATOR);
  int column = self->columns[AKK_MEASURE_COLUMN_INDICATOR];
  const char *like;

  if (*cell == '\0')
    return TRUE;
  row->fixed.indicator = akk_measurement_names_find_indicator (names, cell);
  if (row->fixed.indicator != NULL)
    return TRUE;
  if (akk_measure_said_before (self, row, column, row->n_figures))
    return FALSE;
  like = akk_measurement_names_like_indicator (names, cell);
  akk_measure_add_once (
      self, row, column,
      like != NULL ? g_strdup_printf (_ ("“%s” is no indicator. Is “%s” meant?"), cell, like)
                   : g_strdup_printf (_ ("“%s” is no indicator. Add it on the page Indicators, or "
                                         "write the name of one that is there."),
                                      cell),
      like);
  return FALSE;
}

static gboolean
read_group (AkkMeasureReading *self, AkkMeasureRow *row)
{
  AkkMeasurementNames *names = self->import->names;
  const char *cell = cell_of (self, row, AKK_MEASURE_COLUMN_GROUP), *like;
  int column = self->columns[AKK_MEASURE_COLUMN_GROUP];

  if (column < 0)
    return TRUE;
  row->fixed.group = *cell == '\0' || akk_measurement_names_is (names, AKK_MEASURE_ALL, cell)
                         ? ""
                         : akk_measurement_names_find_group (names, cell);
  if (row->fixed.group != NULL)
    return TRUE;
  like = akk_measurement_names_like_group (names, cell);
  if (like == NULL) {
    row->fixed.group = cell; /* a group of its own */
    return TRUE;
  }
  if (!akk_measure_said_before (self, row, column, row->n_figures))
    akk_measure_add_once (
        self, row, column,
        g_strdup_printf (_ ("“%s” is no target group. Is “%s” meant?"), cell, like), like);
  return FALSE;
}

static gboolean
read_year (AkkMeasureReading *self, AkkMeasureRow *row)
{
  const char *cell = cell_of (self, row, AKK_MEASURE_COLUMN_YEAR);

  if (*cell == '\0')
    return TRUE;
  row->fixed.year = akk_measure_year (cell, &row->fixed.until);
  if (row->fixed.year != 0)
    return TRUE;
  if (!akk_measure_said_before (self, row, self->columns[AKK_MEASURE_COLUMN_YEAR], row->n_figures))
    akk_measure_add_once (self, row, self->columns[AKK_MEASURE_COLUMN_YEAR],
                          g_strdup_printf (_ ("“%s” is no year. Write it with four digits."), cell),
                          NULL);
  return FALSE;
}

static gboolean
read_day (AkkMeasureReading *self, const AkkMeasureRow *row, AkkMeasureColumn column, gint64 *day)
{
  const char *cell = cell_of (self, row, column);

  if (*cell == '\0')
    return TRUE;
  *day = akk_date_read (cell);
  if (*day != AKK_NO_DATE)
    return TRUE;
  if (!akk_measure_said_before (self, row, self->columns[column], row->n_figures))
    akk_measure_add_once (self, row, self->columns[column],
                          g_strdup_printf (_ ("“%s” is no day. Write it as 31/12/2025."), cell),
                          NULL);
  return FALSE;
}

static gboolean
read_provisional (AkkMeasureReading *self, AkkMeasureRow *row)
{
  AkkMeasurementNames *names = self->import->names;
  const char *cell = cell_of (self, row, AKK_MEASURE_COLUMN_PROVISIONAL);

  row->said.provisional = self->block->provisional;
  if (self->columns[AKK_MEASURE_COLUMN_PROVISIONAL] < 0)
    return TRUE;
  row->said.provisional = akk_measurement_names_is (names, AKK_MEASURE_YES, cell);
  if (row->said.provisional || *cell == '\0' ||
      akk_measurement_names_is (names, AKK_MEASURE_NO, cell))
    return TRUE;
  if (!akk_measure_said_before (self, row, self->columns[AKK_MEASURE_COLUMN_PROVISIONAL],
                                row->n_figures))
    akk_measure_add_once (
        self, row, self->columns[AKK_MEASURE_COLUMN_PROVISIONAL],
        g_strdup_printf (_ ("“%s” does not tell whether the figure is provisional. Write %s, "
                            "or nothing."),
                         cell, akk_measurement_names_word (names, AKK_MEASURE_YES)),
        NULL);
  return FALSE;
}

gboolean
akk_measure_row_read (AkkMeasureReading *self, AkkMeasureRow *row)
{
  row->fixed.until = row->said.until = row->said.received_on = AKK_NO_DATE;
  row->said.source = cell_of (self, row, AKK_MEASURE_COLUMN_SOURCE);
  row->said.sentence = cell_of (self, row, AKK_MEASURE_COLUMN_EXPLANATION);
  return read_year (self, row) && read_party (self, row) && read_indicator (self, row) &&
         read_group (self, row) &&
         read_day (self, row, AKK_MEASURE_COLUMN_UNTIL, &row->said.until) &&
         read_day (self, row, AKK_MEASURE_COLUMN_RECEIVED, &row->said.received_on) &&
         read_provisional (self, row);
}
