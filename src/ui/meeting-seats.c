/* Who sits at a meeting: each seat with its state and its person, in place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-seats.h"

#include <glib/gi18n.h>

#include "ui/meeting-words.h"
#include "ui/partner-dialogs.h"
#include "ui/record-dialog.h"
#include "ui/record-words.h"
#include "ui/reference-row.h"

struct _AkkMeetingSeats {
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkListBox *rows;
  GtkWidget *others_button;

  AkkStore *store;
  AkkMeeting *meeting;
};

G_DEFINE_FINAL_TYPE (AkkMeetingSeats, akk_meeting_seats, ADW_TYPE_BIN)

static const char party_key[] = "akk-party";
static const char glyph_key[] = "akk-glyph";
static const char button_key[] = "akk-button";

/* --- Writing --- */

static gint64
id_of (gpointer row, const char *key)
{
  gint64 *id = g_object_get_data (row, key);

  return id != NULL ? *id : 0;
}

static void
set_id (gpointer row, const char *key, gint64 id)
{
  g_object_set_data_full (row, key, g_memdup2 (&id, sizeof id), g_free);
}

/* What was noted of a seat or a guest, as a copy; a new one where nothing was. */
static AkkAttendance *
attendance_new (AkkMeetingSeats *self, gint64 seat, gint64 id)
{
  g_autoptr (AkkAttendance) known =
      id != 0 ? akk_store_get (self->store, &akk_attendance_record, id) : NULL;
  AkkAttendance *attendance;

  if (known != NULL)
    return g_steal_pointer (&known);
  attendance = akk_record_new (&akk_attendance_record);
  g_object_set (attendance, "meeting-id", self->meeting->record.id, "seat-id", seat, NULL);
  return attendance;
}

static void
write_state (AkkMeetingSeats *self, gint64 seat, gint64 id, AkkAttendanceState state)
{
  g_autoptr (AkkAttendance) attendance = attendance_new (self, seat, id);
  g_autofree char *now = akk_attendance_moment (g_get_real_time () / G_USEC_PER_SEC);

  if (attendance->record.id == 0) {
    g_object_set (attendance, "state", (gint64) state, "answered", now, NULL);
    akk_store_add (self->store, attendance);
  } else {
    akk_store_set_int (self->store, attendance, "state", state);
    akk_store_set_text (self->store, attendance, "answered", now);
  }
}

static void
commit (AkkMeetingSeats *self)
{
  g_autoptr (GError) error = NULL;

  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
}

/* --- The dialogs --- */

static void
person_made_cb (AkkReferenceRow *row, AkkRecord *person)
{
  akk_reference_row_choose (row, person->id);
}

static void
new_person_cb (AkkReferenceRow *row, AkkStore *store)
{
  AkkRecordDialog *dialog = akk_person_dialog_new (store, NULL);

  g_signal_connect_object (dialog, "applied", G_CALLBACK (person_made_cb), row, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (row));
}

/* "Zele", or "Zele, Ann Verhoeven"; NULL for a guest. */
static char *
seat_title (AkkMeetingSeats *self, gint64 id)
{
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (self->store, self->meeting);

  for (guint i = 0; i < agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = agenda->seats->pdata[i];

    if (seat->seat != NULL && seat->seat->record.id == id)
      return seat->person != NULL ? g_strdup_printf ("%s, %s", seat->party_name, seat->person->name)
                                  : g_strdup (seat->party_name);
  }
  return NULL;
}

/* Whoever is replaced is so by somebody. */
static gboolean
check_person (AkkStore *store, gconstpointer record, gpointer data, GError **error)
{
  const AkkAttendance *attendance = record;

  if (attendance->state != AKK_ATTENDANCE_REPLACED || attendance->person_id != 0)
    return TRUE;
  g_set_error_literal (error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID,
                       _ ("Choose the person who came instead, or another state."));
  return FALSE;
}

static void
answered_cb (AkkRecordDialog *dialog, AkkAttendance *attendance, AkkStore *store)
{
  g_autofree char *now = akk_attendance_moment (g_get_real_time () / G_USEC_PER_SEC);

  akk_store_set_text (store, attendance, "answered", now);
}

