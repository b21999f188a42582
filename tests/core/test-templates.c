/* Tests of templates, and of the rubrics that they ask for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/templates.h"

#include <string.h>

#include "core/export.h"
#include "core/findings.h"
#include "core/priority.h"
#include "core/rubrics.h"
#include "store-fixture.h"

static AkkAgreement *
use (Fixture *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkTemplate) template = akk_template_load (name, &error);
  AkkAgreement *agreement;

  g_assert_no_error (error);
  akk_store_begin (self->store, "New agreement");
  agreement = akk_template_use (template, self->store);
  fixture_commit (self);
  return agreement;
}

static gboolean
may_be_found (const AkkFinding *finding)
{
  static const char *const ids[] = { "blank",      "clause-open", "empty-field",
                                     "no-parties", "no-start",    "no-end" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (finding->id, ids[i]))
      return TRUE;
  return FALSE;
}

/* What still blocks is what only the parties know. */
static void
test_shipped (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) faults = NULL;
  g_autoptr (GPtrArray) templates = akk_templates_new (&faults);

  g_assert_cmpuint (g_strv_length (faults), ==, 0);
  g_assert_cmpuint (templates->len, ==, 4);
  for (guint i = 0; i < templates->len; i++) {
    const AkkTemplate *template = templates->pdata[i];
    g_autoptr (AkkAgreement) agreement = use (self, template->name);
    g_autoptr (GPtrArray) findings = akk_findings_new (self->store, agreement, 20000);
    g_autoptr (GListModel) sections =
        akk_store_list (self->store, &akk_section_record, "agreement_id", agreement->record.id);

    g_assert_cmpstr (agreement->template, ==, template->name);
    g_assert_cmpstr (template->description, !=, "");
    g_assert_cmpuint (g_list_model_get_n_items (sections), >, 0);
    for (guint k = 0; k < findings->len; k++) {
      const AkkFinding *finding = findings->pdata[k];

      if (finding->severity == AKK_FINDING_BLOCKING && !may_be_found (finding))
        g_error ("%s: %s", template->name, finding->text);
    }
  }
}

/* Sections stand as in the file, and refer to one another. */
static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = use (self, "pact");
  g_autoptr (GListModel) sections =
      akk_store_list (self->store, &akk_section_record, "agreement_id", agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, "nl-BE");
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (AkkSection) plan = NULL;

  for (guint i = 0; i < 5; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];

    g_string_append_printf (found, "%s %s\n", entry->number, entry->section->heading);
  }
  g_assert_cmpstr (found->str, ==,
                   "1. Omgevingsanalyse\n2. Doelstellingen\n3. Acties\n3.1 Algemene acties\n"
                   "3.2 Acties per doelgroep\n");
  plan = akk_store_get (self->store, &akk_section_record, agreement->plan_section_id);
  g_assert_cmpstr (plan->heading, ==, "Acties");
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autofree char *before = akk_export_json (self->store);
  g_autoptr (AkkAgreement) agreement = use (self, "pact");
  g_autofree char *after = NULL;

  g_assert_true (akk_store_undo (self->store, NULL));
  after = akk_export_json (self->store);
  g_assert_cmpstr (after, ==, before);
}

/* --- Rubrics --- */

/* Each rubric that a template asks for has a section, and help. */
static void
test_rubrics (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "pact", "partnerschap", "engagementsverklaring" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (AkkAgreement) agreement = use (self, names[i]);
    g_autoptr (AkkRubrics) rubrics = akk_rubrics_new (self->store, agreement);

    g_assert_cmpuint (rubrics->entries->len, >, 5);
    for (guint k = 0; k < rubrics->entries->len; k++) {
      const AkkRubricEntry *entry = &g_array_index (rubrics->entries, AkkRubricEntry, k);

      g_test_message ("%s: %s", names[i], entry->rubric->id);
      g_assert_cmpint (entry->state, ==, AKK_RUBRIC_EMPTY);
      g_assert_cmpint (entry->section, !=, 0);
      g_assert_cmpstr (entry->rubric->help, !=, "");
      g_assert_cmpstr (entry->rubric->source, !=, "");
    }
    g_assert_cmpuint (rubrics->n_filled, ==, 0);
  }
}

static AkkRubricState
state_of (Fixture *self, AkkAgreement *agreement, const char *id)
{
  g_autoptr (AkkRubrics) rubrics = akk_rubrics_new (self->store, agreement);

  for (guint i = 0; i < rubrics->entries->len; i++) {
    const AkkRubricEntry *entry = &g_array_index (rubrics->entries, AkkRubricEntry, i);

    if (g_str_equal (entry->rubric->id, id))
      return entry->state;
  }
  g_assert_not_reached ();
}

static AkkSection *
section_of (Fixture *self, AkkAgreement *agreement, const char *id)
{
  g_autoptr (GListModel) sections =
      akk_store_list (self->store, &akk_section_record, "agreement_id", agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);

    if (g_str_equal (section->rubric, id))
      return g_steal_pointer (&section);
  }
  g_assert_not_reached ();
}

/* By own words, by those of a part, by what the program writes; the words of the template are not
 * enough. */
