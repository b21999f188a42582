/* Functions that a text gives to people, and those that they hold in the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/findings-private.h"

#define TELLING_LETTERS 5 /* a word of so many letters tells that a function is meant */

typedef struct {
  GPtrArray *people; /* AkkPerson, each once */
  GStrv functions; /* words that are a function and nothing else, in small letters */
  GStrv former; /* words before one that make it a thing of the past or of another */
  GStrv titles; /* "mevrouw" */
  const char *and, *as;
} Search;

/* --- What people are called --- */

static GPtrArray *
collect_people (AkkFinder *self)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < self->parties->len; i++) {
    const AkkPartyEntry *entry = self->parties->pdata[i];

    for (guint k = 0; k < entry->people->len; k++) {
      AkkPerson *person = ((const AkkPartyPerson *) entry->people->pdata[k])->person;

      if (*person->name != '\0' && !g_ptr_array_find (people, person, NULL))
        g_ptr_array_add (people, person);
    }
  }
  return people;
}

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
    if (*office->function != '\0')
      g_strv_builder_add (functions, office->function);
  }
  return g_strv_builder_end (functions);
}

/* --- Words --- */

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

static gboolean
in_word (const char *at)
{
  return *at == '-' || g_unichar_isalnum (g_utf8_get_char (at));
}

/* How many bytes of the longest of `words` (small letters, ASCII) stand at the end of `text`, which
 * is `n` bytes long, as words of their own; 0: none. */
static gsize
ends_in (GStrv words, const char *text, gsize n)
{
  gsize longest = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    gsize n_word = strlen (words[i]);

    if (n_word > longest && n_word <= n &&
        g_ascii_strncasecmp (text + n - n_word, words[i], n_word) == 0 &&
        (n_word == n || !in_word (g_utf8_prev_char (text + n - n_word))))
      longest = n_word;
  }
  return longest;
}

static gsize
begins_with (GStrv words, const char *text)
{
  gsize longest = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    gsize n = strlen (words[i]);

    if (n > longest && g_ascii_strncasecmp (text, words[i], n) == 0 && !in_word (text + n))
      longest = n;
  }
  return longest;
}

static gsize
without_space (const char *text, gsize n)
{
  while (n > 0 && text[n - 1] == ' ')
    n--;
  return n;
}

/* --- Before the name: "burgemeester Lieve Van Hoorde" --- */

/* The function right before the name, to the place where the name begins. */
static const char *
function_before (const Search *search, const char *line, const char *name, gsize *n_bytes)
{
  gsize n = without_space (line, name - line);
  gsize n_former;

  if (n == (gsize) (name - line))
    return NULL;
  n = without_space (line, n - ends_in (search->titles, line, n));
  *n_bytes = ends_in (search->functions, line, n);
  if (*n_bytes == 0)
    return NULL;
  n_former = without_space (line, n - *n_bytes);
  return ends_in (search->former, line, n_former) == 0 ? line + n - *n_bytes : NULL;
}

/* --- Behind the name: "Lieve Van Hoorde, burgemeester", "Lieve Van Hoorde als burgemeester" --- */

/* Up to the next break of the sentence. */
static char *
up_to_break (const char *rest, const char *and)
{
  g_autofree char *joined = g_strdup_printf (" %s ", and);
  const char *end = rest + strcspn (rest, ",;.:()");
  const char *joint = g_strstr_len (rest, end - rest, joined);

  if (joint != NULL)
    end = joint;
  joint = g_strstr_len (rest, end - rest, AKK_ATOM);
  return g_strndup (rest, (joint != NULL ? joint : end) - rest);
}

/* Where what is said of a person begins; NULL: nothing is. `role`: it may be what they do at this
 * occasion only, "als voorzitter van de werkgroep". */
static const char *
skip_joint (const Search *search, const char *rest, gboolean *role)
{
  g_autofree char *as = g_strdup_printf (" %s ", search->as);

  *role = g_str_has_prefix (rest, as);
  if (*role)
    return rest + strlen (as);
  return g_str_has_prefix (rest, ", ") ? rest + strlen (", ") : NULL;
}

/* "Lieve Van Hoorde, burgemeester Koen Baetens": it is said of the next one. */
static gboolean
belongs_to_next (const Search *search, const char *behind)
{
  if (*behind != ' ')
    return FALSE;
  behind += strspn (behind, " ");
  for (gsize n; (n = begins_with (search->titles, behind)) > 0;) {
    behind += n;
    behind += strspn (behind, " ");
  }
  return g_unichar_isupper (g_utf8_get_char (behind));
}

/* --- Comparing --- */

/* The function of the register that is likely meant: one with such a word in it, else the only one.
 * NULL: who knows. */
