/* "Controleer een document": is this PDF, or this code, one of our versions?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/verify-dialog.h"

#include <glib/gi18n.h>

#include "print/verify.h"
#include "ui/state-glyph.h"

struct _AkkVerifyDialog {
  AdwDialog parent_instance;

  AdwEntryRow *code_row;
  AdwPreferencesGroup *result_group;
  AdwActionRow *result_row;
  AkkStateGlyph *glyph;

  AkkStore *store;
};

G_DEFINE_FINAL_TYPE (AkkVerifyDialog, akk_verify_dialog, ADW_TYPE_DIALOG)

static const char *
heading_of (AkkVerified result)
{
  switch (result) {
  case AKK_VERIFIED_IDENTICAL:
    return _ ("Identical");
  case AKK_VERIFIED_SAME_TEXT:
    return _ ("The same text");
  case AKK_VERIFIED_ALTERED:
    return _ ("Altered");
  case AKK_VERIFIED_CODE:
    return _ ("A code of this dossier");
  case AKK_VERIFIED_CODE_WRONG:
    return _ ("Mistyped");
  case AKK_VERIFIED_UNKNOWN:
  default:
    return _ ("Unknown");
  }
}

static AkkGlyph
glyph_of (AkkVerified result)
{
  switch (result) {
  case AKK_VERIFIED_IDENTICAL:
  case AKK_VERIFIED_SAME_TEXT:
  case AKK_VERIFIED_CODE:
    return AKK_GLYPH_DONE;
  case AKK_VERIFIED_ALTERED:
    return AKK_GLYPH_REFUSED;
  case AKK_VERIFIED_CODE_WRONG:
  case AKK_VERIFIED_UNKNOWN:
  default:
    return AKK_GLYPH_ATTENTION;
  }
}

/* Says the result on the row, and aloud. */
static void
show (AkkVerifyDialog *self, const char *heading, const char *sentence, AkkGlyph glyph)
{
  g_autofree char *both = g_strdup_printf ("%s. %s", heading, sentence);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->result_row), heading);
  adw_action_row_set_subtitle (self->result_row, sentence);
  akk_state_glyph_set_glyph (self->glyph, glyph);
  gtk_widget_set_visible (GTK_WIDGET (self->result_group), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), both,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* `checked`: the name of the file, or the code. */
static void
show_result (AkkVerifyDialog *self,
             const char *checked,
             AkkVerification *verification,
             const GError *error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = g_markup_escape_text (checked, -1);

  adw_preferences_group_set_description (self->result_group, escaped);
  if (verification == NULL) {
    show (self, _ ("Not checked"), error->message, AKK_GLYPH_ATTENTION);
    return;
  }
  sentence = akk_verification_sentence (verification);
  show (self, heading_of (verification->result), sentence, glyph_of (verification->result));
}

/* --- Callbacks --- */

static void
code_given_cb (AkkVerifyDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->code_row));
  g_autoptr (AkkVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  if (*typed == '\0')
    return;
  verification = akk_verify_code (self->store, typed, &error);
  show_result (self, typed, verification, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkVerifyDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (AkkVerification) verification =
      pdf != NULL && self->store != NULL ? akk_verify_pdf (self->store, pdf, &error) : NULL;

  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (self->store == NULL)
    return;
  /* The code that stands there is of something else. */
  gtk_editable_set_text (GTK_EDITABLE (self->code_row), "");
  show_result (self, name, verification, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkVerifyDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    akk_verify_dialog_check_file (self, file);
}

static void
choose_cb (AkkVerifyDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PDF documents"));
  gtk_file_filter_add_suffix (filter, "pdf");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Check a Document"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        chosen_cb, g_object_ref (self));
}

/* --- Virtual functions --- */

static void
akk_verify_dialog_dispose (GObject *object)
{
  AkkVerifyDialog *self = AKK_VERIFY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_VERIFY_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_verify_dialog_parent_class)->dispose (object);
}

static void
akk_verify_dialog_class_init (AkkVerifyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_verify_dialog_dispose;
  g_type_ensure (AKK_TYPE_STATE_GLYPH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/verify-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkVerifyDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, AkkVerifyDialog, result_group);
  gtk_widget_class_bind_template_child (widget_class, AkkVerifyDialog, result_row);
  gtk_widget_class_bind_template_child (widget_class, AkkVerifyDialog, glyph);
  gtk_widget_class_bind_template_callback (widget_class, code_given_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
akk_verify_dialog_init (AkkVerifyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkVerifyDialog *
akk_verify_dialog_new (AkkStore *store)
{
  AkkVerifyDialog *self = g_object_new (AKK_TYPE_VERIFY_DIALOG, NULL);

  self->store = g_object_ref (store);
  return self;
}

void
akk_verify_dialog_check_file (AkkVerifyDialog *self, GFile *file)
{
  g_return_if_fail (AKK_IS_VERIFY_DIALOG (self));

  g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (self));
}
