/* The dialogs of a meeting: an agenda item, and what is born from it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-dialogs.h"

#include <glib/gi18n.h>

#include "core/body.h"
#include "core/dossier.h"
#include "core/meetings.h"
#include "core/order.h"
#include "core/thread.h"
#include "ui/reference-row.h"

char *
akk_last_position (AkkStore *store, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, ref, id);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (AkkRecord) last = n > 0 ? g_list_model_get_item (list, n - 1) : NULL;

  return akk_order_between (
      last != NULL ? akk_record_get_text (last, akk_record_type_field (type, "position")) : "", "");
}

static gint64
agreement_of (AkkStore *store, AkkMeeting *meeting)
{
  g_autoptr (AkkBody) body = akk_store_get (store, &akk_body_record, meeting->body_id);

  return body != NULL ? body->agreement_id : 0;
}

/* From its day on what is decided is decided. */
static gboolean
has_come (AkkStore *store, AkkMeeting *meeting)
{
  return akk_meeting_held (meeting) || meeting->date <= akk_store_today (store);
}

/* --- An agenda item --- */

static void
made_cb (AkkReferenceRow *row, AkkRecord *made)
{
  akk_reference_row_choose (row, made->id);
}

/* A new record to deal with: it comes from no item. */
static void
new_linked_cb (AkkReferenceRow *row, AkkStore *store)
{
  AkkMeeting *meeting = g_object_get_data (G_OBJECT (row), "akk-meeting");
  const char *field = g_object_get_data (G_OBJECT (row), "akk-linked");
  AkkRecordDialog *dialog;

  if (g_str_equal (field, "decision_id"))
    dialog = akk_meeting_decision_dialog_new (store, meeting, NULL, NULL);
  else if (g_str_equal (field, "action_id"))
    dialog = akk_meeting_action_dialog_new (store, meeting, NULL, NULL);
  else
    dialog = akk_meeting_signal_dialog_new (store, meeting, NULL, NULL);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (made_cb), row, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (row));
}

static void
new_thread_cb (AkkReferenceRow *row, AkkStore *store)
{
  static const char *const fields[] = { "title", NULL };
  g_autoptr (AkkThread) thread = akk_record_new (&akk_thread_record);
  AkkMeeting *meeting = g_object_get_data (G_OBJECT (row), "akk-meeting");
  AkkRecordDialog *dialog;

  g_object_set (thread, "agreement-id", agreement_of (store, meeting), NULL);
  dialog = akk_record_dialog_new (store, thread, _ ("New Subject to Follow"),
                                  N_ ("Add subject to follow"));
  akk_record_dialog_add_fields (dialog, NULL, fields);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (made_cb), row, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (row));
}

/* The subject that is followed, or a new one. */
static void
add_thread (AkkRecordForm *form, AkkStore *store, AkkMeeting *meeting)
{
  GtkWidget *row = akk_record_form_add_reference (form, "thread_id", "agreement_id",
                                                  agreement_of (store, meeting), _ ("None"));

  akk_reference_row_offer_new (AKK_REFERENCE_ROW (row), _ ("New Subject to Follow"));
  g_object_set_data_full (G_OBJECT (row), "akk-meeting", g_object_ref (meeting), g_object_unref);
  g_signal_connect_object (row, "new-wanted", G_CALLBACK (new_thread_cb), store, 0);
}

static gboolean
is_another_meeting (AkkStore *store, AkkRecord *record, gpointer meeting)
{
  return record->id != ((AkkMeeting *) meeting)->record.id &&
         akk_meeting_held ((AkkMeeting *) record);
}

static gboolean
is_of_agreement (AkkStore *store, AkkRecord *record, gpointer meeting)
{
  g_autoptr (AkkMeeting) other =
      akk_store_get (store, &akk_meeting_record, ((AkkDecision *) record)->meeting_id);

  return other != NULL && agreement_of (store, other) == agreement_of (store, meeting);
}

static void
offer_new (
    GtkWidget *row, AkkStore *store, AkkMeeting *meeting, const char *field, const char *tooltip)
{
  akk_reference_row_offer_new (AKK_REFERENCE_ROW (row), tooltip);
  g_object_set_data_full (G_OBJECT (row), "akk-meeting", g_object_ref (meeting), g_object_unref);
  g_object_set_data (G_OBJECT (row), "akk-linked", (gpointer) field);
  g_signal_connect_object (row, "new-wanted", G_CALLBACK (new_linked_cb), store, 0);
}

