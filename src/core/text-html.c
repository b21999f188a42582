/* HTML of a text, for the clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/text-exchange.h"
#include "core/text-private.h"

typedef struct {
  GString *out;
  AkkTextResolve resolve;
  gpointer data;
  GPtrArray *notes; /* labels in the order of their marks */
  guint depth; /* of the lists that are open */
  AkkLineKind lists[AKK_MAX_LEVEL + 1];
  gboolean quote;
} Html;

static void
add_escaped (Html *self, const char *text, gssize n_bytes)
{
  g_autofree char *escaped = g_markup_escape_text (text, n_bytes);

  g_string_append (self->out, escaped);
}

static guint
note_number (Html *self, const char *label)
{
  guint index;

  if (!g_ptr_array_find (self->notes, label, &index)) {
    index = self->notes->len;
    g_ptr_array_add (self->notes, (gpointer) label);
  }
  return index + 1;
}

static void
add_atom (Html *self, const AkkRun *run)
{
  const char *value = NULL;
  guint n;

  if (run->note != NULL) {
    n = note_number (self, run->note);
    g_string_append_printf (
        self->out,
        "<a class=\"sdfootnoteanc\" name=\"sdfootnote%uanc\" href=\"#sdfootnote%usym\">"
        "<sup>%u</sup></a>",
        n, n, n);
  } else if (run->alt != NULL) {
    add_escaped (self, run->alt, -1);
  } else {
    value = self->resolve != NULL ? self->resolve (run->field, self->data) : NULL;
    add_escaped (self, value != NULL ? value : "", -1);
  }
}

static void
add_runs (Html *self, const AkkLine *line)
{
  const char *p = line->text;

  for (guint i = 0; i < line->n_runs; p += line->runs[i++].n_bytes) {
    const AkkRun *run = &line->runs[i];

    if (run->style & AKK_STYLE_BREAK) {
      g_string_append (self->out, "<br>");
      continue;
    }
    if (run->href != NULL && run->alt == NULL) {
      g_autofree char *href = g_markup_escape_text (run->href, -1);
      g_string_append_printf (self->out, "<a href=\"%s\">", href);
    }
    g_string_append (self->out, run->style & AKK_STYLE_BOLD ? "<b>" : "");
    g_string_append (self->out, run->style & AKK_STYLE_ITALIC ? "<i>" : "");
    if (akk_run_is_atom (run))
      add_atom (self, run);
    else
      add_escaped (self, p, run->n_bytes);
    g_string_append (self->out, run->style & AKK_STYLE_ITALIC ? "</i>" : "");
    g_string_append (self->out, run->style & AKK_STYLE_BOLD ? "</b>" : "");
    g_string_append (self->out, run->href != NULL && run->alt == NULL ? "</a>" : "");
  }
}

static void
add_table (Html *self, const AkkTable *table)
{
  g_string_append (self->out, "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n");
  for (guint i = 0; i < table->n_rows; i++) {
    const char *cell = i == 0 ? "th" : "td";

    g_string_append (self->out, i == 0 ? "<thead><tr>" : i == 1 ? "<tbody>\n<tr>" : "<tr>");
    for (guint j = 0; j < table->n_columns; j++) {
      g_string_append_printf (self->out, "<%s align=\"%s\">", cell,
                              table->alignment[j] == 'r'   ? "right"
                              : table->alignment[j] == 'c' ? "center"
                                                           : "left");
      add_runs (self, table->cells[i * table->n_columns + j]);
      g_string_append_printf (self->out, "</%s>", cell);
    }
    g_string_append (self->out, i == 0 ? "</tr></thead>\n" : "</tr>\n");
  }
  g_string_append (self->out, table->n_rows > 1 ? "</tbody>\n</table>\n" : "</table>\n");
}

/* --- Lists --- */

static const char *
list_name (AkkLineKind kind)
{
  return kind == AKK_LINE_NUMBER ? "ol" : "ul";
}

