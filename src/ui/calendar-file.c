/* Calendar files: making, saving and reading them in the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/calendar-file.h"

#include <glib/gi18n.h>

#include "core/agenda.h"
#include "core/dossier.h"
#include "core/meeting-ics.h"
#include "ui/day.h"
#include "ui/mail.h"
#include "ui/record-dialog.h"

/* Calendars of people are small; what is larger is something else. */
#define MAX_BYTES (10 * 1024 * 1024)

/* --- Making --- */

char *
akk_calendar_file_make (const char *title, const char *ics, GError **error)
{
  g_autofree char *path = akk_mail_path (title, ".ics");

  return g_file_set_contents_full (path, ics, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error)
             ? g_steal_pointer (&path)
             : NULL;
}

/* --- Saving --- */

typedef struct {
  GtkWidget *widget; /* owned */
  AkkStore *store; /* owned; NULL when saving */
  GBytes *data; /* what is saved; NULL when reading */
  AkkCalendarSaved saved;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->widget);
  g_clear_object (&question->store);
  g_clear_pointer (&question->data, g_bytes_unref);
  g_free (question);
}

static void
fail (Question *question, const char *heading, const GError *error)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) &&
      gtk_widget_get_root (question->widget) != NULL)
    akk_show_error (question->widget, heading, error);
  question_free (question);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error)) {
    fail (question, _ ("The calendar file was not saved"), error);
    return;
  }
  if (question->saved != NULL)
    question->saved (question->widget);
  question_free (question);
}

static void
write_file (Question *question, GFile *file)
{
  g_file_replace_contents_bytes_async (file, question->data, NULL, FALSE,
                                       G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb,
                                       question);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    write_file (question, file);
  else
    fail (question, _ ("The calendar file was not saved"), error);
}

static GtkFileDialog *
dialog_new (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Calendar files"));
  gtk_file_filter_add_suffix (filter, "ics");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

static Question *
saving_new (GtkWidget *widget, const char *ics, AkkCalendarSaved saved)
{
  Question *question = g_new0 (Question, 1);

  question->widget = g_object_ref (widget);
  question->data = g_bytes_new (ics, strlen (ics));
  question->saved = saved;
  return question;
}

void
akk_calendar_file_write (GtkWidget *widget, GFile *file, const char *ics, AkkCalendarSaved saved)
{
  write_file (saving_new (widget, ics, saved), file);
}

void
akk_calendar_file_save (GtkWidget *widget,
                        const char *title,
                        const char *ics,
                        AkkCalendarSaved saved)
{
  g_autoptr (GtkFileDialog) dialog = dialog_new (_ ("Save Calendar File"));
  g_autofree char *path = akk_mail_path (title, ".ics");
  g_autofree char *name = g_path_get_basename (path);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, place_chosen_cb,
                        saving_new (widget, ics, saved));
}

/* --- What a file changes --- */

static char *
moment (gint64 date, gint64 starts_at, gint64 today)
{
  g_autofree char *day = akk_day_short (date, today);

  if (starts_at == AKK_NO_DATE)
    return g_steal_pointer (&day);
  /* Translators: a day and an hour, as in "20 November at 9.30". */
  return g_strdup_printf (_ ("%s at %d.%02d"), day, (int) starts_at / 60, (int) starts_at % 60);
}

static void
add_line (GtkWidget *group, const char *title, char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_free (subtitle);
}

