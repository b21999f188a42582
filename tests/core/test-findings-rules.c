/* Tests of the rules that look for traps: numbers, links, names, functions, abbreviations, dates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/definition.h"
#include "findings-fixture.h"
#include "parties-fixture.h"

#define TODAY "2021-07-01"
#define USUAL "does-not-sign" /* what the ten parties give when nothing is wrong */

static void
assert_found (Model *self, const char *what, const char *ids)
{
  g_autofree char *found = findings_ids (self->base.store, self->agreement, akk_date_parse (TODAY));

  if (strcmp (found, ids) != 0)
    g_test_message ("%s", what);
  g_assert_cmpstr (found, ==, ids);
}

typedef struct {
  const char *body, *ids;
} Case;

static void
assert_bodies (Model *self, const Case *cases, guint n_cases)
{
  g_autoptr (AkkSection) section =
      fixture_add_section (&self->base, self->agreement, "Tekst", "V1");

  for (guint i = 0; i < n_cases; i++) {
    fixture_set (&self->base, section, "body", cases[i].body);
    assert_found (self, cases[i].body, cases[i].ids);
  }
}

static void
test_numbers (Model *self, gconstpointer data)
{
  static const struct {
    const char *first, *second, *ids;
    gboolean inside; /* the second is a part of the first */
  } cases[] = {
    { "Deel IV. Overleg", "Deel IV. Duur", "number-twice | " USUAL, FALSE },
    { "Deel IV. Overleg", "Deel V. Duur", USUAL, FALSE },
    { "deel 4: Overleg", "Deel 4", "number-twice | " USUAL, TRUE },
    { "5 Principes", "5 Prioriteiten", "number-twice | " USUAL, FALSE },
    { "5. Principes", "5 Prioriteiten", "number-twice | " USUAL, FALSE },
    { "5 Principes", "5 Prioriteiten", USUAL, TRUE },
    { "5.1 Vacatures", "5.1 Talent", "number-twice | " USUAL, TRUE },
    { "5.1 Vacatures", "5.2 Talent", USUAL, FALSE },
    { "A. Principes", "A. Leidraad", "number-twice | " USUAL, FALSE },
    { "A. Principes", "A. Leidraad", USUAL, TRUE },
    { "IV. Overleg", "IV. Duur", "number-twice | " USUAL, FALSE },
    { "Artikel 3", "Artikel 3", "number-twice | " USUAL, FALSE },
    { "2026 en later", "2026 en vroeger", USUAL, FALSE },
    { "Wie", "Wie", USUAL, FALSE },
    { "I love", "I love", USUAL, FALSE },
  };
  g_autoptr (AkkSection) first = fixture_add_section (&self->base, self->agreement, "Een", "V1");
  g_autoptr (AkkSection) second = fixture_add_section (&self->base, self->agreement, "Twee", "V2");

  fixture_set (&self->base, first, "body", "Tekst.");
  fixture_set (&self->base, second, "body", "Tekst.");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    fixture_set (&self->base, first, "heading", cases[i].first);
    fixture_set (&self->base, second, "heading", cases[i].second);
    model_change (self, &akk_section_record, second->record.id, "parent_id",
                  cases[i].inside ? ID (first->record.id) : "0");
    assert_found (self, cases[i].second, cases[i].ids);
  }
  /* One by hand, one by its scheme. */
  model_change (self, &akk_section_record, second->record.id, "parent_id", "0");
  fixture_set (&self->base, second, "heading", "Deel I. Duur");
  model_change (self, &akk_section_record, first->record.id, "scheme", "1");
  assert_found (self, "by hand and by scheme", "number-twice | " USUAL);
}

