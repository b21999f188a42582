/* Finding and replacing in the editor.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-find.h"

#include <glib/gi18n.h>

#include "ui/editor-private.h"

/* While someone types, matches are looked for when the fingers rest. */
#define REST_MS 150

static void
look (AkkEditor *self)
{
  AkkEditorFind *find = &self->find;

  g_clear_handle_id (&find->rest_id, g_source_remove);
  g_clear_pointer (&find->matches, g_array_unref);
  g_clear_pointer (&find->text, akk_text_unref);
  if (find->needle != NULL) {
    find->text = akk_text_ref (akk_editor_get_text (self));
    find->matches =
        akk_text_find (find->text, find->needle, find->flags, self->field, self->resolver_data);
  }
  /* Whoever hears this asks for the matches at once: they must belong to this text by now. */
  akk_editor_queue_marks (self);
  g_signal_emit_by_name (self, "found");
}

static void
rested_cb (gpointer data)
{
  AkkEditor *self = data;

  self->find.rest_id = 0;
  look (self);
}

/* Old places mean nothing in a new text. */
static void
edited_cb (AkkEditor *self)
{
  if (self->find.needle == NULL)
    return;
  g_clear_pointer (&self->find.matches, g_array_unref);
  g_clear_handle_id (&self->find.rest_id, g_source_remove);
  self->find.rest_id = g_timeout_add_once (REST_MS, rested_cb, self);
}

/* Before the matches are used. */
static void
look_now (AkkEditor *self)
{
  if (self->find.needle != NULL &&
      (self->find.matches == NULL || self->find.text != akk_editor_get_text (self)))
    look (self);
}

static void
select_match (AkkEditor *self, guint index)
{
  /* A copy: the list goes when the text changes. */
  AkkMatch match = g_array_index (self->find.matches, AkkMatch, index);

  akk_editor_select (self, &match);
  g_signal_emit_by_name (self, "found");
}

/* --- Public --- */

void
akk_editor_find (AkkEditor *self, const char *needle, AkkFindFlags flags)
{
  g_return_if_fail (AKK_IS_EDITOR (self));

  g_set_str (&self->find.needle, *needle != '\0' ? needle : NULL);
  self->find.flags = flags;
  if (!self->find.connected)
    g_signal_connect (self, "edited", G_CALLBACK (edited_cb), NULL);
  self->find.connected = TRUE;
  look (self);
}

guint
akk_editor_find_count (AkkEditor *self)
{
  g_return_val_if_fail (AKK_IS_EDITOR (self), 0);

  look_now (self);
  return self->find.matches != NULL ? self->find.matches->len : 0;
}

/* Below 0, 0 or above: one place starts before the other, with it, or after. */
static int
compare_starts (const AkkMatch *a, const AkkMatch *b)
{
  if (a->line != b->line)
    return a->line < b->line ? -1 : 1;
  if (a->cell != b->cell)
    return a->cell < b->cell ? -1 : 1;
  return a->from < b->from ? -1 : a->from > b->from;
}

/* Where the search goes on from. Behind a table is behind its cells. */
static void
find_here (AkkEditor *self, AkkMatch *here)
{
  akk_editor_get_selection (self, here);
  if (here->cell < 0 && here->from > 0 && here->line < self->lines->len &&
      akk_editor_line (self, here->line)->kind == AKK_LINE_TABLE)
    here->cell = G_MAXINT;
}

/* The first match that does not start before the place, or the number of matches. */
static guint
first_from (AkkEditor *self, const AkkMatch *here)
{
  guint i = 0;

  while (i < self->find.matches->len &&
         compare_starts (&g_array_index (self->find.matches, AkkMatch, i), here) < 0)
    i++;
  return i;
}

guint
akk_editor_find_selected (AkkEditor *self)
{
  AkkMatch here;
  guint i;

  g_return_val_if_fail (AKK_IS_EDITOR (self), 0);

  look_now (self);
  if (self->find.matches == NULL || self->find.matches->len == 0)
    return 0;
  find_here (self, &here);
  i = first_from (self, &here);
  if (i == self->find.matches->len ||
      compare_starts (&g_array_index (self->find.matches, AkkMatch, i), &here) != 0)
    return 0;
  return g_array_index (self->find.matches, AkkMatch, i).to == here.to ? i + 1 : 0;
}

