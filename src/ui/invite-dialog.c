/* Sends the invitation to a meeting, a changed one, says that it is called off, or sends its
 * minutes round.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/invite-dialog.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/dossier.h"
#include "core/invitation.h"
#include "core/meeting-ics.h"
#include "core/store-snapshot.h"
#include "print/meeting-pdf.h"
#include "print/pack.h"
#include "ui/calendar-file.h"
#include "ui/mail.h"
#include "ui/record-dialog.h"

struct _AkkInviteDialog {
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwEntryRow *subject_row;
  AdwSwitchRow *paper_row, *pack_row;
  AdwPreferencesGroup *recipients;
  GtkTextView *text_view;
  GtkWidget *mail_button, *calendar_row, *save_button;

  AkkStore *store;
  AkkMeeting *meeting;
  AkkInvitation *invitation;
  gboolean noted; /* the store knows of this one */
};

G_DEFINE_FINAL_TYPE (AkkInviteDialog, akk_invite_dialog, ADW_TYPE_DIALOG)

static char *
get_text (AkkInviteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What the message says of the meeting when it arrives: the next SEQUENCE, and invited. */
static AkkMeeting *
outgoing_new (AkkInviteDialog *self)
{
  AkkMeeting *outgoing = akk_record_duplicate (self->meeting);

  if (!self->noted && self->meeting->invited_on != AKK_NO_DATE)
    outgoing->sequence++;
  if (self->meeting->state == AKK_MEETING_PLANNED)
    outgoing->state = AKK_MEETING_INVITED;
  return outgoing;
}

static void
note_minutes (AkkInviteDialog *self)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, N_ ("Send minutes"));
  akk_invitation_note_minutes (self->invitation, self->store, self->meeting);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("It was not noted that the minutes were sent"), error);
}

/* Notes that the message goes out, once for each time the dialog is open. */
static void
note (AkkInviteDialog *self)
{
  g_autoptr (AkkMeeting) outgoing = outgoing_new (self);
  gboolean called_off = self->invitation->kind == AKK_INVITATION_CANCEL;
  g_autoptr (GError) error = NULL;

  if (self->noted)
    return;
  self->noted = TRUE;
  if (self->invitation->kind == AKK_INVITATION_MINUTES) {
    note_minutes (self);
    return;
  }
  akk_store_begin (self->store, called_off ? N_ ("Call off meeting") : N_ ("Invite to meeting"));
  akk_store_set_int (self->store, self->meeting, "sequence", outgoing->sequence);
  akk_store_set_int (self->store, self->meeting, "state", outgoing->state);
  if (!called_off)
    akk_store_set_int (self->store, self->meeting, "invited_on", akk_store_today (self->store));
  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("The invitation was not noted"), error);
}

static char *
calendar_text (AkkInviteDialog *self)
{
  g_autoptr (AkkMeeting) outgoing = outgoing_new (self);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();

  g_ptr_array_add (meetings, outgoing);
  return akk_meetings_ics (self->store, meetings,
                           self->invitation->kind == AKK_INVITATION_CANCEL ? AKK_ICS_CANCEL
                                                                           : AKK_ICS_INVITE,
                           g_get_real_time () / G_USEC_PER_SEC);
}

/* --- What goes with the message --- */

typedef struct {
  AkkStore *store; /* until it is done; the last reference never goes on the thread */
  gint64 meeting_id;
  AkkDocumentKind kind; /* of the paper */
  char *paper, *pack; /* where they are saved; NULL: not wanted */
} Papers;

static void
papers_free (Papers *self)
{
  g_clear_object (&self->store);
  g_free (self->paper);
  g_free (self->pack);
  g_free (self);
}

static gboolean
write_papers (const Papers *self, AkkStore *store, AkkMeeting *meeting, GError **error)
{
  g_autoptr (AkkDocument) document =
      self->paper != NULL ? akk_document_new (store, self->kind, meeting, error) : NULL;

  if (self->paper != NULL &&
      (document == NULL || !akk_document_write (document, self->paper, error)))
    return FALSE;
  return self->pack == NULL || akk_pack_write_pdf (store, meeting, self->pack, NULL, error);
}