static void
test_links (Model *self, gconstpointer data)
{
  static const Case cases[] = {
    { "Zie [de site](https://vdab.be/werk).", USUAL },
    { "Zie [de site](#).", "dead-link | " USUAL },
    { "Zie [de site](https://).", "dead-link | " USUAL },
    { "Zie [de site](https://www.example.com/x) en [de site](#).", "dead-link | " USUAL },
    { "| [a](#) |\n| - |\n| x |", "dead-link | " USUAL },
    { "In het [actieplan](#) staat meer.", "plan-only-linked | " USUAL },
    { "In het [actieplan](https://vdab.be/plan) staat meer.", USUAL },
    { "![Een kaart](blob:12ab)", USUAL },
    { "![](blob:12ab)", "figure-alt | " USUAL },
  };

  assert_bodies (self, cases, G_N_ELEMENTS (cases));
}

static gboolean
read_figure_cb (AkkStore *store, const char *sha256)
{
  return g_str_equal (sha256, "12ab");
}

static void
test_figures (Model *self, gconstpointer data)
{
  static const Case cases[] = {
    { "![Een kaart](blob:12ab)", USUAL },
    { "![Een kaart](blob:34cd)", "figure-unreadable | " USUAL },
    { "![](blob:34cd)", "figure-alt, figure-unreadable | " USUAL },
    { "Zie [de kaart](blob:34cd).", USUAL },
  };

  akk_findings_set_figure_reader (read_figure_cb);
  assert_bodies (self, cases, G_N_ELEMENTS (cases));
  akk_findings_set_figure_reader (NULL);
}

static void
test_annexes (Model *self, gconstpointer data)
{
  static const struct {
    const char *content, *year, *ids;
  } cases[] = {
    { "1", "0", "annex-file | " USUAL },
    { "2", "0", USUAL },
    { "2", "2022", USUAL },
    { "2", "2020", USUAL ", annex-year" },
    { "2", "2026", USUAL ", annex-year" },
    { "3", "2020", USUAL },
    { "3", "2026", USUAL ", annex-year" },
    { "4", "0", USUAL },
  };
  g_autoptr (AkkSection) section =
      fixture_add_section (&self->base, self->agreement, "Tekst", "V1");
  g_autoptr (AkkSection) annex =
      fixture_add_section (&self->base, self->agreement, "Cijfers", "V2");

  fixture_set (&self->base, section, "body", "Zie bijlage 1.");
  model_change (self, &akk_section_record, annex->record.id, "scheme", "10");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    model_change (self, &akk_section_record, annex->record.id, "content", cases[i].content);
    model_change (self, &akk_section_record, annex->record.id, "year", cases[i].year);
    assert_found (self, cases[i].year, cases[i].ids);
  }
}

static void
test_names (Model *self, gconstpointer data)
{
  static const Case cases[] = {
    { "Lieve Van Hoorde en Koen Baetens.", USUAL },
    { "Lieve Van Horde.", USUAL ", nearly-name" },
    { "Lieve VanHoorde zit voor, met LIEVE VAN HOORDE.", USUAL ", nearly-name" },
    { "Leive Van Hoorde, en nog eens Leive Van Hoorde.", USUAL ", nearly-name" },
    { "Mieke Van Hoorde, Lieve Van Hove.", USUAL },
    { "Koen Baetens is er; Koen Baetens zit.", USUAL },
    { "Weteren en Wetteren.", USUAL ", nearly-name" },
    { "De Laarnse en Wetterse raad, een Hams plein.", USUAL },
    { "Van VDBA en IVSES.", USUAL ", nearly-name, abbreviation" },
    { "De regio Scheldelandt.", USUAL },
  };

  assert_bodies (self, cases, G_N_ELEMENTS (cases));
}

