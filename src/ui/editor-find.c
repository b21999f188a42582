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
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
match_bounds (AkkEditor *self, const AkkMatch *match, GtkTextIter *start, GtkTextIter *end)
{
  if (match->cell < 0) {
    akk_editor_byte_to_iter (self, match->line, match->from, start);
    akk_editor_byte_to_iter (self, match->line, match->to, end);
  } else {
    akk_editor_line_bounds (self, match->line, start, end);
  }
}

static void
select_match (AkkEditor *self, guint index)
{
  const AkkMatch *match = &g_array_index (self->find.matches, AkkMatch, index);
  GtkTextIter start, end;

  match_bounds (self, match, &start, &end);
  self->find.cell_match = match->cell >= 0 ? index + 1 : 0;
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  self->find.cell_match = match->cell >= 0 ? index + 1 : 0;
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (self->buffer), .1,
                                FALSE, 0, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "found");
}

/* --- Public --- */

void
akk_editor_find (AkkEditor *self, const char *needle, AkkFindFlags flags)
{
  g_return_if_fail (AKK_IS_EDITOR (self));

  g_set_str (&self->find.needle, *needle != '\0' ? needle : NULL);
  self->find.flags = flags;
  self->find.cell_match = 0;
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

guint
akk_editor_find_selected (AkkEditor *self)
{
  GtkTextIter selected[2];

  g_return_val_if_fail (AKK_IS_EDITOR (self), 0);

  look_now (self);
  if (self->find.matches == NULL ||
      !gtk_text_buffer_get_selection_bounds (self->buffer, &selected[0], &selected[1]))
    return 0;
  for (guint i = 0; i < self->find.matches->len; i++) {
    const AkkMatch *match = &g_array_index (self->find.matches, AkkMatch, i);
    GtkTextIter start, end;

    if (match->line < (guint) gtk_text_iter_get_line (&selected[0]))
      continue;
    if (match->line > (guint) gtk_text_iter_get_line (&selected[0]))
      break;
    match_bounds (self, match, &start, &end);
    if (gtk_text_iter_equal (&start, &selected[0]) && gtk_text_iter_equal (&end, &selected[1]))
      return match->cell >= 0 && self->find.cell_match > 0 ? self->find.cell_match : i + 1;
  }
  return 0;
}

/* The first match that does not end before the place, or the number of matches. */
static guint
first_from (AkkEditor *self, guint line, gsize byte)
{
  guint i = 0;

  for (; i < self->find.matches->len; i++) {
    const AkkMatch *match = &g_array_index (self->find.matches, AkkMatch, i);

    if (match->line > line || (match->line == line && match->from >= byte && match->cell < 0))
      break;
    if (match->line == line && match->cell >= 0 && byte == 0)
      break;
  }
  return i;
}

gboolean
akk_editor_find_step (AkkEditor *self, int by)
{
  guint count = akk_editor_find_count (self), selected = akk_editor_find_selected (self), next;
  GtkTextIter start, end;

  if (count == 0)
    return FALSE;
  if (selected > 0) {
    next = (guint) (((int) selected - 1 + by + (int) count) % (int) count);
  } else {
    gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
    next = first_from (self, (guint) gtk_text_iter_get_line (&start),
                       akk_editor_iter_to_byte (self, &start));
    next = by < 0 ? (next + count - 1) % count : next % count;
  }
  select_match (self, next);
  return TRUE;
}

void
akk_editor_find_replace (AkkEditor *self, const char *replacement)
{
  guint selected = akk_editor_find_selected (self);
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (AkkMatch));
  g_autoptr (AkkText) replaced = NULL;
  const AkkMatch *match;
  AkkMatch here;

  if (selected == 0) {
    akk_editor_find_step (self, 0);
    return;
  }
  match = &g_array_index (self->find.matches, AkkMatch, selected - 1);
  here = *match;
  g_array_append_val (one, here);
  if (!here.fixed) {
    replaced = akk_text_replace (akk_editor_get_text (self), one, replacement);
    akk_editor_apply (self, replaced, N_ ("Replace"));
    if (here.cell < 0)
      akk_editor_place_caret (self, here.line, here.from + strlen (replacement));
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
