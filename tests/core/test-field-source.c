/* Tests of the fields of a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/field-source.h"

#include <string.h>

#include "parties-fixture.h"

static AkkPhrases *phrases;

/* "{party 1}" in the name of a field is "party:" and the id of that party. */
static char *
field_name (Model *self, const char *name)
{
  const struct {
    const char *word, *owner;
    const gint64 *ids;
    guint n;
  } owners[] = { { "{party %u}", "party", self->parties, 10 },
                 { "{priority %u}", "priority", self->priorities, 3 },
                 { "{steering}", "body", &self->steering, 1 },
                 { "{working}", "body", &self->working, 1 } };
  GString *field = g_string_new (name);

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    for (guint k = 0; k < owners[i].n; k++) {
      g_autoptr (GString) word = g_string_new (owners[i].word);
      g_autofree char *place = g_strdup_printf ("%u", k);
      g_autofree char *id =
          g_strdup_printf ("%s:%" G_GINT64_FORMAT, owners[i].owner, owners[i].ids[k]);
      g_string_replace (word, "%u", place, 0);
      g_string_replace (field, word->str, id, 0);
    }
  return g_string_free_and_steal (field);
}

static void
assert_field (Model *self, AkkFieldSource *source, const char *name, const char *text)
{
  g_autofree char *field = field_name (self, name);
  g_autofree char *found = akk_field_source_text (source, field);

  if (g_strcmp0 (found, text) != 0)
    g_test_message ("%s", name);
  g_assert_cmpstr (found, ==, text);
}

static void
test_fields (Model *self, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "agreement.title", "Samenwerkingsovereenkomst" },
    { "agreement.short", "Scheldeland 2021–2025" },
    { "agreement.subtitle", "tussen de lokale besturen, IVSES en VDAB" },
    { "agreement.motto", "Samen sterk voor werk" },
    { "agreement.kind", "samenwerkingsovereenkomst" },
    { "agreement.level", "lokaal" },
    { "agreement.start", "1 oktober 2021" },
    { "agreement.end", "31 december 2025" },
    { "agreement.term", "van 1 oktober 2021 tot en met 31 december 2025" },
    { "agreement.notice", "zes maanden" },
    { "agreement.frames", "" },
    { "agreement.dispute", "een bemiddelaar die alle partijen aanvaarden." },
    { "agreement.predecessor", "" },
    { "parties",
      "VDAB, Berlare, Buggenhout, Hamme, Laarne, Lebbeke, Wetteren, Wichelen, Zele en IVSES" },
    { "parties.count", "tien" },
    { "parties.summary", "VDAB, acht lokale besturen en IVSES" },
    { "parties.municipalities",
      "Berlare, Buggenhout, Hamme, Laarne, Lebbeke, Wetteren, Wichelen en Zele" },
    { "parties.municipalities.count", "acht" },
    { "{party 0}.name", "Vlaamse Dienst voor Arbeidsbemiddeling en Beroepsopleiding" },
    { "{party 0}.short", "VDAB" },
    { "{party 0}.seat", "1000 Brussel, Keizerslaan 11" },
    { "{party 4}.full", "het lokaal bestuur Laarne" },
    { "{party 4}.short", "Laarne" },
    { "{party 4}.seat", "" },
    { "bodies", "Stuurgroep en Werkgroep" },
    { "bodies.count", "twee" },
    { "{steering}.frequency", "minstens 1 keer om de twee jaar" },
    { "{working}.frequency", "minstens 3 keer per jaar" },
    { "{working}.kind", "werkgroep" },
    { "{working}.name", "Werkgroep" },
    { "priorities", "Meer mensen aan de slag, Sterke dienstverlening aan werkgevers en Levenslang "
                    "leren" },
    { "priorities.count", "drie" },
    { "{priority 1}.number", "2" },
    { "{priority 2}.title", "Levenslang leren" },
    /* Unknown: */
    { "agreement.colour", NULL },
    { "agreement", NULL },
    { "", NULL },
    { "party:1.name", NULL },
    { "party:.name", NULL },
    { "{party 0}", NULL },
    { "{party 0}.", NULL },
    { "{party 0}.names", NULL },
    { "{party 0}.frequency", NULL },
    { "par:1.name", NULL },
    { "ref:12", NULL },
    { "break", NULL },
  };
  g_autoptr (AkkFieldSource) source =
      akk_field_source_new (self->base.store, self->agreement, phrases);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_field (self, source, cases[i][0], cases[i][1]);
  g_assert_null (akk_field_source_label (source, "agreement.colour"));
}

static void
test_frequencies (Model *self, gconstpointer data)
{
  static const struct {
    const char *times, *period, *unit, *text;
  } cases[] = {
    { "1", "1", "0", "minstens 1 keer per jaar" },
    { "3", "1", "0", "minstens 3 keer per jaar" },
    { "2", "3", "0", "minstens 2 keer om de drie jaar" },
    { "1", "1", "1", "minstens 1 keer per maand" },
    { "1", "3", "1", "minstens 1 keer om de drie maanden" },
    { "1", "6", "1", "minstens halfjaarlijks" },
    { "2", "6", "1", "minstens 2 keer om de zes maanden" },
    { "1", "12", "1", "minstens 1 keer per jaar" },
    { "1", "24", "1", "minstens 1 keer om de twee jaar" },
    { "1", "6", "0", "minstens 1 keer om de zes jaar" },
    { "0", "1", "0", "geregeld" },
  };
  g_autoptr (AkkFieldSource) source =
      akk_field_source_new (self->base.store, self->agreement, phrases);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    model_change (self, &akk_body_record, self->working, "times", cases[i].times);
    model_change (self, &akk_body_record, self->working, "period", cases[i].period);
    model_change (self, &akk_body_record, self->working, "unit", cases[i].unit);
    assert_field (self, source, "{working}.frequency", cases[i].text);
  }
}