gboolean
akk_editor_find_step (AkkEditor *self, int by)
{
  guint count = akk_editor_find_count (self), selected = akk_editor_find_selected (self), next;
  AkkMatch here;

  if (count == 0)
    return FALSE;
  if (selected > 0) {
    next = (guint) (((int) selected - 1 + by + (int) count) % (int) count);
  } else {
    find_here (self, &here);
    next = first_from (self, &here);
    next = by < 0 ? (next + count - 1) % count : next % count;
  }
  select_match (self, next);
  return TRUE;
}

/* Takes the text, of a line or a cell, when it holds more of the words than what was taken. */
static void
take_better (const AkkSearchWords *words, const char *text, AkkMatch at, AkkMatch *best, int *most)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AkkSearchSpan));
  int n = __builtin_popcount (akk_search_words_find (words, text, spans));

  if (n <= *most)
    return;
  *most = n;
  *best = at;
  best->from = g_array_index (spans, AkkSearchSpan, 0).from;
  best->to = g_array_index (spans, AkkSearchSpan, 0).to;
}

gboolean
akk_editor_select_words (AkkEditor *self, gint64 section, const AkkSearchWords *words)
{
  AkkText *text;
  AkkMatch best = { 0 };
  gboolean inside = FALSE;
  int most = 0;

  g_return_val_if_fail (AKK_IS_EDITOR (self), FALSE);

  text = akk_editor_get_text (self);
  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    guint n_cells = line->table != NULL ? line->table->n_rows * line->table->n_columns : 0;

    if (line->kind == AKK_LINE_HEADING)
      inside = line->section == section;
    if (inside && n_cells == 0)
      take_better (words, line->text, (AkkMatch) { .line = i, .cell = -1 }, &best, &most);
    for (guint k = 0; inside && k < n_cells; k++)
      take_better (words, line->table->cells[k]->text, (AkkMatch) { .line = i, .cell = (int) k },
                   &best, &most);
  }
  if (most > 0)
    akk_editor_select (self, &best);
  return most > 0;
}

void
akk_editor_find_replace (AkkEditor *self, const char *replacement)
{
  guint selected = akk_editor_find_selected (self);
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (AkkMatch));
  g_autoptr (AkkText) replaced = NULL;
  AkkMatch here;

  if (selected == 0) {
    akk_editor_find_step (self, 0);
    return;
  }
  here = g_array_index (self->find.matches, AkkMatch, selected - 1);
  g_array_append_val (one, here);
  if (!here.fixed) {
    replaced = akk_text_replace (akk_editor_get_text (self), one, replacement);
    akk_editor_apply (self, replaced, N_ ("Replace"));
    here.from = here.to = here.from + strlen (replacement);
    akk_editor_select (self, &here);
  }
  akk_editor_find_step (self, here.fixed ? 1 : 0);
}

guint
akk_editor_find_replace_all (AkkEditor *self, const char *replacement)
{
  g_autoptr (AkkText) replaced = NULL;
  guint n = 0;

  if (akk_editor_find_count (self) == 0)
    return 0;
  for (guint i = 0; i < self->find.matches->len; i++)
    n += !g_array_index (self->find.matches, AkkMatch, i).fixed;
  if (n == 0)
    return 0;
  replaced = akk_text_replace (akk_editor_get_text (self), self->find.matches, replacement);
  akk_editor_apply (self, replaced, N_ ("Replace all"));
  look (self);
  return n;
}

void
akk_editor_find_clear (AkkEditor *self)
{
  g_clear_handle_id (&self->find.rest_id, g_source_remove);
  g_clear_pointer (&self->find.needle, g_free);
  g_clear_pointer (&self->find.matches, g_array_unref);
  g_clear_pointer (&self->find.text, akk_text_unref);
}
