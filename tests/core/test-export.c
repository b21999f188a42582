/* Tests of export, import and examples.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/export.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/agreement.h"
#include "core/dates.h"
#include "core/section.h"
#include "dossier-fixture.h"

#define HEAD "{\"format\": \"akkoord\", \"version\": 1"
#define AGREEMENT "\"agreement\": [{\"id\": \"7\", \"title\": \"Overeenkomst\"}]"

static AkkStore *
open_empty (Fixture *fixture)
{
  g_autofree char *path = fixture_path (fixture, "empty.db");
  g_autoptr (GError) error = NULL;
  AkkStore *store;

  g_unlink (path);
  store = akk_store_open (path, 0, &error);
  g_assert_no_error (error);
  return store;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  static const char awkward[] =
      "Naïef \"gezegd\" \\ tab\t, nieuwe\nregel, \001, € en 👩‍🏫";
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  g_autoptr (AkkStore) empty = open_empty (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autofree char *motto = NULL;

  set_motto (dossier, awkward);
  json = akk_export_json (akk_dossier_get_store (dossier));
  akk_import_json (empty, json, &error);
  g_assert_no_error (error);
  again = akk_export_json (empty);
  motto = get_motto (empty);
  g_assert_cmpstr (json, ==, again);
  g_assert_cmpstr (motto, ==, awkward);
  g_assert_null (akk_store_get_undo_step (empty));
  g_assert_true (close_now (dossier, NULL));
}

/* What is attached comes along: by a field, as a figure, and as a frozen version. */
static void
test_attachments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkStore) store = open_empty (fixture);
  g_autofree char *other = fixture_path (fixture, "other.db");
  g_autoptr (AkkStore) empty = akk_store_open (other, 0, NULL);
  g_autoptr (GBytes) logo = g_bytes_new_static ("\0logo", 5);
  g_autoptr (GBytes) figure = g_bytes_new_static ("figuur", 6);
  g_autoptr (GBytes) orphan = g_bytes_new_static ("wees", 4);
  g_autofree char *logo_name = akk_store_add_blob (store, logo, NULL);
  g_autofree char *figure_name = akk_store_add_blob (store, figure, NULL);
  g_autofree char *orphan_name = akk_store_add_blob (store, orphan, NULL);
  g_autofree char *source = g_strdup_printf (
      HEAD ", " AGREEMENT ", \"organisation\": [{\"id\": \"8\", \"name\": \"Berlare\","
           " \"logo\": \"%s\"}], \"section\": [{\"id\": \"9\", \"agreement_id\": \"7\","
           " \"body\": \"![x](blob:%s)\"}], \"agreement_version\": [{\"id\": \"10\","
           " \"agreement_id\": \"7\", \"pdf\": \"%s\"}]}",
      logo_name, figure_name, logo_name);
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GError) error = NULL;

  akk_import_json (store, source, &error);
  g_assert_no_error (error);
  json = akk_export_json (store);
  akk_import_json (empty, json, &error);
  g_assert_no_error (error);
  again = akk_export_json (empty);
  g_assert_cmpstr (json, ==, again);
  got = akk_store_get_blob (empty, logo_name, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (got, logo));
  g_bytes_unref (got);
  got = akk_store_get_blob (empty, figure_name, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (got, figure));
  g_assert_null (strstr (json, orphan_name));
  g_clear_object (&empty);
  g_unlink (other);
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  static const char json[] = HEAD
      ", \"agreement\": [{\"id\": \"7\", \"title\": \"Blijft\"}, {\"id\": \"8\", \"title\": "
      "\"Gaat\"}],"
      " \"section\": [{\"id\": \"11\", \"agreement_id\": \"7\", \"heading\": \"Ouder\"},"
      " {\"id\": \"12\", \"agreement_id\": \"7\", \"parent_id\": \"11\", \"heading\": \"Kind\"},"
      " {\"id\": \"13\", \"agreement_id\": \"8\", \"heading\": \"Wees\"}]}";
  g_autoptr (AkkStore) store = open_empty (fixture);
  g_autoptr (GObject) agreement = NULL;
  g_autoptr (GObject) section = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *exported = NULL;

  akk_import_json (store, json, &error);
  g_assert_no_error (error);
  agreement = akk_store_get (store, &akk_agreement_record, 8);
  section = akk_store_get (store, &akk_section_record, 11);
  akk_store_begin (store, "Delete");
  akk_store_delete (store, agreement);
  akk_store_delete (store, section);
  g_assert_true (akk_store_commit (store, NULL));

  exported = akk_export_json (store);
  g_assert_nonnull (strstr (exported, "Blijft"));
  g_assert_nonnull (strstr (exported, "Kind"));
  g_assert_null (strstr (exported, "Gaat"));
  g_assert_null (strstr (exported, "Ouder"));
  g_assert_null (strstr (exported, "Wees"));
  g_assert_nonnull (strstr (exported, "\"parent_id\": null"));
  {
    g_autoptr (AkkStore) empty = open_empty (fixture);

    akk_import_json (empty, exported, &error);
    g_assert_no_error (error);
  }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *json, *place;
  } cases[] = {
    { "", "export" },
    { "{", "JSON" },
    { "[]", "export" },
    { "null", "export" },
    { "{\"format\": \"other\", \"version\": 1}", "export" },
    { "{\"format\": \"akkoord\", \"version\": 2}", "newer" },
    { "{\"format\": \"akkoord\"}", "newer" },
    { HEAD ", \"recipe\": []}", "recipe" },
    { HEAD ", \"agreement\": {}}", "agreement" },
    { HEAD ", \"agreement\": [7]}", "agreement 1" },
    { HEAD ", \"agreement\": [{\"title\": \"A\"}]}", "agreement 1: the id" },
    { HEAD ", \"agreement\": [{\"id\": 7, \"title\": \"A\"}]}", "agreement 1, id" },
    { HEAD ", \"agreement\": [{\"id\": \"0\", \"title\": \"A\"}]}", "agreement 1, id" },
    { HEAD ", \"agreement\": [{\"id\": \"-7\", \"title\": \"A\"}]}", "agreement 1, id" },
    { HEAD ", \"agreement\": [{\"id\": \"9223372036854775808\", \"title\": \"A\"}]}",
      "agreement 1, id" },
    { HEAD ", \"agreement\": [{\"id\": \"7\"}]}", "agreement 1: " },
    { HEAD ", \"agreement\": [{\"id\": \"7\", \"title\": 5}]}", "agreement 1, title" },
    { HEAD ", \"agreement\": [{\"id\": \"7\", \"titel\": \"A\"}]}", "agreement 1, titel" },
    { HEAD ", \"agreement\": [{\"id\": \"7\", \"title\": \"A\", \"language\": \"xx\"}]}",
      "agreement 1, language" },
    { HEAD ", \"agreement\": [{\"id\": \"7\", \"title\": \"A\", \"starts_on\": \"2025-02-30\"}]}",
      "agreement 1, starts_on" },
    { HEAD ", " AGREEMENT ", \"dossier_info\": [{\"id\": \"7\", \"name\": \"A\"}]}", ", id" },
    { HEAD ", " AGREEMENT ", \"section\": [{\"id\": \"8\", \"agreement_id\": \"7\"},"
           " {\"id\": \"9\", \"agreement_id\": \"12\"}]}",
      "section 2, agreement_id" },
    { HEAD ", " AGREEMENT ", \"section\": [{\"id\": \"8\"}]}", "section 1: " },
    { HEAD ", \"blob\": [{\"data\": \"AA==\"}]}", "blob 1" },
    { HEAD ", \"blob\": [{\"sha256\": \"00\", \"data\": \"AA==\"}]}", "blob 1" },
    { HEAD ", \"blob\": [7]}", "blob 1" },
    { HEAD ", \"blob\": 7}", "blob" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkStore) store = open_empty (fixture);
    g_autoptr (GListModel) agreements = akk_store_list (store, &akk_agreement_record, NULL, 0);
    g_autoptr (GError) error = NULL;

    g_assert_false (akk_import_json (store, cases[i].json, &error));
    g_assert_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, cases[i].place));
    g_assert_cmpuint (g_list_model_get_n_items (agreements), ==, 0);
    g_assert_cmpint (akk_store_get_last_step (store), ==, 0);
  }
}

