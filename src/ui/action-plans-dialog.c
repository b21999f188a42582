/* The plans of an agreement: their years, their state, and what is done with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/action.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/meeting.h"
#include "ui/action-plan-dialogs.h"
#include "ui/close-year-dialog.h"
#include "ui/day.h"
#include "ui/record-rows.h"
#include "ui/record-words.h"
#include "ui/reference-row.h"

/* --- One plan --- */

AkkPlan *
akk_action_plan_following (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GPtrArray) plans = akk_plans (store, agreement->record.id);
  AkkPlan *plan = akk_record_new (&akk_plan_record);
  int today, start = 0;
  gint64 year;

  akk_date_to_ymd (akk_store_today (store), &today, NULL, NULL);
  if (agreement->starts_on != AKK_NO_DATE)
    akk_date_to_ymd (agreement->starts_on, &start, NULL, NULL);
  year = MAX (today, start);
  for (guint i = 0; i < plans->len; i++)
    year = MAX (year, ((AkkPlan *) plans->pdata[i])->last_year + 1);
  g_object_set (plan, "agreement-id", agreement->record.id, "first-year", year, "last-year", year,
                NULL);
  return plan;
}

/* A plan does not end before it begins: the other year goes along. */
static void
first_changed_cb (GtkSpinButton *first, GParamSpec *pspec, GtkSpinButton *last)
{
  if (gtk_spin_button_get_value (last) < gtk_spin_button_get_value (first))
    gtk_spin_button_set_value (last, gtk_spin_button_get_value (first));
}

static void
last_changed_cb (GtkSpinButton *last, GParamSpec *pspec, GtkSpinButton *first)
{
  if (gtk_spin_button_get_value (first) > gtk_spin_button_get_value (last))
    gtk_spin_button_set_value (first, gtk_spin_button_get_value (last));
}

static void
add_years (AkkRecordForm *form)
{
  GtkWidget *first = akk_record_form_add (form, "first_year");
  GtkWidget *last = akk_record_form_add (form, "last_year");
  GtkWidget *from = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (first));
  GtkWidget *to = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (last));

  g_signal_connect_object (from, "notify::value", G_CALLBACK (first_changed_cb), to, 0);
  g_signal_connect_object (to, "notify::value", G_CALLBACK (last_changed_cb), from, 0);
}

AkkRecordDialog *
akk_action_plan_dialog_new (AkkStore *store, AkkPlan *plan)
{
  gboolean is_new = plan->record.id == 0;
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, plan, is_new ? _ ("New Action Plan") : _ ("Action Plan"),
                             is_new ? N_ ("Add action plan") : N_ ("Change action plan"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);

  add_years (form);
  akk_record_form_add_reference (form, "priority_id", "agreement_id", plan->agreement_id,
                                 _ ("The whole agreement"));
  if (!is_new)
    akk_record_form_add (form, "state");
  return dialog;
}

/* --- Adopting --- */

static gint64
agreement_of (AkkStore *store, const AkkMeeting *meeting)
{
  g_autoptr (AkkBody) body = akk_store_get (store, &akk_body_record, meeting->body_id);

  return body != NULL ? body->agreement_id : 0;
}

/* Meetings of the agreement that took place, or are to. */
static gboolean
may_adopt (AkkStore *store, AkkRecord *record, gpointer plan)
{
  const AkkMeeting *meeting = (const AkkMeeting *) record;

  return meeting->state != AKK_MEETING_CANCELLED && meeting->state != AKK_MEETING_POSTPONED &&
         agreement_of (store, meeting) == ((AkkPlan *) plan)->agreement_id;
}

/* Without a meeting it is a concept again. */
static void
adopt_cb (AkkRecordDialog *dialog, AkkPlan *plan, AkkStore *store)
{
  if (plan->state != AKK_PLAN_CLOSED)
    akk_store_set_int (store, plan, "state",
                       plan->meeting_id != 0 ? AKK_PLAN_ADOPTED : AKK_PLAN_CONCEPT);
}

AkkRecordDialog *
akk_action_plan_adopt_dialog_new (AkkStore *store, AkkPlan *plan)
{
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, plan, _ ("Adopt Action Plan"), N_ ("Adopt action plan"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);
  GtkWidget *row =
      akk_record_form_add_reference (form, "meeting_id", NULL, 0, _ ("In no meeting: a concept"));

  akk_reference_row_set_offers (AKK_REFERENCE_ROW (row), may_adopt, g_object_ref (plan),
                                g_object_unref);
  g_signal_connect_object (dialog, "writing", G_CALLBACK (adopt_cb), store, 0);
  adw_dialog_set_focus (ADW_DIALOG (dialog), row);
  return dialog;
}

/* --- All plans --- */

#define AKK_TYPE_ACTION_PLANS_DIALOG (akk_action_plans_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkActionPlansDialog, akk_action_plans_dialog, AKK, ACTION_PLANS_DIALOG, AdwDialog)

struct _AkkActionPlansDialog {
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  GtkListBox *list_box;
  AdwPreferencesGroup *empty_group;

  AkkStore *store;
  AkkAgreement *agreement;
};

G_DEFINE_FINAL_TYPE (AkkActionPlansDialog, akk_action_plans_dialog, ADW_TYPE_DIALOG)

static guint
count_actions (AkkStore *store, const AkkPlan *plan)
{
  g_autoptr (GListModel) actions =
      akk_store_list (store, &akk_action_record, "plan_id", plan->record.id);

  return g_list_model_get_n_items (actions);
}

