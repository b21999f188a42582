/* Footnotes of a text: mark and note, and their numbers, as pure functions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-notes.h"

#include <string.h>

#include "core/text-private.h"

static AkkText *
same (const AkkText *text)
{
  return akk_text_ref ((AkkText *) text);
}

static guint
section_start (const AkkText *text, guint line)
{
  while (line > 0 && text->lines[line]->kind != AKK_LINE_HEADING)
    line--;
  return line;
}

/* The first line after the section that begins, or goes on, on `line`. */
static guint
section_end (const AkkText *text, guint line)
{
  do
    line++;
  while (line < text->n_lines && text->lines[line]->kind != AKK_LINE_HEADING);
  return MIN (line, text->n_lines);
}

/* Appends the labels of the marks of a line in their order, each once. */
static void
add_marks (const AkkLine *line, GPtrArray *labels)
{
  if (line->table != NULL)
    for (guint i = 0; i < line->table->n_rows * line->table->n_columns; i++)
      add_marks (line->table->cells[i], labels);
  for (guint i = 0; i < line->n_runs; i++)
    if (line->runs[i].note != NULL && !g_ptr_array_find (labels, line->runs[i].note, NULL))
      g_ptr_array_add (labels, (gpointer) line->runs[i].note);
}

/* Below a note stand those that are marked in it. */
static void
add_inner_marks (const AkkText *text, guint start, guint end, guint first, GPtrArray *labels)
{
  for (guint next = first; next < labels->len; next++)
    for (guint i = start; i < end; i++)
      if (text->lines[i]->kind == AKK_LINE_NOTE && text->lines[i]->note == labels->pdata[next])
        add_marks (text->lines[i], labels);
}

static void
add_section_marks (const AkkText *text, guint start, guint end, GPtrArray *labels)
{
  g_ptr_array_set_size (labels, 0);
  for (guint i = start; i < end; i++) {
    guint first = labels->len;

    if (text->lines[i]->kind == AKK_LINE_NOTE)
      continue;
    add_marks (text->lines[i], labels);
    add_inner_marks (text, start, end, first, labels);
  }
}

static guint
note_in (const AkkText *text, guint start, guint end, const char *label)
{
  for (guint i = start; i < end; i++)
    if (text->lines[i]->kind == AKK_LINE_NOTE && text->lines[i]->note == label)
      return i;
  return G_MAXUINT;
}

guint
akk_text_find_note (const AkkText *text, guint line, const char *label)
{
  return note_in (text, section_start (text, line), section_end (text, line), label);
}

