/* The page Evaluatie: one part: its narrative, what is no longer true in it, whether it is ready.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "ui/evaluation-sentences-dialog.h"
#include "ui/rich-field.h"
#include "ui/rich-view.h"
#include "ui/state-glyph.h"

/* --- Writing --- */

static char *
figures_now (AkkEvaluationPage *self, const char *narrative)
{
  return akk_evaluation_figures (self->phrases, narrative, self->lines, self->part->figures);
}

void
akk_evaluation_page_write (AkkEvaluationPage *self, const char *narrative)
{
  g_autofree char *figures = figures_now (self, narrative);

  akk_evaluation_keep_part (self->store, self->part);
  akk_store_set_text (self->store, self->part, "narrative", narrative);
  akk_store_set_text (self->store, self->part, "figures", figures);
  self->own_words = TRUE;
}

/* Inside the action of what was typed. */
static void
writing_cb (AkkEvaluationPage *self)
{
  g_autofree char *figures = figures_now (self, self->part->narrative);

  akk_store_set_text (self->store, self->part, "figures", figures);
  self->own_words = TRUE;
}

void
akk_evaluation_page_end_burst (AkkEvaluationPage *self)
{
  GtkWidget *field = self->narrative_bin != NULL ? adw_bin_get_child (self->narrative_bin) : NULL;

  if (field != NULL && AKK_IS_RICH_FIELD (field))
    akk_rich_field_end_burst (AKK_RICH_FIELD (field));
}

void
akk_evaluation_page_set_ready (AkkEvaluationPage *self, gboolean ready)
{
  if (self->part == NULL || akk_evaluation_page_locked (self))
    return;
  akk_evaluation_page_end_burst (self);
  akk_store_begin (self->store, ready ? N_ ("Part is ready") : N_ ("Part is not ready"));
  akk_evaluation_keep_part (self->store, self->part);
  akk_store_set_int (self->store, self->part, "ready", ready);
  self->own_words = TRUE;
  akk_evaluation_page_commit (self);
}

/* --- What is no longer true --- */

static void
mend_cb (GtkWidget *button, AkkEvaluationPage *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "akk-index"));
  g_autoptr (GPtrArray) stale = NULL;
  g_autofree char *narrative = NULL;

  akk_evaluation_page_end_burst (self);
  stale =
      akk_evaluation_stale (self->phrases, self->part->narrative, self->part->figures, self->lines);
  if (index >= stale->len)
    return;
  narrative = akk_evaluation_mend (self->phrases, self->part->narrative, stale->pdata[index]);
  akk_store_begin (self->store, N_ ("Correct figure"));
  akk_evaluation_page_write (self, narrative);
  akk_evaluation_page_commit (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->narrative_bin));
}

static GtkWidget *
stale_row_new (AkkEvaluationPage *self, const AkkStaleFigure *stale, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = NULL;

  if (*stale->now != '\0')
    /* Translators: a number, the name of a fact, and a number. */
    words = g_strdup_printf (_ ("The text says %s, but “%s” is now %s"), stale->written,
                             stale->label, stale->now);
  else
    /* Translators: a number, and the name of a fact. */
    words = g_strdup_printf (_ ("The text says %s, but “%s” has no figure any more"),
                             stale->written, stale->label);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), akk_state_glyph_new (AKK_GLYPH_ATTENTION));
  if (*stale->now != '\0' && !akk_evaluation_page_locked (self)) {
    GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Correct"));
    g_autofree char *tooltip = g_strdup_printf (_ ("Write %s in its place"), stale->now);

    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_set_tooltip_text (button, tooltip);
    g_object_set_data (G_OBJECT (button), "akk-index", GUINT_TO_POINTER (index));
    g_signal_connect_object (button, "clicked", G_CALLBACK (mend_cb), self, 0);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  }
  return row;
}

