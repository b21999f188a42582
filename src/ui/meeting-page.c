/* A meeting: agenda, attendance, minutes, decisions, actions and signals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-page-private.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "ui/meeting-item.h"
#include "ui/meeting-words.h"
#include "ui/record-rows.h"
#include "ui/undo-button.h"

G_DEFINE_FINAL_TYPE (AkkMeetingPage, akk_meeting_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

static const char kind_key[] = "akk-lack-kind";
static const char record_key[] = "akk-lack-record";
static const char glyph_key[] = "akk-glyph";
static const char delete_key[] = "akk-delete";

/* --- What is missing --- */

static GtkWidget *
lack_row_new (const AkkAgendaLack *lack)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *glyph = akk_state_glyph_new (AKK_GLYPH_ATTENTION);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lack->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lack->detail != NULL ? lack->detail : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), glyph);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), kind_key, GUINT_TO_POINTER (lack->kind));
  g_object_set_data_full (G_OBJECT (row), record_key,
                          g_memdup2 (&lack->record, sizeof lack->record), g_free);
  return row;
}

static void
show_lacks (AkkMeetingPage *self)
{
  g_autoptr (GPtrArray) lacks = akk_agenda_lacks (self->agenda, akk_store_today (self->store));

  gtk_list_box_remove_all (self->lacks);
  for (guint i = 0; i < lacks->len; i++)
    gtk_list_box_append (self->lacks, lack_row_new (lacks->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->lacks_group), lacks->len > 0);
}

/* Goes to where it is mended. */
static void
lack_activated_cb (AkkMeetingPage *self, GtkWidget *row)
{
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), kind_key));
  gint64 record = *(gint64 *) g_object_get_data (G_OBJECT (row), record_key);

  switch ((AkkAgendaLackKind) kind) {
  case AKK_LACK_DELEGATE:
  case AKK_LACK_ATTENDANCE:
    if (record != 0)
      akk_meeting_seats_focus_party (self->seats, record);
    else
      gtk_widget_child_focus (GTK_WIDGET (self->seats), GTK_DIR_TAB_FORWARD);
    break;
  case AKK_LACK_INVITATION:
    gtk_widget_grab_focus (GTK_WIDGET (self->primary_button));
    break;
  case AKK_LACK_AGENDA:
  case AKK_LACK_MINUTES:
  default:
    if (record != 0)
      akk_meeting_agenda_show_item (self->agenda_view, record);
    else
      gtk_widget_child_focus (GTK_WIDGET (self->agenda_view), GTK_DIR_TAB_FORWARD);
  }
}

/* --- Decisions --- */

static void
delete_clicked_cb (AkkMeetingPage *self, GtkWidget *button)
{
  AkkRecord *record = akk_record_row_get (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));

  if (record != NULL)
    akk_meeting_delete_born (GTK_WIDGET (self), self->store, record);
}

/* For what belongs to no item: items have one of their own. */
static GtkWidget *
delete_button_new (AkkMeetingPage *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
decision_row_new (gpointer data, AkkRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *glyph = akk_state_glyph_new (AKK_GLYPH_NONE);
  GtkWidget *button = delete_button_new (data);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), glyph);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), glyph_key, glyph);
  g_object_set_data (G_OBJECT (row), delete_key, button);
  return row;
}

static guint
item_number (AkkMeetingPage *self, gint64 item)
{
  for (guint i = 0; i < self->agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = self->agenda->entries->pdata[i];

    if (entry->item->record.id == item)
      return entry->number;
  }
  return 0;
}

static void
show_delete (GtkWidget *row, gboolean shown, const char *title)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), delete_key);
  g_autofree char *tooltip = g_strdup_printf (_ ("Delete “%s”"), title);

  gtk_widget_set_visible (button, shown);
  gtk_widget_set_tooltip_text (button, tooltip);
}

/* What was put off at no item. */
static void
describe_parked (GtkWidget *row, const AkkParked *parked)
{
  show_delete (row, TRUE, parked->text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), parked->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Parked for a later meeting"));
  akk_state_glyph_set_glyph (g_object_get_data (G_OBJECT (row), glyph_key), AKK_GLYPH_MOVED_ON);
}

static void
describe_decision (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkMeetingPage *self = data;
  AkkDecision *decision = (AkkDecision *) record;
  g_autofree char *words = NULL, *place = NULL, *subtitle = NULL;
  gboolean draft;
  guint number;

  if (record->type == &akk_parked_record) {
    describe_parked (row, (AkkParked *) record);
    return;
  }
  number = item_number (self, decision->item_id);
  draft = decision->state == AKK_DECISION_DRAFT;
  words = akk_decision_words (self->store, decision);
  if (number > 0)
    place = g_strdup_printf (draft ? _ ("Draft at item %u") : _ ("Item %u"), number);
  else
    place = g_strdup (draft ? _ ("Draft") : _ ("Decision"));
  subtitle = *words != '\0' ? g_strdup_printf ("%s · %s", place, words) : g_strdup (place);
  show_delete (row, number == 0, decision->text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), decision->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  akk_state_glyph_set_glyph (g_object_get_data (G_OBJECT (row), glyph_key),
                             akk_decision_glyph (decision));
}