static void
add_links (AkkRecordDialog *dialog, AkkStore *store, AkkMeeting *meeting)
{
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, _ ("It Deals With"));
  gint64 agreement = agreement_of (store, meeting);
  GtkWidget *row = akk_record_form_add_reference (form, "approves_id", "body_id", meeting->body_id,
                                                  _ ("No earlier meeting"));

  akk_reference_row_set_offers (AKK_REFERENCE_ROW (row), is_another_meeting, g_object_ref (meeting),
                                g_object_unref);
  row = akk_record_form_add_reference (form, "decision_id", NULL, 0, _ ("None"));
  akk_reference_row_set_offers (AKK_REFERENCE_ROW (row), is_of_agreement, g_object_ref (meeting),
                                g_object_unref);
  offer_new (row, store, meeting, "decision_id", _ ("New Decision"));
  row = akk_record_form_add_reference (form, "action_id", "agreement_id", agreement, _ ("None"));
  offer_new (row, store, meeting, "action_id", _ ("New Action"));
  row = akk_record_form_add_reference (form, "signal_id", "agreement_id", agreement, _ ("None"));
  offer_new (row, store, meeting, "signal_id", _ ("New Signal"));
  akk_record_form_add_reference (form, "indicator_id", "agreement_id", agreement, _ ("None"));
  akk_record_form_add_reference (form, "section_id", "agreement_id", agreement, _ ("None"));
  add_thread (form, store, meeting);
}

/* What only the one who leads the meeting reads. */
static void
add_note (AkkRecordDialog *dialog)
{
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);

  akk_record_form_add_lines (form, "note");
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (form), _ ("The note is not visible in the room, and never printed."));
}

AkkRecordDialog *
akk_agenda_item_dialog_new (AkkStore *store, AkkMeeting *meeting, AkkAgendaItem *item)
{
  static const char *const fields[] = { "title",     "duration_min", "kind", "subject",
                                        "presenter", "section",      NULL };
  g_autoptr (AkkAgendaItem) edited =
      item != NULL ? g_object_ref (item) : akk_record_new (&akk_agenda_item_record);
  AkkRecordDialog *dialog;
  AkkRecordForm *form;

  if (item == NULL) {
    g_autofree char *position =
        akk_last_position (store, &akk_agenda_item_record, "meeting_id", meeting->record.id);

    g_object_set (edited, "meeting-id", meeting->record.id, "position", position, NULL);
  }
  dialog = akk_record_dialog_new (store, edited,
                                  item != NULL ? _ ("Agenda Item") : _ ("New Agenda Item"),
                                  item != NULL ? N_ ("Edit agenda item") : N_ ("Add agenda item"));
  form = akk_record_dialog_add_fields (dialog, NULL, fields);
  akk_record_form_add_rich (form, "text");
  if (item != NULL && akk_meeting_held (meeting))
    akk_record_form_add (form, "state");
  add_links (dialog, store, meeting);
  add_note (dialog);
  return dialog;
}

/* --- What is born from an item --- */

/* What comes of an item after the meeting deals with it too. The lists of the store know of it only
 * once it is stored. */
static void
born_cb (AkkRecordDialog *dialog, AkkRecord *record, AkkMeeting *meeting)
{
  AkkStore *store = g_object_get_data (G_OBJECT (dialog), "akk-store");
  gint64 id = akk_record_get_int (record, akk_record_type_field (record->type, "item_id"));
  g_autoptr (AkkAgendaItem) item = akk_store_get (store, &akk_agenda_item_record, id);

  if (meeting->state != AKK_MEETING_HELD || item == NULL ||
      item->meeting_id != meeting->record.id || item->state != AKK_ITEM_OPEN)
    return;
  akk_store_set_int (store, item, "state", AKK_ITEM_DONE);
  akk_meeting_hold (store, meeting);
}

static void
watch_birth (AkkRecordDialog *dialog, AkkStore *store, AkkMeeting *meeting)
{
  g_object_set_data_full (G_OBJECT (dialog), "akk-store", g_object_ref (store), g_object_unref);
  g_signal_connect_object (dialog, "writing", G_CALLBACK (born_cb), meeting, 0);
}

static GtkWidget *
text_view_in (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *view = text_view_in (child);

    if (view != NULL)
      return view;
  }
  return NULL;
}

