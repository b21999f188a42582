/* The figures of a municipality for a year, to be filled in: one field for each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/measurement-columns.h"

G_BEGIN_DECLS

typedef struct {
  char *group; /* "": of all */
  char *text; /* as a cell of a table says it (measured-value.h); "": nothing is known */
  /*< private >*/
  gint64 id;
  char *before; /* the text as it was */
} AkkFormFigure;

typedef struct {
  const AkkIndicator *indicator;
  GPtrArray *figures; /* AkkFormFigure: of all, then of each target group where it asks for them */
  /* Of the figure of all; of the others where that is not there. Given anew, they are of all. */
  char *source;
  gint64 received_on;
  gboolean provisional;
  char *sentence; /* of the figure of all only */
  char *last; /* the newest figure of a year before, as "2023: 12"; "": none */
  /*< private >*/
  AkkMeasured was;
  GStringChunk *texts;
  int last_year;
} AkkFormIndicator;

typedef struct {
  gint64 party_id; /* 0: the region, with what is measured for it alone */
  int year;
  GPtrArray *indicators; /* AkkFormIndicator, in their order */
  AkkMeasurementNames *names;
} AkkMeasurementForm;

AkkMeasurementForm *akk_measurement_form_new (AkkStore *store,
                                              gint64 agreement_id,
                                              gint64 party_id,
                                              int year,
                                              AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
void akk_measurement_form_free (AkkMeasurementForm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkMeasurementForm, akk_measurement_form_free)

/* What is wrong with a field, as a translated sentence that says what to write; NULL: nothing. */
char *akk_measurement_form_problem (const AkkMeasurementForm *self,
                                    const AkkFormIndicator *indicator,
                                    const AkkFormFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
/* How many measurements would be made, changed and deleted. */
guint akk_measurement_form_count (const AkkMeasurementForm *self);
/* Inside an action of the store, without problems: what was written anew, a field that was emptied
 * is deleted. Figures that are new or changed have been received on `received_on` (or
 * AKK_NO_DATE) where their indicator does not say otherwise. */
void
akk_measurement_form_write (const AkkMeasurementForm *self, AkkStore *store, gint64 received_on);

G_END_DECLS
