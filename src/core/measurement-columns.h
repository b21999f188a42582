/* The columns in which figures leave and enter the dossier: one list for CSV, OpenDocument and the
 * clipboard, out and in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/measured-value.h"
#include "core/measurement-names.h"

G_BEGIN_DECLS

typedef enum {
  AKK_MEASURE_COLUMN_YEAR,
  AKK_MEASURE_COLUMN_UNTIL,
  AKK_MEASURE_COLUMN_NIS,
  AKK_MEASURE_COLUMN_MUNICIPALITY,
  AKK_MEASURE_COLUMN_INDICATOR,
  AKK_MEASURE_COLUMN_GROUP,
  AKK_MEASURE_COLUMN_VALUE,
  AKK_MEASURE_COLUMN_PROVISIONAL,
  AKK_MEASURE_COLUMN_SOURCE,
  AKK_MEASURE_COLUMN_RECEIVED,
  AKK_MEASURE_COLUMN_EXPLANATION,
  AKK_MEASURE_N_COLUMNS,
} AkkMeasureColumn;

/* The head that is written, in the language of `phrases`. */
char *akk_measure_column_head (AkkMeasureColumn column,
                               AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
/* The column with this head, by any of the words that are understood; AKK_MEASURE_N_COLUMNS: none.
 */
AkkMeasureColumn akk_measure_column_find (const char *head, AkkPhrases *phrases);

/* A measurement in no record: what a cell or a row gives. Texts are borrowed. */
typedef struct {
  gint64 indicator_id, party_id;
  int year;
  gint64 until;
  const char *group;
  AkkMeasurementState state;
  gint64 value;
  gboolean provisional;
  const char *source;
  gint64 received_on;
  const char *sentence;
} AkkMeasured;

/* The fields of a measurement as akk_store_each() hands them out, ended by NULL, and what they are.
 * Texts go into `chunk`. */
extern const char *const akk_measured_fields[];
void akk_measured_take (AkkMeasured *self,
                        const gint64 *numbers,
                        const char *const *texts,
                        GStringChunk *chunk);

/* The row of a measurement, a cell for each column. */
GStrv akk_measure_row (const AkkMeasurementNames *names,
                       const AkkMeasured *measured) G_GNUC_WARN_UNUSED_RESULT;

/* "2024", "2024 (voorlopig)", "31/12/2024", "2024-06-30": the year, and until which day it counts
 * (AKK_NO_DATE: all of it). 0: it is no year. */
int akk_measure_year (const char *cell, gint64 *until);

G_END_DECLS
