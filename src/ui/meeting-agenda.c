/* The agenda of a meeting: its items in their order, and what is offered for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-agenda.h"

#include <glib/gi18n.h>

#include "core/attachment.h"
#include "core/dossier.h"
#include "core/order.h"
#include "ui/hour.h"
#include "ui/meeting-dialogs.h"
#include "ui/meeting-item.h"
#include "ui/meeting-words.h"
#include "ui/record-list.h"

struct _AkkMeetingAgenda {
  AdwBin parent_instance;

  AdwPreferencesGroup *group, *offers_group;
  AkkRecordList *items;
  GtkListBox *offers;

  AkkStore *store;
  AkkMeeting *meeting;
  const AkkAgenda *agenda; /* borrowed from the page */
  GPtrArray *offered; /* AkkAgendaOffer, one for each row */
  guint opening_id;
  gboolean narrow;
  gint64 current; /* the item that had the focus last */
};

G_DEFINE_FINAL_TYPE (AkkMeetingAgenda, akk_meeting_agenda, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

static const char number_key[] = "akk-number";
static const char hour_key[] = "akk-hour";
static const char minutes_key[] = "akk-minutes";
static const char content_key[] = "akk-content";
static const char opened_key[] = "akk-opened";

/* --- The rows of items --- */

static const AkkAgendaEntry *
entry_of (AkkMeetingAgenda *self, gint64 id)
{
  for (guint i = 0; self->agenda != NULL && i < self->agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = self->agenda->entries->pdata[i];

    if (entry->item->record.id == id)
      return entry;
  }
  return NULL;
}

/* What an item holds is made when it is opened first. */
static void
fill_row (AkkMeetingAgenda *self, GtkWidget *row)
{
  AkkRecord *record = akk_record_row_get (row);
  GtkWidget *content = g_object_get_data (G_OBJECT (row), content_key);
  const AkkAgendaEntry *entry = record != NULL ? entry_of (self, record->id) : NULL;

  if (entry == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    return;
  if (content == NULL) {
    GtkWidget *holder = adw_preferences_row_new ();

    content = akk_meeting_item_new (self->store, self->meeting, entry->item);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
    gtk_widget_set_focusable (holder, FALSE);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), content);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), holder);
    g_object_set_data (G_OBJECT (row), content_key, content);
  }
  akk_meeting_item_update (AKK_MEETING_ITEM (content), entry, akk_store_today (self->store));
}

static void
expanded_cb (AkkMeetingAgenda *self, GParamSpec *pspec, GtkWidget *row)
{
  fill_row (self, row);
}

static void
focused_cb (GtkEventControllerFocus *controller, AkkMeetingAgenda *self)
{
  AkkRecord *record =
      akk_record_row_get (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  if (record != NULL)
    self->current = record->id;
}

/* The minutes of a held meeting lie open. Each field takes its time: one after the other. */
static gboolean
open_next_cb (gpointer data)
{
  AkkMeetingAgenda *self = data;
  GtkListBox *list_box = akk_record_list_get_list_box (self->items);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_box, i)) != NULL; i++) {
    if (!ADW_IS_EXPANDER_ROW (row) || g_object_get_data (G_OBJECT (row), opened_key) != NULL)
      continue;
    g_object_set_data (G_OBJECT (row), opened_key, row);
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    return G_SOURCE_CONTINUE;
  }
  self->opening_id = 0;
  return G_SOURCE_REMOVE;
}

/* Files from a file manager become annexes. */
static gboolean
files_dropped_cb (
    GtkDropTarget *target, const GValue *value, double x, double y, AkkMeetingAgenda *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *content;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  content = g_object_get_data (G_OBJECT (row), content_key);
  if (content == NULL)
    return FALSE;
  akk_meeting_item_attach (AKK_MEETING_ITEM (content), g_value_get_boxed (value));
  return TRUE;
}

static GtkWidget *
item_row_new (gpointer data, AkkRecord *record)
{
  AkkMeetingAgenda *self = data;
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *hour = gtk_label_new (NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_add_css_class (place, "akk-item-place");
  gtk_widget_add_css_class (place, "dimmed");
  gtk_widget_add_css_class (place, "numeric");
  gtk_widget_add_css_class (hour, "caption");
  gtk_widget_set_valign (place, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (place), number);
  gtk_box_append (GTK_BOX (place), hour);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), place);
  g_object_set_data (G_OBJECT (row), number_key, number);
  g_object_set_data (G_OBJECT (row), hour_key, hour);
  g_signal_connect (focus, "enter", G_CALLBACK (focused_cb), self);
  gtk_widget_add_controller (row, focus);
  g_signal_connect (target, "drop", G_CALLBACK (files_dropped_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  if (akk_meeting_held (self->meeting) && self->opening_id == 0)
    self->opening_id = g_idle_add (open_next_cb, self);
  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (expanded_cb), self);
  return row;
}

