/* Leaves persons out of what is made public.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/discretion.h"

#include <string.h>

#include "core/action.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/store-values.h"

/* Two words or more, of which the first and the last begin with a capital: "Els Van den Berg". */
#define TYPED_NAME                                                                                 \
  "^\\p{Lu}(?:\\p{Ll}[\\p{L}'’-]*|\\.)\\s+(?:[\\p{L}'’-]+\\s+){0,4}\\p{Lu}[\\p{L}'’-]*\\p{Ll}$"

/* What tells a number in whatever way it is written: its end. */
#define PHONE_DIGITS 7
#define SHORTEST_NAME 4

struct _AkkDiscretion {
  GRegex *names; /* NULL: there are no persons */
  GRegex *numbers; /* NULL: they have no phone */
  GRegex *addresses;
  char *someone;
};

static void
add_alternative (GString *pattern, const char *alternative)
{
  if (pattern->len > 0)
    g_string_append_c (pattern, '|');
  g_string_append (pattern, alternative);
}

/* The words of a name, whatever stands between them. */
static char *
name_pattern (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " \t\n", -1);
  GString *pattern = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *word = g_regex_escape_string (words[i], -1);
    if (*word != '\0')
      g_string_append_printf (pattern, "%s%s", pattern->len > 0 ? "\\s+" : "", word);
  }
  return g_string_free_and_steal (pattern);
}

/* Whether the words of an organisation hold it: then it may be meant as that. */
static gboolean
is_organisation (GListModel *organisations, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++) {
    g_autoptr (AkkOrganisation) it = g_list_model_get_item (organisations, i);
    if (strstr (it->name, name) != NULL || strstr (it->short_name, name) != NULL ||
        strstr (it->seat, name) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
add_name (GString *pattern, const AkkPerson *person, GListModel *organisations)
{
  g_autofree char *whole = name_pattern (person->name);
  g_autofree char *trimmed = g_strstrip (g_strdup (person->name));
  const char *family = strchr (trimmed, ' ');
  g_autofree char *alone = NULL, *exact = NULL;

  if (*whole == '\0')
    return;
  add_alternative (pattern, whole);
  if (family == NULL || g_utf8_strlen (family + 1, -1) < SHORTEST_NAME ||
      is_organisation (organisations, family + 1))
    return;
  alone = name_pattern (family + 1);
  exact = g_strdup_printf ("(?-i:%s)", alone);
  add_alternative (pattern, exact);
}

typedef struct {
  GString *pattern;
  GListModel *organisations;
  GHashTable *known; /* set of char *: those that are in the pattern, or are no names */
} TypedNames;

/* "Els Claes, coördinator": who leads stands there also where the register does not know them. */
static void
add_typed_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  TypedNames *self = data;
  g_auto (GStrv) parts = g_strsplit_set (texts[0], ",;/&()\n", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *alternative = NULL;
    const char *name = g_strstrip (parts[i]);

    if (*name == '\0' || !g_hash_table_add (self->known, g_strdup (name)) ||
        !g_regex_match_simple (TYPED_NAME, name, 0, 0) ||
        is_organisation (self->organisations, name))
      continue;
    alternative = name_pattern (name);
    add_alternative (self->pattern, alternative);
  }
}

static void
add_typed_names (GString *pattern, AkkStore *store, GListModel *organisations)
{
  static const char *const fields[] = { "lead", NULL };
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TypedNames typed = { pattern, organisations, known };

  akk_store_each (store, &akk_action_record, fields, NULL, 0, add_typed_cb, &typed);
}

static void
add_number (GString *pattern, const char *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) number = g_string_new ("(?:[+(]?\\d[\\d\\s./()-]*)?");

  for (const char *at = phone; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
  if (digits->len < PHONE_DIGITS)
    return;
  for (gsize i = digits->len - PHONE_DIGITS; i < digits->len; i++)
    g_string_append_printf (number, "%s%c", i > digits->len - PHONE_DIGITS ? "[\\s./-]*" : "",
                            digits->str[i]);
  g_string_append (number, "(?!\\d)");
  add_alternative (pattern, number->str);
}

static GRegex *
compile (const char *before, const GString *alternatives, const char *after)
{
  g_autofree char *pattern = g_strconcat (before, "(?:", alternatives->str, ")", after, NULL);
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  if (alternatives->len == 0)
    return NULL;
  regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
  if (regex == NULL)
    g_error ("%s", error->message); /* all words in it are escaped */
  return regex;
}

AkkDiscretion *
akk_discretion_new (AkkStore *store, AkkPhrases *phrases)
{
  AkkDiscretion *self = g_new0 (AkkDiscretion, 1);
  g_autoptr (GListModel) persons = akk_store_list (store, &akk_person_record, NULL, 0);
  g_autoptr (GListModel) organisations = akk_store_list (store, &akk_organisation_record, NULL, 0);
  g_autoptr (GString) names = g_string_new (NULL), numbers = g_string_new (NULL);
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *before = NULL, *mrs = NULL, *mr = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (persons); i++) {
    g_autoptr (AkkPerson) person = g_list_model_get_item (persons, i);
    add_name (names, person, organisations);
    add_number (numbers, person->phone);
  }
  add_typed_names (names, store, organisations);
  mrs = name_pattern (akk_phrases_get (phrases, "title-mrs"));
  mr = name_pattern (akk_phrases_get (phrases, "title-mr"));
  add_alternative (titles, mrs);
  add_alternative (titles, mr);
  before = g_strdup_printf ("(?<!\\w)(?:(?:%s)\\s+)?", titles->str);
  self->names = compile (before, names, "(?!\\w)");
  self->numbers = compile ("", numbers, "");
  self->addresses =
      g_regex_new ("(?:mailto:)?[^\\s<>()\\[\\]“”\"',;:]+@[^\\s<>()\\[\\]“”\"',;:]+\\w",
                   G_REGEX_CASELESS, 0, NULL);
  self->someone = g_strdup (akk_phrases_get (phrases, "plan-someone"));
  return self;
}

void
akk_discretion_free (AkkDiscretion *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->names, g_regex_unref);
  g_clear_pointer (&self->numbers, g_regex_unref);
  g_clear_pointer (&self->addresses, g_regex_unref);
  g_free (self->someone);
  g_free (self);
}

static char *
replaced (GRegex *regex, char *text, const char *with)
{
  char *result;

  if (regex == NULL || *text == '\0')
    return text;
  result = g_regex_replace_literal (regex, text, -1, 0, with, 0, NULL);
  if (result == NULL) /* what cannot be searched is not made public */
    result = g_strdup ("");
  g_free (text);
  return result;
}

char *
akk_discretion_hide (AkkDiscretion *self, const char *text)
{
  char *hidden = g_strdup (text);

  /* Addresses first: names stand in them. */
  hidden = replaced (self->addresses, hidden, "…");
  hidden = replaced (self->numbers, hidden, "…");
  return replaced (self->names, hidden, self->someone);
}
