/* Figures in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-figure.h"

#include <string.h>

#include "core/text-edit.h"
#include "core/text-insert.h"
#include "core/text-private.h"

#define CAPTION "caption:"

const AkkRun *
akk_line_figure (const AkkLine *line)
{
  const AkkRun *figure = NULL;
  const char *at = line->text;

  if (line->kind != AKK_LINE_PARAGRAPH)
    return NULL;
  for (guint i = 0; i < line->n_runs; i++) {
    const AkkRun *run = &line->runs[i];
    gboolean is_figure = run->field == NULL && run->note == NULL && akk_text_is_figure (run->href);

    if (is_figure && figure != NULL)
      return NULL;
    if (is_figure)
      figure = run;
    else if (strspn (at, " ") < run->n_bytes)
      return NULL;
    at += run->n_bytes;
  }
  return figure;
}

static gboolean
is_caption (const AkkLine *line)
{
  return line->kind == AKK_LINE_PARAGRAPH && line->n_runs > 0 && line->runs[0].field != NULL &&
         g_str_has_prefix (line->runs[0].field, CAPTION);
}

guint
akk_text_count_caption (const AkkText *text, guint line, AkkCaptionCount *count, gboolean *figure)
{
  gboolean above = line + 1 < text->n_lines && akk_line_figure (text->lines[line + 1]) != NULL;

  if (!is_caption (text->lines[line]))
    return 0;
  if (figure != NULL)
    *figure = above;
  return above ? ++count->figures : ++count->tables;
}

static AkkLine *
caption_line (const char *caption, gint64 id)
{
  g_autofree char *field = g_strdup_printf (CAPTION "%" G_GINT64_FORMAT, id);
  g_autofree char *text = g_strconcat (AKK_ATOM, " ", caption, NULL);
  const AkkRun runs[] = { { .n_bytes = strlen (AKK_ATOM), .field = akk_field_intern (field) },
                          { .n_bytes = (guint) (strlen (caption) + 1) } };

  return akk_line_new (AKK_LINE_PARAGRAPH, 0, text, runs, 2);
}

static AkkLine *
figure_line (const char *href, const char *alt, const AkkLine *like)
{
  const AkkRun run = { .n_bytes = strlen (AKK_ATOM),
                       .href = g_intern_string (href),
                       .alt = g_intern_string (alt) };
  AkkLine *line = akk_line_new (AKK_LINE_PARAGRAPH, 0, AKK_ATOM, &run, 1);

  if (like != NULL)
    line->quote = like->quote;
  return line;
}

AkkText *
akk_text_insert_figure (const AkkText *text,
                        guint *line,
                        gsize byte,
                        const char *sha256,
                        const char *alt,
                        const char *caption,
                        gint64 id)
{
  g_autofree char *href = g_strconcat ("blob:", sha256, NULL);
  g_autoptr (AkkLine) figure = figure_line (href, alt, NULL), above = NULL;
  g_autoptr (AkkText) with = NULL;

  /* A caption stays with the figure that it has. */
  if (*line + 1 < text->n_lines && is_caption (text->lines[*line]) &&
      akk_line_figure (text->lines[*line + 1]) != NULL)
    byte = strlen (text->lines[++*line]->text);
  with = akk_text_insert_line (text, line, byte, figure);
  if (*caption == '\0' || *line >= with->n_lines || akk_line_figure (with->lines[*line]) == NULL)
    return g_steal_pointer (&with);
  above = caption_line (caption, id);
  return akk_text_splice (with, (*line)++, 0, &above, 1);
}

char *
akk_text_figure_caption (const AkkText *text, guint line, gint64 *id)
{
  const AkkLine *above = line > 0 && line <= text->n_lines ? text->lines[line - 1] : NULL;

  if (id != NULL)
    *id = 0;
  if (above == NULL || !is_caption (above))
    return g_strdup ("");
  if (id != NULL)
    *id = g_ascii_strtoll (above->runs[0].field + strlen (CAPTION), NULL, 10);
  return g_strstrip (g_strdup (above->text + above->runs[0].n_bytes));
}

AkkText *
akk_text_change_figure (
    const AkkText *text, guint line, const char *alt, const char *caption, gint64 id)
{
  const AkkRun *run = line < text->n_lines ? akk_line_figure (text->lines[line]) : NULL;
  g_autofree char *old = akk_text_figure_caption (text, line, NULL);
  AkkLine *lines[2];
  AkkText *changed;
  guint n = 0, first = line;

  if (run == NULL)
    return akk_text_ref ((AkkText *) text);
  /* What is formatted in it stays while its words do. */
  if (*caption != '\0' && strcmp (caption, old) == 0) {
    lines[n++] = figure_line (run->href, alt, text->lines[line]);
    changed = akk_text_splice (text, line, 1, lines, 1);
  } else {
    gboolean had = line > 0 && is_caption (text->lines[line - 1]);

    first -= had;
    if (*caption != '\0')
      lines[n++] = caption_line (caption, id);
    lines[n++] = figure_line (run->href, alt, text->lines[line]);
    changed = akk_text_splice (text, first, had ? 2 : 1, lines, n);
  }
  for (guint i = 0; i < n; i++)
    akk_line_unref (lines[i]);
  return changed;
}

AkkText *
akk_text_remove_figure (const AkkText *text, guint *line)
{
  g_autoptr (AkkLine) empty = akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0);
  guint n = 1;

  if (*line >= text->n_lines || akk_line_figure (text->lines[*line]) == NULL)
    return akk_text_ref ((AkkText *) text);
  if (*line > 0 && is_caption (text->lines[*line - 1])) {
    n = 2;
    --*line;
  }
  return akk_text_splice (text, *line, n, &empty, n == text->n_lines);
}
