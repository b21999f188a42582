/* Who acts for whom, as a text says it and as the register knows it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/findings-private.h"

/* What a text says of who represents whom: from the word that says so up to the next, or the end of
 * the section. */
typedef struct {
  GString *words;
  AkkSection *section;
  guint line;
} Stretch;

/* Who holds or held an office there. Elements: AkkPerson. */
static GPtrArray *
people_of (AkkFinder *self, const AkkPartyEntry *entry)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) offices = akk_store_list (
      self->store, &akk_office_record, "organisation_id", entry->organisation->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);
    AkkPerson *person = akk_store_get (self->store, &akk_person_record, office->person_id);

    if (person != NULL)
      g_ptr_array_add (people, person);
  }
  return people;
}

/* Those of them whom the words name. */
static GPtrArray *
named_of (AkkFinder *self, const AkkPartyEntry *entry, const char *words)
{
  GPtrArray *people = people_of (self, entry);

  for (guint i = people->len; i-- > 0;)
    if (!akk_text_names (words, ((const AkkPerson *) people->pdata[i])->name))
      g_ptr_array_remove_index (people, i);
  return people;
}

static void
find_unnamed (AkkFinder *self, const AkkPartyEntry *entry, const Stretch *stretch)
{
  for (guint i = 0; i < entry->people->len; i++) {
    const AkkPartyPerson *it = entry->people->pdata[i];

    if (it->representative->signs && !akk_text_names (stretch->words->str, it->person->name))
      akk_finder_add_in_text (self, "signs-unnamed", AKK_FINDING_ADVICE, stretch->section,
                              stretch->line,
                              _ ("%s signs, but the text does not name them as representative"),
                              it->person->name, _ ("Name them there, or let them not sign."));
  }
}

static gboolean
represents (const AkkPartyEntry *entry, gint64 person)
{
  for (guint i = 0; i < entry->people->len; i++)
    if (((const AkkPartyPerson *) entry->people->pdata[i])->person->record.id == person)
      return TRUE;
  return FALSE;
}

static void
find_not_representing (AkkFinder *self,
                       const AkkPartyEntry *entry,
                       const Stretch *stretch,
                       const GPtrArray *named)
{
  for (guint i = 0; i < named->len; i++) {
    const AkkPerson *person = named->pdata[i];

    if (!represents (entry, person->record.id))
      akk_finder_add_in_text (
          self, "named-not-representing", AKK_FINDING_ADVICE, stretch->section, stretch->line,
          _ ("The text lets %s represent a party, but nothing else does"), person->name,
          _ ("Add them to the representatives of the party, or change the text."));
  }
}

static void
end_stretch (AkkFinder *self, Stretch *stretch)
{
  const char *words = stretch->words->str;

  for (guint i = 0; *words != '\0' && i < self->parties->len; i++) {
    const AkkPartyEntry *entry = self->parties->pdata[i];
    g_autoptr (GPtrArray) named = NULL;

    if (!akk_text_has_word (words, entry->organisation->name) &&
        !akk_text_has_word (words, entry->organisation->short_name))
      continue;
    named = named_of (self, entry, words);
    /* "vertegenwoordigd door haar gedelegeerd bestuurder" names nobody. */
    if (named->len == 0)
      continue;
    find_unnamed (self, entry, stretch);
    find_not_representing (self, entry, stretch, named);
  }
  g_string_truncate (stretch->words, 0);
}

void
akk_find_people (AkkFinder *self)
{
  g_auto (GStrv) verbs = akk_finder_words (self, "find-represented");
  g_autoptr (GString) words = g_string_new (NULL);
  Stretch stretch = { .words = words };
  AkkSection *section = NULL;

  for (guint i = 0; i < self->text->n_lines; i++) {
    const AkkLine *line = self->text->lines[i];
    gboolean begins = akk_finder_mentions (verbs, line->text != NULL ? line->text : "");

    if (begins || line->kind == AKK_LINE_HEADING)
      end_stretch (self, &stretch);
    if (line->kind == AKK_LINE_HEADING) {
      const AkkOutlineEntry *entry = akk_outline_find (self->outline, line->section);
      section = entry != NULL ? entry->section : NULL;
    }
    if (begins && section != NULL) {
      stretch.section = section;
      stretch.line = i;
    }
    if (line->text != NULL && section != NULL && (begins || words->len > 0))
      g_string_append_printf (words, "%s\n", line->text);
  }
  end_stretch (self, &stretch);
}