/* What was asked before an action is not what is said after it, also for who asks in "stepped". */
static void
test_follows (Model *self, gconstpointer data)
{
  static const struct {
    const char *name, *value, *field, *text;
  } cases[] = {
    { "starts_on", "2026-01-01", "agreement.start", "1 januari 2026" },
    { "starts_at_signing", "1", "agreement.start", "de datum van de laatste handtekening" },
    { "indefinite", "1", "agreement.term",
      "vanaf de datum van de laatste handtekening, voor onbepaalde duur" },
    { "indefinite", "1", "agreement.end", "" },
    { "notice_months", "1", "agreement.notice", "één maand" },
    { "notice_months", "0", "agreement.notice", "" },
    { "frames", "Het decreet\n\n het Pact \nde nota", "agreement.frames",
      "Het decreet, het Pact en de nota" },
    { "short_title", "", "agreement.short", "Samenwerkingsovereenkomst" },
  };
  g_autoptr (AkkFieldSource) source =
      akk_field_source_new (self->base.store, self->agreement, phrases);
  g_autofree char *before = akk_field_source_text (source, "parties.count");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    model_change (self, &akk_agreement_record, self->agreement->record.id, cases[i].name,
                  cases[i].value);
    assert_field (self, source, cases[i].field, cases[i].text);
  }
  akk_store_begin (self->base.store, "Delete");
  g_autoptr (AkkParty) party =
      akk_store_get (self->base.store, &akk_party_record, self->parties[4]);
  akk_store_delete (self->base.store, party);
  fixture_commit (&self->base);
  assert_field (self, source, "parties.count", "negen");
  assert_field (self, source, "{party 4}.name", NULL);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  assert_field (self, source, "parties.count", "tien");
}

static void
test_other_agreement (Model *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) other = fixture_add_agreement (&self->base, "Andere");
  g_autoptr (AkkFieldSource) source = akk_field_source_new (self->base.store, other, phrases);

  assert_field (self, source, "{party 0}.name", NULL);
  assert_field (self, source, "{working}.name", NULL);
  assert_field (self, source, "parties", "");
  assert_field (self, source, "parties.count", "");
  assert_field (self, source, "parties.summary", "");
  assert_field (self, source, "agreement.term", "");
  model_change (self, &akk_agreement_record, other->record.id, "predecessor_id",
                ID (self->agreement->record.id));
  assert_field (self, source, "agreement.predecessor", "Scheldeland 2021–2025");
}

/* Whatever is offered has a name and says what the field says. */
static void
test_choices (Model *self, gconstpointer data)
{
  g_autoptr (AkkFieldSource) source =
      akk_field_source_new (self->base.store, self->agreement, phrases);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) choices = NULL;
  gint64 other;

  akk_store_begin (self->base.store, "Add organisation");
  other = model_add (self->base.store, &akk_organisation_record, "name", "VVSG", NULL);
  fixture_commit (&self->base);
  choices = akk_field_source_choices (source);
  for (guint i = 0; i < choices->len; i++) {
    const AkkFieldChoice *choice = choices->pdata[i];
    g_autofree char *text = akk_field_source_text (source, choice->field);

    g_assert_true (g_hash_table_add (seen, choice->field));
    g_assert_cmpstr (choice->label, !=, "");
    g_assert_null (strstr (choice->label, "%s"));
    g_assert_cmpstr (choice->value, ==, text);
    g_autofree char *label = akk_field_source_label (source, choice->field);
    g_assert_cmpstr (choice->label, ==, label);
    g_assert_nonnull (text);
  }
  g_autofree char *party = field_name (self, "{party 9}.short");
  g_autofree char *organisation = g_strdup_printf ("organisation:%" G_GINT64_FORMAT ".name", other);
  g_assert_true (g_hash_table_contains (seen, party));
  g_assert_true (g_hash_table_contains (seen, organisation));
}

static void
test_structure (void)
{
  static const struct {
    const char *field;
    gboolean structure;
  } cases[] = { { "note", TRUE },         { "break", TRUE },          { "caption:Fig", TRUE },
                { "columns:1", TRUE },    { "commitment:12", TRUE },  { "clause:parties", TRUE },
                { "text:term", TRUE },    { "end:term", TRUE },       { "ref:12", FALSE },
                { "ref:12.page", FALSE }, { "agreement.end", FALSE }, { "notes", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (akk_field_is_structure (cases[i].field), ==, cases[i].structure);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/field-source/" path, Model, NULL, model_set_up, test, model_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  phrases = akk_phrases_new ("nl-BE", NULL);
  g_assert_nonnull (phrases);
  ADD ("fields-say-what-the-records-hold", test_fields);
  ADD ("frequencies-read-as-people-say-them", test_frequencies);
  ADD ("fields-follow-the-store", test_follows);
  ADD ("records-of-another-agreement-are-unknown", test_other_agreement);
  ADD ("choices-say-what-their-field-says", test_choices);
  g_test_add_func ("/field-source/structure-is-no-value", test_structure);
  int result = g_test_run ();
  akk_phrases_free (phrases);
  return result;
}