static void
papers_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Papers *self = data;
  g_autoptr (AkkStore) copy = NULL;
  g_autoptr (AkkMeeting) meeting = NULL;
  GError *error = NULL;

  copy = akk_store_snapshot (self->store, cancellable, &error);
  meeting = copy != NULL ? akk_store_get (copy, &akk_meeting_record, self->meeting_id) : NULL;
  /* Sent once more, an invitation is of today. */
  if (meeting != NULL && self->kind == AKK_DOCUMENT_INVITATION)
    meeting->invited_on = AKK_NO_DATE;
  if (copy != NULL && write_papers (self, copy, meeting, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
pack_path (AkkInviteDialog *self)
{
  g_autofree char *day = akk_date_format (self->meeting->date);
  g_autofree char *title = g_strdup_printf (_ ("Meeting pack %s"), day);

  return akk_mail_path (title, ".pdf");
}

static AkkDocumentKind
paper_kind (AkkInviteDialog *self)
{
  return self->invitation->kind == AKK_INVITATION_MINUTES ? AKK_DOCUMENT_MINUTES
                                                          : AKK_DOCUMENT_INVITATION;
}

static char *
paper_path (AkkInviteDialog *self)
{
  g_autofree char *title = akk_document_title (self->store, paper_kind (self), self->meeting, NULL);

  return akk_mail_path (title != NULL ? title : self->invitation->subject, ".pdf");
}

/* --- Callbacks --- */

static void
copy (AkkInviteDialog *self, const char *text, const char *said)
{
  AdwToast *toast = adw_toast_new (said);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_set_timeout (toast, 2);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
copy_cb (AkkInviteDialog *self)
{
  g_autofree char *text = get_text (self);

  copy (self, text, _ ("The text has been copied."));
}

static void
copy_addresses_cb (AkkInviteDialog *self)
{
  g_autofree char *addresses = g_strjoinv (", ", self->invitation->addresses);

  copy (self, addresses, _ ("The addresses have been copied."));
}

static void
saved_cb (GtkWidget *widget)
{
  AkkInviteDialog *self = AKK_INVITE_DIALOG (widget);

  if (self->store != NULL)
    note (self);
}

static void
save_cb (AkkInviteDialog *self)
{
  g_autofree char *ics = calendar_text (self);

  akk_calendar_file_save (GTK_WIDGET (self), self->invitation->subject, ics, saved_cb);
}

static void
opened_cb (GtkWidget *widget, gboolean opened)
{
  if (!opened)
    return;
  note (AKK_INVITE_DIALOG (widget));
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
compose (AkkInviteDialog *self, const Papers *papers, GError **error)
{
  gboolean minutes = self->invitation->kind == AKK_INVITATION_MINUTES;
  g_autofree char *text = get_text (self);
  g_autofree char *ics = minutes ? NULL : calendar_text (self);
  g_autofree char *path =
      minutes ? NULL : akk_calendar_file_make (self->invitation->subject, ics, error);
  const char *paths[4] = { path };
  guint n = path != NULL;

  if (path == NULL && !minutes)
    return;
  if (papers->paper != NULL)
    paths[n++] = papers->paper;
  if (papers->pack != NULL)
    paths[n++] = papers->pack;
  akk_mail_compose (GTK_WIDGET (self), (const char *const *) self->invitation->addresses,
                    gtk_editable_get_text (GTK_EDITABLE (self->subject_row)), text, paths,
                    opened_cb);
}

static void
papers_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkInviteDialog) self = data;
  Papers *papers = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean made = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_object (&papers->store);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return; /* closed meanwhile */
  gtk_widget_set_sensitive (self->mail_button, TRUE);
  if (made)
    compose (self, papers, &error);
  if (error != NULL)
    akk_show_error (GTK_WIDGET (self), _ ("An attachment was not made"), error);
}

static void
mail_cb (AkkInviteDialog *self)
{
  Papers *papers = g_new0 (Papers, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, papers_made_cb, g_object_ref (self));

  papers->store = g_object_ref (self->store);
  papers->meeting_id = self->meeting->record.id;
  papers->kind = paper_kind (self);
  if (adw_switch_row_get_active (self->paper_row))
    papers->paper = paper_path (self);
  if (adw_switch_row_get_active (self->pack_row))
    papers->pack = pack_path (self);
  g_task_set_task_data (task, papers, (GDestroyNotify) papers_free);
  gtk_widget_set_sensitive (self->mail_button, FALSE);
  if (papers->paper != NULL || papers->pack != NULL)
    g_task_run_in_thread (task, papers_thread);
  else
    g_task_return_boolean (task, TRUE);
}

/* --- Who gets it --- */

static void
add_recipient (AkkInviteDialog *self, const AkkAgendaSeat *seat)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean known = seat->person != NULL && *seat->person->email != '\0';

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), seat->party_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               seat->person == NULL
                                   ? _ ("nobody delegated yet")
                                   : (known ? seat->person->email : _ ("no e-mail address")));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_label_new (seat->person != NULL ? seat->person->name : ""));
  if (!known)
    gtk_widget_add_css_class (row, "dimmed");
  adw_preferences_group_add (self->recipients, row);
}