/* "Adopted in Stuurgroep, 12 December 2024 · 17 actions". */
static char *
state_words (AkkStore *store, const AkkPlan *plan)
{
  g_autoptr (AkkMeeting) meeting = akk_store_get (store, &akk_meeting_record, plan->meeting_id);
  guint n = count_actions (store, plan);
  g_autofree char *actions = g_strdup_printf (ngettext ("%u action", "%u actions", n), n);
  g_autofree char *state = g_strdup (akk_choice_label (akk_plan_states, plan->state));

  if (plan->state == AKK_PLAN_CLOSED && plan->closed_on != AKK_NO_DATE) {
    g_autofree char *day = akk_day_long (plan->closed_on);

    g_free (state);
    state = g_strdup_printf (_ ("Closed on %s"), day);
  } else if (plan->state == AKK_PLAN_ADOPTED && meeting != NULL) {
    g_autofree char *words = akk_record_words (store, meeting);

    g_free (state);
    state = g_strdup_printf (_ ("Adopted in %s"), words);
  }
  return g_strdup_printf ("%s · %s", state, actions);
}

static GtkWidget *
menu_button_new (const AkkPlan *plan)
{
  static const struct {
    const char *label, *action;
  } items[] = { { N_ ("_Edit…"), "plans.edit" },
                { N_ ("_Adopt in a Meeting…"), "plans.adopt" },
                { N_ ("_Close the Year…"), "plans.close-year" },
                { N_ ("_Delete"), "plans.delete" } };
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *years = akk_plan_years (plan);
  g_autofree char *tooltip = g_strdup_printf (_ ("What to do with the plan of %s"), years);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

    if (plan->state == AKK_PLAN_CLOSED && g_str_equal (items[i].action, "plans.close-year"))
      continue;
    g_menu_item_set_action_and_target (item, items[i].action, "x", plan->record.id);
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
row_new (gpointer data, AkkRecord *record)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
describe_row (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkActionPlansDialog *self = data;
  const AkkPlan *plan = (const AkkPlan *) record;
  g_autofree char *title = akk_record_words (self->store, plan);
  g_autofree char *subtitle = state_words (self->store, plan);
  GtkWidget *old = g_object_get_data (G_OBJECT (row), "akk-menu");
  GtkWidget *button = menu_button_new (plan);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (old != NULL)
    adw_action_row_remove (ADW_ACTION_ROW (row), old);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "akk-menu", button);
}

/* The newest first. */
static void
show_plans (AkkActionPlansDialog *self)
{
  g_autoptr (GPtrArray) plans = akk_plans (self->store, self->agreement->record.id);
  g_autoptr (GListStore) records = g_list_store_new (AKK_TYPE_RECORD);

  for (guint i = plans->len; i > 0; i--)
    g_list_store_append (records, plans->pdata[i - 1]);
  akk_record_rows_update (self->list_box, G_LIST_MODEL (records), row_new, describe_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), plans->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_group), plans->len == 0);
}

/* --- What is done with a plan --- */

static void
edit (AkkActionPlansDialog *self, AkkPlan *plan)
{
  adw_dialog_present (ADW_DIALOG (akk_action_plan_dialog_new (self->store, plan)),
                      GTK_WIDGET (self));
}

static void
undo_cb (AkkActionPlansDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!akk_store_undo (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Undone"), error);
}

/* Actions are not deleted along with a plan by mistake. */
static void
delete_plan (AkkActionPlansDialog *self, AkkPlan *plan)
{
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (count_actions (self->store, plan) > 0) {
    adw_toast_overlay_add_toast (
        self->toasts, adw_toast_new (_ ("This plan has actions: move or delete them first.")));
    return;
  }
  akk_store_begin (self->store, N_ ("Delete action plan"));
  akk_store_delete (self->store, plan);
  if (!akk_store_commit (self->store, &error)) {
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
    return;
  }
  toast = adw_toast_new (_ ("The action plan has been deleted."));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlansDialog *self = AKK_ACTION_PLANS_DIALOG (widget);
  g_autoptr (AkkPlan) plan =
      akk_store_get (self->store, &akk_plan_record, g_variant_get_int64 (parameter));

  if (plan == NULL)
    return;
  if (g_str_equal (name, "plans.edit"))
    edit (self, plan);
  else if (g_str_equal (name, "plans.adopt"))
    adw_dialog_present (ADW_DIALOG (akk_action_plan_adopt_dialog_new (self->store, plan)), widget);
  else if (g_str_equal (name, "plans.close-year"))
    adw_dialog_present (akk_close_year_dialog_new (self->store, plan), widget);
  else
    delete_plan (self, plan);
}

static void
add_cb (AkkActionPlansDialog *self)
{
  g_autoptr (AkkPlan) plan = akk_action_plan_following (self->store, self->agreement);

  edit (self, plan);
}

static void
row_activated_cb (AkkActionPlansDialog *self, GtkWidget *row)
{
  edit (self, (AkkPlan *) akk_record_row_get (row));
}

/* --- Virtual functions --- */

static void
akk_action_plans_dialog_dispose (GObject *object)
{
  AkkActionPlansDialog *self = AKK_ACTION_PLANS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_ACTION_PLANS_DIALOG);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_action_plans_dialog_parent_class)->dispose (object);
}

static void
akk_action_plans_dialog_class_init (AkkActionPlansDialogClass *klass)
{
  static const char *const actions[] = { "plans.edit", "plans.adopt", "plans.close-year",
                                         "plans.delete" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_action_plans_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/action-plans-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlansDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlansDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlansDialog, empty_group);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], "x", plan_action);
}

static void
akk_action_plans_dialog_init (AkkActionPlansDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
akk_action_plans_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  AkkActionPlansDialog *self = g_object_new (AKK_TYPE_ACTION_PLANS_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  g_signal_connect_object (store, "stepped", G_CALLBACK (show_plans), self, G_CONNECT_SWAPPED);
  show_plans (self);
  return ADW_DIALOG (self);
}
