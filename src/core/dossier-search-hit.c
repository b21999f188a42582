/* What is said of something that a search found.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dossier-search-private.h"

#include <string.h>

#include "core/agreement.h"
#include "core/attachment.h"
#include "core/references.h"
#include "core/signature.h"
#include "core/text.h"

#define EXCERPT_CHARS 180

/* --- The line --- */

/* The fields that say what a record belongs to; the first one that is set counts. */
static const char *const belongs[] = {
  "meeting_id",  "body_id",      "evaluation_id", "action_id",       "signal_id",
  "item_id",     "indicator_id", "seat_id",       "signatory_id",    "version_id",
  "priority_id", "person_id",    "party_id",      "organisation_id",
};

/* An agreement stands at the top although it may follow another one. */
static const AkkField *
belonging (gconstpointer record)
{
  const AkkRecordType *type = AKK_RECORD (record)->type;

  if (type == &akk_agreement_record)
    return NULL;
  /* What lies within an agreement by itself: a priority of it does not make it part of that. */
  if (akk_record_type_field (type, "agreement_id") != NULL)
    return akk_record_type_field (type, "agreement_id");
  for (guint i = 0; i < G_N_ELEMENTS (belongs); i++) {
    const AkkField *field = akk_record_type_field (type, belongs[i]);

    if (field != NULL && akk_record_get_int (record, field) != 0)
      return field;
  }
  return NULL;
}

GPtrArray *
akk_search_line_new (AkkStore *store, gpointer record)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new_with_free_func (g_object_unref);
  const AkkField *field;

  g_ptr_array_add (line, g_object_ref (record));
  while (record != NULL && !AKK_RECORD (record)->deleted && line->len < 8) {
    field = belonging (record);
    if (field == NULL)
      return g_steal_pointer (&line);
    record = akk_store_get (store, akk_record_type_find (field->table),
                            akk_record_get_int (record, field));
    if (record != NULL)
      g_ptr_array_add (line, record);
  }
  return NULL;
}

gpointer
akk_search_hit_record (const AkkSearchHit *self)
{
  return self->line->pdata[0];
}

gpointer
akk_search_hit_find (const AkkSearchHit *self, const AkkRecordType *type)
{
  for (guint i = 0; i < self->line->len; i++)
    if (AKK_RECORD (self->line->pdata[i])->type == type)
      return self->line->pdata[i];
  return NULL;
}

/* --- Words --- */

/* Of the fields of a name only those in which one reads it: a short name stands in for none. */
static gboolean
names (const AkkField *field)
{
  static const char *const naming[] = { "number", "title", "name", "heading", NULL };

  return field->search && g_strv_contains (naming, field->name);
}

static char *
title_of (gconstpointer record)
{
  const AkkRecordType *type = AKK_RECORD (record)->type;
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++) {
    const char *text =
        names (&type->fields[i]) ? akk_record_get_text (record, &type->fields[i]) : "";

    if (*text != '\0')
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", text);
  }
  return g_string_free_and_steal (title);
}

static char *
plain (const AkkField *field, const char *text)
{
  g_autoptr (AkkText) parsed = field->body ? akk_text_parse (text) : NULL;

  return parsed != NULL ? akk_text_plain (parsed, NULL, NULL) : g_strdup (text);
}

/* The field with most of the words; one with none of them only where it tells what this is. */
static const AkkField *
telling_field (gconstpointer record, const AkkSearchWords *words)
{
  const AkkRecordType *type = AKK_RECORD (record)->type;
  const AkkField *telling = NULL;
  int most = 0;

  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    const char *text = field->search && !names (field) ? akk_record_get_text (record, field) : "";
    int n = *text != '\0' ? __builtin_popcount (akk_search_words_find (words, text, NULL)) : 0;

    if (n > most || (telling == NULL && *text != '\0' && field->body)) {
      most = MAX (n, most);
      telling = field;
    }
  }
  return telling;
}

static void
set_excerpt (AkkSearchHit *hit, const AkkSearchWords *words, const char *text)
{
  gconstpointer record = akk_search_hit_record (hit);
  const AkkField *field = text == NULL ? telling_field (record, words) : NULL;
  g_autofree char *whole = NULL;

  if (field != NULL)
    whole = plain (field, akk_record_get_text (record, field));
  if (text == NULL)
    text = whole != NULL ? whole : "";
  hit->excerpt = akk_search_words_excerpt (words, text, EXCERPT_CHARS, hit->excerpt_spans);
}

/* --- Sections --- */

