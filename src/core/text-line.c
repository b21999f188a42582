/* The lines of a text: immutable, shared, well-formed by construction.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/text-private.h"

#define MAX_START 999999999 /* what CommonMark reads */

static const AkkRun plain_run;

gboolean
akk_text_is_space (gunichar c)
{
  switch (c) {
  case '\t':
  case '\n':
  case '\f':
  case '\r':
  case ' ':
  case 0xA0:
  case 0x1680:
  case 0x2028:
  case 0x202F:
  case 0x205F:
  case 0x3000:
    return TRUE;
  default:
    return c >= 0x2000 && c <= 0x200A;
  }
}

gsize
akk_text_space_before (const char *text, gsize n_bytes)
{
  const char *p = text;

  while (p < text + n_bytes && akk_text_is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p - text;
}

gsize
akk_text_space_after (const char *text, gsize n_bytes)
{
  const char *p = text + n_bytes;

  while (p > text && akk_text_is_space (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  return text + n_bytes - p;
}

gboolean
akk_text_is_field (const char *field, gsize n_bytes)
{
  if (n_bytes == 0 || n_bytes > 200 || !g_ascii_isalpha (field[0]))
    return FALSE;
  for (gsize i = 1; i < n_bytes; i++)
    if (!g_ascii_isalnum (field[i]) && (field[i] == '\0' || strchr ("_.:,;-+/=", field[i]) == NULL))
      return FALSE;
  return TRUE;
}

gboolean
akk_text_is_figure (const char *href)
{
  if (href == NULL || !g_str_has_prefix (href, "blob:") || href[5] == '\0')
    return FALSE;
  for (const char *p = href + 5; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return FALSE;
  return TRUE;
}

gboolean
akk_run_is_atom (const AkkRun *run)
{
  return run->field != NULL || run->note != NULL || run->alt != NULL;
}

gboolean
akk_run_same (const AkkRun *a, const AkkRun *b)
{
  return a->style == b->style && a->href == b->href && a->field == b->field && a->alt == b->alt &&
         a->note == b->note;
}

/* A valid label of a footnote: CommonMark compares them without case, and we write them bare. */
static const char *
intern_label (const char *label)
{
  g_autofree char *lower = NULL;
  gsize n_bytes;

  if (label == NULL)
    return NULL;
  lower = g_ascii_strdown (label, -1);
  n_bytes = strlen (lower);
  if (n_bytes > 0 && n_bytes <= 64 &&
      strspn (lower, "abcdefghijklmnopqrstuvwxyz0123456789_-") == n_bytes)
    return g_intern_string (lower);
  g_free (lower);
  lower = g_strdup_printf ("n%08x", g_str_hash (label));
  return g_intern_string (lower);
}

/* A link target without white space or control characters, NULL for none. */
static const char *
intern_href (const char *href)
{
  const guchar *p = (const guchar *) href;
  g_autofree char *valid = NULL;
  g_autoptr (GString) clean = NULL;

  if (href == NULL || *href == '\0')
    return NULL;
  while (*p > ' ' && *p < 0x7F)
    p++;
  if (*p == '\0')
    return g_intern_string (href);
  valid = g_utf8_make_valid (href, -1);
  clean = g_string_new (NULL);
  for (const char *q = valid; *q != '\0'; q = g_utf8_next_char (q)) {
    gunichar c = g_utf8_get_char (q);

    if (c < 0x80 ? c <= ' ' || c == 0x7F
                 : akk_text_is_space (c) || g_unichar_iscntrl (c) || c == 0xFEFF)
      for (const char *byte = q; byte < g_utf8_next_char (q); byte++)
        g_string_append_printf (clean, "%%%02X", (guchar) *byte);
    else
      g_string_append_unichar (clean, c);
  }
  return g_intern_string (clean->str);
}

/* Alternative text and headings: one line without white space at the edges. */
static char *
single_line (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0xFFFC || c == 0xFEFF)
      continue;
    if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
      c = ' ';
    g_string_append_unichar (clean, c);
  }
  return g_string_free_and_steal (g_steal_pointer (&clean));
}

static const char *
intern_alt (const char *alt)
{
  g_autofree char *line = single_line (alt);

  return g_intern_string (g_strstrip (line));
}

/* --- Building --- */

void
akk_inline_init (AkkInline *self)
{
  self->text = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (AkkRun));
}

void
akk_inline_clear (AkkInline *self)
{
  g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->runs, g_array_unref);
}

