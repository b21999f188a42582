/* The whole text of an agreement: its sections as one text, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agreement-text.h"

#include <string.h>

/* What a section's body was last read from or written from. A body that is still the same gives the
 * very same lines, also those that CommonMark cannot hold (an empty paragraph that was just typed).
 */
typedef struct {
  char *body;
  AkkText *text;
} Known;

static void
known_free (gpointer data)
{
  Known *self = data;

  g_free (self->body);
  akk_text_unref (self->text);
  g_free (self);
}

static GQuark
known_quark (void)
{
  return g_quark_from_static_string ("akk-section-text");
}

static AkkText *
get_known (AkkSection *section)
{
  Known *known = g_object_get_qdata (G_OBJECT (section), known_quark ());

  return known != NULL && strcmp (known->body, section->body) == 0 ? known->text : NULL;
}

static void
set_known (AkkSection *section, const char *body, AkkText *text)
{
  Known *known = g_new0 (Known, 1);

  known->body = g_strdup (body);
  known->text = akk_text_ref (text);
  g_object_set_qdata_full (G_OBJECT (section), known_quark (), known, known_free);
}

/* Where the body of the heading on line `index` ends. */
static guint
body_end (const AkkText *text, guint index)
{
  do
    index++;
  while (index < text->n_lines && text->lines[index]->kind != AKK_LINE_HEADING);
  return index;
}

static gboolean
same_lines (const AkkText *body, AkkLine *const *lines, guint n_lines)
{
  return body->n_lines == n_lines &&
         (n_lines == 0 || memcmp (body->lines, lines, n_lines * sizeof *lines) == 0);
}

/* `body` with the lines at its head and tail that `lines` has too. */
static AkkText *
share_lines (AkkText *body, AkkLine *const *lines, guint n_lines)
{
  g_autoptr (AkkText) headed = NULL;
  guint shorter = MIN (body->n_lines, n_lines);
  guint head = 0, tail = 0;

  while (head < shorter && akk_line_equal (body->lines[head], lines[head]))
    head++;
  while (tail < shorter - head &&
         akk_line_equal (body->lines[body->n_lines - 1 - tail], lines[n_lines - 1 - tail]))
    tail++;
  headed = akk_text_splice (body, 0, head, lines, head);
  return akk_text_splice (headed, body->n_lines - tail, tail, lines + n_lines - tail, tail);
}

/* The lines that `previous` has of a section, if they are written as its body is. */
static AkkText *
exact_body (AkkSection *section, AkkLine *const *lines, guint n_lines)
{
  AkkText *known = get_known (section);
  g_autoptr (AkkText) body = NULL;
  g_autofree char *written = NULL;

  if (known != NULL && same_lines (known, lines, n_lines))
    return akk_text_ref (known);
  body = akk_text_new (lines, n_lines);
  written = akk_text_write (body);
  return strcmp (written, section->body) == 0 ? g_steal_pointer (&body) : NULL;
}

static AkkText *
load_body (AkkSection *section, const AkkText *previous, guint heading)
{
  AkkLine *const *lines = NULL;
  guint n_lines = 0;
  AkkText *body = NULL;

  if (previous != NULL && heading < previous->n_lines) {
    lines = previous->lines + heading + 1;
    n_lines = body_end (previous, heading) - heading - 1;
    body = exact_body (section, lines, n_lines);
  }
  if (body == NULL && get_known (section) != NULL)
    return akk_text_ref (get_known (section));
  if (body == NULL) {
    g_autoptr (AkkText) parsed = akk_text_parse (section->body);

    body = share_lines (parsed, lines, n_lines);
  }
  set_known (section, section->body, body);
  return body;
}

static void
add_section (GPtrArray *lines, const AkkOutlineEntry *entry, const AkkText *previous, guint index)
{
  AkkSection *section = entry->section;
  AkkLine *heading = akk_line_new_heading (section->record.id, entry->depth, section->heading);
  g_autoptr (AkkText) body = load_body (section, previous, index);

  if (previous != NULL && index < previous->n_lines &&
      akk_line_equal (heading, previous->lines[index])) {
    akk_line_unref (heading);
    heading = akk_line_ref (previous->lines[index]);
  }
  g_ptr_array_add (lines, heading);
  for (guint i = 0; i < body->n_lines; i++)
    g_ptr_array_add (lines, akk_line_ref (body->lines[i]));
}

AkkText *
akk_agreement_text_load (GPtrArray *outline, const AkkText *previous)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (GHashTable) headings = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; previous != NULL && i < previous->n_lines; i++)
    if (previous->lines[i]->kind == AKK_LINE_HEADING)
      g_hash_table_insert (headings, &previous->lines[i]->section, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (headings, &entry->section->record.id));

    add_section (lines, entry, previous, found > 0 ? found - 1 : G_MAXUINT);
  }
  return akk_text_new ((AkkLine **) lines->pdata, lines->len);
}

