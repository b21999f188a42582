/* Tests of the example Pact: the numbers that it must hold, and that nothing keeps it from
 * freezing. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/agreement-text.h"
#include "core/body.h"
#include "core/commitments.h"
#include "core/definition.h"
#include "core/export.h"
#include "core/dossier.h"
#include "core/findings.h"
#include "core/fulfilment.h"
#include "core/organisation.h"
#include "core/pact.h"
#include "core/parties.h"
#include "core/references.h"
#include "store-fixture.h"

#define N_CHAPTERS 10
#define N_NOTES 22
#define N_BLOCKS 8
#define BLOCK "Onze engagementen"
#define BLOB "blob:"

typedef struct {
  Fixture base;
  AkkAgreement *agreement; /* owned */
  GPtrArray *outline;
  AkkText *text;
  AkkPhrases *phrases;
  AkkFieldSource *source;
} Pact;

static void
pact_set_up (Pact *self, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("AKKOORD_DATADIR"), "examples", "pact.json", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GListModel) sections = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, data);
  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  akk_import_json (self->base.store, json, &error);
  g_assert_no_error (error);
  self->agreement = akk_agreement_nth (self->base.store, 1);
  g_assert_nonnull (self->agreement);
  sections = akk_store_list (self->base.store, &akk_section_record, "agreement_id",
                             self->agreement->record.id);
  self->outline = akk_outline_new (sections, "nl-BE");
  self->text = akk_agreement_text_load (self->outline, NULL);
  self->phrases = akk_phrases_new ("nl-BE", NULL);
  self->source = akk_field_source_new (self->base.store, self->agreement, self->phrases);
}

static void
pact_tear_down (Pact *self, gconstpointer data)
{
  akk_field_source_free (self->source);
  akk_phrases_free (self->phrases);
  akk_text_unref (self->text);
  g_ptr_array_unref (self->outline);
  g_clear_object (&self->agreement);
  fixture_tear_down (&self->base, data);
}

/* --- Structure --- */

static void
test_chapters (Pact *self, gconstpointer data)
{
  static const char *const numbers[] = { "3.1", "3.6", "4.4", "8.3", "9.1.2", "9.2.2", "10.3" };
  guint n_chapters = 0, n_found = 0;

  for (guint i = 0; i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i];
    g_autofree char *next = g_strdup_printf ("%u", n_chapters + 1);

    n_found += g_strv_contains (numbers, entry->number);
    if (entry->depth != 1 || *entry->number == '\0')
      continue;
    g_assert_cmpstr (entry->number, ==, next);
    n_chapters++;
  }
  g_assert_cmpuint (n_chapters, ==, N_CHAPTERS);
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (numbers));
  g_assert_cmpint (self->agreement->kind, ==, AKK_AGREEMENT_PACT);
  g_assert_cmpint (self->agreement->level, ==, AKK_LEVEL_FLEMISH);
}

/* Each has one mark, in its own section: it moves with its paragraph. */
static void
test_notes (Pact *self, gconstpointer data)
{
  g_autoptr (GHashTable) marks = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_notes = 0;
  const char *last = NULL;

  for (guint i = 0; i < self->text->n_lines; i++) {
    const AkkLine *line = self->text->lines[i];

    if (line->kind == AKK_LINE_HEADING)
      g_assert_cmpuint (g_hash_table_size (marks), ==, 0);
    for (guint k = 0; k < line->n_runs; k++)
      if (line->runs[k].note != NULL)
        g_assert_true (g_hash_table_add (marks, (gpointer) line->runs[k].note));
    if (line->kind == AKK_LINE_NOTE) {
      g_assert_true (g_hash_table_remove (marks, line->note));
      last = line->text;
      n_notes++;
    }
  }
  g_assert_cmpuint (n_notes, ==, N_NOTES);
  g_assert_true (g_str_has_prefix (last, "Bijvoorbeeld naar arbeidsongeschikten"));
}

