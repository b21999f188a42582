/* Plain text of a text: for copying, searching and speaking.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/text-private.h"

typedef struct {
  GString *out;
  AkkTextResolve resolve;
  gpointer data;
} Plain;

static void
add_runs (Plain *self, const AkkLine *line)
{
  const char *p = line->text;

  for (guint i = 0; i < line->n_runs; p += line->runs[i++].n_bytes) {
    const AkkRun *run = &line->runs[i];
    const char *value = NULL;

    if (run->style & AKK_STYLE_BREAK)
      g_string_append_c (self->out, '\n');
    else if (run->alt != NULL)
      g_string_append (self->out, run->alt);
    else if (run->field != NULL) {
      value = self->resolve != NULL ? self->resolve (run->field, self->data) : NULL;
      g_string_append (self->out, value != NULL ? value : "");
    } else if (run->note == NULL)
      g_string_append_len (self->out, p, run->n_bytes);
  }
}

static void
add_table (Plain *self, const AkkTable *table)
{
  for (guint i = 0; i < table->n_rows * table->n_columns; i++) {
    add_runs (self, table->cells[i]);
    g_string_append_c (self->out, (i + 1) % table->n_columns == 0 ? '\n' : '\t');
  }
}

char *
akk_text_plain (const AkkText *text, AkkTextResolve resolve, gpointer data)
{
  Plain self = { g_string_new (NULL), resolve, data };

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];

    if (line->table != NULL) {
      add_table (&self, line->table);
      continue;
    }
    if (line->kind == AKK_LINE_BULLET || line->kind == AKK_LINE_NUMBER ||
        line->kind == AKK_LINE_CONTINUED)
      g_string_append_printf (self.out, "%*s", 2 * (MAX (line->level, 1) - 1), "");
    if (line->kind == AKK_LINE_BULLET)
      g_string_append (self.out, "• ");
    else if (line->kind == AKK_LINE_NUMBER)
      g_string_append_printf (self.out, "%u. ", akk_text_item_number (text, i));
    add_runs (&self, line);
    g_string_append_c (self.out, '\n');
  }
  return g_string_free_and_steal (self.out);
}
