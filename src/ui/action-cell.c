/* A cell of the matrix.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-cell.h"

#include <glib/gi18n.h>

#include "core/pact.h"
#include "ui/action-row-words.h"
#include "ui/glyph-run.h"

struct _AkkActionCell {
  GtkToggleButton parent_instance;

  guint domain, target_group;
  GtkWidget *count, *run, *words;
};

G_DEFINE_FINAL_TYPE (AkkActionCell, akk_action_cell, GTK_TYPE_TOGGLE_BUTTON)

/* The first signs: what is late comes first, so that it is never among those that do not fit.
 * Returns how many actions are late. */
static guint
first_glyphs (AkkActionScope *scope, const GArray *indices, AkkGlyph glyphs[AKK_GLYPH_RUN_MAX])
{
  AkkActionRows *rows = akk_action_scope_rows (scope);
  gint64 day = akk_action_scope_day (scope);
  guint n = 0, late = 0;

  for (guint i = 0; i < indices->len; i++)
    if (akk_action_row_late (akk_action_rows_row (rows, g_array_index (indices, guint, i)), day)) {
      if (n < AKK_GLYPH_RUN_MAX)
        glyphs[n++] = AKK_GLYPH_ATTENTION;
      late++;
    }
  for (guint i = 0; i < indices->len && n < AKK_GLYPH_RUN_MAX; i++) {
    AkkGlyph glyph =
        akk_action_row_glyph (akk_action_rows_row (rows, g_array_index (indices, guint, i)), day);

    if (glyph != AKK_GLYPH_ATTENTION)
      glyphs[n++] = glyph;
  }
  return late;
}

static char *
counts_words (guint n, guint late)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u action", "%u actions", n), n);
  g_autofree char *lates = NULL;

  if (late == 0)
    return g_steal_pointer (&count);
  lates = g_strdup_printf (ngettext ("%u late", "%u late", late), late);
  return g_strdup_printf ("%s, %s", count, lates);
}

static char *
sentence_new (AkkActionCell *self, AkkActionScope *scope, guint n, guint late, gboolean expected)
{
  AkkActionRows *rows = akk_action_scope_rows (scope);
  const char *domain = akk_action_rows_names (rows, AKK_TAG_DOMAIN)->pdata[self->domain];
  const char *group = akk_action_rows_names (rows, AKK_TAG_TARGET_GROUP)->pdata[self->target_group];
  g_autofree char *counts = counts_words (n, late);

  if (n > 0 && expected)
    return g_strdup_printf (_ ("%s, %s: %s"), domain, group, counts);
  if (n > 0)
    return g_strdup_printf (_ ("%s, %s: %s, not asked by the Pact"), domain, group, counts);
  return g_strdup_printf (expected ? _ ("%s, %s: no action yet, though the Pact expects it")
                                   : _ ("%s, %s: no actions"),
                          domain, group);
}

static void
set_class (AkkActionCell *self, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static void
akk_action_cell_class_init (AkkActionCellClass *klass)
{
}

static void
akk_action_cell_init (AkkActionCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "akk-cell-count");
  self->run = akk_glyph_run_new ();
  gtk_widget_set_hexpand (self->run, TRUE);
  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->run);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "akk-action-cell");
}

GtkWidget *
akk_action_cell_new (guint domain, guint target_group)
{
  AkkActionCell *self = g_object_new (AKK_TYPE_ACTION_CELL, NULL);

  self->domain = domain;
  self->target_group = target_group;
  return GTK_WIDGET (self);
}

guint
akk_action_cell_domain (AkkActionCell *self)
{
  return self->domain;
}

guint
akk_action_cell_target_group (AkkActionCell *self)
{
  return self->target_group;
}

void
akk_action_cell_show (AkkActionCell *self, AkkActionScope *scope, const GArray *indices)
{
  gboolean expected = akk_pact_expects (self->domain, self->target_group);
  guint n = indices->len;
  AkkGlyph glyphs[AKK_GLYPH_RUN_MAX];
  guint late = first_glyphs (scope, indices, glyphs);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *sentence = sentence_new (self, scope, n, late, expected);

  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, n > 0);
  akk_glyph_run_set (AKK_GLYPH_RUN (self->run), glyphs, n);
  gtk_widget_set_visible (self->run, n > 0);
  gtk_label_set_label (GTK_LABEL (self->words),
                       n > 0 ? C_ ("not asked by the Pact", "extra") : _ ("No action yet"));
  gtk_widget_set_visible (self->words, expected == (n == 0));
  set_class (self, "akk-cell-missing", n == 0 && expected);
  set_class (self, "akk-cell-unasked", n == 0 && !expected);
  set_class (self, "akk-cell-extra", n > 0 && !expected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  /* Where it stays the same: the pointer is asked after with each that is set. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), sentence) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), sentence);
}
