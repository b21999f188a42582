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
#include "print/pages-internal.h"
#include "printed-agreement.h"

#define HEIGHT (AKK_PAGE_BOTTOM - AKK_PAGE_TOP)
#define CHECK_HEIGHT 84 /* of the QR code and what stands beside it */

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

/* Leaves three sections of the text: it is the pages behind it that count. */
static void
shorten (Fixture *fixture)
{
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (GError) error = NULL;

  akk_store_begin (fixture->store, "Shorten");
  for (guint i = g_list_model_get_n_items (sections); i > 3; i--) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i - 1);
    akk_store_delete (fixture->store, section);
  }
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
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

  shorten (fixture);
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

  shorten (fixture);
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

  shorten (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    add_party (fixture, cases[i].name, cases[i].position, cases[i].n_signers);
    g_auto (Paper) paper = print (fixture, NULL, FALSE);
    assert_signing (fixture, &paper);
    const char *last = strstr (page_words (&paper, n_pages (&paper) - 1), "Plaats en datum");
    g_assert_true (last != NULL && strstr (last + 1, "Plaats en datum") != NULL);
    g_assert_cmpint (find_page (&paper, "De partijen Tussen"), ==, 1);
    if (i + 1 == G_N_ELEMENTS (cases))
      assert_conforms (paper.pdf);
  }
}

/* --- Rules 4 and 8 of pages --- */

/* A block as it stands on paper, or a part of one. */
typedef struct {
  guint page, n_fields;
  double top, height;
} Block;

static GArray *
blocks_on (AkkPages *pages)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (Block));

  for (guint row = 0; row < pages->flow->rows->len; row++) {
    Block block = { pages->places[row].page, 0, (double) pages->places[row].y,
                    (double) g_array_index (pages->flow->rows, AkkRow, row).height };
    gboolean begins = FALSE;
    for (guint i = row_info (pages->flow, row)->fill; i < FILLS_END (pages->flow, row); i++) {
      const AkkFill *fill = &g_array_index (pages->flow->fills, AkkFill, i);
      begins |= fill->colour == AKK_FILL_HAIRLINE && fill->y == 0;
      block.n_fields += fill->colour == AKK_FILL_BLACK && fill->width > 200;
    }
    if (begins)
      g_array_append_val (blocks, block);
  }
  return blocks;
}

/* Each block is whole, and on the page; one that is taller than a page, or than what the formula
 * leaves of it, goes on with the next row of fields on another. */
static void
check_blocks (const Block *blocks, guint n, GPtrArray *route)
{
  guint at = 0;

  for (guint i = 0; i < route->len; i++) {
    const AkkSigningBlock *block = route->pdata[i];
    guint left = MAX (block->signers->len, 1), first = at;
    double height = 0;
    while (left > 0) {
      g_assert_cmpuint (at, <, n);
      g_assert_cmpuint (blocks[at].n_fields, <=, left);
      g_assert_cmpfloat (blocks[at].height, >=, 112.5);
      g_assert_cmpfloat (blocks[at].top + blocks[at].height, <=, HEIGHT + 0.1);
      height += blocks[at].height;
      left -= blocks[at].n_fields;
      g_assert_true (left == 0 || blocks[at].n_fields % 2 == 0);
      at++;
    }
    g_assert_true (at == first + 1 || height > (i == 0 ? HEIGHT / 2 : HEIGHT));
  }
  g_assert_cmpuint (at, ==, n);
}

/* The first page has the formula and at most five blocks. The last has one block only if the one
 * before it does not fit beside it, or would leave its own page empty. */
