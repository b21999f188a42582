/* Tests of actions as tables, out and in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/action-edit.h"
#include "core/action-filter.h"
#include "core/action-import.h"
#include "core/commitments.h"
#include "core/contribution.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/export.h"
#include "core/fulfilment.h"
#include "core/tabular.h"
#include "store-fixture.h"

typedef struct {
  Fixture base;
  AkkAgreement *agreement;
  AkkPhrases *phrases;
  AkkActionRows *rows;
} Exchange;

static void
set_up (Exchange *self, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("AKKOORD_DATADIR"), "examples", "scheldeland.json", NULL);
  g_autofree char *json = NULL;

  fixture_set_up (&self->base, data);
  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  g_assert_true (akk_import_json (self->base.store, json, NULL));
  self->agreement = akk_agreement_nth (self->base.store, 1);
  self->phrases = akk_phrases_new ("nl-BE", NULL);
  self->rows = akk_action_rows_new (self->base.store, self->agreement->record.id);
}

static void
tear_down (Exchange *self, gconstpointer data)
{
  g_clear_object (&self->rows);
  g_clear_object (&self->agreement);
  g_clear_pointer (&self->phrases, akk_phrases_free);
  fixture_tear_down (&self->base, data);
}

static GPtrArray *
table_of (Exchange *self, gint64 year)
{
  AkkActionFilter filter = { .year = year };
  g_autoptr (GArray) shown = akk_action_filter_apply (&filter, self->rows, AKK_SORT_PLAN, FALSE, 0);

  return akk_action_table (self->rows, shown, self->phrases);
}

static AkkActionImport *
import_of (Exchange *self, const GPtrArray *table)
{
  g_autoptr (GError) error = NULL;
  AkkActionImport *import = akk_action_import_new (self->base.store, self->agreement->record.id,
                                                   NULL, table, self->phrases, &error);

  g_assert_no_error (error);
  return import;
}

static AkkActionImport *
import_text (Exchange *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) table = akk_tabular_read (bytes, NULL);

  return import_of (self, table);
}

static void
apply (Exchange *self, AkkActionImport *import)
{
  akk_store_begin (self->base.store, "Import");
  akk_action_import_apply (import, self->base.store);
  fixture_commit (&self->base);
}

static AkkAction *
action_by_number (Exchange *self, const char *number)
{
  g_autoptr (GListModel) actions = akk_store_list (self->base.store, &akk_action_record, NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++) {
    g_autoptr (AkkAction) action = g_list_model_get_item (actions, i);

    if (g_str_equal (action->number, number))
      return g_steal_pointer (&action);
  }
  return NULL;
}

/* What went out comes in as it was, and applying it changes nothing. */
static void
test_what_goes_out_comes_in (Exchange *self, gconstpointer data)
{
  g_autoptr (GPtrArray) table = table_of (self, 0);
  g_autoptr (GBytes) csv = akk_tabular_to_csv (table);
  g_autoptr (GBytes) ods = akk_tabular_to_ods (table, "Acties", NULL);
  GBytes *files[] = { csv, ods };
  gint64 last = akk_store_get_last_step (self->base.store);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GPtrArray) again = akk_tabular_read (files[i], NULL);
    g_autoptr (AkkActionImport) import = import_of (self, again);

    g_assert_cmpuint (import->n[AKK_IMPORT_SAME], ==, akk_action_rows_length (self->rows));
    g_assert_cmpuint (import->rows->len, ==, akk_action_rows_length (self->rows));
    apply (self, import);
  }
  g_assert_cmpint (akk_store_get_last_step (self->base.store), ==, last);
}

/* A whole plan is deleted and brought back by its table, under other ids. */
static void
test_a_plan_comes_back_from_its_table (Exchange *self, gconstpointer data)
{
  g_autoptr (GPtrArray) table = table_of (self, 2023);
  g_autoptr (GPtrArray) again = NULL;
  guint last = 26; /* the column of the id */

  akk_store_begin (self->base.store, "Delete");
  for (guint i = 1; i < table->len; i++) {
    g_autoptr (AkkAction) action =
        akk_store_get (self->base.store, &akk_action_record,
                       g_ascii_strtoll (akk_tabular_cell (table, i, last), NULL, 10));

    akk_action_delete (self->base.store, action);
    g_set_str (&((char **) table->pdata[i])[last], "");
  }
  fixture_commit (&self->base);
  {
    g_autoptr (AkkActionImport) import = import_of (self, table);

    g_assert_cmpuint (import->n[AKK_IMPORT_NEW], ==, table->len - 1);
    apply (self, import);
  }
  again = table_of (self, 2023);
  g_assert_cmpuint (again->len, ==, table->len);
  for (guint i = 1; i < table->len; i++) {
    guint found = 0;

    while (++found < again->len &&
           !g_str_equal (akk_tabular_cell (again, found, 0), akk_tabular_cell (table, i, 0)))
      ;
    g_assert_cmpuint (found, <, again->len);
    for (guint column = 0; column < last; column++)
      g_assert_cmpstr (akk_tabular_cell (again, found, column), ==,
                       akk_tabular_cell (table, i, column));
  }
}