static void
update_item_row (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkMeetingAgenda *self = data;
  const AkkAgendaEntry *entry = entry_of (self, record->id);
  GtkWidget *duration = g_object_get_data (G_OBJECT (row), minutes_key);
  g_autofree char *number = NULL, *hour = NULL, *minutes = NULL, *words = NULL;

  if (entry == NULL)
    return;
  number = g_strdup_printf ("%u", entry->number);
  hour = akk_hour_words (entry->starts_at);
  /* Translators: how long an agenda item takes. */
  minutes = g_strdup_printf (_ ("%d min"), (int) entry->item->duration_min);
  words = akk_agenda_entry_words (self->store, entry);
  /* Where there is no room beside the title all stands below it. */
  if (self->narrow) {
    g_autofree char *place =
        *hour != '\0' ? g_strdup_printf ("%s · %s", number, hour) : g_strdup (number);
    g_autofree char *below = g_strdup_printf ("%s · %s · %s", place, minutes, words);

    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), below);
  } else {
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  }
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), number_key), number);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), hour_key), hour);
  if (duration == NULL) { /* here, to stand before the menu */
    duration = gtk_label_new (NULL);
    gtk_widget_add_css_class (duration, "dimmed");
    gtk_widget_add_css_class (duration, "numeric");
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), duration);
    g_object_set_data (G_OBJECT (row), minutes_key, duration);
  }
  gtk_label_set_text (GTK_LABEL (duration), minutes);
  gtk_widget_set_visible (duration, !self->narrow);
  gtk_widget_set_visible (gtk_widget_get_parent (g_object_get_data (G_OBJECT (row), number_key)),
                          !self->narrow);
  fill_row (self, row);
}

static void
describe_item (AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  *title = g_strdup (((const AkkAgendaItem *) record)->title);
}

static const char *
section_of (GtkListBoxRow *row)
{
  AkkRecord *record = row != NULL ? akk_record_row_get (GTK_WIDGET (row)) : NULL;

  return record != NULL ? ((AkkAgendaItem *) record)->section : "";
}

/* A section heads the run of items that share it. */
static void
section_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *label;

  if (*section_of (row) == '\0' || g_str_equal (section_of (row), section_of (before))) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (section_of (row));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "akk-section-heading");
  gtk_list_box_row_set_header (row, label);
}

/* --- Items --- */

static void
item_activated_cb (AkkMeetingAgenda *self, AkkRecord *record)
{
  adw_dialog_present (ADW_DIALOG (akk_agenda_item_dialog_new (self->store, self->meeting,
                                                              (AkkAgendaItem *) record)),
                      GTK_WIDGET (self));
}

static void
item_delete_cb (AkkMeetingAgenda *self, AkkRecord *record)
{
  const AkkAgendaEntry *entry = entry_of (self, record->id);
  g_autofree char *sentence =
      g_strdup_printf (_ ("“%s” has been deleted."), ((AkkAgendaItem *) record)->title);
  g_autoptr (GPtrArray) attachments =
      entry != NULL ? g_ptr_array_ref (entry->attachments) : g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, N_ ("Delete agenda item"));
  for (guint i = 0; i < attachments->len; i++)
    akk_store_delete (self->store, attachments->pdata[i]);
  akk_store_delete (self->store, record);
  if (akk_store_commit (self->store, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", sentence);
  else
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingAgenda *self = AKK_MEETING_AGENDA (widget);
  AkkRecordDialog *dialog = akk_agenda_item_dialog_new (self->store, self->meeting, NULL);

  akk_record_list_focus_made (self->items, dialog);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* --- Offers --- */

static void
take (AkkMeetingAgenda *self, guint first, guint n, const char *label)
{
  g_autoptr (GPtrArray) offered = g_ptr_array_ref (self->offered);
  g_autofree char *position = akk_last_position (self->store, &akk_agenda_item_record, "meeting_id",
                                                 self->meeting->record.id);
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, label);
  for (guint i = first; i < first + n; i++) {
    const AkkAgendaOffer *offer = offered->pdata[i];
    char *next;

    g_object_set (offer->item, "position", position, NULL);
    akk_store_add (self->store, offer->item);
    next = akk_order_between (position, "");
    g_free (position);
    position = next;
  }
  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Added"), error);
}

static void
offer_activated_cb (AkkMeetingAgenda *self, GtkListBoxRow *row)
{
  take (self, (guint) gtk_list_box_row_get_index (row), 1, N_ ("Take offered item"));
}

static void
take_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingAgenda *self = AKK_MEETING_AGENDA (widget);

  if (self->offered != NULL)
    take (self, 0, self->offered->len, N_ ("Take all offered items"));
}