void
akk_inline_add (AkkInline *self, const char *text, gsize n_bytes, const AkkRun *like)
{
  AkkRun run = like != NULL ? *like : plain_run;
  AkkRun *last = NULL;

  if (n_bytes == 0)
    return;
  g_string_append_len (self->text, text, n_bytes);
  if (self->runs->len > 0)
    last = &g_array_index (self->runs, AkkRun, self->runs->len - 1);
  run.n_bytes = n_bytes;
  if (last != NULL && !akk_run_is_atom (&run) && !(run.style & AKK_STYLE_BREAK) &&
      akk_run_same (last, &run))
    last->n_bytes += n_bytes;
  else
    g_array_append_val (self->runs, run);
}

void
akk_inline_add_line (AkkInline *self, const AkkLine *line, gsize from, gsize to)
{
  gsize at = 0;

  for (guint i = 0; i < line->n_runs && at < to; at += line->runs[i++].n_bytes) {
    gsize start = MAX (at, from);
    gsize end = MIN (at + line->runs[i].n_bytes, to);

    if (start < end)
      akk_inline_add (self, line->text + start, end - start, &line->runs[i]);
  }
}

/* Adds text that is not an atom: control characters become spaces, breaks their own runs, and what
 * would pass for an atom goes. */
static void
add_clean (AkkInline *self, const char *text, gsize n_bytes, const AkkRun *like)
{
  AkkRun break_run = *like;
  const char *end = text + n_bytes;
  const char *start = text;

  break_run.style |= AKK_STYLE_BREAK;
  for (const char *p = text; p < end;) {
    guchar byte = *p;
    const char *next = g_utf8_next_char (p);
    gunichar c;

    /* Only these bytes begin something that is looked at: controls, C1, General Punctuation,
     * U+FExx. */
    if ((byte >= 0x20 && byte < 0x7F) || byte == '\t' ||
        (byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF)) {
      p = next;
      continue;
    }
    c = g_utf8_get_char (p);
    if (c == 0x2028 || c == 0x2029 || c == 0xFFFC || c == 0xFEFF || g_unichar_iscntrl (c)) {
      akk_inline_add (self, start, p - start, like);
      if (c == 0x2028)
        akk_inline_add (self, AKK_BREAK, strlen (AKK_BREAK), &break_run);
      else if (c != 0xFFFC && c != 0xFEFF)
        akk_inline_add (self, " ", 1, like);
      start = next;
    }
    p = next;
  }
  akk_inline_add (self, start, end - start, like);
}

/* Adds one run of foreign origin in its only valid form. */
static void
add_run (AkkInline *self, const char *text, gsize n_bytes, const AkkRun *run)
{
  AkkRun clean = { .style = run->style & (AKK_STYLE_BOLD | AKK_STYLE_ITALIC) };
  gboolean is_atom = n_bytes == strlen (AKK_ATOM) && memcmp (text, AKK_ATOM, n_bytes) == 0;

  if (is_atom && run->field != NULL) {
    if (!akk_text_is_field (run->field, strlen (run->field)))
      return;
    clean.field = g_intern_string (run->field);
    clean.href = akk_text_is_figure (run->href) ? NULL : intern_href (run->href);
  } else if (is_atom && run->note != NULL) {
    clean.note = intern_label (run->note);
  } else if (is_atom && akk_text_is_figure (run->href)) {
    clean.href = g_intern_string (run->href);
    clean.alt = intern_alt (run->alt);
  } else {
    clean.href = akk_text_is_figure (run->href) ? NULL : intern_href (run->href);
    if (g_utf8_validate_len (text, n_bytes, NULL)) {
      add_clean (self, text, n_bytes, &clean);
    } else {
      g_autofree char *valid = g_utf8_make_valid (text, n_bytes);
      add_clean (self, valid, strlen (valid), &clean);
    }
    return;
  }
  akk_inline_add (self, AKK_ATOM, strlen (AKK_ATOM), &clean);
}

AkkLine *
akk_inline_take (AkkInline *self, AkkLineKind kind, guint level)
{
  AkkLine *line = g_new0 (AkkLine, 1);

  g_atomic_ref_count_init (&line->ref_count);
  line->kind = kind;
  line->level = MIN (level, G_MAXUINT8);
  line->start = 1;
  line->text = g_strndup (self->text->str, self->text->len);
  line->n_runs = self->runs->len;
  line->runs = g_memdup2 (self->runs->data, self->runs->len * sizeof (AkkRun));
  g_string_truncate (self->text, 0);
  g_array_set_size (self->runs, 0);
  return line;
}

/* --- Public --- */

