/* The figures of a municipality for a year, to be filled in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/measurement-form.h"

#include <glib/gi18n.h>

#include "core/measurement.h"
#include "core/pact.h"
#include "core/store-values.h"

/* --- Making --- */

static void
figure_free (gpointer data)
{
  AkkFormFigure *figure = data;

  g_free (figure->group);
  g_free (figure->text);
  g_free (figure->before);
  g_free (figure);
}

static void
indicator_free (gpointer data)
{
  AkkFormIndicator *indicator = data;

  g_ptr_array_unref (indicator->figures);
  g_string_chunk_free (indicator->texts);
  g_free (indicator->source);
  g_free (indicator->sentence);
  g_free (indicator->last);
  g_free (indicator);
}

static AkkFormFigure *
figure_of (AkkFormIndicator *indicator, const char *group)
{
  AkkFormFigure *figure;

  for (guint i = 0; i < indicator->figures->len; i++) {
    figure = indicator->figures->pdata[i];
    if (g_str_equal (figure->group, group))
      return figure;
  }
  figure = g_new0 (AkkFormFigure, 1);
  figure->group = g_strdup (group);
  figure->text = g_strdup ("");
  figure->before = g_strdup ("");
  g_ptr_array_add (indicator->figures, figure);
  return figure;
}

static AkkFormIndicator *
indicator_new (const AkkMeasurementForm *self, const AkkIndicator *indicator)
{
  AkkFormIndicator *form = g_new0 (AkkFormIndicator, 1);
  AkkPhrases *phrases = akk_measurement_names_phrases (self->names);

  form->indicator = indicator;
  form->figures = g_ptr_array_new_with_free_func (figure_free);
  form->texts = g_string_chunk_new (256);
  form->received_on = form->was.received_on = AKK_NO_DATE;
  form->was.source = form->was.sentence = "";
  form->last = g_strdup ("");
  figure_of (form, "");
  for (guint i = 0; indicator->by_target_group && i < AKK_PACT_N_TARGET_GROUPS; i++)
    figure_of (form, akk_pact_target_group (phrases, i));
  return form;
}

static AkkFormIndicator *
find_indicator (const AkkMeasurementForm *self, gint64 id)
{
  for (guint i = 0; i < self->indicators->len; i++) {
    AkkFormIndicator *indicator = self->indicators->pdata[i];

    if (indicator->indicator->record.id == id)
      return indicator;
  }
  return NULL;
}

/* --- Reading --- */

static void
read_figure (AkkMeasurementForm *self,
             AkkFormIndicator *form,
             const AkkMeasured *measured,
             gint64 id)
{
  const char *known = akk_measurement_names_find_group (self->names, measured->group);
  AkkFormFigure *figure = figure_of (form, known != NULL ? known : measured->group);

  if (figure->id >= id) /* of two of the same, by whatever merge, the one with the greater id */
    return;
  figure->id = id;
  g_free (figure->text);
  figure->text =
      akk_measured_value_write (self->names, form->indicator, measured->state, measured->value);
  g_set_str (&figure->before, figure->text);
  if (*measured->group == '\0' || form->was.indicator_id == 0)
    form->was = *measured;
}

static void
read_last (AkkMeasurementForm *self, AkkFormIndicator *form, const AkkMeasured *measured)
{
  g_autofree char *words = NULL;

  if (measured->year >= self->year || measured->year <= form->last_year || *measured->group != '\0')
    return;
  words = akk_measured_value_write (self->names, form->indicator, measured->state, measured->value);
  g_free (form->last);
  form->last = g_strdup_printf ("%d: %s", measured->year, words);
  form->last_year = measured->year;
}

static void
measured_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  AkkMeasurementForm *self = data;
  AkkFormIndicator *form = find_indicator (self, numbers[0]);
  AkkMeasured measured;

  if (form == NULL)
    return;
  akk_measured_take (&measured, numbers, texts, form->texts);
  if (measured.year == self->year)
    read_figure (self, form, &measured, id);
  else
    read_last (self, form, &measured);
}

AkkMeasurementForm *
akk_measurement_form_new (
    AkkStore *store, gint64 agreement_id, gint64 party_id, int year, AkkPhrases *phrases)
{
  AkkMeasurementForm *self = g_new0 (AkkMeasurementForm, 1);
  GPtrArray *all;

  self->party_id = party_id;
  self->year = year;
  self->names = akk_measurement_names_new (store, agreement_id, phrases);
  self->indicators = g_ptr_array_new_with_free_func (indicator_free);
  all = akk_measurement_names_indicators (self->names);
  for (guint i = 0; i < all->len; i++) {
    const AkkIndicator *indicator = all->pdata[i];

    if (!indicator->by_municipality == (party_id == 0))
      g_ptr_array_add (self->indicators, indicator_new (self, indicator));
  }
  akk_store_each (store, &akk_measurement_record, akk_measured_fields, "party_id", party_id,
                  measured_cb, self);
  for (guint i = 0; i < self->indicators->len; i++) {
    AkkFormIndicator *form = self->indicators->pdata[i];

    form->source = g_strdup (form->was.source);
    form->sentence = g_strdup (form->was.sentence);
    form->received_on = form->was.received_on;
    form->provisional = form->was.provisional;
  }
  return self;
}

