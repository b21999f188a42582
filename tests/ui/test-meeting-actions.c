/* The life of a meeting on its page: planned, invited, held, approved; postponed, called off.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meeting-fixture.h"

#include "core/dates.h"
#include "core/dossier.h"
#include "core/obligations.h"
#include "ui/invite-dialog.h"

#define CASE(name, test)                                                                           \
  g_test_add (name, MeetingFixture, NULL, meeting_set_up, test, meeting_tear_down)

static void
test_life (MeetingFixture *f, gconstpointer data)
{
  meeting_show (f);
  register_expect (&f->base, "90 of 120 minutes allotted");
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.invite", NULL));
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_INVITED);
  g_assert_cmpint (f->meeting->invited_on, ==, akk_date_parse ("2025-11-17"));
  g_assert_cmpint (f->meeting->sequence, ==, 1);
  meeting_reach ();
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_HELD);
  register_expect (&f->base, "Polish the minutes, and send them to all who were invited.");
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.minutes-sent", NULL));
  register_expect (&f->base, "Minutes sent on 20 November 2025");
  g_assert_cmpint (f->meeting->minutes_sent_on, ==, akk_date_parse ("2025-11-20"));
  meeting_undo (f);
  g_assert_cmpint (f->meeting->minutes_sent_on, ==, AKK_NO_DATE);
  register_click (&f->base, "_Approve Minutes");
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_APPROVED);
  meeting_undo (f);
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_HELD);
  register_button (&f->base, "_Approve Minutes");
}

static AkkObligationStatus
obligation (MeetingFixture *f)
{
  gint64 today = akk_store_today (f->base.store);
  g_autoptr (GPtrArray) all = akk_obligations_new (f->base.store, f->base.agreement, today);
  const AkkObligation *one = akk_obligations_of_body (all, f->body->record.id, today);

  g_assert_nonnull (one);
  return one->status;
}

/* What is still to come fulfils nothing: whoever marks it as held is asked whether it was today. */
static void
test_held_early (MeetingFixture *f, gconstpointer data)
{
  gint64 planned = f->meeting->date;
  g_autoptr (GError) error = NULL;

  akk_store_begin_founding (f->base.store, "Fill");
  akk_store_set_int (f->base.store, f->base.agreement, "stage", AKK_STAGE_RUNNING);
  akk_store_set_int (f->base.store, f->base.agreement, "starts_on", akk_date_parse ("2025-01-01"));
  akk_store_set_int (f->base.store, f->base.agreement, "ends_on", akk_date_parse ("2025-12-31"));
  akk_store_set_int (f->base.store, f->body, "times", 1);
  akk_store_commit (f->base.store, &error);
  g_assert_no_error (error);
  meeting_show (f);
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.invite", NULL));
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  register_expect (&f->base, "Was It Held Today?");
  register_click (&f->base, "_Not Yet");
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_INVITED);
  g_assert_cmpint (f->meeting->date, ==, planned);
  g_assert_cmpint (obligation (f), ==, AKK_OBLIGATION_PLANNED);

  register_settle ();
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  register_click (&f->base, "_Held Today");
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_HELD);
  g_assert_cmpint (f->meeting->date, ==, akk_date_parse ("2025-11-17"));
  g_assert_cmpint (obligation (f), ==, AKK_OBLIGATION_MET);
  meeting_undo (f);
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_INVITED);
  g_assert_cmpint (f->meeting->date, ==, planned);

  meeting_reach ();
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_HELD);
  g_assert_cmpint (f->meeting->date, ==, planned);
  g_assert_cmpint (obligation (f), ==, AKK_OBLIGATION_MET);
}

static void
test_postpone (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkMeeting) later = NULL;

  meeting_show (f);
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.postpone", NULL));
  register_write (&f->base, "Date", "4-12-2025");
  register_write (&f->base, "Reason", "Te weinig aanwezigen.");
  register_apply (&f->base);
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_POSTPONED);
  g_assert_cmpint (f->meeting->date, ==, akk_date_parse ("2025-11-20"));
  g_assert_cmpstr (f->meeting->reason, ==, "Te weinig aanwezigen.");
  later = akk_store_get (f->base.store, &akk_meeting_record, f->meeting->successor_id);
  g_assert_cmpint (later->date, ==, akk_date_parse ("2025-12-04"));
  g_assert_cmpint (later->state, ==, AKK_MEETING_PLANNED);
  g_assert_cmpstr (later->reason, ==, "");
  g_assert_cmpint (f->items[0]->meeting_id, ==, later->record.id);
  meeting_undo (f);
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_PLANNED);
  g_assert_cmpint (f->items[0]->meeting_id, ==, f->meeting->record.id);
}