AkkLine *
akk_line_new (AkkLineKind kind, guint level, const char *text, const AkkRun *runs, guint n_runs)
{
  AkkInline built;
  AkkLine *line;
  gsize rest = strlen (text);

  akk_inline_init (&built);
  for (guint i = 0; runs != NULL && i < n_runs && rest > 0; i++) {
    gsize n_bytes = MIN (runs[i].n_bytes, rest);

    add_run (&built, text, n_bytes, &runs[i]);
    text += n_bytes;
    rest -= n_bytes;
  }
  if (rest > 0)
    add_run (&built, text, rest, &plain_run);
  line = akk_inline_take (&built, kind, level);
  akk_inline_clear (&built);
  return line;
}

AkkLine *
akk_line_new_table (const AkkTable *table)
{
  AkkLine *line = akk_line_new (AKK_LINE_TABLE, 0, "", NULL, 0);
  AkkTable *copy = g_new0 (AkkTable, 1);
  guint n_cells = table->n_rows * table->n_columns;
  guint total = 0;

  g_return_val_if_fail (n_cells > 0, line);
  copy->n_rows = table->n_rows;
  copy->n_columns = table->n_columns;
  copy->cells = g_new0 (AkkLine *, n_cells);
  for (guint i = 0; i < n_cells; i++)
    copy->cells[i] = table->cells[i] != NULL
                         ? akk_line_with (table->cells[i], AKK_LINE_PARAGRAPH, 0, 1, 0, NULL)
                         : akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0);
  copy->alignment = g_new (guint8, table->n_columns);
  copy->widths = g_new0 (guint8, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++) {
    guint8 side = table->alignment != NULL ? table->alignment[i] : 'l';

    copy->alignment[i] = side == 'c' || side == 'r' ? side : 'l';
    total += table->widths != NULL && table->widths[i] > 0 && table->widths[i] <= 100;
  }
  if (total == table->n_columns)
    memcpy (copy->widths, table->widths, table->n_columns);
  line->table = copy;
  return line;
}

AkkLine *
akk_line_new_heading (gint64 section, guint depth, const char *heading)
{
  g_autofree char *text = single_line (heading);
  AkkLine *line = akk_line_new (AKK_LINE_HEADING, depth, text, NULL, 0);

  line->section = section;
  return line;
}

AkkLine *
akk_line_with (
    const AkkLine *line, AkkLineKind kind, guint level, guint start, guint quote, const char *note)
{
  AkkInline built;
  AkkLine *copy;

  if (line->table != NULL)
    return akk_line_ref ((AkkLine *) line);
  note = intern_label (note);
  start = MIN (start, MAX_START);
  quote = quote != 0;
  if (line->kind == kind && line->level == level && line->start == start && line->quote == quote &&
      line->note == note)
    return akk_line_ref ((AkkLine *) line);
  akk_inline_init (&built);
  akk_inline_add_line (&built, line, 0, G_MAXSIZE);
  copy = akk_inline_take (&built, kind, level);
  akk_inline_clear (&built);
  copy->start = start;
  copy->quote = quote;
  copy->note = note;
  copy->section = kind == AKK_LINE_HEADING ? line->section : 0;
  return copy;
}

AkkLine *
akk_line_ref (AkkLine *line)
{
  g_atomic_ref_count_inc (&line->ref_count);
  return line;
}

void
akk_line_unref (AkkLine *line)
{
  if (!g_atomic_ref_count_dec (&line->ref_count))
    return;
  if (line->table != NULL) {
    for (guint i = 0; i < line->table->n_rows * line->table->n_columns; i++)
      akk_line_unref (line->table->cells[i]);
    g_free (line->table->cells);
    g_free (line->table->alignment);
    g_free (line->table->widths);
    g_free (line->table);
  }
  g_free (line->text);
  g_free (line->runs);
  g_free (line);
}

static gboolean
table_equal (const AkkTable *a, const AkkTable *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->n_rows != b->n_rows || a->n_columns != b->n_columns ||
      memcmp (a->alignment, b->alignment, a->n_columns) != 0 ||
      memcmp (a->widths, b->widths, a->n_columns) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_rows * a->n_columns; i++)
    if (!akk_line_equal (a->cells[i], b->cells[i]))
      return FALSE;
  return TRUE;
}

gboolean
akk_line_equal (const AkkLine *a, const AkkLine *b)
{
  if (a == b)
    return TRUE;
  if (a->kind != b->kind || a->level != b->level || a->quote != b->quote || a->start != b->start ||
      a->section != b->section || a->note != b->note || a->n_runs != b->n_runs ||
      strcmp (a->text, b->text) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_runs; i++)
    if (a->runs[i].n_bytes != b->runs[i].n_bytes || !akk_run_same (&a->runs[i], &b->runs[i]))
      return FALSE;
  return table_equal (a->table, b->table);
}
