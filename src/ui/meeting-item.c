/* What an agenda item holds: its explanation, its minutes, and what is born from it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-item.h"

#include <glib/gi18n.h>

#include "core/attachment.h"
#include "core/indicator.h"
#include "core/meetings.h"
#include "core/section.h"
#include "core/text.h"
#include "ui/attach.h"
#include "ui/meeting-dialogs.h"
#include "ui/meeting-words.h"
#include "ui/record-rows.h"
#include "ui/record-words.h"
#include "ui/rich-field.h"

struct _AkkMeetingItem {
  AdwBin parent_instance;

  GtkLabel *text_label;
  AdwBin *minutes_bin;
  GtkListBox *rows;
  GtkMenuButton *state_button;

  AkkStore *store;
  AkkMeeting *meeting;
  AkkAgendaItem *item;
  gint64 today;
};

G_DEFINE_FINAL_TYPE (AkkMeetingItem, akk_meeting_item, ADW_TYPE_BIN)

static const char glyph_key[] = "akk-glyph";
static const char delete_key[] = "akk-delete";
static const char approve_key[] = "akk-approve";

/* --- Rows --- */

/* What the item deals with was there before it, and stays when it goes. */
static gboolean
is_linked (AkkMeetingItem *self, AkkRecord *record)
{
  const AkkAgendaItem *item = self->item;

  return record->id == item->approves_id || record->id == item->decision_id ||
         record->id == item->action_id || record->id == item->signal_id ||
         record->id == item->indicator_id || record->id == item->section_id;
}

void
akk_meeting_delete_born (GtkWidget *widget, AkkStore *store, AkkRecord *record)
{
  static const struct {
    const AkkRecordType *type;
    const char *label, *sentence;
  } kinds[] = {
    { &akk_decision_record, N_ ("Delete decision"), N_ ("The decision has been deleted.") },
    { &akk_action_record, N_ ("Delete action"), N_ ("The action has been deleted.") },
    { &akk_signal_record, N_ ("Delete signal"), N_ ("The signal has been deleted.") },
    { &akk_parked_record, N_ ("Delete parked subject"),
      N_ ("The parked subject has been deleted.") },
    { &akk_attachment_record, N_ ("Remove attachment"), N_ ("The attachment has been removed.") },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i].type != record->type)
      continue;
    akk_store_begin (store, kinds[i].label);
    akk_store_delete (store, record);
    if (akk_store_commit (store, &error))
      gtk_widget_activate_action (widget, "win.offer-undo", "s", _ (kinds[i].sentence));
    else
      akk_show_error (widget, _ ("Not Deleted"), error);
    return;
  }
}

static void
delete_clicked_cb (GtkWidget *button, AkkMeetingItem *self)
{
  AkkRecord *record = akk_record_row_get (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));

  if (record != NULL)
    akk_meeting_delete_born (GTK_WIDGET (self), self->store, record);
}

/* What the item is there for, in one click: it is dealt with, and the minutes are approved. */
static GtkWidget *
approve_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Approve"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", (gint64) AKK_ITEM_DONE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "item.state");
  return button;
}

static GtkWidget *
sign_new (AkkRecord *record)
{
  if (record->type == &akk_attachment_record)
    return gtk_image_new_from_icon_name ("mail-attachment-symbolic");
  if (record->type == &akk_meeting_record || record->type == &akk_section_record)
    return gtk_image_new_from_icon_name ("text-x-generic-symbolic");
  return akk_state_glyph_new (AKK_GLYPH_NONE);
}

static GtkWidget *
row_new (gpointer data, AkkRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *sign = sign_new (record);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, !is_linked (data, record));
  g_signal_connect (button, "clicked", G_CALLBACK (delete_clicked_cb), data);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (record->type == &akk_meeting_record) {
    GtkWidget *approve = approve_button_new ();

    adw_action_row_add_suffix (ADW_ACTION_ROW (row), approve);
    g_object_set_data (G_OBJECT (row), approve_key, approve);
  }
  g_object_set_data (G_OBJECT (row), glyph_key, sign);
  g_object_set_data (G_OBJECT (row), delete_key, button);
  return row;
}

