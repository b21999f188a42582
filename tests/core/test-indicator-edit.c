/* Tests of what is done to an indicator.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/indicator-edit.h"

#include "core/bearing.h"
#include "core/measurement.h"
#include "core/target.h"
#include "store-fixture.h"

static gpointer
add (Fixture *self, const AkkRecordType *type, gint64 indicator_id)
{
  AkkRecord *record = akk_record_new (type);

  akk_record_set_int (record, akk_record_type_field (type, "indicator_id"), indicator_id);
  akk_store_add (self->store, record);
  return record;
}

static AkkIndicator *
add_indicator (Fixture *self, AkkAgreement *agreement, const char *name)
{
  AkkIndicator *indicator = akk_record_new (&akk_indicator_record);

  g_object_set (indicator, "agreement-id", agreement->record.id, "name", name, NULL);
  akk_store_add (self->store, indicator);
  return indicator;
}

static guint
count (Fixture *self, const AkkRecordType *type)
{
  g_autoptr (GListModel) list = akk_store_list (self->store, type, NULL, 0);

  return g_list_model_get_n_items (list);
}

static void
expect_counts (Fixture *self, guint indicators, guint measurements, guint targets, guint bearings)
{
  g_assert_cmpuint (count (self, &akk_indicator_record), ==, indicators);
  g_assert_cmpuint (count (self, &akk_measurement_record), ==, measurements);
  g_assert_cmpuint (count (self, &akk_target_record), ==, targets);
  g_assert_cmpuint (count (self, &akk_bearing_record), ==, bearings);
}

static void
deleting_takes_what_belongs_to_it (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (self, "Samen");
  g_autoptr (AkkIndicator) one = NULL, other = NULL;

  akk_store_begin (self->store, "Make");
  one = add_indicator (self, agreement, "Gesprekken");
  other = add_indicator (self, agreement, "Stages");
  for (guint i = 0; i < 5; i++) {
    g_autoptr (AkkRecord) measurement = add (self, &akk_measurement_record, one->record.id);
    g_autoptr (AkkRecord) target = add (self, &akk_target_record, one->record.id);
    g_autoptr (AkkRecord) bearing = add (self, &akk_bearing_record, one->record.id);
  }
  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkRecord) measurement = add (self, &akk_measurement_record, other->record.id);
    g_autoptr (AkkRecord) target = add (self, &akk_target_record, other->record.id);
    g_autoptr (AkkRecord) bearing = add (self, &akk_bearing_record, other->record.id);
  }
  fixture_commit (self);

  akk_store_begin (self->store, "Delete indicator");
  akk_indicator_delete (self->store, one);
  fixture_commit (self);
  expect_counts (self, 1, 2, 2, 2);
  g_assert_true (akk_store_undo (self->store, NULL));
  expect_counts (self, 2, 7, 7, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/indicator-edit/deleting-takes-what-belongs-to-it", Fixture, NULL, fixture_set_up,
              deleting_takes_what_belongs_to_it, fixture_tear_down);
  return g_test_run ();
}