static void
test_states (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = use (self, "pact");
  g_autoptr (AkkSection) analysis = section_of (self, agreement, "omgevingsanalyse");
  g_autoptr (AkkSection) tasks = section_of (self, agreement, "taakverdeling");
  g_autoptr (AkkSection) communication = section_of (self, agreement, "communicatie");
  g_autoptr (AkkSection) part = fixture_add_section (self, agreement, "Wie", "b");
  g_autoptr (AkkPriority) priority = akk_record_new (&akk_priority_record);

  fixture_set (self, analysis, "body", "In de regio werkt 71 % van de inwoners.\n");
  akk_store_begin (self->store, "Change");
  akk_store_set_int (self->store, part, "parent_id", tasks->record.id);
  akk_store_set_text (self->store, part, "body", "VDAB begeleidt.\n");
  akk_store_delete (self->store, communication);
  g_object_set (priority, "agreement-id", agreement->record.id, "title", "werk", NULL);
  akk_store_add (self->store, priority);
  fixture_commit (self);

  g_assert_cmpint (state_of (self, agreement, "omgevingsanalyse"), ==, AKK_RUBRIC_FILLED);
  g_assert_cmpint (state_of (self, agreement, "taakverdeling"), ==, AKK_RUBRIC_FILLED);
  g_assert_cmpint (state_of (self, agreement, "doelstellingen"), ==, AKK_RUBRIC_FILLED);
  g_assert_cmpint (state_of (self, agreement, "acties"), ==, AKK_RUBRIC_EMPTY);
  g_assert_cmpint (state_of (self, agreement, "overleg"), ==, AKK_RUBRIC_EMPTY);
  g_assert_cmpint (state_of (self, agreement, "communicatie"), ==, AKK_RUBRIC_MISSING);
}

/* --- Files of a region --- */

static char *
own_path (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "akkoord", "templates", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return g_build_filename (folder, name, NULL);
}

#define HEAD "{\"format\": \"akkoord\", \"version\": 1, "
#define OWN "\"template\": {\"title\": \"Van hier\"}, "
#define ONE "\"agreement\": [{\"id\": \"1\", \"title\": \"Convenant\"}]"

static void
test_own (Fixture *self, gconstpointer data)
{
  g_autofree char *path = own_path ("streek.json");
  g_auto (GStrv) faults = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (AkkAgreement) agreement = NULL;

  g_assert_true (g_file_set_contents (path, HEAD OWN ONE "}", -1, NULL));
  templates = akk_templates_new (&faults);
  agreement = use (self, "streek");
  g_assert_cmpint (g_unlink (path), ==, 0);

  g_assert_cmpuint (g_strv_length (faults), ==, 0);
  g_assert_cmpuint (templates->len, ==, 5);
  g_assert_cmpstr (((AkkTemplate *) templates->pdata[4])->title, ==, "Van hier");
  g_assert_cmpstr (agreement->title, ==, "Convenant");
  g_assert_null (akk_rubrics_new (self->store, agreement));
}

static void
test_faults (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *json, *says;
  } cases[] = {
    { "", "not an export" },
    { "{", "not valid JSON" },
    { "[]", "not an export" },
    { HEAD OWN "\"agreement\": {}}", "no list named" },
    { HEAD ONE "}", "“title”" },
    { HEAD "\"template\": 7, " ONE "}", "“title”" },
    { HEAD "\"template\": {\"title\": 7}, " ONE "}", "“title”" },
    { HEAD "\"template\": {\"title\": \"A\", \"rubrics\": {}}, " ONE "}", "a list" },
    { HEAD "\"template\": {\"title\": \"A\", \"rubrics\": [{}]}, " ONE "}", "“id”" },
    { HEAD "\"template\": {\"title\": \"A\", \"rubrics\": [null]}, " ONE "}", "“id”" },
    { HEAD OWN "\"agreement\": []}", "one agreement" },
    { HEAD OWN "\"dossier_info\": [{\"id\": \"2\", \"name\": \"A\"}], " ONE "}", "no dossier" },
    { HEAD OWN "\"section\": [{\"id\": \"2\", \"agreement_id\": \"3\"}], " ONE "}",
      "section 1, agreement_id" },
    { HEAD OWN "\"agreement\": [{\"id\": \"1\", \"kind\": \"x\", \"title\": \"A\"}]}",
      "no such choice" },
  };
  g_autofree char *path = own_path ("fout.json");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_auto (GStrv) faults = NULL;
    g_autoptr (GPtrArray) templates = NULL;

    g_assert_true (g_file_set_contents (path, cases[i].json, -1, NULL));
    templates = akk_templates_new (&faults);
    g_assert_null (akk_template_load ("fout", &error));
    g_assert_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID);
    g_test_message ("%s: %s", cases[i].json, error->message);
    g_assert_nonnull (strstr (error->message, cases[i].says));
    g_assert_nonnull (strstr (error->message, "“fout”"));
    g_assert_cmpuint (templates->len, ==, 4);
    g_assert_cmpuint (g_strv_length (faults), ==, 1);
    g_assert_cmpstr (faults[0], ==, error->message);
  }
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_unknown (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (akk_template_load ("../pact", &error));
  g_assert_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "pact, partnerschap"));
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("akkoord-home-XXXXXX", NULL);
  static const struct {
    const char *name;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = { { "/templates/shipped-ones-wait-for-the-parties-only", test_shipped },
                { "/templates/sections-stand-as-in-the-file", test_order },
                { "/templates/one-step-undoes-all", test_undo },
                { "/templates/rubrics-have-a-section-and-help", test_rubrics },
                { "/templates/rubrics-are-filled-by-own-words", test_states },
                { "/templates/region-adds-a-file", test_own },
                { "/templates/faults-are-sentences", test_faults },
                { "/templates/unknown-names-the-others", test_unknown } };

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);
  return g_test_run ();
}