static AkkGlyph
describe (AkkMeetingItem *self, AkkRecord *record, const char **title, char **subtitle)
{
  if (record->type == &akk_decision_record) {
    g_autofree char *words = akk_decision_words (self->store, (AkkDecision *) record);
    const char *kind = ((AkkDecision *) record)->state == AKK_DECISION_DRAFT ? _ ("Draft decision")
                                                                             : _ ("Decision");

    *title = ((AkkDecision *) record)->text;
    *subtitle = *words != '\0' ? g_strdup_printf ("%s · %s", kind, words) : g_strdup (kind);
    return akk_decision_glyph ((AkkDecision *) record);
  }
  if (record->type == &akk_action_record) {
    *title = ((AkkAction *) record)->title;
    *subtitle = akk_action_words (self->store, (AkkAction *) record);
    return akk_action_glyph ((AkkAction *) record, self->today);
  }
  if (record->type == &akk_signal_record) {
    *title = ((AkkSignal *) record)->title;
    *subtitle = akk_signal_words (self->store, (AkkSignal *) record);
    return AKK_GLYPH_ATTENTION;
  }
  if (record->type == &akk_meeting_record) {
    *title = _ ("Approval of the minutes");
    *subtitle = akk_record_words (self->store, record);
    return AKK_GLYPH_NONE;
  }
  if (record->type == &akk_parked_record) {
    *title = ((AkkParked *) record)->text;
    *subtitle = g_strdup (_ ("Parked for a later meeting"));
    return AKK_GLYPH_MOVED_ON;
  }
  if (record->type == &akk_indicator_record) {
    *title = ((AkkIndicator *) record)->name;
    *subtitle = g_strdup (_ ("Indicator"));
    return AKK_GLYPH_NONE;
  }
  if (record->type == &akk_section_record) {
    *title = ((AkkSection *) record)->heading;
    *subtitle = g_strdup (_ ("Clause"));
    return AKK_GLYPH_NONE;
  }
  *title = ((AkkAttachment *) record)->name;
  return AKK_GLYPH_NONE;
}

static void
describe_row (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkMeetingItem *self = data;
  const char *title = "";
  g_autofree char *subtitle = NULL;
  AkkGlyph glyph = describe (self, record, &title, &subtitle);
  g_autofree char *tooltip = g_strdup_printf (_ ("Delete “%s”"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  if (glyph != AKK_GLYPH_NONE)
    akk_state_glyph_set_glyph (g_object_get_data (G_OBJECT (row), glyph_key), glyph);
  gtk_widget_set_tooltip_text (g_object_get_data (G_OBJECT (row), delete_key), tooltip);
  if (record->type == &akk_meeting_record)
    gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), approve_key),
                            self->meeting->state == AKK_MEETING_HELD &&
                                ((AkkMeeting *) record)->state == AKK_MEETING_HELD);
}

/* --- Attaching --- */

static void
attached_cb (GtkWidget *widget, const char *sha256, const char *name, const GError *problem)
{
  AkkMeetingItem *self = AKK_MEETING_ITEM (widget);
  g_autoptr (AkkAttachment) attachment = akk_record_new (&akk_attachment_record);
  g_autofree char *position = NULL;
  g_autoptr (GError) error = NULL;

  if (problem != NULL) {
    akk_show_error (widget, _ ("The file was not attached"), problem);
    return;
  }
  position =
      akk_last_position (self->store, &akk_attachment_record, "item_id", self->item->record.id);
  g_object_set (attachment, "item-id", self->item->record.id, "position", position, "name", name,
                "file", sha256, NULL);
  akk_store_begin (self->store, N_ ("Attach file"));
  akk_store_add (self->store, attachment);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (widget, _ ("The file was not attached"), error);
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_attach_file (widget, AKK_MEETING_ITEM (widget)->store, _ ("Attach a File"), attached_cb);
}