/* Another decision of the same agreement. */
static gboolean
may_replace (AkkStore *store, AkkRecord *record, gpointer decision)
{
  g_autoptr (AkkMeeting) meeting =
      akk_store_get (store, &akk_meeting_record, ((AkkDecision *) decision)->meeting_id);

  return record->id != AKK_RECORD (decision)->id && meeting != NULL &&
         is_of_agreement (store, record, meeting);
}

static void
mode_changed_cb (GtkWidget *votes, AkkRecordForm *form)
{
  AkkDecision *decision = g_object_get_data (G_OBJECT (votes), "akk-decision");

  gtk_widget_set_visible (votes, decision->mode == AKK_DECISION_VOTE);
}

static void
number_decision_cb (AkkRecordDialog *dialog, AkkDecision *decision, AkkStore *store)
{
  g_autoptr (AkkMeeting) meeting = akk_store_get (store, &akk_meeting_record, decision->meeting_id);
  g_autofree char *number = NULL;

  if (decision->state == AKK_DECISION_DRAFT || *decision->number != '\0' || meeting == NULL)
    return;
  number = akk_decision_next_number (store, meeting);
  akk_store_set_text (store, decision, "number", number);
}

static void
add_votes (AkkRecordDialog *dialog, AkkRecordForm *form)
{
  static const char *const fields[] = { "votes_for", "votes_against", "abstentions" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    GtkWidget *row = akk_record_form_add (form, fields[i]);

    g_object_set_data (G_OBJECT (row), "akk-decision", akk_record_dialog_get_record (dialog));
    g_signal_connect_object (form, "changed", G_CALLBACK (mode_changed_cb), row, G_CONNECT_SWAPPED);
    mode_changed_cb (row, form);
  }
}

/* A decision follows the subject of its item: that is what is written. */
static void
follow_thread_cb (AkkRecordDialog *dialog, AkkDecision *decision, AkkAgendaItem *edited)
{
  AkkStore *store = g_object_get_data (G_OBJECT (dialog), "akk-store");
  g_autoptr (AkkAgendaItem) item =
      akk_store_get (store, &akk_agenda_item_record, edited->record.id);

  if (item != NULL && item->thread_id != edited->thread_id)
    akk_store_set_int (store, item, "thread_id", edited->thread_id);
}

static void
add_thread_of_item (AkkRecordDialog *dialog, AkkStore *store, AkkMeeting *meeting, gint64 item_id)
{
  g_autoptr (AkkAgendaItem) item = akk_store_get (store, &akk_agenda_item_record, item_id);
  AkkAgendaItem *edited;

  if (item == NULL || item->record.deleted)
    return;
  edited = akk_record_duplicate (item);
  add_thread (akk_record_dialog_add_form_for (dialog, edited, NULL), store, meeting);
  g_signal_connect_data (dialog, "writing", G_CALLBACK (follow_thread_cb), edited,
                         (GClosureNotify) (void *) g_object_unref, 0);
}

AkkRecordDialog *
akk_meeting_decision_dialog_new (AkkStore *store,
                                 AkkMeeting *meeting,
                                 AkkAgendaItem *item,
                                 AkkDecision *decision)
{
  g_autoptr (AkkDecision) edited =
      decision != NULL ? g_object_ref (decision) : akk_record_new (&akk_decision_record);
  AkkRecordDialog *dialog;
  AkkRecordForm *form;
  GtkWidget *row;

  if (decision == NULL) {
    g_autofree char *position =
        akk_last_position (store, &akk_decision_record, "meeting_id", meeting->record.id);

    g_object_set (edited, "meeting-id", meeting->record.id, "position", position, "item-id",
                  item != NULL ? item->record.id : (gint64) 0, "state",
                  (gint64) (has_come (store, meeting) ? AKK_DECISION_TAKEN : AKK_DECISION_DRAFT),
                  NULL);
  }
  dialog =
      akk_record_dialog_new (store, edited, decision != NULL ? _ ("Decision") : _ ("New Decision"),
                             decision != NULL ? N_ ("Edit decision") : N_ ("Add decision"));
  form = akk_record_dialog_add_form (dialog, NULL);
  row = akk_record_form_add_lines (form, "text");
  adw_dialog_set_focus (ADW_DIALOG (dialog), text_view_in (row));
  akk_record_form_add (form, "mode");
  add_votes (dialog, form);
  form = akk_record_dialog_add_form (dialog, _ ("Carried Out"));
  akk_record_form_add_reference (form, "owner_id", "agreement_id", agreement_of (store, meeting),
                                 _ ("No party in particular"));
  akk_record_form_add (form, "owner");
  akk_record_form_add (form, "due_on");
  if (decision != NULL) {
    akk_record_form_add (form, "state");
    akk_record_form_add (form, "result");
    row = akk_record_form_add_reference (form, "successor_id", NULL, 0, _ ("None"));
    akk_reference_row_set_offers (AKK_REFERENCE_ROW (row), may_replace, g_object_ref (decision),
                                  g_object_unref);
  }
  add_thread_of_item (dialog, store, meeting, edited->item_id);
  g_signal_connect_object (dialog, "writing", G_CALLBACK (number_decision_cb), store, 0);
  watch_birth (dialog, store, meeting);
  return dialog;
}

