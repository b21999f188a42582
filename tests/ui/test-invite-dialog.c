/* The invitation, and calendar files in the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "core/body.h"
#include "core/dates.h"
#include "core/delegate.h"
#include "core/meeting-ics.h"
#include "core/person.h"
#include "core/seat.h"
#include "print/meeting-pdf.h"
#include "register-fixture.h"
#include "ui/calendar-file.h"
#include "ui/invite-dialog.h"
#include "ui/mail.h"

typedef struct {
  RegisterFixture base;
  AkkMeeting *meeting;
} Fixture;

static gint64
add (Fixture *f, const AkkRecordType *type, const char *first, ...)
{
  g_autoptr (AkkRecord) record = akk_record_new (type);
  g_autoptr (GError) error = NULL;
  va_list values;

  va_start (values, first);
  g_object_set_valist (G_OBJECT (record), first, values);
  va_end (values);
  akk_store_begin (f->base.store, "Add");
  akk_store_add (f->base.store, record);
  akk_store_commit (f->base.store, &error);
  g_assert_no_error (error);
  return record->id;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GListModel) parties = NULL;
  gint64 body, person, id;

  register_set_up (&f->base, data);
  parties = akk_store_list (f->base.store, &akk_party_record, NULL, 0);
  body = add (f, &akk_body_record, "agreement-id", f->base.agreement->record.id, "name",
              "Stuurgroep", NULL);
  person = add (f, &akk_person_record, "name", "An Peeters", "email", "an@berlare.example", NULL);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkRecord) party = g_list_model_get_item (parties, i);
    gint64 seat = add (f, &akk_seat_record, "body-id", body, "party-id", party->id, NULL);
    if (i == 0)
      add (f, &akk_delegate_record, "seat-id", seat, "person-id", person, NULL);
  }
  id = add (f, &akk_meeting_record, "body-id", body, "date", akk_date_parse ("2025-11-20"),
            "starts-at", (gint64) 570, NULL);
  f->meeting = akk_store_get (f->base.store, &akk_meeting_record, id);
  register_show (&f->base, gtk_label_new (""));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->meeting);
  register_tear_down (&f->base, data);
}

static void
test_recipients (Fixture *f, gconstpointer data)
{
  AdwDialog *dialog = ADW_DIALOG (akk_invite_dialog_new (f->base.store, f->meeting));

  adw_dialog_present (dialog, f->base.window);
  register_expect (&f->base, "an@berlare.example");
  register_expect (&f->base, "nobody delegated yet");
  register_expect (&f->base, "1 address");
  adw_dialog_force_close (dialog);
}

static void
close_dialog (AdwDialog *dialog)
{
  g_autoptr (GObject) kept = g_object_ref (G_OBJECT (dialog));

  adw_dialog_force_close (dialog);
  while (gtk_widget_get_mapped (GTK_WIDGET (kept)))
    g_main_context_iteration (NULL, TRUE);
}

/* As when this place was chosen; NULL: one that can be written. */
static void
save (Fixture *f, AdwDialog *dialog, const char *path)
{
  g_autofree char *good = g_build_filename (g_get_tmp_dir (), "akkoord-invite-test.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path != NULL ? path : good);
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  akk_invite_dialog_save (AKK_INVITE_DIALOG (dialog), file);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_unlink (good);
}

static void
test_saving_invites (Fixture *f, gconstpointer data)
{
  AdwDialog *dialog = ADW_DIALOG (akk_invite_dialog_new (f->base.store, f->meeting));

  adw_dialog_present (dialog, f->base.window);
  register_click (&f->base, "_Save Calendar File…");
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_PLANNED); /* no place is chosen yet */
  save (f, dialog, "/nowhere/at/all.ics");
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_PLANNED);
  save (f, dialog, NULL);
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_INVITED);
  g_assert_cmpint (f->meeting->invited_on, !=, AKK_NO_DATE);
  g_assert_cmpint (f->meeting->sequence, ==, 0);
  save (f, dialog, NULL);
  g_assert_cmpint (f->meeting->sequence, ==, 0); /* still the same invitation */
  close_dialog (dialog);

  dialog = ADW_DIALOG (akk_invite_dialog_new (f->base.store, f->meeting));
  adw_dialog_present (dialog, f->base.window);
  save (f, dialog, NULL);
  g_assert_cmpint (f->meeting->sequence, ==, 1);
  adw_dialog_force_close (dialog);

  g_assert_true (akk_store_undo (f->base.store, NULL));
  g_assert_true (akk_store_undo (f->base.store, NULL));
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_PLANNED);
}

