/* Tests of the clauses that the program writes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/definition.h"
#include "core/field-source.h"

#include "parties-fixture.h"

static AkkPhrases *phrases;

static void
assert_clause (Model *self, const char *name, const char *commonmark)
{
  g_autoptr (AkkFieldSource) source =
      akk_field_source_new (self->base.store, self->agreement, phrases);
  g_autoptr (AkkText) clause = akk_field_source_clause (source, name);
  g_autofree char *written = akk_text_write (clause);
  g_autoptr (AkkText) read = akk_text_parse (written);

  g_assert_cmpstr (written, ==, commonmark);
  g_assert_true (akk_text_equal (read, clause));
}

static void
test_parties (Model *self, gconstpointer data)
{
  assert_clause (
      self, "parties",
      "*Tussen*\n\n"
      "1. de **Vlaamse Dienst voor Arbeidsbemiddeling en Beroepsopleiding**, met zetel te 1000 "
      "Brussel, Keizerslaan 11, verder vermeld als VDAB, vertegenwoordigd door de heer Joris Van "
      "Acker, gedelegeerd bestuurder, en mevrouw Griet Lammens, directeur VDAB Oost-Vlaanderen,\n\n"
      "*en*\n\n"
      "2. het lokaal bestuur **Berlare**, vertegenwoordigd door mevrouw Lieve Van Hoorde, "
      "voorzitter van de gemeenteraad, en de heer Koen Baetens, algemeen directeur;\n"
      "2. het lokaal bestuur **Buggenhout**, vertegenwoordigd door de heer Dirk Moerman, "
      "voorzitter van de gemeenteraad, en mevrouw Els Cornelis, algemeen directeur;\n"
      "2. het lokaal bestuur **Hamme**, vertegenwoordigd door mevrouw Nadia Rottiers, voorzitter "
      "van de gemeenteraad, en de heer Bart De Clippel, algemeen directeur;\n"
      "2. het lokaal bestuur **Laarne**, vertegenwoordigd door de heer Stijn Verbeke, voorzitter "
      "van de gemeenteraad, en mevrouw An Poelman, algemeen directeur;\n"
      "2. het lokaal bestuur **Lebbeke**, vertegenwoordigd door mevrouw Rita Saeys, voorzitter van "
      "de gemeenteraad, en de heer Wim Heyvaert, algemeen directeur;\n"
      "2. het lokaal bestuur **Wetteren**, vertegenwoordigd door de heer Pol Temmerman, voorzitter "
      "van de gemeenteraad, en mevrouw Ilse De Ruyck, algemeen directeur;\n"
      "2. het lokaal bestuur **Wichelen**, vertegenwoordigd door mevrouw Karin Bracke, voorzitter "
      "van de gemeenteraad, en de heer Jo Van den Abbeele, algemeen directeur;\n"
      "2. het lokaal bestuur **Zele**, vertegenwoordigd door de heer Luc Schelfhout, voorzitter "
      "van de gemeenteraad, en mevrouw Tine Van Damme, algemeen directeur,\n\n"
      "*en*\n\n"
      "10. de **Interlokale Vereniging Sociale Economie Scheldeland**, verder vermeld als IVSES, "
      "vertegenwoordigd door de heer Geert Mertens, voorzitter,\n\n"
      "samen de partijen genoemd, wordt overeengekomen wat volgt.\n");
}

static void
test_capacity (Model *self, gconstpointer data)
{
  AkkStore *store = self->base.store;
  g_autoptr (AkkAgreement) other = fixture_add_agreement (&self->base, "Andere");
  gint64 city, party;

  akk_store_begin (store, "Add");
  city = model_add (store, &akk_organisation_record, "name", "Stad {name} *Gent*", "seat", "Gent",
                    "seat_words", "met zetel op het stadhuis te", "short_name",
                    "Stad {name} *Gent*", NULL);
  party =
      model_add (store, &akk_party_record, "agreement_id", ID (other->record.id), "organisation_id",
                 ID (city), "capacity", "handelend voor de\ngemeenteraad", NULL);
  fixture_commit (&self->base);
  g_assert_cmpint (party, !=, 0);
  g_clear_object (&self->agreement);
  self->agreement = g_object_ref (other);
  assert_clause (
      self, "parties",
      "*Tussen*\n\n"
      "1. **Stad \\{name} \\*Gent\\***, met zetel op het stadhuis te Gent, handelend voor "
      "de gemeenteraad,\n\n"
      "samen de partijen genoemd, wordt overeengekomen wat volgt.\n");
}

/* A statement is signed, not agreed upon. */
static void
test_statement (Model *self, gconstpointer data)
{
  AkkStore *store = self->base.store;
  g_autoptr (AkkAgreement) other = fixture_add_agreement (&self->base, "Verklaring");
  gint64 city;

  akk_store_begin (store, "Add");
  city = model_add (store, &akk_organisation_record, "name", "Gent", NULL);
  akk_store_set_int (store, other, "kind", AKK_AGREEMENT_STATEMENT);
  model_add (store, &akk_party_record, "agreement_id", ID (other->record.id), "organisation_id",
             ID (city), NULL);
  fixture_commit (&self->base);
  g_clear_object (&self->agreement);
  self->agreement = g_object_ref (other);
  assert_clause (self, "parties",
                 "*De ondergetekenden*\n\n1. **Gent**,\n\n"
                 "samen de partijen genoemd, verklaren wat volgt.\n");
  assert_clause (self, "term", "Deze verklaring treedt in werking op … en loopt tot en met ….\n");
}