static void
number_action_cb (AkkRecordDialog *dialog, AkkAction *action, AkkStore *store)
{
  g_autofree char *number = NULL;

  if (*action->number != '\0')
    return;
  number = akk_action_next_number (store);
  akk_store_set_text (store, action, "number", number);
}

AkkRecordDialog *
akk_meeting_action_dialog_new (AkkStore *store,
                               AkkMeeting *meeting,
                               AkkAgendaItem *item,
                               AkkAction *action)
{
  static const char *const fields[] = { "title", NULL };
  gint64 agreement = action != NULL ? action->agreement_id : agreement_of (store, meeting);
  g_autoptr (AkkAction) edited =
      action != NULL ? g_object_ref (action) : akk_record_new (&akk_action_record);
  AkkRecordDialog *dialog;
  AkkRecordForm *form;

  if (action == NULL) {
    g_autofree char *position =
        akk_last_position (store, &akk_action_record, "agreement_id", agreement);

    g_object_set (edited, "agreement-id", agreement, "position", position, "item-id",
                  item != NULL ? item->record.id : (gint64) 0, NULL);
  }
  dialog = akk_record_dialog_new (store, edited, action != NULL ? _ ("Action") : _ ("New Action"),
                                  action != NULL ? N_ ("Edit action") : N_ ("Add action"));
  form = akk_record_dialog_add_fields (dialog, NULL, fields);
  akk_record_form_add_reference (form, "lead_id", "agreement_id", agreement,
                                 _ ("No party in particular"));
  akk_record_form_add (form, "lead");
  akk_record_form_add (form, "deadline");
  if (action != NULL)
    akk_record_form_add (form, "status");
  g_signal_connect_object (dialog, "writing", G_CALLBACK (number_action_cb), store, 0);
  watch_birth (dialog, store, meeting);
  return dialog;
}

AkkRecordDialog *
akk_meeting_signal_dialog_new (AkkStore *store,
                               AkkMeeting *meeting,
                               AkkAgendaItem *item,
                               AkkSignal *signal)
{
  static const char *const fields[] = { "title", "target_group", NULL };
  gint64 agreement = signal != NULL ? signal->agreement_id : agreement_of (store, meeting);
  g_autoptr (AkkSignal) edited =
      signal != NULL ? g_object_ref (signal) : akk_record_new (&akk_signal_record);
  AkkRecordDialog *dialog;
  AkkRecordForm *form;

  if (signal == NULL)
    g_object_set (edited, "agreement-id", agreement, "item-id",
                  item != NULL ? item->record.id : (gint64) 0, "body-id", meeting->body_id,
                  "raised-on", meeting->date, "thread-id",
                  item != NULL ? item->thread_id : (gint64) 0, NULL);
  dialog = akk_record_dialog_new (store, edited, signal != NULL ? _ ("Signal") : _ ("New Signal"),
                                  signal != NULL ? N_ ("Edit signal") : N_ ("Add signal"));
  form = akk_record_dialog_add_fields (dialog, NULL, fields);
  akk_record_form_add_reference (form, "party_id", "agreement_id", agreement,
                                 _ ("No party in particular"));
  akk_record_form_add_rich (form, "text");
  add_thread (form, store, meeting);
  watch_birth (dialog, store, meeting);
  return dialog;
}

/* --- What was put off --- */

AkkRecordDialog *
akk_meeting_parked_dialog_new (AkkStore *store, AkkParked *parked)
{
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, parked, _ ("Parked Subject"), N_ ("Edit parked subject"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);

  akk_record_form_add_lines (form, "text");
  akk_record_form_add_reference (form, "item_id", "meeting_id", parked->meeting_id,
                                 _ ("At no item"));
  return dialog;
}
