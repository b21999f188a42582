/* Tests of what is handed over to somebody new.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/handover.h"

#include "core/contact.h"
#include "core/coverage.h"
#include "core/fulfilment.h"
#include "core/log-entry.h"
#include "core/office.h"
#include "core/parked.h"
#include "core/parties.h"
#include "core/plan.h"
#include "core/priority.h"
#include "core/representative.h"
#include "meetings-fixture.h"

static gint64
day (const char *iso)
{
  return akk_date_parse (iso);
}

static AkkHandover *
hand_over (Council *council, const char *iso)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (council->store, &akk_agreement_record, council->agreement);

  return akk_handover_new (council->store, agreement, day (iso));
}

static void
set (Council *council, const AkkRecordType *type, gint64 id, const char *field, gint64 value)
{
  g_autoptr (AkkRecord) record = akk_store_get (council->store, type, id);

  akk_store_begin (council->store, "Set");
  akk_store_set_int (council->store, record, field, value);
  fixture_commit (&council->base);
}

/* --- Dates --- */

/* "2025-11-20 Stuurgroep late; …" of the meetings among them. */
static char *
meetings_of (Council *council, const char *iso)
{
  g_autoptr (AkkHandover) facts = hand_over (council, iso);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < facts->dates->len; i++) {
    const AkkHandoverDate *it = facts->dates->pdata[i];
    g_autofree char *date = akk_date_format (it->day);
    if (it->duty == NULL)
      g_string_append_printf (words, "%s%s %s%s", words->len > 0 ? "; " : "", date, it->body->name,
                              it->late ? " late" : "");
  }
  return g_string_free_and_steal (words);
}

static void
test_meetings (Council *council, gconstpointer data)
{
  gint64 first = council_meeting (council, "2025-11-20", AKK_MEETING_INVITED);
  gint64 second = council_meeting (council, "2026-02-12", AKK_MEETING_PLANNED);
  g_autofree char *both = meetings_of (council, "2025-11-17");
  g_autofree char *over = meetings_of (council, "2025-12-01");

  g_assert_cmpstr (both, ==, "2025-11-20 Stuurgroep; 2026-02-12 Stuurgroep");
  g_assert_cmpstr (over, ==, "2025-11-20 Stuurgroep late; 2026-02-12 Stuurgroep");
  set (council, &akk_meeting_record, first, "state", AKK_MEETING_HELD);
  set (council, &akk_meeting_record, second, "state", AKK_MEETING_CANCELLED);
  g_autofree char *none = meetings_of (council, "2025-12-01");
  g_assert_cmpstr (none, ==, "");
}

/* What is owed within three months, what is late, and what one sees from afar; nothing that is met.
 */
static void
test_duties (Council *council, gconstpointer data)
{
  static const struct {
    const char *on;
    AkkObligationKind kind;
    gboolean there, late;
  } cases[] = {
    { "2025-02-01", AKK_OBLIGATION_MEETING, FALSE, FALSE }, /* due at the end of the year */
    { "2025-11-01", AKK_OBLIGATION_MEETING, TRUE, FALSE },
    { "2025-11-01", AKK_OBLIGATION_END, TRUE, FALSE }, /* years ahead */
    { "2025-11-01", AKK_OBLIGATION_NOTICE, TRUE, FALSE },
    { "2025-11-01", AKK_OBLIGATION_PLAN, TRUE, FALSE },
    { "2029-08-01", AKK_OBLIGATION_NOTICE, FALSE, FALSE }, /* its day is over */
  };

  set (council, &akk_agreement_record, council->agreement, "stage", AKK_STAGE_RUNNING);
  set (council, &akk_agreement_record, council->agreement, "starts_on", day ("2025-01-01"));
  set (council, &akk_agreement_record, council->agreement, "ends_on", day ("2029-12-31"));
  set (council, &akk_agreement_record, council->agreement, "notice_months", 6);
  set (council, &akk_agreement_record, council->agreement, "yearly_plan", TRUE);
  set (council, &akk_body_record, council->body, "times", 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkHandover) facts = hand_over (council, cases[i].on);
    const AkkHandoverDate *found = NULL;
    for (guint j = 0; j < facts->dates->len; j++) {
      const AkkHandoverDate *it = facts->dates->pdata[j];
      if (it->duty != NULL && it->duty->kind == cases[i].kind)
        found = it;
    }
    g_test_message ("%s: %s", cases[i].on, akk_obligation_kinds[cases[i].kind]);
    g_assert_true ((found != NULL) == cases[i].there);
    g_assert_true (found == NULL || found->late == cases[i].late);
  }
}