static void
test_matrix (Pact *self, gconstpointer data)
{
  const AkkTable *matrix = NULL;
  guint n_marks = 0, at = 0;

  for (; matrix == NULL; at++)
    matrix = self->text->lines[at]->table;
  g_assert_cmpuint (matrix->n_rows, ==, 1 + AKK_PACT_N_DOMAINS);
  g_assert_cmpuint (matrix->n_columns, ==, 1 + AKK_PACT_N_TARGET_GROUPS);
  for (guint row = 1; row < matrix->n_rows; row++)
    for (guint column = 1; column < matrix->n_columns; column++) {
      const char *cell = matrix->cells[row * matrix->n_columns + column]->text;

      g_assert_cmpstr (cell, ==, akk_pact_expects (row - 1, column - 1) ? "●" : "–");
      n_marks += g_str_equal (cell, "●");
    }
  g_assert_cmpuint (n_marks, ==, AKK_PACT_N_EXPECTED);
  g_assert_true (g_str_has_prefix (self->text->lines[at - 2]->runs[0].field, "caption:"));
  g_assert_cmpstr (self->text->lines[at]->runs[0].field, ==, "note");
}

/* --- Commitments --- */

static gboolean
has_commitment (GPtrArray *commitments, gint64 section)
{
  for (guint i = 0; i < commitments->len; i++)
    if (((const AkkCommitment *) commitments->pdata[i])->section == section)
      return TRUE;
  return FALSE;
}

static void
test_blocks (Pact *self, gconstpointer data)
{
  g_autoptr (GPtrArray) commitments = akk_commitments_new (self->outline, self->text, self->source);
  guint n_blocks = 0;

  for (guint i = 0; i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i];
    gboolean block = g_str_equal (entry->section->heading, BLOCK);

    n_blocks += block;
    g_assert_cmpint (block, ==, has_commitment (commitments, entry->section->record.id));
  }
  g_assert_cmpuint (n_blocks, ==, N_BLOCKS);
}

static void
test_fulfilments (Pact *self, gconstpointer data)
{
  g_autoptr (GPtrArray) commitments = akk_commitments_new (self->outline, self->text, self->source);
  g_autoptr (GListModel) fulfilments =
      akk_store_list (self->base.store, &akk_fulfilment_record, NULL, 0);
  guint n = g_list_model_get_n_items (fulfilments);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkFulfilment) fulfilment = g_list_model_get_item (fulfilments, i);
    gboolean found = FALSE;

    for (guint k = 0; k < commitments->len; k++)
      found |= ((const AkkCommitment *) commitments->pdata[k])->id == fulfilment->commitment;
    g_assert_true (found);
  }
}

/* --- What the text leans on --- */

