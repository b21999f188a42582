/* What the views do to actions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-change.h"

#include <glib/gi18n.h>

#include "core/party.h"
#include "core/parties.h"
#include "core/priority.h"
#include "ui/action-words.h"
#include "ui/date-row.h"
#include "ui/record-dialog.h"
#include "ui/record-words.h"

/* Of a choice in a menu. */
#define MOST_LETTERS 44

/* What a dialog is asked about. */
typedef struct {
  GtkWidget *widget; /* weak */
  AkkStore *store;
  GPtrArray *actions;
  AkkActionStatus status;
  GtkWidget *field;
} Question;

static Question *
question_new (GtkWidget *widget, AkkStore *store, GPtrArray *actions, GtkWidget *field)
{
  Question *self = g_new0 (Question, 1);

  g_set_weak_pointer (&self->widget, widget);
  self->store = g_object_ref (store);
  self->actions = g_ptr_array_ref (actions);
  self->field = field;
  return self;
}

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->store);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

static void
commit (GtkWidget *widget, AkkStore *store)
{
  g_autoptr (GError) error = NULL;

  if (!akk_store_commit (store, &error) && widget != NULL)
    akk_show_error (widget, _ ("Not Stored"), error);
}

/* "Huisbezoeken met brugfiguren", "3 actions". */
static char *
what_words (GPtrArray *actions)
{
  if (actions->len == 1)
    return g_strdup (((AkkAction *) actions->pdata[0])->title);
  return g_strdup_printf (g_dngettext (NULL, "%d action", "%d actions", actions->len),
                          (int) actions->len);
}

/* --- The status --- */

static void
write_status (GtkWidget *widget,
              AkkStore *store,
              GPtrArray *actions,
              AkkActionStatus status,
              const char *reason)
{
  akk_store_begin (store, N_ ("Change status"));
  for (guint i = 0; i < actions->len; i++)
    akk_action_set_status (store, actions->pdata[i], status, reason);
  commit (widget, store);
}

static void
reason_answered_cb (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  Question *self = data;
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->field));

  if (g_str_equal (response, "apply"))
    write_status (self->widget, self->store, self->actions, self->status, reason);
}

static void
reason_changed_cb (GtkEditable *entry, AdwAlertDialog *dialog)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "apply", *reason != '\0');
}

static AdwAlertDialog *
question_dialog_new (const char *heading, const char *body, GtkWidget *row, const char *apply)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_alert_dialog_set_extra_child (dialog, list);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "apply", apply, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "apply", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "apply");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_prefer_wide_layout (dialog, TRUE);
  adw_dialog_set_focus (ADW_DIALOG (dialog), row);
  return dialog;
}

