/* Tests of the form with the figures of a municipality for a year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/measurement-form.h"
#include "measurement-fixture.h"

static AkkMeasurementForm *
form_of (Figures *self, guint party, int year)
{
  return akk_measurement_form_new (self->base.store, self->agreement->record.id,
                                   self->parties[party], year, self->phrases);
}

static AkkFormIndicator *
indicator_of (AkkMeasurementForm *form, gint64 id)
{
  for (guint i = 0; i < form->indicators->len; i++) {
    AkkFormIndicator *indicator = form->indicators->pdata[i];

    if (indicator->indicator->record.id == id)
      return indicator;
  }
  g_assert_not_reached ();
}

static void
fill_in (AkkMeasurementForm *form, gint64 id, guint figure, const char *text)
{
  AkkFormFigure *field = indicator_of (form, id)->figures->pdata[figure];

  g_set_str (&field->text, text);
}

static const char *
text_of (AkkMeasurementForm *form, gint64 id, guint figure)
{
  return ((AkkFormFigure *) indicator_of (form, id)->figures->pdata[figure])->text;
}

static void
write_form (Figures *self, const AkkMeasurementForm *form)
{
  akk_store_begin (self->base.store, "Fill in");
  akk_measurement_form_write (form, self->base.store, akk_date_from_ymd (2025, 3, 1));
  fixture_commit (&self->base);
}

static guint
count_measurements (Figures *self)
{
  g_autoptr (GListModel) all = akk_store_list (self->base.store, &akk_measurement_record, NULL, 0);

  return g_list_model_get_n_items (all);
}

static void
test_fields (Figures *self, gconstpointer data)
{
  g_autoptr (AkkMeasurementForm) form = form_of (self, 0, 2024);
  g_autoptr (AkkMeasurementForm) region = akk_measurement_form_new (
      self->base.store, self->agreement->record.id, 0, 2024, self->phrases);

  g_assert_cmpuint (form->indicators->len, ==, 6);
  g_assert_cmpuint (region->indicators->len, ==, 0);
  g_assert_cmpuint (indicator_of (form, self->people)->figures->len, ==, 5);
  g_assert_cmpuint (indicator_of (form, self->income)->figures->len, ==, 1);
  g_assert_cmpuint (akk_measurement_form_count (form), ==, 0);
}

static void
test_written_is_read (Figures *self, gconstpointer data)
{
  g_autoptr (AkkMeasurementForm) form = form_of (self, 0, 2024);
  g_autoptr (AkkMeasurementForm) again = NULL;
  g_autoptr (AkkMeasurementForm) next = NULL;
  g_autoptr (AkkMeasurementForm) other = NULL;

  fill_in (form, self->people, 0, "1.234");
  fill_in (form, self->people, 2, "1-3");
  fill_in (form, self->share, 0, "46,5 %");
  fill_in (form, self->council, 0, "ja");
  fill_in (form, self->network, 0, "op weg");
  fill_in (form, self->budget, 0, "x");
  g_set_str (&indicator_of (form, self->people)->sentence, "Nieuwe telling");
  g_assert_cmpuint (akk_measurement_form_count (form), ==, 6);
  write_form (self, form);
  again = form_of (self, 0, 2024);
  g_assert_cmpstr (text_of (again, self->people, 0), ==, "1234");
  g_assert_cmpstr (text_of (again, self->people, 2), ==, "1–3");
  g_assert_cmpstr (text_of (again, self->share, 0), ==, "46,5");
  g_assert_cmpstr (text_of (again, self->network, 0), ==, "op weg");
  g_assert_cmpstr (text_of (again, self->budget, 0), ==, "n.b.");
  g_assert_cmpstr (indicator_of (again, self->people)->sentence, ==, "Nieuwe telling");
  g_assert_cmpint (indicator_of (again, self->people)->received_on, ==,
                   akk_date_from_ymd (2025, 3, 1));
  g_assert_cmpuint (akk_measurement_form_count (again), ==, 0);
  next = form_of (self, 0, 2025);
  g_assert_cmpstr (text_of (next, self->people, 0), ==, "");
  g_assert_cmpstr (indicator_of (next, self->people)->last, ==, "2024: 1234");
  other = form_of (self, 1, 2024);
  g_assert_cmpstr (text_of (other, self->people, 0), ==, "");
}

/* What is emptied is deleted; what is left alone stays; all is one step. */
static void
test_emptied_is_deleted (Figures *self, gconstpointer data)
{
  g_autoptr (AkkMeasurementForm) form = form_of (self, 0, 2024);
  g_autoptr (AkkMeasurementForm) again = NULL;
  gint64 last;

  fill_in (form, self->people, 0, "12");
  fill_in (form, self->income, 0, "7");
  write_form (self, form);
  again = form_of (self, 0, 2024);
  last = akk_store_get_last_step (self->base.store);
  write_form (self, again);
  g_assert_cmpint (akk_store_get_last_step (self->base.store), ==, last);
  fill_in (again, self->people, 0, "");
  g_assert_cmpuint (akk_measurement_form_count (again), ==, 1);
  write_form (self, again);
  g_assert_cmpuint (count_measurements (self), ==, 1);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  g_assert_cmpuint (count_measurements (self), ==, 2);
}

