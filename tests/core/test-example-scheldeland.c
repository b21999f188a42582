/* Tests of the example Scheldeland: what it must hold, and what is found in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/agenda.h"
#include "core/agreement-text.h"
#include "core/commitments.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/export.h"
#include "core/findings.h"
#include "core/frequency.h"
#include "core/meetings.h"
#include "core/obligations.h"
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
  static const char *const expected[][5] = {
    { "No term of notice is named", "Joris Van Acker does not sign",
      "Stuurgroep has to meet more often than its own clause says", NULL },
    { "Nobody is named as contact", "Nothing is measured", "Joris Van Acker does not sign",
      "The decision of Laarne is still outstanding", NULL },
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

/* --- Bodies and meetings --- */

static AkkBody *
body_of (Example *self, AkkBodyKind kind)
{
  g_autoptr (GListModel) bodies = akk_store_list (self->base.store, &akk_body_record,
                                                  "agreement_id", self->agreements[0]->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);
    if (body->kind == kind)
      return g_steal_pointer (&body);
  }
  g_assert_not_reached ();
}

/* What the strictest rule of a body asks of the whole term. */
static gint64
total_of (Example *self, AkkBodyKind kind, AkkBodyBasis basis, gboolean evaluates)
{
  const AkkAgreement *agreement = self->agreements[0];
  g_autoptr (AkkBody) body = body_of (self, kind);
  g_autoptr (AkkBody) copy = akk_record_duplicate (body);
  g_autoptr (GArray) rules = NULL;

  copy->basis = basis;
  copy->evaluates = copy->evaluates && evaluates;
  rules = akk_frequencies (copy);
  return akk_frequency_total (akk_frequency_strictest (rules), agreement->starts_on,
                              agreement->ends_on);
}

/* Twelve of the working group whichever way they are counted; four of the steering group because it
 * evaluates every year, where its own clause would be content with two. */
static void
test_totals (Example *self, gconstpointer data)
{
  for (AkkBodyBasis basis = AKK_BASIS_CALENDAR; basis <= AKK_BASIS_ROLLING; basis++) {
    g_assert_cmpint (total_of (self, AKK_BODY_WORKING, basis, TRUE), ==, 12);
    g_assert_cmpint (total_of (self, AKK_BODY_STEERING, basis, TRUE), ==, 4);
    g_assert_cmpint (total_of (self, AKK_BODY_DATA, basis, TRUE), ==, 4);
  }
  g_assert_cmpint (total_of (self, AKK_BODY_STEERING, AKK_BASIS_AGREEMENT, FALSE), ==, 2);
}

/* "met 3/3" for every window of a body, one after the other. */
static char *
standing_of (Example *self, gint64 body_id, AkkObligationKind kind)
{
  g_autoptr (GPtrArray) obligations = akk_obligations_new (self->base.store, self->agreements[0],
                                                           akk_store_today (self->base.store));
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *each = obligations->pdata[i];
    if (each->kind == kind && each->body_id == body_id)
      g_string_append_printf (words, "%s%s %d/%d", words->len > 0 ? ", " : "",
                              akk_obligation_statuses[each->status], (int) each->held,
                              (int) each->required);
  }
  return g_string_free_and_steal (words);
}

static void
test_obligations (Example *self, gconstpointer data)
{
  static const struct {
    AkkBodyKind body;
    AkkObligationKind kind;
    AkkBodyBasis basis;
    const char *expected;
  } cases[] = {
    { AKK_BODY_WORKING, AKK_OBLIGATION_MEETING, AKK_BASIS_CALENDAR,
      "met 1/0, met 3/3, missed 2/3, met 3/3, due 2/3" },
    { AKK_BODY_WORKING, AKK_OBLIGATION_MEETING, AKK_BASIS_AGREEMENT,
      "met 3/3, missed 2/3, met 4/3, missed 2/3, met 0/0" },
    { AKK_BODY_WORKING, AKK_OBLIGATION_MEETING, AKK_BASIS_ROLLING, "due 2/3" },
    { AKK_BODY_STEERING, AKK_OBLIGATION_MEETING, AKK_BASIS_CALENDAR,
      "met 0/0, met 2/1, met 1/1, met 1/1, planned 0/1" },
    { AKK_BODY_STEERING, AKK_OBLIGATION_EVALUATION, AKK_BASIS_CALENDAR,
      "met 1/1, met 1/1, met 1/1, planned 0/1" },
    { AKK_BODY_DATA, AKK_OBLIGATION_MEETING, AKK_BASIS_CALENDAR,
      "met 0/0, met 1/1, met 1/1, met 1/1, met 1/1" },
  };
  g_autofree char *plans = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkBody) body = body_of (self, cases[i].body);
    g_autofree char *standing = NULL;
    g_autoptr (GError) error = NULL;

    akk_store_begin (self->base.store, "Count otherwise");
    akk_store_set_int (self->base.store, body, "basis", cases[i].basis);
    g_assert_true (akk_store_commit (self->base.store, &error));
    g_assert_no_error (error);
    standing = standing_of (self, body->record.id, cases[i].kind);
    g_assert_cmpstr (standing, ==, cases[i].expected);
  }
  /* Most plans were adopted in the year before theirs. */
  plans = standing_of (self, 0, AKK_OBLIGATION_PLAN);
  g_assert_cmpstr (plans, ==, "met 1/1, met 1/1, met 1/1, met 1/1");
}