/* Who replaces the delegate, or comes as a guest. */
static void
ask_person (AkkMeetingSeats *self, gint64 seat, gint64 id, gboolean replaces)
{
  g_autoptr (AkkAttendance) attendance = attendance_new (self, seat, id);
  g_autofree char *of = seat_title (self, seat);
  gboolean held = akk_meeting_held (self->meeting);
  const char *title = held ? _ ("Replaced By") : _ ("Who Comes");
  AkkRecordDialog *dialog;
  AkkRecordForm *form;
  GtkWidget *row;

  dialog = akk_record_dialog_new (self->store, attendance, seat == 0 ? _ ("Guest") : title,
                                  N_ ("Note attendance"));
  /* Whoever had the seat until now does not replace themselves. */
  if (replaces && held && attendance->state != AKK_ATTENDANCE_REPLACED)
    g_object_set (akk_record_dialog_get_record (dialog), "person-id", (gint64) 0, NULL);
  if (replaces)
    g_object_set (akk_record_dialog_get_record (dialog), "state",
                  (gint64) (held ? AKK_ATTENDANCE_REPLACED : AKK_ATTENDANCE_COMING), NULL);
  form = akk_record_dialog_add_form (dialog, of);
  if (seat == 0)
    adw_dialog_set_focus (ADW_DIALOG (dialog), akk_record_form_add (form, "guest"));
  row = akk_record_form_add_reference (form, "person_id", NULL, 0,
                                       held ? _ ("Nobody chosen yet") : _ ("The delegate"));
  if (seat == 0)
    gtk_widget_set_visible (row, FALSE);
  akk_reference_row_offer_new (AKK_REFERENCE_ROW (row), _ ("New Person"));
  g_signal_connect_object (row, "new-wanted", G_CALLBACK (new_person_cb), self->store, 0);
  akk_record_form_add (form, "state");
  akk_record_form_add (form, "note");
  akk_record_dialog_set_check (dialog, check_person, NULL, NULL);
  g_signal_connect_object (dialog, "writing", G_CALLBACK (answered_cb), self->store, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* --- Actions --- */

static void
state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 seat, id, state;

  g_variant_get (parameter, "(xxx)", &seat, &id, &state);
  akk_store_begin (AKK_MEETING_SEATS (widget)->store, N_ ("Note attendance"));
  write_state (AKK_MEETING_SEATS (widget), seat, id, (AkkAttendanceState) state);
  commit (AKK_MEETING_SEATS (widget));
}

/* A seat of somebody of whom nothing was noted. */
static gboolean
is_open (const AkkAgendaSeat *seat)
{
  return seat->seat != NULL && seat->person != NULL && seat->state == AKK_ATTENDANCE_UNKNOWN;
}

/* Those who were not there are noted first; all others in one go. */
static void
others_present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingSeats *self = AKK_MEETING_SEATS (widget);
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (self->store, self->meeting);

  akk_store_begin (self->store, N_ ("Note attendance"));
  for (guint i = 0; i < agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = agenda->seats->pdata[i];

    if (is_open (seat))
      write_state (self, seat->seat->record.id,
                   seat->attendance != NULL ? seat->attendance->record.id : 0,
                   AKK_ATTENDANCE_PRESENT);
  }
  commit (self);
}

static void
person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 seat, id;

  g_variant_get (parameter, "(xx)", &seat, &id);
  ask_person (AKK_MEETING_SEATS (widget), seat, id, seat != 0);
}

static void
add_guest_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_person (AKK_MEETING_SEATS (widget), 0, 0, TRUE);
}

/* What was noted goes; a guest goes altogether. */
static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingSeats *self = AKK_MEETING_SEATS (widget);
  g_autoptr (AkkAttendance) attendance =
      akk_store_get (self->store, &akk_attendance_record, g_variant_get_int64 (parameter));
  g_autoptr (GError) error = NULL;

  if (attendance == NULL)
    return;
  akk_store_begin (self->store,
                   attendance->seat_id == 0 ? N_ ("Remove guest") : N_ ("Clear attendance"));
  akk_store_delete (self->store, attendance);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (widget, _ ("Not Stored"), error);
}

/* --- Rows --- */

static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* Answers before the meeting, attendance after it; on its day both may be asked for. */
static GMenuModel *
menu_new (AkkMeetingSeats *self, gint64 seat, gint64 id)
{
  static const AkkAttendanceState before[] = { AKK_ATTENDANCE_COMING, AKK_ATTENDANCE_EXCUSED,
                                               AKK_ATTENDANCE_UNKNOWN };
  static const AkkAttendanceState after[] = { AKK_ATTENDANCE_PRESENT, AKK_ATTENDANCE_EXCUSED,
                                              AKK_ATTENDANCE_ABSENT };
  gboolean held = akk_meeting_held (self->meeting);
  const AkkAttendanceState *states = held ? after : before;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    append_item (menu, akk_choice_label (akk_attendance_states, states[i]), "seats.state",
                 g_variant_new ("(xxx)", seat, id, (gint64) states[i]));
  append_item (more, held && seat != 0 ? _ ("_Replaced By…") : _ ("_Who Comes…"), "seats.person",
               g_variant_new ("(xx)", seat, id));
  if (id != 0)
    append_item (more, seat == 0 ? _ ("_Remove Guest") : _ ("_Clear"), "seats.forget",
                 g_variant_new_int64 (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
row_new (AkkMeetingSeats *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *glyph = akk_state_glyph_new (AKK_GLYPH_OPEN);
  GtkWidget *button = gtk_menu_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "akk-seat");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), glyph);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* It has a name of its own, with the state. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_object_set_data (G_OBJECT (row), glyph_key, glyph);
  g_object_set_data (G_OBJECT (row), button_key, button);
  return row;
}

