/* The dialog that offers sentences of minutes and decisions for a narrative.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-sentences-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/text.h"
#include "ui/day.h"

struct _AkkEvaluationSentencesDialog {
  AdwDialog parent_instance;

  GtkSearchEntry *search_entry;
  AdwSwitchRow *all_row;
  GtkStack *stack; /* "list", "none" */
  GtkListBox *list;
  GtkButton *insert_button;

  GPtrArray *sentences; /* AkkSentence */
  GPtrArray *checks; /* of each; borrowed */
};

G_DEFINE_FINAL_TYPE (AkkEvaluationSentencesDialog, akk_evaluation_sentences_dialog, ADW_TYPE_DIALOG)

enum { INSERT, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- What is shown --- */

static gboolean
shows (GtkListBoxRow *row, gpointer data)
{
  AkkEvaluationSentencesDialog *self = data;
  guint index = (guint) gtk_list_box_row_get_index (row);
  const AkkSentence *sentence = self->sentences->pdata[index];
  g_autofree char *sought =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  g_autofree char *text = NULL;

  if (gtk_check_button_get_active (self->checks->pdata[index]))
    return TRUE;
  if (!sentence->on_subject && !adw_switch_row_get_active (self->all_row))
    return FALSE;
  text = g_utf8_casefold (sentence->text, -1);
  return strstr (text, sought) != NULL;
}

static void
show (AkkEvaluationSentencesDialog *self)
{
  gboolean any = FALSE;
  guint chosen = 0;

  gtk_list_box_invalidate_filter (self->list);
  for (guint i = 0; i < self->sentences->len; i++) {
    any = any || shows (gtk_list_box_get_row_at_index (self->list, (int) i), self);
    chosen += gtk_check_button_get_active (self->checks->pdata[i]);
  }
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
  gtk_widget_set_sensitive (GTK_WIDGET (self->insert_button), chosen > 0);
}

static char *
source_of (const AkkEvaluationFacts *facts, const AkkSentence *sentence)
{
  g_autoptr (AkkBody) body =
      akk_store_get (facts->store, &akk_body_record, sentence->meeting->body_id);
  g_autofree char *day = akk_day_long (sentence->meeting->date);
  GString *words = g_string_new (sentence->decision ? _ ("Decision") : _ ("Minutes"));

  g_string_append_printf (words, " · %s, %s", body->name, day);
  if (*sentence->title != '\0')
    g_string_append_printf (words, " · %s", sentence->title);
  return g_string_free_and_steal (words);
}

static void
add_row (AkkEvaluationSentencesDialog *self,
         const AkkEvaluationFacts *facts,
         const AkkSentence *sentence)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autofree char *source = source_of (facts, sentence);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->checks, check);
}

/* --- Callbacks --- */

static void
cancel_cb (AkkEvaluationSentencesDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* A sentence as CommonMark says it: nothing in it is a mark. */
static char *
as_commonmark (const char *sentence)
{
  g_autoptr (AkkLine) line = akk_line_new (AKK_LINE_PARAGRAPH, 0, sentence, NULL, 0);
  g_autoptr (AkkText) text = akk_text_new (&line, 1);

  return akk_text_write (text);
}

static void
insert_cb (AkkEvaluationSentencesDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *body = NULL;

  for (guint i = 0; i < self->sentences->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              ((const AkkSentence *) self->sentences->pdata[i])->text);
  body = as_commonmark (text->str);
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[INSERT], 0, body);
  g_object_unref (self);
}

/* --- Virtual functions --- */

static void
akk_evaluation_sentences_dialog_dispose (GObject *object)
{
  AkkEvaluationSentencesDialog *self = AKK_EVALUATION_SENTENCES_DIALOG (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_EVALUATION_SENTENCES_DIALOG);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_evaluation_sentences_dialog_parent_class)->dispose (object);
}

static void
akk_evaluation_sentences_dialog_class_init (AkkEvaluationSentencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_evaluation_sentences_dialog_dispose;
  signals[INSERT] = g_signal_new ("insert", AKK_TYPE_EVALUATION_SENTENCES_DIALOG, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/be/akkoord/Akkoord/ui/evaluation-sentences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSentencesDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSentencesDialog, all_row);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSentencesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSentencesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSentencesDialog, insert_button);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
}

static void
akk_evaluation_sentences_dialog_init (AkkEvaluationSentencesDialog *self)
{
  self->sentences = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
akk_evaluation_sentences_dialog_new (const AkkEvaluationFacts *facts,
                                     AkkPhrases *phrases,
                                     AkkEvaluationPartKind kind,
                                     gint64 priority_id)
{
  AkkEvaluationSentencesDialog *self = g_object_new (AKK_TYPE_EVALUATION_SENTENCES_DIALOG, NULL);

  g_ptr_array_unref (self->sentences);
  self->sentences = akk_evaluation_sentences (facts, phrases, kind, priority_id);
  for (guint i = 0; i < self->sentences->len; i++)
    add_row (self, facts, self->sentences->pdata[i]);
  gtk_list_box_set_filter_func (self->list, shows, self, NULL);
  show (self);
  return ADW_DIALOG (self);
}