void
akk_measurement_form_free (AkkMeasurementForm *self)
{
  g_ptr_array_unref (self->indicators);
  akk_measurement_names_free (self->names);
  g_free (self);
}

/* --- What would change --- */

static AkkCellReading
read_text (const AkkMeasurementForm *self,
           const AkkFormIndicator *indicator,
           const AkkFormFigure *figure,
           AkkMeasuredValue *value)
{
  return akk_measured_value_read (self->names, indicator->indicator, figure->text,
                                  AKK_DECIMAL_COMMA, value);
}

/* An explanation belongs to a figure: without one there is nothing that could keep it. */
static gboolean
explains_nothing (const AkkFormIndicator *indicator, const AkkFormFigure *figure)
{
  return *figure->text == '\0' && *figure->group == '\0' && *indicator->sentence != '\0' &&
         !g_str_equal (indicator->sentence, indicator->was.sentence);
}

char *
akk_measurement_form_problem (const AkkMeasurementForm *self,
                              const AkkFormIndicator *indicator,
                              const AkkFormFigure *figure)
{
  AkkMeasuredValue value;

  if (explains_nothing (indicator, figure))
    return g_strdup (_ ("There is an explanation, but no figure. Write the figure, or n.b. when "
                        "nobody knows it."));
  read_text (self, indicator, figure, &value);
  return value.problem;
}

static gboolean
details_changed (const AkkFormIndicator *indicator)
{
  return !g_str_equal (indicator->source, indicator->was.source) ||
         !g_str_equal (indicator->sentence, indicator->was.sentence) ||
         indicator->received_on != indicator->was.received_on ||
         !indicator->provisional != !indicator->was.provisional;
}

static gboolean
is_changed (const AkkFormIndicator *indicator, const AkkFormFigure *figure)
{
  return !g_str_equal (figure->text, figure->before) ||
         (*figure->text != '\0' && details_changed (indicator)) ||
         explains_nothing (indicator, figure);
}

guint
akk_measurement_form_count (const AkkMeasurementForm *self)
{
  guint n = 0;

  for (guint i = 0; i < self->indicators->len; i++) {
    const AkkFormIndicator *indicator = self->indicators->pdata[i];

    for (guint k = 0; k < indicator->figures->len; k++)
      n += is_changed (indicator, indicator->figures->pdata[k]);
  }
  return n;
}

/* --- Writing --- */

static void
fill (AkkMeasurement *record,
      const AkkFormIndicator *indicator,
      const AkkFormFigure *figure,
      const AkkMeasuredValue *value,
      gint64 received_on)
{
  gboolean fresh = !g_str_equal (figure->text, figure->before);

  record->state = value->state;
  record->value = value->value;
  if (indicator->received_on != indicator->was.received_on)
    record->received_on = indicator->received_on;
  else if (fresh && received_on != AKK_NO_DATE)
    record->received_on = received_on;
  if (record->record.id == 0 || !g_str_equal (indicator->source, indicator->was.source))
    g_set_str (&record->source, indicator->source);
  if (record->record.id == 0 || !indicator->provisional != !indicator->was.provisional)
    record->provisional = indicator->provisional;
  if (*figure->group == '\0')
    g_set_str (&record->sentence, indicator->sentence);
}

static void
write_figure (const AkkMeasurementForm *self,
              AkkStore *store,
              const AkkFormIndicator *indicator,
              const AkkFormFigure *figure,
              gint64 received_on)
{
  g_autoptr (AkkMeasurement) record =
      figure->id != 0 ? akk_store_get (store, &akk_measurement_record, figure->id) : NULL;
  g_autoptr (AkkMeasurement) written = NULL;
  AkkMeasuredValue value;

  if (read_text (self, indicator, figure, &value) == AKK_CELL_WRONG) {
    g_free (value.problem);
    return;
  }
  if (record != NULL && record->record.deleted != 0)
    g_clear_object (&record);
  if (*figure->text == '\0') {
    if (record != NULL)
      akk_store_delete (store, record);
    return;
  }
  written =
      record != NULL ? akk_record_duplicate (record) : akk_record_new (&akk_measurement_record);
  fill (written, indicator, figure, &value, received_on);
  if (record != NULL) {
    akk_store_apply (store, record, written);
    return;
  }
  written->indicator_id = indicator->indicator->record.id;
  written->party_id = self->party_id;
  written->year = self->year;
  g_set_str (&written->target_group, figure->group);
  akk_store_add (store, written);
}

void
akk_measurement_form_write (const AkkMeasurementForm *self, AkkStore *store, gint64 received_on)
{
  for (guint i = 0; i < self->indicators->len; i++) {
    const AkkFormIndicator *indicator = self->indicators->pdata[i];

    for (guint k = 0; k < indicator->figures->len; k++)
      if (is_changed (indicator, indicator->figures->pdata[k]))
        write_figure (self, store, indicator, indicator->figures->pdata[k], received_on);
  }
}
