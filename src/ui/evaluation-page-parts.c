/* The page Evaluatie: the parts of the report, with how far each is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "ui/state-glyph.h"

#define GLYPH_SIZE 16

static const char glyph_key[] = "akk-glyph";
static const char label_key[] = "akk-label";

static const struct {
  AkkGlyph glyph;
  const char *words; /* marked NC_() */
} states[] = {
  [AKK_PART_EMPTY] = { AKK_GLYPH_OPEN, NC_ ("part of a report", "not written yet") },
  [AKK_PART_BEGUN] = { AKK_GLYPH_BUSY, NC_ ("part of a report", "begun") },
  [AKK_PART_READY] = { AKK_GLYPH_DONE, NC_ ("part of a report", "ready") },
};

/* As on paper: the priorities are numbered, what is about all of them is not. */
static char *
heading_at (AkkEvaluationPage *self, guint index)
{
  const AkkEvaluationPart *part = self->parts->pdata[index];
  g_autofree char *plain =
      akk_evaluation_heading (self->facts, self->phrases, part->kind, part->priority_id);
  g_autofree char *words = akk_phrases_sentence (plain);

  return part->kind == AKK_PART_PRIORITY ? g_strdup_printf ("%u. %s", index, words)
                                         : g_steal_pointer (&words);
}

char *
akk_evaluation_page_heading (AkkEvaluationPage *self, const AkkEvaluationPart *part)
{
  guint index = 0;

  g_ptr_array_find (self->parts, part, &index);
  return heading_at (self, index);
}

static GtkWidget *
row_new (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *glyph = akk_state_glyph_new (AKK_GLYPH_OPEN);
  GtkWidget *label = gtk_label_new ("");

  g_object_set (glyph, "size", GLYPH_SIZE, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), glyph);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), glyph_key, glyph);
  g_object_set_data (G_OBJECT (row), label_key, label);
  return row;
}

static void
describe_row (AkkEvaluationPage *self, GtkListBoxRow *row, guint index)
{
  const AkkEvaluationPart *part = self->parts->pdata[index];
  AkkEvaluationPartState state = akk_evaluation_part_state (part);
  g_autofree char *heading = heading_at (self, index);
  const char *words = g_dpgettext2 (NULL, "part of a report", states[state].words);
  g_autofree char *name = akk_evaluation_part_wants_words (part->kind)
                              ? g_strdup_printf ("%s, %s", heading, words)
                              : g_strdup (heading);

  akk_state_glyph_set_glyph (g_object_get_data (G_OBJECT (row), glyph_key), states[state].glyph);
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), label_key), heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_rows (AkkEvaluationPage *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->parts_list, (int) n) != NULL)
    n++;
  for (; n < self->parts->len; n++)
    gtk_list_box_append (self->parts_list, row_new ());
  for (; n > self->parts->len; n--)
    gtk_list_box_remove (self->parts_list, GTK_WIDGET (gtk_list_box_get_row_at_index (
                                               self->parts_list, (int) n - 1)));
  for (guint i = 0; i < n; i++)
    describe_row (self, gtk_list_box_get_row_at_index (self->parts_list, (int) i), i);
}

static void
show_progress (AkkEvaluationPage *self)
{
  guint n = 0, all = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->parts->len; i++) {
    const AkkEvaluationPart *part = self->parts->pdata[i];

    if (!akk_evaluation_part_wants_words (part->kind))
      continue;
    all++;
    n += akk_evaluation_part_state (part) == AKK_PART_READY;
  }
  /* Translators: how many parts of a report are ready, and how many there are; there is little
   * room. */
  words = g_strdup_printf (_ ("%u of %u ready"), n, all);
  adw_window_title_set_subtitle (self->title, words);
}

/* Where the part stands now that was shown; the first one that is to be written where it is gone.
 */
static guint
index_of_shown (AkkEvaluationPage *self)
{
  for (guint i = 0; self->part != NULL && i < self->parts->len; i++) {
    const AkkEvaluationPart *part = self->parts->pdata[i];

    if (part->kind == self->part->kind && part->priority_id == self->part->priority_id)
      return i;
  }
  for (guint i = 0; i < self->parts->len; i++)
    if (akk_evaluation_part_state (self->parts->pdata[i]) != AKK_PART_READY)
      return i;
  return 0;
}

void
akk_evaluation_page_show_parts (AkkEvaluationPage *self)
{
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (self->store, self->evaluation);
  guint index;

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  self->parts = g_steal_pointer (&parts);
  index = index_of_shown (self);
  self->filling = TRUE;
  show_rows (self);
  gtk_list_box_select_row (self->parts_list,
                           gtk_list_box_get_row_at_index (self->parts_list, (int) index));
  self->filling = FALSE;
  show_progress (self);
  akk_evaluation_page_show_part_widgets (self, self->parts->pdata[index]);
}

guint
akk_evaluation_page_part_index (AkkEvaluationPage *self)
{
  guint index = 0;

  if (self->parts != NULL && self->part != NULL)
    g_ptr_array_find (self->parts, self->part, &index);
  return index;
}

void
akk_evaluation_page_choose_part (AkkEvaluationPage *self, guint index)
{
  GtkListBoxRow *row;

  if (self->parts == NULL || index >= self->parts->len)
    return;
  akk_evaluation_page_end_burst (self);
  row = gtk_list_box_get_row_at_index (self->parts_list, (int) index);
  self->filling = TRUE;
  gtk_list_box_select_row (self->parts_list, row);
  self->filling = FALSE;
  akk_evaluation_page_show_part_widgets (self, self->parts->pdata[index]);
  akk_evaluation_page_mark_part (self);
}
