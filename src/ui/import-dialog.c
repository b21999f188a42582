/* What a table of actions would do to the dossier, before it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import-dialog.h"

#include <glib/gi18n.h>

#include "core/store-snapshot.h"
#include "ui/import-list.h"
#include "ui/import-writing.h"

struct _AkkImportDialog {
  AdwDialog parent_instance;

  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkLabel *summary;
  GtkButton *take_button;
  GtkListView *list;
  AkkImportWriting writing;

  AkkStore *store;
  AkkActionImport *import; /* NULL until the table is compared */
  guint n_written; /* rows of it */
};

/* What is compared on a thread of its own. */
typedef struct {
  AkkImportDialog *dialog; /* weak: it may be closed meanwhile */
  AkkStore *store; /* until it is done; the last reference never goes on the thread */
  gint64 agreement_id, plan_id;
  char *language;
  GPtrArray *table;
} Comparison;

G_DEFINE_FINAL_TYPE (AkkImportDialog, akk_import_dialog, ADW_TYPE_DIALOG)

/* --- Rows --- */

static AkkImportState
state_of (gconstpointer row)
{
  return ((const AkkImportRow *) row)->state;
}

static char *
row_details (const AkkImportRow *row)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (row->state == AKK_IMPORT_WRONG)
    return g_strdup (row->problem);
  if (row->state == AKK_IMPORT_NEW)
    return g_strdup (_ ("New"));
  for (guint i = 0; i < row->changes->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", (char *) row->changes->pdata[i]);
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  akk_import_line_setup (item);
}

static void
bind_cb (AkkImportDialog *self, GtkListItem *item)
{
  const AkkImportRow *row = self->import->rows->pdata[akk_import_line_index (item)];
  g_autofree char *details = row_details (row);
  const char *name = row->action != NULL ? row->action->title : "";
  g_autofree char *words = g_strdup_printf (_ ("Row %u: %s"), row->line, name);

  akk_import_line_bind (item, row->state, *name != '\0' ? words : _ ("A row without a title"),
                        details);
}

static void
fill (AkkImportDialog *self)
{
  g_autoptr (GtkSelectionModel) model = akk_import_list_model (self->import->rows, state_of, NULL);

  gtk_list_view_set_model (self->list, model);
}

static void
say_summary (AkkImportDialog *self)
{
  const guint *n = self->import->n;
  guint taken = n[AKK_IMPORT_NEW] + n[AKK_IMPORT_CHANGED];
  g_autofree char *label = g_strdup_printf (_ ("_Read In %u"), taken);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, _ ("%u new, %u changed, %u the same."), n[AKK_IMPORT_NEW],
                          n[AKK_IMPORT_CHANGED], n[AKK_IMPORT_SAME]);
  if (n[AKK_IMPORT_WRONG] > 0) {
    g_string_append_c (words, ' ');
    g_string_append_printf (
        words,
        g_dngettext (NULL,
                     "%u row is wrong and is left out: mend it in the table and "
                     "read it in again.",
                     "%u rows are wrong and are left out: mend them in the table "
                     "and read them in again.",
                     n[AKK_IMPORT_WRONG]),
        n[AKK_IMPORT_WRONG]);
  }
  akk_import_say_ignored (words, " ", self->import->ignored);
  gtk_label_set_label (self->summary, words->str);
  gtk_button_set_label (self->take_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_button), taken > 0);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words->str,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- Comparing --- */

static void
comparison_free (gpointer data)
{
  Comparison *self = data;

  g_free (self->language);
  g_ptr_array_unref (self->table);
  g_free (self);
}

static AkkActionImport *
compare (Comparison *self, GError **error)
{
  g_autoptr (AkkStore) copy = akk_store_snapshot (self->store, NULL, error);
  g_autoptr (AkkPhrases) phrases = copy != NULL ? akk_phrases_new (self->language, error) : NULL;
  g_autoptr (AkkPlan) plan = NULL;

  if (phrases == NULL)
    return NULL;
  plan = akk_store_get (copy, &akk_plan_record, self->plan_id);
  return akk_action_import_new (copy, self->agreement_id, plan, self->table, phrases, error);
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  AkkActionImport *import = compare (data, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) akk_action_import_free);
  else
    g_task_return_error (task, error);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Comparison *comparison = g_task_get_task_data (G_TASK (result));
  AkkImportDialog *self = comparison->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkActionImport) import = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_object (&comparison->store);
  g_clear_weak_pointer (&comparison->dialog);
  if (self == NULL || self->store == NULL)
    return;
  if (import == NULL) {
    adw_status_page_set_description (self->failed_page, error->message);
    gtk_widget_set_visible (GTK_WIDGET (self->take_button), FALSE);
    gtk_stack_set_visible_child_name (self->stack, "failed");
    gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    return;
  }
  self->import = g_steal_pointer (&import);
  fill (self);
  say_summary (self);
  gtk_stack_set_visible_child_name (self->stack, "rows");
  gtk_widget_grab_focus (GTK_WIDGET (self->take_button));
}

/* --- Callbacks --- */

static void
cancel_clicked_cb (AkkImportDialog *self)
{
  akk_import_writing_cancel (&self->writing);
}

static gboolean
write_cb (AkkStore *store, gpointer data)
{
  AkkImportDialog *self = data;

  return akk_action_import_apply_some (self->import, store, &self->n_written);
}

static void
take_clicked_cb (AkkImportDialog *self)
{
  self->n_written = 0;
  akk_import_writing_start (
      &self->writing, akk_long_action_new (self->store, N_ ("Read in actions"), write_cb, self));
}

/* --- Object --- */

static void
akk_import_dialog_dispose (GObject *object)
{
  AkkImportDialog *self = AKK_IMPORT_DIALOG (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->import, akk_action_import_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_import_dialog_parent_class)->dispose (object);
}

static void
akk_import_dialog_close_attempt (AdwDialog *dialog)
{
  cancel_clicked_cb (AKK_IMPORT_DIALOG (dialog));
}

static void
akk_import_dialog_class_init (AkkImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = akk_import_dialog_close_attempt;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkImportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, AkkImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, AkkImportDialog, take_button);
  gtk_widget_class_bind_template_child (widget_class, AkkImportDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_clicked_cb);
}

static void
akk_import_dialog_init (AkkImportDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->writing = (AkkImportWriting) { .dialog = ADW_DIALOG (self),
                                       .stack = self->stack,
                                       .take_button = self->take_button,
                                       .rows = "rows",
                                       .failure = _ ("The actions were not read in") };
  akk_import_writing_init (&self->writing, _ ("Reading the actions in…"));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
}

AkkImportDialog *
akk_import_dialog_new (AkkStore *store, AkkAgreement *agreement, AkkPlan *plan, GPtrArray *table)
{
  AkkImportDialog *self = g_object_new (AKK_TYPE_IMPORT_DIALOG, NULL);
  Comparison *comparison = g_new0 (Comparison, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, compared_cb, NULL);

  self->store = g_object_ref (store);
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->take_button));
  comparison->store = g_object_ref (store);
  comparison->agreement_id = agreement->record.id;
  comparison->plan_id = plan != NULL ? plan->record.id : 0;
  comparison->language = g_strdup (akk_agreement_language (agreement));
  comparison->table = g_ptr_array_ref (table);
  g_set_weak_pointer (&comparison->dialog, self);
  g_task_set_task_data (task, comparison, comparison_free);
  g_task_run_in_thread (task, compare_thread);
  return self;
}
