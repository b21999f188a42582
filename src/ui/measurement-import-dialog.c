/* Figures from a table, pasted or from a file: what they would do, before it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/measurement-import-dialog.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/tabular.h"
#include "ui/date-row.h"
#include "ui/day.h"
#include "ui/import-list.h"
#include "ui/measurement-import-private.h"
#include "ui/measurement-import-start.h"
#include "ui/record-dialog.h"

G_DEFINE_FINAL_TYPE (AkkMeasurementImportDialog, akk_measurement_import_dialog, ADW_TYPE_DIALOG)

/* --- The block --- */

static gint64
chosen (GtkWidget *row, GPtrArray *ids)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  return selected == 0 || selected > ids->len ? 0 : *(gint64 *) ids->pdata[selected - 1];
}

static AkkMeasureBlock
block_of (AkkMeasurementImportDialog *self)
{
  gint64 until;
  AkkMeasureBlock block = {
    .sign = AKK_DECIMAL_AUTO,
    .year = akk_measure_year (gtk_editable_get_text (GTK_EDITABLE (self->year_row)), &until),
    .indicator_id = chosen (self->indicator_row, self->indicators),
    .party_id = chosen (self->block->party_row, self->parties),
    .provisional = adw_switch_row_get_active (ADW_SWITCH_ROW (self->block->provisional_row)),
    .source = gtk_editable_get_text (GTK_EDITABLE (self->block->source_row)),
    .received_on = akk_date_row_get_date (AKK_DATE_ROW (self->block->received_row)),
  };

  if (self->signed_)
    block.sign = adw_combo_row_get_selected (ADW_COMBO_ROW (self->sign_row)) == 0
                     ? AKK_DECIMAL_COMMA
                     : AKK_DECIMAL_POINT;
  else if (self->spreadsheet)
    block.sign = AKK_DECIMAL_POINT;
  return block;
}

static void
say_block (AkkMeasurementImportDialog *self)
{
  const AkkMeasureBlock block = block_of (self);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append (words, *block.source != '\0' ? block.source : _ ("As with the indicator"));
  if (block.received_on != AKK_NO_DATE) {
    g_autofree char *day = akk_day_long (block.received_on);

    g_string_append (words, " · ");
    /* Translators: %s is a day. */
    g_string_append_printf (words, _ ("received %s"), day);
  }
  if (block.provisional)
    g_string_append_printf (words, " · %s", _ ("provisional"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->block_row), words->str);
}

static void
add_choice (GtkStringList *names, GPtrArray *ids, const char *name, gint64 id)
{
  gtk_string_list_append (names, name);
  g_ptr_array_add (ids, g_memdup2 (&id, sizeof id));
}

/* Filled once: what can be chosen does not depend on the table. */
static void
fill_choices (AkkMeasurementImportDialog *self)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (self->agreement), NULL);
  g_autoptr (GtkStringList) indicators = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) parties = gtk_string_list_new (NULL);
  g_autoptr (AkkMeasurementNames) names = NULL;
  GPtrArray *known;

  gtk_string_list_append (indicators, _ ("Not chosen"));
  gtk_string_list_append (parties, _ ("The whole region"));
  if (phrases == NULL)
    return;
  names = akk_measurement_names_new (self->store, self->agreement->record.id, phrases);
  known = akk_measurement_names_indicators (names);
  for (guint i = 0; i < known->len; i++) {
    const AkkIndicator *indicator = known->pdata[i];

    add_choice (indicators, self->indicators, indicator->name, indicator->record.id);
  }
  known = akk_measurement_names_parties (names);
  for (guint i = 0; i < known->len; i++) {
    const AkkMeasuredParty *party = known->pdata[i];

    add_choice (parties, self->parties, party->name, party->id);
  }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->indicator_row), G_LIST_MODEL (indicators));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->block->party_row), G_LIST_MODEL (parties));
}

/* --- What was read --- */

static void
say_summary (AkkMeasurementImportDialog *self)
{
  const guint *n = self->import->n;
  guint taken = n[AKK_IMPORT_NEW] + n[AKK_IMPORT_CHANGED];
  g_autofree char *label = g_strdup_printf (_ ("_Take Over %u"), taken);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, _ ("%u new, %u changed, %u the same."), n[AKK_IMPORT_NEW],
                          n[AKK_IMPORT_CHANGED], n[AKK_IMPORT_SAME]);
  if (n[AKK_IMPORT_WRONG] > 0) {
    g_string_append_c (words, ' ');
    g_string_append_printf (words,
                            g_dngettext (NULL, "%u is wrong: mend it here, or it is left out.",
                                         "%u are wrong: mend them here, or they are left out.",
                                         n[AKK_IMPORT_WRONG]),
                            n[AKK_IMPORT_WRONG]);
  }
  if (self->import->doubtful) {
    g_string_append_c (words, '\n');
    g_string_append_printf (words,
                            _ ("“%s” can be read in two ways, and the table does not show which: "
                               "choose the decimal sign."),
                            self->import->open_cell);
  }
  akk_import_say_ignored (words, "\n", self->import->ignored);
  gtk_label_set_label (self->summary, words->str);
  gtk_button_set_label (self->take_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_button), taken > 0);
}

