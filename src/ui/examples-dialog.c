/* The dialog that inserts an example action.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/example-actions.h"
#include "core/text.h"
#include "ui/action-dialog.h"
#include "ui/action-plan-dialogs.h"
#include "ui/first-focus.h"

struct _AkkExamplesDialog {
  AdwDialog parent_instance;

  GtkSearchEntry *search_entry;
  AdwPreferencesGroup *group, *nothing_group;

  AkkStore *store;
  AkkAgreement *agreement;
  AkkPlan *plan; /* NULL: none */
  GPtrArray *examples; /* AkkExampleAction */
  GPtrArray *rows; /* borrowed, one for each */
};

enum { INSERTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkExamplesDialog, akk_examples_dialog, ADW_TYPE_DIALOG)

/* --- Inserting --- */

/* Its own dialog lies over what this one lay over. */
static void
open_action (AkkExamplesDialog *self, AkkAction *action)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwDialog *dialog = akk_action_dialog_new (self->store, self->agreement, action, NULL);

  g_signal_emit (self, signals[INSERTED], 0, action);
  adw_dialog_force_close (ADW_DIALOG (self));
  adw_dialog_present (dialog, root != NULL ? GTK_WIDGET (root) : parent);
}

static void
insert (AkkExamplesDialog *self, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkAction) action = NULL;

  akk_store_begin (self->store, N_ ("Insert example action"));
  action = akk_example_action_insert (self->examples->pdata[index], self->store, self->agreement,
                                      self->plan);
  if (!akk_store_commit (self->store, &error)) {
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
    return;
  }
  open_action (self, action);
}

/* --- Rows --- */

static char *
plain_words (const char *description)
{
  g_autoptr (AkkText) text = akk_text_parse (description);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < text->n_lines; i++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", text->lines[i]->text);
  return g_string_free_and_steal (words);
}

static void
insert_cb (AkkExamplesDialog *self, GtkWidget *row)
{
  guint index;

  if (g_ptr_array_find (self->rows, gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW), &index))
    insert (self, index);
}

static GtkWidget *
fact_row_new (const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_add_css_class (row, "property");
  return row;
}

static GtkWidget *
row_new (AkkExamplesDialog *self, const AkkExampleAction *example)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  GtkWidget *button = adw_button_row_new ();
  g_autofree char *description = plain_words (example->description);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), example->title);
  adw_expander_row_set_subtitle (row, example->domains);
  adw_expander_row_add_row (row, fact_row_new (_ ("Description"), description));
  adw_expander_row_add_row (row, fact_row_new (_ ("Target groups"), example->target_groups));
  for (guint i = 0; i < example->roles->len; i++) {
    const AkkExampleRole *role = example->roles->pdata[i];
    g_autofree char *title = g_strdup_printf ("%s (%s)", role->partner, role->role);

    adw_expander_row_add_row (row, fact_row_new (title, role->contribution));
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _ ("Insert This Action"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (button), "list-add-symbolic");
  g_signal_connect_object (button, "activated", G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (row, button);
  return GTK_WIDGET (row);
}

/* --- Callbacks --- */

static gboolean
is_found (const AkkExampleAction *example, GStrv words)
{
  g_autofree char *all = g_strjoin (" ", example->title, example->description, example->domains,
                                    example->target_groups, example->policies, NULL);
  g_autofree char *folded = g_utf8_casefold (all, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
search_cb (AkkExamplesDialog *self)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (
      gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), NULL, NULL);
  guint n_found = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    gboolean found = is_found (self->examples->pdata[i], words);

    gtk_widget_set_visible (self->rows->pdata[i], found);
    n_found += found;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->group), n_found > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_group), n_found == 0);
}

/* Enter in the search goes to what was found. */
static void
first_cb (AkkExamplesDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (self->rows->pdata[i])) {
      adw_expander_row_set_expanded (self->rows->pdata[i], TRUE);
      gtk_widget_child_focus (self->rows->pdata[i], GTK_DIR_TAB_FORWARD);
      return;
    }
}

/* Escape ends a search, and without one the dialog. */
static void
stop_cb (AkkExamplesDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* --- Virtual functions --- */

static void
akk_examples_dialog_dispose (GObject *object)
{
  AkkExamplesDialog *self = AKK_EXAMPLES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_EXAMPLES_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->examples, g_ptr_array_unref);
  g_clear_object (&self->plan);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_examples_dialog_parent_class)->dispose (object);
}

static void
akk_examples_dialog_class_init (AkkExamplesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_examples_dialog_dispose;
  signals[INSERTED] = g_signal_new ("inserted", AKK_TYPE_EXAMPLES_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, AKK_TYPE_RECORD);
  akk_dialog_class_focus_at_once (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/examples-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkExamplesDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AkkExamplesDialog, group);
  gtk_widget_class_bind_template_child (widget_class, AkkExamplesDialog, nothing_group);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
akk_examples_dialog_init (AkkExamplesDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
akk_examples_dialog_new (AkkStore *store, AkkAgreement *agreement, AkkPlan *plan)
{
  AkkExamplesDialog *self = g_object_new (AKK_TYPE_EXAMPLES_DIALOG, NULL);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->plan = plan != NULL ? g_object_ref (plan) : NULL;
  self->examples = akk_example_actions_new (akk_agreement_language (agreement), &error);
  if (self->examples == NULL) {
    self->examples = g_ptr_array_new ();
    adw_preferences_group_set_description (self->group, error->message);
  }
  for (guint i = 0; i < self->examples->len; i++) {
    g_ptr_array_add (self->rows, row_new (self, self->examples->pdata[i]));
    adw_preferences_group_add (self->group, self->rows->pdata[i]);
  }
  return ADW_DIALOG (self);
}
