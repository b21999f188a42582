/* Edits of a text as pure functions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-edit.h"

#include <string.h>

#include "core/text-private.h"

/* A range in order and inside the text. */
typedef struct {
  guint first, last;
  gsize from, to;
} Range;

/* --- Places --- */

static gsize
clamp_byte (const AkkLine *line, gsize byte, gboolean forward)
{
  gsize n_bytes = strlen (line->text);

  byte = MIN (byte, n_bytes);
  while (byte > 0 && byte < n_bytes && ((guchar) line->text[byte] & 0xC0) == 0x80)
    byte += forward ? 1 : -1;
  return byte;
}

void
akk_text_clamp_place (const AkkText *text, guint *line, gsize *byte, gboolean forward)
{
  if (*line >= text->n_lines) {
    *line = text->n_lines - 1;
    *byte = G_MAXSIZE;
  }
  *byte = clamp_byte (text->lines[*line], *byte, forward);
}

static Range
range_new (const AkkText *text, guint from_line, gsize from_byte, guint to_line, gsize to_byte)
{
  gboolean backward = from_line > to_line || (from_line == to_line && from_byte > to_byte);
  Range range = { backward ? to_line : from_line, backward ? from_line : to_line,
                  backward ? to_byte : from_byte, backward ? from_byte : to_byte };

  akk_text_clamp_place (text, &range.first, &range.from, FALSE);
  akk_text_clamp_place (text, &range.last, &range.to, TRUE);
  return range;
}

/* --- Lines --- */

static gboolean
is_plain_kind (const AkkLine *line)
{
  return line->kind != AKK_LINE_HEADING && line->kind != AKK_LINE_TABLE &&
         line->kind != AKK_LINE_NOTE;
}

static gboolean
can_join (const AkkLine *above, const AkkLine *below)
{
  return is_plain_kind (above) && is_plain_kind (below);
}

AkkLine *
akk_inline_take_like (AkkInline *text, const AkkLine *like)
{
  g_autoptr (AkkLine) line = akk_inline_take (text, like->kind, like->level);
  AkkLine *result =
      akk_line_with (line, like->kind, like->level, like->start, like->quote, like->note);

  result->section = like->section;
  return result;
}

AkkLine *
akk_line_of_parts (const AkkLine *line, gsize from, gsize to, const AkkLine *other, gsize resume)
{
  AkkInline parts;
  AkkLine *result;

  akk_inline_init (&parts);
  akk_inline_add_line (&parts, line, from, to);
  if (other != NULL)
    akk_inline_add_line (&parts, other, resume, G_MAXSIZE);
  result = akk_inline_take_like (&parts, line);
  akk_inline_clear (&parts);
  return result;
}

static AkkText *
same (const AkkText *text)
{
  return akk_text_ref ((AkkText *) text);
}

/* Replaces line `index`; takes the new line. */
static AkkText *
replace_line (const AkkText *text, guint index, AkkLine *line)
{
  AkkText *result = akk_text_splice (text, index, 1, &line, 1);

  akk_line_unref (line);
  return result;
}

/* --- Splitting and joining --- */

static AkkText *
insert_break (const AkkText *text, guint index, gsize byte)
{
  const AkkLine *line = text->lines[index];
  AkkRun run = { .style = AKK_STYLE_BREAK };
  AkkInline parts;
  AkkLine *result;

  akk_inline_init (&parts);
  akk_inline_add_line (&parts, line, 0, byte);
  akk_inline_add (&parts, AKK_BREAK, strlen (AKK_BREAK), &run);
  akk_inline_add_line (&parts, line, byte, G_MAXSIZE);
  result = akk_inline_take_like (&parts, line);
  akk_inline_clear (&parts);
  return replace_line (text, index, result);
}

AkkText *
akk_text_split_line (const AkkText *text, guint line, gsize byte)
{
  g_autoptr (AkkLine) head = NULL;
  g_autoptr (AkkLine) tail = NULL;
  AkkLine *source;

  if (text->n_lines == 0)
    return same (text);
  akk_text_clamp_place (text, &line, &byte, FALSE);
  source = text->lines[line];
  if (source->kind == AKK_LINE_NOTE)
    return insert_break (text, line, byte);
  head =
      source->table != NULL ? akk_line_ref (source) : akk_line_of_parts (source, 0, byte, NULL, 0);
  tail = source->table != NULL ? akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0)
                               : akk_line_of_parts (source, byte, G_MAXSIZE, NULL, 0);
  if (source->kind == AKK_LINE_HEADING) {
    AkkLine *paragraph = akk_line_with (tail, AKK_LINE_PARAGRAPH, 0, 1, 0, NULL);

    akk_line_unref (tail);
    tail = paragraph;
  }
  return akk_text_splice (text, line, 1, (AkkLine *[]) { head, tail }, 2);
}

