/* The dialog of an action, whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-dialog.h"

#include <glib/gi18n.h>

#include "core/meetings.h"
#include "core/order.h"
#include "core/tags.h"
#include "ui/meeting-dialogs.h"
#include "ui/record-dialog.h"

struct _AkkActionDialog {
  AdwDialog parent_instance;

  AdwWindowTitle *title;
  AdwPreferencesPage *what_page, *who_page, *follow_page;

  AkkStore *store;
  AkkAgreement *agreement;
  AkkAction *action; /* as it is stored; NULL: a new one */
  AkkAction *draft;
};

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkActionDialog, akk_action_dialog, ADW_TYPE_DIALOG)

static void
number_it (AkkActionDialog *self)
{
  g_autofree char *number = akk_action_next_number (self->store);
  g_autofree char *position = akk_last_position (self->store, &akk_action_record, "agreement_id",
                                                 self->agreement->record.id);

  g_object_set (self->draft, "number", number, "position", position, NULL);
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
  AkkActionDialog *self = AKK_ACTION_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, self->action != NULL ? N_ ("Edit action") : N_ ("Add action"));
  if (self->action != NULL) {
    akk_store_apply (self->store, self->action, self->draft);
  } else {
    number_it (self);
    akk_store_add (self->store, self->draft);
  }
  if (!akk_store_commit (self->store, &error)) {
    akk_show_error (widget, _ ("Not Stored"), error);
    return;
  }
  g_signal_emit (self, signals[SAVED], 0, self->action != NULL ? self->action : self->draft);
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- Virtual functions --- */

static void
akk_action_dialog_dispose (GObject *object)
{
  AkkActionDialog *self = AKK_ACTION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_ACTION_DIALOG);
  g_clear_object (&self->draft);
  g_clear_object (&self->action);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_action_dialog_parent_class)->dispose (object);
}

static void
akk_action_dialog_class_init (AkkActionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_action_dialog_dispose;
  signals[SAVED] = g_signal_new ("saved", AKK_TYPE_ACTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, AKK_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/action-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkActionDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AkkActionDialog, what_page);
  gtk_widget_class_bind_template_child (widget_class, AkkActionDialog, who_page);
  gtk_widget_class_bind_template_child (widget_class, AkkActionDialog, follow_page);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_install_action (widget_class, "action.save", NULL, save_action);
}

static void
akk_action_dialog_init (AkkActionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

AdwDialog *
akk_action_dialog_new (AkkStore *store, AkkAgreement *agreement, AkkAction *action, AkkPlan *plan)
{
  AkkActionDialog *self = g_object_new (AKK_TYPE_ACTION_DIALOG, NULL);
  AkkRecordForm *form;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->action = action != NULL ? g_object_ref (action) : NULL;
  self->draft =
      action != NULL ? akk_record_duplicate (action) : akk_record_new (&akk_action_record);
  if (action == NULL)
    g_object_set (self->draft, "agreement-id", agreement->record.id, "plan-id",
                  plan != NULL ? plan->record.id : (gint64) 0, "priority-id",
                  plan != NULL ? plan->priority_id : (gint64) 0, NULL);
  form = akk_record_form_new (store, self->draft, NULL);
  adw_preferences_page_add (self->what_page, ADW_PREFERENCES_GROUP (form));
  adw_dialog_set_focus (ADW_DIALOG (self), akk_record_form_add (form, "title"));
  return ADW_DIALOG (self);
}

void
akk_action_dialog_prefill (AkkActionDialog *self,
                           const char *domain,
                           const char *target_group,
                           gint64 commitment)
{
  if (domain != NULL)
    g_object_set (self->draft, "domains", domain, NULL);
  if (target_group != NULL)
    g_object_set (self->draft, "target-groups", target_group, NULL);
}