static void
test_order (Council *council, gconstpointer data)
{
  g_autoptr (AkkHandover) facts = NULL;
  int rank = 0;

  set (council, &akk_agreement_record, council->agreement, "stage", AKK_STAGE_RUNNING);
  set (council, &akk_agreement_record, council->agreement, "starts_on", day ("2024-01-01"));
  set (council, &akk_agreement_record, council->agreement, "ends_on", day ("2029-12-31"));
  set (council, &akk_body_record, council->body, "times", 1);
  council_meeting (council, "2024-03-01", AKK_MEETING_HELD); /* its minutes have no day */
  council_meeting (council, "2025-10-01", AKK_MEETING_PLANNED); /* over */
  facts = hand_over (council, "2025-11-17");
  g_assert_cmpuint (facts->dates->len, >=, 3);
  for (guint i = 0; i < facts->dates->len; i++) {
    const AkkHandoverDate *it = facts->dates->pdata[i];
    int its = it->late ? 0 : it->day == AKK_NO_DATE ? 1 : 2;
    g_assert_cmpint (its, >=, rank);
    rank = its;
  }
  g_assert_true (((const AkkHandoverDate *) facts->dates->pdata[0])->late);
  g_assert_cmpuint (facts->n_unapproved, ==, 1);
}

/* --- Actions --- */

static gint64
add_action (Council *council, const char *title, gint64 priority, const char *deadline)
{
  return council_add (council, &akk_action_record, "agreement-id", council->agreement, "title",
                      title, "priority-id", priority, "deadline",
                      deadline != NULL ? day (deadline) : AKK_NO_DATE, NULL);
}

/* "1: Late!, Open; 0: Other" */
static char *
actions_of (Council *council)
{
  g_autoptr (AkkHandover) facts = hand_over (council, "2025-11-17");
  GString *words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < facts->parts->len; i++) {
    const AkkHandoverPart *part = facts->parts->pdata[i];
    g_string_append_printf (words, "%s%u:", i > 0 ? "; " : "", part->number);
    for (guint j = 0; j < part->actions->len; j++, n++) {
      const AkkHandoverAction *it = part->actions->pdata[j];
      g_string_append_printf (words, " %s%s", it->action->title, it->late ? "!" : "");
    }
  }
  g_assert_cmpuint (facts->n_actions, ==, n);
  return g_string_free_and_steal (words);
}

static void
test_actions (Council *council, gconstpointer data)
{
  gint64 priority = council_add (council, &akk_priority_record, "agreement-id", council->agreement,
                                 "title", "Werk", NULL);
  gint64 open = add_action (council, "Open", priority, NULL);
  gint64 late = add_action (council, "Late", priority, "2025-11-16");
  gint64 other = add_action (council, "Other", 0, "2025-11-17");

  add_action (council, "Soon", priority, "2025-12-01");
  g_autofree char *all = actions_of (council);
  g_assert_cmpstr (all, ==, "1: Late! Soon Open; 0: Other");
  set (council, &akk_action_record, late, "status", AKK_ACTION_DONE);
  set (council, &akk_action_record, open, "status", AKK_ACTION_STOPPED);
  set (council, &akk_action_record, other, "successor_id", late);
  g_autofree char *rest = actions_of (council);
  g_assert_cmpstr (rest, ==, "1: Soon");
}

/* Of its log and its sentence of progress the newer one. */
static void
test_news (Council *council, gconstpointer data)
{
  gint64 id = council_add (council, &akk_action_record, "agreement-id", council->agreement, "title",
                           "A", "progress", "Bezig.", "reported-on", day ("2025-06-01"), NULL);

  council_add (council, &akk_log_entry_record, "action-id", id, "date", day ("2025-05-01"), "text",
               "Ouder.", NULL);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkHandover) facts = hand_over (council, "2025-11-17");
    const AkkHandoverPart *part = facts->parts->pdata[0];
    const AkkHandoverAction *it = part->actions->pdata[0];
    g_assert_cmpstr (it->news, ==, i == 0 ? "Bezig." : "Nieuwer.");
    g_assert_cmpint (it->news_on, ==, day (i == 0 ? "2025-06-01" : "2025-07-01"));
    g_assert_cmpuint (it->silent, ==, 5);
    council_add (council, &akk_log_entry_record, "action-id", id, "date", day ("2025-07-01"),
                 "text", "Nieuwer.", NULL);
  }
}