static void
test_examples (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) names = akk_example_names ();

  g_assert_true (g_strv_contains ((const char *const *) names, "scheldeland"));
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *one = fixture_path (fixture, "one.akkoord");
    g_autofree char *other = fixture_path (fixture, "other.akkoord");
    g_autofree char *one_hash = NULL;
    g_autofree char *other_hash = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (AkkStore) store = NULL;

    akk_example_create (names[i], one, NULL, &error);
    g_assert_no_error (error);
    akk_example_create (names[i], other, NULL, &error);
    g_assert_no_error (error);
    one_hash = hash_of (one);
    other_hash = hash_of (other);
    g_assert_cmpstr (one_hash, ==, other_hash);
    store = akk_dossier_read (one, &error);
    g_assert_no_error (error);
    if (g_str_equal (names[i], "scheldeland"))
      g_assert_cmpint (akk_store_today (store), ==, akk_date_from_ymd (2025, 11, 17));
    g_assert_cmpint (akk_store_today (store), <, akk_date_from_ymd (2026, 1, 1));
    g_unlink (one);
    g_unlink (other);
  }
}

static void
test_unknown_example (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "x.akkoord");
  g_autoptr (GError) error = NULL;

  g_assert_false (akk_example_create ("../examples/scheldeland", path, NULL, &error));
  g_assert_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_UNKNOWN);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_today (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkStore) store = akk_dossier_read (fixture->path, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 clock = g_date_time_to_unix (now) / 86400;

  g_assert_cmpint (ABS (akk_store_today (store) - clock), <=, 1);
  g_setenv ("AKKOORD_TODAY", "2030-01-02", TRUE);
  g_assert_cmpint (akk_store_today (store), ==, akk_date_from_ymd (2030, 1, 2));
  g_setenv ("AKKOORD_TODAY", "morgen", TRUE);
  g_assert_cmpint (ABS (akk_store_today (store) - clock), <=, 1);
  g_unsetenv ("AKKOORD_TODAY");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function)                                                                        \
  g_test_add (name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/export/comes-back-the-same", test_round_trip);
  ADD ("/export/attachments-come-along", test_attachments);
  ADD ("/export/leaves-out-what-is-deleted", test_deleted);
  ADD ("/import/refuses-and-names-the-place", test_refused);
  ADD ("/example/same-bytes-every-time", test_examples);
  ADD ("/example/unknown-is-refused", test_unknown_example);
  ADD ("/today/environment-then-dossier-then-clock", test_today);
  return g_test_run ();
}
