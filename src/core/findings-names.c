/* Names that were typed in a text and nearly equal one of the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/findings-private.h"

#define MAX_LETTERS 64 /* of a name; longer ones are not compared */
#define PERSON_LETTERS 6 /* shorter names differ from too many others */
#define ORGANISATION_LETTERS 5
#define CAPITALS_LETTERS 4
#define LONG_LETTERS 12 /* so many letters may differ in two, shorter ones in one */

typedef struct {
  char *text;
  gunichar letters[MAX_LETTERS];
  glong n_letters;
  guint n_words;
  gboolean person, capitals;
} Name;

static void
name_free (gpointer data)
{
  Name *self = data;

  g_free (self->text);
  g_free (self);
}

/* --- Letters --- */

static gboolean
in_word (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-' || c == '\'' || c == 0x2019;
}

GArray *
akk_words_split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (AkkWordSpan));
  const char *at = text;

  while (*at != '\0') {
    AkkWordSpan span;

    while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    span.from = at - text;
    while (*at != '\0' && in_word (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    span.to = at - text;
    if (span.to > span.from)
      g_array_append_val (words, span);
  }
  return words;
}

/* Small letters and digits only; how many, or -1 when they are too many. */
static glong
squash (const char *text, gsize n_bytes, gunichar *letters)
{
  glong n = 0;

  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (!g_unichar_isalnum (c))
      continue;
    if (n == MAX_LETTERS)
      return -1;
    letters[n++] = g_unichar_tolower (c);
  }
  return n;
}

/* How many letters were left out, added, changed or swapped with the next. */
static guint
distance (const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
  guint rows[3][MAX_LETTERS + 1];

  for (glong k = 0; k <= n_b; k++)
    rows[0][k] = (guint) k;
  for (glong i = 1; i <= n_a; i++) {
    guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];

    row[0] = (guint) i;
    for (glong k = 1; k <= n_b; k++) {
      row[k] = MIN (MIN (row[k - 1], above[k]) + 1, above[k - 1] + (a[i - 1] != b[k - 1]));
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        row[k] = MIN (row[k], earlier[k - 2] + 1);
    }
  }
  return rows[n_a % 3][n_b];
}

static gboolean
all_capitals (const char *text, gsize n_bytes)
{
  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at))
    if (!g_unichar_isupper (g_utf8_get_char (at)))
      return FALSE;
  return n_bytes > 0;
}

/* --- The register --- */

static void
add_name (GPtrArray *names, const char *text, gboolean person)
{
  Name *name = g_new0 (Name, 1);
  g_autoptr (GArray) words = akk_words_split (text);

  name->text = g_strdup (text);
  name->n_letters = squash (text, strlen (text), name->letters);
  name->n_words = words->len;
  name->person = person;
  name->capitals = all_capitals (text, strlen (text));
  if (name->n_letters > 0)
    g_ptr_array_add (names, name);
  else
    name_free (name);
}

static GPtrArray *
collect_names (AkkFinder *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (name_free);
  g_autoptr (GListModel) people = akk_store_list (self->store, &akk_person_record, NULL, 0);
  g_autoptr (GListModel) list = akk_store_list (self->store, &akk_organisation_record, NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++) {
    g_autoptr (AkkPerson) person = g_list_model_get_item (people, i);
    add_name (names, person->name, TRUE);
  }
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkOrganisation) organisation = g_list_model_get_item (list, i);
    add_name (names, organisation->name, FALSE);
    add_name (names, organisation->short_name, FALSE);
  }
  return names;
}

/* Whether words of a text are a name of the register that was misspelt. */
static gboolean
is_nearly (const Name *name, const gunichar *letters, glong n, guint n_words, gboolean capitals)
{
  glong least = name->person     ? PERSON_LETTERS
                : name->capitals ? CAPITALS_LETTERS
                                 : ORGANISATION_LETTERS;
  guint limit = name->n_letters >= LONG_LETTERS ? 2 : 1;
  guint d;

  if (name->n_letters < least || letters[0] != name->letters[0] ||
      ABS (n - name->n_letters) > (glong) limit || (name->person && name->n_words < 2))
    return FALSE;
  d = distance (letters, n, name->letters, name->n_letters);
  if (n_words != name->n_words)
    return d == 0 && name->person;
  if (d == 0 || d > limit)
    return FALSE;
  /* An adjective or a plural of a place ends otherwise. */
  return name->person || (name->capitals && capitals) ||
         (!name->capitals && !capitals && n > 2 &&
          letters[n - 1] == name->letters[name->n_letters - 1] &&
          letters[n - 2] == name->letters[name->n_letters - 2]);
}