static void
show_decisions (AkkMeetingPage *self)
{
  g_autoptr (GListStore) records = g_list_store_new (AKK_TYPE_RECORD);
  gboolean any;

  for (guint i = 0; i < self->agenda->decisions->len; i++)
    g_list_store_append (records, self->agenda->decisions->pdata[i]);
  for (guint i = 0; i < self->agenda->parked->len; i++)
    if (item_number (self, ((AkkParked *) self->agenda->parked->pdata[i])->item_id) == 0)
      g_list_store_append (records, self->agenda->parked->pdata[i]);
  any = g_list_model_get_n_items (G_LIST_MODEL (records)) > 0;
  akk_record_rows_update (self->decisions, G_LIST_MODEL (records), decision_row_new,
                          describe_decision, self);
  gtk_widget_set_visible (GTK_WIDGET (self->decisions), any);
  adw_preferences_group_set_description (
      self->decisions_group, any ? NULL : _ ("What you note during the meeting appears here."));
}

static void
decision_activated_cb (AkkMeetingPage *self, GtkWidget *row)
{
  akk_meeting_edit_born (GTK_WIDGET (self), self->store, self->meeting, akk_record_row_get (row));
}

/* --- Following the store --- */

static void
show_title (AkkMeetingPage *self)
{
  g_autofree char *when = akk_meeting_when (self->meeting);

  adw_window_title_set_title (self->title, self->agenda->body->name);
  adw_window_title_set_subtitle (self->title, when);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->agenda->body->name);
}

/* The page of a meeting that is gone goes too. */
static void
leave (AkkMeetingPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) ==
                          ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
stepped_cb (AkkMeetingPage *self)
{
  AkkAgenda *before = self->agenda;

  if (self->meeting->record.deleted) {
    leave (self);
    return;
  }
  self->agenda = akk_agenda_new (self->store, self->meeting);
  show_title (self);
  akk_meeting_page_show_state (self);
  akk_meeting_page_show_sent (self);
  akk_meeting_agenda_update (self->agenda_view, self->agenda);
  akk_meeting_seats_update (self->seats, self->agenda);
  show_decisions (self);
  show_lacks (self);
  g_clear_pointer (&before, akk_agenda_free);
}

/* Its keys work from the start. */
static void
shown_cb (AkkMeetingPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->meeting->record.deleted)
    leave (self);
  else if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->agenda_view), GTK_DIR_TAB_FORWARD);
}

/* --- Virtual functions --- */

static void
akk_meeting_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_MEETING_PAGE (object)->narrow);
}

static void
akk_meeting_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AKK_MEETING_PAGE (object)->narrow = g_value_get_boolean (value);
}

static void
akk_meeting_page_dispose (GObject *object)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (object);

  g_clear_pointer (&self->agenda, akk_agenda_free);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_meeting_page_parent_class)->dispose (object);
}

static void
akk_meeting_page_class_init (AkkMeetingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_meeting_page_get_property;
  object_class->set_property = akk_meeting_page_set_property;
  object_class->dispose = akk_meeting_page_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_MEETING_AGENDA);
  g_type_ensure (AKK_TYPE_MEETING_SEATS);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/meeting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, primary_button);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, banner);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, lacks_group);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, lacks);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, agenda_view);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, decisions_group);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, decisions);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, seats);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, columns);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingPage, scroller);
  gtk_widget_class_bind_template_callback (widget_class, lack_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, decision_activated_cb);
  akk_meeting_page_install_actions (widget_class);
  akk_meeting_page_install_papers (widget_class);
}

static void
akk_meeting_page_init (AkkMeetingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->primary_button), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->lacks), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->decisions), "boxed-list");
  akk_record_rows_keep_order (self->decisions);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lacks), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is missing"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->decisions), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("meeting", "Decisions"), -1);
  g_signal_connect (self, "shown", G_CALLBACK (shown_cb), NULL);
}

/* --- Public --- */

AkkMeetingPage *
akk_meeting_page_new (AkkStore *store, AkkMeeting *meeting)
{
  AkkMeetingPage *self = g_object_new (AKK_TYPE_MEETING_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  akk_meeting_agenda_set_meeting (self->agenda_view, store, meeting);
  akk_meeting_seats_set_store (self->seats, store);
  /* Before the lists in it are told of a step: they ask it what to say. */
  g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  stepped_cb (self);
  return self;
}

void
akk_meeting_page_show_party (AkkMeetingPage *self, gint64 party)
{
  g_return_if_fail (AKK_IS_MEETING_PAGE (self));

  akk_meeting_seats_focus_party (self->seats, party);
}

void
akk_meeting_page_show_item (AkkMeetingPage *self, gint64 id)
{
  g_return_if_fail (AKK_IS_MEETING_PAGE (self));

  akk_meeting_agenda_show_item (self->agenda_view, id);
}