static void
add_change (GtkWidget *group, AkkStore *store, const AkkIcsChange *change)
{
  gint64 today = akk_store_today (store);
  g_autoptr (AkkBody) body = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *title = NULL;

  if (change->meeting == NULL) {
    add_line (group, change->summary, g_strdup (_ ("is no meeting of this dossier: left alone")));
    return;
  }
  body = akk_store_get (store, &akk_body_record, change->meeting->body_id);
  before = moment (change->meeting->date, change->meeting->starts_at, today);
  after = moment (change->date, change->starts_at, today);
  title = g_strdup_printf ("%s, %s", body != NULL ? body->name : "", before);
  if (change->cancelled)
    add_line (group, title, g_strdup (_ ("is cancelled")));
  else if (change->moved)
    add_line (group, title,
              g_strdup_printf (g_dngettext (NULL, "moves to %s, %d minute",
                                            "moves to %s, %d minutes", change->duration_min),
                               after, (int) change->duration_min));
  if (change->place != NULL)
    add_line (group, title, g_strdup_printf (_ ("takes place in %s"), change->place));
  for (guint i = 0; i < change->replies->len; i++) {
    const AkkIcsReply *reply = change->replies->pdata[i];
    add_line (group, title,
              g_strdup_printf (reply->state == AKK_ATTENDANCE_COMING ? _ ("%s comes")
                                                                     : _ ("%s is excused"),
                               reply->name));
  }
  if (change->older)
    add_line (group, title, g_strdup (_ ("what is older than the dossier knows is left alone")));
}

static gboolean
changes_something (const AkkIcsChange *change)
{
  return change->meeting != NULL &&
         (change->moved || change->place != NULL || change->cancelled || change->replies->len > 0);
}

typedef struct {
  GtkWidget *widget;
  AkkStore *store;
  GPtrArray *changes;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->store);
  g_ptr_array_unref (taking->changes);
  g_free (taking);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Taking *taking)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "take") && !akk_ics_apply (taking->store, taking->changes, &error))
    akk_show_error (taking->widget, _ ("The calendar file was not taken over"), error);
}

AdwDialog *
akk_calendar_changes_new (GtkWidget *widget, AkkStore *store, const char *ics)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = akk_ics_read (store, ics, &error);
  gboolean any = FALSE;
  GtkWidget *group;
  Taking *taking;
  AdwDialog *dialog;

  if (changes == NULL) {
    akk_show_error (widget, _ ("The calendar file was not read"), error);
    return NULL;
  }
  for (guint i = 0; i < changes->len; i++)
    any |= changes_something (changes->pdata[i]);
  dialog =
      adw_alert_dialog_new (_ ("Calendar File"), any ? _ ("This is what the file changes.")
                                                     : _ ("Everything in it is known already."));
  group = adw_preferences_group_new ();
  for (guint i = 0; i < changes->len; i++)
    add_change (group, store, changes->pdata[i]);
  if (changes->len > 0)
    adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close",
                                 any ? _ ("_Cancel") : _ ("_Close"));
  if (any) {
    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "take", _ ("_Take Over"));
    adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "take",
                                              ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "take");
  }
  taking = g_new0 (Taking, 1);
  taking->widget = widget;
  taking->store = g_object_ref (store);
  taking->changes = g_steal_pointer (&changes);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), taking,
                         (GClosureNotify) (void *) taking_free, 0);
  return dialog;
}

/* --- Reading --- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error)) {
    fail (question, _ ("The calendar file was not read"), error);
    return;
  }
  if (gtk_widget_get_root (question->widget) != NULL) {
    /* What is no text is no calendar, and gets the same sentence. */
    gboolean whole = length <= MAX_BYTES && strlen (text) == length;
    AdwDialog *dialog =
        akk_calendar_changes_new (question->widget, question->store, whole ? text : "");
    if (dialog != NULL)
      adw_dialog_present (dialog, question->widget);
  }
  question_free (question);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    g_file_load_contents_async (file, NULL, loaded_cb, data);
  else
    fail (data, _ ("The calendar file was not read"), error);
}

void
akk_calendar_file_read (GtkWidget *widget, AkkStore *store)
{
  g_autoptr (GtkFileDialog) dialog = dialog_new (_ ("Read Calendar File"));
  Question *question = g_new0 (Question, 1);

  question->widget = g_object_ref (widget);
  question->store = g_object_ref (store);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb,
                        question);
}
