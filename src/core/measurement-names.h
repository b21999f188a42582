/* What the cells of a table of figures may name: indicators, municipalities, target groups, and
 * the words for what is no number.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/indicator.h"
#include "core/phrases.h"
#include "core/store.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id;
  char *name; /* the short name */
  char *nis; /* "" where it is not known */
} AkkMeasuredParty;

/* As they are when it is made: it holds nothing of the store, and may go to another thread. */
typedef struct _AkkMeasurementNames AkkMeasurementNames;
AkkMeasurementNames *akk_measurement_names_new (AkkStore *store,
                                                gint64 agreement_id,
                                                AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
void akk_measurement_names_free (AkkMeasurementNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkMeasurementNames, akk_measurement_names_free)

/* In their order; elements AkkIndicator (in no store) and AkkMeasuredParty. */
GPtrArray *akk_measurement_names_indicators (const AkkMeasurementNames *self);
GPtrArray *akk_measurement_names_parties (const AkkMeasurementNames *self);
/* By its id; NULL: there is none. */
const AkkIndicator *akk_measurement_names_indicator (const AkkMeasurementNames *self, gint64 id);
const AkkMeasuredParty *akk_measurement_names_party (const AkkMeasurementNames *self, gint64 id);

/* By what a cell says, whatever its capitals, accents, hyphens and spaces; NULL: none is called so.
 * A municipality is known by its name, its short name, its NIS code, or both in one cell. */
const AkkIndicator *akk_measurement_names_find_indicator (AkkMeasurementNames *self,
                                                          const char *cell);
const AkkMeasuredParty *akk_measurement_names_find_party (AkkMeasurementNames *self,
                                                          const char *cell);
/* The target group as it is written: of the Pact, or one that figures or actions have. NULL: it is
 * not known. Borrowed. */
const char *akk_measurement_names_find_group (AkkMeasurementNames *self, const char *cell);

/* The name that is most like what the cell says, for asking whether that was meant; NULL: none
 * is. Borrowed. */
const char *akk_measurement_names_like_indicator (AkkMeasurementNames *self, const char *cell);
const char *akk_measurement_names_like_party (AkkMeasurementNames *self, const char *cell);
const char *akk_measurement_names_like_group (AkkMeasurementNames *self, const char *cell);

/* Words of the language, each a phrase with a ';' between those that are understood; the first one
 * is written. */
typedef enum {
  AKK_MEASURE_REGION, /* the whole region */
  AKK_MEASURE_ALL, /* all target groups */
  AKK_MEASURE_YES,
  AKK_MEASURE_NO,
  AKK_MEASURE_UNAVAILABLE,
  AKK_MEASURE_SUPPRESSED,
  AKK_MEASURE_DAY, /* what spreadsheets make of 1-3 */
  AKK_MEASURE_N_WORDS,
} AkkMeasureWord;
gboolean
akk_measurement_names_is (const AkkMeasurementNames *self, AkkMeasureWord word, const char *cell);
const char *akk_measurement_names_word (const AkkMeasurementNames *self, AkkMeasureWord word);
/* The words of a scale, from 0; its value by a word, -1: it is none. */
const char *akk_measurement_names_step (const AkkMeasurementNames *self, guint step);
int akk_measurement_names_find_step (const AkkMeasurementNames *self, const char *cell);
AkkPhrases *akk_measurement_names_phrases (const AkkMeasurementNames *self);

/* Only letters and digits, without capitals and accents, and single spaces for all else. */
char *akk_measurement_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