static GPtrArray *
outline_of (AkkDossierSearch *self, AkkAgreement *agreement)
{
  GPtrArray *outline = g_hash_table_lookup (self->outlines, &agreement->record.id);

  if (outline == NULL) {
    g_autoptr (GListModel) sections =
        akk_store_list (self->store, &akk_section_record, "agreement_id", agreement->record.id);

    outline = akk_outline_new (sections, akk_agreement_language (agreement));
    g_hash_table_insert (self->outlines,
                         g_memdup2 (&agreement->record.id, sizeof agreement->record.id), outline);
  }
  return outline;
}

/* "Deel IV. Overlegstructuur", and where that stands. */
static void
place_section (AkkDossierSearch *self, AkkSearchHit *hit)
{
  AkkSection *section = akk_search_hit_record (hit);
  AkkAgreement *agreement = akk_search_hit_find (hit, &akk_agreement_record);
  GPtrArray *outline = agreement != NULL ? outline_of (self, agreement) : NULL;
  const AkkOutlineEntry *entry =
      outline != NULL ? akk_outline_find (outline, section->record.id) : NULL;
  guint depth = entry != NULL ? entry->depth : 0, i = 0;

  if (entry == NULL)
    return;
  if (*entry->number != '\0') {
    g_autofree char *heading = g_steal_pointer (&hit->title);

    hit->title = g_strconcat (entry->number, *heading != '\0' ? " " : "", heading, NULL);
  }
  while (i < outline->len && outline->pdata[i] != entry)
    i++;
  for (; i > 0 && depth > 1; i--) {
    const AkkOutlineEntry *above = outline->pdata[i - 1];

    if (above->depth >= depth)
      continue;
    depth = above->depth;
    g_set_str (&hit->part, NULL);
    hit->part = akk_reference_to_section (above);
  }
}

/* --- A hit --- */

/* Whether a name holds nothing but the words. */
static gboolean
is_whole (const AkkSearchWords *words, const char *title, GArray *spans)
{
  const char *from = title;

  for (guint i = 0; i <= spans->len; i++) {
    const AkkSearchSpan *span = i < spans->len ? &g_array_index (spans, AkkSearchSpan, i) : NULL;
    const char *until = span != NULL ? title + span->from : title + strlen (title);

    for (const char *c = from; c < until; c = g_utf8_next_char (c))
      if (g_unichar_isalnum (g_utf8_get_char (c)))
        return FALSE;
    from = span != NULL ? title + span->to : until;
  }
  return spans->len >= akk_search_words_count (words);
}

static AkkHitWorth
worth_of (const AkkSearchHit *hit, const AkkSearchWords *words, guint bits)
{
  if (bits != (1u << akk_search_words_count (words)) - 1)
    return AKK_HIT_TEXT;
  return is_whole (words, hit->title, hit->title_spans) ? AKK_HIT_WHOLE : AKK_HIT_NAME;
}

static const char *
file_of (gconstpointer record)
{
  if (AKK_RECORD (record)->type == &akk_attachment_record)
    return ((const AkkAttachment *) record)->file;
  if (AKK_RECORD (record)->type == &akk_signature_record)
    return ((const AkkSignature *) record)->scan;
  return "";
}

AkkSearchHit *
akk_search_hit_new (AkkDossierSearch *self,
                    const AkkSearchWords *words,
                    GPtrArray *line,
                    const char *text)
{
  AkkSearchHit *hit = g_new0 (AkkSearchHit, 1);
  gpointer record = line->pdata[0];
  const char *file = file_of (record);
  guint bits;

  hit->line = line;
  hit->part = g_strdup ("");
  hit->title_spans = g_array_new (FALSE, FALSE, sizeof (AkkSearchSpan));
  hit->excerpt_spans = g_array_new (FALSE, FALSE, sizeof (AkkSearchSpan));
  hit->title = title_of (record);
  bits = akk_search_words_find (words, hit->title, hit->title_spans);
  hit->worth = text == NULL ? worth_of (hit, words, bits) : AKK_HIT_TEXT;
  if (AKK_RECORD (record)->type == &akk_section_record) {
    place_section (self, hit);
    g_array_set_size (hit->title_spans, 0);
    akk_search_words_find (words, hit->title, hit->title_spans);
  }
  set_excerpt (hit, words, text);
  hit->reading = *file != '\0' ? akk_store_get_reading (self->store, file) : AKK_READING_DONE;
  return hit;
}

void
akk_search_hit_free (AkkSearchHit *self)
{
  g_ptr_array_unref (self->line);
  g_free (self->title);
  g_free (self->part);
  g_free (self->excerpt);
  g_array_unref (self->title_spans);
  g_array_unref (self->excerpt_spans);
  g_free (self);
}
