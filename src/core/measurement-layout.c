/* What the rows and columns of a table of figures are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/measurement-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/tabular.h"

/* Titles above the heads, and rows that are looked at to know what a column holds. */
#define MAX_TITLES 20
#define MAX_SAMPLE 200

typedef enum { DIM_YEAR, DIM_PARTY, DIM_INDICATOR, DIM_GROUP, N_DIMS } Dim;

typedef struct {
  const GPtrArray *table;
  AkkMeasurementNames *names;
  AkkMeasureLayout *layout;
  guint width;
} Reading;

/* --- One head --- */

static gboolean
says (const AkkMeasureFixed *fixed, Dim dim)
{
  switch (dim) {
  case DIM_YEAR:
    return fixed->year != 0;
  case DIM_PARTY:
    return fixed->party != NULL || fixed->region;
  case DIM_INDICATOR:
    return fixed->indicator != NULL;
  default:
    return fixed->group != NULL;
  }
}

static guint
count_said (const AkkMeasureFixed *fixed)
{
  guint n = 0;

  for (guint dim = 0; dim < N_DIMS; dim++)
    n += says (fixed, dim);
  return n;
}

static void
add_fixed (AkkMeasureFixed *to, const AkkMeasureFixed *from)
{
  if (to->year == 0) {
    to->year = from->year;
    to->until = from->until;
  }
  if (to->indicator == NULL)
    to->indicator = from->indicator;
  if (!says (to, DIM_PARTY)) {
    to->party = from->party;
    to->region = from->region;
  }
  if (to->group == NULL)
    to->group = from->group;
}

/* A name of something, whole. */
static gboolean
read_name (AkkMeasurementNames *names, const char *cell, AkkMeasureFixed *fixed)
{
  fixed->indicator = akk_measurement_names_find_indicator (names, cell);
  if (fixed->indicator == NULL)
    fixed->party = akk_measurement_names_find_party (names, cell);
  if (fixed->indicator == NULL && fixed->party == NULL)
    fixed->region = akk_measurement_names_is (names, AKK_MEASURE_REGION, cell);
  if (fixed->indicator == NULL && !says (fixed, DIM_PARTY))
    fixed->group = akk_measurement_names_is (names, AKK_MEASURE_ALL, cell)
                       ? ""
                       : akk_measurement_names_find_group (names, cell);
  return count_said (fixed) > 0;
}

/* "Leefloon 2024", "2024 – Leefloon": a year at one end, a name at the other. */
static void
read_year_and_name (AkkMeasurementNames *names, const char *cell, AkkMeasureFixed *fixed)
{
  gsize n = strlen (cell);
  gboolean ends = n > 5 && strspn (cell + n - 4, "0123456789") == 4 && cell[n - 5] == ' ';
  gboolean begins = n > 5 && strspn (cell, "0123456789") == 4 && cell[4] == ' ';
  g_autofree char *name = NULL, *year = NULL;
  gint64 until;

  if (!ends && !begins)
    return;
  name = ends ? g_strndup (cell, n - 5) : g_strdup (cell + 5);
  year = ends ? g_strdup (cell + n - 4) : g_strndup (cell, 4);
  if (!read_name (names, name, fixed))
    return;
  fixed->year = akk_measure_year (year, &until);
  fixed->until = AKK_NO_DATE;
}

static void
read_fixed (AkkMeasurementNames *names, const char *cell, AkkMeasureFixed *fixed)
{
  memset (fixed, 0, sizeof *fixed);
  fixed->until = AKK_NO_DATE;
  if (*cell == '\0' || read_name (names, cell, fixed))
    return;
  read_year_and_name (names, cell, fixed);
  if (count_said (fixed) == 0)
    fixed->year = akk_measure_year (cell, &fixed->until);
}

/* --- Which row is the head --- */

static const char *
cell_at (const Reading *self, guint row, guint column)
{
  return akk_tabular_cell (self->table, row, column);
}

