/* Texts: arrays of shared lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text.h"

#include "core/text-private.h"

static AkkText *
text_new_taking (AkkLine **lines, guint n_lines)
{
  AkkText *text = g_new0 (AkkText, 1);

  g_atomic_ref_count_init (&text->ref_count);
  text->lines = lines;
  text->n_lines = n_lines;
  return text;
}

static void
copy_lines (AkkLine **target, AkkLine *const *lines, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    target[i] = akk_line_ref (lines[i]);
}

AkkText *
akk_text_new (AkkLine *const *lines, guint n_lines)
{
  AkkLine **copy = g_new (AkkLine *, n_lines);

  copy_lines (copy, lines, n_lines);
  return text_new_taking (copy, n_lines);
}

AkkText *
akk_text_ref (AkkText *text)
{
  g_atomic_ref_count_inc (&text->ref_count);
  return text;
}

void
akk_text_unref (AkkText *text)
{
  if (!g_atomic_ref_count_dec (&text->ref_count))
    return;
  for (guint i = 0; i < text->n_lines; i++)
    akk_line_unref (text->lines[i]);
  g_free (text->lines);
  g_free (text);
}

gboolean
akk_text_equal (const AkkText *a, const AkkText *b)
{
  if (a == b)
    return TRUE;
  if (a->n_lines != b->n_lines)
    return FALSE;
  for (guint i = 0; i < a->n_lines; i++)
    if (!akk_line_equal (a->lines[i], b->lines[i]))
      return FALSE;
  return TRUE;
}

AkkText *
akk_text_splice (
    const AkkText *text, guint position, guint n_removed, AkkLine *const *lines, guint n_lines)
{
  guint n_after;
  AkkLine **result;

  g_return_val_if_fail (position <= text->n_lines && n_removed <= text->n_lines - position, NULL);
  n_after = text->n_lines - position - n_removed;
  result = g_new (AkkLine *, position + n_lines + n_after);
  copy_lines (result, text->lines, position);
  copy_lines (result + position, lines, n_lines);
  copy_lines (result + position + n_lines, text->lines + position + n_removed, n_after);
  return text_new_taking (result, position + n_lines + n_after);
}

guint
akk_text_item_number (const AkkText *text, guint index)
{
  const AkkLine *line;
  guint number;

  g_return_val_if_fail (index < text->n_lines, 0);
  line = text->lines[index];
  if (line->kind != AKK_LINE_NUMBER)
    return 0;
  number = 0;
  while (index-- > 0) {
    const AkkLine *above = text->lines[index];

    if (above->kind == AKK_LINE_CONTINUED) {
      if (above->level < line->level)
        break;
      continue;
    }
    if ((above->kind != AKK_LINE_BULLET && above->kind != AKK_LINE_NUMBER) ||
        above->level < line->level || above->quote != line->quote)
      break;
    if (above->level > line->level)
      continue;
    if (above->kind != AKK_LINE_NUMBER)
      break;
    number++;
    line = above; /* the first of the list says where counting starts */
  }
  return line->start + number;
}