static guint
count_records (Example *self, const AkkRecordType *type)
{
  g_autoptr (GListModel) records = akk_store_list (self->base.store, type, NULL, 0);

  return g_list_model_get_n_items (records);
}

/* Every meeting that was held says what was said, who came and who approved its minutes. */
static void
test_meetings (Example *self, gconstpointer data)
{
  g_autoptr (GPtrArray) meetings =
      akk_meetings (self->base.store, self->agreements[0]->record.id, 0);
  guint n[AKK_MEETING_POSTPONED + 1] = { 0 };

  for (guint i = 0; i < meetings->len; i++) {
    AkkMeeting *meeting = meetings->pdata[i];
    g_autoptr (AkkAgenda) agenda = akk_agenda_new (self->base.store, meeting);
    g_autoptr (AkkMeeting) later =
        akk_store_get (self->base.store, &akk_meeting_record, meeting->successor_id);
    g_autoptr (GPtrArray) lacks = akk_agenda_lacks (agenda, akk_store_today (self->base.store));

    n[meeting->state]++;
    g_assert_cmpint (agenda->over, ==, 0);
    if (akk_meeting_held (meeting)) {
      g_assert_cmpuint (lacks->len, ==, meeting->state == AKK_MEETING_HELD);
      g_assert_cmpuint (agenda->entries->len, >=, 3);
    }
    g_assert_true ((meeting->state == AKK_MEETING_POSTPONED) == (later != NULL));
    if (later != NULL) {
      g_assert_cmpint (meeting->date, <, akk_date_from_ymd (2024, 1, 1));
      g_assert_cmpint (later->date, >=, akk_date_from_ymd (2024, 1, 1));
    }
  }
  g_assert_cmpuint (n[AKK_MEETING_APPROVED], ==, 17);
  g_assert_cmpuint (n[AKK_MEETING_HELD], ==, 2);
  g_assert_cmpuint (n[AKK_MEETING_INVITED], ==, 1);
  g_assert_cmpuint (n[AKK_MEETING_CANCELLED], ==, 1);
  g_assert_cmpuint (n[AKK_MEETING_POSTPONED], ==, 1);
  g_assert_cmpuint (n[AKK_MEETING_PLANNED], ==, 0);
}

/* Decisions are numbered within their year, in the order in which they were taken. */
static void
test_decisions (Example *self, gconstpointer data)
{
  g_autoptr (GPtrArray) meetings =
      akk_meetings (self->base.store, self->agreements[0]->record.id, 0);
  guint states[AKK_DECISION_WITHDRAWN + 1] = { 0 };
  int last_year = 0, number = 0;

  for (guint i = 0; i < meetings->len; i++) {
    g_autoptr (AkkAgenda) agenda = akk_agenda_new (self->base.store, meetings->pdata[i]);
    int year;

    akk_date_to_ymd (agenda->meeting->date, &year, NULL, NULL);
    for (guint k = 0; k < agenda->decisions->len; k++) {
      const AkkDecision *decision = agenda->decisions->pdata[k];
      g_autofree char *expected = NULL;

      states[decision->state]++;
      g_assert_true ((decision->state == AKK_DECISION_REPLACED) == (decision->successor_id != 0));
      number = year == last_year ? number + 1 : 1;
      last_year = year;
      expected = decision->state != AKK_DECISION_DRAFT ? g_strdup_printf ("%d-%02d", year, number)
                                                       : g_strdup ("");
      g_assert_cmpstr (decision->number, ==, expected);
    }
  }
  g_assert_cmpuint (states[AKK_DECISION_DRAFT], ==, 1);
  g_assert_cmpuint (states[AKK_DECISION_TAKEN], ==, 3);
  g_assert_cmpuint (states[AKK_DECISION_CARRIED_OUT], ==, 16);
  g_assert_cmpuint (states[AKK_DECISION_REPLACED], ==, 1);
  g_assert_cmpuint (states[AKK_DECISION_WITHDRAWN], ==, 1);
}

static void
test_actions_and_signals (Example *self, gconstpointer data)
{
  g_autoptr (GListModel) actions = akk_store_list (self->base.store, &akk_action_record, NULL, 0);
  gint64 today = akk_store_today (self->base.store);
  guint n_late = 0;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++) {
    g_autoptr (AkkAction) action = g_list_model_get_item (actions, i);
    g_autofree char *number = g_strdup_printf ("A%u", i + 1);

    g_assert_cmpstr (action->number, ==, number);
    n_late += akk_action_late (action, today);
  }
  g_assert_cmpuint (g_list_model_get_n_items (actions), ==, 68);
  g_assert_cmpuint (n_late, ==, 2);
  g_assert_cmpuint (count_records (self, &akk_signal_record), ==, 4);
}