static void
check_company (const Block *blocks, guint n, gboolean stamped)
{
  guint n_first = 0, n_last = 0, n_before = 0;

  g_assert_cmpuint (blocks[0].page, ==, 0);
  g_assert_cmpfloat (blocks[0].top, >, 3 * AKK_SLOT);
  g_assert_cmpfloat (blocks[0].top, <, HEIGHT / 2);
  for (guint i = 0; i < n; i++) {
    n_first += blocks[i].page == 0;
    n_last += blocks[i].page == blocks[n - 1].page;
    n_before += blocks[i].page + 1 == blocks[n - 1].page;
    if (i > 0)
      g_assert_cmpuint (blocks[i].page - blocks[i - 1].page, <=, 1);
  }
  g_assert_cmpuint (n_first, <=, 5);
  if (n_last > 1 || n_before < 2)
    return;
  double shared = 2 * 22.5; /* what they may have got of the room that was left */
  g_assert_cmpfloat (blocks[n - 2].height + blocks[n - 1].height + shared, >,
                     HEIGHT - (stamped ? CHECK_HEIGHT : 0));
}

static void
remove_parties (Fixture *fixture)
{
  g_autoptr (GListModel) parties = akk_store_list (fixture->store, &akk_party_record,
                                                   "agreement_id", fixture->agreement->record.id);
  g_autoptr (GError) error = NULL;

  akk_store_begin (fixture->store, "None");
  for (guint i = g_list_model_get_n_items (parties); i > 0; i--) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i - 1);
    akk_store_delete (fixture->store, party);
  }
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
}

static void
check_random (Fixture *fixture, AkkPaper *paper, AkkPhrases *phrases, const AkkStamp *stamp)
{
  g_autoptr (GPtrArray) route = akk_signing_route_new (fixture->store, fixture->agreement, phrases);
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, "nl-BE");
  g_autoptr (AkkText) text = akk_agreement_text_load (outline, NULL);
  const AkkAgreementMatter matter = { .store = fixture->store,
                                      .agreement = fixture->agreement,
                                      .outline = outline,
                                      .text = text,
                                      .stamp = stamp,
                                      .today = 20409 };
  g_autoptr (AkkPages) pages = akk_signing_print (paper, &matter);
  g_autoptr (GArray) blocks = blocks_on (pages);

  check_blocks ((const Block *) blocks->data, blocks->len, route);
  check_company ((const Block *) blocks->data, blocks->len, stamp != NULL);
}

/* Any number of parties with any number of signatories. */
static void
test_rules (Fixture *fixture, gconstpointer data)
{
  const AkkStamp stamp = { 1, 20367, "ABCDEFGHJKMNPQRS" };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (AkkPaper) paper = akk_paper_new ("nl-BE", NULL);

  for (guint round = 0; round < 8; round++) {
    remove_parties (fixture);
    for (guint i = 0; i < 12; i++) {
      g_autofree char *position = g_strdup_printf ("z%05u", i);
      guint dice = (guint) g_test_rand_int_range (0, 10);
      guint n = (guint) g_test_rand_int_range (0, dice == 0 ? 24 : dice < 3 ? 13 : 4);
      add_party (fixture, "Sint-Gillis-bij-Dendermonde", position, n);
      check_random (fixture, paper, phrases, NULL);
      check_random (fixture, paper, phrases, &stamp);
    }
  }
  remove_parties (fixture);
  add_party (fixture, "Aalst", "z00000", 20);
  check_random (fixture, paper, phrases, NULL);
  g_auto (Paper) tall = print (fixture, NULL, TRUE);
  g_assert_cmpuint (count_words (&tall, "Voor het lokaal bestuur Aalst"), ==, 2);
  g_assert_cmpuint (count_words (&tall, "Aalst (vervolg)"), ==, 1);
  g_assert_cmpuint (count_words (&tall, "Ondertekenaar"), ==, 20);
  assert_conforms (tall.pdf);
}

static void
test_no_parties (Fixture *fixture, gconstpointer data)
{
  remove_parties (fixture);
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
  ADD ("blocks-are-whole-and-in-company", test_rules);
  ADD ("without-parties-nobody-signs", test_no_parties);
  return g_test_run ();
}
