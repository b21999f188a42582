/* The frozen versions of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/versions-dialog.h"

#include <glib/gi18n.h>

#include "core/control-code.h"
#include "core/signing.h"
#include "core/frozen.h"
#include "ui/day.h"
#include "ui/scan-dialog.h"

struct _AkkVersionsDialog {
  AdwDialog parent_instance;

  AdwPreferencesGroup *group;

  AkkStore *store;
  AkkAgreement *agreement;
  GPtrArray *versions; /* AkkVersion, as the rows */
};

G_DEFINE_FINAL_TYPE (AkkVersionsDialog, akk_versions_dialog, ADW_TYPE_DIALOG)

static void
tell (AkkVersionsDialog *self, const char *heading, const char *message)
{
  AdwDialog *alert = adw_alert_dialog_new (heading, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static AkkVersion *
version_of (AkkVersionsDialog *self, GtkWidget *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "akk-index"));

  return self->versions->pdata[index];
}

static void
show_cb (AkkVersionsDialog *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = akk_version_pdf (self->store, version_of (self, button), &error);
  AkkScanDialog *dialog = pdf != NULL ? akk_scan_dialog_new (pdf, &error) : NULL;
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_ROW);

  if (dialog == NULL) {
    tell (self, _ ("The version cannot be shown"), error->message);
    return;
  }
  adw_dialog_set_title (ADW_DIALOG (dialog),
                        adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkVersionsDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    tell (self, _ ("The PDF was not saved"), error->message);
}

typedef struct {
  AkkVersionsDialog *dialog; /* owned */
  GBytes *pdf;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->dialog);
  g_bytes_unref (saving->pdf);
  g_free (saving);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, saving->pdf, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                         written_cb, g_object_ref (saving->dialog));
}

static void
save_cb (AkkVersionsDialog *self, GtkWidget *button)
{
  AkkVersion *version = version_of (self, button);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = akk_version_pdf (self->store, version, &error);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *code = akk_control_code_format (version->code);
  g_autofree char *name = NULL;
  Saving *saving;

  if (pdf == NULL) {
    tell (self, _ ("The PDF was not saved"), error->message);
    return;
  }
  /* Translators: the name of a file: the version's number and control code. */
  name = g_strdup_printf (_ ("Version %d %s.pdf"), (int) version->number, code);
  saving = g_new0 (Saving, 1);
  saving->dialog = g_object_ref (self);
  saving->pdf = g_bytes_ref (pdf);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        place_chosen_cb, saving);
}

/* --- Rows --- */

static GtkWidget *
button_new (
    AkkVersionsDialog *self, const char *icon, const char *tooltip, guint index, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "akk-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (AkkVersionsDialog *self, guint index)
{
  AkkVersion *version = self->versions->pdata[index];
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (AkkSigning) signing = akk_signing_new (self->store, self->agreement, version);
  g_autofree char *namesake = akk_version_namesake_words (self->store, version);
  g_autoptr (GError) error = NULL;
  g_autofree char *day = akk_day_long (version->frozen_on);
  g_autofree char *title = g_strdup_printf (_ ("Version %d, %s"), (int) version->number, day);
  g_autofree char *code = akk_control_code_format (version->code);
  g_autofree char *subtitle =
      /* Translators: a control code, how many signed, of how many. */
      g_strdup_printf (_ ("%s · %u of %u signed"), code, signing->n_signed, signing->n_places);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  if (!akk_version_check (self->store, version, &error)) {
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), error->message);
    gtk_widget_add_css_class (row, "error");
  } else if (namesake != NULL) {
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), namesake);
    gtk_widget_add_css_class (row, "warning");
  }
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      button_new (self, "view-reveal-symbolic", _ ("Show the PDF"), index, G_CALLBACK (show_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             button_new (self, "document-save-symbolic", _ ("Save the PDF…"), index,
                                         G_CALLBACK (save_cb)));
  adw_preferences_group_add (self->group, row);
}

/* --- Virtual functions --- */

static void
akk_versions_dialog_dispose (GObject *object)
{
  AkkVersionsDialog *self = AKK_VERSIONS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_VERSIONS_DIALOG);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (akk_versions_dialog_parent_class)->dispose (object);
}

static void
akk_versions_dialog_class_init (AkkVersionsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_versions_dialog_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/be/akkoord/Akkoord/ui/versions-dialog.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AkkVersionsDialog, group);
}

static void
akk_versions_dialog_init (AkkVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkVersionsDialog *
akk_versions_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  AkkVersionsDialog *self = g_object_new (AKK_TYPE_VERSIONS_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->versions = akk_version_list (store, agreement);
  for (guint i = 0; i < self->versions->len; i++)
    add_row (self, i);
  return self;
}