/* What the table did not say once can be changed as long as the dialog is there. */
static void
show_questions (AkkMeasurementImportDialog *self)
{
  self->filling = TRUE;
  if (self->import->lacks_year)
    gtk_widget_set_visible (self->year_row, TRUE);
  if (self->import->lacks_indicator)
    gtk_widget_set_visible (self->indicator_row, TRUE);
  if (self->import->doubtful)
    gtk_widget_set_visible (self->sign_row, TRUE);
  if (!self->signed_)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->sign_row),
                                self->import->sign == AKK_DECIMAL_POINT ? 1 : 0);
  self->filling = FALSE;
}

/* Takes `import` over. */
static void
show_import (AkkMeasurementImportDialog *self, AkkMeasurementImport *import)
{
  gboolean first = self->import == NULL;

  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->import, akk_measurement_import_free);
  self->import = import;
  show_questions (self);
  say_block (self);
  say_summary (self);
  gtk_stack_set_visible_child_name (self->stack, "figures");
  gtk_widget_set_visible (GTK_WIDGET (self->take_button), TRUE);
  akk_measurement_import_list_fill (self);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self->take_button));
}

gboolean
akk_measurement_import_dialog_is_closed (AkkMeasurementImportDialog *self)
{
  return self->store == NULL || g_cancellable_is_cancelled (self->cancellable);
}

void
akk_measurement_import_dialog_show_failure (AkkMeasurementImportDialog *self, const GError *error)
{
  gtk_stack_set_visible_child_name (self->stack, self->import != NULL ? "figures" : "start");
  akk_show_error (GTK_WIDGET (self), _ ("The table was not read"), error);
}

/* For the thread, or until all is written. */
static gboolean
is_waiting (AkkMeasurementImportDialog *self)
{
  return self->reading || akk_writing_page_is_busy (self->writing.page);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkMeasurementImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  AkkMeasurementImport *import = akk_measure_table_read_finish (&self->table, result, &error);

  self->reading = FALSE;
  if (akk_measurement_import_dialog_is_closed (self))
    g_clear_pointer (&import, akk_measurement_import_free);
  else if (import != NULL)
    show_import (self, import);
  else
    akk_measurement_import_dialog_show_failure (self, error);
}

static void
read_table (AkkMeasurementImportDialog *self)
{
  const AkkMeasureBlock block = block_of (self);
  g_autoptr (GError) error = NULL;
  AkkMeasurementImport *import;

  if (is_waiting (self) || (self->table.table == NULL && self->table.bytes == NULL))
    return;
  if (akk_measure_table_is_large (&self->table)) {
    self->reading = TRUE;
    gtk_widget_set_sensitive (GTK_WIDGET (self->take_button), FALSE);
    gtk_stack_set_visible_child_name (self->stack, "busy");
    akk_measure_table_read_async (&self->table, self->store, self->agreement, &block,
                                  self->cancellable, NULL, read_cb, g_object_ref (self));
    return;
  }
  import = akk_measure_table_read (&self->table, self->store, self->agreement, &block, &error);
  if (import != NULL)
    show_import (self, import);
  else
    akk_measurement_import_dialog_show_failure (self, error);
}

/* --- For its other files --- */

void
akk_measurement_import_dialog_mend (AkkMeasurementImportDialog *self,
                                    const AkkMeasureItem *item,
                                    const char *text,
                                    guint place)
{
  akk_measurement_import_mend (item, self->table.table, text);
  self->mended = place;
  read_table (self);
}

/* --- Callbacks --- */

static void
cancel_cb (AkkMeasurementImportDialog *self)
{
  akk_import_writing_cancel (&self->writing);
}

static gboolean
write_cb (AkkStore *store, gpointer data)
{
  AkkMeasurementImportDialog *self = data;

  return akk_measurement_import_write_some (self->import, store, &self->n_written);
}

static void
take_cb (AkkMeasurementImportDialog *self)
{
  if (is_waiting (self) || self->import == NULL)
    return;
  self->n_written = 0;
  akk_import_writing_start (
      &self->writing, akk_long_action_new (self->store, N_ ("Get figures in"), write_cb, self));
}

