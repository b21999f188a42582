/* Searching a whole dossier: what is found, in which group, with which context.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dossier-search.h"

#include <string.h>

#include "core/attachment.h"
#include "store-fixture.h"

/* Records of a dossier, each belonging to one made before it; `field` holds the word. */
static const struct {
  const char *table, *belongs_to, *field;
  AkkSearchGroup group;
} samples[] = {
  { "agreement", NULL, "dispute", AKK_SEARCH_TEXT },
  { "section", "agreement", "body", AKK_SEARCH_TEXT },
  { "definition", "agreement", "meaning", AKK_SEARCH_TEXT },
  { "organisation", NULL, "address", AKK_SEARCH_PARTIES },
  { "person", NULL, "email", AKK_SEARCH_PARTIES },
  { "office", "organisation person", "function", AKK_SEARCH_PARTIES },
  { "party", "agreement organisation", "role", AKK_SEARCH_PARTIES },
  { "representative", "party office", "delegation", AKK_SEARCH_PARTIES },
  { "council_decision", "party", "note", AKK_SEARCH_SIGNING },
  { "priority", "agreement", "description", AKK_SEARCH_ACTIONS },
  { "body", "agreement", "task", AKK_SEARCH_PARTIES },
  { "seat", "body party", "function", AKK_SEARCH_PARTIES },
  { "standing_item", "body", "title", AKK_SEARCH_MEETINGS },
  { "meeting", "body", "place", AKK_SEARCH_MEETINGS },
  { "thread", "agreement", "title", AKK_SEARCH_MEETINGS },
  { "agenda_item", "meeting", "outcome", AKK_SEARCH_MEETINGS },
  { "parked", "meeting", "text", AKK_SEARCH_MEETINGS },
  { "attendance", "meeting", "guest", AKK_SEARCH_MEETINGS },
  { "unavailable", "organisation", "reason", AKK_SEARCH_MEETINGS },
  { "day_off", NULL, "name", AKK_SEARCH_MEETINGS },
  { "decision", "meeting", "text", AKK_SEARCH_DECISIONS },
  { "action", "agreement", "description", AKK_SEARCH_ACTIONS },
  { "contribution", "action", "contribution", AKK_SEARCH_ACTIONS },
  { "log_entry", "action", "text", AKK_SEARCH_ACTIONS },
  { "contact", "priority party", "answers_within", AKK_SEARCH_ACTIONS },
  { "principle", "agreement", "question", AKK_SEARCH_ACTIONS },
  { "appraisal", "action principle", "sentence", AKK_SEARCH_ACTIONS },
  { "signal", "agreement", "answer", AKK_SEARCH_SIGNALS },
  { "signal_step", "signal", "note", AKK_SEARCH_SIGNALS },
  { "indicator", "agreement", "definition", AKK_SEARCH_INDICATORS },
  { "measurement", "indicator", "sentence", AKK_SEARCH_INDICATORS },
  { "evaluation", "agreement", NULL, AKK_SEARCH_REPORTS },
  { "evaluation_part", "evaluation", "narrative", AKK_SEARCH_REPORTS },
  { "conclusion", "evaluation", "text", AKK_SEARCH_REPORTS },
  { "attachment", "item:agenda_item", "name", AKK_SEARCH_ANNEXES },
};
#define N_SAMPLES G_N_ELEMENTS (samples)

/* --- Making --- */

static void
set_text (AkkRecord *record, const char *field, const char *text)
{
  akk_record_set_text (record, akk_record_type_field (record->type, field), text);
}

static void
refer (AkkRecord *record, AkkRecord **made, const char *name)
{
  const char *colon = strchr (name, ':'), *table = colon != NULL ? colon + 1 : name;
  g_autofree char *stem = colon != NULL ? g_strndup (name, (gsize) (colon - name)) : NULL;
  g_autofree char *field = g_strconcat (stem != NULL ? stem : name, "_id", NULL);

  for (guint i = 0; i < N_SAMPLES; i++)
    if (made[i] != NULL && g_str_equal (made[i]->type->table, table))
      akk_record_set_int (record, akk_record_type_field (record->type, field), made[i]->id);
}

