/* The commitments of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/commitments.h"

#include <string.h>

#include "core/agreement-text.h"

#define PREFIX "commitment:"

static void
commitment_free (gpointer data)
{
  AkkCommitment *self = data;

  g_free (self->number);
  g_free (self->text);
  g_free (self);
}

/* 0: the line is no commitment. */
static gint64
line_id (const AkkLine *line)
{
  const char *field = line->n_runs > 0 ? line->runs[0].field : NULL;
  char *end = NULL;
  gint64 id;

  if ((line->kind != AKK_LINE_BULLET && line->kind != AKK_LINE_NUMBER) || field == NULL ||
      !g_str_has_prefix (field, PREFIX))
    return 0;
  id = g_ascii_strtoll (field + strlen (PREFIX), &end, 10);
  return end != NULL && *end == '\0' ? MAX (id, 0) : 0;
}

static void
add_words (GString *out, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;

  for (const char *at = text; at < end; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (!g_unichar_isspace (c))
      g_string_append_unichar (out, c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
}

static void
add_line (GString *out, const AkkLine *line, AkkFieldSource *source)
{
  const char *at = line->text;

  add_words (out, " ", 1);
  for (guint i = 0; i < line->n_runs; at += line->runs[i++].n_bytes) {
    const AkkRun *run = &line->runs[i];
    g_autofree char *value = NULL;

    if (run->field != NULL && source != NULL)
      value = akk_field_source_text (source, run->field);
    if (run->field != NULL)
      add_words (out, value != NULL ? value : "", value != NULL ? strlen (value) : 0);
    else if (run->note == NULL && run->alt == NULL)
      add_words (out, at, run->n_bytes);
  }
}

/* The item on line `index` with the paragraphs that continue it. */
static char *
item_text (const AkkText *text, guint index, AkkFieldSource *source)
{
  GString *out = g_string_new (NULL);
  guint level = text->lines[index]->level;

  add_line (out, text->lines[index], source);
  while (++index < text->n_lines && text->lines[index]->kind == AKK_LINE_CONTINUED &&
         text->lines[index]->level == level)
    add_line (out, text->lines[index], source);
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free_and_steal (out);
}

GPtrArray *
akk_commitments_new (GPtrArray *outline, const AkkText *text, AkkFieldSource *source)
{
  GPtrArray *commitments = g_ptr_array_new_with_free_func (commitment_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  const AkkOutlineEntry *entry = NULL;
  gint64 section = 0;

  for (guint i = 0; i < text->n_lines; i++) {
    gint64 id = line_id (text->lines[i]);
    AkkCommitment *commitment;

    if (text->lines[i]->kind == AKK_LINE_HEADING) {
      section = text->lines[i]->section;
      entry = akk_outline_find (outline, section);
    }
    if (id == 0 || g_hash_table_contains (seen, &id))
      continue;
    commitment = g_new0 (AkkCommitment, 1);
    commitment->id = id;
    commitment->section = section;
    commitment->number = g_strdup (entry != NULL ? entry->number : "");
    commitment->line = i;
    commitment->text = item_text (text, i, source);
    g_ptr_array_add (commitments, commitment);
    g_hash_table_add (seen, &commitment->id);
  }
  return commitments;
}

GPtrArray *
akk_commitments_load (AkkStore *store, AkkAgreement *agreement, AkkFieldSource *source)
{
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, akk_agreement_language (agreement));
  g_autoptr (AkkText) text = akk_agreement_text_load (outline, NULL);

  return akk_commitments_new (outline, text, source);
}

char *
akk_commitment_plain (const AkkCommitment *self)
{
  char *text = g_strdup (self->text);

  if (g_str_has_suffix (text, ";") || g_str_has_suffix (text, "."))
    text[strlen (text) - 1] = '\0';
  return text;
}
