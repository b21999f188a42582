/* One line in a field list gives all that a field needs: of every field of every record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/export.h"
#include "store-fixture.h"

#define WORD "kabeljauw"

static gpointer add_record (AkkStore *store, const AkkRecordType *type);

/* A new record with what its fields require. */
static gpointer
new_record (AkkStore *store, const AkkRecordType *type)
{
  gpointer record = akk_record_new (type);

  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    if (!field->required)
      continue;
    if (field->kind == AKK_FIELD_TEXT) {
      akk_record_set_text (record, field, "x");
    } else if (field->kind == AKK_FIELD_REF) {
      g_autoptr (AkkRecord) other = add_record (store, akk_record_type_find (field->table));
      akk_record_set_int (record, field, other->id);
    } else {
      akk_record_set_int (record, field, MAX (field->min, 1));
    }
  }
  return record;
}

static void
store_record (AkkStore *store, AkkRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (record->type->permanent)
    akk_store_begin_permanent (store, "Add");
  else
    akk_store_begin (store, "Add");
  akk_store_add (store, record);
  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

static gpointer
add_record (AkkStore *store, const AkkRecordType *type)
{
  gpointer record = new_record (store, type);

  store_record (store, record);
  return record;
}

/* A value that a new record does not have; its own where there is only one. */
static gint64
other_value (AkkStore *store, const AkkField *field)
{
  if (field->kind == AKK_FIELD_REF) {
    g_autoptr (AkkRecord) other = add_record (store, akk_record_type_find (field->table));
    return other->id;
  }
  if (field->kind == AKK_FIELD_ENUM)
    return field->values[field->values[1].code != NULL ? 1 : 0].value;
  if (field->max > field->min)
    return field->max;
  return field->kind == AKK_FIELD_TIME      ? 12 * 60 + 34
         : field->kind == AKK_FIELD_DATE    ? 20367
         : field->kind == AKK_FIELD_DECIMAL ? 12345
                                            : !field->initial;
}

static void
change (AkkStore *store, gpointer record, const AkkField *field)
{
  gint64 value = field->kind == AKK_FIELD_TEXT ? 0 : other_value (store, field);
  g_autoptr (GError) error = NULL;

  akk_store_begin (store, "Change");
  if (field->kind == AKK_FIELD_TEXT)
    akk_store_set_text (store, record, field->name, WORD);
  else
    akk_store_set_int (store, record, field->name, value);
  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

/* An empty store: what it takes to make one is done once. */
static AkkStore *
open_empty (const char *path)
{
  static GBytes *empty;
  g_autoptr (GError) error = NULL;
  AkkStore *store = NULL;

  if (empty == NULL) {
    char *data;
    gsize length;

    store = akk_store_open (path, 0, &error);
    g_assert_no_error (error);
    g_assert_finalize_object (store);
    g_file_get_contents (path, &data, &length, &error);
    g_assert_no_error (error);
    empty = g_bytes_new_take (data, length);
  } else {
    g_file_set_contents_full (path, g_bytes_get_data (empty, NULL),
                              (gssize) g_bytes_get_size (empty), G_FILE_SET_CONTENTS_NONE, 0600,
                              &error);
    g_assert_no_error (error);
  }
  store = akk_store_open (path, 0, &error);
  g_assert_no_error (error);
  return store;
}

static void
set_up (Fixture *fixture)
{
  fixture->folder = fixture_memory_folder ();
  fixture->path = g_build_filename (fixture->folder, "a.db", NULL);
  fixture->store = open_empty (fixture->path);
  akk_store_set_author (fixture->store, "An Peeters");
}

static char *
copy (Fixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  akk_store_copy_to (fixture->store, path, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_property (gpointer record, const AkkField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (record, field->name, &value);
  if (field->kind == AKK_FIELD_TEXT)
    g_assert_cmpstr (g_value_get_string (&value), ==, akk_record_get_text (record, field));
  else
    g_assert_cmpint (g_value_get_int64 (&value), ==, akk_record_get_int (record, field));
}

static void
assert_history (AkkStore *store, const AkkField *field)
{
  g_autoptr (GPtrArray) changes =
      akk_store_step_changes (store, akk_step_get_id (akk_store_get_undo_step (store)));

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_true (((AkkCellChange *) changes->pdata[0])->field == field);
  g_assert_cmpstr (field->label, !=, "");
}

static void
assert_search (AkkStore *store, const AkkField *field)
{
  g_autoptr (GPtrArray) found = fixture_find (store, WORD);

  g_assert_cmpuint (found->len, ==, field->search ? 1 : 0);
}

/* What is imported says the same, and has the same in each field of the record. */
static void
assert_export (Fixture *fixture, AkkRecord *record)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) empty = open_empty (path);
  g_autofree char *json = akk_export_json (fixture->store);
  g_autofree char *again = NULL;

  akk_import_json (empty, json, &error);
  g_assert_no_error (error);
  again = akk_export_json (empty);
  g_assert_cmpstr (again, ==, json);

  g_autoptr (AkkRecord) other = akk_store_get (empty, record->type, record->id);
  for (guint i = 0; i < record->type->n_fields; i++)
    g_assert_true (akk_record_field_equal (other, record, &record->type->fields[i]));
}

static void
assert_merge (Fixture *fixture, const char *older, AkkRecord *record)
{
  g_autofree char *newer = copy (fixture, "newer.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_store_open (older, 0, &error);
  g_autoptr (AkkRecord) other = NULL;

  akk_store_merge (store, newer, NULL, &error);
  g_assert_no_error (error);
  other = akk_store_get (store, record->type, record->id);
  for (guint i = 0; i < record->type->n_fields; i++)
    g_assert_true (akk_record_field_equal (other, record, &record->type->fields[i]));
}

static const AkkRecordType *
type_of (const AkkField *field)
{
  const AkkRecordType *type = NULL;

  for (guint t = 0; type == NULL; t++)
    if (field >= akk_record_types[t]->fields &&
        field < akk_record_types[t]->fields + akk_record_types[t]->n_fields)
      type = akk_record_types[t];
  return type;
}

/* A field of a permanent record is set before the record is stored, and never again. */
static void
test_permanent_field (gconstpointer data)
{
  const AkkField *field = data;
  Fixture fixture = { NULL };

  set_up (&fixture);
  {
    g_autofree char *older = copy (&fixture, "older.db");
    g_autoptr (AkkRecord) record = new_record (fixture.store, type_of (field));
    g_autoptr (AkkRecord) before = NULL;
    g_autoptr (GError) error = NULL;

    if (field->kind == AKK_FIELD_TEXT)
      akk_record_set_text (record, field, WORD);
    else
      akk_record_set_int (record, field, other_value (fixture.store, field));
    before = akk_record_duplicate (record);
    store_record (fixture.store, record);
    assert_property (record, field);
    assert_search (fixture.store, field);
    assert_export (&fixture, record);
    assert_merge (&fixture, older, record);
    akk_store_begin_permanent (fixture.store, "Change");
    if (field->kind == AKK_FIELD_TEXT)
      akk_store_set_text (fixture.store, record, field->name, "x");
    else
      akk_store_set_int (fixture.store, record, field->name, 2);
    g_assert_false (akk_store_commit (fixture.store, &error));
    g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED);
    g_assert_true (akk_record_field_equal (record, before, field));
  }
  fixture_tear_down (&fixture, NULL);
}

/* Changed alone, a field is kept, found and undone. */
static void
try_field (AkkStore *store, AkkRecord *record, const AkkField *field)
{
  g_autoptr (AkkRecord) before = akk_record_duplicate (record);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", field->name);
  change (store, record, field);
  assert_property (record, field);
  assert_search (store, field);
  if (!akk_record_field_equal (record, before, field)) {
    assert_history (store, field);
    akk_store_undo (store, &error);
    g_assert_no_error (error);
    g_assert_true (akk_record_field_equal (record, before, field));
  }
}

/* Changed together, the fields reach another store, by export and by merge. */
static void
test_fields (gconstpointer data)
{
  const AkkRecordType *type = data;
  Fixture fixture = { NULL };
  g_autofree char *older = NULL;

  set_up (&fixture);
  {
    g_autoptr (AkkRecord) record = add_record (fixture.store, type);

    older = copy (&fixture, "older.db");
    for (guint i = 0; i < type->n_fields; i++)
      try_field (fixture.store, record, &type->fields[i]);
    for (guint i = 0; i < type->n_fields; i++)
      change (fixture.store, record, &type->fields[i]);
    assert_export (&fixture, record);
    assert_merge (&fixture, older, record);
  }
  fixture_tear_down (&fixture, NULL);
}

static void
add_permanent (const AkkRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    g_autofree char *path =
        g_strdup_printf ("/registry/%s.%s-is-kept-found-and-frozen", type->table, field->name);

    g_test_add_data_func (path, field, test_permanent_field);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint t = 0; akk_record_types[t] != NULL; t++) {
    const AkkRecordType *type = akk_record_types[t];
    g_autofree char *path =
        g_strdup_printf ("/registry/fields-of-%s-are-kept-found-and-undone", type->table);

    if (type->permanent)
      add_permanent (type);
    else
      g_test_add_data_func (path, type, test_fields);
  }
  return g_test_run ();
}
