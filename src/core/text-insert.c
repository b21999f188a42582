/* Inserting what is more than characters, as pure functions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-insert.h"

#include <string.h>

#include "core/text-private.h"

static AkkText *
same (const AkkText *text)
{
  return akk_text_ref ((AkkText *) text);
}

/* Replaces a line; takes the new one. */
static AkkText *
replace_line (const AkkText *text, guint index, AkkLine *line)
{
  g_autoptr (AkkLine) taken = line;

  if (akk_line_equal (text->lines[index], taken))
    return same (text);
  return akk_text_splice (text, index, 1, &taken, 1);
}

/* --- Fields --- */

const char *
akk_field_intern (const char *field)
{
  return akk_text_is_field (field, strlen (field)) ? g_intern_string (field) : NULL;
}

AkkText *
akk_text_insert_field (const AkkText *text, guint line, gsize byte, const char *field)
{
  AkkRun run = { .field = akk_field_intern (field), .n_bytes = strlen (AKK_ATOM) };
  g_autoptr (AkkText) room = NULL;
  AkkInline built;
  AkkLine *result;

  if (run.field == NULL || text->n_lines == 0)
    return same (text);
  room = akk_text_make_room (text, &line, &byte);
  if (room != NULL)
    text = room;
  if (text->lines[line]->kind == AKK_LINE_HEADING)
    return same (text);
  akk_inline_init (&built);
  akk_inline_add_line (&built, text->lines[line], 0, byte);
  akk_inline_add (&built, AKK_ATOM, strlen (AKK_ATOM), &run);
  akk_inline_add_line (&built, text->lines[line], byte, G_MAXSIZE);
  result = akk_inline_take_like (&built, text->lines[line]);
  akk_inline_clear (&built);
  return replace_line (text, line, result);
}

/* --- Lines --- */

AkkText *
akk_text_insert_line (const AkkText *text, guint *line, gsize byte, AkkLine *inserted)
{
  const AkkLine *target;
  g_autoptr (AkkLine) head = NULL;
  g_autoptr (AkkLine) tail = NULL;

  if (text->n_lines == 0) {
    *line = 0;
    return akk_text_splice (text, 0, 0, &inserted, 1);
  }
  akk_text_clamp_place (text, line, &byte, FALSE);
  target = text->lines[*line];
  if (target->kind == AKK_LINE_NOTE)
    return same (text);
  if (target->kind == AKK_LINE_HEADING || target->table != NULL) {
    *line += 1;
    return akk_text_splice (text, *line, 0, &inserted, 1);
  }
  if (target->n_runs == 0)
    return akk_text_splice (text, *line, 1, &inserted, 1);
  if (byte == 0)
    return akk_text_splice (text, *line, 0, &inserted, 1);
  *line += 1;
  if (target->text[byte] == '\0')
    return akk_text_splice (text, *line, 0, &inserted, 1);
  head = akk_line_of_parts (target, 0, byte, NULL, 0);
  tail = akk_line_of_parts (target, byte, G_MAXSIZE, NULL, 0);
  return akk_text_splice (text, *line - 1, 1, (AkkLine *[]) { head, inserted, tail }, 3);
}

/* --- Links --- */

static gboolean
has_rest (const char *address, const char *scheme)
{
  return g_ascii_strncasecmp (address, scheme, strlen (scheme)) == 0 &&
         address[strlen (scheme)] != '\0';
}

char *
akk_link_complete (const char *typed)
{
  g_autofree char *address = g_strstrip (g_strdup (typed));
  const char *at = strchr (address, '@');

  for (const char *p = address; *p != '\0'; p = g_utf8_next_char (p))
    if (akk_text_is_space (g_utf8_get_char (p)) || g_unichar_iscntrl (g_utf8_get_char (p)) ||
        strchr ("<>\"", *p) != NULL)
      return NULL;
  if (has_rest (address, "https://") || has_rest (address, "http://") ||
      (has_rest (address, "mailto:") && at != NULL))
    return g_steal_pointer (&address);
  if (strstr (address, ":") != NULL)
    return NULL;
  if (at != NULL)
    return at > address && strchr (at, '.') != NULL ? g_strconcat ("mailto:", address, NULL) : NULL;
  if (strchr (address, '.') == NULL || *address == '.' || g_str_has_suffix (address, "."))
    return NULL;
  return g_strconcat ("https://", address, NULL);
}

static const char *
link_of (const AkkRun *run)
{
  return akk_text_is_figure (run->href) ? NULL : run->href;
}

const char *
akk_line_link_at (const AkkLine *line, gsize byte, gsize *from, gsize *to)
{
  gsize at = 0, start = 0;
  const char *href = NULL;

  /* One link may be of several runs: half of it is bold. */
  for (guint i = 0; i < line->n_runs; at += line->runs[i++].n_bytes) {
    const char *run = link_of (&line->runs[i]);

    if (run != href) {
      if (href != NULL && byte >= start && byte <= at)
        break;
      href = run;
      start = at;
    }
  }
  if (href == NULL || byte < start || byte > at)
    return NULL;
  *from = start;
  *to = at;
  return href;
}

AkkText *
akk_text_set_link (const AkkText *text, guint line, gsize from, gsize to, const char *href)
{
  const AkkLine *target;
  gsize at = 0;
  AkkInline built;
  AkkLine *result;

  if (line >= text->n_lines || text->lines[line]->table != NULL ||
      text->lines[line]->kind == AKK_LINE_HEADING)
    return same (text);
  target = text->lines[line];
  akk_inline_init (&built);
  for (guint i = 0; i < target->n_runs; at += target->runs[i++].n_bytes) {
    AkkRun run = target->runs[i];
    gsize edges[] = { at, CLAMP (from, at, at + run.n_bytes), CLAMP (to, at, at + run.n_bytes),
                      at + run.n_bytes };

    for (guint part = 0; part < 3; part++) {
      AkkRun piece = run;

      if (part == 1 && !akk_run_is_atom (&run))
        piece.href = g_intern_string (href);
      akk_inline_add (&built, target->text + edges[part], edges[part + 1] - edges[part], &piece);
    }
  }
  result = akk_inline_take_like (&built, target);
  akk_inline_clear (&built);
  return replace_line (text, line, result);
}

/* --- Quotes --- */

AkkText *
akk_text_set_quote (const AkkText *text, guint first_line, guint n_lines, gboolean quote)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  gboolean changed = FALSE;

  first_line = MIN (first_line, text->n_lines);
  n_lines = MIN (n_lines, text->n_lines - first_line);
  for (guint i = first_line; i < first_line + n_lines; i++) {
    AkkLine *line = text->lines[i];
    gboolean can = line->kind <= AKK_LINE_CONTINUED;

    g_ptr_array_add (lines, can ? akk_line_with (line, line->kind, line->level, line->start,
                                                 quote ? 1 : 0, line->note)
                                : akk_line_ref (line));
    changed |= lines->pdata[lines->len - 1] != line;
  }
  if (!changed)
    return same (text);
  return akk_text_splice (text, first_line, n_lines, (AkkLine **) lines->pdata, lines->len);
}