/* The steering group of 20 November, as the dossier opens. */
static void
test_next_meeting (Example *self, gconstpointer data)
{
  g_autoptr (AkkBody) body = body_of (self, AKK_BODY_STEERING);
  g_autoptr (GPtrArray) meetings = akk_meetings (self->base.store, 0, body->record.id);
  AkkMeeting *meeting = meetings->pdata[meetings->len - 1];
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (self->base.store, meeting);
  g_autoptr (GPtrArray) lacks = akk_agenda_lacks (agenda, akk_store_today (self->base.store));
  const AkkAgendaEntry *third = agenda->entries->pdata[2];
  const AkkAgendaLack *lack = lacks->pdata[0];
  guint n_represented = 0;

  for (guint i = 0; i < agenda->parties->len; i++) {
    const AkkAgendaParty *party = agenda->parties->pdata[i];
    n_represented += party->represented;
    g_assert_true (party->delegated == !g_str_equal (party->name, "Laarne"));
  }
  g_assert_cmpint (meeting->date, ==, akk_date_from_ymd (2025, 11, 20));
  g_assert_cmpint (meeting->starts_at, ==, 9 * 60 + 30);
  g_assert_cmpuint (agenda->entries->len, ==, 7);
  g_assert_cmpint (agenda->minutes, ==, 115);
  g_assert_cmpuint (third->decisions->len, ==, 1);
  g_assert_cmpuint (agenda->seats->len, ==, 13);
  g_assert_cmpuint (agenda->parties->len, ==, N_PARTIES);
  g_assert_cmpuint (n_represented, ==, 7);
  g_assert_cmpuint (lacks->len, ==, 1);
  g_assert_cmpint (lack->kind, ==, AKK_LACK_DELEGATE);
}

/* The third working group of 2025 finds what the second left, and an answer. */
static void
test_offers (Example *self, gconstpointer data)
{
  static const char *const expected[] = { "Verslag van 12 juni 2025",
                                          "Datum van het derde overleg",
                                          "Jobbeurs sociale economie",
                                          "Infosessies in het dienstencentrum",
                                          "Geen bus naar het bedrijvenpark bij ploegenwerk",
                                          "Stand van de acties",
                                          "Knelpunten",
                                          "Leren van elkaar",
                                          "Communicatie" };
  g_autoptr (AkkBody) body = body_of (self, AKK_BODY_WORKING);
  g_autoptr (AkkMeeting) meeting = akk_record_new (&akk_meeting_record);
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GError) error = NULL;

  meeting->body_id = body->record.id;
  meeting->date = akk_date_from_ymd (2025, 12, 11);
  akk_store_begin (self->base.store, "Plan");
  akk_store_add (self->base.store, meeting);
  g_assert_true (akk_store_commit (self->base.store, &error));
  g_assert_no_error (error);
  offers = akk_agenda_offers (self->base.store, meeting);
  g_assert_cmpuint (offers->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < offers->len; i++)
    g_assert_cmpstr (((const AkkAgendaOffer *) offers->pdata[i])->item->title, ==, expected[i]);
}

/* What is written is what the editor would write, so that opening a field changes nothing. */
static void
test_rich_text (Example *self, gconstpointer data)
{
  const AkkRecordType *const types[] = { &akk_meeting_record, &akk_agenda_item_record,
                                         &akk_signal_record };

  for (guint t = 0; t < G_N_ELEMENTS (types); t++) {
    g_autoptr (GListModel) records = akk_store_list (self->base.store, types[t], NULL, 0);

    for (guint i = 0; i < g_list_model_get_n_items (records) * types[t]->n_fields; i++) {
      g_autoptr (GObject) record = g_list_model_get_item (records, i / types[t]->n_fields);
      const AkkField *field = &types[t]->fields[i % types[t]->n_fields];
      const char *body = field->body ? akk_record_get_text (record, field) : "";
      g_autoptr (AkkText) text = akk_text_parse (body);
      g_autofree char *written = akk_text_write (text);

      g_assert_cmpstr (written, ==, body);
    }
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
  ADD ("twelve-working-groups-and-four-steering-groups", test_totals);
  ADD ("owes-one-working-group", test_obligations);
  ADD ("meetings-are-noted-in-full", test_meetings);
  ADD ("decisions-are-numbered-by-year", test_decisions);
  ADD ("two-actions-are-late-and-four-signals-travel", test_actions_and_signals);
  ADD ("rich-text-is-as-the-editor-writes-it", test_rich_text);
  ADD ("next-steering-group-waits-for-laarne", test_next_meeting);
  ADD ("next-working-group-is-offered-what-is-open", test_offers);
  return g_test_run ();
}
