/* Tests of the line of agreements that follow each other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/lineage.h"

#include "core/dates.h"
#include "store-fixture.h"

static AkkAgreement *
add (Fixture *self, int from, int to, gint64 predecessor)
{
  g_autoptr (GError) error = NULL;
  AkkAgreement *agreement = akk_record_new (&akk_agreement_record);

  akk_record_set_text (agreement, akk_record_type_field (&akk_agreement_record, "title"), "O");
  akk_record_set_int (agreement, akk_record_type_field (&akk_agreement_record, "starts_on"),
                      akk_date_from_ymd (from, 1, 1));
  akk_record_set_int (agreement, akk_record_type_field (&akk_agreement_record, "ends_on"),
                      to != 0 ? akk_date_from_ymd (to, 12, 31) : AKK_NO_DATE);
  akk_record_set_int (agreement, akk_record_type_field (&akk_agreement_record, "predecessor_id"),
                      predecessor);
  akk_store_begin (self->store, "Add");
  akk_store_add (self->store, agreement);
  akk_store_commit (self->store, &error);
  g_assert_no_error (error);
  return agreement;
}

static char *
told (Fixture *self, AkkAgreement *agreement)
{
  g_autoptr (GPtrArray) steps = akk_lineage_new (self->store, agreement);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++) {
    const AkkLineageStep *step = steps->pdata[i];
    g_autofree char *years = akk_lineage_years (step);

    g_string_append_printf (text, step->agreement != NULL ? "%s " : "(%s) ", years);
  }
  return g_string_free_and_steal (text);
}

/* As in Ghent: nobody agreed anything for 2013 and 2019. */
static void
test_gaps (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) first = add (self, 2008, 2012, 0);
  g_autoptr (AkkAgreement) second = add (self, 2014, 2018, first->record.id);
  g_autoptr (AkkAgreement) third = add (self, 2020, 2025, second->record.id);
  AkkAgreement *all[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    g_autofree char *text = told (self, all[i]);
    g_assert_cmpstr (text, ==, "2008–2012 (2013) 2014–2018 (2019) 2020–2025 ");
  }
}

static void
test_open_end (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) first = add (self, 2017, 0, 0);
  g_autoptr (AkkAgreement) second = add (self, 2024, 0, first->record.id);
  g_autofree char *text = told (self, first);

  g_assert_cmpstr (text, ==, "2017– 2024– ");
}

/* Two that name each other end all the same; of two successors the first counts. */
static void
test_knots (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) first = add (self, 2010, 2012, 0);
  g_autoptr (AkkAgreement) later = add (self, 2020, 2025, first->record.id);
  g_autoptr (AkkAgreement) second = add (self, 2013, 2018, first->record.id);
  g_autofree char *line = told (self, first), *knot = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (line, ==, "2010–2012 2013–2018 ");
  akk_store_begin (self->store, "Change");
  akk_store_set_int (self->store, first, "predecessor_id", second->record.id);
  akk_store_commit (self->store, &error);
  g_assert_no_error (error);
  knot = told (self, first);
  g_assert_cmpstr (knot, ==, "2013–2018 2010–2012 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/lineage/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("years-between-two-are-a-gap", test_gaps);
  ADD ("without-an-end-there-is-no-gap", test_open_end);
  ADD ("knots-come-to-an-end", test_knots);
  return g_test_run ();
}
