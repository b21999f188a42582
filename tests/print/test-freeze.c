/* Freezing a version, and finding out that one was changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "core/control-code.h"
#include "core/frozen.h"
#include "core/office.h"
#include "core/person.h"
#include "core/section.h"
#include "core/signature.h"
#include "freeze-fixture.h"

static GListModel *
signatories_of (Fixture *fixture, AkkVersion *version)
{
  return akk_store_list (fixture->store, &akk_signatory_record, "version_id", version->record.id);
}

static void
assert_whole (Fixture *fixture, AkkVersion *version)
{
  g_autoptr (GError) error = NULL;
  gboolean whole = akk_version_check (fixture->store, version, &error);

  g_assert_no_error (error);
  g_assert_true (whole);
}

static void
test_makes_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autoptr (GListModel) signatories = signatories_of (fixture, version);
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  assert_whole (fixture, version);
  pdf = akk_version_pdf (fixture->store, version, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 4, "%PDF", 4);
  g_assert_true (akk_control_code_check (version->code));
  g_assert_cmpint (version->number, ==, 1);
  g_assert_cmpint (fixture->agreement->stage, ==, AKK_STAGE_SIGNING);
  planned = akk_frozen_signatories (fixture->store, fixture->agreement, phrases);
  g_assert_cmpuint (planned->len, >, 10);
  g_assert_cmpuint (g_list_model_get_n_items (signatories), ==, planned->len);
  for (guint i = 0; i < planned->len; i++) {
    g_autoptr (AkkSignatory) signatory = g_list_model_get_item (signatories, i);
    AkkSignatory *plan = planned->pdata[signatory->number - 1];
    g_autoptr (GListModel) signatures = akk_store_list (fixture->store, &akk_signature_record,
                                                        "signatory_id", signatory->record.id);
    g_autoptr (AkkSignature) signature = g_list_model_get_item (signatures, 0);

    g_assert_cmpstr (signatory->name, ==, plan->name);
    g_assert_cmpuint (g_list_model_get_n_items (signatures), ==, 1);
    g_assert_cmpint (signature->state, ==, AKK_SIGNATURE_TO_OFFER);
  }
}

/* No field is left, and no id. */
static void
test_resolves_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (AkkSection) first = g_list_model_get_item (sections, 0);
  g_autoptr (AkkSection) second = g_list_model_get_item (sections, 1);
  g_autofree char *body = g_strdup_printf (
      "Van {{agreement.start}} tot {{agreement.end}}, zie {{ref:%" G_GINT64_FORMAT "}} op p. "
      "{{ref:%" G_GINT64_FORMAT ".page}}.\n\n| Wie |\n|---|\n| {{agreement.motto}} |\n\n"
      "{{clause:priorities}}\n",
      second->record.id, second->record.id);
  g_autoptr (AkkVersion) version = NULL;

  fixture_set (fixture, first, "body", body);
  fixture_set (fixture, fixture->agreement, "motto", "Samen werken");
  version = fixture_freeze (fixture);
  g_assert_nonnull (strstr (version->content, "Van 1 januari 2026 tot 31 december 2031, zie "));
  g_assert_nonnull (strstr (version->content, "Samen werken |"));
  g_assert_nonnull (strstr (version->content, " meer mensen aan de slag"));
  g_assert_null (strstr (version->content, "{{agreement"));
  g_assert_null (strstr (version->content, "{{ref"));
  g_assert_null (strstr (version->content, "{{clause"));
  g_assert_null (strstr (version->content, "{{party"));
  assert_whole (fixture, version);
}

static void
test_second_is_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) one = fixture_freeze (fixture);
  g_autofree char *content = g_strdup (one->content);
  g_autoptr (AkkVersion) two = NULL;
  g_autoptr (AkkVersion) newest = NULL;
  g_autoptr (AkkVersion) first = NULL;

  fixture_set (fixture, fixture->agreement, "motto", "Anders");
  two = fixture_freeze (fixture);
  g_assert_cmpint (two->number, ==, 2);
  g_assert_cmpstr (two->code, !=, one->code);
  g_assert_cmpstr (one->content, ==, content);
  newest = akk_version_find (fixture->store, fixture->agreement->record.id, 0);
  first = akk_version_find (fixture->store, fixture->agreement->record.id, 1);
  g_assert_true (newest == two);
  g_assert_true (first == one);
  assert_whole (fixture, one);
  assert_whole (fixture, two);
}

