/* The dialog of an action, whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-dialog.h"

#include <glib/gi18n.h>

#include "ui/action-dialog-private.h"
#include "ui/date-row.h"
#include "ui/first-focus.h"
#include "ui/record-dialog.h"

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkActionDialog, akk_action_dialog, ADW_TYPE_DIALOG)

/* --- What would be lost --- */

static void
print_record (GString *words, gconstpointer record)
{
  const AkkRecordType *type = AKK_RECORD (record)->type;

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == AKK_FIELD_TEXT)
      g_string_append_printf (words, "%s\n", akk_record_get_text (record, &type->fields[i]));
    else
      g_string_append_printf (words, "%" G_GINT64_FORMAT "\n",
                              akk_record_get_int (record, &type->fields[i]));
}

/* All that is in the draft, to be compared. */
static char *
print_draft (AkkActionDialog *self)
{
  GString *words = g_string_new (NULL);
  GPtrArray *const lists[] = { self->draft->contributions, self->draft->log,
                               self->draft->appraisals, self->draft->attachments };

  akk_action_dialog_read_ticks (self);
  print_record (words, self->draft->action);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; k < lists[i]->len; k++)
      print_record (words, lists[i]->pdata[k]);
  for (guint i = 0; i < self->draft->commitments->len; i++)
    g_string_append_printf (words, "%" G_GINT64_FORMAT "\n",
                            g_array_index (self->draft->commitments, gint64, i));
  return g_string_free_and_steal (words);
}

/* --- Saving --- */

/* A day that cannot be read. */
static GtkWidget *
find_wrong (GtkWidget *widget)
{
  if (AKK_IS_DATE_ROW (widget))
    return gtk_widget_get_visible (widget) && !akk_date_row_is_valid (AKK_DATE_ROW (widget))
               ? widget
               : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *wrong = find_wrong (child);

    if (wrong != NULL)
      return wrong;
  }
  return NULL;
}

/* Shows a row wherever it stands, and begins there. */
static void
show_row (AkkActionDialog *self, GtkWidget *row)
{
  GtkWidget *const pages[] = { GTK_WIDGET (self->what_page), GTK_WIDGET (self->who_page),
                               GTK_WIDGET (self->follow_page) };
  GtkWidget *expander = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (gtk_widget_is_ancestor (row, pages[i]))
      adw_view_stack_set_visible_child (self->stack, pages[i]);
  if (expander != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  gtk_widget_grab_focus (row);
}

static void
save (AkkActionDialog *self)
{
  gboolean is_new = self->draft->stored == NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkAction) action = NULL;
  GtkWidget *wrong = find_wrong (GTK_WIDGET (self->stack));

  if (wrong == NULL && *self->draft->action->title == '\0')
    wrong = self->title_row;
  if (wrong != NULL) {
    if (wrong == self->title_row)
      gtk_widget_add_css_class (wrong, "error");
    show_row (self, wrong);
    return;
  }
  akk_action_dialog_read_ticks (self);
  akk_store_begin (self->store, is_new ? N_ ("Add action") : N_ ("Edit action"));
  action = akk_action_draft_save (self->draft);
  if (!akk_store_commit (self->store, &error)) {
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
    return;
  }
  g_signal_emit (self, signals[SAVED], 0, action);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* --- Callbacks --- */

static void
cancel_cb (AkkActionDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (AKK_ACTION_DIALOG (widget));
}

static void
title_changed_cb (GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "error");
}

static void
answered_cb (AkkActionDialog *self, const char *response)
{
  if (g_str_equal (response, "save"))
    save (self);
  else if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

/* Much can stand in here: a key pressed by mistake does not throw it away. */
static void
close_attempt_cb (AkkActionDialog *self)
{
  g_autofree char *now = print_draft (self);
  AdwDialog *alert;

  if (g_str_equal (now, self->before)) {
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }
  alert = adw_alert_dialog_new (_ ("Save the Changes?"),
                                _ ("What you wrote here is not in the dossier yet."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Go On Editing"),
                                  "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "save",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* --- Virtual functions --- */

static void
akk_action_dialog_dispose (GObject *object)
{
  AkkActionDialog *self = AKK_ACTION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_ACTION_DIALOG);
  G_OBJECT_CLASS (akk_action_dialog_parent_class)->dispose (object);
}

static void
akk_action_dialog_finalize (GObject *object)
{
  AkkActionDialog *self = AKK_ACTION_DIALOG (object);

  g_clear_pointer (&self->draft, akk_action_draft_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_action_dialog_parent_class)->finalize (object);
}

static void
akk_action_dialog_class_init (AkkActionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_action_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = akk_action_dialog_finalize;
  signals[SAVED] = g_signal_new ("saved", AKK_TYPE_ACTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, AKK_TYPE_RECORD);
  akk_dialog_class_focus_at_once (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/action-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkActionDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AkkActionDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkActionDialog, what_page);
  gtk_widget_class_bind_template_child (widget_class, AkkActionDialog, who_page);
  gtk_widget_class_bind_template_child (widget_class, AkkActionDialog, follow_page);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_install_action (widget_class, "action.save", NULL, save_action);
}

static void
akk_action_dialog_init (AkkActionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public to its pages --- */

AkkRecordForm *
akk_action_dialog_add_form (AkkActionDialog *self, AdwPreferencesPage *page, const char *title)
{
  AkkRecordForm *form = akk_record_form_new (self->store, self->draft->action, title);

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (form));
  return form;
}

/* --- Public --- */

static void
show_title (AkkActionDialog *self, AkkPlan *plan)
{
  const AkkAction *action = self->draft->action;
  g_autofree char *title = *action->number != '\0'
                               ? g_strdup_printf (_ ("Action %s"), action->number)
                               : g_strdup (_ ("New Action"));
  g_autofree char *years = plan != NULL ? akk_plan_years (plan) : NULL;
  g_autofree char *subtitle =
      years != NULL ? g_strdup_printf (_ ("Action plan %s"), years) : g_strdup ("");

  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
}

AdwDialog *
akk_action_dialog_new (AkkStore *store, AkkAgreement *agreement, AkkAction *action, AkkPlan *plan)
{
  AkkActionDialog *self = g_object_new (AKK_TYPE_ACTION_DIALOG, NULL);
  g_autoptr (AkkPlan) own = NULL;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->draft = akk_action_draft_new (store, agreement->record.id, action, plan);
  own = akk_store_get (store, &akk_plan_record, self->draft->action->plan_id);
  akk_action_dialog_add_what (self);
  akk_action_dialog_add_who (self);
  akk_action_dialog_add_follow_up (self);
  show_title (self, own);
  self->before = print_draft (self);
  g_signal_connect (self->title_row, "changed", G_CALLBACK (title_changed_cb), NULL);
  adw_dialog_set_focus (ADW_DIALOG (self), self->title_row);
  return ADW_DIALOG (self);
}

void
akk_action_dialog_prefill (AkkActionDialog *self,
                           const char *domain,
                           const char *target_group,
                           gint64 commitment)
{
  g_return_if_fail (AKK_IS_ACTION_DIALOG (self));

  if (domain != NULL)
    akk_tick_row_tick (self->domains_row, domain);
  if (target_group != NULL)
    akk_tick_row_tick (self->target_groups_row, target_group);
  if (commitment != 0)
    akk_action_dialog_carry_out (self, commitment);
  akk_action_dialog_read_ticks (self);
}