/* A promise is without an action until one that is not stopped carries it out. */
static void
test_promises (Council *council, gconstpointer data)
{
  gint64 action = add_action (council, "A", 0, NULL);

  council_add (council, &akk_section_record, "agreement-id", council->agreement, "heading",
               "Cijfers", "body", "- {{commitment:7}}cijfers leveren\n- {{commitment:8}}melden\n",
               NULL);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (AkkHandover) facts = hand_over (council, "2025-11-17");
    g_assert_cmpuint (facts->promises->len, ==, i == 1 ? 1 : 2);
    const AkkPromise *last = facts->promises->pdata[facts->promises->len - 1];
    g_assert_cmpint (last->commitment->id, ==, 8);
    g_assert_cmpstr (last->heading, ==, "Cijfers");
    if (i == 0)
      council_add (council, &akk_fulfilment_record, "action-id", action, "commitment", (gint64) 7,
                   NULL);
    else
      set (council, &akk_action_record, action, "status", AKK_ACTION_STOPPED);
  }
}

/* --- Decisions and signals --- */

static void
test_decisions (Council *council, gconstpointer data)
{
  static const AkkDecisionState closed[] = { AKK_DECISION_DRAFT, AKK_DECISION_CARRIED_OUT,
                                             AKK_DECISION_REPLACED, AKK_DECISION_WITHDRAWN };
  gint64 meeting = council_meeting (council, "2025-03-11", AKK_MEETING_HELD);
  gint64 later =
      council_add (council, &akk_decision_record, "meeting-id", meeting, "text", "Later", "due-on",
                   day ("2026-01-31"), "state", (gint64) AKK_DECISION_TAKEN, NULL);

  council_add (council, &akk_decision_record, "meeting-id", meeting, "text", "Ooit", "state",
               (gint64) AKK_DECISION_TAKEN, NULL);
  council_add (council, &akk_decision_record, "meeting-id", meeting, "text", "Te laat", "due-on",
               day ("2025-11-15"), "state", (gint64) AKK_DECISION_TAKEN, NULL);
  {
    static const char *const texts[] = { "Te laat", "Later", "Ooit" };
    g_autoptr (AkkHandover) facts = hand_over (council, "2025-11-17");
    g_assert_cmpuint (facts->decisions->len, ==, 3);
    for (guint i = 0; i < 3; i++) {
      const AkkHandoverDecision *it = facts->decisions->pdata[i];
      g_assert_cmpstr (it->decision->text, ==, texts[i]);
      g_assert_true (it->late == (i == 0));
      g_assert_cmpstr (it->body->name, ==, "Stuurgroep");
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++) {
    set (council, &akk_decision_record, later, "state", closed[i]);
    g_autoptr (AkkHandover) facts = hand_over (council, "2025-11-17");
    g_assert_cmpuint (facts->decisions->len, ==, 2);
  }
}

static void
test_signals (Council *council, gconstpointer data)
{
  static const struct {
    AkkSignalState state;
    gboolean returned, there;
  } cases[] = {
    { AKK_SIGNAL_OPEN, FALSE, TRUE },     { AKK_SIGNAL_ANSWERED, FALSE, TRUE },
    { AKK_SIGNAL_SOLVED, FALSE, TRUE },   { AKK_SIGNAL_CLOSED, FALSE, FALSE },
    { AKK_SIGNAL_ANSWERED, TRUE, FALSE }, { AKK_SIGNAL_SOLVED, TRUE, FALSE },
  };
  gint64 meeting = council_meeting (council, "2025-03-11", AKK_MEETING_HELD);
  gint64 item = council_item (council, meeting, "Signaal", 10);
  gint64 signal = council_add (council, &akk_signal_record, "agreement-id", council->agreement,
                               "title", "Opvang", "raised-on", day ("2025-01-01"), NULL);

  council_add (council, &akk_signal_step_record, "signal-id", signal, "date", day ("2025-04-01"),
               "note", "Tweede", NULL);
  council_add (council, &akk_signal_step_record, "signal-id", signal, "date", day ("2025-02-01"),
               "note", "Eerste", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    set (council, &akk_signal_record, signal, "state", cases[i].state);
    set (council, &akk_signal_record, signal, "returned_id", cases[i].returned ? item : 0);
    g_autoptr (AkkHandover) facts = hand_over (council, "2025-11-17");
    g_assert_cmpuint (facts->signals->len, ==, cases[i].there);
    if (cases[i].there) {
      const AkkHandoverSignal *it = facts->signals->pdata[0];
      g_assert_cmpstr (it->step->note, ==, "Tweede");
    }
  }
}

/* Until an item of an agenda takes it up. */
static void
test_parked (Council *council, gconstpointer data)
{
  gint64 meeting = council_meeting (council, "2025-03-11", AKK_MEETING_HELD);
  gint64 next = council_meeting (council, "2025-12-11", AKK_MEETING_PLANNED);
  gint64 item = council_item (council, next, "Rijbewijs", 10);
  gint64 parked =
      council_add (council, &akk_parked_record, "meeting-id", meeting, "text", "Rijbewijs", NULL);

  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkHandover) facts = hand_over (council, "2025-11-17");
    g_assert_cmpuint (facts->parked->len, ==, i == 0 ? 1 : 0);
    set (council, &akk_agenda_item_record, item, "parked_id", parked);
  }
}

