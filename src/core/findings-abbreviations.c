/* Abbreviations that nobody explains, and lists of what words mean that are printed nowhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/definition.h"
#include "core/findings-private.h"

#define MIN_LETTERS 2
#define MAX_LETTERS 6
#define MAX_TAIL 2 /* small letters behind the capitals; "UGent" is a name */
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

typedef struct {
  GHashTable *known; /* strings */
  gboolean explain; /* the first time through the text: what it explains itself */
} Abbreviations;

gboolean
akk_text_has_word (const char *text, const char *word)
{
  gsize n = strlen (word);

  for (const char *at = text; n > 0 && (at = strstr (at, word)) != NULL; at += n) {
    gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

    if (!g_unichar_isalnum (before) && !g_unichar_isalnum (g_utf8_get_char (at + n)))
      return TRUE;
  }
  return FALSE;
}

static void
learn (Abbreviations *self, const char *text)
{
  g_autoptr (GArray) words = akk_words_split (text);

  for (guint i = 0; i < words->len; i++) {
    const AkkWordSpan *span = &g_array_index (words, AkkWordSpan, i);
    g_hash_table_add (self->known, g_strndup (text + span->from, span->to - span->from));
  }
}

static void
learn_register (AkkFinder *self, Abbreviations *it)
{
  g_auto (GStrv) usual = akk_finder_words (self, "find-known");
  g_autoptr (GListModel) terms = akk_store_list (self->store, &akk_definition_record,
                                                 "agreement_id", self->agreement->record.id);
  g_autoptr (GListModel) list = akk_store_list (self->store, &akk_organisation_record, NULL, 0);

  for (guint i = 0; usual[i] != NULL; i++)
    learn (it, usual[i]);
  for (guint i = 0; i < g_list_model_get_n_items (terms); i++) {
    g_autoptr (AkkDefinition) definition = g_list_model_get_item (terms, i);
    learn (it, definition->term);
  }
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkOrganisation) organisation = g_list_model_get_item (list, i);
    learn (it, organisation->short_name);
    learn (it, organisation->name);
  }
}

/* "(VVSG)", or "VVSG (Vereniging …)". */
static gboolean
is_explained (const char *text, const AkkWordSpan *span)
{
  return (span->from > 0 && text[span->from - 1] == '(' && text[span->to] == ')') ||
         g_str_has_prefix (text + span->to, " (");
}

/* "NBAzu" is a word of its own, "KPIs" the plural of another. */
static gboolean
is_abbreviation (const char *text, const AkkWordSpan *span, gsize *n_bytes)
{
  const char *start = text + span->from;
  gsize n = strspn (start, CAPITALS), tail = 0;
  const char *end;

  if (n < MIN_LETTERS || n > MAX_LETTERS || strspn (start, "IVXLCDM") >= n)
    return FALSE;
  while (g_ascii_islower (start[n + tail]))
    tail++;
  end = start + n + tail;
  *n_bytes = n + (tail == 1 && end[-1] == 's' ? 0 : tail);
  /* "OCMW's" and "SPOC-werking", but not "COVID-19". */
  return tail <= MAX_TAIL &&
         (end == text + span->to || *end == '\'' || g_str_has_prefix (end, "’") ||
          (*end == '-' && g_ascii_islower (end[1])));
}

/* "LIEVE VAN HOORDE": words in capitals beside words in capitals are none. */
static gboolean
stands_alone (const char *text, const GArray *words, guint i)
{
  const AkkWordSpan *span = &g_array_index (words, AkkWordSpan, i);

  for (guint k = i > 0 ? i - 1 : i + 1; k <= i + 1 && k < words->len; k += 2) {
    const AkkWordSpan *other = &g_array_index (words, AkkWordSpan, k);
    const char *gap = text + MIN (span->to, other->to);
    gsize n_bytes = other->to - other->from;

    if (*gap == ' ' && MAX (span->from, other->from) - MIN (span->to, other->to) == 1 &&
        n_bytes > 1 && strspn (text + other->from, CAPITALS) >= n_bytes)
      return FALSE;
  }
  return TRUE;
}

/* Most lines go no further than this. */
static gboolean
has_capitals (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isupper (at[0]) && g_ascii_isupper (at[1]))
      return TRUE;
  return FALSE;
}

