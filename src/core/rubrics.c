/* How far an agreement fills the rubrics of its template.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/rubrics.h"

#include <string.h>

#include "core/field-source.h"

#define MAX_DEPTH 32 /* what is deeper goes round: two people moved at once */
#define CLAUSE "{{clause:"

typedef struct {
  AkkRubrics *self;
  AkkStore *store;
  AkkFieldSource *source; /* NULL: the language is not known */
  GHashTable *given; /* the texts of the template */
} Reader;

static AkkRubricEntry *
find_entry (const AkkRubrics *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++) {
    AkkRubricEntry *entry = &g_array_index (self->entries, AkkRubricEntry, i);

    if (g_str_equal (entry->rubric->id, id))
      return entry;
  }
  return NULL;
}

static AkkRubricEntry *
entry_of (const AkkRubrics *self, AkkStore *store, gint64 id)
{
  for (guint depth = 0; id != 0 && depth < MAX_DEPTH; depth++) {
    g_autoptr (AkkSection) section = akk_store_get (store, &akk_section_record, id);

    if (section == NULL || section->record.deleted)
      return NULL;
    if (*section->rubric != '\0')
      return find_entry (self, section->rubric);
    id = section->parent_id;
  }
  return NULL;
}

static GHashTable *
given_texts (const AkkTemplate *template)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < template->records->len; i++) {
    const AkkRecord *record = template->records->pdata[i];

    if (record->type == &akk_section_record)
      g_hash_table_add (texts, g_strstrip (g_strdup (((const AkkSection *) record)->body)));
  }
  return texts;
}

/* Whether the program has something to write in the first clause of a text. */
static gboolean
clause_speaks (Reader *reader, const char *body)
{
  const char *start = strstr (body, CLAUSE);
  const char *end = start != NULL ? strstr (start, "}}") : NULL;
  g_autofree char *name = NULL;
  g_autoptr (AkkText) text = NULL;

  if (end == NULL || reader->source == NULL)
    return FALSE;
  start += strlen (CLAUSE);
  name = g_strndup (start, end - start);
  text = akk_field_source_clause (reader->source, name);
  return text != NULL && text->n_lines > 0;
}

static void
read_section (Reader *reader, const AkkSection *section)
{
  AkkRubricEntry *entry = entry_of (reader->self, reader->store, section->record.id);
  g_autofree char *body = g_strstrip (g_strdup (section->body));
  gboolean own = *body != '\0' && !g_hash_table_contains (reader->given, body);

  if (entry == NULL)
    return;
  if (entry->section == 0 && *section->rubric != '\0')
    entry->section = section->record.id;
  if (own || section->content != AKK_CONTENT_TEXT || clause_speaks (reader, body))
    entry->state = AKK_RUBRIC_FILLED;
  else if (entry->state == AKK_RUBRIC_MISSING)
    entry->state = AKK_RUBRIC_EMPTY;
}

static void
read_sections (Reader *reader, AkkAgreement *agreement)
{
  g_autoptr (GListModel) sections =
      akk_store_list (reader->store, &akk_section_record, "agreement_id", agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);

    read_section (reader, section);
  }
}

/* --- Public --- */

AkkRubrics *
akk_rubrics_new (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (AkkTemplate) template =
      *agreement->template != '\0' ? akk_template_load (agreement->template, NULL) : NULL;
  g_autoptr (AkkPhrases) phrases = NULL;
  g_autoptr (AkkFieldSource) source = NULL;
  g_autoptr (GHashTable) given = NULL;
  AkkRubrics *self;

  if (template == NULL || template->rubrics->len == 0)
    return NULL;
  self = g_new0 (AkkRubrics, 1);
  self->template = g_steal_pointer (&template);
  self->entries = g_array_new (FALSE, TRUE, sizeof (AkkRubricEntry));
  for (guint i = 0; i < self->template->rubrics->len; i++) {
    AkkRubricEntry entry = { .rubric = self->template->rubrics->pdata[i] };

    g_array_append_val (self->entries, entry);
  }
  phrases = akk_phrases_new (akk_agreement_language (agreement), NULL);
  source = phrases != NULL ? akk_field_source_new (store, agreement, phrases) : NULL;
  given = given_texts (self->template);
  read_sections (&(Reader) { self, store, source, given }, agreement);
  for (guint i = 0; i < self->entries->len; i++)
    self->n_filled += g_array_index (self->entries, AkkRubricEntry, i).state == AKK_RUBRIC_FILLED;
  return self;
}

void
akk_rubrics_free (AkkRubrics *self)
{
  g_array_unref (self->entries);
  akk_template_free (self->template);
  g_free (self);
}

const AkkRubricEntry *
akk_rubrics_of_section (const AkkRubrics *self, AkkStore *store, gint64 section)
{
  return entry_of (self, store, section);
}