static void
show_stale (AkkEvaluationPage *self)
{
  g_autoptr (GPtrArray) stale =
      akk_evaluation_stale (self->phrases, self->part->narrative, self->part->figures, self->lines);

  gtk_list_box_remove_all (self->stale_list);
  for (guint i = 0; i < stale->len; i++)
    gtk_list_box_append (self->stale_list, stale_row_new (self, stale->pdata[i], i));
  gtk_widget_set_visible (GTK_WIDGET (self->stale_list), stale->len > 0);
}

/* --- The narrative --- */

/* Of a report that is adopted: to be read. */
static GtkWidget *
read_narrative_new (AkkEvaluationPage *self)
{
  const char *narrative = self->part->narrative;
  GtkWidget *card = adw_bin_new ();
  GtkWidget *child;

  if (*narrative != '\0') {
    child =
        akk_rich_view_new (narrative, akk_evaluation_question (self->phrases, self->part->kind));
    gtk_widget_add_css_class (card, "akk-rich-text");
  } else {
    child = gtk_label_new (_ ("Nothing was written."));
    gtk_label_set_xalign (GTK_LABEL (child), 0);
    gtk_label_set_wrap (GTK_LABEL (child), TRUE);
    gtk_widget_add_css_class (card, "card");
  }
  adw_bin_set_child (ADW_BIN (card), child);
  gtk_widget_add_css_class (card, "akk-read");
  return card;
}

static void
make_narrative (AkkEvaluationPage *self)
{
  GtkWidget *field = NULL;

  if (!akk_evaluation_part_wants_words (self->part->kind))
    field = NULL;
  else if (akk_evaluation_page_locked (self))
    field = read_narrative_new (self);
  else
    field = akk_rich_field_new (self->store, self->part, "narrative",
                                akk_evaluation_question (self->phrases, self->part->kind),
                                N_ ("Write narrative"));
  if (field != NULL && AKK_IS_RICH_FIELD (field))
    g_signal_connect_object (field, "writing", G_CALLBACK (writing_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->narrative_bin, field);
  gtk_widget_set_visible (GTK_WIDGET (self->narrative_box), field != NULL);
}

/* --- The part --- */

static void
show_ready (AkkEvaluationPage *self)
{
  gboolean ready = self->part->ready != 0;

  self->filling = TRUE;
  gtk_toggle_button_set_active (self->ready_button, ready);
  self->filling = FALSE;
  gtk_widget_set_visible (self->ready_image, ready);
  gtk_widget_set_visible (self->buttons_box, akk_evaluation_part_wants_words (self->part->kind) &&
                                                 !akk_evaluation_page_locked (self));
}

static void
forget_part (AkkEvaluationPage *self)
{
  g_clear_object (&self->part);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  if (self->narrative_bin != NULL)
    adw_bin_set_child (self->narrative_bin, NULL);
}

void
akk_evaluation_page_show_part_widgets (AkkEvaluationPage *self, AkkEvaluationPart *part)
{
  /* A locked part is read, an open one is written in a field. */
  GtkWidget *field = self->narrative_bin != NULL ? adw_bin_get_child (self->narrative_bin) : NULL;
  gboolean other =
      part != self->part || part == NULL ||
      (field != NULL && AKK_IS_RICH_FIELD (field) == akk_evaluation_page_locked (self));
  g_autofree char *heading = NULL;

  if (other)
    forget_part (self);
  if (part == NULL) {
    if (self->conclusions_box != NULL)
      akk_evaluation_page_show_conclusions (self);
    return;
  }
  g_set_object (&self->part, part);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = akk_evaluation_lines (self->facts, self->phrases, part->kind, part->priority_id,
                                      part->hidden);
  heading = akk_evaluation_page_heading (self, part);
  gtk_label_set_label (self->heading_label, heading);
  akk_evaluation_page_show_facts (self);
  akk_evaluation_page_show_conclusions (self);
  if (other) {
    make_narrative (self);
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  }
  show_stale (self);
  show_ready (self);
}