AkkText *
akk_text_join_lines (const AkkText *text, guint line)
{
  g_autoptr (AkkLine) joined = NULL;

  if (line >= text->n_lines || line + 1 == text->n_lines ||
      !can_join (text->lines[line], text->lines[line + 1]))
    return same (text);
  joined = akk_line_of_parts (text->lines[line], 0, G_MAXSIZE, text->lines[line + 1], 0);
  return akk_text_splice (text, line, 2, &joined, 1);
}

/* --- Inserting --- */

/* The run that covers the character before `byte` and the one after, if it is one and not an atom.
 */
static const AkkRun *
run_around (const AkkLine *line, gsize byte)
{
  gsize at = 0;

  for (guint i = 0; i < line->n_runs; at += line->runs[i++].n_bytes)
    if (at < byte && byte < at + line->runs[i].n_bytes)
      return &line->runs[i];
  return NULL;
}

/* One line of all that a text says, for places that hold one line. */
static void
add_flat_line (AkkInline *out, const AkkLine *line, const AkkRun *separator)
{
  const char *gap = separator->style & AKK_STYLE_BREAK ? AKK_BREAK : " ";

  for (guint i = 0; line->table != NULL && i < line->table->n_rows * line->table->n_columns; i++)
    add_flat_line (out, line->table->cells[i], separator);
  if (line->n_runs == 0)
    return;
  if (out->text->len > 0)
    akk_inline_add (out, gap, strlen (gap), separator);
  akk_inline_add_line (out, line, 0, G_MAXSIZE);
}

static AkkLine *
flatten (const AkkText *other, AkkLineKind target)
{
  AkkRun separator = { .style = target == AKK_LINE_NOTE ? AKK_STYLE_BREAK : 0 };
  g_autoptr (AkkLine) line = NULL;
  AkkInline flat;

  akk_inline_init (&flat);
  for (guint i = 0; i < other->n_lines; i++)
    add_flat_line (&flat, other->lines[i], &separator);
  line = akk_inline_take (&flat, AKK_LINE_PARAGRAPH, 0);
  akk_inline_clear (&flat);
  if (target == AKK_LINE_HEADING) /* characters only: no atoms, breaks or styles */
    return akk_line_new_heading (0, 0, line->text);
  return g_steal_pointer (&line);
}

static AkkLine *
bold_paragraph (const AkkLine *heading)
{
  AkkRun run = { .n_bytes = strlen (heading->text), .style = AKK_STYLE_BOLD };

  return akk_line_new (AKK_LINE_PARAGRAPH, 0, heading->text, &run, 1);
}

/* Puts lines into the line `index`: the first joins what stands before `byte`, the last what stands
 * after. The line keeps its kind unless it is an empty paragraph. */
static AkkText *
insert_lines (const AkkText *text, guint index, gsize byte, AkkLine *const *lines, guint n_lines)
{
  AkkLine *target = text->lines[index];
  gboolean open = target->kind == AKK_LINE_PARAGRAPH && target->n_runs == 0;
  g_autoptr (GPtrArray) result = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);

  if (lines[0]->table != NULL && byte > 0)
    g_ptr_array_add (result, akk_line_of_parts (target, 0, byte, NULL, 0));
  for (guint i = 0; i < n_lines; i++) {
    const AkkLine *like = i == 0 && !open ? target : lines[i];
    AkkInline parts;

    if (lines[i]->table != NULL) {
      g_ptr_array_add (result, akk_line_ref (lines[i]));
      continue;
    }
    akk_inline_init (&parts);
    if (i == 0)
      akk_inline_add_line (&parts, target, 0, byte);
    akk_inline_add_line (&parts, lines[i], 0, G_MAXSIZE);
    if (i + 1 == n_lines)
      akk_inline_add_line (&parts, target, byte, G_MAXSIZE);
    g_ptr_array_add (result, akk_inline_take_like (&parts, like));
    akk_inline_clear (&parts);
  }
  if (lines[n_lines - 1]->table != NULL && target->text[byte] != '\0')
    g_ptr_array_add (result, akk_line_of_parts (target, byte, G_MAXSIZE, NULL, 0));
  return akk_text_splice (text, index, 1, (AkkLine **) result->pdata, result->len);
}

