/* Fields listed once: properties, defaults, rules.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agreement.h"
#include "core/section.h"

enum { GREEN, BLUE };

static const AkkChoice colours[] = { { GREEN, "green", "Green" },
                                     { BLUE, "blue", "Blue" },
                                     { 0, NULL, NULL } };

/* clang-format off */
#define SAMPLE_FIELDS(F, T)                                                                        \
  F (T, TEXT,    name,      "Name",   .required = TRUE)                                            \
  F (T, ENUM,    colour,    "Colour", .values = colours)                                           \
  F (T, INT,     size,      "Size",   .min = 1, .max = 5, .initial = 3)                            \
  F (T, DECIMAL, share,     "Share",  .min = 0, .max = 1000000)                                    \
  F (T, DATE,    starts_on, "Start",  .required = TRUE)                                            \
  F (T, TIME,    opens_at,  "Opens")                                                               \
  F (T, REF,     owner_id,  "Owner",  .table = "section")
/* clang-format on */

AKK_DECLARE_RECORD (Sample, sample, SAMPLE_FIELDS)
AKK_DEFINE_RECORD (Sample, sample, "sample", "Sample", SAMPLE_FIELDS)

static void
test_new_record_has_defaults (void)
{
  g_autoptr (Sample) sample = akk_record_new (&sample_record);

  g_assert_cmpstr (sample->name, ==, "");
  g_assert_cmpint (sample->colour, ==, GREEN);
  g_assert_cmpint (sample->size, ==, 3);
  g_assert_cmpint (sample->starts_on, ==, AKK_NO_DATE);
  g_assert_cmpint (sample->opens_at, ==, AKK_NO_DATE);
  g_assert_cmpint (sample->owner_id, ==, 0);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  g_assert_cmpstr (pspec->name, ==, "starts-on");
  (*n)++;
}

static void
test_properties_notify_when_they_differ (void)
{
  g_autoptr (Sample) sample = akk_record_new (&sample_record);
  gint64 value = 0;
  guint n = 0;

  g_signal_connect (sample, "notify::starts-on", G_CALLBACK (count_cb), &n);
  g_object_set (sample, "starts-on", G_GINT64_CONSTANT (20000), NULL);
  g_object_set (sample, "starts-on", G_GINT64_CONSTANT (20000), NULL);
  akk_record_set_int (sample, akk_record_type_field (&sample_record, "starts_on"), 20001);
  g_object_get (sample, "starts-on", &value, NULL);
  g_assert_cmpint (value, ==, 20001);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_duplicate_is_equal_and_apart (void)
{
  g_autoptr (Sample) sample = akk_record_new (&sample_record);
  g_autoptr (Sample) copy = NULL;
  const AkkField *name = akk_record_type_field (&sample_record, "name");

  akk_record_set_text (sample, name, "één");
  sample->record.id = 12;
  copy = akk_record_duplicate (sample);
  g_assert_cmpint (copy->record.id, ==, 12);
  for (guint i = 0; i < sample_record.n_fields; i++)
    g_assert_true (akk_record_field_equal (sample, copy, &sample_record.fields[i]));
  akk_record_set_text (copy, name, NULL);
  g_assert_cmpstr (copy->name, ==, "");
  g_assert_cmpstr (sample->name, ==, "één");
}

static void
test_rules (void)
{
  static const struct {
    const char *field;
    gint64 number;
    const char *message; /* NULL: fine */
  } cases[] = {
    { "size", 1, NULL },
    { "size", 5, NULL },
    { "size", 6, "“Size” must be between 1 and 5." },
    { "share", 1000001, "“Share” must be between 0 and 100." },
    { "colour", 7, "“Colour” holds a value that this version does not know. Choose another one." },
    { "starts_on", AKK_NO_DATE, "Fill in “Start”." },
    { "opens_at", 24 * 60, "“Opens” must be a time of day." },
    { "opens_at", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = akk_record_new (&sample_record);
    g_autoptr (GError) error = NULL;
    g_object_set (sample, "name", "x", "starts-on", G_GINT64_CONSTANT (20000), NULL);
    akk_record_set_int (sample, akk_record_type_field (&sample_record, cases[i].field),
                        cases[i].number);
    g_assert_true (akk_record_check (sample, &error) == (cases[i].message == NULL));
    g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
  }
}

static void
test_blank_text_counts_as_empty (void)
{
  g_autoptr (Sample) sample = akk_record_new (&sample_record);
  g_autoptr (GError) error = NULL;

  g_object_set (sample, "name", " \302\240\t", "starts-on", G_GINT64_CONSTANT (20000), NULL);
  g_assert_false (akk_record_check (sample, &error));
  g_assert_error (error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID);
}

static void
test_tables_refer_to_known_tables (void)
{
  for (guint t = 0; akk_record_types[t] != NULL; t++) {
    const AkkRecordType *type = akk_record_types[t];
    g_assert_true (akk_record_type_find (type->table) == type);
    for (guint i = 0; i < type->n_fields; i++) {
      const AkkField *field = &type->fields[i];
      g_assert_true (field->kind != AKK_FIELD_REF || akk_record_type_find (field->table) != NULL);
      g_assert_true (field->kind != AKK_FIELD_ENUM || field->values != NULL);
      g_assert_true (field->kind == AKK_FIELD_TEXT || !field->search);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/new-record-has-defaults", test_new_record_has_defaults);
  g_test_add_func ("/record/properties-notify-when-they-differ",
                   test_properties_notify_when_they_differ);
  g_test_add_func ("/record/duplicate-is-equal-and-apart", test_duplicate_is_equal_and_apart);
  g_test_add_func ("/record/rules", test_rules);
  g_test_add_func ("/record/blank-text-counts-as-empty", test_blank_text_counts_as_empty);
  g_test_add_func ("/record/tables-refer-to-known-tables", test_tables_refer_to_known_tables);
  return g_test_run ();
}