static void
test_people (Model *self, gconstpointer data)
{
  static const Case cases[] = {
    { "Griet Lammens, directeur VDAB Oost-Vlaanderen.", USUAL },
    { "Griet Lammens, directeur van de provincie.", USUAL ", function-differs" },
    { "Griet Lammens, Directeur VDAB Oost-Vlaanderen en gastvrouw.", USUAL },
    { "Griet Lammens, directeur; verder niemand.", USUAL },
    { "Griet Lammens, die spreekt.", USUAL },
    { "VDAB, vertegenwoordigd door de gedelegeerd bestuurder.", USUAL },
    { "VDAB, vertegenwoordigd door Griet Lammens.", USUAL },
    { "VDAB, vertegenwoordigd door Joris Van Acker.", USUAL ", signs-unnamed" },
    { "VDAB, vertegenwoordigd door:\n\n- Joris Van Acker;\n- Griet Lammens.", USUAL },
    { "Zele, vertegenwoordigd door Luc Schelfhout.", USUAL ", signs-unnamed" },
    { "Zele, vertegenwoordigd door Luc Schelfhout en Tine Van Dame.", USUAL ", nearly-name" },
  };

  assert_bodies (self, cases, G_N_ELEMENTS (cases));
}

/* As people write it: before the name, behind it, and what they do at one occasion only. */
static void
test_functions (Model *self, gconstpointer data)
{
  static const Case cases[] = {
    { "Directeur Griet Lammens opent.", USUAL },
    { "Burgemeester Griet Lammens opent.", USUAL ", function-differs" },
    { "De burgemeester, Griet Lammens, opent.", USUAL },
    { "Aan de gedelegeerd bestuurder mevrouw Griet Lammens.", USUAL ", function-differs" },
    { "Gewezen burgemeester Griet Lammens opent.", USUAL },
    { "De oud-burgemeester Griet Lammens opent.", USUAL },
    { "Voorzitter Griet Lammens opent.", USUAL },
    { "De burgemeesters Griet Lammens en Luc Schelfhout.", USUAL },
    { "Griet Lammens als burgemeester, en verder niemand.", USUAL ", function-differs" },
    { "Griet Lammens als directeur van VDAB.", USUAL },
    { "Griet Lammens als voorzitter van de werkgroep.", USUAL },
    { "Luc Schelfhout als voorzitter van de werkgroep.", USUAL },
    { "Griet Lammens, burgemeester, opent.", USUAL ", function-differs" },
    { "Griet Lammens, burgemeester Jan Klaassen en de rest.", USUAL },
    { "Griet Lammens, burgemeester de heer Jan Klaassen en de rest.", USUAL },
    { "Griet Lammens, burgemeesters en schepenen.", USUAL },
  };

  assert_bodies (self, cases, G_N_ELEMENTS (cases));
}

/* Who holds an office there, but does not represent the party. */
static void
test_not_representing (Model *self, gconstpointer data)
{
  static const Case cases[] = {
    { "Zele, vertegenwoordigd door Luc Schelfhout en Tine Van Damme.",
      USUAL ", named-not-representing" },
  };
  g_autoptr (AkkRecord) tine =
      akk_store_get (self->base.store, &akk_representative_record, self->representatives[17]);

  akk_store_begin (self->base.store, "Delete");
  akk_store_delete (self->base.store, tine);
  fixture_commit (&self->base);
  assert_bodies (self, cases, G_N_ELEMENTS (cases));
}

static void
explain (Model *self, const char *term, const char *kind)
{
  akk_store_begin (self->base.store, "Explain");
  model_add (self->base.store, &akk_definition_record, "agreement_id",
             ID (self->agreement->record.id), "kind", kind, "term", term, "meaning",
             "wat het betekent", NULL);
  fixture_commit (&self->base);
}

/* A section with the clause. */
static void
add_list (Model *self, const char *clause)
{
  g_autofree char *body = g_strdup_printf ("{{clause:%s}}\n", clause);
  g_autoptr (AkkSection) section = fixture_add_section (&self->base, self->agreement, clause, "V2");

  fixture_set (&self->base, section, "body", body);
}

