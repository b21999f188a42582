/* The dialog that notes where a signatory stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/signature-dialog.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "ui/attach.h"
#include "ui/date-row.h"
#include "ui/dialog-size.h"
#include "ui/scan-dialog.h"

struct _AkkSignatureDialog {
  AdwDialog parent_instance;

  AdwComboRow *who_row, *state_row;
  AkkDateRow *date_row;
  AdwEntryRow *reason_row, *note_row;
  AdwActionRow *scan_row;
  GtkWidget *show_button, *remove_button;
  GtkButton *attach_button;
  GtkLabel *warning_label;

  AkkStore *store;
  GPtrArray *signatures; /* AkkSignature, as in who_row */
  GPtrArray *warnings; /* char * beside each; "" for none */
  AkkSignature *draft; /* a duplicate: what the rows show */
};

G_DEFINE_FINAL_TYPE (AkkSignatureDialog, akk_signature_dialog, ADW_TYPE_DIALOG)

/* --- Rows and draft --- */

static void
show_scan (AkkSignatureDialog *self)
{
  gboolean attached = *self->draft->scan != '\0';

  adw_action_row_set_subtitle (self->scan_row, attached ? _ ("attached") : _ ("none"));
  gtk_widget_set_visible (self->show_button, attached);
  gtk_widget_set_visible (self->remove_button, attached);
  gtk_button_set_label (self->attach_button, attached ? _ ("_Replace…") : _ ("_Attach…"));
}

static void
show_draft (AkkSignatureDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->who_row);

  g_clear_object (&self->draft);
  if (chosen >= self->signatures->len)
    return;
  self->draft = akk_record_duplicate (self->signatures->pdata[chosen]);
  adw_combo_row_set_selected (self->state_row, self->draft->state);
  akk_date_row_set_date (self->date_row, self->draft->date);
  gtk_editable_set_text (GTK_EDITABLE (self->reason_row), self->draft->reason);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), self->draft->note);
  show_scan (self);
}

static const AkkField *
field (const char *name)
{
  return akk_record_type_field (&akk_signature_record, name);
}

static void
read_rows (AkkSignatureDialog *self)
{
  gint64 state = adw_combo_row_get_selected (self->state_row);

  akk_record_set_int (self->draft, field ("state"), state);
  akk_record_set_int (self->draft, field ("date"),
                      state == AKK_SIGNATURE_TO_OFFER ? AKK_NO_DATE
                                                      : akk_date_row_get_date (self->date_row));
  akk_record_set_text (self->draft, field ("reason"),
                       state == AKK_SIGNATURE_REFUSED
                           ? gtk_editable_get_text (GTK_EDITABLE (self->reason_row))
                           : "");
  akk_record_set_text (self->draft, field ("note"),
                       gtk_editable_get_text (GTK_EDITABLE (self->note_row)));
}

/* --- Callbacks --- */

static void
tell (AkkSignatureDialog *self, const char *heading, const char *message)
{
  AdwDialog *alert = adw_alert_dialog_new (heading, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
who_changed_cb (AkkSignatureDialog *self)
{
  if (self->signatures != NULL)
    show_draft (self);
}

/* A refusal needs a reason, a signature a day: today is the likeliest. */
static void
state_changed_cb (AkkSignatureDialog *self)
{
  gint64 state = adw_combo_row_get_selected (self->state_row);
  guint chosen = adw_combo_row_get_selected (self->who_row);
  gboolean done = state == AKK_SIGNATURE_ON_PAPER || state == AKK_SIGNATURE_DIGITAL;
  const char *warning =
      self->warnings != NULL && chosen < self->warnings->len ? self->warnings->pdata[chosen] : "";

  if (self->draft == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), state == AKK_SIGNATURE_REFUSED);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), state != AKK_SIGNATURE_TO_OFFER);
  if (state != self->draft->state)
    akk_date_row_set_date (self->date_row, akk_store_today (self->store));
  gtk_label_set_label (self->warning_label, warning);
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), done && *warning != '\0');
  akk_dialog_size_grow (ADW_DIALOG (self));
}

static void
cancel_cb (AkkSignatureDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (AkkSignatureDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->who_row);
  g_autoptr (GError) error = NULL;

  if (self->draft == NULL || chosen >= self->signatures->len)
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self->date_row)) &&
      !akk_date_row_is_valid (self->date_row)) {
    gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
    return;
  }
  read_rows (self);
  if (self->draft->state == AKK_SIGNATURE_REFUSED && *self->draft->reason == '\0') {
    gtk_widget_add_css_class (GTK_WIDGET (self->reason_row), "error");
    gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
    return;
  }
  akk_store_begin (self->store, N_ ("Note signature"));
  akk_store_apply (self->store, self->signatures->pdata[chosen], self->draft);
  if (!akk_store_commit (self->store, &error)) {
    tell (self, _ ("The signature was not noted"), error->message);
    return;
  }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
