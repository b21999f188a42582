/* Tests of the signature pages: the closing formula, and a place for everybody who signs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/field-source.h"
#include "core/office.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/person.h"
#include "core/representative.h"
#include "core/section.h"
#include "core/signing-route.h"
#include "printed-agreement.h"

static void
assert_signing (Fixture *fixture, const Paper *paper)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (GPtrArray) route = akk_signing_route_new (fixture->store, fixture->agreement, phrases);
  guint number = 0;

  g_assert_cmpuint (count_words (paper, "Plaats en datum"), ==, route->len);
  for (guint i = 0; i < route->len; i++) {
    const AkkSigningBlock *block = route->pdata[i];
    /* What its first line surely holds. */
    g_autofree char *party = g_strdup_printf ("Voor %.30s", block->name);

    g_assert_cmpuint (count_words (paper, party), ==, 1);
    const char *words = page_words (paper, find_page (paper, party));
    for (guint k = 0; k < block->signers->len; k++) {
      const AkkSigner *signer = &g_array_index (block->signers, AkkSigner, k);
      g_assert_cmpuint (signer->number, ==, ++number);
      g_assert_nonnull (strstr (words, signer->name));
    }
  }
}

static void
test_signing (Fixture *fixture, gconstpointer data)
{
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  g_auto (Paper) alone = print (fixture, NULL, TRUE);

  assert_signing (fixture, &paper);
  assert_signing (fixture, &alone);
  g_assert_cmpint (n_pages (&alone), ==, 2);
  g_assert_cmpuint (count_words (&paper, "Opgemaakt in"), ==, 1);
  g_assert_cmpint (find_page (&paper, "Opgemaakt in"), ==, find_page (&paper, "Voor VDAB"));
}

/* Whatever people make of the clause, the places to sign are there: once, below their words. */
static void
test_formula (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *body, *formula;
  } cases[] = {
    { "Niets.\n", "Opgemaakt in" }, /* the clause was deleted */
    { "Voor.\n\n{{clause:signatures}}\n\nNa.\n", "Opgemaakt in" },
    { "In een {{clause:signatures}} zin.\n", "Opgemaakt in" },
    { "{{clause:signatures}}\n\n{{text:signatures}}Tweemaal.{{end:signatures}}\n", "Tweemaal." },
    { "{{text:signatures}}Getekend te goeder trouw.\n\n- als eerste;\n- als "
      "tweede.\n\nKlaar.{{end:signatures}}\n\nNa.\n",
      "Getekend te goeder trouw. • als eerste; • als tweede. Klaar. Voor VDAB" },
    { "{{text:signatures}}Zonder einde.\n\nWat volgt.\n", "Zonder einde. Wat volgt. Voor VDAB" },
    { "{{text:signatures}}{{end:signatures}}\n", "Ondertekening Voor VDAB" },
  };
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (AkkSection) first = g_list_model_get_item (sections, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gboolean own = strstr (cases[i].formula, "Opgemaakt") == NULL;

    g_test_message ("%s", cases[i].body);
    fixture_set (fixture, first, "body", cases[i].body);
    g_auto (Paper) paper = print (fixture, NULL, FALSE);
    g_auto (Paper) alone = print (fixture, NULL, TRUE);
    assert_signing (fixture, &paper);
    assert_signing (fixture, &alone);
    g_assert_cmpuint (count_words (&paper, cases[i].formula), ==, 1);
    g_assert_cmpuint (count_words (&alone, cases[i].formula), ==, 1);
    g_assert_cmpuint (count_words (&paper, "Opgemaakt in"), ==, own ? 0 : 1);
    g_assert_cmpint (find_page (&paper, cases[i].formula), ==, find_page (&paper, "Voor VDAB"));
    if (strstr (cases[i].body, "- als") != NULL)
      assert_conforms (paper.pdf);
  }
}

/* One that fills its page leaves the places to sign whole on the next. */
static void
test_long_formula (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (AkkSection) first = g_list_model_get_item (sections, 0);

  for (guint n = 15; n <= 75; n += 20) {
    g_autoptr (GString) body = g_string_new ("{{text:signatures}}Getekend.\n\n");
    for (guint i = 0; i < n; i++)
      g_string_append (body, "Nog een zin.\n\n");
    g_string_append (body, "Slot.{{end:signatures}}\n");
    fixture_set (fixture, first, "body", body->str);
    g_auto (Paper) paper = print (fixture, NULL, FALSE);
    assert_signing (fixture, &paper);
    g_assert_cmpuint (count_words (&paper, "Nog een zin."), ==, n);
  }
}

/* --- Other parties --- */