/* --- Adding and editing --- */

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingItem *self = AKK_MEETING_ITEM (widget);
  AkkRecordDialog *dialog;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  akk_rich_field_end_focused (widget);
  if (g_str_equal (name, "item.add-decision"))
    dialog = akk_meeting_decision_dialog_new (self->store, self->meeting, self->item, NULL);
  else if (g_str_equal (name, "item.add-action"))
    dialog = akk_meeting_action_dialog_new (self->store, self->meeting, self->item, NULL);
  else
    dialog = akk_meeting_signal_dialog_new (self->store, self->meeting, self->item, NULL);
  /* Who was writing the minutes goes on there; who was elsewhere is now at this item. */
  if (focus == NULL || gtk_widget_get_ancestor (focus, AKK_TYPE_RICH_FIELD) == NULL)
    focus = adw_bin_get_child (self->minutes_bin);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (gtk_widget_grab_focus), focus,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingItem *self = AKK_MEETING_ITEM (widget);

  adw_dialog_present (
      ADW_DIALOG (akk_agenda_item_dialog_new (self->store, self->meeting, self->item)), widget);
}

void
akk_meeting_edit_born (GtkWidget *widget, AkkStore *store, AkkMeeting *meeting, AkkRecord *record)
{
  AkkRecordDialog *dialog = NULL;

  if (record->type == &akk_decision_record)
    dialog = akk_meeting_decision_dialog_new (store, meeting, NULL, (AkkDecision *) record);
  else if (record->type == &akk_action_record)
    dialog = akk_meeting_action_dialog_new (store, meeting, NULL, (AkkAction *) record);
  else if (record->type == &akk_signal_record)
    dialog = akk_meeting_signal_dialog_new (store, meeting, NULL, (AkkSignal *) record);
  else if (record->type == &akk_parked_record)
    dialog = akk_meeting_parked_dialog_new (store, (AkkParked *) record);
  if (dialog != NULL)
    adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* An item of a held meeting that turns out to be dealt with does what it would have done then. */
static void
state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingItem *self = AKK_MEETING_ITEM (widget);
  g_autoptr (GError) error = NULL;

  akk_rich_field_end_focused (widget);
  akk_store_begin (self->store, N_ ("Set state of agenda item"));
  akk_store_set_int (self->store, self->item, "state", g_variant_get_int64 (parameter));
  if (self->meeting->state == AKK_MEETING_HELD)
    akk_meeting_hold (self->store, self->meeting);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (widget, _ ("Not Stored"), error);
}

static GMenuModel *
state_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  for (const AkkChoice *choice = akk_item_states; choice->code != NULL; choice++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ (choice->label), NULL);

    if (choice->value == AKK_ITEM_OPEN)
      continue;
    g_menu_item_set_action_and_target (item, "item.state", "x", choice->value);
    g_menu_append_item (menu, item);
  }
  return G_MENU_MODEL (menu);
}

/* --- Callbacks --- */

static void
row_activated_cb (AkkMeetingItem *self, GtkWidget *row)
{
  AkkRecord *record = akk_record_row_get (row);

  if (record->type == &akk_attachment_record)
    akk_attachment_open (GTK_WIDGET (self), self->store, ((AkkAttachment *) record)->file,
                         ((AkkAttachment *) record)->name);
  else if (record->type == &akk_meeting_record)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-meeting", "x", record->id);
  else if (record->type == &akk_signal_record && is_linked (self, record))
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-signal", "x", record->id);
  else if (record->type == &akk_indicator_record)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-indicator", "x", record->id);
  else if (record->type == &akk_section_record)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-line", "(xu)", record->id, G_MAXUINT);
  else
    akk_meeting_edit_born (GTK_WIDGET (self), self->store, self->meeting, record);
}

/* What is written after the meeting counts as what was written at it. */
static void
minutes_writing_cb (AkkMeetingItem *self)
{
  if (self->meeting->state == AKK_MEETING_HELD)
    akk_meeting_hold (self->store, self->meeting);
}

/* The keys of the list around it are not meant for what stands in an item. */
static gboolean
delete_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AkkMeetingItem *self = AKK_MEETING_ITEM (widget);
  AkkRecord *record = akk_record_row_get (gtk_widget_get_focus_child (GTK_WIDGET (self->rows)));

  if (record != NULL && !is_linked (self, record))
    akk_meeting_delete_born (GTK_WIDGET (self), self->store, record);
  return GDK_EVENT_STOP;
}