attached_cb (GtkWidget *widget, const char *sha256, const GError *error)
{
  AkkSignatureDialog *self = AKK_SIGNATURE_DIALOG (widget);

  if (error != NULL) {
    tell (self, _ ("The file was not attached"), error->message);
    return;
  }
  akk_record_set_text (self->draft, field ("scan"), sha256);
  show_scan (self);
}

static void
attach_cb (AkkSignatureDialog *self)
{
  akk_attach (GTK_WIDGET (self), self->store, _ ("Scan or signed PDF"), AKK_ATTACH_SCAN,
              attached_cb);
}

static void
remove_cb (AkkSignatureDialog *self)
{
  akk_record_set_text (self->draft, field ("scan"), "");
  show_scan (self);
}

static void
show_cb (AkkSignatureDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = akk_store_get_blob (self->store, self->draft->scan, &error);
  AkkScanDialog *dialog = data != NULL ? akk_scan_dialog_new (data, &error) : NULL;

  if (dialog == NULL)
    tell (self, _ ("The scan cannot be shown"), error->message);
  else
    adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* --- Virtual functions --- */

static void
akk_signature_dialog_dispose (GObject *object)
{
  AkkSignatureDialog *self = AKK_SIGNATURE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_SIGNATURE_DIALOG);
  g_clear_object (&self->draft);
  g_clear_object (&self->store);
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_signature_dialog_parent_class)->dispose (object);
}

static void
akk_signature_dialog_class_init (AkkSignatureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_signature_dialog_dispose;
  g_type_ensure (AKK_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/signature-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkSignatureDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, AkkSignatureDialog, state_row);
  gtk_widget_class_bind_template_child (widget_class, AkkSignatureDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, AkkSignatureDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, AkkSignatureDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, AkkSignatureDialog, scan_row);
  gtk_widget_class_bind_template_child (widget_class, AkkSignatureDialog, show_button);
  gtk_widget_class_bind_template_child (widget_class, AkkSignatureDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, AkkSignatureDialog, attach_button);
  gtk_widget_class_bind_template_child (widget_class, AkkSignatureDialog, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, attach_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
akk_signature_dialog_init (AkkSignatureDialog *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (const AkkChoice *state = akk_signature_states; state->code != NULL; state++)
    gtk_string_list_append (states, _ (state->label));
  adw_combo_row_set_model (self->state_row, G_LIST_MODEL (states));
}

/* --- Public --- */

static void
add_place (AkkSignatureDialog *self,
           GtkStringList *names,
           const AkkSigningRow *row,
           const AkkSigningPlace *place)
{
  g_autofree char *name =
      /* Translators: a signatory and the party, as in "Ann Verhoeven (Berlare)". */
      g_strdup_printf (_ ("%s (%s)"), place->name, row->name);

  gtk_string_list_append (names, name);
  g_ptr_array_add (self->signatures, g_object_ref (place->signature));
  g_ptr_array_add (
      self->warnings,
      akk_signing_row_waits (row)
          ? g_strdup_printf (_ ("The council of %s has not approved yet. The signature "
                                "is noted; mind that the decision comes first."),
                             row->name)
          : g_strdup (""));
}

AkkSignatureDialog *
akk_signature_dialog_new (AkkStore *store, const AkkSigning *signing, gint64 signatory)
{
  AkkSignatureDialog *self = g_object_new (AKK_TYPE_SIGNATURE_DIALOG, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = G_MAXUINT;

  self->store = g_object_ref (store);
  self->signatures = g_ptr_array_new_with_free_func (g_object_unref);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < signing->rows->len; i++) {
    const AkkSigningRow *row = signing->rows->pdata[i];

    for (guint n = 0; n < row->places->len; n++) {
      const AkkSigningPlace *place = row->places->pdata[n];

      if (place->signatory == NULL || place->signature == NULL)
        continue;
      if (signatory != 0 ? place->signatory->record.id == signatory
                         : chosen == G_MAXUINT && !akk_signature_done (place->signature))
        chosen = self->signatures->len;
      add_place (self, names, row, place);
    }
  }
  adw_combo_row_set_model (self->who_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->who_row, chosen == G_MAXUINT ? 0 : chosen);
  show_draft (self);
  state_changed_cb (self);
  return self;
}
