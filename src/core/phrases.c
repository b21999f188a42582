/* The words, dates and numbers of paper, in the agreement's language whatever the locale.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/phrases.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/datadir.h"
#include "core/phrases-keys.h"

#define MAX_NAMES 8 /* in one phrase */
#define MAX_WHOLE 100000000000000 /* a number that is still exact in 10⁻⁴ */

struct _AkkPhrases {
  char *language;
  GHashTable *texts; /* key -> text */
  GHashTable *kinds; /* word in small letters -> AkkWordKind */
  gsize longest; /* of these words, in bytes */
  GStrv months;
  GStrv numbers; /* from nought on */
};

G_DEFINE_QUARK (akk_phrases_error_quark, akk_phrases_error)

/* Letter by letter: the functions for whole strings ask the locale. */
static char *
map_letters (const char *text, gsize n_bytes, gunichar (*map) (gunichar))
{
  GString *mapped = g_string_sized_new (n_bytes + 8);

  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at))
    g_string_append_unichar (mapped, map (g_utf8_get_char (at)));
  return g_string_free_and_steal (mapped);
}

static void
add_kind (AkkPhrases *self, guint kind, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++) {
    char *lower = map_letters (words[i], strlen (words[i]), g_unichar_tolower);
    guint kinds = GPOINTER_TO_UINT (g_hash_table_lookup (self->kinds, lower));

    self->longest = MAX (self->longest, strlen (lower)); /* the table may free it */
    g_hash_table_insert (self->kinds, lower, GUINT_TO_POINTER (kinds | kind));
  }
}

static gboolean
read_list (AkkPhrases *self, const AkkPhraseKey *list, GKeyFile *file, GError **error)
{
  for (const AkkPhraseKey *it = list; it->key != NULL; it++) {
    g_autofree char *text = g_key_file_get_string (file, it->group, it->key, error);
    if (text == NULL)
      return FALSE;
    if (it->kind != 0) {
      g_auto (GStrv) words = g_key_file_get_string_list (file, it->group, it->key, NULL, error);
      if (words == NULL)
        return FALSE;
      add_kind (self, it->kind, words);
      if (g_str_equal (it->key, "months"))
        self->months = g_steal_pointer (&words);
    }
    g_hash_table_insert (self->texts, (gpointer) it->key, g_steal_pointer (&text));
  }
  return TRUE;
}

static gboolean
read_keys (AkkPhrases *self, GKeyFile *file, GError **error)
{
  if (!read_list (self, akk_phrase_keys, file, error) ||
      !read_list (self, akk_phrase_keys_report, file, error))
    return FALSE;
  self->numbers = g_key_file_get_string_list (file, "numbers", "words", NULL, error);
  if (self->numbers == NULL)
    return FALSE;
  if (g_strv_length (self->months) == 12)
    return TRUE;
  g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "months");
  return FALSE;
}

AkkPhrases *
akk_phrases_new (const char *language, GError **error)
{
  g_autofree char *name = g_strconcat ("phrases" G_DIR_SEPARATOR_S, language, ".ini", NULL);
  g_autofree char *path = akk_datadir_path (name);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (AkkPhrases) self = g_new0 (AkkPhrases, 1);
  g_autoptr (GError) reason = NULL;

  self->language = g_strdup (language);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* A tag never leads out of the folder. */
  if (strpbrk (language, "/\\.") == NULL &&
      g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &reason) &&
      read_keys (self, file, &reason))
    return g_steal_pointer (&self);

  g_set_error (error, AKK_PHRASES_ERROR, AKK_PHRASES_ERROR_LANGUAGE,
               _ ("Akkoord cannot print in the language “%s”: its phrases are missing or not "
                  "complete (%s)."),
               language, reason != NULL ? reason->message : name);
  return NULL;
}

void
akk_phrases_free (AkkPhrases *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->kinds);
  g_strfreev (self->months);
  g_strfreev (self->numbers);
  g_free (self);
}

const char *
akk_phrases_language (AkkPhrases *self)
{
  return self->language;
}

const char *
akk_phrases_get (AkkPhrases *self, const char *key)
{
  const char *text = g_hash_table_lookup (self->texts, key);

  g_assert (text != NULL);
  return text;
}

gint
akk_phrases_get_number (AkkPhrases *self, const char *key)
{
  return (gint) g_ascii_strtoll (akk_phrases_get (self, key), NULL, 10);
}

/* The value of the name that a template opens with, after its brace. */
static const char *
find_value (const char *const *pairs, const char *name, gsize n_bytes)
{
  for (guint i = 0; pairs[i] != NULL; i += 2)
    if (strncmp (pairs[i], name, n_bytes) == 0 && pairs[i][n_bytes] == '\0')
      return pairs[i + 1];
  return NULL;
}