/* --- The text --- */

typedef struct {
  GPtrArray *names; /* Name */
  GHashTable *seen;
} Search;

/* Whether a name begins with this letter and has about so many words: the rest costs more. */
static gboolean
may_match (GPtrArray *names, gunichar letter, guint n_words)
{
  gunichar lower = g_unichar_tolower (letter);

  for (guint i = 0; i < names->len; i++) {
    const Name *name = names->pdata[i];
    if (name->letters[0] == lower && name->n_words + 1 >= n_words && n_words + 1 >= name->n_words)
      return TRUE;
  }
  return FALSE;
}

/* The name that the words are, or nearly are; `exact` tells which of the two. */
static const Name *
match (GPtrArray *names,
       const char *text,
       const AkkWordSpan *first,
       const AkkWordSpan *last,
       guint n_words,
       gboolean *exact)
{
  gunichar letters[MAX_LETTERS];
  gsize n_bytes = last->to - first->from;
  const Name *nearly = NULL;
  gboolean capitals;
  glong n;

  *exact = FALSE;
  if (!may_match (names, g_utf8_get_char (text + first->from), n_words))
    return NULL;
  n = squash (text + first->from, n_bytes, letters);
  capitals = all_capitals (text + first->from, n_bytes);
  for (guint i = 0; n > 0 && i < names->len; i++) {
    const Name *name = names->pdata[i];

    if (letters[0] != name->letters[0])
      continue;
    if (name->n_words == n_words && name->n_letters == n &&
        memcmp (letters, name->letters, n * sizeof *letters) == 0) {
      *exact = TRUE;
      return name;
    }
    if (nearly == NULL && is_nearly (name, letters, n, n_words, capitals))
      nearly = name;
  }
  return nearly;
}

/* How many words from `i` on have nothing but white space between them, at most `most`. */
static guint
run_length (const char *text, const GArray *words, guint i, guint most)
{
  guint n = 1;

  for (; n < most && i + n < words->len; n++) {
    const AkkWordSpan *a = &g_array_index (words, AkkWordSpan, i + n - 1);
    const AkkWordSpan *b = &g_array_index (words, AkkWordSpan, i + n);

    for (const char *at = text + a->to; at < text + b->from; at = g_utf8_next_char (at))
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        return n;
  }
  return n;
}

static void
visit_names_cb (
    AkkFinder *self, const AkkLine *line, AkkSection *section, guint index, gpointer data)
{
  Search *search = data;
  g_autoptr (GArray) words = akk_words_split (line->text);

  for (guint i = 0; i < words->len; i++) {
    const AkkWordSpan *first = &g_array_index (words, AkkWordSpan, i);
    guint most = g_unichar_isupper (g_utf8_get_char (line->text + first->from))
                     ? run_length (line->text, words, i, 9)
                     : 0;

    for (guint n = most; n > 0; n--) {
      const AkkWordSpan *last = &g_array_index (words, AkkWordSpan, i + n - 1);
      gboolean exact;
      const Name *name = match (search->names, line->text, first, last, n, &exact);
      g_autofree char *found = NULL;
      AkkFinding *finding;

      if (name == NULL)
        continue;
      found = g_strndup (line->text + first->from, last->to - first->from);
      if (!exact && g_hash_table_add (search->seen, g_strdup (found))) {
        finding = akk_finder_add_in_text (self, "nearly-name", AKK_FINDING_ADVICE, section, index,
                                          _ ("“%s” is written otherwise in the register"), found,
                                          name->text);
        finding->instead = g_strdup (name->text);
      }
      i += n - 1;
      break;
    }
  }
}

void
akk_find_names (AkkFinder *self)
{
  g_autoptr (GPtrArray) names = collect_names (self);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { names, seen };

  akk_finder_each_line (self, visit_names_cb, &search);
}

gboolean
akk_text_names (const char *text, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (name_free);
  g_autoptr (GArray) words = akk_words_split (text);

  add_name (names, name, TRUE);
  for (guint i = 0; names->len > 0 && i < words->len; i++)
    for (guint n = run_length (text, words, i, 9); n > 0; n--) {
      gboolean exact;

      if (match (names, text, &g_array_index (words, AkkWordSpan, i),
                 &g_array_index (words, AkkWordSpan, i + n - 1), n, &exact) != NULL)
        return TRUE;
    }
  return FALSE;
}