static void
test_term (Model *self, gconstpointer data)
{
  static const struct {
    const char *name, *value, *text;
  } cases[] = {
    { NULL, NULL,
      "Deze overeenkomst treedt in werking op 1 oktober 2021 en loopt tot en met 31 december "
      "2025.\n\nElke partij kan haar deelname aan deze overeenkomst schriftelijk opzeggen, met een "
      "opzegtermijn van zes maanden. Zij deelt haar opzegging aan alle andere partijen "
      "mee.\n\nBetwistingen over deze overeenkomst lossen de partijen in onderling overleg op. "
      "Lukt dat "
      "niet, dan leggen zij de betwisting voor aan een bemiddelaar die alle partijen "
      "aanvaarden.\n" },
    { "dispute", "",
      "Deze overeenkomst treedt in werking op 1 oktober 2021 en loopt tot en met 31 december "
      "2025.\n\nElke partij kan haar deelname aan deze overeenkomst schriftelijk opzeggen, met een "
      "opzegtermijn van zes maanden. Zij deelt haar opzegging aan alle andere partijen mee.\n" },
    { "notice_months", "0",
      "Deze overeenkomst treedt in werking op 1 oktober 2021 en loopt tot en met 31 december "
      "2025.\n" },
    { "starts_at_signing", "1",
      "Deze overeenkomst treedt in werking op de datum van de laatste handtekening en loopt tot en "
      "met 31 december 2025.\n" },
    { "ends_on", "",
      "Deze overeenkomst treedt in werking op de datum van de laatste handtekening en loopt tot en "
      "met ….\n" },
    { "indefinite", "1",
      "Deze overeenkomst treedt in werking op de datum van de laatste handtekening en wordt "
      "gesloten voor onbepaalde duur.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    if (cases[i].name != NULL)
      model_change (self, &akk_agreement_record, self->agreement->record.id, cases[i].name,
                    cases[i].value);
    assert_clause (self, "term", cases[i].text);
  }
}

static void
test_lists (Model *self, gconstpointer data)
{
  assert_clause (self, "bodies",
                 "De partijen overleggen in deze organen:\n\n"
                 "- **Stuurgroep**, die minstens 1 keer om de twee jaar samenkomt;\n"
                 "- **Werkgroep**, die minstens 3 keer per jaar samenkomt.\n");
  assert_clause (self, "priorities",
                 "1. Meer mensen aan de slag;\n"
                 "1. Sterke dienstverlening aan werkgevers;\n"
                 "1. Levenslang leren.\n");
}

static void
test_signatures (Model *self, gconstpointer data)
{
  assert_clause (self, "signatures",
                 "Opgemaakt in elf originele exemplaren: één voor elke partij en één voor het "
                 "secretariaat van de stuurgroep. Elke partij erkent haar exemplaar te hebben "
                 "ontvangen.\n");
  model_change (self, &akk_body_record, self->steering, "kind", "1");
  assert_clause (self, "signatures",
                 "Opgemaakt in tien originele exemplaren, één voor elke partij. Elke partij erkent "
                 "haar exemplaar te hebben ontvangen.\n");
}

static void
add_definitions (Model *self)
{
  static const struct {
    const char *kind, *term, *meaning;
  } definitions[] = {
    { "0", "warme overdracht", "een doorverwijzing met een *gesprek*" },
    { "1", "VVSG", "Vereniging van Vlaamse Steden en Gemeenten" },
    { "0", "regiegebied", "Het gebied van een regisseur." },
    { "1", "œuvre", "werk" },
    { "1", "éénloket", "één loket" },
    { "1", "EAK", "Enquête naar de Arbeidskrachten" },
    { "1", "vzw", "vereniging zonder winstoogmerk" },
  };
  AkkStore *store = self->base.store;

  akk_store_begin (store, "Add");
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++) {
    char position[8];

    g_snprintf (position, sizeof position, "V%05u", i);
    model_add (store, &akk_definition_record, "agreement_id", ID (self->agreement->record.id),
               "position", position, "kind", definitions[i].kind, "term", definitions[i].term,
               "meaning", definitions[i].meaning, NULL);
  }
  fixture_commit (&self->base);
}

