/* The dialog before freezing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/freeze-dialog.h"

#include <glib/gi18n.h>

#include "core/control-code.h"
#include "core/dossier.h"
#include "core/signing.h"
#include "print/freeze.h"
#include "ui/findings-list.h"

struct _AkkFreezeDialog {
  AdwDialog parent_instance;

  GtkWidget *freeze_button;
  GtkLabel *intro;
  AkkFindingsList *findings_list;

  AkkStore *store;
  AkkAgreement *agreement;
  guint check_id;
};

G_DEFINE_FINAL_TYPE (AkkFreezeDialog, akk_freeze_dialog, ADW_TYPE_DIALOG)

enum { GO_TO, FROZEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
check (AkkFreezeDialog *self)
{
  g_autoptr (GPtrArray) findings =
      akk_findings_new (self->store, self->agreement, akk_store_today (self->store));

  akk_findings_list_set_findings (self->findings_list, findings);
  gtk_widget_set_sensitive (self->freeze_button, akk_findings_count_blocking (findings) == 0);
}

/* Something was mended or accepted here. The button that did it goes with its row: not before its
 * signal ends. */
static gboolean
stepped_later_cb (gpointer data)
{
  AkkFreezeDialog *self = data;

  self->check_id = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
stepped_cb (AkkFreezeDialog *self)
{
  if (self->check_id == 0)
    self->check_id = g_idle_add (stepped_later_cb, self);
}

static void
cancel_cb (AkkFreezeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
finding_activated_cb (AkkFreezeDialog *self, const AkkFinding *finding)
{
  g_object_ref (self);
  g_signal_emit (self, signals[GO_TO], 0, finding);
  adw_dialog_close (ADW_DIALOG (self));
  g_object_unref (self);
}

static AdwDialog *
tell (AkkFreezeDialog *self, const char *heading, const char *message)
{
  AdwDialog *alert = adw_alert_dialog_new (heading, message);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, parent);
  return alert;
}

static void
freeze_cb (AkkFreezeDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkVersion) version =
      akk_freeze (self->store, self->agreement, akk_store_today (self->store), &error);
  g_autofree char *code = NULL;
  g_autofree char *words = NULL;

  if (version == NULL) {
    tell (self, _ ("Not frozen"), error->message);
    return;
  }
  code = akk_control_code_format (version->code);
  words = g_strdup_printf (
      /* Translators: the number of a version, and its control code. */
      _ ("Version %d can be offered now. Its control code is %s; it stands at the foot of every "
         "page."),
      (int) version->number, code);
  g_signal_emit (self, signals[FROZEN], 0, tell (self, _ ("Frozen for Signing"), words));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
akk_freeze_dialog_dispose (GObject *object)
{
  AkkFreezeDialog *self = AKK_FREEZE_DIALOG (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_FREEZE_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (akk_freeze_dialog_parent_class)->dispose (object);
}

static void
akk_freeze_dialog_class_init (AkkFreezeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_freeze_dialog_dispose;
  signals[GO_TO] = g_signal_new ("go-to", AKK_TYPE_FREEZE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FROZEN] = g_signal_new ("frozen", AKK_TYPE_FREEZE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_DIALOG);
  g_type_ensure (AKK_TYPE_FINDINGS_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/freeze-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkFreezeDialog, freeze_button);
  gtk_widget_class_bind_template_child (widget_class, AkkFreezeDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, AkkFreezeDialog, findings_list);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, freeze_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
}

static void
akk_freeze_dialog_init (AkkFreezeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkFreezeDialog *
akk_freeze_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  AkkFreezeDialog *self = g_object_new (AKK_TYPE_FREEZE_DIALOG, NULL);
  g_autoptr (AkkVersion) newest = akk_version_newest (store, agreement);
  g_autofree char *intro = g_strdup_printf (
      /* Translators: the number that the version will have. */
      _ ("This makes version %d: the text with all names and dates filled in, its PDF and its "
         "control code. A version never changes; whoever signs, signs this version. You can go on "
         "working on the text and freeze again."),
      newest != NULL ? (int) newest->number + 1 : 1);
  gboolean blocked;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  gtk_label_set_label (self->intro, intro);
  akk_findings_list_set_agreement (self->findings_list, store, agreement);
  check (self);
  g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  blocked = !gtk_widget_get_sensitive (self->freeze_button);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        blocked ? GTK_WIDGET (self->findings_list) : self->freeze_button);
  return self;
}
