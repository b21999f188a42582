/* Writes a body as CommonMark, and makes sure that it reads back the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/text-private.h"

/* Rounds in which only lines that differ are written more carefully; then all are. */
#define MAX_ROUNDS 8

typedef struct {
  GString *out;
  guint content[AKK_MAX_LEVEL + 1]; /* column where the text of items of a level begins */
} Blocks;

static gboolean
is_item (const AkkLine *line)
{
  return line->kind == AKK_LINE_BULLET || line->kind == AKK_LINE_NUMBER;
}

static gboolean
in_list (const AkkLine *line)
{
  return is_item (line) || line->kind == AKK_LINE_CONTINUED;
}

static void
append_spaces (GString *out, guint n_spaces)
{
  g_string_append_printf (out, "%*s", (int) n_spaces, "");
}

/* Whether an empty line stands between two lines. */
static gboolean
blank_between (const AkkLine *above, const AkkLine *line)
{
  if (!in_list (above) || !is_item (line) || above->quote != line->quote)
    return TRUE;
  if (line->level >
      above->level) /* the first of a nested list; an empty item may not be left blank */
    return (line->n_runs == 0 || line->start != 1) && !(is_item (above) && above->n_runs == 0);
  return line->level == above->level && is_item (above) && line->kind != above->kind;
}

/* The list of the items around `index`; a quoted paragraph of an unquoted item is in an inner
 * quote. */
static gboolean
is_inner_quote (const AkkText *text, guint index)
{
  if (text->lines[index]->kind != AKK_LINE_CONTINUED || !text->lines[index]->quote)
    return FALSE;
  while (index > 0 && !is_item (text->lines[index]))
    index--;
  return !text->lines[index]->quote;
}

static void
write_cell (GString *out, const AkkLine *cell, AkkWriteVariant variant)
{
  g_string_append (out, "| ");
  akk_text_write_inline (out, cell, NULL, variant);
  g_string_append (out, cell->n_runs > 0 ? " " : "");
}

static void
write_table (GString *out, const AkkTable *table, AkkWriteVariant variant)
{
  if (table->widths[0] > 0) {
    for (guint i = 0; i < table->n_columns; i++)
      g_string_append_printf (out, "%s%u", i == 0 ? "{{columns:" : ",", table->widths[i]);
    g_string_append (out, "}}\n\n");
  }
  for (guint row = 0; row < table->n_rows; row++) {
    for (guint i = 0; i < table->n_columns; i++)
      write_cell (out, table->cells[row * table->n_columns + i], variant);
    g_string_append (out, "|\n");
    for (guint i = 0; row == 0 && i < table->n_columns; i++)
      g_string_append (out, table->alignment[i] == 'c'   ? "| :-: "
                            : table->alignment[i] == 'r' ? "| --: "
                                                         : "| --- ");
    if (row == 0)
      g_string_append (out, "|\n");
  }
}

/* What stands before the text of a line; returns the same width for its further lines. */
static char *
write_prefix (Blocks *self, const AkkLine *line, gboolean inner_quote)
{
  g_autoptr (GString) further = g_string_new (line->quote && !inner_quote ? "> " : "");
  g_autofree char *marker = NULL;
  guint indent = 0;

  if (line->kind == AKK_LINE_CONTINUED)
    indent = self->content[line->level];
  else if (is_item (line))
    indent = self->content[line->level - 1];
  append_spaces (further, indent);
  if (inner_quote)
    g_string_append (further, "> ");
  g_string_append_len (self->out, further->str, further->len);
  if (line->kind == AKK_LINE_NUMBER)
    marker = g_strdup_printf ("%u. ", line->start);
  else if (line->kind == AKK_LINE_NOTE)
    marker = g_strdup_printf ("[^%s]: ", line->note);
  else
    marker = g_strdup (line->kind == AKK_LINE_BULLET ? "- " : "");
  g_string_append (self->out, marker);
  if (is_item (line))
    self->content[line->level] = indent + strlen (marker);
  append_spaces (further, line->kind == AKK_LINE_NOTE ? 4 : strlen (marker));
  return g_string_free_and_steal (g_steal_pointer (&further));
}

static void
write_line (Blocks *self, const AkkText *text, guint index, AkkWriteVariant variant)
{
  const AkkLine *line = text->lines[index];
  const AkkLine *above = index > 0 ? text->lines[index - 1] : NULL;
  g_autofree char *further = NULL;

  if (above != NULL && blank_between (above, line)) {
    gboolean one_quote = above->quote && line->quote && !is_inner_quote (text, index - 1) &&
                         !is_inner_quote (text, index);
    g_string_append (self->out, one_quote ? ">\n" : "\n");
  }
  if (line->table != NULL) {
    write_table (self->out, line->table, variant);
    return;
  }
  further = write_prefix (self, line, is_inner_quote (text, index));
  akk_text_write_inline (self->out, line, further, variant);
  while (self->out->len > 0 && self->out->str[self->out->len - 1] == ' ')
    g_string_truncate (self->out, self->out->len - 1); /* after the marker of an empty item */
  g_string_append_c (self->out, '\n');
}

char *
akk_text_write_blocks (const AkkText *text, const guint8 *variants)
{
  Blocks self = { .out = g_string_new (NULL) };

  for (guint i = 0; i < text->n_lines; i++)
    write_line (&self, text, i, variants[i]);
  return g_string_free_and_steal (self.out);
}

/* Marks the lines that were not read back as written; FALSE if all were. */
static gboolean
sharpen (const AkkText *text, const AkkText *read, guint8 *variants)
{
  gboolean again = FALSE;

  for (guint i = 0; i < text->n_lines; i++) {
    if (i < read->n_lines && akk_line_equal (text->lines[i], read->lines[i]))
      continue;
    if (variants[i] < AKK_WRITE_BARE) {
      variants[i]++;
      again = TRUE;
    }
    if (text->n_lines != read->n_lines)
      break; /* the lines after it are not the same lines */
  }
  return again;
}

char *
akk_text_write (const AkkText *text)
{
  g_autoptr (AkkText) body = akk_text_normalise (text);
  g_autofree guint8 *variants = g_new0 (guint8, body->n_lines + 1);

  for (guint round = 0;; round++) {
    g_autofree char *commonmark = akk_text_write_blocks (body, variants);
    g_autoptr (AkkText) read = akk_text_parse (commonmark);

    if (akk_text_equal (body, read))
      return g_steal_pointer (&commonmark);
    if (round >= MAX_ROUNDS)
      for (guint i = 0; i < body->n_lines; i++)
        variants[i] = MAX (variants[i], MIN (round - MAX_ROUNDS + 1, AKK_WRITE_BARE));
    if (!sharpen (body, read, variants) && round > MAX_ROUNDS)
      return g_steal_pointer (&commonmark);
  }
}