static gint64
add (Fixture *fixture, gpointer record)
{
  g_autoptr (AkkRecord) owned = record;

  akk_store_add (fixture->store, record);
  return owned->id;
}

static void
set_int (gpointer record, const char *name, gint64 value)
{
  akk_record_set_int (record, akk_record_type_field (AKK_RECORD (record)->type, name), value);
}

static void
set_text (gpointer record, const char *name, const char *value)
{
  akk_record_set_text (record, akk_record_type_field (AKK_RECORD (record)->type, name), value);
}

static void
add_signer (Fixture *fixture, gint64 organisation, gint64 party, const char *name, guint number)
{
  AkkPerson *person = akk_record_new (&akk_person_record);
  AkkOffice *office = akk_record_new (&akk_office_record);
  AkkRepresentative *it = akk_record_new (&akk_representative_record);
  g_autofree char *position = g_strdup_printf ("a%05u", number);

  set_text (person, "name", name);
  set_int (office, "organisation_id", organisation);
  set_int (office, "person_id", add (fixture, person));
  set_text (office, "function",
            "voorzitter van de gemeenteraad en van de raad voor maatschappelijk welzijn, "
            "gevolmachtigd door beide raden");
  set_int (it, "party_id", party);
  set_text (it, "position", position);
  set_int (it, "office_id", add (fixture, office));
  add (fixture, it);
}

/* A party more, with so many signatories, at the end: `position` begins with a z. */
static void
add_party (Fixture *fixture, const char *name, const char *position, guint n_signers)
{
  AkkOrganisation *organisation = akk_record_new (&akk_organisation_record);
  AkkParty *party = akk_record_new (&akk_party_record);
  g_autoptr (GError) error = NULL;
  gint64 organisation_id, party_id;

  akk_store_begin (fixture->store, "Party");
  set_text (organisation, "name", name);
  set_text (organisation, "designation", "het lokaal bestuur");
  organisation_id = add (fixture, organisation);
  set_int (party, "agreement_id", fixture->agreement->record.id);
  set_int (party, "organisation_id", organisation_id);
  set_text (party, "position", position);
  party_id = add (fixture, party);
  for (guint i = 0; i < n_signers; i++) {
    g_autofree char *person = g_strdup_printf ("Ondertekenaar %u van %s", i + 1, name);
    add_signer (fixture, organisation_id, party_id, person, i);
  }
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
}

/* No block stands alone on the last page, wherever the tall ones are. */
static void
test_more_parties (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name, *position;
    guint n_signers;
  } cases[] = {
    { "Dendermonde", "z00001", 2 },
    { "Aalst", "z00002", 3 },
    { "Lokeren", "z00003", 0 },
    { "Sint-Gillis-bij-Dendermonde en de deelgemeenten die ermee samenwerken", "z00004", 5 },
    { "Ninove", "z00000", 1 },
    { "Haaltert", "z00005", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    add_party (fixture, cases[i].name, cases[i].position, cases[i].n_signers);
    g_auto (Paper) paper = print (fixture, NULL, FALSE);
    assert_signing (fixture, &paper);
    const char *last = strstr (page_words (&paper, n_pages (&paper) - 1), "Plaats en datum");
    g_assert_true (last != NULL && strstr (last + 1, "Plaats en datum") != NULL);
    g_assert_cmpint (find_page (&paper, "De partijen Tussen"), ==, 2);
    if (i + 1 == G_N_ELEMENTS (cases))
      assert_conforms (paper.pdf);
  }
}

static void
test_no_parties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) parties = akk_store_list (fixture->store, &akk_party_record,
                                                   "agreement_id", fixture->agreement->record.id);
  g_autoptr (GError) error = NULL;

  akk_store_begin (fixture->store, "None");
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);
    akk_store_delete (fixture->store, party);
  }
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);

  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  g_auto (Paper) alone = print (fixture, NULL, TRUE);
  g_assert_cmpint (find_page (&paper, "De partijen Tussen"), ==, -1);
  g_assert_cmpint (find_page (&paper, "Plaats en datum"), ==, -1);
  g_assert_cmpint (find_page (&paper, "handtekeningen namens"), ==, -1);
  g_assert_cmpint (n_pages (&alone), ==, 1);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/agreement-signing/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("everybody-signs-once-in-a-whole-block", test_signing);
  ADD ("places-to-sign-follow-any-formula", test_formula);
  ADD ("a-long-formula-leaves-blocks-whole", test_long_formula);
  ADD ("any-party-has-its-block", test_more_parties);
  ADD ("without-parties-nobody-signs", test_no_parties);
  return g_test_run ();
}