/* One of each sample, with a word of its own ("zandbak7"). */
static void
make (Fixture *fixture, AkkRecord **made)
{
  memset (made, 0, N_SAMPLES * sizeof *made);
  akk_store_begin_founding (fixture->store, "Make");
  for (guint i = 0; i < N_SAMPLES; i++) {
    const AkkRecordType *type = akk_record_type_find (samples[i].table);
    g_autofree char *word = g_strdup_printf ("het Zàndbak%u hier", i);
    g_auto (GStrv) parents =
        g_strsplit (samples[i].belongs_to != NULL ? samples[i].belongs_to : "", " ", -1);
    AkkRecord *record = akk_record_new (type);

    for (guint k = 0; k < type->n_fields; k++)
      if (type->fields[k].required && type->fields[k].kind == AKK_FIELD_TEXT)
        akk_record_set_text (record, &type->fields[k], "verplicht");
      else if (type->fields[k].required && type->fields[k].kind == AKK_FIELD_DATE)
        akk_record_set_int (record, &type->fields[k], 20000);
    for (guint k = 0; parents[k] != NULL; k++)
      refer (record, made, parents[k]);
    if (samples[i].field != NULL)
      set_text (record, samples[i].field, word);
    akk_store_add (fixture->store, record);
    made[i] = record;
  }
  fixture_commit (fixture);
  akk_store_index (fixture->store, NULL);
}

static void
forget (AkkRecord **made)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    g_clear_object (&made[i]);
}

static GPtrArray *
find (Fixture *fixture, const char *query)
{
  g_autoptr (AkkDossierSearch) search = akk_dossier_search_new (fixture->store);

  akk_store_index (fixture->store, NULL);
  return akk_dossier_search_find (search, query, 0, AKK_N_SEARCH_GROUPS);
}

static guint
count (Fixture *fixture, const char *query)
{
  g_autoptr (GPtrArray) groups = find (fixture, query);
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    n += ((AkkSearchFinds *) groups->pdata[i])->n;
  return n;
}

/* --- Tests --- */

static void
test_each_kind_is_found (Fixture *fixture, gconstpointer data)
{
  AkkRecord *made[N_SAMPLES];

  make (fixture, made);
  for (guint i = 0; i < N_SAMPLES; i++) {
    g_autofree char *query = g_strdup_printf ("zandbak%u", i);
    g_autoptr (GPtrArray) groups = NULL;
    const AkkSearchFinds *finds;
    const AkkSearchHit *hit = NULL;

    if (samples[i].field == NULL)
      continue;
    g_test_message ("%s.%s", samples[i].table, samples[i].field);
    groups = find (fixture, query);
    /* The first of ten begins as the tenth does. */
    g_assert_cmpuint (groups->len, >=, 1);
    for (guint k = 0; k < groups->len; k++) {
      finds = groups->pdata[k];
      for (guint h = 0; h < finds->hits->len; h++)
        if (akk_search_hit_record (finds->hits->pdata[h]) == made[i]) {
          hit = finds->hits->pdata[h];
          g_assert_cmpint (finds->group, ==, samples[i].group);
        }
    }
    g_assert_nonnull (hit);
    g_assert_cmpuint (hit->title_spans->len + hit->excerpt_spans->len, ==, 1);
  }
  forget (made);
}

/* Every type that holds words stands in a group. */
static void
test_no_kind_is_forgotten (void)
{
  for (guint t = 0; akk_record_types[t] != NULL; t++) {
    const AkkRecordType *type = akk_record_types[t];
    gboolean holds = FALSE, known = FALSE;

    for (guint i = 0; i < type->n_fields; i++)
      holds |= type->fields[i].search;
    for (guint i = 0; i < N_SAMPLES; i++)
      known |= g_str_equal (samples[i].table, type->table);
    /* Frozen ones are made by freezing only; the name of the dossier is always in sight. */
    known |= type->permanent || g_str_equal (type->table, "signature") ||
             g_str_equal (type->table, "dossier_info");
    g_test_message ("%s", type->table);
    g_assert_true (known || !holds);
  }
}

static void
test_what_is_deleted_is_not_found (Fixture *fixture, gconstpointer data)
{
  AkkRecord *made[N_SAMPLES];
  guint before;

  make (fixture, made);
  before = count (fixture, "zandbak");
  g_assert_cmpuint (before, >=, N_SAMPLES - 1);
  for (guint i = 0; i < N_SAMPLES; i++) {
    /* With an action go its news and its contributions, though nobody deleted those. */
    guint gone = g_str_equal (samples[i].table, "action") ? 4 : 1;

    if (!g_str_equal (samples[i].table, "action") && !g_str_equal (samples[i].table, "decision"))
      continue;
    akk_store_begin (fixture->store, "Delete");
    akk_store_delete (fixture->store, made[i]);
    fixture_commit (fixture);
    g_assert_cmpuint (count (fixture, "zandbak"), ==, before - gone);
    g_assert_true (akk_store_undo (fixture->store, NULL));
    g_assert_cmpuint (count (fixture, "zandbak"), ==, before);
  }
  forget (made);
}