static const char *
meant (GStrv known, const char *said)
{
  for (guint i = 0; known[i] != NULL; i++)
    if (share_word (said, known[i]))
      return known[i];
  for (guint i = 1; known[0] != NULL && known[i] != NULL; i++)
    if (!g_str_equal (known[i], known[0]))
      return NULL;
  return known[0];
}

static gboolean
holds (GStrv known, const char *function, gsize n_bytes)
{
  g_autofree char *folded = g_utf8_casefold (function, n_bytes);

  for (guint i = 0; known[i] != NULL; i++) {
    g_autofree char *it = g_utf8_casefold (known[i], -1);
    if (strstr (it, folded) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* `what` and `instead` keep the name, lest the same function of somebody else be mended. */
static void
report (AkkFinder *self,
        AkkSection *section,
        guint index,
        const char *said,
        const char *instead,
        char *what,
        char *with)
{
  AkkFinding *finding = akk_finder_add_in_text (
      self, "function-differs", AKK_FINDING_ADVICE, section, index,
      _ ("“%s” is not what the register says"), said,
      instead != NULL ? instead : _ ("Look on the page Partners what this person is."));

  g_free (finding->what);
  finding->what = what;
  finding->instead = with;
}

static void
compare_before (AkkFinder *self,
                const Search *search,
                const AkkPerson *person,
                const char *line,
                const char *name,
                AkkSection *section,
                guint index)
{
  gsize n_bytes = 0;
  const char *start = function_before (search, line, name, &n_bytes);
  g_auto (GStrv) known = NULL;
  g_autofree char *said = NULL, *before = NULL, *with = NULL;
  const char *instead;

  if (start == NULL)
    return;
  known = functions_of (self, person);
  if (known[0] == NULL || holds (known, start, n_bytes))
    return;
  said = g_strndup (start, n_bytes);
  instead = meant (known, said);
  before = g_strndup (start, name - start);
  if (instead != NULL) {
    /* A sentence that begins with it goes on to begin so. */
    g_autofree char *first =
        g_ascii_isupper (*start) ? akk_phrases_sentence (instead) : g_strdup (instead);
    with = g_strconcat (first, before + n_bytes, person->name, NULL);
  }
  report (self, section, index, said, instead, g_strconcat (before, person->name, NULL),
          g_steal_pointer (&with));
}

static void
compare_behind (AkkFinder *self,
                const Search *search,
                const AkkPerson *person,
                const char *rest,
                AkkSection *section,
                guint index)
{
  gboolean role, other;
  const char *start = skip_joint (search, rest, &role);
  g_autofree char *said = start != NULL ? up_to_break (start, search->and) : NULL;
  g_autofree char *joint = NULL;
  g_auto (GStrv) known = NULL;
  const char *instead;
  gsize n;

  if (said == NULL || *said == '\0')
    return;
  known = functions_of (self, person);
  for (guint i = 0; known[i] != NULL; i++)
    if (starts_like (start, known[i]) || starts_like (known[i], said))
      return;
  n = begins_with (search->functions, start);
  other = n > 0 && !belongs_to_next (search, start + n) && !holds (known, start, n);
  if (role && other) { /* no comma tells where it ends */
    g_free (said);
    said = g_strndup (start, n);
  }
  instead = known[0] != NULL && (!role || other) ? meant (known, said) : NULL;
  if (known[0] == NULL || (!other && (instead == NULL || !share_word (said, instead))))
    return;
  joint = g_strndup (rest, start - rest);
  report (self, section, index, said, instead, g_strconcat (person->name, joint, said, NULL),
          instead != NULL ? g_strconcat (person->name, joint, instead, NULL) : NULL);
}

static void
visit_functions_cb (
    AkkFinder *self, const AkkLine *line, AkkSection *section, guint index, gpointer data)
{
  const Search *search = data;

  for (guint i = 0; i < search->people->len; i++) {
    const AkkPerson *person = search->people->pdata[i];

    for (const char *at = line->text; (at = strstr (at, person->name)) != NULL;) {
      compare_before (self, search, person, line->text, at, section, index);
      at += strlen (person->name);
      compare_behind (self, search, person, at, section, index);
    }
  }
}

void
akk_find_functions (AkkFinder *self)
{
  g_autoptr (GPtrArray) people = collect_people (self);
  g_auto (GStrv) functions = akk_finder_words (self, "find-functions");
  g_auto (GStrv) former = akk_finder_words (self, "find-former");
  g_auto (GStrv) titles = akk_finder_words (self, "find-titles");
  Search search = { people,
                    functions,
                    former,
                    titles,
                    akk_phrases_get (self->phrases, "find-and"),
                    akk_phrases_get (self->phrases, "find-as") };

  akk_finder_each_line (self, visit_functions_cb, &search);
}