static void
test_rows_say_what_is_wrong (Exchange *self, gconstpointer data)
{
  static const struct {
    const char *text, *says;
  } cases[] = {
    { "Actie;Tegen\nBeurs;31/13/2025\n", "Tegen: “31/13/2025”" },
    { "Actie;Status\nBeurs;halfweg\n", "niet gestart, bezig" },
    { "Actie;Trekker\nBeurs;Gent\n", "Trekker: “Gent”" },
    { "Actie;Prioriteit\nBeurs;9\n", "Prioriteit: “9”" },
    { "Actie;Actieplan\nBeurs;2031\n", "“2031”" },
    { "Actie;Trekker;Functie\nBeurs;Zele;koning\n", "“koning”" },
    { "Actie;Nr.\n;A13\n", "title" },
    { "Actie;Sleutel\nBeurs;12345\n", "last cell" },
    { "Actie;Gaat verder als\nBeurs;A999 (2031)\n", "“A999 (2031)”" },
    { "Actie;Engagementen\nBeurs;fietsen\n", "Engagementen: “fietsen” is no commitment" },
    { "Actie;Engagementen\nBeurs;2\n", "Engagementen: “2” fits" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkActionImport) import = import_text (self, cases[i].text);
    const AkkImportRow *row = import->rows->pdata[0];

    g_assert_cmpuint (import->n[AKK_IMPORT_WRONG], ==, 1);
    g_assert_cmpuint (row->line, ==, 2);
    g_assert_nonnull (strstr (row->problem, cases[i].says));
  }
}

/* The good rows are taken, the wrong ones left, in one step that undo takes back. */
static void
test_one_undo (Exchange *self, gconstpointer data)
{
  g_autoptr (AkkActionImport) import =
      import_text (self, "Nr.;Actie;Status;Tegen;Trekker;Partners;Kleur\n"
                         "A13;Jobbeurs sociale economie;klaar;31-10-2025;VDAB;;rood\n"
                         ";Nieuwe actie;;1/2/2026;zele;Zele (gastheer): zaal\n"
                         ";Tweede nieuwe;;;;\n"
                         ";Slechte actie;;nooit;;\n"
                         "A13;Nog eens;;;;\n");
  g_autoptr (AkkAction) changed = action_by_number (self, "A13");
  g_autoptr (AkkAction) fresh = NULL, second = NULL;
  g_autoptr (GListModel) contributions = NULL;

  g_assert_cmpuint (import->n[AKK_IMPORT_CHANGED], ==, 1);
  g_assert_cmpuint (import->n[AKK_IMPORT_NEW], ==, 2);
  g_assert_cmpuint (import->n[AKK_IMPORT_WRONG], ==, 2);
  g_assert_cmpuint (import->ignored->len, ==, 1);
  apply (self, import);
  g_assert_cmpint (changed->status, ==, AKK_ACTION_DONE);
  g_assert_cmpint (changed->reported_on, ==, akk_store_today (self->base.store));
  fresh = action_by_number (self, "A69");
  g_assert_cmpstr (fresh->title, ==, "Nieuwe actie");
  second = action_by_number (self, "A70");
  g_assert_cmpstr (second->title, ==, "Tweede nieuwe");
  g_assert_cmpstr (second->position, >, fresh->position);
  g_assert_cmpint (fresh->deadline, ==, akk_date_parse ("2026-02-01"));
  contributions =
      akk_store_list (self->base.store, &akk_contribution_record, "action_id", fresh->record.id);
  g_assert_cmpuint (g_list_model_get_n_items (contributions), ==, 1);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  g_assert_cmpint (changed->status, ==, AKK_ACTION_BUSY);
  g_assert_cmpuint (akk_action_rows_length (self->rows), ==, 68);
}

/* The commitments that the action with this number carries out; their ids. */
static GArray *
commitments_of (Exchange *self, const char *number)
{
  g_autoptr (AkkAction) action = action_by_number (self, number);
  g_autoptr (GListModel) list =
      akk_store_list (self->base.store, &akk_fulfilment_record, "action_id", action->record.id);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkFulfilment) fulfilment = g_list_model_get_item (list, i);

    g_array_append_val (ids, fulfilment->commitment);
  }
  return ids;
}