/* A name in the first column, and one of the same kind below it: figures, not heads. */
static gboolean
goes_on_below (Reading *self, guint row, const AkkMeasureFixed *corner)
{
  AkkMeasureFixed below;

  if (row + 1 >= self->table->len)
    return FALSE;
  read_fixed (self->names, cell_at (self, row + 1, 0), &below);
  for (guint dim = 0; dim < N_DIMS; dim++)
    if (says (corner, dim) && says (&below, dim))
      return TRUE;
  return FALSE;
}

static gboolean
is_head (Reading *self, guint row)
{
  AkkPhrases *phrases = akk_measurement_names_phrases (self->names);
  guint n_columns = 0, n_cells = 0, n_said = 0, most[N_DIMS] = { 0 }, best = 0;
  char **cells = self->table->pdata[row];
  AkkMeasureFixed corner = { 0 }, fixed;

  for (guint i = 0; cells[i] != NULL; i++) {
    if (*cells[i] == '\0')
      continue;
    n_cells++;
    n_columns += akk_measure_column_find (cells[i], phrases) != AKK_MEASURE_N_COLUMNS;
    read_fixed (self->names, cells[i], &fixed);
    if (i == 0)
      corner = fixed;
    n_said += i > 0 && count_said (&fixed) > 0;
    for (guint dim = 0; i > 0 && dim < N_DIMS; dim++) {
      most[dim] += says (&fixed, dim);
      best = MAX (best, most[dim]);
    }
  }
  if (n_columns > 0 && n_cells > 1)
    return TRUE;
  if (n_said == 0 || goes_on_below (self, row, &corner))
    return FALSE;
  return best >= 2 || (*cells[0] == '\0' && n_said == n_cells && n_cells > 0);
}

static void
find_head (Reading *self)
{
  AkkMeasureLayout *layout = self->layout;
  AkkMeasureFixed corner;

  layout->head = G_MAXUINT;
  for (guint row = 0; row < MIN (self->table->len, MAX_TITLES); row++)
    if (is_head (self, row)) {
      layout->head = row;
      layout->first = row + 1;
      break;
    }
  /* A second row of heads right below the first: years under indicators. */
  if (layout->head != G_MAXUINT && layout->first < self->table->len) {
    read_fixed (self->names, cell_at (self, layout->first, 0), &corner);
    if (count_said (&corner) == 0 && is_head (self, layout->first)) {
      layout->head = layout->first;
      layout->first++;
    }
  }
}

static void
read_titles (Reading *self)
{
  AkkMeasureLayout *layout = self->layout;
  AkkMeasureFixed fixed;

  for (guint row = 0; layout->head != G_MAXUINT && row < layout->head; row++) {
    const char *cell = cell_at (self, row, 0), *colon = strchr (cell, ':');

    read_fixed (self->names, cell, &fixed);
    if (count_said (&fixed) == 0 && colon != NULL) { /* "Jaar: 2024" */
      g_autofree char *after = g_strstrip (g_strdup (colon + 1));

      read_fixed (self->names, after, &fixed);
    }
    add_fixed (&layout->title, &fixed);
  }
}

/* --- What the columns are --- */

static gboolean
reads_as (Reading *self, AkkMeasureColumn column, const char *cell)
{
  gint64 until;

  switch (column) {
  case AKK_MEASURE_COLUMN_MUNICIPALITY:
    return akk_measurement_names_find_party (self->names, cell) != NULL;
  case AKK_MEASURE_COLUMN_INDICATOR:
    return akk_measurement_names_find_indicator (self->names, cell) != NULL;
  case AKK_MEASURE_COLUMN_GROUP:
    return akk_measurement_names_find_group (self->names, cell) != NULL;
  case AKK_MEASURE_COLUMN_YEAR:
    return strlen (cell) == 4 && akk_measure_year (cell, &until) != 0;
  default: /* a figure, in words or digits */
    return g_unichar_isdigit (g_utf8_get_char (cell)) ||
           akk_measurement_names_is (self->names, AKK_MEASURE_UNAVAILABLE, cell) ||
           akk_measurement_names_is (self->names, AKK_MEASURE_SUPPRESSED, cell) ||
           akk_measurement_names_is (self->names, AKK_MEASURE_YES, cell) ||
           akk_measurement_names_is (self->names, AKK_MEASURE_NO, cell) ||
           akk_measurement_names_find_step (self->names, cell) >= 0;
  }
}