/* The register, the text and the agreement go on; what was frozen stays. */
static void
test_follows_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autoptr (GListModel) people = akk_store_list (fixture->store, &akk_person_record, NULL, 0);
  g_autoptr (GListModel) offices = akk_store_list (fixture->store, &akk_office_record, NULL, 0);
  g_autofree char *content = g_strdup (version->content);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++) {
    g_autoptr (AkkPerson) person = g_list_model_get_item (people, i);
    fixture_set (fixture, person, "name", "Iemand anders");
  }
  while (akk_store_get_undo_step (fixture->store) != NULL)
    g_assert_true (akk_store_undo (fixture->store, NULL));
  akk_store_begin (fixture->store, "Delete");
  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (GObject) office = g_list_model_get_item (offices, i);
    akk_store_delete (fixture->store, office);
  }
  g_assert_true (akk_store_commit (fixture->store, NULL));
  g_assert_cmpstr (version->content, ==, content);
  assert_whole (fixture, version);
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (AkkSection) section = g_list_model_get_item (sections, 0);
  g_autoptr (GListModel) versions = akk_store_list (fixture->store, &akk_version_record, NULL, 0);
  guint n_versions = g_list_model_get_n_items (versions);
  gint64 stage = fixture->agreement->stage, last;
  g_autofree char *body = g_strdup (section->body);
  g_autoptr (AkkVersion) version = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set (fixture, section, "body", "Zie {{ref:987654321}}.");
  last = akk_store_get_last_step (fixture->store);
  g_assert_null (
      akk_freeze (fixture->store, fixture->agreement, akk_store_today (fixture->store), &error));
  g_assert_error (error, AKK_FREEZE_ERROR, AKK_FREEZE_ERROR_FINDINGS);
  g_assert_cmpint (akk_store_get_last_step (fixture->store), ==, last);
  g_assert_cmpuint (g_list_model_get_n_items (versions), ==, n_versions);
  g_assert_cmpint (fixture->agreement->stage, ==, stage);
  fixture_set (fixture, section, "body", body);
  version = fixture_freeze (fixture);
  g_assert_nonnull (version);
}

/* Stamped pages are printed of what was frozen only. */
static void
test_current (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autofree char *motto = g_strdup (fixture->agreement->motto);
  g_autoptr (GError) error = NULL;

  g_assert_true (akk_freeze_is_current (fixture->store, fixture->agreement, version, &error));
  g_assert_no_error (error);
  fixture_set (fixture, fixture->agreement, "motto", "Anders");
  g_assert_false (akk_freeze_is_current (fixture->store, fixture->agreement, version, &error));
  g_assert_error (error, AKK_FREEZE_ERROR, AKK_FREEZE_ERROR_CHANGED);
  g_clear_error (&error);
  fixture_set (fixture, fixture->agreement, "motto", motto);
  g_assert_true (akk_freeze_is_current (fixture->store, fixture->agreement, version, &error));
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  AkkAgreement *empty = akk_record_new (&akk_agreement_record);
  g_autoptr (GError) error = NULL;
  gint64 last;

  g_clear_object (&fixture->agreement);
  fixture->agreement = empty;
  akk_record_set_text (empty, akk_record_type_field (&akk_agreement_record, "title"), "Leeg");
  akk_store_begin (fixture->store, "Add");
  akk_store_add (fixture->store, empty);
  g_assert_true (akk_store_commit (fixture->store, NULL));
  last = akk_store_get_last_step (fixture->store);
  g_assert_null (akk_freeze (fixture->store, empty, akk_store_today (fixture->store), &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == AKK_FREEZE_ERROR);
  g_assert_cmpint (akk_store_get_last_step (fixture->store), ==, last);
  g_assert_cmpint (empty->stage, ==, AKK_STAGE_CONCEPT);
}

/* What another program can do to a file. */
static const char *const forgeries[] = {
  "UPDATE agreement_version SET content = replace (content, 'Samen', 'Apart')",
  "UPDATE agreement_version SET content = '{}'",
  "UPDATE agreement_version SET content = ''",
  "UPDATE agreement_version SET code = '0000000000000000'",
  "UPDATE agreement_version SET pdf = (SELECT sha256 FROM blob WHERE data = x'00')",
  "UPDATE agreement_version SET pdf = ''",
  "UPDATE agreement_version SET number = 3",
  "UPDATE agreement_version SET frozen_on = frozen_on + 1",
  "UPDATE agreement_version SET deleted = 1",
  "UPDATE signatory SET name = 'Bert Claes' WHERE number = 2",
  "UPDATE signatory SET function = 'x' WHERE number = 2",
  "UPDATE signatory SET party = 'x' WHERE number = 2",
  "UPDATE signatory SET delegation = 'x' WHERE number = 2",
  "UPDATE signatory SET number = 1 WHERE number = 2",
  "UPDATE signatory SET deleted = 1 WHERE number = 2",
  "DELETE FROM signatory WHERE number = 2",
  "UPDATE blob SET data = x'01' WHERE data <> x'00'",
  "DELETE FROM blob WHERE data <> x'00'",
};

static void
test_forged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autoptr (GBytes) other = g_bytes_new_static ("", 1);
  g_autofree char *sha256 = akk_store_add_blob (fixture->store, other, NULL);
  gint64 id = version->record.id;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  assert_whole (fixture, version);
  g_clear_object (&version);
  g_clear_object (&fixture->agreement);
  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, data, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), >=, 1);
  sqlite3_close (db);
  fixture->store = fixture_open (fixture->path);
  version = akk_store_get (fixture->store, &akk_version_record, id);
  g_assert_false (akk_version_check (fixture->store, version, &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED);
}