/* --- Who is who --- */

/* "An Peeters (regisseur) Stuurgroep 1 signs" of the people of Laarne. */
static char *
people_of (Council *council, const char *iso)
{
  g_autoptr (AkkHandover) facts = hand_over (council, iso);
  const AkkHandoverParty *party = facts->parties->pdata[0];
  GString *words = g_string_new (NULL);

  g_assert_cmpuint (facts->parties->len, ==, 2);
  g_assert_cmpstr (party->name, ==, "Laarne");
  for (guint i = 0; i < party->people->len; i++) {
    const AkkHandoverPerson *it = party->people->pdata[i];
    g_string_append_printf (words, "%s%s (%s)", i > 0 ? "; " : "",
                            it->person != NULL ? it->person->name : "nobody", it->function);
    for (guint j = 0; j < it->bodies->len; j++)
      g_string_append_printf (words, " %s", ((const AkkBody *) it->bodies->pdata[j])->name);
    for (guint j = 0; j < it->priorities->len; j++)
      g_string_append_printf (words, " %u", g_array_index (it->priorities, guint, j));
    if (it->signs)
      g_string_append (words, " signs");
  }
  return g_string_free_and_steal (words);
}

static void
test_people (Council *council, gconstpointer data)
{
  g_autoptr (AkkParty) party = akk_store_get (council->store, &akk_party_record, council->party[0]);
  gint64 priority = council_add (council, &akk_priority_record, "agreement-id", council->agreement,
                                 "title", "Werk", NULL);
  gint64 office = council_add (council, &akk_office_record, "organisation-id",
                               party->organisation_id, "person-id", council->person, "function",
                               "regisseur", "ends-on", day ("2025-12-31"), NULL);
  gint64 mayor = council_add (council, &akk_person_record, "name", "Els Maes", "email",
                              "els@laarne.example", NULL);
  gint64 chair =
      council_add (council, &akk_office_record, "organisation-id", party->organisation_id,
                   "person-id", mayor, "function", "burgemeester", NULL);
  g_autofree char *plain = people_of (council, "2025-11-17");

  g_assert_cmpstr (plain, ==, "An Peeters (regisseur) Stuurgroep");
  council_add (council, &akk_contact_record, "priority-id", priority, "party-id", council->party[0],
               "office-id", office, NULL);
  council_add (council, &akk_representative_record, "party-id", council->party[0], "office-id",
               chair, NULL);
  g_autofree char *all = people_of (council, "2025-11-17");
  g_assert_cmpstr (all, ==, "An Peeters (regisseur) Stuurgroep 1; Els Maes (burgemeester) signs");
  /* Whose time is over is no longer there: the seat is free. */
  g_autofree char *later = people_of (council, "2026-01-01");
  g_assert_cmpstr (later, ==, "nobody () Stuurgroep; Els Maes (burgemeester) signs");

  g_autoptr (AkkHandover) facts = hand_over (council, "2026-01-01");
  const AkkHandoverBody *body = facts->bodies->pdata[0];
  g_assert_cmpuint (body->n_seats, ==, 2);
  g_assert_cmpuint (body->n_vacant, ==, 2);
}