/* Whether at least half of what the column holds reads as that. */
static gboolean
holds (Reading *self, guint index, AkkMeasureColumn column)
{
  guint n = 0, n_read = 0;

  for (guint row = self->layout->first;
       row < MIN (self->table->len, self->layout->first + MAX_SAMPLE); row++) {
    const char *cell = cell_at (self, row, index);

    if (*cell == '\0')
      continue;
    n++;
    n_read += reads_as (self, column, cell);
  }
  return n > 0 && 2 * n_read >= n;
}

static const AkkMeasureColumn guesses[] = { AKK_MEASURE_COLUMN_MUNICIPALITY,
                                            AKK_MEASURE_COLUMN_INDICATOR, AKK_MEASURE_COLUMN_GROUP,
                                            AKK_MEASURE_COLUMN_YEAR };

static gboolean
holds_names (Reading *self, guint index)
{
  for (guint k = 0; k < G_N_ELEMENTS (guesses); k++)
    if (holds (self, index, guesses[k]))
      return TRUE;
  return FALSE;
}

/* "Totaal" is of the region beside municipalities, of all beside target groups, else nothing. */
static void
settle_totals (Reading *self)
{
  GArray *places = self->layout->places;
  gboolean parties = FALSE, groups = FALSE;

  for (guint i = 0; i < self->width; i++) {
    const AkkMeasurePlace *place = &g_array_index (places, AkkMeasurePlace, i);

    parties |= place->fixed.party != NULL;
    groups |= place->fixed.group != NULL;
  }
  for (guint i = 0; i < self->width; i++) {
    AkkMeasurePlace *place = &g_array_index (places, AkkMeasurePlace, i);

    if (!place->fixed.region || parties)
      continue;
    place->fixed.region = FALSE;
    if (groups)
      place->fixed.group = "";
    else
      place->kind = AKK_PLACE_IGNORED;
  }
}

/* The heads of the row above hold on to the right, where they are names. */
static void
read_upper_heads (Reading *self)
{
  AkkMeasureLayout *layout = self->layout;
  AkkMeasureFixed held = { .until = AKK_NO_DATE }, fixed;

  if (layout->head == G_MAXUINT || layout->head == 0)
    return;
  for (guint i = 1; i < self->width; i++) {
    AkkMeasurePlace *place = &g_array_index (layout->places, AkkMeasurePlace, i);
    const char *cell = cell_at (self, layout->head - 1, i);

    read_fixed (self->names, cell, &fixed);
    if (*cell != '\0')
      held = fixed;
    if (count_said (&held) == 0 || place->kind == AKK_PLACE_IGNORED ||
        (place->kind == AKK_PLACE_COLUMN && place->column != AKK_MEASURE_COLUMN_VALUE))
      continue;
    place->kind = AKK_PLACE_VALUES;
    add_fixed (&place->fixed, &held);
  }
}

static void
read_heads (Reading *self)
{
  AkkMeasureLayout *layout = self->layout;
  AkkPhrases *phrases = akk_measurement_names_phrases (self->names);

  for (guint i = 0; i < self->width; i++) {
    AkkMeasurePlace *place = &g_array_index (layout->places, AkkMeasurePlace, i);
    const char *cell = layout->head != G_MAXUINT ? cell_at (self, layout->head, i) : "";

    place->column = akk_measure_column_find (cell, phrases);
    if (place->column != AKK_MEASURE_N_COLUMNS &&
        akk_measure_layout_column (layout, place->column) < 0) {
      place->kind = AKK_PLACE_COLUMN;
      continue;
    }
    read_fixed (self->names, cell, &place->fixed);
    if (count_said (&place->fixed) == 0)
      continue;
    if (i == 0 &&
        (self->width == 1 || holds_names (self, i) || !holds (self, i, AKK_MEASURE_COLUMN_VALUE))) {
      /* the corner says what the table is about */
      add_fixed (&layout->title, &place->fixed);
      continue;
    }
    place->kind = AKK_PLACE_VALUES;
  }
  settle_totals (self);
  read_upper_heads (self);
}

