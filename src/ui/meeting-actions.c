/* The page of a meeting: what happens to it, from planned to its minutes approved.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-page-private.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/meetings.h"
#include "ui/day.h"
#include "ui/meeting-dialogs.h"
#include "ui/present.h"
#include "ui/record-words.h"
#include "ui/rich-field.h"

/* --- Writing --- */

static gboolean
commit (AkkMeetingPage *self)
{
  g_autoptr (GError) error = NULL;

  if (akk_store_commit (self->store, &error))
    return TRUE;
  akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
  return FALSE;
}

static void
invite_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);

  akk_rich_field_end_focused (widget);
  akk_store_begin (self->store, N_ ("Invite"));
  akk_store_set_int (self->store, self->meeting, "state", AKK_MEETING_INVITED);
  akk_store_set_int (self->store, self->meeting, "invited_on", akk_store_today (self->store));
  akk_store_set_int (self->store, self->meeting, "sequence", self->meeting->sequence + 1);
  commit (self);
}

static void
hold (AkkMeetingPage *self, gint64 date)
{
  akk_rich_field_end_focused (GTK_WIDGET (self));
  akk_store_begin (self->store, N_ ("Hold meeting"));
  akk_store_set_int (self->store, self->meeting, "date", date);
  akk_meeting_hold (self->store, self->meeting);
  commit (self);
}

static void
held_early_cb (AkkMeetingPage *self, const char *response)
{
  if (g_str_equal (response, "today"))
    hold (self, akk_store_today (self->store));
}

/* What was held on a day that is still to come would fulfil nothing. */
static void
ask_whether_held (AkkMeetingPage *self)
{
  gint64 today = akk_store_today (self->store);
  g_autofree char *day = akk_day_short (self->meeting->date, today);
  g_autofree char *now = akk_day_long (today);
  g_autofree char *body =
      g_strdup_printf (_ ("This meeting is planned for %s. If it was held today, its date becomes "
                          "%s. If not, mark it as held once its day has come."),
                       day, now);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Was It Held Today?"), body));

  adw_alert_dialog_add_responses (alert, "wait", _ ("_Not Yet"), "today", _ ("_Held Today"), NULL);
  adw_alert_dialog_set_default_response (alert, "wait");
  adw_alert_dialog_set_close_response (alert, "wait");
  g_signal_connect_object (alert, "response", G_CALLBACK (held_early_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (self));
}

static void
hold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);

  if (self->meeting->date > akk_store_today (self->store))
    ask_whether_held (self);
  else
    hold (self, self->meeting->date);
}

/* In writing, or because all agree: a later meeting that deals with it says so itself. */
static void
approve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);

  akk_rich_field_end_focused (widget);
  akk_store_begin (self->store, N_ ("Approve minutes"));
  akk_meeting_approve (self->store, self->meeting, akk_store_today (self->store), 0);
  commit (self);
}

/* A meeting that was cancelled, or held by mistake, is planned again. */
static void
plan_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);

  akk_store_begin (self->store, N_ ("Plan meeting again"));
  akk_store_set_int (self->store, self->meeting, "state", AKK_MEETING_PLANNED);
  akk_store_set_text (self->store, self->meeting, "reason", "");
  commit (self);
}

static void
delete_all (AkkMeetingPage *self, const AkkRecordType *type)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->store, type, "meeting_id", self->meeting->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (list, i);

    akk_store_delete (self->store, record);
  }
}

/* Actions and signals live on: others have them already. */
static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);
  g_autofree char *words = akk_record_words (self->store, self->meeting);
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” has been deleted."), words);
  GtkRoot *window = gtk_widget_get_root (widget);

  akk_rich_field_end_focused (widget);
  akk_store_begin (self->store, N_ ("Delete meeting"));
  delete_all (self, &akk_agenda_item_record);
  delete_all (self, &akk_attendance_record);
  delete_all (self, &akk_decision_record);
  delete_all (self, &akk_parked_record);
  akk_store_delete (self->store, self->meeting);
  if (commit (self))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.offer-undo", "s", sentence);
}

/* --- Dialogs --- */

static gboolean
is_off (const AkkMeeting *meeting)
{
  return meeting->state == AKK_MEETING_CANCELLED || meeting->state == AKK_MEETING_POSTPONED;
}