/* --- Where things are, and what was noted --- */

static void
test_places (Council *council, gconstpointer data)
{
  gint64 meeting = council_meeting (council, "2024-11-14", AKK_MEETING_APPROVED);
  gint64 last = council_meeting (council, "2025-06-12", AKK_MEETING_HELD);
  gint64 next;

  council_meeting (council, "2025-12-12", AKK_MEETING_PLANNED);
  council_add (council, &akk_plan_record, "agreement-id", council->agreement, "first-year",
               (gint64) 2025, "last-year", (gint64) 2025, "state", (gint64) AKK_PLAN_ADOPTED,
               "meeting-id", meeting, NULL);
  council_add (council, &akk_evaluation_record, "agreement-id", council->agreement, "year",
               (gint64) 2024, "adopted-on", day ("2024-11-14"), NULL);
  council_add (council, &akk_evaluation_record, "agreement-id", council->agreement, "year",
               (gint64) 2025, NULL);
  next = council_add (council, &akk_agreement_record, "title", "Volgende", "predecessor-id",
                      council->agreement, NULL);

  g_autoptr (AkkHandover) facts = hand_over (council, "2025-11-17");
  g_assert_cmpint (facts->plan->first_year, ==, 2025);
  g_assert_cmpint (facts->plan_meeting->record.id, ==, meeting);
  g_assert_cmpint (facts->last_meeting->record.id, ==, last);
  g_assert_cmpuint (facts->n_unapproved, ==, 1);
  g_assert_cmpint (facts->report->year, ==, 2024);
  g_assert_cmpint (facts->report_ahead->year, ==, 2025);
  g_assert_cmpint (facts->successor->record.id, ==, next);
  g_assert_null (facts->predecessor);
  g_autoptr (AkkHandover) year_after = hand_over (council, "2026-11-17");
  g_assert_null (year_after->plan);
}

static void
test_notes (Council *council, gconstpointer data)
{
  gint64 old = council_meeting (council, "2024-10-01", AKK_MEETING_HELD);
  gint64 next = council_meeting (council, "2025-12-01", AKK_MEETING_PLANNED);
  gint64 action = add_action (council, "A", 0, NULL);
  const struct {
    const AkkRecordType *type;
    gint64 id;
    const char *note;
  } notes[] = { { &akk_meeting_record, old, "Oud" },
                { &akk_meeting_record, next, "Bel Laarne" },
                { &akk_action_record, action, "Wacht op de verzekeraar" } };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++) {
    g_autoptr (AkkRecord) record = akk_store_get (council->store, notes[i].type, notes[i].id);
    fixture_set (&council->base, record, "note", notes[i].note);
  }
  {
    g_autoptr (AkkHandover) facts = hand_over (council, "2025-11-17");
    g_assert_cmpuint (facts->notes->len, ==, 2);
    g_assert_cmpstr (((AkkHandoverNote *) facts->notes->pdata[0])->text, ==, "Bel Laarne");
    g_assert_cmpint (((AkkHandoverNote *) facts->notes->pdata[1])->action->record.id, ==, action);
  }
  set (council, &akk_action_record, action, "status", AKK_ACTION_DONE);
  g_autoptr (AkkHandover) facts = hand_over (council, "2025-11-17");
  g_assert_cmpuint (facts->notes->len, ==, 1);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Council, NULL, council_set_up, function, council_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/handover/has-meetings-that-are-still-to-be-held", test_meetings);
  ADD ("/handover/has-what-is-owed-soon", test_duties);
  ADD ("/handover/has-what-is-late-first", test_order);
  ADD ("/handover/has-open-actions-only", test_actions);
  ADD ("/handover/has-the-last-news", test_news);
  ADD ("/handover/has-promises-without-action", test_promises);
  ADD ("/handover/has-open-decisions-only", test_decisions);
  ADD ("/handover/has-signals-that-wait", test_signals);
  ADD ("/handover/has-parked-subjects-until-they-are-taken-up", test_parked);
  ADD ("/handover/says-who-is-who-on-that-day", test_people);
  ADD ("/handover/says-where-things-are", test_places);
  ADD ("/handover/has-notes-of-what-is-open", test_notes);
  return g_test_run ();
}