/* A version travels with an export and with a merge. */
static void
test_travels (Fixture *fixture, gconstpointer data)
{
  g_autofree char *older = fixture_path (fixture, "older.db");
  g_autofree char *newer = fixture_path (fixture, "newer.db");
  g_autofree char *imported = fixture_path (fixture, "imported.db");
  g_autoptr (AkkStore) other = NULL;
  g_autoptr (AkkStore) empty = fixture_open (imported);
  g_autoptr (AkkVersion) version = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (akk_store_copy_to (fixture->store, older, NULL, &error));
  version = fixture_freeze (fixture);
  g_assert_true (akk_store_copy_to (fixture->store, newer, NULL, &error));
  json = akk_export_json (fixture->store);
  other = fixture_open (older);
  g_assert_true (akk_store_merge (other, newer, NULL, &error));
  akk_import_json (empty, json, &error);
  g_assert_no_error (error);
  {
    g_autoptr (AkkVersion) merged = akk_store_get (other, &akk_version_record, version->record.id);
    g_autoptr (AkkVersion) read = akk_store_get (empty, &akk_version_record, version->record.id);

    g_assert_true (akk_version_check (other, merged, &error));
    g_assert_no_error (error);
    g_assert_true (akk_version_check (empty, read, &error));
    g_assert_no_error (error);
  }
}

/* Two copies that do not know of each other both make the first version. */
static void
test_same_number (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "copy.db");
  g_autofree char *ours = fixture_path (fixture, "ours.db");
  g_autofree char *theirs = fixture_path (fixture, "theirs.db");
  Fixture copy = { fixture->folder, path, NULL, NULL };
  g_autoptr (AkkVersion) one = NULL;
  g_autoptr (AkkVersion) two = NULL;
  g_autoptr (AkkVersion) three = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (akk_store_copy_to (fixture->store, path, NULL, &error));
  copy.store = fixture_open (path);
  copy.agreement = akk_store_get (copy.store, &akk_agreement_record, fixture->agreement->record.id);
  fixture_set (&copy, copy.agreement, "motto", "Een ander motto");
  one = fixture_freeze (fixture);
  two = fixture_freeze (&copy);
  none = akk_version_namesake_words (fixture->store, one);
  g_assert_null (none);
  g_assert_true (akk_store_copy_to (fixture->store, ours, NULL, &error));
  g_assert_true (akk_store_copy_to (copy.store, theirs, NULL, &error));
  g_assert_true (akk_store_merge (fixture->store, theirs, NULL, &error));
  g_assert_true (akk_store_merge (copy.store, ours, NULL, &error));

  for (guint i = 0; i < 2; i++) {
    AkkStore *store = i == 0 ? fixture->store : copy.store;
    g_autoptr (AkkVersion) namesake = akk_version_namesake (store, one);
    g_autoptr (AkkVersion) back = akk_version_namesake (store, two);
    g_autofree char *words = akk_version_namesake_words (store, one);
    g_autofree char *code = akk_control_code_format (one->code);
    g_autofree char *other = akk_control_code_format (two->code);

    g_assert_cmpint (namesake->record.id, ==, two->record.id);
    g_assert_cmpint (back->record.id, ==, one->record.id);
    g_assert_nonnull (strstr (words, code));
    g_assert_nonnull (strstr (words, other));
  }
  /* The way out. */
  three = fixture_freeze (fixture);
  g_assert_cmpint (three->number, ==, 2);
  g_assert_null (akk_version_namesake (fixture->store, three));
  g_clear_object (&two);
  g_clear_object (&copy.agreement);
  g_clear_object (&copy.store);
}

#define ADD(path, data, test)                                                                      \
  g_test_add ("/freeze/" path, Fixture, data, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("makes-version-pdf-and-signatures", NULL, test_makes_all);
  ADD ("resolves-all-fields", NULL, test_resolves_all);
  ADD ("second-is-version-two", NULL, test_second_is_two);
  ADD ("follows-nothing-afterwards", NULL, test_follows_nothing);
  ADD ("findings-refuse-it", NULL, test_findings);
  ADD ("stamped-pages-need-what-was-frozen", NULL, test_current);
  ADD ("without-signatories-is-refused", NULL, test_nobody);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++) {
    g_autofree char *path = g_strdup_printf ("/freeze/forgery-%u-is-found-out", i);

    g_test_add (path, Fixture, forgeries[i], fixture_set_up, test_forged, fixture_tear_down);
  }
  ADD ("copies-that-both-freeze-are-told-apart", NULL, test_same_number);
  ADD ("travels-with-export-and-merge", NULL, test_travels);
  return g_test_run ();
}
