/* Numbers that were typed in headings: the same one twice, and automatic ones in their place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Deel IV. Duur", "5 Principes", "5.1 Vacatures", "A. Leidraad". A plain number or letter counts
 * below its own parent; one with a word or with points stands for the whole agreement. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/findings-private.h"

#define MAX_DIGITS 2 /* "2026 en later" begins with no number of a chapter */

/* The words of the phrase find-parts that have a numbering of their own stand first. */
static const AkkScheme word_schemes[] = { AKK_SCHEME_PART, AKK_SCHEME_ARTICLE, AKK_SCHEME_ANNEX };

typedef struct {
  gsize n_bytes; /* of the number and what closes it, with the white space behind */
  AkkScheme scheme; /* that makes such numbers */
  gboolean everywhere; /* it counts in the whole agreement, not only below its parent */
  char *name; /* "Deel IV"; NULL: there is none */
} Label;

static gsize
span (const char *text, const char *characters)
{
  return strspn (text, characters);
}

/* The word that a numbered heading begins with, and the white space behind it. */
static gsize
read_word (GStrv words, const char *text, guint *index)
{
  for (guint i = 0; words[i] != NULL; i++) {
    gsize n = strlen (words[i]);
    g_autofree char *start = strlen (text) > n ? g_utf8_casefold (text, n) : NULL;
    g_autofree char *word = g_utf8_casefold (words[i], -1);

    if (start != NULL && g_str_equal (start, word) && text[n] == ' ') {
      *index = i;
      return n + span (text + n, " ");
    }
  }
  return 0;
}

/* The number itself: "IV", "5", "5.1", "A". `closed`: a point or bracket must follow. */
static gsize
read_number (const char *text, AkkScheme *scheme, gboolean *closed)
{
  gsize digits = span (text, "0123456789");
  gsize n = digits;

  *closed = FALSE;
  if (digits > 0) {
    *scheme = AKK_SCHEME_DECIMAL;
    if (digits > MAX_DIGITS)
      return 0;
    while (text[n] == '.' && g_ascii_isdigit (text[n + 1])) {
      *scheme = AKK_SCHEME_DECIMAL_PATH;
      n += 1 + span (text + n + 1, "0123456789");
    }
    return n;
  }
  *closed = TRUE;
  n = span (text, "IVXLC");
  if (n > 0 && (n > 1 || text[0] != 'C')) {
    *scheme = AKK_SCHEME_ROMAN;
    return n;
  }
  *scheme = AKK_SCHEME_LETTER;
  return g_ascii_isupper (*text) ? 1 : 0;
}

static void
read_label (GStrv words, const char *heading, Label *label)
{
  guint index = G_MAXUINT;
  gsize word = read_word (words, heading, &index);
  gboolean wants_end;
  gsize n = read_number (heading + word, &label->scheme, &wants_end);
  gsize end = word + n + span (heading + word + n, ".):");

  *label = (Label) { .scheme = label->scheme };
  if (n == 0 || (wants_end && word == 0 && end == word + n) ||
      (heading[end] != '\0' && heading[end] != ' '))
    return;
  if (label->scheme == AKK_SCHEME_LETTER && heading[end - 1] == ')')
    label->scheme = AKK_SCHEME_LETTER_PAREN;
  if (index < G_N_ELEMENTS (word_schemes))
    label->scheme = word_schemes[index];
  label->everywhere = word > 0 || label->scheme == AKK_SCHEME_DECIMAL_PATH;
  label->n_bytes = end + span (heading + end, " ");
  label->name = g_strndup (heading, word + n);
}

static gboolean
is_typed (const AkkSection *section)
{
  return section->scheme == AKK_SCHEME_NONE;
}

/* What a heading is numbered, by hand or by its scheme, among all with which it must differ. */
static char *
key_of (GStrv words, const AkkOutlineEntry *entry, Label *label)
{
  g_autofree char *folded = NULL;

  read_label (words, is_typed (entry->section) ? entry->section->heading : entry->number, label);
  if (label->name == NULL)
    return NULL;
  folded = g_utf8_casefold (label->name, -1);
  return label->everywhere
             ? g_steal_pointer (&folded)
             : g_strdup_printf ("%" G_GINT64_FORMAT ":%s", entry->section->parent_id, folded);
}

void
akk_find_numbers (AkkFinder *self)
{
  g_auto (GStrv) words = akk_finder_words (self, "find-parts");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i];
    Label label;
    g_autofree char *key = key_of (words, entry, &label);
    g_autofree char *name = label.name;
    const AkkSection *before = key != NULL ? g_hash_table_lookup (seen, key) : NULL;

    if (key != NULL && before == NULL) {
      g_hash_table_insert (seen, g_steal_pointer (&key), entry->section);
      continue;
    }
    if (key == NULL || (!is_typed (entry->section) && !is_typed (before)))
      continue;
    akk_finder_add_in_text (self, "number-twice", AKK_FINDING_BLOCKING,
                            is_typed (entry->section) ? entry->section : (AkkSection *) before,
                            akk_finder_heading_line (self, entry->section->record.id),
                            _ ("The number “%s” stands twice"), name,
                            _ ("It was typed by hand. Akkoord can number the headings."));
  }
}

void
akk_renumber_typed (AkkStore *store, GPtrArray *outline, GStrv words, gint64 section)
{
  const AkkOutlineEntry *model = akk_outline_find (outline, section);
  Label wanted = { 0 };

  if (model == NULL)
    return;
  read_label (words, model->section->heading, &wanted);
  for (guint i = 0; wanted.name != NULL && i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];
    Label label = { 0 };

    if (entry->depth != model->depth || !is_typed (entry->section) ||
        (!wanted.everywhere && entry->section->parent_id != model->section->parent_id))
      continue;
    read_label (words, entry->section->heading, &label);
    if (label.name != NULL && label.scheme == wanted.scheme) {
      g_autofree char *heading = g_strdup (entry->section->heading + label.n_bytes);
      akk_store_set_int (store, entry->section, "scheme", label.scheme);
      akk_store_set_text (store, entry->section, "heading", heading);
    }
    g_free (label.name);
  }
  g_free (wanted.name);
}
