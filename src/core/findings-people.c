/* What a text says of people and what the register knows: their functions, and for whom they act.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/findings-private.h"

#define TELLING_LETTERS 5 /* a word of so many letters tells that a function is meant */

/* --- Functions --- */

/* All that a person is called in the register and in this agreement. */
static GStrv
functions_of (AkkFinder *self, const AkkPerson *person)
{
  g_autoptr (GStrvBuilder) functions = g_strv_builder_new ();
  g_autoptr (GListModel) offices =
      akk_store_list (self->store, &akk_office_record, "person_id", person->record.id);

  for (guint i = 0; i < self->parties->len; i++) {
    const AkkPartyEntry *entry = self->parties->pdata[i];
    for (guint k = 0; k < entry->people->len; k++) {
      const AkkPartyPerson *it = entry->people->pdata[k];
      if (it->person == person && *akk_party_person_function (it) != '\0')
        g_strv_builder_add (functions, akk_party_person_function (it));
    }
  }
  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);
    g_strv_builder_add (functions, office->function);
  }
  return g_strv_builder_end (functions);
}

static gboolean
starts_like (const char *text, const char *start)
{
  g_autofree char *a = g_utf8_casefold (text, -1), *b = g_utf8_casefold (start, -1);

  return g_str_has_prefix (a, b);
}

static gboolean
share_word (const char *a, const char *b)
{
  g_autofree char *folded = g_utf8_casefold (b, -1);
  g_autoptr (GArray) words = akk_words_split (a);

  for (guint i = 0; i < words->len; i++) {
    const AkkWordSpan *span = &g_array_index (words, AkkWordSpan, i);
    g_autofree char *word = g_utf8_casefold (a + span->from, span->to - span->from);

    if (g_utf8_strlen (word, -1) >= TELLING_LETTERS && strstr (folded, word) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* What stands behind a name and a comma, up to the next break of the sentence. */
static char *
function_after (const char *rest, const char *and)
{
  g_autofree char *joined = g_strdup_printf (" %s ", and);
  const char *end, *joint;

  if (!g_str_has_prefix (rest, ", "))
    return NULL;
  rest += strlen (", ");
  end = rest + strcspn (rest, ",;.:()");
  joint = g_strstr_len (rest, end - rest, joined);
  if (joint != NULL)
    end = joint;
  joint = g_strstr_len (rest, end - rest, AKK_ATOM);
  return g_strndup (rest, (joint != NULL ? joint : end) - rest);
}

static void
compare_function (
    AkkFinder *self, const AkkPerson *person, const char *rest, AkkSection *section, guint index)
{
  g_autofree char *said = function_after (rest, akk_phrases_get (self->phrases, "find-and"));
  g_auto (GStrv) known = NULL;
  const char *shared = NULL;
  AkkFinding *finding;

  if (said == NULL || *said == '\0')
    return;
  known = functions_of (self, person);
  for (guint i = 0; known[i] != NULL; i++) {
    if (starts_like (rest + strlen (", "), known[i]) || starts_like (known[i], said))
      return;
    if (shared == NULL && share_word (said, known[i]))
      shared = known[i];
  }
  if (shared == NULL)
    return;
  finding = akk_finder_add_in_text (self, "function-differs", AKK_FINDING_ADVICE, section, index,
                                    _ ("“%s” is not what the register says"), said, shared);
  g_free (finding->what);
  finding->what = g_strdup_printf ("%s, %s", person->name, said);
  finding->instead = g_strdup_printf ("%s, %s", person->name, shared);
}

static void
visit_functions_cb (
    AkkFinder *self, const AkkLine *line, AkkSection *section, guint index, gpointer data)
{
  for (guint i = 0; i < self->parties->len; i++) {
    const AkkPartyEntry *entry = self->parties->pdata[i];

    for (guint k = 0; k < entry->people->len; k++) {
      const AkkPerson *person = ((const AkkPartyPerson *) entry->people->pdata[k])->person;

      if (*person->name == '\0')
        continue;
      for (const char *at = line->text; (at = strstr (at, person->name)) != NULL;) {
        at += strlen (person->name);
        compare_function (self, person, at, section, index);
      }
    }
  }
}

/* --- Represented and signing --- */

/* What a text says of who represents whom: from the word that says so up to the next, or the end of
 * the section. */
typedef struct {
  GString *words;
  AkkSection *section;
  guint line;
} Stretch;

static gboolean
names_person_of (AkkFinder *self, const AkkPartyEntry *entry, const char *words)
{
  g_autoptr (GListModel) offices = akk_store_list (
      self->store, &akk_office_record, "organisation_id", entry->organisation->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);
    g_autoptr (AkkPerson) person =
        akk_store_get (self->store, &akk_person_record, office->person_id);

    if (person != NULL && akk_text_names (words, person->name))
      return TRUE;
  }
  return FALSE;
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
find_not_representing (AkkFinder *self, const AkkPartyEntry *entry, const Stretch *stretch)
{
  g_autoptr (GListModel) offices = akk_store_list (
      self->store, &akk_office_record, "organisation_id", entry->organisation->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);
    g_autoptr (AkkPerson) person =
        akk_store_get (self->store, &akk_person_record, office->person_id);

    if (person == NULL || represents (entry, person->record.id) ||
        !akk_text_names (stretch->words->str, person->name))
      continue;
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

    if (!akk_text_has_word (words, entry->organisation->name) &&
        !akk_text_has_word (words, entry->organisation->short_name))
      continue;
    /* "vertegenwoordigd door haar gedelegeerd bestuurder" names nobody. */
    if (!names_person_of (self, entry, words))
      continue;
    find_unnamed (self, entry, stretch);
    find_not_representing (self, entry, stretch);
  }
  g_string_truncate (stretch->words, 0);
}

static void
find_represented (AkkFinder *self)
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

void
akk_find_people (AkkFinder *self)
{
  find_represented (self);
  akk_finder_each_line (self, visit_functions_cb, NULL);
}
