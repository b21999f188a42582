/* The editor's footnotes, and what else follows from an edit: a note goes with its mark, numbers
 * count through, a commitment stays the only one of its identity.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#include "core/text-commitments.h"
#include "core/text-notes.h"

/* --- Numbers --- */

guint
akk_editor_note_number (AkkEditor *self, gint64 section, const char *label)
{
  g_autofree char *key = NULL;

  if (self->owner != NULL)
    return akk_editor_note_number (self->owner, self->owner->section, label);
  if (self->note_numbers == NULL)
    return 0;
  key = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", section, label);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->note_numbers, key));
}

static gboolean
same_numbers (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, number;

  if (a == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &number))
    if (g_hash_table_lookup (b, key) != number)
      return FALSE;
  return TRUE;
}

void
akk_editor_count_notes (AkkEditor *self, const AkkText *text)
{
  g_autofree guint *numbers = akk_text_note_numbers (text);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 section = 0;

  g_clear_pointer (&self->paired, akk_text_unref);
  for (guint i = 0; i < text->n_lines; i++) {
    if (text->lines[i]->kind == AKK_LINE_HEADING)
      section = text->lines[i]->section;
    if (numbers[i] > 0)
      g_hash_table_insert (
          found, g_strdup_printf ("%" G_GINT64_FORMAT ":%s", section, text->lines[i]->note),
          GUINT_TO_POINTER (numbers[i]));
  }
  if (!same_numbers (self->note_numbers, found))
    self->misnumbered = TRUE;
  g_clear_pointer (&self->note_numbers, g_hash_table_unref);
  self->note_numbers = found;
}

void
akk_editor_renumber (AkkEditor *self)
{
  if (!self->misnumbered)
    return;
  self->misnumbered = FALSE;
  akk_editor_refresh (self);
}

/* Whether two lines have the same atoms in the same places between their words. */
static gboolean
same_atoms (const AkkLine *a, const AkkLine *b)
{
  if (a == b)
    return TRUE;
  if (a->kind != b->kind || a->section != b->section || a->note != b->note ||
      a->n_runs != b->n_runs || (a->table == NULL) != (b->table == NULL))
    return FALSE;
  for (guint i = 0; i < a->n_runs; i++)
    if (a->runs[i].field != b->runs[i].field || a->runs[i].note != b->runs[i].note)
      return FALSE;
  if (a->table == NULL)
    return TRUE;
  if (a->table->n_rows != b->table->n_rows || a->table->n_columns != b->table->n_columns)
    return FALSE;
  for (guint i = 0; i < a->table->n_rows * a->table->n_columns; i++)
    if (!same_atoms (a->table->cells[i], b->table->cells[i]))
      return FALSE;
  return TRUE;
}

/* Typing words changes no note and no commitment: the whole text need not be looked through. */
static gboolean
is_paired (AkkEditor *self)
{
  const AkkText *paired = self->paired;

  akk_editor_read (self);
  if (paired == NULL || paired->n_lines != self->lines->len)
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    if (!same_atoms (paired->lines[i], akk_editor_line (self, i)))
      return FALSE;
  return TRUE;
}

void
akk_editor_pair (AkkEditor *self)
{
  g_autoptr (AkkText) paired = NULL;
  g_autoptr (AkkText) tidy = NULL;
  AkkText *text;

  /* The notes of a table are those of the text around it. */
  if (self->owner != NULL || is_paired (self))
    return;
  text = akk_editor_get_text (self);
  paired = akk_text_pair_notes (text);
  tidy = akk_text_tidy_commitments (paired);
  if (tidy != text)
    akk_editor_replace_text (self, tidy);
  akk_editor_count_notes (self, tidy);
  self->paired = akk_text_ref (tidy);
  akk_editor_renumber (self);
}

/* --- To and from a note --- */

gboolean
akk_editor_return_to_mark (AkkEditor *self)
{
  guint note = akk_editor_get_line (self), line;
  gsize byte;

  if (self->lines->len == 0 || akk_editor_line (self, note)->kind != AKK_LINE_NOTE)
    return FALSE;
  if (!akk_text_find_mark (akk_editor_get_text (self), note, &line, &byte))
    return FALSE;
  if (akk_editor_line (self, line)->kind == AKK_LINE_TABLE)
    akk_editor_tables_go_to_mark (self, line, akk_editor_line (self, note)->note);
  else
    akk_editor_place_caret (self, line, byte);
  return TRUE;
}

void
akk_editor_insert_note (AkkEditor *self)
{
  g_autoptr (AkkText) text = NULL;
  GtkTextIter start, end;
  guint line;
  gsize byte;

  if (self->lines->len == 0 || akk_editor_return_to_mark (self))
    return;
  akk_editor_begin_command (self, N_ ("Insert footnote"));
  /* After the words that are selected, not in their place. */
  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  akk_editor_caret (self, &line, &byte);
  text = akk_text_insert_note (akk_editor_get_text (self), &line, byte);
  akk_editor_change (self, text, line, 0);
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
}

gboolean
akk_editor_remove_empty_note (AkkEditor *self)
{
  guint note = akk_editor_get_line (self), line;
  g_autoptr (AkkText) text = NULL;
  gsize byte;

  akk_editor_read (self);
  if (self->lines->len == 0 || akk_editor_line (self, note)->kind != AKK_LINE_NOTE ||
      *akk_editor_line (self, note)->text != '\0' ||
      !akk_text_find_mark (akk_editor_get_text (self), note, &line, &byte) || byte == 0)
    return FALSE;
  akk_editor_begin_command (self, N_ ("Delete footnote"));
  text = akk_text_remove_note (akk_editor_get_text (self), note);
  akk_editor_change (self, text, line, byte - strlen (AKK_ATOM));
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
  return TRUE;
}
