/* A reminder for those who did not sign yet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder-dialog.h"

#include <glib/gi18n.h>

#include "core/control-code.h"
#include "ui/mail.h"

struct _AkkReminderDialog {
  AdwDialog parent_instance;

  GtkTextView *text_view;

  char *subject;
  GString *recipients; /* separated by commas */
};

G_DEFINE_FINAL_TYPE (AkkReminderDialog, akk_reminder_dialog, ADW_TYPE_DIALOG)

static char *
get_text (AkkReminderDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
copy_cb (AkkReminderDialog *self)
{
  g_autofree char *text = get_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
mail_cb (AkkReminderDialog *self)
{
  g_autofree char *text = get_text (self);
  g_auto (GStrv) addresses = g_strsplit (self->recipients->str, ",", -1);

  akk_mail_compose (GTK_WIDGET (self), (const char *const *) addresses, self->subject, text, NULL,
                    NULL);
}

/* --- Words --- */

static void
add_open_places (AkkReminderDialog *self, GString *text, const AkkSigningRow *row)
{
  gboolean any = FALSE;

  for (guint n = 0; n < row->places->len; n++) {
    const AkkSigningPlace *place = row->places->pdata[n];

    if (place->signature == NULL || akk_signature_done (place->signature))
      continue;
    g_string_append_printf (text, "- %s: %s, %s", row->name, place->name, place->function);
    if (place->signature->state == AKK_SIGNATURE_REFUSED)
      g_string_append_printf (text, " (%s)", _ ("refused"));
    else if (akk_signing_row_waits (row))
      g_string_append_printf (text, " (%s)", _ ("waits for the council"));
    g_string_append_c (text, '\n');
    any = TRUE;
  }
  if (any && row->organisation != NULL && *row->organisation->email != '\0')
    g_string_append_printf (self->recipients, "%s%s", self->recipients->len > 0 ? "," : "",
                            row->organisation->email);
}

static char *
write_text (AkkReminderDialog *self, AkkAgreement *agreement, const AkkSigning *signing)
{
  GString *text = g_string_new (_ ("Dear partner,"));
  g_autofree char *code = akk_control_code_format (signing->version->code);

  g_string_append (text, "\n\n");
  g_string_append_printf (
      text,
      /* Translators: a reminder; the title, how many signed, of how many. */
      _ ("%u of the %u signatures under “%s” are there. These are still missing:"),
      signing->n_signed, signing->n_places,
      *agreement->short_title != '\0' ? agreement->short_title : agreement->title);
  g_string_append (text, "\n\n");
  for (guint i = 0; i < signing->rows->len; i++)
    add_open_places (self, text, signing->rows->pdata[i]);
  g_string_append_printf (text,
                          /* Translators: a version's number and its control code. */
                          _ ("\nIt concerns version %d, with the control code %s at the foot of "
                             "every page. Please sign that version only."),
                          (int) signing->version->number, code);
  g_string_append (text, "\n\n");
  g_string_append (text, _ ("Thank you for your cooperation."));
  g_string_append_c (text, '\n');
  return g_string_free_and_steal (text);
}

/* --- Virtual functions --- */

static void
akk_reminder_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_REMINDER_DIALOG);
  G_OBJECT_CLASS (akk_reminder_dialog_parent_class)->dispose (object);
}

static void
akk_reminder_dialog_finalize (GObject *object)
{
  AkkReminderDialog *self = AKK_REMINDER_DIALOG (object);

  g_free (self->subject);
  g_string_free (self->recipients, TRUE);
  G_OBJECT_CLASS (akk_reminder_dialog_parent_class)->finalize (object);
}

static void
akk_reminder_dialog_class_init (AkkReminderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_reminder_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = akk_reminder_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/reminder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkReminderDialog, text_view);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_cb);
}

static void
akk_reminder_dialog_init (AkkReminderDialog *self)
{
  self->recipients = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkReminderDialog *
akk_reminder_dialog_new (AkkStore *store, AkkAgreement *agreement, const AkkSigning *signing)
{
  AkkReminderDialog *self = g_object_new (AKK_TYPE_REMINDER_DIALOG, NULL);
  g_autofree char *text = write_text (self, agreement, signing);

  self->subject =
      g_strdup_printf (_ ("To be signed: %s"),
                       *agreement->short_title != '\0' ? agreement->short_title : agreement->title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  return self;
}