static void
test_cancel (MeetingFixture *f, gconstpointer data)
{
  meeting_show (f);
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.cancel", NULL));
  register_write (&f->base, "Reason", "Staking.");
  register_apply (&f->base);
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_CANCELLED);
  register_expect (&f->base, "This meeting is called off. Staking.");
  register_click (&f->base, "_Plan Again");
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_PLANNED);
}

static void
test_delete (MeetingFixture *f, gconstpointer data)
{
  meeting_show (f);
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.delete", NULL));
  g_assert_cmpuint (register_count (&f->base, &akk_meeting_record), ==, 0);
  g_assert_cmpuint (register_count (&f->base, &akk_agenda_item_record), ==, 0);
  register_settle ();
  g_assert_false (adw_navigation_view_get_visible_page (f->view) == (gpointer) f->page);
  meeting_undo (f);
  g_assert_cmpuint (register_count (&f->base, &akk_meeting_record), ==, 1);
  g_assert_cmpuint (register_count (&f->base, &akk_agenda_item_record), ==, 3);
}

/* Who was invited is told, with a calendar file that takes the meeting back. */
static void
test_call_off_invited (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (f->base.folder, "cancel.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *ics = NULL;
  GtkWidget *invitation;

  akk_store_begin_founding (f->base.store, "Fill");
  akk_store_set_int (f->base.store, f->meeting, "state", AKK_MEETING_INVITED);
  akk_store_set_int (f->base.store, f->meeting, "invited_on", akk_date_parse ("2025-11-01"));
  akk_store_commit (f->base.store, &error);
  g_assert_no_error (error);
  meeting_show (f);
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.cancel", NULL));
  register_write (&f->base, "Reason", "Staking.");
  register_click (&f->base, "_Apply"); /* another dialog takes its place */
  invitation = gtk_widget_get_ancestor (register_button (&f->base, "_Save Calendar File…"),
                                        AKK_TYPE_INVITE_DIALOG);
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_CANCELLED);
  g_assert_cmpint (f->meeting->sequence, ==, 0); /* nobody was told yet */
  akk_invite_dialog_save (AKK_INVITE_DIALOG (invitation), file);
  while (f->meeting->sequence == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (f->meeting->sequence, ==, 1);
  g_assert_true (g_file_load_contents (file, NULL, &ics, NULL, NULL, NULL));
  g_assert_nonnull (strstr (ics, "METHOD:CANCEL"));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* What was typed stays, to be mended. */
static void
test_properties_of_held (MeetingFixture *f, gconstpointer data)
{
  meeting_show (f);
  meeting_reach ();
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.properties", NULL));
  register_write (&f->base, "Date", "4-12-2025");
  register_write (&f->base, "Place", "Wichelen");
  register_click (&f->base, "_Apply");
  register_expect (&f->base, "Not Stored");
  g_assert_cmpint (f->meeting->date, ==, akk_date_parse ("2025-11-20"));
  register_click (&f->base, "_Close");
  register_write (&f->base, "Date", "18-11-2025");
  register_apply (&f->base);
  g_assert_cmpint (f->meeting->date, ==, akk_date_parse ("2025-11-18"));
  g_assert_cmpstr (f->meeting->place, ==, "Wichelen");
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  CASE ("/meeting-actions/goes-from-planned-to-approved-by-one-button", test_life);
  CASE ("/meeting-actions/is-not-held-before-its-day", test_held_early);
  CASE ("/meeting-actions/was-not-held-on-a-day-to-come", test_properties_of_held);
  CASE ("/meeting-actions/a-postponed-meeting-hands-its-agenda-over", test_postpone);
  CASE ("/meeting-actions/a-cancelled-meeting-says-why", test_cancel);
  CASE ("/meeting-actions/closes-when-its-meeting-is-deleted", test_delete);
  CASE ("/meeting-actions/who-was-invited-is-told-that-it-is-called-off", test_call_off_invited);
  return g_test_run ();
}