static void
show_recipients (AkkInviteDialog *self, const AkkAgenda *agenda)
{
  guint n = g_strv_length (self->invitation->addresses);
  g_autofree char *words = g_strdup_printf (g_dngettext (NULL, "%u address", "%u addresses", n), n);

  adw_preferences_group_set_description (self->recipients, words);
  for (guint i = 0; i < agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = agenda->seats->pdata[i];
    if (seat->seat != NULL)
      add_recipient (self, seat);
  }
}

/* --- Virtual functions --- */

static void
akk_invite_dialog_dispose (GObject *object)
{
  AkkInviteDialog *self = AKK_INVITE_DIALOG (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_INVITE_DIALOG);
  G_OBJECT_CLASS (akk_invite_dialog_parent_class)->dispose (object);
}

static void
akk_invite_dialog_finalize (GObject *object)
{
  g_clear_pointer (&AKK_INVITE_DIALOG (object)->invitation, akk_invitation_free);
  G_OBJECT_CLASS (akk_invite_dialog_parent_class)->finalize (object);
}

static void
akk_invite_dialog_class_init (AkkInviteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_invite_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = akk_invite_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/invite-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkInviteDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, AkkInviteDialog, subject_row);
  gtk_widget_class_bind_template_child (widget_class, AkkInviteDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, AkkInviteDialog, pack_row);
  gtk_widget_class_bind_template_child (widget_class, AkkInviteDialog, recipients);
  gtk_widget_class_bind_template_child (widget_class, AkkInviteDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, AkkInviteDialog, mail_button);
  gtk_widget_class_bind_template_child (widget_class, AkkInviteDialog, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, AkkInviteDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_addresses_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_cb);
}

static void
akk_invite_dialog_init (AkkInviteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static AkkInviteDialog *
dialog_new (AkkStore *store, AkkMeeting *meeting, gboolean minutes)
{
  AkkInviteDialog *self = g_object_new (AKK_TYPE_INVITE_DIALOG, NULL);
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (store, meeting);
  g_autoptr (AkkPhrases) phrases =
      akk_phrases_new (akk_agreement_language (agenda->agreement), NULL);
  GtkTextIter start;

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  self->invitation = minutes ? akk_invitation_minutes_new (store, agenda, phrases)
                             : akk_invitation_new (store, agenda, phrases);
  gtk_editable_set_text (GTK_EDITABLE (self->subject_row), self->invitation->subject);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), self->invitation->text, -1);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (self->text_view), &start);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->text_view), &start);
  show_recipients (self, agenda);
  return self;
}

AkkInviteDialog *
akk_invite_dialog_new (AkkStore *store, AkkMeeting *meeting)
{
  AkkInviteDialog *self = dialog_new (store, meeting, FALSE);
  gboolean called_off = self->invitation->kind == AKK_INVITATION_CANCEL;

  adw_dialog_set_title (ADW_DIALOG (self), called_off ? _ ("Call Off") : _ ("Invitation"));
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), !called_off);
  gtk_widget_set_visible (GTK_WIDGET (self->pack_row), !called_off);
  return self;
}

AkkInviteDialog *
akk_invite_dialog_new_minutes (AkkStore *store, AkkMeeting *meeting)
{
  AkkInviteDialog *self = dialog_new (store, meeting, TRUE);

  adw_dialog_set_title (ADW_DIALOG (self), _ ("Send the Minutes"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->paper_row), _ ("_Minutes as PDF"));
  adw_switch_row_set_active (self->paper_row, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->pack_row), FALSE);
  gtk_widget_set_visible (self->calendar_row, FALSE);
  gtk_widget_set_visible (self->save_button, FALSE);
  return self;
}

void
akk_invite_dialog_save (AkkInviteDialog *self, GFile *file)
{
  g_autofree char *ics = calendar_text (self);

  akk_calendar_file_write (GTK_WIDGET (self), file, ics, saved_cb);
}