static void
test_abbreviations (Model *self, gconstpointer data)
{
  static const Case cases[] = {
    { "VDAB, IVSES en een OCMW.", USUAL },
    { "VVSG en nog eens VVSG.", USUAL ", abbreviation" },
    { "De Vereniging van Vlaamse Steden en Gemeenten (VVSG) en VVSG.", USUAL },
    { "VVSG (de vereniging van steden en gemeenten).", USUAL },
    { "Alle VVSG’s en DWH's.", USUAL ", abbreviation, abbreviation" },
    { "Deel IV, boek XX, A4 en COVID-19.", USUAL },
    { "SAMEN STERK VOOR WERK", USUAL },
    { "Hun FTE, al die FTE’s en de FTE-norm in de lijst.", USUAL },
    { "De NBAzu en nog eens NBAzu.", USUAL ", abbreviation" },
    { "De niet-beroepsactieven zonder uitkering (NBAzu); de NBAzu.", USUAL },
    { "KPIs en een KPI.", USUAL ", abbreviation" },
    { "De SPOC-werking van UGent en UHasselt, de IVe en de XIde.", USUAL ", abbreviation" },
  };

  explain (self, "FTE", "1");
  add_list (self, "abbreviations");
  assert_bodies (self, cases, G_N_ELEMENTS (cases));
}

/* A list that nobody can read on paper explains nothing. */
static void
test_unprinted (Model *self, gconstpointer data)
{
  explain (self, "traject", "0");
  assert_found (self, "terms", USUAL ", definitions-unprinted");
  explain (self, "FTE", "1");
  assert_found (self, "both", USUAL ", definitions-unprinted, abbreviations-unprinted");
  add_list (self, "definitions");
  assert_found (self, "terms are printed", USUAL ", abbreviations-unprinted");
  add_list (self, "abbreviations");
  assert_found (self, "both are printed", USUAL);
}

/* So does one that people changed since it was inserted. */
static void
test_edited_list (Model *self, gconstpointer data)
{
  g_autoptr (AkkSection) section =
      fixture_add_section (&self->base, self->agreement, "Afkortingen", "V2");

  explain (self, "FTE", "1");
  fixture_set (&self->base, section, "body",
               "{{text:abbreviations}}\n\nFTE: een heel jaar\n\n{{end:abbreviations}}\n");
  assert_found (self, "edited", USUAL);
}

static void
test_dates (Model *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) before = fixture_add_agreement (&self->base, "Vorige");
  gint64 id = self->agreement->record.id;
  gint64 chair = self->representatives[2];

  model_change (self, &akk_agreement_record, id, "predecessor_id", ID (before->record.id));
  assert_found (self, "no end known", USUAL);
  model_change (self, &akk_agreement_record, before->record.id, "ends_on", "2021-10-01");
  assert_found (self, "ends on the first day", "predecessor-overlaps, " USUAL);
  model_change (self, &akk_agreement_record, before->record.id, "ends_on", "2021-09-30");
  assert_found (self, "ends the day before", USUAL);
  model_change (self, &akk_council_decision_record, self->decisions[4], "decided_on", "2021-10-02");
  assert_found (self, "decided late", "decision-late, " USUAL);
  model_change (self, &akk_agreement_record, id, "starts_at_signing", "1");
  assert_found (self, "starts at signing", USUAL);
  model_change (self, &akk_agreement_record, id, "starts_at_signing", "0");
  model_change (self, &akk_council_decision_record, self->decisions[4], "decided_on", "2021-10-01");
  model_change (self, &akk_representative_record, chair, "delegated", "1");
  model_change (self, &akk_representative_record, chair, "delegation_organ", "college");
  model_change (self, &akk_representative_record, chair, "delegated_on", "2021-10-02");
  assert_found (self, "delegated late", "delegation-late, " USUAL);
  model_change (self, &akk_representative_record, chair, "delegated_on", "2021-10-01");
  assert_found (self, "delegated in time", USUAL);
  model_change (self, &akk_agreement_record, id, "kind", "4");
  assert_found (self, "addendum", "addendum-to-nothing | " USUAL);
}