char *
akk_phrases_format (AkkPhrases *self, const char *key, ...)
{
  const char *pairs[2 * MAX_NAMES + 1] = { NULL };
  const char *at = akk_phrases_get (self, key);
  GString *text = g_string_new (NULL);
  va_list names;
  guint n = 0;

  va_start (names, key);
  for (const char *name; (name = va_arg (names, const char *)) != NULL; n += 2) {
    g_assert (n < 2 * MAX_NAMES);
    pairs[n] = name;
    pairs[n + 1] = va_arg (names, const char *);
  }
  va_end (names);
  for (const char *open; (open = strchr (at, '{')) != NULL;) {
    gsize n_bytes = strcspn (open + 1, "}");
    const char *value = find_value (pairs, open + 1, n_bytes);

    g_string_append_len (text, at, open - at);
    g_string_append (text, value != NULL ? value : "{");
    at = value != NULL ? open + n_bytes + 2 : open + 1;
  }
  g_string_append (text, at);
  return g_string_free_and_steal (text);
}

char *
akk_phrases_list (AkkPhrases *self, const char *key, GStrv items)
{
  g_autofree char *more = g_strconcat (key, "-more", NULL);
  guint n = g_strv_length (items);
  char *text = g_strdup (n > 0 ? items[0] : "");

  for (guint i = 1; i < n; i++) {
    g_autofree char *before = text;
    text =
        akk_phrases_format (self, i + 1 < n ? more : key, "items", before, "item", items[i], NULL);
  }
  return text;
}

guint
akk_phrases_kinds (AkkPhrases *self, const char *word, gsize n_bytes)
{
  char buffer[32];

  if (n_bytes > self->longest)
    return 0;
  /* Every word of a text comes by here: no memory for the plain ones. */
  for (gsize i = 0; i < n_bytes && i < sizeof buffer - 1; i++) {
    if ((guchar) word[i] >= 128)
      break;
    buffer[i] = g_ascii_tolower (word[i]);
    if (i + 1 == n_bytes) {
      buffer[n_bytes] = '\0';
      return GPOINTER_TO_UINT (g_hash_table_lookup (self->kinds, buffer));
    }
  }
  g_autofree char *lower = map_letters (word, n_bytes, g_unichar_tolower);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->kinds, lower));
}

char *
akk_phrases_upper (const char *text)
{
  return map_letters (text, strlen (text), g_unichar_toupper);
}

char *
akk_phrases_sentence (const char *text)
{
  GString *result = g_string_new (NULL);
  gunichar first = g_utf8_get_char (text);
  gunichar letter, mark;

  if (*text == '\0')
    return g_string_free_and_steal (result);
  if (g_unichar_decompose (first, &letter, &mark) && mark == 0x301) /* a stress mark */
    first = letter;
  g_string_append_unichar (result, g_unichar_toupper (first));
  g_string_append (result, g_utf8_next_char (text));
  return g_string_free_and_steal (result);
}

char *
akk_phrases_date (AkkPhrases *self, gint64 days)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) date =
      ABS (days) < 3000000 ? g_date_time_add_days (epoch, (gint) days) : NULL;

  if (date == NULL)
    return g_strdup ("");

  g_autofree char *day = g_strdup_printf ("%d", g_date_time_get_day_of_month (date));
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (date));
  return akk_phrases_format (self, "date", "day", day, "month",
                             self->months[g_date_time_get_month (date) - 1], "year", year, NULL);
}

char *
akk_phrases_number (AkkPhrases *self, gint64 number)
{
  if (number >= 0 && number < g_strv_length (self->numbers))
    return g_strdup (self->numbers[number]);
  return akk_phrases_decimal (self, CLAMP (number, -MAX_WHOLE, MAX_WHOLE) * 10000, 0);
}

char *
akk_phrases_decimal (AkkPhrases *self, gint64 value, guint decimals)
{
  static const guint64 powers[] = { 10000, 1000, 100, 10, 1 };
  guint64 unit = powers[MIN (decimals, 4)];
  guint64 rounded = ((value < 0 ? -(guint64) value : (guint64) value) + unit / 2) / unit;
  guint64 parts = 10000 / unit;
  g_autofree char *whole = g_strdup_printf ("%" G_GUINT64_FORMAT, rounded / parts);
  gsize n = strlen (whole);
  GString *text = g_string_new (value < 0 && rounded > 0 ? "−" : "");

  for (gsize i = 0; i < n; i++) {
    if (i > 0 && (n - i) % 3 == 0 && n > 3)
      g_string_append (text, akk_phrases_get (self, "thousands"));
    g_string_append_c (text, whole[i]);
  }
  if (decimals > 0)
    g_string_append_printf (text, "%s%0*" G_GUINT64_FORMAT, akk_phrases_get (self, "decimal"),
                            (int) MIN (decimals, 4), rounded % parts);
  return g_string_free_and_steal (text);
}