static void
test_names_come_before_texts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autoptr (AkkAgreement) other = fixture_add_agreement (fixture, "Andere");
  g_autoptr (GPtrArray) groups = NULL;
  const AkkSearchFinds *finds;
  static const char *const expected[] = { "Werk", "Werkgroep", "Doel", "Elders" };
  g_autoptr (AkkSection) whole = fixture_add_section (fixture, agreement, "Werk", "A");
  g_autoptr (AkkSection) named = fixture_add_section (fixture, agreement, "Werkgroep", "B");
  g_autoptr (AkkSection) text = fixture_add_section (fixture, agreement, "Doel", "C");
  g_autoptr (AkkSection) elsewhere = fixture_add_section (fixture, other, "Elders", "A");
  g_autoptr (AkkDossierSearch) search = akk_dossier_search_new (fixture->store);

  fixture_set (fixture, text, "body", "Wij werken.");
  fixture_set (fixture, elsewhere, "body", "Wij werken ook.");
  akk_store_index (fixture->store, NULL);
  groups = akk_dossier_search_find (search, "werk", agreement->record.id, AKK_N_SEARCH_GROUPS);
  g_assert_cmpuint (groups->len, ==, 1);
  finds = groups->pdata[0];
  g_assert_cmpuint (finds->n, ==, 4);
  for (guint i = 0; i < 4; i++) {
    const AkkSection *section = akk_search_hit_record (finds->hits->pdata[i]);

    g_assert_cmpstr (section->heading, ==, expected[i]);
  }
}

static void
test_few_are_shown_and_all_are_counted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autoptr (AkkDossierSearch) search = akk_dossier_search_new (fixture->store);
  g_autoptr (GPtrArray) few = NULL, many = NULL;

  for (guint i = 0; i < 30; i++) {
    g_autoptr (AkkSection) section = fixture_add_section (fixture, agreement, "Werking", "A");
  }
  akk_store_index (fixture->store, NULL);
  few = akk_dossier_search_find (search, "werk", 0, AKK_N_SEARCH_GROUPS);
  g_assert_cmpuint (((AkkSearchFinds *) few->pdata[0])->n, ==, 30);
  g_assert_cmpuint (((AkkSearchFinds *) few->pdata[0])->hits->len, ==, AKK_SEARCH_FEW);
  many = akk_dossier_search_find (search, "werk", 0, AKK_SEARCH_TEXT);
  g_assert_cmpuint (((AkkSearchFinds *) many->pdata[0])->hits->len, ==, 30);
}

static void
test_sections_say_where_they_stand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autoptr (AkkSection) part = fixture_add_section (fixture, agreement, "Overleg", "A");
  g_autoptr (AkkSection) section = fixture_add_section (fixture, agreement, "Stuurgroep", "A");
  g_autoptr (GPtrArray) groups = NULL;
  const AkkSearchHit *hit;

  akk_store_begin (fixture->store, "Move");
  akk_store_set_int (fixture->store, part, "scheme", AKK_SCHEME_PART);
  akk_store_set_int (fixture->store, section, "parent_id", part->record.id);
  akk_store_set_int (fixture->store, section, "scheme", AKK_SCHEME_DECIMAL);
  fixture_commit (fixture);
  fixture_set (fixture, section, "body", "Ze beslist **samen** over het *plan*.");
  groups = find (fixture, "samen");
  hit = ((AkkSearchFinds *) groups->pdata[0])->hits->pdata[0];
  g_assert_cmpstr (hit->title, ==, "1. Stuurgroep");
  g_assert_cmpstr (hit->part, ==, "Deel I");
  g_assert_cmpstr (hit->excerpt, ==, "Ze beslist samen over het plan.");
}

/* An attachment of the agenda item among the samples. */
static char *
attach (Fixture *fixture, AkkRecord **made, const char *bytes)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, strlen (bytes));
  char *sha256 = akk_store_add_blob (fixture->store, data, NULL);

  akk_store_begin (fixture->store, "Attach");
  akk_store_set_text (fixture->store, made[N_SAMPLES - 1], "file", sha256);
  fixture_commit (fixture);
  return sha256;
}

