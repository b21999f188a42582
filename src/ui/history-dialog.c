/* Who changed what, when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/history-dialog.h"

#include <glib/gi18n.h>

#include "core/text.h"

struct _AkkHistoryDialog {
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  GtkStack *stack;
  GtkListView *step_view;
  AdwNavigationPage *change_page;
  GtkLabel *step_label;
  GtkListBox *change_list;

  AkkStore *store;
  GListModel *steps;
};

G_DEFINE_FINAL_TYPE (AkkHistoryDialog, akk_history_dialog, ADW_TYPE_DIALOG)

/* --- Words --- */

static char *
step_title (AkkStep *step)
{
  switch (akk_step_get_kind (step)) {
  case AKK_STEP_UNDO:
    return g_strdup_printf (_ ("Undone: %s"), akk_step_get_label (step));
  case AKK_STEP_REDO:
    return g_strdup_printf (_ ("Done again: %s"), akk_step_get_label (step));
  case AKK_STEP_MERGE:
  case AKK_STEP_DO:
  default:
    return g_strdup (akk_step_get_label (step));
  }
}

/* What a person calls the record: its first field that is a name. */
static const char *
record_name (gpointer record)
{
  const AkkRecordType *type = AKK_RECORD (record)->type;

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == AKK_FIELD_TEXT && type->fields[i].search && !type->fields[i].body)
      return akk_record_get_text (record, &type->fields[i]);
  return "";
}

/* The name of what the step changed, or "" when that is more than one thing. */
static char *
step_place (AkkStore *store, AkkStep *step)
{
  g_autoptr (GPtrArray) changes = akk_store_step_changes (store, akk_step_get_id (step));
  g_autoptr (GObject) record = NULL;
  const AkkCellChange *first;

  if (changes->len == 0)
    return g_strdup ("");
  first = changes->pdata[0];
  for (guint i = 1; i < changes->len; i++) {
    const AkkCellChange *change = changes->pdata[i];

    if (change->type != first->type || change->id != first->id)
      return g_strdup ("");
  }
  record = akk_store_get (store, first->type, first->id);
  return g_strdup (record != NULL ? record_name (record) : "");
}

static char *
step_subtitle (AkkStep *step)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local_usec (akk_step_get_time (step));
  /* Translators: a moment as in "17 November 2025, 14:05"; see strftime (). */
  g_autofree char *when = g_date_time_format (time, _ ("%-d %B %Y, %H:%M"));

  /* Translators: who, when. */
  return g_strdup_printf (_ ("%s · %s"), akk_step_get_author (step), when);
}

/* A value as people read it: text without its marks. */
static char *
readable (const AkkField *field, const char *value)
{
  g_autoptr (AkkText) text = NULL;

  if (value == NULL || field == NULL || !field->body)
    return g_strdup (value != NULL ? value : "");
  text = akk_text_parse (value);
  return g_strstrip (akk_text_plain (text, NULL, NULL));
}

static char *
change_subtitle (const AkkCellChange *change)
{
  g_autofree char *before = readable (change->field, change->before);
  g_autofree char *after = readable (change->field, change->after);

  if (*before != '\0' && *after != '\0')
    return g_strdup_printf (_ ("“%s”\nbecame “%s”"), before, after);
  if (*before != '\0')
    return g_strdup_printf (_ ("“%s” was taken away"), before);
  if (*after != '\0')
    return g_strdup_printf ("“%s”", after);
  return g_strdup ("");
}

/* --- Rows --- */

static GtkWidget *
line_new (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL) {
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, style);
  }
  return label;
}

static void
setup_step_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "akk-step");
  gtk_box_append (GTK_BOX (box), line_new (NULL));
  gtk_box_append (GTK_BOX (box), line_new ("dimmed"));
  gtk_list_item_set_child (item, box);
}

static void
bind_step_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  AkkHistoryDialog *self = data;
  AkkStep *step = gtk_list_item_get_item (item);
  g_autofree char *title_words = step_title (step);
  g_autofree char *place = step_place (self->store, step);
  g_autofree char *words = g_strjoin (*place != '\0' ? " · " : "", title_words, place, NULL);
  g_autofree char *subtitle = step_subtitle (step);

  gtk_label_set_label (GTK_LABEL (title), words);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), subtitle);
  gtk_list_item_set_accessible_label (item, words);
  gtk_list_item_set_accessible_description (item, subtitle);
}

static GtkWidget *
change_row_new (const AkkCellChange *change)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = change_subtitle (change);
  g_autofree char *title = NULL;

  if (change->field != NULL)
    title = g_strdup_printf ("%s: %s", _ (change->type->label), _ (change->field->label));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 title != NULL ? title : _ (change->type->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 8);
  return row;
}

/* --- Callbacks --- */

static void
step_activated_cb (AkkHistoryDialog *self, guint position, GtkListView *view)
{
  g_autoptr (AkkStep) step = g_list_model_get_item (self->steps, position);
  g_autoptr (GPtrArray) changes = akk_store_step_changes (self->store, akk_step_get_id (step));
  g_autofree char *title = step_title (step);
  g_autofree char *subtitle = step_subtitle (step);

  gtk_list_box_remove_all (self->change_list);
  for (guint i = 0; i < changes->len; i++)
    gtk_list_box_append (self->change_list, change_row_new (changes->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->change_list), changes->len > 0);
  adw_navigation_page_set_title (self->change_page, title);
  gtk_label_set_label (self->step_label, subtitle);
  adw_navigation_view_push (self->navigation, self->change_page);
}

static void
steps_changed_cb (AkkHistoryDialog *self)
{
  gboolean empty = g_list_model_get_n_items (self->steps) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "steps");
}

/* --- Virtual functions --- */

static void
akk_history_dialog_dispose (GObject *object)
{
  AkkHistoryDialog *self = AKK_HISTORY_DIALOG (object);

  g_clear_object (&self->steps);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_history_dialog_parent_class)->dispose (object);
}

static void
akk_history_dialog_class_init (AkkHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_history_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkHistoryDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, AkkHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkHistoryDialog, step_view);
  gtk_widget_class_bind_template_child (widget_class, AkkHistoryDialog, change_page);
  gtk_widget_class_bind_template_child (widget_class, AkkHistoryDialog, step_label);
  gtk_widget_class_bind_template_child (widget_class, AkkHistoryDialog, change_list);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
}

static void
akk_history_dialog_init (AkkHistoryDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_step_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_step_cb), self);
  gtk_list_view_set_factory (self->step_view, factory);
}

AkkHistoryDialog *
akk_history_dialog_new (AkkStore *store)
{
  AkkHistoryDialog *self = g_object_new (AKK_TYPE_HISTORY_DIALOG, NULL);

  g_autoptr (GtkNoSelection) selection = NULL;

  self->store = g_object_ref (store);
  self->steps = akk_store_history (store);
  selection = gtk_no_selection_new (g_object_ref (self->steps));
  gtk_list_view_set_model (self->step_view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->steps, "items-changed", G_CALLBACK (steps_changed_cb), self,
                           G_CONNECT_SWAPPED);
  steps_changed_cb (self);
  return self;
}