static void
test_bodies (Model *self, gconstpointer data)
{
  static const Case cases[] = {
    { "De stuurgroep evalueert het plan jaarlijks.", USUAL ", evaluation-not-noted" },
    { "De stuurgroep evalueert het plan. Jaarlijks.", USUAL ", evaluation-not-noted" },
    { "De raad evalueert het plan elk jaar.", USUAL },
  };

  model_change (self, &akk_body_record, self->steering, "evaluates", "1");
  assert_found (self, "once in two years", USUAL ", stricter-duty");
  model_change (self, &akk_body_record, self->steering, "period", "1");
  assert_found (self, "once a year", USUAL);
  model_change (self, &akk_body_record, self->steering, "times", "0");
  assert_found (self, "no frequency", USUAL ", no-frequency");
  model_change (self, &akk_body_record, self->steering, "evaluates", "0");
  assert_bodies (self, cases, G_N_ELEMENTS (cases));
}

static void
test_aldermen (Model *self, gconstpointer data)
{
  gint64 chair = self->representatives[2];

  model_change (self, &akk_representative_record, chair, "function", "schepen van Werk");
  assert_found (self, "alderman", "does-not-sign, no-delegation");
  model_change (self, &akk_representative_record, chair, "signs", "0");
  assert_found (self, "does not sign", "does-not-sign, does-not-sign");
}

/* What the Pact asks is asked of a text that has begun. */
static void
test_asked (Model *self, gconstpointer data)
{
  static const char *const headings[] = { "Een", "Twee", "Drie", "Vier" };
  AkkSection *sections[G_N_ELEMENTS (headings)];

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++) {
    char position[8];

    g_snprintf (position, sizeof position, "V%u", i + 1);
    assert_found (self, headings[i], USUAL);
    sections[i] = fixture_add_section (&self->base, self->agreement, headings[i], position);
    fixture_set (&self->base, sections[i], "body", "Tekst.");
  }
  assert_found (self, "all lack", "no-contacts, no-deadlines, no-indicators, " USUAL);
  fixture_set (&self->base, sections[0], "body", "Elke partij heeft een aanspreekpunt.");
  assert_found (self, "contacts", "no-deadlines, no-indicators, " USUAL);
  fixture_set (&self->base, sections[1], "body", "Uiterlijk op 1 maart, met indicatoren.");
  assert_found (self, "all there", USUAL);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    g_object_unref (sections[i]);
}

static void
test_marks (Model *self, gconstpointer data)
{
  static const Case cases[] = {
    { "Een noot[^1] zonder tekst.", "mark-without-note | " USUAL },
    { "Een noot.[^1]\n\n[^1]: Hier.", USUAL },
    { "[^ ] en [^", USUAL },
  };

  assert_bodies (self, cases, G_N_ELEMENTS (cases));
}

#define ADD(path, test)                                                                            \
  g_test_add ("/findings-rules/" path, Model, NULL, model_set_up, test, model_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-typed-number-stands-once", test_numbers);
  ADD ("dead-links-are-found", test_links);
  ADD ("figures-have-a-picture-that-can-be-shown", test_figures);
  ADD ("annexes-hold-what-they-announce", test_annexes);
  ADD ("names-are-those-of-the-register", test_names);
  ADD ("functions-and-signatories-are-those-of-the-register", test_people);
  ADD ("who-is-named-represents", test_not_representing);
  ADD ("functions-are-found-where-people-write-them", test_functions);
  ADD ("abbreviations-are-explained", test_abbreviations);
  ADD ("lists-of-words-are-printed", test_unprinted);
  ADD ("a-list-that-people-changed-is-printed-too", test_edited_list);
  ADD ("dates-follow-each-other", test_dates);
  ADD ("a-body-owes-its-strictest-duty", test_bodies);
  ADD ("aldermen-sign-by-delegation", test_aldermen);
  ADD ("what-the-pact-asks-is-asked", test_asked);
  ADD ("marks-have-a-footnote", test_marks);
  return g_test_run ();
}
