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
#include "ui/writing-page.h"

/* Of a choice in a menu. */
#define MOST_LETTERS 44

/* So many are changed at once, and in a slice of more: a selection may hold all actions of a
 * dossier. */
#define SLICE 100

typedef enum { SET_STATUS, SET_LEAD, SET_PRIORITY, SET_DEADLINE, MOVE, DELETE } ChangeKind;

/* What is done to actions, once what has to be asked is answered. */
typedef struct {
  ChangeKind kind;
  GtkWidget *widget; /* weak */
  AkkStore *store;
  GArray *ids; /* gint64 */
  guint n_done; /* of those */
  gint64 value;
  AkkPlan *plan; /* to move to */
  char *reason;
  GtkWidget *field; /* of the dialog that asks */
  AdwDialog *dialog; /* that says how far it is, and owns this */
} Change;

static Change *
change_new (GtkWidget *widget, AkkStore *store, ChangeKind kind, const GArray *ids, gint64 value)
{
  Change *self = g_new0 (Change, 1);

  self->kind = kind;
  g_set_weak_pointer (&self->widget, widget);
  self->store = g_object_ref (store);
  self->ids = g_array_copy ((GArray *) ids);
  self->value = value;
  if (kind == MOVE && value != 0)
    self->plan = akk_store_get (store, &akk_plan_record, value);
  return self;
}

static void
change_free (Change *self)
{
  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->store);
  g_array_unref (self->ids);
  g_clear_object (&self->plan);
  g_free (self->reason);
  g_free (self);
}

/* "Huisbezoeken met brugfiguren", "3 actions". */
static char *
what_words (const Change *self)
{
  g_autoptr (AkkAction) action =
      akk_store_get (self->store, &akk_action_record, g_array_index (self->ids, gint64, 0));

  if (self->ids->len == 1)
    return g_strdup (action != NULL ? action->title : "");
  return g_strdup_printf (g_dngettext (NULL, "%d action", "%d actions", self->ids->len),
                          (int) self->ids->len);
}

/* --- Writing --- */

static const char *
label (const Change *self)
{
  static const char *const labels[] = {
    [SET_STATUS] = N_ ("Change status"),     [SET_LEAD] = N_ ("Change lead"),
    [SET_PRIORITY] = N_ ("Change priority"), [SET_DEADLINE] = N_ ("Change deadline"),
    [MOVE] = N_ ("Move to another plan"),    [DELETE] = N_ ("Delete action")
  };

  return labels[self->kind];
}

/* A function of the party that led, and a name, belong to that party. */
static void
set_lead (AkkStore *store, AkkAction *action, gint64 party_id)
{
  if (action->lead_id != party_id) {
    akk_store_set_int (store, action, "lead_office_id", 0);
    akk_store_set_text (store, action, "lead", "");
  }
  akk_store_set_int (store, action, "lead_id", party_id);
}

static void
change_one (const Change *self, AkkAction *action)
{
  switch (self->kind) {
  case SET_STATUS:
    akk_action_set_status (self->store, action, (AkkActionStatus) self->value, self->reason);
    break;
  case SET_LEAD:
    set_lead (self->store, action, self->value);
    break;
  case SET_PRIORITY:
    akk_store_set_int (self->store, action, "priority_id", self->value);
    break;
  case SET_DEADLINE:
    akk_store_set_int (self->store, action, "deadline", self->value);
    break;
  case MOVE:
    akk_action_move (self->store, action, self->plan);
    break;
  case DELETE:
  default:
    akk_action_delete (self->store, action);
    break;
  }
}

/* FALSE when all are changed. */
static gboolean
change_some_cb (AkkStore *store, gpointer data)
{
  Change *self = data;
  guint end = MIN (self->ids->len, self->n_done + SLICE);

  for (; self->n_done < end; self->n_done++) {
    g_autoptr (AkkAction) action =
        akk_store_get (store, &akk_action_record, g_array_index (self->ids, gint64, self->n_done));

    if (action != NULL)
      change_one (self, action);
  }
  return end < self->ids->len;
}

static void
offer_undo (const Change *self, const char *what)
{
  guint n = self->ids->len;
  g_autofree char *sentence =
      n == 1 ? g_strdup_printf (_ ("“%s” has been deleted."), what)
             : g_strdup_printf (g_dngettext (NULL, "%d action has been deleted.",
                                             "%d actions have been deleted.", n),
                                (int) n);

  gtk_widget_activate_action (self->widget, "win.offer-undo", "s", sentence);
}

static void
say_end (const Change *self, const char *what, const GError *error)
{
  if (self->widget != NULL && error != NULL)
    akk_show_error (self->widget, self->kind == DELETE ? _ ("Not Deleted") : _ ("Not Stored"),
                    error);
  else if (self->widget != NULL && self->kind == DELETE)
    offer_undo (self, what);
}

/* --- Many --- */

static void
written_cb (gpointer owner, const GError *error)
{
  Change *self = owner;
  g_autoptr (AdwDialog) dialog = g_object_ref (self->dialog);

  if (gtk_widget_get_root (GTK_WIDGET (dialog)) != NULL)
    adw_dialog_force_close (dialog);
  say_end (self, NULL, error);
}

/* Nothing has changed then. */
static void
stopped_cb (AdwDialog *dialog, const char *response, AkkWritingPage *page)
{
  akk_writing_page_stop (page);
}

