/* The page Overleg: a new meeting, a new body.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/consultation-page-private.h"

#include <glib/gi18n.h>

#include "core/meeting.h"
#include "core/order.h"
#include "ui/agreement-dialogs.h"
#include "ui/hour-row.h"
#include "ui/record-dialog.h"
#include "ui/reference-row.h"

/* --- A meeting --- */

static void
meeting_made_cb (AkkConsultationPage *self, AkkRecord *meeting)
{
  akk_consultation_page_show_meeting (self, meeting->id);
}

/* A meeting is as its body usually meets, unless something else is filled in. */
static void
take_habits (AkkMeeting *meeting, const AkkBody *body)
{
  g_object_set (meeting, "starts-at", body->starts_at, "duration-min", body->duration_min, "place",
                body->place, "link", body->link, "chair", body->chair_rotates ? "" : body->chair,
                "secretary", body->secretary, NULL);
}

static void
body_chosen_cb (AkkReferenceRow *row, AkkRecordDialog *dialog)
{
  AkkStore *store = g_object_get_data (G_OBJECT (dialog), "akk-store");
  g_autoptr (AkkBody) body =
      akk_store_get (store, &akk_body_record, akk_reference_row_get_reference (row));
  AkkMeeting *meeting = akk_record_dialog_get_record (dialog);
  AkkHourRow *hour = g_object_get_data (G_OBJECT (dialog), "akk-hour");
  AdwSpinRow *duration = g_object_get_data (G_OBJECT (dialog), "akk-duration");
  GtkEditable *place = g_object_get_data (G_OBJECT (dialog), "akk-place");

  if (body == NULL)
    return;
  take_habits (meeting, body);
  akk_hour_row_set_hour (hour, body->starts_at);
  adw_spin_row_set_value (duration, (double) body->duration_min);
  gtk_editable_set_text (place, body->place);
}

void
akk_consultation_page_new_meeting (AkkConsultationPage *self, gint64 body_id)
{
  g_autoptr (AkkMeeting) meeting = akk_record_new (&akk_meeting_record);
  g_autoptr (AkkBody) body = NULL;
  AkkRecordDialog *dialog;
  AkkRecordForm *form;
  GtkWidget *row, *date;

  if (self->bodies == NULL || g_list_model_get_n_items (self->bodies) == 0)
    return;
  body = body_id != 0 ? akk_store_get (self->store, &akk_body_record, body_id)
                      : g_list_model_get_item (self->bodies, 0);
  g_object_set (meeting, "body-id", body->record.id, NULL);
  take_habits (meeting, body);
  dialog = akk_record_dialog_new (self->store, meeting, _ ("New Meeting"), N_ ("Add meeting"));
  form = akk_record_dialog_add_form (dialog, NULL);
  row = akk_record_form_add_reference (form, "body_id", "agreement_id", self->agreement->record.id,
                                       NULL);
  date = akk_record_form_add (form, "date");
  g_object_set_data (G_OBJECT (dialog), "akk-hour", akk_record_form_add (form, "starts_at"));
  g_object_set_data (G_OBJECT (dialog), "akk-duration", akk_record_form_add (form, "duration_min"));
  g_object_set_data (G_OBJECT (dialog), "akk-place", akk_record_form_add (form, "place"));
  g_object_set_data_full (G_OBJECT (dialog), "akk-store", g_object_ref (self->store),
                          g_object_unref);
  g_signal_connect_object (row, "reference-changed", G_CALLBACK (body_chosen_cb), dialog, 0);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (meeting_made_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_set_focus (ADW_DIALOG (dialog), date);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* --- A body --- */

static void
body_made_cb (AkkConsultationPage *self, AkkRecord *body)
{
  akk_consultation_page_show_body (self, body->id);
}

void
akk_consultation_page_new_body (AkkConsultationPage *self)
{
  g_autoptr (AkkBody) body = akk_record_new (&akk_body_record);
  g_autoptr (AkkBody) last = NULL;
  g_autofree char *position = NULL;
  AkkRecordDialog *dialog;
  guint n;

  if (self->bodies == NULL)
    return;
  n = g_list_model_get_n_items (self->bodies);
  last = n > 0 ? g_list_model_get_item (self->bodies, n - 1) : NULL;
  position = akk_order_between (last != NULL ? last->position : "", "");
  g_object_set (body, "agreement-id", self->agreement->record.id, "position", position, NULL);
  dialog = akk_body_dialog_new (self->store, body);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (body_made_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}
