/* The columns in which figures leave and enter the dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/measurement-columns.h"

#include <string.h>

#include "core/date-text.h"
#include "core/dates.h"
#include "core/tags.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2999

static const char *const keys[AKK_MEASURE_N_COLUMNS] = {
  "measure-column-year",         "measure-column-until",       "measure-column-nis",
  "measure-column-municipality", "measure-column-indicator",   "measure-column-group",
  "measure-column-value",        "measure-column-provisional", "measure-column-source",
  "measure-column-received",     "measure-column-explanation",
};

const char *const akk_measured_fields[] = { "indicator_id", "party_id",    "year",
                                            "until",        "state",       "value",
                                            "provisional",  "received_on", "target_group",
                                            "source",       "sentence",    NULL };

void
akk_measured_take (AkkMeasured *self,
                   const gint64 *numbers,
                   const char *const *texts,
                   GStringChunk *chunk)
{
  self->indicator_id = numbers[0];
  self->party_id = numbers[1];
  self->year = (int) numbers[2];
  self->until = numbers[3];
  self->state = (AkkMeasurementState) numbers[4];
  self->value = numbers[5];
  self->provisional = numbers[6] != 0;
  self->received_on = numbers[7];
  self->group = g_string_chunk_insert_const (chunk, texts[0]);
  self->source = g_string_chunk_insert_const (chunk, texts[1]);
  self->sentence = g_string_chunk_insert_const (chunk, texts[2]);
}

char *
akk_measure_column_head (AkkMeasureColumn column, AkkPhrases *phrases)
{
  g_auto (GStrv) heads = akk_tags_split (akk_phrases_get (phrases, keys[column]));

  return g_strdup (heads[0]);
}

AkkMeasureColumn
akk_measure_column_find (const char *head, AkkPhrases *phrases)
{
  g_autofree char *folded = akk_measurement_fold (head);

  for (guint i = 0; *folded != '\0' && i < AKK_MEASURE_N_COLUMNS; i++) {
    g_auto (GStrv) heads = akk_tags_split (akk_phrases_get (phrases, keys[i]));

    for (guint k = 0; heads[k] != NULL; k++) {
      g_autofree char *known = akk_measurement_fold (heads[k]);

      if (g_str_equal (folded, known))
        return i;
    }
  }
  return AKK_MEASURE_N_COLUMNS;
}

static char *
group_cell (const AkkMeasurementNames *names, const AkkMeasured *measured)
{
  const AkkIndicator *indicator = akk_measurement_names_indicator (names, measured->indicator_id);

  if (*measured->group == '\0' && indicator != NULL && indicator->by_target_group)
    return g_strdup (akk_measurement_names_word (names, AKK_MEASURE_ALL));
  return g_strdup (measured->group);
}

GStrv
akk_measure_row (const AkkMeasurementNames *names, const AkkMeasured *measured)
{
  const AkkIndicator *indicator = akk_measurement_names_indicator (names, measured->indicator_id);
  const AkkMeasuredParty *party = akk_measurement_names_party (names, measured->party_id);
  char **row = g_new0 (char *, AKK_MEASURE_N_COLUMNS + 1);

  row[AKK_MEASURE_COLUMN_YEAR] = g_strdup_printf ("%d", measured->year);
  row[AKK_MEASURE_COLUMN_UNTIL] = akk_date_format (measured->until);
  row[AKK_MEASURE_COLUMN_NIS] = g_strdup (party != NULL ? party->nis : "");
  row[AKK_MEASURE_COLUMN_MUNICIPALITY] = g_strdup (
      party != NULL ? party->name : akk_measurement_names_word (names, AKK_MEASURE_REGION));
  row[AKK_MEASURE_COLUMN_INDICATOR] = g_strdup (indicator != NULL ? indicator->name : "");
  row[AKK_MEASURE_COLUMN_GROUP] = group_cell (names, measured);
  row[AKK_MEASURE_COLUMN_VALUE] =
      indicator != NULL
          ? akk_measured_value_write (names, indicator, measured->state, measured->value)
          : g_strdup ("");
  row[AKK_MEASURE_COLUMN_PROVISIONAL] =
      g_strdup (measured->provisional ? akk_measurement_names_word (names, AKK_MEASURE_YES) : "");
  row[AKK_MEASURE_COLUMN_SOURCE] = g_strdup (measured->source);
  row[AKK_MEASURE_COLUMN_RECEIVED] = akk_date_format (measured->received_on);
  row[AKK_MEASURE_COLUMN_EXPLANATION] = g_strdup (measured->sentence);
  return row;
}

/* Four digits with no digit beside them. */
static int
year_in (const char *text)
{
  for (const char *at = text; *at != '\0';) {
    gsize n = strspn (at, "0123456789");

    if (n == 4) {
      int year = (int) g_ascii_strtoll (at, NULL, 10);

      return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
    }
    if (n > 0)
      return 0;
    at = g_utf8_next_char (at);
  }
  return 0;
}

int
akk_measure_year (const char *cell, gint64 *until)
{
  gint64 day = AKK_NO_DATE;
  int year = 0, month = 0, of_month = 0;

  *until = AKK_NO_DATE;
  if (strpbrk (cell, "0123456789") == NULL || strlen (cell) > 40)
    return 0;
  if (strspn (cell, "0123456789") != strlen (cell))
    day = akk_date_read (cell);
  if (day == AKK_NO_DATE) {
    year = year_in (cell);
    /* "2024 (v)" and "jaar 2024", but no "2024,5" and no "2024-12" */
    return strpbrk (cell, ",.-/") == NULL || strspn (cell, "0123456789") == strlen (cell) ? year
                                                                                          : 0;
  }
  akk_date_to_ymd (day, &year, &month, &of_month);
  if (month != 12 || of_month != 31)
    *until = day;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}