static void
close_lists (Html *self, guint depth)
{
  while (self->depth > depth) {
    g_string_append_printf (self->out, "</li>\n</%s>\n", list_name (self->lists[self->depth]));
    self->depth--;
  }
}

static void
open_item (Html *self, const AkkText *text, guint index)
{
  const AkkLine *line = text->lines[index];
  guint level = CLAMP (line->level, 1, AKK_MAX_LEVEL);

  close_lists (self, level);
  if (self->depth == level && self->lists[level] != line->kind)
    close_lists (self, level - 1);
  if (self->depth == level)
    g_string_append (self->out, "</li>\n<li>");
  while (self->depth < level) {
    guint number = akk_text_item_number (text, index);

    self->lists[++self->depth] = line->kind;
    if (self->depth == level && number > 1)
      g_string_append_printf (self->out, "<ol start=\"%u\">\n<li>", number);
    else
      g_string_append_printf (self->out, "<%s>\n<li>", list_name (line->kind));
  }
}

static void
set_quote (Html *self, gboolean quote)
{
  if (quote == self->quote)
    return;
  close_lists (self, 0);
  g_string_append (self->out, quote ? "<blockquote>\n" : "</blockquote>\n");
  self->quote = quote;
}

static void
add_block (Html *self, const char *name, const AkkLine *line)
{
  g_string_append_printf (self->out, "<%s>", name);
  add_runs (self, line);
  g_string_append_printf (self->out, "</%s>\n", name);
}

static void
add_line (Html *self, const AkkText *text, guint index)
{
  static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6" };
  const AkkLine *line = text->lines[index];

  set_quote (self, line->quote != 0);
  switch (line->kind) {
  case AKK_LINE_BULLET:
  case AKK_LINE_NUMBER:
    open_item (self, text, index);
    add_runs (self, line);
    return;
  case AKK_LINE_CONTINUED:
    close_lists (self, MAX (line->level, 1));
    add_block (self, "p", line);
    return;
  case AKK_LINE_NOTE:
    return;
  case AKK_LINE_TABLE:
    close_lists (self, 0);
    add_table (self, line->table);
    return;
  case AKK_LINE_HEADING:
    close_lists (self, 0);
    add_block (self, headings[CLAMP (line->level, 1, G_N_ELEMENTS (headings)) - 1], line);
    return;
  case AKK_LINE_PARAGRAPH:
  default:
    close_lists (self, 0);
    add_block (self, "p", line);
  }
}

/* As LibreOffice writes them, which it and we read back. */
static void
add_notes (Html *self, const AkkText *text)
{
  for (guint n = 1; n <= self->notes->len; n++)
    for (guint i = 0; i < text->n_lines; i++) {
      if (text->lines[i]->kind != AKK_LINE_NOTE ||
          text->lines[i]->note != self->notes->pdata[n - 1])
        continue;
      g_string_append_printf (self->out,
                              "<div id=\"sdfootnote%u\"><p><a class=\"sdfootnotesym\" "
                              "name=\"sdfootnote%usym\" href=\"#sdfootnote%uanc\">%u</a> ",
                              n, n, n, n);
      add_runs (self, text->lines[i]);
      g_string_append (self->out, "</p></div>\n");
      break;
    }
}

char *
akk_text_html (const AkkText *text, AkkTextResolve resolve, gpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  Html self = { g_string_new ("<meta charset=\"utf-8\">\n"), resolve, data, notes };

  /* Words of one line go into the line where they are pasted. */
  if (text->n_lines == 1 && text->lines[0]->kind == AKK_LINE_PARAGRAPH) {
    add_runs (&self, text->lines[0]);
    return g_string_free_and_steal (self.out);
  }
  for (guint i = 0; i < text->n_lines; i++)
    add_line (&self, text, i);
  close_lists (&self, 0);
  set_quote (&self, FALSE);
  add_notes (&self, text);
  return g_string_free_and_steal (self.out);
}