AkkText *
akk_text_make_room (const AkkText *text, guint *line, gsize *byte)
{
  g_autoptr (AkkLine) empty = NULL;

  if (text->n_lines > 0) {
    akk_text_clamp_place (text, line, byte, FALSE);
    if (text->lines[*line]->table == NULL)
      return NULL;
    *byte = 0;
    return akk_text_split_line (text, (*line)++, 0);
  }
  *line = *byte = 0;
  empty = akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0);
  return akk_text_new (&empty, 1);
}

AkkText *
akk_text_insert_text (const AkkText *text, guint line, gsize byte, const AkkText *other)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (AkkText) room = NULL;
  AkkLineKind kind;

  if (other->n_lines == 0)
    return same (text);
  room = akk_text_make_room (text, &line, &byte);
  if (room != NULL)
    text = room;
  kind = text->lines[line]->kind;
  if (kind == AKK_LINE_HEADING || kind == AKK_LINE_NOTE) {
    g_ptr_array_add (lines, flatten (other, kind));
    return insert_lines (text, line, byte, (AkkLine **) lines->pdata, lines->len);
  }
  for (guint i = 0; i < other->n_lines; i++)
    g_ptr_array_add (lines, other->lines[i]->kind == AKK_LINE_HEADING
                                ? bold_paragraph (other->lines[i])
                                : akk_line_ref (other->lines[i]));
  return insert_lines (text, line, byte, (AkkLine **) lines->pdata, lines->len);
}

AkkText *
akk_text_insert (const AkkText *text, guint line, gsize byte, const char *string, AkkStyle style)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (AkkText) room = NULL;
  g_autoptr (AkkText) typed = NULL;
  g_auto (GStrv) rows = NULL;
  const AkkLine *target;
  const AkkRun *around;
  AkkRun run = { .style = style };

  if (*string == '\0')
    return same (text);
  room = akk_text_make_room (text, &line, &byte);
  if (room != NULL)
    text = room;
  target = text->lines[line];
  around = run_around (target, byte);
  run.href = around != NULL ? around->href : NULL;
  rows = g_strsplit (string, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++) {
    g_autoptr (AkkLine) row = NULL;

    run.n_bytes = strlen (rows[i]);
    row = akk_line_new (target->kind, target->level, rows[i], &run, 1);
    g_ptr_array_add (lines, akk_line_with (row, target->kind, target->level, target->start,
                                           target->quote, target->note));
  }
  typed = akk_text_new ((AkkLine **) lines->pdata, lines->len);
  if (is_plain_kind (target))
    return insert_lines (text, line, byte, typed->lines, typed->n_lines);
  return akk_text_insert_text (text, line, byte, typed);
}

/* --- Ranges --- */

AkkText *
akk_text_delete_range (
    const AkkText *text, guint from_line, gsize from_byte, guint to_line, gsize to_byte)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  AkkLine *first, *last;
  Range range;

  if (text->n_lines == 0)
    return same (text);
  range = range_new (text, from_line, from_byte, to_line, to_byte);
  for (guint i = range.first + 1; i <= range.last; i++)
    if (text->lines[i]->kind == AKK_LINE_HEADING) {
      range.last = i - 1;
      range.to = strlen (text->lines[i - 1]->text);
      break;
    }
  first = text->lines[range.first];
  last = text->lines[range.last];
  if (range.first == range.last && range.from >= range.to)
    return same (text);
  if (range.first == range.last || can_join (first, last)) {
    g_ptr_array_add (rest, akk_line_of_parts (first, 0, range.from, last, range.to));
  } else {
    if (first->table == NULL)
      g_ptr_array_add (rest, akk_line_of_parts (first, 0, range.from, NULL, 0));
    g_ptr_array_add (rest, last->table != NULL
                               ? akk_line_ref (last)
                               : akk_line_of_parts (last, range.to, G_MAXSIZE, NULL, 0));
  }
  return akk_text_splice (text, range.first, range.last - range.first + 1, (AkkLine **) rest->pdata,
                          rest->len);
}

