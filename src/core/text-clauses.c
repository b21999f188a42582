/* Generated clauses in a text, as pure functions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-clauses.h"

#include <string.h>

#include "core/text-private.h"

#define LIVE "clause:"
#define FIRST "text:"
#define LAST "end:"

static AkkText *
same (const AkkText *text)
{
  return akk_text_ref ((AkkText *) text);
}

/* What follows `prefix` in the name of the field. */
static const char *
name_of (const AkkRun *run, const char *prefix)
{
  return run->field != NULL && g_str_has_prefix (run->field, prefix)
             ? g_intern_string (run->field + strlen (prefix))
             : NULL;
}

/* The clause that begins (or ends) on a line. */
static const char *
border_of (const AkkLine *line, const char *prefix)
{
  for (guint i = 0; i < line->n_runs; i++) {
    const char *name = name_of (&line->runs[i], prefix);

    if (name != NULL)
      return name;
  }
  return NULL;
}

static gboolean
find_last (const AkkText *text, AkkClause *clause)
{
  for (guint i = clause->first; i < text->n_lines; i++) {
    if (text->lines[i]->kind == AKK_LINE_HEADING)
      return FALSE;
    if (border_of (text->lines[i], LAST) == clause->name) {
      clause->last = i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
akk_text_find_clause (const AkkText *text, guint line, AkkClause *clause)
{
  const char *live;

  if (line >= text->n_lines)
    return FALSE;
  live = border_of (text->lines[line], LIVE);
  if (live != NULL) {
    *clause = (AkkClause) { .name = live, .first = line, .last = line };
    return TRUE;
  }
  for (guint i = line + 1; i-- > 0 && text->lines[i]->kind != AKK_LINE_HEADING;) {
    const char *name = border_of (text->lines[i], FIRST);

    if (name == NULL)
      continue;
    *clause = (AkkClause) { .name = name, .first = i, .edited = TRUE };
    return find_last (text, clause) && clause->last >= line;
  }
  return FALSE;
}

/* The line with a field at its start or end. */
static AkkLine *
with_field (AkkLine *line, const char *prefix, const char *name, gboolean at_end)
{
  g_autofree char *field = g_strconcat (prefix, name, NULL);
  AkkRun run = { .field = g_intern_string (field), .n_bytes = strlen (AKK_ATOM) };
  AkkInline built;
  AkkLine *result;

  akk_inline_init (&built);
  if (!at_end)
    akk_inline_add (&built, AKK_ATOM, strlen (AKK_ATOM), &run);
  akk_inline_add_line (&built, line, 0, G_MAXSIZE);
  if (at_end)
    akk_inline_add (&built, AKK_ATOM, strlen (AKK_ATOM), &run);
  result = akk_inline_take_like (&built, line);
  akk_inline_clear (&built);
  akk_line_unref (line);
  return result;
}

static AkkLine *
as_body_line (AkkLine *line)
{
  AkkRun strong = { .style = AKK_STYLE_BOLD, .n_bytes = (guint) strlen (line->text) };

  return line->kind == AKK_LINE_HEADING
             ? akk_line_new (AKK_LINE_PARAGRAPH, 0, line->text, &strong, 1)
             : akk_line_ref (line);
}

AkkText *
akk_text_edit_clause (const AkkText *text, guint line, const AkkText *generated)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  AkkClause clause;

  if (!akk_text_find_clause (text, line, &clause) || clause.edited)
    return same (text);
  for (guint i = 0; i < generated->n_lines; i++)
    g_ptr_array_add (lines, as_body_line (generated->lines[i]));
  /* The borders need words to stand in: a table has none. */
  if (lines->len == 0 || ((AkkLine *) lines->pdata[0])->table != NULL)
    g_ptr_array_insert (lines, 0, akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0));
  if (((AkkLine *) lines->pdata[lines->len - 1])->table != NULL)
    g_ptr_array_add (lines, akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0));
  lines->pdata[0] = with_field (lines->pdata[0], FIRST, clause.name, FALSE);
  lines->pdata[lines->len - 1] = with_field (lines->pdata[lines->len - 1], LAST, clause.name, TRUE);
  return akk_text_splice (text, line, 1, (AkkLine **) lines->pdata, lines->len);
}

/* The words of a line before the field that is one of the borders of a clause, or those after it;
 * NULL: there are none. */
static AkkLine *
words_beside (const AkkLine *line, const char *prefix, const char *name, gboolean after)
{
  gsize start = 0;
  guint i = 0;

  while (i < line->n_runs && name_of (&line->runs[i], prefix) != name)
    start += line->runs[i++].n_bytes;
  if (i == line->n_runs)
    return NULL;

  gsize from = after ? start + line->runs[i].n_bytes : 0, to = after ? strlen (line->text) : start;
  g_autofree char *words = g_strndup (line->text + from, to - from);
  if (*g_strstrip (words) == '\0')
    return NULL;
  while (from < to && g_ascii_isspace (line->text[from]))
    from++;

  AkkInline built;
  akk_inline_init (&built);
  akk_inline_add_line (&built, line, from, to);
  AkkLine *result = akk_inline_take_like (&built, line);
  akk_inline_clear (&built);
  return result;
}

AkkText *
akk_text_restore_clause (const AkkText *text, guint *line)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  AkkLine *before, *after;
  AkkClause clause;

  if (!akk_text_find_clause (text, *line, &clause) || !clause.edited)
    return same (text);
  /* What was typed beside the clause, on its first and last line, is no part of it. */
  before = words_beside (text->lines[clause.first], FIRST, clause.name, FALSE);
  after = words_beside (text->lines[clause.last], LAST, clause.name, TRUE);
  *line = clause.first + (before != NULL);
  if (before != NULL)
    g_ptr_array_add (lines, before);
  g_ptr_array_add (lines, with_field (akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0), LIVE,
                                      clause.name, FALSE));
  if (after != NULL)
    g_ptr_array_add (lines, after);
  return akk_text_splice (text, clause.first, clause.last - clause.first + 1,
                          (AkkLine **) lines->pdata, lines->len);
}