static gboolean
any_values (const AkkMeasureLayout *layout)
{
  for (guint i = 0; i < layout->places->len; i++) {
    const AkkMeasurePlace *place = &g_array_index (layout->places, AkkMeasurePlace, i);

    if (place->kind == AKK_PLACE_VALUES)
      return TRUE;
  }
  return akk_measure_layout_column (layout, AKK_MEASURE_COLUMN_VALUE) >= 0;
}

/* Columns whose head says nothing, by what they hold. */
static void
guess_columns (Reading *self)
{
  GArray *places = self->layout->places;

  for (guint i = 0; i < self->width; i++) {
    AkkMeasurePlace *place = &g_array_index (places, AkkMeasurePlace, i);

    for (guint k = 0; place->kind == AKK_PLACE_IGNORED && k < G_N_ELEMENTS (guesses); k++)
      if (akk_measure_layout_column (self->layout, guesses[k]) < 0 && holds (self, i, guesses[k])) {
        place->kind = AKK_PLACE_COLUMN;
        place->column = guesses[k];
      }
  }
  for (guint i = self->width; i > 0 && !any_values (self->layout); i--) {
    AkkMeasurePlace *place = &g_array_index (places, AkkMeasurePlace, i - 1);

    if (place->kind == AKK_PLACE_IGNORED && holds (self, i - 1, AKK_MEASURE_COLUMN_VALUE)) {
      place->kind = AKK_PLACE_COLUMN;
      place->column = AKK_MEASURE_COLUMN_VALUE;
    }
  }
}

/* Heads that are nearly the name of something, above figures, are asked about; others are said. */
static void
name_the_rest (Reading *self)
{
  AkkMeasureLayout *layout = self->layout;

  for (guint i = 0; i < self->width; i++) {
    AkkMeasurePlace *place = &g_array_index (layout->places, AkkMeasurePlace, i);
    const char *head = layout->head != G_MAXUINT ? cell_at (self, layout->head, i) : "";

    if (place->kind != AKK_PLACE_IGNORED)
      continue;
    if (*head != '\0' && holds (self, i, AKK_MEASURE_COLUMN_VALUE) &&
        (akk_measurement_names_like_indicator (self->names, head) != NULL ||
         akk_measurement_names_like_party (self->names, head) != NULL))
      place->kind = AKK_PLACE_UNKNOWN;
    else if (*head != '\0')
      g_ptr_array_add (layout->ignored, g_strdup (head));
    else if (holds (self, i, AKK_MEASURE_COLUMN_VALUE))
      g_ptr_array_add (layout->ignored, g_strdup_printf (_ ("column %u"), i + 1));
  }
}

/* --- Public --- */

AkkMeasureLayout *
akk_measure_layout_new (const GPtrArray *table, AkkMeasurementNames *names)
{
  AkkMeasureLayout *self = g_new0 (AkkMeasureLayout, 1);
  Reading reading = { table, names, self, 0 };

  for (guint row = 0; row < table->len; row++)
    reading.width = MAX (reading.width, g_strv_length (table->pdata[row]));
  self->places = g_array_new (FALSE, TRUE, sizeof (AkkMeasurePlace));
  g_array_set_size (self->places, reading.width);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  self->title.until = AKK_NO_DATE;
  for (guint i = 0; i < reading.width; i++) {
    AkkMeasurePlace *place = &g_array_index (self->places, AkkMeasurePlace, i);

    place->column = AKK_MEASURE_N_COLUMNS;
    place->fixed.until = AKK_NO_DATE;
  }
  find_head (&reading);
  read_titles (&reading);
  read_heads (&reading);
  guess_columns (&reading);
  name_the_rest (&reading);
  return self;
}

void
akk_measure_layout_free (AkkMeasureLayout *self)
{
  g_array_unref (self->places);
  g_ptr_array_unref (self->ignored);
  g_free (self);
}

int
akk_measure_layout_column (const AkkMeasureLayout *self, AkkMeasureColumn column)
{
  for (guint i = 0; i < self->places->len; i++) {
    const AkkMeasurePlace *place = &g_array_index (self->places, AkkMeasurePlace, i);

    if (place->kind == AKK_PLACE_COLUMN && place->column == column)
      return (int) i;
  }
  return -1;
}