/* Terms as people ordered them, abbreviations by the alphabet. */
static void
test_definitions (Model *self, gconstpointer data)
{
  assert_clause (self, "definitions", "");
  assert_clause (self, "abbreviations", "");
  add_definitions (self);
  assert_clause (self, "definitions",
                 "In deze tekst hebben deze begrippen een vaste betekenis:\n\n"
                 "- **warme overdracht**: een doorverwijzing met een \\*gesprek\\*.\n"
                 "- **regiegebied**: Het gebied van een regisseur.\n");
  assert_clause (self, "abbreviations",
                 "Deze afkortingen komen in de tekst voor:\n\n"
                 "- **EAK**: Enquête naar de Arbeidskrachten\n"
                 "- **éénloket**: één loket\n"
                 "- **œuvre**: werk\n"
                 "- **VVSG**: Vereniging van Vlaamse Steden en Gemeenten\n"
                 "- **vzw**: vereniging zonder winstoogmerk\n");
}

static void
test_names (Model *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) other = fixture_add_agreement (&self->base, "Andere");
  g_autoptr (AkkFieldSource) source =
      akk_field_source_new (self->base.store, self->agreement, phrases);
  g_autoptr (AkkFieldSource) empty = akk_field_source_new (self->base.store, other, phrases);

  add_definitions (self);
  for (const AkkClauseName *it = akk_clause_names; it->name != NULL; it++) {
    g_autoptr (AkkText) clause = akk_field_source_clause (source, it->name);
    g_autoptr (AkkText) nothing = akk_field_source_clause (empty, it->name);

    g_assert_cmpuint (clause->n_lines, >, 0);
    g_assert_nonnull (nothing);
  }
  g_assert_null (akk_field_source_clause (source, "weather"));
  g_assert_null (akk_field_source_clause (source, "weather"));
}

#define ADD(path, test)                                                                            \
  g_test_add ("/clauses/" path, Model, NULL, model_set_up, test, model_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  phrases = akk_phrases_new ("nl-BE", NULL);
  g_assert_nonnull (phrases);
  ADD ("parties-are-prose-in-groups", test_parties);
  ADD ("what-people-type-stays-plain", test_capacity);
  ADD ("a-statement-is-no-contract", test_statement);
  ADD ("term-says-start-end-notice-and-disputes", test_term);
  ADD ("bodies-and-priorities-are-lists", test_lists);
  ADD ("definitions-say-what-words-mean", test_definitions);
  ADD ("originals-follow-from-the-parties", test_signatures);
  ADD ("every-name-has-a-clause", test_names);
  int result = g_test_run ();
  akk_phrases_free (phrases);
  return result;
}