static gboolean
is_target (GPtrArray *references, const char *field)
{
  gint64 id = g_ascii_strtoll (field, NULL, 10);

  for (guint i = 0; i < references->len; i++)
    if (((const AkkReference *) references->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static void
test_references (Pact *self, gconstpointer data)
{
  g_autoptr (GPtrArray) references = akk_references_new (self->outline, self->text, self->phrases);
  guint n_pages = 0;

  for (guint i = 0; i < self->text->n_lines; i++) {
    const AkkLine *line = self->text->lines[i];

    for (guint k = 0; k < line->n_runs; k++) {
      const char *field = line->runs[k].field;

      if (field == NULL || !g_str_has_prefix (field, "ref:"))
        continue;
      g_assert_true (is_target (references, field + strlen ("ref:")));
      n_pages += g_str_has_suffix (field, ".page");
    }
  }
  g_assert_cmpuint (n_pages, >=, 10);
}

/* The picture that was made of data/examples/figures/NAME.svg. */
static GBytes *
read_figure (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "examples",
                                            "figures", file, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize n_bytes;

  g_file_get_contents (path, &data, &n_bytes, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, n_bytes);
}

/* Each is there, and says what it shows. */
static void
test_figures (Pact *self, gconstpointer data)
{
  static const char *const names[] = { "pact-overzicht", "pact-overleg" };
  guint n_figures = 0;

  for (guint i = 0; i < self->text->n_lines; i++) {
    const AkkRun *run = self->text->lines[i]->n_runs > 0 ? &self->text->lines[i]->runs[0] : NULL;
    g_autoptr (GBytes) figure = NULL, made = NULL;

    if (run == NULL || run->href == NULL || !g_str_has_prefix (run->href, BLOB))
      continue;
    g_assert_cmpuint (n_figures, <, G_N_ELEMENTS (names));
    figure = akk_store_get_blob (self->base.store, run->href + strlen (BLOB), NULL);
    made = read_figure (names[n_figures++]);
    g_assert_nonnull (figure);
    g_assert_true (g_bytes_equal (figure, made));
    g_assert_cmpuint (strlen (run->alt), >, 100);
  }
  g_assert_cmpuint (n_figures, ==, G_N_ELEMENTS (names));
}

static void
test_definitions (Pact *self, gconstpointer data)
{
  static const char *const names[] = { "definitions", "abbreviations" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (AkkText) clause = akk_field_source_clause (self->source, names[i]);

    g_assert_cmpuint (clause->n_lines, >, 12);
  }
}

static void
test_parties (Pact *self, gconstpointer data)
{
  static const AkkOrganisationKind kinds[] = { AKK_ORGANISATION_SOCIAL_PARTNER,
                                               AKK_ORGANISATION_ASSOCIATION,
                                               AKK_ORGANISATION_EMPLOYMENT_SERVICE,
                                               AKK_ORGANISATION_GOVERNMENT };
  g_autoptr (GPtrArray) parties = akk_parties_new (self->base.store, self->agreement->record.id);

  g_assert_cmpuint (parties->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];

    g_assert_cmpint (entry->organisation->kind, ==, kinds[i]);
    g_assert_cmpuint (entry->people->len, ==, 2);
  }
}

static void
test_bodies (Pact *self, gconstpointer data)
{
  static const char *const rhythms[] = { "geregeld", "geregeld", "minstens halfjaarlijks",
                                         "geregeld" };
  g_autoptr (GListModel) bodies = akk_store_list (self->base.store, &akk_body_record,
                                                  "agreement_id", self->agreement->record.id);

  g_assert_cmpuint (g_list_model_get_n_items (bodies), ==, G_N_ELEMENTS (rhythms));
  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);
    g_autofree char *field =
        g_strdup_printf ("body:%" G_GINT64_FORMAT ".frequency", body->record.id);
    g_autofree char *rhythm = akk_field_source_text (self->source, field);

    g_assert_cmpstr (rhythm, ==, rhythms[i]);
  }
}

static void
test_findings (Pact *self, gconstpointer data)
{
  g_autoptr (GPtrArray) findings =
      akk_findings_new (self->base.store, self->agreement, akk_store_today (self->base.store));

  g_assert_cmpuint (akk_findings_count_blocking (findings), ==, 0);
}

static void
test_rich_text (Pact *self, gconstpointer data)
{
  for (guint i = 0; i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i];
    g_autoptr (AkkText) text = akk_text_parse (entry->section->body);
    g_autofree char *written = akk_text_write (text);

    g_assert_cmpstr (written, ==, entry->section->body);
  }
}

#define ADD(path, test)                                                                            \
  g_test_add ("/example-pact/" path, Pact, NULL, pact_set_up, test, pact_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ten-chapters-with-paths", test_chapters);
  ADD ("twenty-two-notes", test_notes);
  ADD ("matrix-marks-what-the-pact-expects", test_matrix);
  ADD ("eight-blocks-of-commitments", test_blocks);
  ADD ("actions-carry-out-what-is-there", test_fulfilments);
  ADD ("references-resolve", test_references);
  ADD ("figures-are-there-and-told", test_figures);
  ADD ("words-and-abbreviations-are-explained", test_definitions);
  ADD ("four-parties-of-four-kinds", test_parties);
  ADD ("bodies-meet-in-their-rhythm", test_bodies);
  ADD ("nothing-blocks-freezing", test_findings);
  ADD ("rich-text-is-as-the-editor-writes-it", test_rich_text);
  return g_test_run ();
}