guint *
akk_text_note_numbers (const AkkText *text)
{
  guint *numbers = g_new0 (guint, text->n_lines + 1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint number = 0, end;

  for (guint start = 0; start < text->n_lines; start = end) {
    end = section_end (text, start);
    /* Notes stand last: a section without them ends otherwise. */
    if (text->lines[end - 1]->kind != AKK_LINE_NOTE)
      continue;
    add_section_marks (text, start, end, labels);
    for (guint i = 0; i < labels->len; i++) {
      guint note = note_in (text, start, end, labels->pdata[i]);

      if (note != G_MAXUINT)
        numbers[note] = ++number;
    }
  }
  return numbers;
}

static gboolean
mark_in_line (const AkkLine *line, const char *label, gsize *byte)
{
  gsize at = 0;

  for (guint i = 0; i < line->n_runs; i++) {
    at += line->runs[i].n_bytes;
    if (line->runs[i].note == label) {
      *byte = at;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
akk_text_find_mark (const AkkText *text, guint line, guint *mark_line, gsize *byte)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  const char *label;
  guint end;

  if (line >= text->n_lines || text->lines[line]->kind != AKK_LINE_NOTE)
    return FALSE;
  label = text->lines[line]->note;
  end = section_end (text, line);
  for (guint i = section_start (text, line); i < end; i++) {
    if (mark_in_line (text->lines[i], label, byte)) {
      *mark_line = i;
      return TRUE;
    }
    g_ptr_array_set_size (labels, 0);
    if (text->lines[i]->table != NULL)
      add_marks (text->lines[i], labels);
    if (g_ptr_array_find (labels, label, NULL)) {
      *mark_line = i;
      *byte = 0;
      return TRUE;
    }
  }
  return FALSE;
}

/* --- Inserting and removing --- */

/* A label that no other note of the text has, so that a mark can be moved anywhere. */
static const char *
fresh_label (const AkkText *text)
{
  guint64 highest = 0;
  char label[32];

  for (guint i = 0; i < text->n_lines; i++)
    if (text->lines[i]->note != NULL)
      highest = MAX (highest, g_ascii_strtoull (text->lines[i]->note, NULL, 10) % G_MAXUINT32);
  g_snprintf (label, sizeof label, "%" G_GUINT64_FORMAT, highest + 1);
  return g_intern_string (label);
}

/* The line of `line` with a mark in it. */
static AkkLine *
with_mark (const AkkLine *line, gsize byte, const char *label)
{
  AkkRun run = { .note = label, .n_bytes = strlen (AKK_ATOM) };
  AkkInline built;
  AkkLine *result;

  akk_inline_init (&built);
  akk_inline_add_line (&built, line, 0, byte);
  akk_inline_add (&built, AKK_ATOM, strlen (AKK_ATOM), &run);
  akk_inline_add_line (&built, line, byte, G_MAXSIZE);
  result = akk_inline_take_like (&built, line);
  akk_inline_clear (&built);
  return result;
}

AkkText *
akk_text_insert_note (const AkkText *text, guint *line, gsize byte)
{
  g_autoptr (AkkLine) marked = NULL;
  g_autoptr (AkkText) with = NULL;
  AkkText *result;
  const char *label;

  if (text->n_lines == 0)
    return same (text);
  akk_text_clamp_place (text, line, &byte, FALSE);
  if (text->lines[*line]->kind == AKK_LINE_HEADING || text->lines[*line]->table != NULL)
    return same (text);
  label = fresh_label (text);
  marked = with_mark (text->lines[*line], byte, label);
  with = akk_text_splice (text, *line, 1, &marked, 1);
  result = akk_text_pair_notes (with);
  *line = akk_text_find_note (result, *line, label);
  return result;
}

static AkkLine *
without_marks (AkkLine *line, const char *label)
{
  const char *p = line->text;
  AkkInline built;
  AkkLine *result;

  akk_inline_init (&built);
  for (guint i = 0; i < line->n_runs; p += line->runs[i++].n_bytes)
    if (line->runs[i].note != label)
      akk_inline_add (&built, p, line->runs[i].n_bytes, &line->runs[i]);
  result = akk_inline_take_like (&built, line);
  akk_inline_clear (&built);
  return result;
}

static AkkLine *
table_without_marks (AkkLine *line, const char *label)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  AkkTable copy = *line->table;

  for (guint i = 0; i < copy.n_rows * copy.n_columns; i++)
    g_ptr_array_add (cells, without_marks (line->table->cells[i], label));
  copy.cells = (AkkLine **) cells->pdata;
  return akk_line_new_table (&copy);
}

AkkText *
akk_text_remove_note (const AkkText *text, guint line)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  const char *label;
  guint start, end;

  if (line >= text->n_lines || text->lines[line]->kind != AKK_LINE_NOTE)
    return same (text);
  label = text->lines[line]->note;
  start = section_start (text, line);
  end = section_end (text, line);
  for (guint i = start; i < end; i++) {
    AkkLine *old = text->lines[i];

    g_ptr_array_set_size (labels, 0);
    add_marks (old, labels);
    if (i == line)
      continue;
    if (!g_ptr_array_find (labels, label, NULL))
      g_ptr_array_add (lines, akk_line_ref (old));
    else
      g_ptr_array_add (lines, old->table != NULL ? table_without_marks (old, label)
                                                 : without_marks (old, label));
  }
  return akk_text_splice (text, start, end - start, (AkkLine **) lines->pdata, lines->len);
}

/* --- Pairing --- */

/* Whether the notes of the section are just those of the labels, in their order, at its end. */
static gboolean
is_paired (const AkkText *text, guint start, guint end, GPtrArray *labels)
{
  guint first = end;

  while (first > start && text->lines[first - 1]->kind == AKK_LINE_NOTE)
    first--;
  if (end - first != labels->len)
    return FALSE;
  for (guint i = start; i < first; i++)
    if (text->lines[i]->kind == AKK_LINE_NOTE)
      return FALSE;
  for (guint i = 0; i < labels->len; i++)
    if (text->lines[first + i]->note != labels->pdata[i])
      return FALSE;
  return TRUE;
}

static void
add_paired (const AkkText *text, guint start, guint end, GPtrArray *labels, GPtrArray *lines)
{
  for (guint i = start; i < end; i++)
    if (text->lines[i]->kind != AKK_LINE_NOTE)
      g_ptr_array_add (lines, akk_line_ref (text->lines[i]));
  for (guint i = 0; i < labels->len; i++) {
    guint note = note_in (text, start, end, labels->pdata[i]);
    g_autoptr (AkkLine) empty = NULL;

    if (note == G_MAXUINT)
      note = note_in (text, 0, text->n_lines, labels->pdata[i]);
    if (note != G_MAXUINT) {
      g_ptr_array_add (lines, akk_line_ref (text->lines[note]));
      continue;
    }
    empty = akk_line_new (AKK_LINE_NOTE, 0, "", NULL, 0);
    g_ptr_array_add (lines, akk_line_with (empty, AKK_LINE_NOTE, 0, 1, 0, labels->pdata[i]));
  }
}

AkkText *
akk_text_pair_notes (const AkkText *text)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint end;

  for (guint start = 0; start < text->n_lines; start = end) {
    end = section_end (text, start);
    add_section_marks (text, start, end, labels);
    if (lines == NULL && is_paired (text, start, end, labels))
      continue;
    if (lines == NULL) {
      lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
      for (guint i = 0; i < start; i++)
        g_ptr_array_add (lines, akk_line_ref (text->lines[i]));
    }
    add_paired (text, start, end, labels, lines);
  }
  if (lines == NULL)
    return same (text);
  return akk_text_new ((AkkLine **) lines->pdata, lines->len);
}