/* By section and text, by the text alone, by how it begins, by a section with only one. */
static void
test_commitments_are_named (Exchange *self, gconstpointer data)
{
  g_autoptr (GPtrArray) commitments =
      akk_commitments_load (self->base.store, self->agreement, NULL);
  const AkkCommitment *first = commitments->pdata[0], *second = commitments->pdata[1];
  g_autofree char *beginning = g_utf8_substring (second->text, 0, 20);
  g_autofree char *table = g_strdup_printf ("Nr.;Actie;Engagementen\n"
                                            "A13;Beurs;\"%s: %s\n%s\"\n"
                                            ";Nieuw;\"%s\"\n",
                                            first->number, first->text, beginning, first->text);
  g_autoptr (AkkActionImport) import = import_text (self, table);
  g_autoptr (AkkActionImport) again = NULL;
  g_autoptr (GArray) changed = NULL, fresh = NULL;

  g_assert_cmpuint (import->n[AKK_IMPORT_CHANGED], ==, 1);
  g_assert_cmpuint (import->n[AKK_IMPORT_NEW], ==, 1);
  apply (self, import);
  changed = commitments_of (self, "A13");
  g_assert_cmpuint (changed->len, ==, 2);
  fresh = commitments_of (self, "A69");
  g_assert_cmpuint (fresh->len, ==, 1);
  g_assert_cmpint (g_array_index (fresh, gint64, 0), ==, first->id);
  again = import_text (self, table);
  g_assert_cmpuint (again->n[AKK_IMPORT_SAME], ==, 1);
}

/* An action keeps what it carried out although the text promises it no more. */
static void
test_a_commitment_that_is_gone_stays (Exchange *self, gconstpointer data)
{
  g_autoptr (AkkFulfilment) gone = akk_record_new (&akk_fulfilment_record);
  g_autoptr (AkkAction) action = action_by_number (self, "A13");
  g_autoptr (AkkActionImport) import = NULL;
  g_autoptr (GArray) left = NULL;

  g_object_set (gone, "action-id", action->record.id, "commitment", (gint64) 99, NULL);
  akk_store_begin (self->base.store, "Add");
  akk_store_add (self->base.store, gone);
  fixture_commit (&self->base);
  import = import_text (self, "Nr.;Actie;Engagementen\nA13;Beurs;\n");
  apply (self, import);
  left = commitments_of (self, "A13");
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpint (g_array_index (left, gint64, 0), ==, 99);
}

/* Those that the table gives, also in a later row, are given to no other. */
static void
test_no_number_twice (Exchange *self, gconstpointer data)
{
  g_autoptr (AkkActionImport) import =
      import_text (self, "Nr.;Actie\n;Eerste\nA69;Tweede\nA71;Derde\n;Vierde\n");
  g_autoptr (AkkAction) second = NULL, first = NULL, fourth = NULL;

  apply (self, import);
  second = action_by_number (self, "A69");
  first = action_by_number (self, "A72");
  fourth = action_by_number (self, "A73");
  g_assert_cmpstr (second->title, ==, "Tweede");
  g_assert_cmpstr (first->title, ==, "Eerste");
  g_assert_cmpstr (fourth->title, ==, "Vierde");
  g_assert_cmpstr (first->position, <, second->position);
}

/* A block from a spreadsheet, without heads. */
static void
test_a_block_without_heads (Exchange *self, gconstpointer data)
{
  g_autoptr (AkkActionImport) import =
      import_text (self, "Fietsles\tZele\t31/12/2026\tbezig\tiets\nTaalles\tVDAB\t\t\t\n");
  const AkkImportRow *row = import->rows->pdata[0];

  g_assert_cmpuint (import->n[AKK_IMPORT_NEW], ==, 2);
  g_assert_cmpstr (row->action->title, ==, "Fietsles");
  g_assert_cmpint (row->action->deadline, ==, akk_date_parse ("2026-12-31"));
  g_assert_cmpint (row->action->status, ==, AKK_ACTION_BUSY);
  g_assert_cmpint (row->action->lead_id, ==, 6009);
  g_assert_cmpuint (import->ignored->len, ==, 1);
}

static void
test_heads_are_different (Exchange *self, gconstpointer data)
{
  const AkkActionColumn *column;

  for (guint i = 0; (column = akk_action_column (i)) != NULL; i++)
    g_assert_true (akk_action_column_find (akk_action_column_head (column, self->phrases),
                                           self->phrases) == column);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC) g_test_add ("/action-import/" NAME, Exchange, NULL, set_up, FUNC, tear_down)
  ADD ("what-goes-out-comes-in", test_what_goes_out_comes_in);
  ADD ("a-plan-comes-back-from-its-table", test_a_plan_comes_back_from_its_table);
  ADD ("rows-say-what-is-wrong", test_rows_say_what_is_wrong);
  ADD ("one-undo-takes-all-back", test_one_undo);
  ADD ("commitments-are-named", test_commitments_are_named);
  ADD ("a-commitment-that-is-gone-stays", test_a_commitment_that_is_gone_stays);
  ADD ("no-number-twice", test_no_number_twice);
  ADD ("a-block-without-heads", test_a_block_without_heads);
  ADD ("heads-are-different", test_heads_are_different);
#undef ADD
  return g_test_run ();
}
