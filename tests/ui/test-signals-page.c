/* Signals that travel, decisions and what became of them, and days off.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/body.h"
#include "core/dates.h"
#include "core/day-off.h"
#include "core/decision.h"
#include "core/meeting.h"
#include "core/signal-step.h"
#include "core/thread.h"
#include "register-fixture.h"
#include "ui/days-off-page.h"
#include "ui/editor.h"
#include "ui/record-page.h"
#include "ui/register-page.h"

static void
show_register (RegisterFixture *f, const AkkRegister *what)
{
  register_show (f, GTK_WIDGET (akk_register_page_new (f->store, f->agreement, what)));
}

static void
store (RegisterFixture *f, gpointer record)
{
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, record);
  g_assert_true (akk_store_commit (f->store, NULL));
}

static void
a_new_signal_stands_in_the_register (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (GListModel) list = NULL;
  g_autoptr (AkkSignal) signal = NULL;

  show_register (f, &akk_signals_register);
  register_click (f, "New Signal");
  register_write (f, "Title", "Lange wachttijd");
  register_apply (f);
  list = akk_store_list (f->store, &akk_signal_record, NULL, 0);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  signal = g_list_model_get_item (list, 0);
  g_assert_cmpint (signal->raised_on, ==, akk_date_from_ymd (2025, 11, 17));
  g_assert_nonnull (register_row (f, "Lange wachttijd"));
  register_expect (f, "raised today");
}

static void
a_signal_moves_up_in_one_step (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkSignal) signal = akk_record_new (&akk_signal_record);
  g_autoptr (GError) error = NULL;

  g_object_set (signal, "agreement-id", f->agreement->record.id, "title", "Lange wachttijd", NULL);
  store (f, signal);
  register_show (f, GTK_WIDGET (akk_record_page_new (f->store, signal, f->agreement->record.id,
                                                     &akk_signal_look)));
  register_click (f, "To: Region…");
  register_button (f, "_Apply"); /* the page has a row of that name too */
  register_write (f, "Who has it", "Regionaal overleg");
  register_apply (f);
  g_assert_cmpint (signal->level, ==, AKK_SIGNAL_REGION);
  g_assert_cmpstr (signal->holder, ==, "Regionaal overleg");
  g_assert_cmpuint (register_count (f, &akk_signal_step_record), ==, 1);
  g_assert_nonnull (register_row (f, "Region · Regionaal overleg"));
  g_assert_nonnull (register_button (f, "To: Central…"));

  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpint (signal->level, ==, AKK_SIGNAL_LOCAL);
  g_assert_cmpuint (register_count (f, &akk_signal_step_record), ==, 0);
}

/* One begins to write at once; the day and the state follow. */
static void
an_answer_makes_it_answered (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkSignal) signal = akk_record_new (&akk_signal_record);
  GtkWidget *focus;

  g_object_set (signal, "agreement-id", f->agreement->record.id, "title", "Lange wachttijd", NULL);
  store (f, signal);
  register_show (f, GTK_WIDGET (akk_record_page_new (f->store, signal, f->agreement->record.id,
                                                     &akk_signal_look)));
  register_click (f, "Edit “Answer”");
  register_button (f, "_Apply");
  register_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (AKK_IS_EDITOR (focus));
  register_apply (f);
  g_assert_cmpint (signal->state, ==, AKK_SIGNAL_OPEN);

  register_click (f, "Edit “Answer”");
  register_button (f, "_Apply");
  register_write (f, "Answered on", "10-11-2025");
  register_apply (f);
  g_assert_cmpint (signal->state, ==, AKK_SIGNAL_ANSWERED);
  g_assert_cmpint (signal->answered_on, ==, akk_date_from_ymd (2025, 11, 10));
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpint (signal->state, ==, AKK_SIGNAL_OPEN);
}

static void
a_decision_says_what_became_of_it (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = akk_record_new (&akk_body_record);
  g_autoptr (AkkMeeting) meeting = akk_record_new (&akk_meeting_record);
  g_autoptr (AkkDecision) decision = akk_record_new (&akk_decision_record);

  g_object_set (body, "agreement-id", f->agreement->record.id, "name", "Werkgroep", NULL);
  store (f, body);
  g_object_set (meeting, "body-id", body->record.id, "state", (gint64) AKK_MEETING_HELD, "date",
                akk_date_from_ymd (2025, 2, 18), NULL);
  store (f, meeting);
  g_object_set (decision, "meeting-id", meeting->record.id, "number", "2025-01", "text",
                "Er komt een loket.", "state", (gint64) AKK_DECISION_TAKEN, NULL);
  store (f, decision);
  show_register (f, &akk_decisions_register);
  g_assert_nonnull (register_row (f, "2025-01 Er komt een loket."));
  register_expect (f, "Werkgroep, 18 February 2025");
  register_click (f, "Edit");
  register_write (f, "What became of it", "Open sinds 1 mei");
  register_apply (f);
  g_assert_cmpstr (decision->result, ==, "Open sinds 1 mei");
  register_expect (f, "Open sinds 1 mei");
}

static void
a_signal_leads_to_its_subject (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkThread) thread = akk_record_new (&akk_thread_record);
  g_autoptr (AkkSignal) signal = akk_record_new (&akk_signal_record);

  g_object_set (thread, "agreement-id", f->agreement->record.id, "title", "Kinderopvang", NULL);
  store (f, thread);
  g_object_set (signal, "agreement-id", f->agreement->record.id, "title", "Lange wachttijd",
                "thread-id", thread->record.id, "text", "Zie *bijlage*.", "answer",
                "Vanaf **september**.", NULL);
  store (f, signal);
  show_register (f, &akk_signals_register);
  g_assert_nonnull (register_button (f, "Follow “Kinderopvang”"));
  register_show (f, GTK_WIDGET (akk_record_page_new (f->store, signal, f->agreement->record.id,
                                                     &akk_signal_look)));
  g_assert_nonnull (register_button (f, "Follow This Subject"));
  register_expect (f, "Zie bijlage."); /* not the marks of its rich text */
  register_expect (f, "Vanaf september.");
}

static void
a_holiday_is_taken_out (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  register_show (f, GTK_WIDGET (akk_days_off_page_new (f->store, f->agreement, 2025)));
  register_click (f, "Take Out");
  g_assert_cmpuint (register_count (f, &akk_day_off_record), ==, 1);
  register_expect (f, "taken out");
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpuint (register_count (f, &akk_day_off_record), ==, 0);
}

int
main (int argc, char **argv)
{
  static const RegisterTest tests[] = {
    { "/signals/a-new-signal-stands-in-the-register", a_new_signal_stands_in_the_register },
    { "/signals/a-signal-moves-up-in-one-step", a_signal_moves_up_in_one_step },
    { "/signals/an-answer-makes-it-answered", an_answer_makes_it_answered },
    { "/signals/a-signal-leads-to-its-subject", a_signal_leads_to_its_subject },
    { "/decisions/a-decision-says-what-became-of-it", a_decision_says_what_became_of_it },
    { "/days-off/a-holiday-is-taken-out", a_holiday_is_taken_out },
  };

  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  return register_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