/* Who was invited should know that it is called off. */
static void
tell_change_cb (AdwDialog *dialog, AkkMeetingPage *self)
{
  if (is_off (self->meeting) && self->meeting->invited_on != AKK_NO_DATE)
    gtk_widget_activate_action (GTK_WIDGET (self), "meeting.send-invitation", NULL);
}

static void
dialog_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);
  AkkRecordDialog *dialog;

  akk_rich_field_end_focused (widget);
  if (g_str_equal (name, "meeting.postpone"))
    dialog = akk_meeting_postpone_dialog_new (self->store, self->meeting);
  else if (g_str_equal (name, "meeting.cancel"))
    dialog = akk_meeting_cancel_dialog_new (self->store, self->meeting);
  else
    dialog = akk_meeting_dialog_new (self->store, self->meeting);
  if (!g_str_equal (name, "meeting.properties"))
    g_signal_connect_object (dialog, "closed", G_CALLBACK (tell_change_cb), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
show_successor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "view.show-meeting", "x",
                              AKK_MEETING_PAGE (widget)->meeting->successor_id);
}

/* The keys act on the item that one is at. */
static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);
  GtkWidget *item = akk_meeting_agenda_current_item (self->agenda_view);
  g_autofree char *action = g_strdup_printf ("item.%s", name + strlen ("meeting."));

  if (item != NULL)
    gtk_widget_activate_action (item, action, NULL);
  else
    gtk_widget_error_bell (widget);
}

static void
add_item_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (AKK_MEETING_PAGE (widget)->agenda_view), "agenda.add",
                              NULL);
}

static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);

  akk_rich_field_end_focused (widget);
  akk_present_meeting (widget, self->store, self->meeting,
                       g_str_has_suffix (name, "-window") ? AKK_PRESENT_WINDOW
                                                          : AKK_PRESENT_SCREEN);
}

/* --- What is offered in a state --- */

typedef struct {
  const char *label, *action;
} Offer;

/* The step that comes next, by the state. */
static const Offer next_steps[] = {
  [AKK_MEETING_PLANNED] = { N_ ("_Invite…"), "meeting.send-invitation" },
  [AKK_MEETING_INVITED] = { N_ ("_Present"), "meeting.present" },
  [AKK_MEETING_HELD] = { N_ ("_Approve Minutes"), "meeting.approve" },
  [AKK_MEETING_CANCELLED] = { N_ ("_Plan Again"), "meeting.plan-again" },
  [AKK_MEETING_POSTPONED] = { N_ ("Show _New Date"), "meeting.show-successor" },
};