static void
ask_reason (GtkWidget *widget, AkkStore *store, GPtrArray *actions, AkkActionStatus status)
{
  gboolean stops = status == AKK_ACTION_STOPPED;
  g_autofree char *body = what_words (actions);
  GtkWidget *entry = adw_entry_row_new ();
  AdwAlertDialog *dialog =
      question_dialog_new (stops ? _ ("Why Is It Stopped?") : _ ("Why Is It Adjusted?"), body,
                           entry, stops ? _ ("_Stop") : _ ("_Adjust"));
  Question *question = question_new (widget, store, actions, entry);

  question->status = status;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Reason"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_alert_dialog_set_response_enabled (dialog, "apply", FALSE);
  g_signal_connect (entry, "changed", G_CALLBACK (reason_changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (reason_answered_cb), question,
                         question_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

void
akk_actions_set_status (GtkWidget *widget,
                        AkkStore *store,
                        GPtrArray *actions,
                        AkkActionStatus status)
{
  if (actions->len == 0)
    return;
  if (akk_action_status_wants_reason (status))
    ask_reason (widget, store, actions, status);
  else
    write_status (widget, store, actions, status, NULL);
}

/* --- Other fields --- */

static void
set_ids (GtkWidget *widget,
         AkkStore *store,
         GPtrArray *actions,
         const char *label,
         const char *field,
         gint64 value)
{
  akk_store_begin (store, label);
  for (guint i = 0; i < actions->len; i++)
    akk_store_set_int (store, actions->pdata[i], field, value);
  commit (widget, store);
}

void
akk_actions_set_lead (GtkWidget *widget, AkkStore *store, GPtrArray *actions, gint64 party_id)
{
  akk_store_begin (store, N_ ("Change lead"));
  for (guint i = 0; i < actions->len; i++) {
    AkkAction *action = actions->pdata[i];

    /* A function of the party that led, and a name, belong to that party. */
    if (action->lead_id != party_id)
      akk_store_set_int (store, action, "lead_office_id", 0);
    if (action->lead_id != party_id)
      akk_store_set_text (store, action, "lead", "");
    akk_store_set_int (store, action, "lead_id", party_id);
  }
  commit (widget, store);
}

void
akk_actions_set_priority (GtkWidget *widget,
                          AkkStore *store,
                          GPtrArray *actions,
                          gint64 priority_id)
{
  set_ids (widget, store, actions, N_ ("Change priority"), "priority_id", priority_id);
}

void
akk_actions_set_deadline (GtkWidget *widget, AkkStore *store, GPtrArray *actions, gint64 deadline)
{
  set_ids (widget, store, actions, N_ ("Change deadline"), "deadline", deadline);
}

void
akk_actions_move (GtkWidget *widget, AkkStore *store, GPtrArray *actions, gint64 plan_id)
{
  g_autoptr (AkkPlan) plan = plan_id != 0 ? akk_store_get (store, &akk_plan_record, plan_id) : NULL;

  akk_store_begin (store, N_ ("Move to another plan"));
  for (guint i = 0; i < actions->len; i++)
    akk_action_move (store, actions->pdata[i], plan);
  commit (widget, store);
}

void
akk_actions_delete (GtkWidget *widget, AkkStore *store, GPtrArray *actions)
{
  g_autofree char *what = what_words (actions);
  g_autofree char *sentence =
      actions->len == 1
          ? g_strdup_printf (_ ("“%s” has been deleted."), what)
          : g_strdup_printf (g_dngettext (NULL, "%d action has been deleted.",
                                          "%d actions have been deleted.", actions->len),
                             (int) actions->len);
  g_autoptr (GError) error = NULL;

  if (actions->len == 0)
    return;
  akk_store_begin (store, N_ ("Delete action"));
  for (guint i = 0; i < actions->len; i++)
    akk_action_delete (store, actions->pdata[i]);
  if (!akk_store_commit (store, &error))
    akk_show_error (widget, _ ("Not Deleted"), error);
  else
    gtk_widget_activate_action (widget, "win.offer-undo", "s", sentence);
}

/* --- The deadline --- */

static void
deadline_answered_cb (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  Question *self = data;

  if (g_str_equal (response, "apply"))
    akk_actions_set_deadline (self->widget, self->store, self->actions,
                              akk_date_row_get_date (AKK_DATE_ROW (self->field)));
}

static void
deadline_changed_cb (AkkDateRow *row, AdwAlertDialog *dialog)
{
  adw_alert_dialog_set_response_enabled (dialog, "apply", akk_date_row_is_valid (row));
}

void
akk_actions_ask_deadline (GtkWidget *widget, AkkStore *store, GPtrArray *actions)
{
  g_autofree char *body = NULL;
  GtkWidget *row;
  AdwAlertDialog *dialog;

  if (actions->len == 0)
    return;
  body = what_words (actions);
  row = akk_date_row_new (_ ("Deadline"));
  dialog = question_dialog_new (_ ("Deadline"), body, row, _ ("_Apply"));
  akk_date_row_set_date (AKK_DATE_ROW (row), ((AkkAction *) actions->pdata[0])->deadline);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "changed", G_CALLBACK (deadline_changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (deadline_answered_cb),
                         question_new (widget, store, actions, row), question_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* --- Menus --- */

/* The words of records are no mnemonics, and a menu is no wider than it needs to be. */
static void
append (GMenu *menu, const char *words, const char *action, gint64 value)
{
  g_autofree char *start = g_utf8_truncate_middle (words, MOST_LETTERS);
  g_auto (GStrv) parts = g_strsplit (start, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", value);
  g_menu_append_item (menu, item);
}

GMenuModel *
akk_action_statuses_menu (const char *action)
{
  GMenu *menu = g_menu_new ();

  for (const AkkChoice *choice = akk_action_statuses; choice->code != NULL; choice++) {
    g_autofree char *label =
        akk_action_status_wants_reason (choice->value)
            ? g_strdup_printf ("%s…", akk_choice_label (akk_action_statuses, choice->value))
            : g_strdup (akk_choice_label (akk_action_statuses, choice->value));

    append (menu, label, action, choice->value);
  }
  return G_MENU_MODEL (menu);
}

GMenuModel *
akk_action_leads_menu (AkkStore *store, gint64 agreement_id, const char *action)
{
  g_autoptr (GListModel) parties =
      akk_store_list (store, &akk_party_record, "agreement_id", agreement_id);
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Nobody"), action, 0);
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);
    g_autofree char *words = akk_party_short_name (store, party->record.id);

    append (menu, words, action, party->record.id);
  }
  return G_MENU_MODEL (menu);
}

GMenuModel *
akk_action_priorities_menu (AkkStore *store, gint64 agreement_id, const char *action)
{
  g_autoptr (GListModel) priorities =
      akk_store_list (store, &akk_priority_record, "agreement_id", agreement_id);
  GMenu *menu = g_menu_new ();

  append (menu, _ ("No Priority"), action, 0);
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++) {
    g_autoptr (AkkPriority) priority = g_list_model_get_item (priorities, i);
    g_autofree char *words = g_strdup_printf ("%u. %s", i + 1, priority->title);

    append (menu, words, action, priority->record.id);
  }
  return G_MENU_MODEL (menu);
}

GMenuModel *
akk_action_plans_menu (AkkStore *store, gint64 agreement_id, const char *action)
{
  g_autoptr (GPtrArray) plans = akk_plans (store, agreement_id);
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Outside a Plan"), action, 0);
  for (guint i = 0; i < plans->len; i++) {
    AkkPlan *plan = plans->pdata[i];
    g_autoptr (AkkPriority) priority =
        akk_store_get (store, &akk_priority_record, plan->priority_id);
    g_autofree char *years = akk_plan_years (plan);
    g_autofree char *words =
        priority != NULL ? g_strdup_printf ("%s · %s", years, priority->title) : g_strdup (years);

    append (menu, words, action, plan->record.id);
  }
  return G_MENU_MODEL (menu);
}