/* Little by little, under a dialog that says how far it is: one step of the store all the same. */
static void
change_many (Change *self)
{
  g_autofree char *what = what_words (self);
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (adw_alert_dialog_new (_ (label (self)), NULL));
  AkkWritingPage *page = AKK_WRITING_PAGE (akk_writing_page_new (what));

  self->dialog = dialog;
  g_object_set_data_full (G_OBJECT (dialog), "akk-change", self, (GDestroyNotify) change_free);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (page));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (stopped_cb), page, 0);
  akk_writing_page_start (page,
                          akk_long_action_new (self->store, label (self), change_some_cb, self),
                          written_cb, self);
  if (akk_writing_page_is_busy (page))
    adw_dialog_present (dialog, self->widget);
}

/* Takes what it is given. */
static void
carry_out (Change *self)
{
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  if (self->ids->len > SLICE) {
    change_many (self);
    return;
  }
  what = self->ids->len > 0 ? what_words (self) : NULL;
  akk_store_begin (self->store, label (self));
  while (change_some_cb (self->store, self))
    continue;
  akk_store_commit (self->store, &error);
  say_end (self, what, error);
  change_free (self);
}

/* --- Asking --- */

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
question_free (gpointer data, GClosure *closure)
{
  change_free (data);
}

/* The dialog owns the question: what comes of the answer is a change of its own. */
static void
present (AdwAlertDialog *dialog, Change *question, GCallback answered)
{
  g_signal_connect_data (dialog, "response", answered, question, question_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), question->widget);
}

static Change *
change_of (const Change *question, gint64 value)
{
  return change_new (question->widget, question->store, question->kind, question->ids, value);
}

static void
reason_answered_cb (AdwAlertDialog *dialog, const char *response, const Change *question)
{
  Change *change;

  if (!g_str_equal (response, "apply"))
    return;
  change = change_of (question, question->value);
  change->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->field)));
  carry_out (change);
}

static void
reason_changed_cb (GtkEditable *entry, AdwAlertDialog *dialog)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "apply", *reason != '\0');
}

/* Takes what it is given. */
static void
ask_reason (Change *self)
{
  gboolean stops = self->value == AKK_ACTION_STOPPED;
  g_autofree char *body = what_words (self);
  GtkWidget *entry = adw_entry_row_new ();
  AdwAlertDialog *dialog =
      question_dialog_new (stops ? _ ("Why Is It Stopped?") : _ ("Why Is It Adjusted?"), body,
                           entry, stops ? _ ("_Stop") : _ ("_Adjust"));

  self->field = entry;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Reason"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_alert_dialog_set_response_enabled (dialog, "apply", FALSE);
  g_signal_connect (entry, "changed", G_CALLBACK (reason_changed_cb), dialog);
  present (dialog, self, G_CALLBACK (reason_answered_cb));
}

static void
deadline_answered_cb (AdwAlertDialog *dialog, const char *response, const Change *question)
{
  if (g_str_equal (response, "apply"))
    carry_out (change_of (question, akk_date_row_get_date (AKK_DATE_ROW (question->field))));
}

static void
deadline_changed_cb (AkkDateRow *row, AdwAlertDialog *dialog)
{
  adw_alert_dialog_set_response_enabled (dialog, "apply", akk_date_row_is_valid (row));
}

/* --- Public --- */

void
akk_actions_set_status (GtkWidget *widget,
                        AkkStore *store,
                        const GArray *ids,
                        AkkActionStatus status)
{
  Change *change;

  if (ids->len == 0)
    return;
  change = change_new (widget, store, SET_STATUS, ids, status);
  if (akk_action_status_wants_reason (status))
    ask_reason (change);
  else
    carry_out (change);
}

void
akk_actions_set_lead (GtkWidget *widget, AkkStore *store, const GArray *ids, gint64 party_id)
{
  carry_out (change_new (widget, store, SET_LEAD, ids, party_id));
}

void
akk_actions_set_priority (GtkWidget *widget, AkkStore *store, const GArray *ids, gint64 priority_id)
{
  carry_out (change_new (widget, store, SET_PRIORITY, ids, priority_id));
}

void
akk_actions_move (GtkWidget *widget, AkkStore *store, const GArray *ids, gint64 plan_id)
{
  carry_out (change_new (widget, store, MOVE, ids, plan_id));
}

void
akk_actions_delete (GtkWidget *widget, AkkStore *store, const GArray *ids)
{
  if (ids->len > 0)
    carry_out (change_new (widget, store, DELETE, ids, 0));
}

void
akk_actions_ask_deadline (GtkWidget *widget, AkkStore *store, const GArray *ids)
{
  g_autofree char *body = NULL;
  g_autoptr (AkkAction) first = NULL;
  Change *change;
  AdwAlertDialog *dialog;

  if (ids->len == 0)
    return;
  first = akk_store_get (store, &akk_action_record, g_array_index (ids, gint64, 0));
  change = change_new (widget, store, SET_DEADLINE, ids, AKK_NO_DATE);
  body = what_words (change);
  change->field = akk_date_row_new (_ ("Deadline"));
  dialog = question_dialog_new (_ ("Deadline"), body, change->field, _ ("_Apply"));
  akk_date_row_set_date (AKK_DATE_ROW (change->field),
                         first != NULL ? first->deadline : AKK_NO_DATE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (change->field), TRUE);
  g_signal_connect (change->field, "changed", G_CALLBACK (deadline_changed_cb), dialog);
  present (dialog, change, G_CALLBACK (deadline_answered_cb));
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