static GMenuModel *
menu_new (const AkkMeeting *meeting)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) steps = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  g_autoptr (GMenuModel) papers = akk_meeting_papers_menu ();

  if (akk_meeting_ahead (meeting)) {
    g_autoptr (GMenuItem) prepare = g_menu_item_new (_ ("Pre_pare"), NULL);

    g_menu_item_set_action_and_target (prepare, "view.prepare-meeting", "x", meeting->record.id);
    g_menu_append_item (steps, prepare);
    g_menu_append (steps, _ ("_Present"), "meeting.present");
    g_menu_append (steps, _ ("Present in a _Window"), "meeting.present-window");
  }
  if (meeting->state == AKK_MEETING_PLANNED)
    g_menu_append (steps, _ ("_Mark as Invited"), "meeting.invite");
  if (akk_meeting_ahead (meeting))
    g_menu_append (steps, _ ("_Held"), "meeting.hold");
  if (meeting->state == AKK_MEETING_INVITED) {
    g_menu_append (steps, _ ("_Invite Again…"), "meeting.send-invitation");
    g_menu_append (steps, _ ("_Read Answers…"), "meeting.read-answers");
  }
  if (akk_meeting_ahead (meeting)) {
    g_menu_append (steps, _ ("_Postpone…"), "meeting.postpone");
    g_menu_append (steps, _ ("Call _Off…"), "meeting.cancel");
  }
  if (akk_meeting_held (meeting)) {
    g_menu_append (steps,
                   meeting->minutes_sent_on == AKK_NO_DATE ? _ ("_Send Minutes…")
                                                           : _ ("_Send Minutes Again…"),
                   "meeting.send-minutes");
    if (meeting->minutes_sent_on == AKK_NO_DATE)
      g_menu_append (steps, _ ("_Mark Minutes as Sent"), "meeting.minutes-sent");
  }
  if (is_off (meeting) && meeting->invited_on != AKK_NO_DATE)
    g_menu_append (steps, _ ("_Tell That It Is Off…"), "meeting.send-invitation");
  g_menu_append (rest, _ ("P_roperties…"), "meeting.properties");
  g_menu_append (rest, _ ("_Delete"), "meeting.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  g_menu_append_section (menu, NULL, papers);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

static gboolean
to_be_sent (const AkkMeeting *meeting)
{
  return meeting->state == AKK_MEETING_HELD && meeting->minutes_sent_on == AKK_NO_DATE;
}

static char *
banner_words (AkkMeetingPage *self)
{
  const AkkMeeting *meeting = self->meeting;
  g_autoptr (AkkMeeting) successor =
      meeting->successor_id != 0
          ? akk_store_get (self->store, &akk_meeting_record, meeting->successor_id)
          : NULL;
  g_autofree char *day = successor != NULL ? akk_day_long (successor->date) : NULL;
  g_autofree char *words = NULL;

  if (akk_meeting_outdated (meeting))
    words = g_strdup (_ ("The invitation that was sent still has the old day, hour or place."));
  else if (to_be_sent (meeting))
    return g_strdup (_ ("Polish the minutes, and send them to all who were invited."));
  else if (meeting->state == AKK_MEETING_CANCELLED)
    words = g_strdup (_ ("This meeting is called off."));
  else if (meeting->state == AKK_MEETING_POSTPONED && day != NULL)
    words = g_strdup_printf (_ ("This meeting is postponed to %s."), day);
  else if (meeting->state == AKK_MEETING_POSTPONED)
    words = g_strdup (_ ("This meeting is postponed."));
  else
    return g_strdup ("");
  return *meeting->reason != '\0' ? g_strdup_printf ("%s %s", words, meeting->reason)
                                  : g_steal_pointer (&words);
}

void
akk_meeting_page_show_state (AkkMeetingPage *self)
{
  gint64 state = self->meeting->state;
  const Offer *next = state < (gint64) G_N_ELEMENTS (next_steps) ? &next_steps[state] : NULL;
  gboolean offers = next != NULL && next->label != NULL;
  g_autoptr (GMenuModel) menu = menu_new (self->meeting);
  g_autofree char *banner = banner_words (self);

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->primary_button), offers);
  if (offers) {
    gtk_button_set_label (self->primary_button, _ (next->label));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->primary_button), next->action);
  }
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_banner_set_title (self->banner, banner);
  adw_banner_set_button_label (self->banner, akk_meeting_outdated (self->meeting)
                                                 ? _ ("_Invite Again…")
                                             : to_be_sent (self->meeting) ? _ ("_Send Minutes…")
                                                                          : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), to_be_sent (self->meeting)
                                                                     ? "meeting.send-minutes"
                                                                     : "meeting.send-invitation");
  adw_banner_set_revealed (self->banner, *banner != '\0');
}

void
akk_meeting_page_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const dialogs[] = { "meeting.postpone", "meeting.cancel",
                                         "meeting.properties" };
  static const char *const adding[] = { "meeting.add-decision", "meeting.add-action",
                                        "meeting.add-signal" };

  gtk_widget_class_install_action (widget_class, "meeting.invite", NULL, invite_action);
  gtk_widget_class_install_action (widget_class, "meeting.hold", NULL, hold_action);
  gtk_widget_class_install_action (widget_class, "meeting.approve", NULL, approve_action);
  gtk_widget_class_install_action (widget_class, "meeting.plan-again", NULL, plan_again_action);
  gtk_widget_class_install_action (widget_class, "meeting.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "meeting.show-successor", NULL,
                                   show_successor_action);
  gtk_widget_class_install_action (widget_class, "meeting.add-item", NULL, add_item_action);
  gtk_widget_class_install_action (widget_class, "meeting.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "meeting.present-window", NULL, present_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "meeting.present", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    gtk_widget_class_install_action (widget_class, dialogs[i], NULL, dialog_action);
  for (guint i = 0; i < G_N_ELEMENTS (adding); i++)
    gtk_widget_class_install_action (widget_class, adding[i], NULL, add_action);
}
