/* The page Evaluatie: the conclusions, and what becomes of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "core/evaluation-next.h"
#include "ui/evaluation-carry-dialog.h"
#include "ui/evaluation-conclusion-row.h"
#include "ui/state-glyph.h"

static const char carry_key[] = "akk-carry";

/* --- What a row says --- */

static void
describe (AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  const AkkConclusion *it = record;
  g_autoptr (AkkPriority) priority = akk_store_get (store, &akk_priority_record, it->priority_id);
  g_autoptr (AkkAction) action = akk_store_get (store, &akk_action_record, it->action_id);
  GString *words = g_string_new (_ (akk_conclusion_kinds[it->kind].label));

  if (priority != NULL)
    g_string_append_printf (words, " · %s", priority->title);
  if (action != NULL && !action->record.deleted) {
    /* Translators: the number of an action. */
    g_autofree char *became = g_strdup_printf (_ ("became action %s"), action->number);

    g_string_append_printf (words, " · %s", became);
  }
  *title = g_strdup (it->text);
  *subtitle = g_string_free_and_steal (words);
}

static GtkWidget *
row_new (gpointer data, AkkRecord *record)
{
  AkkEvaluationPage *self = data;

  return akk_evaluation_conclusion_row_new (self->store, (AkkConclusion *) record,
                                            self->agreement->record.id);
}

static void
update_row (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  akk_evaluation_conclusion_row_update (AKK_EVALUATION_CONCLUSION_ROW (row));
}

/* --- Edits --- */

static void
add_cb (AkkEvaluationPage *self, AdwEntryRow *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *position = NULL;
  g_autoptr (AkkConclusion) conclusion = akk_record_new (&akk_conclusion_record);

  if (*text == '\0' || self->conclusions == NULL)
    return;
  position = akk_record_list_next_position (self->conclusions);
  g_object_set (conclusion, "evaluation-id", self->evaluation->record.id, "position", position,
                "text", text, NULL);
  akk_store_begin (self->store, N_ ("Add conclusion"));
  akk_store_add (self->store, conclusion);
  self->own_words = TRUE;
  if (akk_evaluation_page_commit (self))
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
delete_cb (AkkEvaluationPage *self, AkkRecord *record)
{
  akk_store_begin (self->store, N_ ("Delete conclusion"));
  akk_store_delete (self->store, record);
  self->own_words = TRUE;
  if (akk_evaluation_page_commit (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s",
                                _ ("The conclusion has been deleted."));
}

static void
activated_cb (AkkEvaluationPage *self, AkkRecord *record)
{
  GtkWidget *row =
      akk_record_rows_find (akk_record_list_get_list_box (self->conclusions), record->id);

  if (row != NULL && ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

/* --- Carrying them out --- */

static void
carry_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);

  if (self->evaluation == NULL)
    return;
  akk_evaluation_page_end_burst (self);
  adw_dialog_present (akk_evaluation_carry_dialog_new (self->store, self->evaluation), widget);
}

static void
show_carry (AkkEvaluationPage *self)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (self->conclusions_box), carry_key);
  g_autoptr (GPtrArray) open = akk_conclusions_open (self->store, self->evaluation->agreement_id,
                                                     (int) self->evaluation->year);
  g_autoptr (AkkPlan) plan = akk_evaluation_next_plan (self->store, self->evaluation);
  g_autofree char *years = akk_plan_years (plan);
  /* Translators: the years of an action plan. */
  g_autofree char *label = g_strdup_printf (_ ("Put in the Action _Plan of %s…"), years);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_visible (button, open->len > 0);
}

static void
add_carry (AkkEvaluationPage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic ("");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "evaluation.carry-out");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (self->conclusions_box, button);
  g_object_set_data (G_OBJECT (self->conclusions_box), carry_key, button);
}

/* --- The list --- */

static void
make_list (AkkEvaluationPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = g_object_new (AKK_TYPE_RECORD_LIST, NULL);

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("What is to be done otherwise, and what is asked of those who adopt the report"));
  self->conclusions = AKK_RECORD_LIST (list);
  akk_record_list_set_rows (self->conclusions, row_new, update_row, self);
  akk_record_list_set_records (self->conclusions, self->store, &akk_conclusion_record,
                               "evaluation_id", self->evaluation->record.id, describe,
                               _ ("No conclusions yet"));
  g_signal_connect_object (list, "delete-wanted", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (self->conclusions_box, group);

  group = adw_preferences_group_new ();
  if (!akk_evaluation_page_locked (self)) {
    GtkWidget *entry = adw_entry_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("New conclusion"));
    adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
    g_signal_connect_object (entry, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (entry, "entry-activated", G_CALLBACK (add_cb), self,
                             G_CONNECT_SWAPPED);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  }
  gtk_box_append (self->conclusions_box, group);
  add_carry (self);
}

/* What is adopted is read. */
static void
make_locked_list (AkkEvaluationPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GPtrArray) all = akk_conclusions (self->store, self->evaluation->record.id);

  for (guint i = 0; i < all->len; i++) {
    const AkkConclusion *it = all->pdata[i];
    GtkWidget *row = adw_action_row_new ();
    g_autofree char *title = NULL, *subtitle = NULL;

    describe (self->store, it, i + 1, &title, &subtitle);
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               akk_state_glyph_new (akk_conclusion_glyph (it)));
    if (it->action_id != 0) {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", it->action_id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "view.show-action");
    }
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  }
  gtk_box_append (self->conclusions_box, group);
  add_carry (self);
}

static void
clear (AkkEvaluationPage *self)
{
  GtkWidget *child;

  self->conclusions = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->conclusions_box))) != NULL)
    gtk_box_remove (self->conclusions_box, child);
  gtk_widget_set_visible (GTK_WIDGET (self->conclusions_box), FALSE);
}

void
akk_evaluation_page_show_conclusions (AkkEvaluationPage *self)
{
  gboolean shown = self->part != NULL && self->part->kind == AKK_PART_CONCLUSIONS;
  gint64 id = shown ? self->evaluation->record.id : 0;
  gint64 *shown_id = g_object_get_data (G_OBJECT (self->conclusions_box), "akk-evaluation");
  gboolean locked = akk_evaluation_page_locked (self);

  if (!shown || locked || self->conclusions == NULL || shown_id == NULL || *shown_id != id)
    clear (self);
  if (!shown)
    return;
  if (locked)
    make_locked_list (self);
  else if (self->conclusions == NULL)
    make_list (self);
  g_object_set_data_full (G_OBJECT (self->conclusions_box), "akk-evaluation",
                          g_memdup2 (&id, sizeof id), g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->conclusions_box), TRUE);
  show_carry (self);
}

void
akk_evaluation_page_install_conclusions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "evaluation.carry-out", NULL, carry_out_action);
}