/* Back from the block: what it says now. */
static void
popped_cb (AkkMeasurementImportDialog *self)
{
  read_table (self);
}

static void
indicator_cb (AkkMeasurementImportDialog *self)
{
  if (!self->filling && self->import != NULL)
    read_table (self);
}

static void
sign_cb (AkkMeasurementImportDialog *self)
{
  if (self->filling || self->import == NULL)
    return;
  self->signed_ = TRUE;
  read_table (self);
}

static void
year_cb (AkkMeasurementImportDialog *self)
{
  gint64 until;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->year_row));

  if (!self->filling && self->import != NULL &&
      (*text == '\0' || akk_measure_year (text, &until) != 0))
    read_table (self);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_measurement_import_dialog_paste (AKK_MEASUREMENT_IMPORT_DIALOG (widget));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_measurement_import_dialog_open (AKK_MEASUREMENT_IMPORT_DIALOG (widget));
}

static void
block_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeasurementImportDialog *self = AKK_MEASUREMENT_IMPORT_DIALOG (widget);

  adw_navigation_view_push_by_tag (self->navigation, "block");
}

/* --- Object --- */

static void
akk_measurement_import_dialog_dispose (GObject *object)
{
  AkkMeasurementImportDialog *self = AKK_MEASUREMENT_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->focus);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_MEASUREMENT_IMPORT_DIALOG);
  g_clear_pointer (&self->import, akk_measurement_import_free);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->agreement);
  akk_measure_table_clear (&self->table);
  G_OBJECT_CLASS (akk_measurement_import_dialog_parent_class)->dispose (object);
}

static void
akk_measurement_import_dialog_finalize (GObject *object)
{
  g_clear_object (&AKK_MEASUREMENT_IMPORT_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (akk_measurement_import_dialog_parent_class)->finalize (object);
}

/* Whoever still waits for a file or the clipboard finds it closed. */
static void
akk_measurement_import_dialog_closed (AdwDialog *dialog)
{
  AkkMeasurementImportDialog *self = AKK_MEASUREMENT_IMPORT_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
}

static void
akk_measurement_import_dialog_close_attempt (AdwDialog *dialog)
{
  cancel_cb (AKK_MEASUREMENT_IMPORT_DIALOG (dialog));
}

static void
akk_measurement_import_dialog_class_init (AkkMeasurementImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_measurement_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = akk_measurement_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = akk_measurement_import_dialog_closed;
  ADW_DIALOG_CLASS (klass)->close_attempt = akk_measurement_import_dialog_close_attempt;
  g_type_ensure (AKK_TYPE_MEASUREMENT_BLOCK_PAGE);
  g_type_ensure (AKK_TYPE_MEASUREMENT_IMPORT_START);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/be/akkoord/Akkoord/ui/measurement-import-dialog.ui");
#define BIND(child)                                                                                \
  gtk_widget_class_bind_template_child (widget_class, AkkMeasurementImportDialog, child)
  BIND (navigation);
  BIND (stack);
  BIND (take_button);
  BIND (summary);
  BIND (list);
  BIND (block_row);
  BIND (year_row);
  BIND (indicator_row);
  BIND (sign_row);
  BIND (block);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, indicator_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
  gtk_widget_class_install_action (widget_class, "figures.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "figures.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "figures.block", NULL, block_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "figures.paste",
                                       NULL);
}

static void
akk_measurement_import_dialog_init (AkkMeasurementImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->indicators = g_ptr_array_new_with_free_func (g_free);
  self->parties = g_ptr_array_new_with_free_func (g_free);
  self->mended = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->block_row), TRUE);
  self->writing = (AkkImportWriting) { .dialog = ADW_DIALOG (self),
                                       .stack = self->stack,
                                       .take_button = self->take_button,
                                       .rows = "figures",
                                       .failure = _ ("The figures were not taken over") };
  akk_import_writing_init (&self->writing, _ ("Taking the figures over…"));
  akk_measurement_import_list_init (self, self->list);
}

/* --- Public --- */

AdwDialog *
akk_measurement_import_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  AkkMeasurementImportDialog *self = g_object_new (AKK_TYPE_MEASUREMENT_IMPORT_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  fill_choices (self);
  akk_date_row_set_date (AKK_DATE_ROW (self->block->received_row), akk_store_today (store));
  return ADW_DIALOG (self);
}

void
akk_measurement_import_dialog_read (AkkMeasurementImportDialog *self, GBytes *bytes)
{
  if (is_waiting (self))
    return;
  akk_measure_table_clear (&self->table);
  self->table.bytes = g_bytes_ref (bytes);
  self->spreadsheet = akk_tabular_is_ods (bytes);
  self->signed_ = FALSE;
  read_table (self);
}