static void
test_pages_of_files_are_found (Fixture *fixture, gconstpointer data)
{
  AkkRecord *made[N_SAMPLES];
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *sha256 = NULL, *next = NULL;
  const AkkSearchHit *hit;

  make (fixture, made);
  sha256 = attach (fixture, made, "één");
  next = akk_store_next_unread (fixture->store);
  g_assert_cmpstr (next, ==, sha256);
  g_ptr_array_add (pages, (char *) "Voorblad");
  g_ptr_array_add (pages, (char *) "");
  g_ptr_array_add (pages, (char *) "De rotonde komt er in het voorjaar.");
  g_assert_true (
      akk_store_keep_reading (fixture->store, sha256, AKK_READING_DONE, pages, NULL, NULL));
  g_assert_null (akk_store_next_unread (fixture->store));
  groups = find (fixture, "rotonde");
  g_assert_cmpuint (groups->len, ==, 1);
  hit = ((AkkSearchFinds *) groups->pdata[0])->hits->pdata[0];
  g_assert_true (akk_search_hit_record (hit) == made[N_SAMPLES - 1]);
  g_assert_cmpuint (hit->page, ==, 3);
  g_assert_cmpstr (hit->excerpt, ==, "De rotonde komt er in het voorjaar.");
  /* Neither a page nor its words outlive what refers to it, and both come back with it. */
  akk_store_begin (fixture->store, "Delete");
  akk_store_delete (fixture->store, made[N_SAMPLES - 1]);
  fixture_commit (fixture);
  g_assert_cmpuint (count (fixture, "rotonde"), ==, 0);
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count (fixture, "rotonde"), ==, 1);
  g_assert_true (akk_store_redo (fixture->store, NULL));
  g_assert_true (akk_store_drop_pages (fixture->store, NULL));
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count (fixture, "rotonde"), ==, 0);
  g_assert_cmpint (akk_store_get_reading (fixture->store, sha256), ==, AKK_READING_TO_COME);
  forget (made);
}

static void
test_a_file_that_cannot_be_read_says_so (Fixture *fixture, gconstpointer data)
{
  AkkRecord *made[N_SAMPLES];
  g_autofree char *sha256 = NULL;
  g_autofree char *query = g_strdup_printf ("zandbak%u", (guint) N_SAMPLES - 1);
  g_autoptr (GPtrArray) groups = NULL;

  make (fixture, made);
  sha256 = attach (fixture, made, "x");
  g_assert_true (
      akk_store_keep_reading (fixture->store, sha256, AKK_READING_LOCKED, NULL, NULL, NULL));
  groups = find (fixture, query);
  g_assert_cmpint (
      ((AkkSearchHit *) ((AkkSearchFinds *) groups->pdata[0])->hits->pdata[0])->reading, ==,
      AKK_READING_LOCKED);
  forget (made);
}

/* What is read stays outside the log: nothing to undo, nothing to publish for. */
static void
test_reading_leaves_no_trace_in_the_log (Fixture *fixture, gconstpointer data)
{
  AkkRecord *made[N_SAMPLES];
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  g_autofree char *sha256 = NULL;
  gint64 step;

  make (fixture, made);
  sha256 = attach (fixture, made, "x");
  step = akk_store_get_last_step (fixture->store);
  g_ptr_array_add (pages, (char *) "Voorblad");
  g_assert_true (
      akk_store_keep_reading (fixture->store, sha256, AKK_READING_DONE, pages, NULL, NULL));
  g_assert_cmpint (akk_store_get_last_step (fixture->store), ==, step);
  forget (made);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/dossier-search/each-kind-is-found", test_each_kind_is_found },
    { "/dossier-search/what-is-deleted-is-not-found", test_what_is_deleted_is_not_found },
    { "/dossier-search/names-come-before-texts", test_names_come_before_texts },
    { "/dossier-search/few-are-shown-and-all-are-counted", test_few_are_shown_and_all_are_counted },
    { "/dossier-search/sections-say-where-they-stand", test_sections_say_where_they_stand },
    { "/dossier-search/pages-of-files-are-found", test_pages_of_files_are_found },
    { "/dossier-search/a-file-that-cannot-be-read-says-so",
      test_a_file_that_cannot_be_read_says_so },
    { "/dossier-search/reading-leaves-no-trace-in-the-log",
      test_reading_leaves_no_trace_in_the_log },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-search/no-kind-is-forgotten", test_no_kind_is_forgotten);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);
  return g_test_run ();
}