static GtkWidget *
offer_row_new (const AkkAgendaOffer *offer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");
  g_autofree char *minutes = g_strdup_printf (_ ("%d min"), (int) offer->item->duration_min);
  GtkWidget *label = gtk_label_new (minutes);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), offer->item->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), offer->why);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Activate to put it on the agenda"), -1);
  return row;
}

static void
show_offers (AkkMeetingAgenda *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->offers)) != NULL;
  GtkListBoxRow *first;

  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->offered = akk_meeting_ahead (self->meeting) ? akk_agenda_offers (self->store, self->meeting)
                                                    : g_ptr_array_new ();
  gtk_list_box_remove_all (self->offers);
  for (guint i = 0; i < self->offered->len; i++)
    gtk_list_box_append (self->offers, offer_row_new (self->offered->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->offers_group), self->offered->len > 0);
  first = gtk_list_box_get_row_at_index (self->offers, 0);
  if (focused && first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

/* --- Virtual functions --- */

static void
akk_meeting_agenda_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_MEETING_AGENDA (object)->narrow);
}

static void
akk_meeting_agenda_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkMeetingAgenda *self = AKK_MEETING_AGENDA (object);
  GtkListBox *list_box = akk_record_list_get_list_box (self->items);
  GtkListBoxRow *row;

  self->narrow = g_value_get_boolean (value);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_box, i)) != NULL; i++)
    if (ADW_IS_EXPANDER_ROW (row))
      update_item_row (self, GTK_WIDGET (row), akk_record_row_get (GTK_WIDGET (row)), (guint) i);
}

static void
akk_meeting_agenda_dispose (GObject *object)
{
  AkkMeetingAgenda *self = AKK_MEETING_AGENDA (object);

  self->agenda = NULL;
  g_clear_handle_id (&self->opening_id, g_source_remove);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_meeting_agenda_parent_class)->dispose (object);
}

static void
akk_meeting_agenda_class_init (AkkMeetingAgendaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_meeting_agenda_dispose;
  G_OBJECT_CLASS (klass)->get_property = akk_meeting_agenda_get_property;
  G_OBJECT_CLASS (klass)->set_property = akk_meeting_agenda_set_property;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  g_type_ensure (AKK_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/meeting-agenda.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingAgenda, group);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingAgenda, items);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingAgenda, offers_group);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingAgenda, offers);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_activated_cb);
  gtk_widget_class_install_action (widget_class, "agenda.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "agenda.take-all", NULL, take_all_action);
}

static void
akk_meeting_agenda_init (AkkMeetingAgenda *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  akk_record_list_set_rows (self->items, item_row_new, update_item_row, self);
  gtk_list_box_set_header_func (akk_record_list_get_list_box (self->items), section_header_cb, NULL,
                                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offers), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Offered Items"), -1);
}

/* --- Public --- */

void
akk_meeting_agenda_set_meeting (AkkMeetingAgenda *self, AkkStore *store, AkkMeeting *meeting)
{
  g_return_if_fail (AKK_IS_MEETING_AGENDA (self));

  g_set_object (&self->store, store);
  g_set_object (&self->meeting, meeting);
}

void
akk_meeting_agenda_update (AkkMeetingAgenda *self, const AkkAgenda *agenda)
{
  g_autofree char *words = akk_agenda_time_words (agenda);
  gboolean first = self->agenda == NULL;

  g_return_if_fail (AKK_IS_MEETING_AGENDA (self));

  self->agenda = agenda;
  if (first)
    akk_record_list_set_records (self->items, self->store, &akk_agenda_item_record, "meeting_id",
                                 self->meeting->record.id, describe_item, _ ("No items yet"));
  gtk_list_box_invalidate_headers (akk_record_list_get_list_box (self->items));
  adw_preferences_group_set_description (self->group, words);
  show_offers (self);
}

static GtkWidget *
open_row (AkkMeetingAgenda *self, gint64 id)
{
  GtkListBox *list_box = akk_record_list_get_list_box (self->items);
  GtkWidget *row = akk_record_rows_find (list_box, id);

  if (row != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return row;
}

void
akk_meeting_agenda_show_item (AkkMeetingAgenda *self, gint64 id)
{
  GtkWidget *row;

  g_return_if_fail (AKK_IS_MEETING_AGENDA (self));

  row = open_row (self, id);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

GtkWidget *
akk_meeting_agenda_current_item (AkkMeetingAgenda *self)
{
  GtkWidget *row;

  g_return_val_if_fail (AKK_IS_MEETING_AGENDA (self), NULL);

  if (entry_of (self, self->current) == NULL)
    self->current = self->agenda->entries->len > 0
                        ? ((AkkAgendaEntry *) self->agenda->entries->pdata[0])->item->record.id
                        : 0;
  row = open_row (self, self->current);
  return row != NULL ? g_object_get_data (G_OBJECT (row), content_key) : NULL;
}
