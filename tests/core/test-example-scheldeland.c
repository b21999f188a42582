/* Tests of the example Scheldeland: what it must hold, and what is found in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/agreement-text.h"
#include "core/commitments.h"
#include "core/dossier.h"
#include "core/export.h"
#include "core/findings.h"
#include "core/parties.h"
#include "store-fixture.h"

#define N_PARTIES 10
#define N_REPRESENTATIVES 19
#define N_SIGNATORIES 18

typedef struct {
  Fixture base;
  AkkAgreement *agreements[2]; /* owned: in force, and its successor */
} Example;

static void
example_set_up (Example *self, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("AKKOORD_DATADIR"), "examples", "scheldeland.json", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, data);
  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  akk_import_json (self->base.store, json, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (self->agreements); i++) {
    self->agreements[i] = akk_agreement_nth (self->base.store, i + 1);
    g_assert_nonnull (self->agreements[i]);
  }
}

static void
example_tear_down (Example *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->agreements); i++)
    g_clear_object (&self->agreements[i]);
  fixture_tear_down (&self->base, data);
}

static void
test_people (Example *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->agreements); i++) {
    g_autoptr (GPtrArray) parties =
        akk_parties_new (self->base.store, self->agreements[i]->record.id);
    g_autoptr (GHashTable) names = g_hash_table_new (NULL, NULL);
    guint n_representatives = 0, n_signing = 0;

    for (guint k = 0; k < parties->len; k++) {
      const AkkPartyEntry *entry = parties->pdata[k];
      for (guint p = 0; p < entry->people->len; p++) {
        const AkkPartyPerson *person = entry->people->pdata[p];
        n_representatives++;
        n_signing += person->representative->signs != 0;
        g_hash_table_add (names, person->person);
        g_assert_cmpint (person->office->organisation_id, ==, entry->organisation->record.id);
      }
    }
    g_assert_cmpuint (parties->len, ==, N_PARTIES);
    g_assert_cmpuint (n_representatives, ==, N_REPRESENTATIVES);
    g_assert_cmpuint (n_signing, ==, N_SIGNATORIES);
    g_assert_cmpuint (g_hash_table_size (names), ==, N_REPRESENTATIVES);
  }
}

static void
test_term (Example *self, gconstpointer data)
{
  static const char *const terms[] = { "van 1 oktober 2021 tot en met 31 december 2025",
                                       "van 1 januari 2026 tot en met 31 december 2031" };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->agreements); i++) {
    g_autoptr (AkkFieldSource) source =
        akk_field_source_new (self->base.store, self->agreements[i], phrases);
    g_autofree char *term = akk_field_source_text (source, "agreement.term");
    g_autofree char *boards = akk_field_source_text (source, "parties.summary");

    g_assert_cmpstr (term, ==, terms[i]);
    g_assert_cmpstr (boards, ==, "VDAB, acht lokale besturen en IVSES");
  }
  g_assert_cmpint (self->agreements[1]->predecessor_id, ==, self->agreements[0]->record.id);
}

static AkkText *
load_text (Example *self, guint index, GPtrArray **outline)
{
  g_autoptr (GListModel) sections = akk_store_list (
      self->base.store, &akk_section_record, "agreement_id", self->agreements[index]->record.id);

  *outline = akk_outline_new (sections, "nl-BE");
  return akk_agreement_text_load (*outline, NULL);
}

/* A commitment is said in full and belongs to one agreement only. */
static void
test_commitments (Example *self, gconstpointer data)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->agreements); i++) {
    g_autoptr (GPtrArray) outline = NULL;
    g_autoptr (AkkText) text = load_text (self, i, &outline);
    g_autoptr (GPtrArray) commitments = akk_commitments_new (outline, text, NULL);

    g_assert_cmpuint (commitments->len, >=, i == 0 ? 12 : 1);
    for (guint k = 0; k < commitments->len; k++) {
      const AkkCommitment *commitment = commitments->pdata[k];
      g_assert_true (g_hash_table_add (ids, g_memdup2 (&commitment->id, sizeof commitment->id)));
      g_assert_cmpuint (strlen (commitment->text), >, 20);
      g_assert_cmpstr (commitment->number, !=, "");
    }
  }
}

/* The Pact's matrix of ten by four marks twenty-one combinations. */
static void
test_matrix (Example *self, gconstpointer data)
{
  g_autoptr (GPtrArray) outline = NULL;
  g_autoptr (AkkText) text = load_text (self, 0, &outline);
  const AkkTable *matrix = NULL;
  guint n_marks = 0;

  for (guint i = 0; matrix == NULL && i < text->n_lines; i++)
    matrix = text->lines[i]->table;
  g_assert_nonnull (matrix);
  g_assert_cmpuint (matrix->n_rows, ==, 11);
  g_assert_cmpuint (matrix->n_columns, ==, 5);
  for (guint i = 0; i < matrix->n_rows * matrix->n_columns; i++)
    n_marks += g_str_equal (matrix->cells[i]->text, "●");
  g_assert_cmpuint (n_marks, ==, 21);
}

static void
test_findings (Example *self, gconstpointer data)
{
  static const char *const expected[][4] = {
    { "No term of notice is named", "Joris Van Acker does not sign", NULL },
    { "Joris Van Acker does not sign", "The decision of Laarne is still outstanding", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (self->agreements); i++) {
    g_autoptr (GPtrArray) findings = akk_findings_new (self->base.store, self->agreements[i],
                                                       akk_store_today (self->base.store));
    guint n = 0;

    for (; n < findings->len; n++) {
      const AkkFinding *finding = findings->pdata[n];
      g_assert_cmpstr (finding->text, ==, expected[i][n]);
    }
    g_assert_null (expected[i][n]);
    g_assert_cmpuint (akk_findings_count_blocking (findings), ==, 0);
  }
}

#define ADD(path, test)                                                                            \
  g_test_add ("/example-scheldeland/" path, Example, NULL, example_set_up, test, example_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ten-parties-nineteen-people-eighteen-signatures", test_people);
  ADD ("one-agreement-follows-the-other", test_term);
  ADD ("commitments-are-many-and-distinct", test_commitments);
  ADD ("matrix-has-twenty-one-marks", test_matrix);
  ADD ("exactly-these-findings", test_findings);
  return g_test_run ();
}