static AkkLine *
style_line (AkkLine *line, gsize from, gsize to, AkkStyle style, gboolean on)
{
  gsize at = 0;
  AkkInline styled;
  AkkLine *result;

  if (line->kind == AKK_LINE_HEADING || from >= to)
    return akk_line_ref (line);
  akk_inline_init (&styled);
  for (guint i = 0; i < line->n_runs; at += line->runs[i++].n_bytes) {
    AkkRun run = line->runs[i];
    gsize edges[] = { at, CLAMP (from, at, at + run.n_bytes), CLAMP (to, at, at + run.n_bytes),
                      at + run.n_bytes };

    for (guint part = 0; part < 3; part++) {
      run.style = line->runs[i].style;
      if (part == 1)
        run.style = on ? run.style | style : run.style & ~style;
      akk_inline_add (&styled, line->text + edges[part], edges[part + 1] - edges[part], &run);
    }
  }
  result = akk_inline_take_like (&styled, line);
  akk_inline_clear (&styled);
  return result;
}

static AkkLine *
style_table (const AkkTable *table, AkkStyle style, gboolean on)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  AkkTable copy = *table;

  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    g_ptr_array_add (cells, style_line (table->cells[i], 0, G_MAXSIZE, style, on));
  copy.cells = (AkkLine **) cells->pdata;
  return akk_line_new_table (&copy);
}

AkkText *
akk_text_set_style (const AkkText *text,
                    guint from_line,
                    gsize from_byte,
                    guint to_line,
                    gsize to_byte,
                    AkkStyle style,
                    gboolean on)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  gboolean changed = FALSE;
  Range range;

  style &= AKK_STYLE_BOLD | AKK_STYLE_ITALIC;
  if (text->n_lines == 0)
    return same (text);
  range = range_new (text, from_line, from_byte, to_line, to_byte);
  for (guint i = range.first; i <= range.last; i++) {
    AkkLine *line = text->lines[i];
    AkkLine *styled =
        line->table != NULL
            ? style_table (line->table, style, on)
            : style_line (line, i == range.first ? range.from : 0,
                          i == range.last ? range.to : strlen (line->text), style, on);

    if (akk_line_equal (line, styled)) {
      akk_line_unref (styled);
      styled = akk_line_ref (line);
    }
    changed |= styled != line;
    g_ptr_array_add (lines, styled);
  }
  if (!changed)
    return same (text);
  return akk_text_splice (text, range.first, lines->len, (AkkLine **) lines->pdata, lines->len);
}

AkkText *
akk_text_set_kind (
    const AkkText *text, guint first_line, guint n_lines, AkkLineKind kind, guint level)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  gboolean changed = FALSE;

  g_return_val_if_fail (kind <= AKK_LINE_CONTINUED, same (text));
  first_line = MIN (first_line, text->n_lines);
  n_lines = MIN (n_lines, text->n_lines - first_line);
  for (guint i = first_line; i < first_line + n_lines; i++) {
    AkkLine *line = text->lines[i];
    guint wanted = CLAMP (level > 0 ? level : line->level, 1, AKK_MAX_LEVEL);
    guint start = line->kind == AKK_LINE_NUMBER && kind == AKK_LINE_NUMBER ? line->start : 1;

    if (kind == AKK_LINE_PARAGRAPH)
      wanted = 0;
    g_ptr_array_add (lines, is_plain_kind (line)
                                ? akk_line_with (line, kind, wanted, start, line->quote, NULL)
                                : akk_line_ref (line));
    changed |= lines->pdata[lines->len - 1] != line;
  }
  if (!changed)
    return same (text);
  return akk_text_splice (text, first_line, n_lines, (AkkLine **) lines->pdata, lines->len);
}

AkkText *
akk_text_get_slice (
    const AkkText *text, guint from_line, gsize from_byte, guint to_line, gsize to_byte)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  Range range;

  if (text->n_lines == 0)
    return same (text);
  range = range_new (text, from_line, from_byte, to_line, to_byte);
  for (guint i = range.first; i <= range.last; i++) {
    AkkLine *line = text->lines[i];

    if (line->table != NULL || (i > range.first && i < range.last))
      g_ptr_array_add (lines, akk_line_ref (line));
    else
      g_ptr_array_add (lines, akk_line_of_parts (line, i == range.first ? range.from : 0,
                                                 i == range.last ? range.to : G_MAXSIZE, NULL, 0));
  }
  return akk_text_new ((AkkLine **) lines->pdata, lines->len);
}
