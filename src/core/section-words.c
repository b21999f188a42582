/* A section of an agreement as people read it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/section-words.h"

#include "core/frozen-private.h"

static GPtrArray *
outline_of (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);

  return akk_outline_new (sections, akk_agreement_language (agreement));
}

char *
akk_section_heading (AkkStore *store, AkkAgreement *agreement, gint64 section_id)
{
  g_autoptr (GPtrArray) outline = outline_of (store, agreement);
  const AkkOutlineEntry *entry = akk_outline_find (outline, section_id);

  if (entry == NULL)
    return g_strdup ("");
  return *entry->number != '\0' ? g_strdup_printf ("%s %s", entry->number, entry->section->heading)
                                : g_strdup (entry->section->heading);
}

/* What is left of a text that is frozen is structure: nothing to read. */
static const char *
no_words (const char *field, gpointer data)
{
  return "";
}

char *
akk_section_words (AkkStore *store, AkkAgreement *agreement, gint64 section_id, AkkPhrases *phrases)
{
  g_autoptr (GPtrArray) outline = outline_of (store, agreement);
  const AkkOutlineEntry *entry = akk_outline_find (outline, section_id);
  g_autoptr (AkkFieldSource) source = akk_field_source_new (store, agreement, phrases);
  g_autoptr (GArray) captions = akk_frozen_captions (outline);
  const AkkFrozenText frozen = { outline, source, phrases, captions, NULL, NULL };
  g_autofree char *body = NULL;
  g_autoptr (AkkText) text = NULL;

  if (entry == NULL)
    return g_strdup ("");
  body = akk_frozen_body (&frozen, entry->section->body);
  text = akk_text_parse (body);
  return akk_text_plain (text, no_words, NULL);
}
