/* The row of a conclusion.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-conclusion-row.h"

#include <glib/gi18n.h>

#include "core/priority.h"
#include "ui/record-dialog.h"
#include "ui/reference-row.h"

struct _AkkEvaluationConclusionRow {
  AdwExpanderRow parent_instance;

  AkkStateGlyph *glyph;
  GtkTextView *text_view;
  AdwComboRow *kind_row;
  AkkReferenceRow *priority_row;
  GtkWidget *action_button;

  AkkStore *store;
  AkkConclusion *conclusion;
  char *shown; /* the words as they were last read or written */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AkkEvaluationConclusionRow,
                     akk_evaluation_conclusion_row,
                     ADW_TYPE_EXPANDER_ROW)

AkkGlyph
akk_conclusion_glyph (const AkkConclusion *conclusion)
{
  return conclusion->action_id != 0                      ? AKK_GLYPH_MOVED_ON
         : conclusion->kind == AKK_CONCLUSION_ADJUSTMENT ? AKK_GLYPH_OPEN
                                                         : AKK_GLYPH_PROPOSED;
}

/* --- Writing --- */

static void
commit (AkkEvaluationConclusionRow *self)
{
  g_autoptr (GError) error = NULL;

  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
}

static char *
text_of (AkkEvaluationConclusionRow *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->text_view), "text", &text, NULL);
  return g_strstrip (text);
}

/* Words that are all taken away are not: a conclusion is deleted by its menu. */
static void
write_text (AkkEvaluationConclusionRow *self)
{
  g_autofree char *text = text_of (self);

  if (self->filling || *text == '\0' || self->conclusion->record.deleted ||
      g_str_equal (text, self->conclusion->text))
    return;
  akk_store_begin (self->store, N_ ("Change conclusion"));
  akk_store_set_text (self->store, self->conclusion, "text", text);
  commit (self);
}

static void
kind_chosen_cb (AkkEvaluationConclusionRow *self)
{
  guint kind = adw_combo_row_get_selected (self->kind_row);

  if (self->filling || kind == GTK_INVALID_LIST_POSITION || kind == self->conclusion->kind)
    return;
  akk_store_begin (self->store, N_ ("Change conclusion"));
  akk_store_set_int (self->store, self->conclusion, "kind", akk_conclusion_kinds[kind].value);
  commit (self);
}

static void
priority_chosen_cb (AkkEvaluationConclusionRow *self)
{
  akk_store_begin (self->store, N_ ("Change conclusion"));
  akk_store_set_int (self->store, self->conclusion, "priority_id",
                     akk_reference_row_get_reference (self->priority_row));
  commit (self);
}

static gboolean
key_cb (AkkEvaluationConclusionRow *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) != 0)
    return FALSE;
  write_text (self);
  return TRUE;
}

/* --- Making it --- */

static GtkWidget *
text_row_new (AkkEvaluationConclusionRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Conclusion"));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->text_view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text_view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text_view, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Conclusion"), -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (box, "akk-lines");
  gtk_widget_add_css_class (GTK_WIDGET (self->text_view), "akk-conclusion-text");
  g_signal_connect_object (focus, "leave", G_CALLBACK (write_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), focus);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), key);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text_view));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
kind_row_new (AkkEvaluationConclusionRow *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; akk_conclusion_kinds[i].code != NULL; i++)
    gtk_string_list_append (kinds, _ (akk_conclusion_kinds[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Kind"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (kinds));
  self->kind_row = ADW_COMBO_ROW (row);
  return row;
}

/* --- Virtual functions --- */

static void
akk_evaluation_conclusion_row_unmap (GtkWidget *widget)
{
  write_text (AKK_EVALUATION_CONCLUSION_ROW (widget));
  GTK_WIDGET_CLASS (akk_evaluation_conclusion_row_parent_class)->unmap (widget);
}

static void
akk_evaluation_conclusion_row_dispose (GObject *object)
{
  AkkEvaluationConclusionRow *self = AKK_EVALUATION_CONCLUSION_ROW (object);

  self->filling = TRUE;
  g_clear_object (&self->store);
  g_clear_object (&self->conclusion);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (akk_evaluation_conclusion_row_parent_class)->dispose (object);
}

static void
akk_evaluation_conclusion_row_class_init (AkkEvaluationConclusionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_evaluation_conclusion_row_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = akk_evaluation_conclusion_row_unmap;
}

static void
akk_evaluation_conclusion_row_init (AkkEvaluationConclusionRow *self)
{
}

/* --- Public --- */

GtkWidget *
akk_evaluation_conclusion_row_new (AkkStore *store, AkkConclusion *conclusion, gint64 agreement_id)
{
  AkkEvaluationConclusionRow *self = g_object_new (AKK_TYPE_EVALUATION_CONCLUSION_ROW, NULL);
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self);

  self->store = g_object_ref (store);
  self->conclusion = g_object_ref (conclusion);
  self->glyph = AKK_STATE_GLYPH (akk_state_glyph_new (AKK_GLYPH_OPEN));
  self->action_button = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_set_valign (self->action_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->action_button, "flat");
  gtk_widget_set_tooltip_text (self->action_button, _ ("Show the Action"));
  adw_expander_row_add_prefix (row, GTK_WIDGET (self->glyph));
  adw_expander_row_add_suffix (row, self->action_button);
  adw_expander_row_add_row (row, text_row_new (self));
  adw_expander_row_add_row (row, kind_row_new (self));
  self->priority_row = AKK_REFERENCE_ROW (akk_reference_row_new (
      _ ("Priority"), store, &akk_priority_record, "agreement_id", agreement_id, _ ("None")));
  adw_expander_row_add_row (row, GTK_WIDGET (self->priority_row));
  akk_evaluation_conclusion_row_update (self);
  g_signal_connect_object (self->kind_row, "notify::selected", G_CALLBACK (kind_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->priority_row, "reference-changed", G_CALLBACK (priority_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
akk_evaluation_conclusion_row_update (AkkEvaluationConclusionRow *self)
{
  const AkkConclusion *it = self->conclusion;

  self->filling = TRUE;
  if (g_set_str (&self->shown, it->text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), it->text, -1);
  adw_combo_row_set_selected (self->kind_row, (guint) it->kind);
  akk_reference_row_set_reference (self->priority_row, it->priority_id);
  akk_state_glyph_set_glyph (self->glyph, akk_conclusion_glyph (it));
  gtk_widget_set_visible (self->action_button, it->action_id != 0);
  if (it->action_id != 0) {
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->action_button), "x", it->action_id);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->action_button), "view.show-action");
  }
  self->filling = FALSE;
}