/* Without a mail program an alert says so: by then the papers are there. */
static void
test_mail_takes_papers (Fixture *f, gconstpointer data)
{
  AkkInviteDialog *dialog = akk_invite_dialog_new (f->base.store, f->meeting);
  g_autofree char *pack = akk_mail_path ("Meeting pack 2025-11-20", ".pdf");

  g_unlink (pack);
  adw_dialog_present (ADW_DIALOG (dialog), f->base.window);
  adw_switch_row_set_active (ADW_SWITCH_ROW (register_row (&f->base, "Meeting _pack")), TRUE);
  register_click (&f->base, "_Mail…");
  for (gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
       !g_file_test (pack, G_FILE_TEST_EXISTS) && g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (g_file_test (pack, G_FILE_TEST_EXISTS));
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_PLANNED);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* Minutes go round as PDF, without a calendar file; nothing is noted before the message opened. */
static void
test_minutes (Fixture *f, gconstpointer data)
{
  AkkInviteDialog *dialog;
  g_autofree char *title = NULL;
  g_autofree char *paper = NULL;

  akk_store_begin (f->base.store, "Hold");
  akk_store_set_int (f->base.store, f->meeting, "state", AKK_MEETING_HELD);
  g_assert_true (akk_store_commit (f->base.store, NULL));
  dialog = akk_invite_dialog_new_minutes (f->base.store, f->meeting);
  adw_dialog_present (ADW_DIALOG (dialog), f->base.window);
  register_expect (&f->base, "an@berlare.example");
  g_assert_true (
      adw_switch_row_get_active (ADW_SWITCH_ROW (register_row (&f->base, "_Minutes as PDF"))));
  title = akk_document_title (f->base.store, AKK_DOCUMENT_MINUTES, f->meeting, NULL);
  paper = akk_mail_path (title, ".pdf");
  g_unlink (paper);
  register_click (&f->base, "_Mail…");
  for (gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
       !g_file_test (paper, G_FILE_TEST_EXISTS) && g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (g_file_test (paper, G_FILE_TEST_EXISTS));
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_HELD);
  g_assert_cmpint (f->meeting->sequence, ==, 0);
  g_assert_cmpint (f->meeting->minutes_sent_on, ==, AKK_NO_DATE);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_changes (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autofree char *own = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  AdwDialog *dialog;

  g_ptr_array_add (meetings, f->meeting);
  own = akk_meetings_ics (f->base.store, meetings, AKK_ICS_EXPORT, 0);
  parts = g_strsplit (own, "20251120T", -1);
  text = g_strjoinv ("20251127T", parts);
  dialog = akk_calendar_changes_new (f->base.window, f->base.store, text);
  adw_dialog_present (dialog, f->base.window);
  register_settle ();
  g_assert_cmpint (f->meeting->date, ==, akk_date_parse ("2025-11-20")); /* only shown */
  g_signal_emit_by_name (dialog, "response", "take");
  g_assert_cmpint (f->meeting->date, ==, akk_date_parse ("2025-11-27"));
  g_assert_true (akk_store_undo (f->base.store, NULL));
  g_assert_cmpint (f->meeting->date, ==, akk_date_parse ("2025-11-20"));
  adw_dialog_force_close (dialog);
}

/* The calendar of before the meeting was moved here. */
static void
test_older (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autofree char *own = NULL;
  AdwDialog *dialog;

  g_ptr_array_add (meetings, f->meeting);
  own = akk_meetings_ics (f->base.store, meetings, AKK_ICS_EXPORT, 0);
  akk_store_begin (f->base.store, "Move");
  akk_store_set_int (f->base.store, f->meeting, "invited_on", akk_date_parse ("2025-11-10"));
  akk_store_set_int (f->base.store, f->meeting, "date", akk_date_parse ("2025-11-27"));
  g_assert_true (akk_store_commit (f->base.store, NULL));
  dialog = akk_calendar_changes_new (f->base.window, f->base.store, own);
  adw_dialog_present (dialog, f->base.window);
  register_expect (&f->base, "what is older than the dossier knows is left alone");
  g_assert_false (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (dialog), "take"));
  adw_dialog_force_close (dialog);
}

static void
test_made_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = akk_calendar_file_make ("Uitnodiging: 9.30/10.00?", "BEGIN", &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  name = g_path_get_basename (path);
  g_assert_cmpstr (name, ==, "Uitnodiging- 9.30-10.00-.ics");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "BEGIN");
}

#define ADD(path, test) g_test_add ("/invite-dialog/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("says-to-whom", test_recipients);
  ADD ("sending-notes-the-invitation-once", test_saving_invites);
  ADD ("mail-takes-the-pack-along", test_mail_takes_papers);
  ADD ("minutes-go-round-as-pdf", test_minutes);
  ADD ("a-calendar-file-is-shown-before-it-is-taken-over", test_changes);
  ADD ("what-is-older-is-not-offered", test_older);
  ADD ("a-file-to-attach-has-a-name-that-any-disk-takes", test_made_file);
  return g_test_run ();
}