/* A source given anew is that of every figure of the indicator. */
static void
test_details (Figures *self, gconstpointer data)
{
  g_autoptr (AkkMeasurementForm) form = form_of (self, 0, 2024);
  g_autoptr (AkkMeasurementForm) again = NULL;
  g_autoptr (GListModel) all = NULL;

  fill_in (form, self->people, 0, "12");
  fill_in (form, self->people, 1, "4");
  write_form (self, form);
  again = form_of (self, 0, 2024);
  g_set_str (&indicator_of (again, self->people)->source, "OCMW");
  indicator_of (again, self->people)->provisional = TRUE;
  g_assert_cmpuint (akk_measurement_form_count (again), ==, 2);
  write_form (self, again);
  all = akk_store_list (self->base.store, &akk_measurement_record, NULL, 0);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkMeasurement) measurement = g_list_model_get_item (all, i);

    g_assert_cmpstr (measurement->source, ==, "OCMW");
    g_assert_true (measurement->provisional);
  }
}

static void
test_problems (Figures *self, gconstpointer data)
{
  static const struct {
    const char *text, *says;
  } cases[] = {
    { "", NULL },
    { "12", NULL },
    { "<4", NULL },
    { "veel", "“veel” is no number." },
    { "1-mrt", "“1-mrt” is a day." },
    { "12 %", "“12 %” is a percentage" },
  };
  g_autoptr (AkkMeasurementForm) form = form_of (self, 0, 2024);
  AkkFormIndicator *indicator = indicator_of (form, self->income);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *problem = NULL;

    fill_in (form, self->income, 0, cases[i].text);
    problem = akk_measurement_form_problem (form, indicator, indicator->figures->pdata[0]);
    if (cases[i].says == NULL)
      g_assert_null (problem);
    else
      g_assert_true (g_str_has_prefix (problem, cases[i].says));
  }
}

static void
test_explanation (Figures *self, gconstpointer data)
{
  g_autoptr (AkkMeasurementForm) form = form_of (self, 0, 2024);
  AkkFormIndicator *indicator = indicator_of (form, self->income);
  g_autofree char *problem = NULL;

  g_set_str (&indicator->sentence, "Nog niet geteld");
  problem = akk_measurement_form_problem (form, indicator, indicator->figures->pdata[0]);
  g_assert_nonnull (problem);
  g_assert_cmpuint (akk_measurement_form_count (form), ==, 1);
  fill_in (form, self->income, 0, "n.b.");
  g_assert_null (akk_measurement_form_problem (form, indicator, indicator->figures->pdata[0]));
  write_form (self, form);
  g_assert_cmpuint (count_measurements (self), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Figures, NULL, figures_set_up, func, figures_tear_down)
  ADD ("/measurement-form/has-a-field-for-each-figure", test_fields);
  ADD ("/measurement-form/what-is-written-is-read", test_written_is_read);
  ADD ("/measurement-form/what-is-emptied-is-deleted", test_emptied_is_deleted);
  ADD ("/measurement-form/a-new-source-is-of-all-its-figures", test_details);
  ADD ("/measurement-form/says-what-to-write", test_problems);
  ADD ("/measurement-form/an-explanation-wants-a-figure", test_explanation);
  return g_test_run ();
}