/* --- Virtual functions --- */

static void
akk_meeting_item_dispose (GObject *object)
{
  AkkMeetingItem *self = AKK_MEETING_ITEM (object);

  g_clear_object (&self->item);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_meeting_item_parent_class)->dispose (object);
}

static void
akk_meeting_item_class_init (AkkMeetingItemClass *klass)
{
  static const char *const adding[] = { "item.add-decision", "item.add-action", "item.add-signal" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_meeting_item_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/meeting-item.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingItem, text_label);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingItem, minutes_bin);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingItem, rows);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingItem, state_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  for (guint i = 0; i < G_N_ELEMENTS (adding); i++)
    gtk_widget_class_install_action (widget_class, adding[i], NULL, add_action);
  gtk_widget_class_install_action (widget_class, "item.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "item.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "item.state", "x", state_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
}

static void
akk_meeting_item_init (AkkMeetingItem *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  akk_record_rows_keep_order (self->rows);
  menu = state_menu_new ();
  gtk_menu_button_set_menu_model (self->state_button, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Decisions, actions, signals and attachments"), -1);
}

/* --- Public --- */

GtkWidget *
akk_meeting_item_new (AkkStore *store, AkkMeeting *meeting, AkkAgendaItem *item)
{
  AkkMeetingItem *self = g_object_new (AKK_TYPE_MEETING_ITEM, NULL);
  GtkWidget *minutes =
      akk_rich_field_new (store, item, "outcome", _ ("Minutes"), N_ ("Write minutes"));

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  self->item = g_object_ref (item);
  g_signal_connect_object (minutes, "writing", G_CALLBACK (minutes_writing_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->minutes_bin, minutes);
  return GTK_WIDGET (self);
}

void
akk_meeting_item_attach (AkkMeetingItem *self, GSList *files)
{
  g_return_if_fail (AKK_IS_MEETING_ITEM (self));

  for (GSList *l = files; l != NULL; l = l->next)
    akk_attach_known_file (GTK_WIDGET (self), self->store, l->data, attached_cb);
}

static void
append_all (GListStore *records, GPtrArray *array)
{
  for (guint i = 0; i < array->len; i++)
    g_list_store_append (records, array->pdata[i]);
}

static void
append_link (AkkMeetingItem *self, GListStore *records, const AkkRecordType *type, gint64 id)
{
  g_autoptr (AkkRecord) record = id != 0 ? akk_store_get (self->store, type, id) : NULL;

  if (record != NULL && !record->deleted)
    g_list_store_append (records, record);
}

void
akk_meeting_item_update (AkkMeetingItem *self, const AkkAgendaEntry *entry, gint64 today)
{
  g_autoptr (GListStore) records = g_list_store_new (AKK_TYPE_RECORD);
  g_autoptr (AkkText) text = NULL;
  g_autofree char *plain = NULL;

  g_return_if_fail (AKK_IS_MEETING_ITEM (self));

  self->today = today;
  text = akk_text_parse (entry->item->text);
  plain = akk_text_plain (text, NULL, NULL);
  gtk_label_set_text (self->text_label, g_strchomp (plain));
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), *plain != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->state_button), akk_meeting_held (self->meeting));
  gtk_menu_button_set_label (self->state_button,
                             akk_choice_label (akk_item_states, entry->item->state));
  append_link (self, records, &akk_meeting_record, entry->item->approves_id);
  append_link (self, records, &akk_decision_record, entry->item->decision_id);
  append_link (self, records, &akk_action_record, entry->item->action_id);
  append_link (self, records, &akk_signal_record, entry->item->signal_id);
  append_link (self, records, &akk_indicator_record, entry->item->indicator_id);
  append_link (self, records, &akk_section_record, entry->item->section_id);
  append_all (records, entry->attachments);
  append_all (records, entry->decisions);
  append_all (records, entry->actions);
  append_all (records, entry->signals);
  append_all (records, entry->parked);
  akk_record_rows_update (self->rows, G_LIST_MODEL (records), row_new, describe_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self->rows),
                          g_list_model_get_n_items (G_LIST_MODEL (records)) > 0);
}