static gboolean
is_known (AkkSection *section, AkkLine *const *lines, guint n_lines)
{
  AkkText *known = get_known (section);

  return known != NULL && same_lines (known, lines, n_lines);
}

/* A text that was taken over, and is written anew, is no longer the old one. */
static void
mark_changed (AkkStore *store, AkkSection *section)
{
  if (section->review == AKK_REVIEW_OPEN || section->review == AKK_REVIEW_VALID)
    akk_store_set_int (store, section, "review", AKK_REVIEW_CHANGED);
}

/* Writes the body of a section if it differs. `lines` are as they stand in the text, `body` what is
 * to be written: with the footnotes of its marks. */
static guint
save_body (
    AkkStore *store, AkkSection *section, AkkLine *const *lines, guint n_lines, const AkkText *body)
{
  g_autoptr (AkkText) as_is = akk_text_new (lines, n_lines);
  g_autofree char *written = akk_text_write (body);
  gboolean differs = strcmp (section->body, written) != 0;

  if (differs) {
    akk_store_set_text (store, section, "body", written);
    mark_changed (store, section);
  }
  set_known (section, written, as_is);
  return differs;
}

static guint
save_heading (AkkStore *store, AkkSection *section, const AkkLine *heading)
{
  gboolean differs = strcmp (section->heading, heading->text) != 0;

  if (differs) {
    akk_store_set_text (store, section, "heading", heading->text);
    mark_changed (store, section);
  }
  return differs;
}

static gboolean
marks_are_known (const AkkLine *line, GHashTable *notes)
{
  const AkkTable *table = line->table;

  for (guint i = 0; table != NULL && i < table->n_rows * table->n_columns; i++)
    if (!marks_are_known (table->cells[i], notes))
      return FALSE;
  for (guint i = 0; i < line->n_runs; i++)
    if (line->runs[i].note != NULL && !g_hash_table_contains (notes, line->runs[i].note))
      return FALSE;
  return TRUE;
}

/* Whether all notes that are marked in a section stand in it; else they are brought from elsewhere.
 */
static gboolean
has_its_notes (AkkLine *const *lines, guint n_lines)
{
  g_autoptr (GHashTable) notes = g_hash_table_new (NULL, NULL); /* labels are interned */

  for (guint i = 0; i < n_lines; i++)
    if (lines[i]->kind == AKK_LINE_NOTE)
      g_hash_table_add (notes, (gpointer) lines[i]->note);
  for (guint i = 0; i < n_lines; i++)
    if (!marks_are_known (lines[i], notes))
      return FALSE;
  return TRUE;
}

/* The body of a section, whose heading comes first, as it is to be written. */
static AkkText *
tidy_section (AkkLine *const *lines, guint n_lines)
{
  g_autoptr (AkkText) section = akk_text_new (lines, n_lines);
  g_autoptr (AkkText) tidy = akk_text_normalise (section);

  return akk_text_new (tidy->lines + 1, tidy->n_lines - 1);
}

guint
akk_agreement_text_save (AkkStore *store, GPtrArray *outline, const AkkText *text)
{
  g_autoptr (AkkText) tidy = NULL; /* made when notes were moved; has the same headings */
  guint n_changed = 0;
  guint end, tidy_start = 0, tidy_end;

  g_return_val_if_fail (text->n_lines == 0 || text->lines[0]->kind == AKK_LINE_HEADING, 0);
  for (guint start = 0; start < text->n_lines; start = end) {
    const AkkOutlineEntry *entry = akk_outline_find (outline, text->lines[start]->section);
    AkkLine *const *lines = text->lines + start + 1;
    g_autoptr (AkkText) body = NULL;

    end = body_end (text, start);
    if (entry == NULL)
      continue;
    n_changed += save_heading (store, entry->section, text->lines[start]);
    if (is_known (entry->section, lines, end - start - 1))
      continue;
    if (has_its_notes (lines, end - start - 1)) {
      body = tidy_section (text->lines + start, end - start);
      n_changed += save_body (store, entry->section, lines, end - start - 1, body);
      continue;
    }
    if (tidy == NULL)
      tidy = akk_text_normalise (text);
    while (tidy->lines[tidy_start]->section != text->lines[start]->section)
      tidy_start = body_end (tidy, tidy_start);
    tidy_end = body_end (tidy, tidy_start);
    body = akk_text_new (tidy->lines + tidy_start + 1, tidy_end - tidy_start - 1);
    n_changed += save_body (store, entry->section, lines, end - start - 1, body);
  }
  return n_changed;
}