/* So is a line in capitals. */
static gboolean
is_shouted (const char *text)
{
  guint upper = 0, lower = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    upper += g_unichar_isupper (g_utf8_get_char (at));
    lower += g_unichar_islower (g_utf8_get_char (at));
  }
  return upper > 0 && lower == 0;
}

static void
visit_abbreviations_cb (
    AkkFinder *self, const AkkLine *line, AkkSection *section, guint index, gpointer data)
{
  Abbreviations *it = data;
  g_autoptr (GArray) words = NULL;

  if (!has_capitals (line->text) || is_shouted (line->text))
    return;
  words = akk_words_split (line->text);
  for (guint i = 0; i < words->len; i++) {
    const AkkWordSpan *span = &g_array_index (words, AkkWordSpan, i);
    g_autofree char *word = NULL;
    gsize n_bytes;

    if (!is_abbreviation (line->text, span, &n_bytes) || !stands_alone (line->text, words, i))
      continue;
    word = g_strndup (line->text + span->from, n_bytes);
    if (it->explain) {
      if (is_explained (line->text, span))
        g_hash_table_add (it->known, g_steal_pointer (&word));
    } else if (!g_hash_table_contains (it->known, word)) {
      AkkFinding *finding = akk_finder_add_in_text (
          self, "abbreviation", AKK_FINDING_ADVICE, section, index, _ ("Nobody explains “%s”"),
          word, _ ("Say in brackets what it stands for, or put it in the list of abbreviations."));
      finding->instead = akk_abbreviation_meaning (self->phrases, word);
      g_hash_table_add (it->known, g_steal_pointer (&word));
    }
  }
}

/* --- What the lists say --- */

/* Whether the clause stands in the text, as it is written by the program or as people changed it.
 */
static gboolean
has_clause (AkkFinder *self, const char *name)
{
  for (guint i = 0; i < self->text->n_lines; i++) {
    const AkkLine *line = self->text->lines[i];

    for (guint k = 0; k < line->n_runs; k++) {
      const char *field = line->runs[k].field;
      const char *colon = field != NULL ? strchr (field, ':') : NULL;

      if (colon != NULL && strcmp (colon + 1, name) == 0 &&
          (g_str_has_prefix (field, "clause:") || g_str_has_prefix (field, "text:")))
        return TRUE;
    }
  }
  return FALSE;
}

static guint
count_definitions (AkkFinder *self, AkkDefinitionKind kind)
{
  g_autoptr (GListModel) list = akk_store_list (self->store, &akk_definition_record, "agreement_id",
                                                self->agreement->record.id);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkDefinition) definition = g_list_model_get_item (list, i);
    n += definition->kind == (gint64) kind;
  }
  return n;
}

static void
find_unprinted (AkkFinder *self)
{
  static const struct {
    AkkDefinitionKind kind;
    const char *id, *text;
  } lists[] = {
    { AKK_DEFINITION_TERM, "definitions-unprinted",
      N_ ("The list of definitions stands nowhere in the text") },
    { AKK_DEFINITION_ABBREVIATION, "abbreviations-unprinted",
      N_ ("The list of abbreviations stands nowhere in the text") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    const char *clause = akk_definition_clause (lists[i].kind);
    AkkFinding *finding;

    if (count_definitions (self, lists[i].kind) == 0 || has_clause (self, clause))
      continue;
    finding = akk_finder_add (
        self, lists[i].id, AKK_FINDING_ADVICE, self->agreement, _ (lists[i].text),
        _ ("Insert the clause that prints it, so that whoever reads the paper finds it too."));
    finding->part = g_strdup (clause);
  }
}

char *
akk_abbreviation_meaning (AkkPhrases *phrases, const char *word)
{
  g_auto (GStrv) pairs = g_strsplit (akk_phrases_get (phrases, "find-lexicon"), ";", -1);
  gsize n = strlen (word);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (g_str_has_prefix (pairs[i], word) && pairs[i][n] == '=')
      return g_strdup (pairs[i] + n + 1);
  return NULL;
}

void
akk_find_abbreviations (AkkFinder *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Abbreviations it = { known, TRUE };

  learn_register (self, &it);
  akk_finder_each_line (self, visit_abbreviations_cb, &it);
  it.explain = FALSE;
  akk_finder_each_line (self, visit_abbreviations_cb, &it);
  find_unprinted (self);
}
