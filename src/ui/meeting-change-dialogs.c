/* The dialogs that change a meeting itself: its hour and place, another day, that it is called off.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-dialogs.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/meetings.h"

static void
follow_change_cb (AkkRecordDialog *dialog, AkkMeeting *meeting, AkkMeeting *before)
{
  AkkStore *store = g_object_get_data (G_OBJECT (dialog), "akk-store");

  akk_meeting_follow_change (store, meeting, before);
}

static gboolean
check_meeting (AkkStore *store, gconstpointer record, gpointer data, GError **error)
{
  return akk_meeting_check_change (store, record, error);
}

AkkRecordDialog *
akk_meeting_dialog_new (AkkStore *store, AkkMeeting *meeting)
{
  static const char *const when[] = { "date", "starts_at", "duration_min", NULL };
  static const char *const where[] = { "place", "link", "chair", "secretary", NULL };
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, meeting, _ ("Meeting"), N_ ("Edit meeting"));
  AkkRecordForm *form = akk_record_dialog_add_fields (dialog, NULL, when);
  g_autoptr (AkkMeeting) before = akk_record_duplicate (meeting);

  if (akk_meeting_held (meeting))
    akk_record_form_add (form, "ended_at");
  form = akk_record_dialog_add_fields (dialog, NULL, where);
  akk_record_form_add_rich (form, "invitation");
  akk_record_form_add_lines (form, "note");
  akk_record_dialog_set_check (dialog, check_meeting, NULL, NULL);
  g_object_set_data_full (G_OBJECT (dialog), "akk-store", g_object_ref (store), g_object_unref);
  g_signal_connect_data (dialog, "writing", G_CALLBACK (follow_change_cb),
                         g_steal_pointer (&before), (GClosureNotify) (void *) g_object_unref, 0);
  return dialog;
}

/* The dialog edits a meeting of its own; what it says goes into the one that is postponed. */
static void
postpone_cb (AkkRecordDialog *dialog, AkkMeeting *wish, AkkMeeting *meeting)
{
  AkkStore *store = g_object_get_data (G_OBJECT (dialog), "akk-store");
  AkkMeeting *answers = akk_record_dialog_get_record (dialog);
  gint64 date = answers->date, starts_at = answers->starts_at;
  g_autofree char *reason = g_strdup (answers->reason);
  const AkkMeeting *before = g_object_get_data (G_OBJECT (dialog), "akk-before");
  g_autoptr (AkkMeeting) later = NULL;

  /* The day that was asked for is that of the new meeting, the old one keeps its own. */
  akk_store_set_int (store, meeting, "date", before->date);
  akk_store_set_int (store, meeting, "starts_at", before->starts_at);
  later = akk_meeting_postpone (store, meeting, date, starts_at, reason);
  akk_store_set_text (store, later, "reason", "");
}

AkkRecordDialog *
akk_meeting_postpone_dialog_new (AkkStore *store, AkkMeeting *meeting)
{
  static const char *const fields[] = { "date", "starts_at", "reason", NULL };
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, meeting, _ ("Postpone Meeting"), N_ ("Postpone meeting"));

  akk_record_dialog_add_fields (dialog, NULL, fields);
  g_object_set_data_full (G_OBJECT (dialog), "akk-store", g_object_ref (store), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "akk-before", akk_record_duplicate (meeting),
                          g_object_unref);
  g_signal_connect_object (dialog, "writing", G_CALLBACK (postpone_cb), meeting, 0);
  return dialog;
}

static void
cancel_meeting_cb (AkkRecordDialog *dialog, AkkMeeting *meeting, AkkStore *store)
{
  akk_store_set_int (store, meeting, "state", AKK_MEETING_CANCELLED);
}

AkkRecordDialog *
akk_meeting_cancel_dialog_new (AkkStore *store, AkkMeeting *meeting)
{
  static const char *const fields[] = { "reason", NULL };
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, meeting, _ ("Call Off Meeting"), N_ ("Call off meeting"));

  akk_record_dialog_add_fields (dialog, NULL, fields);
  g_signal_connect_object (dialog, "writing", G_CALLBACK (cancel_meeting_cb), store, 0);
  return dialog;
}