static const char *
seat_words (const AkkAgendaSeat *seat, gboolean held)
{
  if (seat->person == NULL && seat->seat != NULL)
    return _ ("nobody yet");
  if (seat->state == AKK_ATTENDANCE_UNKNOWN)
    return held ? _ ("not noted") : _ ("no answer");
  return akk_choice_label (akk_attendance_states, seat->state);
}

/* "Ann Verhoeven" where the glyph says enough, else the state. */
static void
describe_row (AkkMeetingSeats *self, GtkWidget *row, const AkkAgendaSeat *seat)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), button_key);
  gint64 seat_id = seat->seat != NULL ? seat->seat->record.id : 0;
  gint64 id = seat->attendance != NULL ? seat->attendance->record.id : 0;
  const char *state = seat_words (seat, akk_meeting_held (self->meeting));
  const char *name = seat->seat != NULL ? seat->party_name : seat->attendance->guest;
  const char *person = seat->person != NULL ? seat->person->name : NULL;
  const char *function = seat->seat != NULL ? seat->seat->function : _ ("guest");
  gboolean comes = seat->state == AKK_ATTENDANCE_COMING || seat->state == AKK_ATTENDANCE_PRESENT;
  g_autofree char *subtitle = person != NULL && *function != '\0'
                                  ? g_strdup_printf ("%s · %s", person, function)
                                  : g_strdup (person != NULL ? person : function);
  g_autofree char *who = person != NULL && seat->seat != NULL
                             ? g_strdup_printf ("%s, %s", name, person)
                             : g_strdup (name);
  g_autofree char *tooltip = g_strdup_printf (_ ("Attendance of %s: %s"), who, state);
  g_autoptr (GMenuModel) menu = menu_new (self, seat_id, id);

  set_id (row, party_key, seat->party != NULL ? seat->party->record.id : 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), state);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  if (comes)
    gtk_widget_remove_css_class (button, "dimmed");
  else
    gtk_widget_add_css_class (button, "dimmed");
  akk_state_glyph_set_glyph (g_object_get_data (G_OBJECT (row), glyph_key),
                             seat->person == NULL && seat->seat != NULL
                                 ? AKK_GLYPH_ATTENTION
                                 : akk_attendance_glyph (seat->state));
}

/* --- Virtual functions --- */

static void
akk_meeting_seats_dispose (GObject *object)
{
  AkkMeetingSeats *self = AKK_MEETING_SEATS (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_meeting_seats_parent_class)->dispose (object);
}

static void
akk_meeting_seats_class_init (AkkMeetingSeatsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_meeting_seats_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/meeting-seats.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingSeats, group);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingSeats, rows);
  gtk_widget_class_bind_template_child (widget_class, AkkMeetingSeats, others_button);
  gtk_widget_class_install_action (widget_class, "seats.state", "(xxx)", state_action);
  gtk_widget_class_install_action (widget_class, "seats.person", "(xx)", person_action);
  gtk_widget_class_install_action (widget_class, "seats.forget", "x", forget_action);
  gtk_widget_class_install_action (widget_class, "seats.others-present", NULL,
                                   others_present_action);
  gtk_widget_class_install_action (widget_class, "seats.add-guest", NULL, add_guest_action);
}

static void
akk_meeting_seats_init (AkkMeetingSeats *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Attendance"), -1);
}

/* --- Public --- */

void
akk_meeting_seats_set_store (AkkMeetingSeats *self, AkkStore *store)
{
  g_return_if_fail (AKK_IS_MEETING_SEATS (self));

  g_set_object (&self->store, store);
}

/* Rows stay, and with them the focus: only their number changes. */
void
akk_meeting_seats_update (AkkMeetingSeats *self, const AkkAgenda *agenda)
{
  g_autofree char *words = NULL;
  GtkListBoxRow *row;
  gboolean open = FALSE;

  g_return_if_fail (AKK_IS_MEETING_SEATS (self));

  g_set_object (&self->meeting, agenda->meeting);
  for (guint i = 0; i < agenda->seats->len; i++) {
    row = gtk_list_box_get_row_at_index (self->rows, (int) i);
    if (row == NULL) {
      row = GTK_LIST_BOX_ROW (row_new (self));
      gtk_list_box_append (self->rows, GTK_WIDGET (row));
    }
    describe_row (self, GTK_WIDGET (row), agenda->seats->pdata[i]);
    open = open || is_open (agenda->seats->pdata[i]);
  }
  while ((row = gtk_list_box_get_row_at_index (self->rows, (int) agenda->seats->len)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  words = akk_agenda_seats_words (agenda);
  adw_preferences_group_set_description (
      self->group, agenda->seats->len > 0 ? words : _ ("No party has a seat in this body yet."));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), agenda->seats->len > 0);
  gtk_widget_set_visible (self->others_button, open && akk_meeting_held (self->meeting));
}

void
akk_meeting_seats_focus_party (AkkMeetingSeats *self, gint64 party)
{
  GtkListBoxRow *row;

  g_return_if_fail (AKK_IS_MEETING_SEATS (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (id_of (row, party_key) == party) {
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return;
    }
}
