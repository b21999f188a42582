/* What still has to be done before an agreement can be frozen: its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/findings-private.h"

/* Where in the text the finder is. */
typedef struct {
  AkkFinder *finder;
  AkkSection *section; /* borrowed */
  guint line;
  GHashTable *captions; /* the ids of tables and figures: strings */
  GHashTable *annexes; /* annexes that were found missing: strings */
  char *annex[2]; /* the word, small and with a capital */
  const char *open; /* the clause that was made text and has not ended yet */
  guint open_line;
} Reader;

static void
add (Reader *self,
     const char *id,
     AkkFindingSeverity severity,
     const char *format,
     const char *name,
     const char *advice)
{
  akk_finder_add_in_text (self->finder, id, severity, self->section, self->line, format, name,
                          advice);
}

/* --- Atoms --- */

/* `ref:ID` and `ref:ID.page`: a section, a table or a figure. */
static gboolean
is_known_target (Reader *self, const char *reference)
{
  gsize n_bytes = strlen (reference);
  g_autofree char *target = g_strndup (
      reference, g_str_has_suffix (reference, ".page") ? n_bytes - strlen (".page") : n_bytes);
  char *end = NULL;
  gint64 id = g_ascii_strtoll (target, &end, 10);

  return g_hash_table_contains (self->captions, target) ||
         (end != target && *end == '\0' && akk_outline_find (self->finder->outline, id) != NULL);
}

static gboolean
is_clause (const char *name)
{
  for (const AkkClauseName *it = akk_clause_names; it->name != NULL; it++)
    if (strcmp (it->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* The clause that was made text must end before the next begins, within its section. */
static void
leave_clause (Reader *self)
{
  if (self->open == NULL)
    return;
  akk_finder_add_in_text (self->finder, "clause-open", AKK_FINDING_BLOCKING, self->section,
                          self->open_line, _ ("The end of the clause “%s” is missing"), self->open,
                          _ ("Bring the clause back with Restore, or delete its mark."));
  self->open = NULL;
}

static void
read_clause_mark (Reader *self, const char *field)
{
  if (g_str_has_prefix (field, "text:")) {
    leave_clause (self);
    self->open = field + strlen ("text:");
    self->open_line = self->line;
  } else if (self->open != NULL && strcmp (self->open, field + strlen ("end:")) == 0) {
    self->open = NULL;
  } else {
    add (self, "clause-open", AKK_FINDING_BLOCKING,
         _ ("The beginning of the clause “%s” is missing"), field + strlen ("end:"),
         _ ("Delete the mark of its end, or insert the clause again."));
  }
}

static void
read_value (Reader *self, const char *field)
{
  g_autofree char *value = akk_field_source_text (self->finder->source, field);
  g_autofree char *label = akk_field_source_label (self->finder->source, field);

  if (value == NULL)
    add (self, "unknown-field", AKK_FINDING_BLOCKING, _ ("There is no field “%s”"), field,
         _ ("What it stood for is gone: choose another field, or delete it."));
  else if (*value == '\0')
    add (self, "empty-field", AKK_FINDING_BLOCKING, _ ("The field “%s” is empty"), label,
         _ ("Fill in its value in the dossier, or delete the field."));
}

static void
read_atom (Reader *self, const char *field)
{
  if (g_str_has_prefix (field, "ref:")) {
    if (!is_known_target (self, field + strlen ("ref:")))
      add (self, "dead-reference", AKK_FINDING_BLOCKING, _ ("A cross-reference leads nowhere"), "",
           _ ("What it pointed at is gone: choose another target, or delete it."));
  } else if (g_str_has_prefix (field, "clause:")) {
    if (!is_clause (field + strlen ("clause:")))
      add (self, "unknown-clause", AKK_FINDING_BLOCKING, _ ("There is no clause “%s”"),
           field + strlen ("clause:"), _ ("Delete it, or insert another clause."));
  } else if (g_str_has_prefix (field, "text:") || g_str_has_prefix (field, "end:")) {
    read_clause_mark (self, field);
  } else if (!akk_field_is_structure (field)) {
    read_value (self, field);
  }
}

/* --- Words --- */

/* "Bijlage 2" of a heading: whether it begins with the word and that number. */
static gboolean
is_annex (const char *heading, const char *word, const char *number)
{
  g_autofree char *folded = g_utf8_casefold (heading, -1);
  g_autofree char *name = g_strconcat (word, " ", number, NULL);
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  gsize n_bytes = strlen (wanted);

  if (g_str_has_prefix (folded, wanted))
    return !g_unichar_isalnum (g_utf8_get_char (folded + n_bytes));
  return g_str_equal (number, "1") && g_str_equal (folded, word);
}

static gboolean
has_annex (AkkFinder *finder, const char *word, const char *number)
{
  for (guint i = 0; i < finder->outline->len; i++) {
    const AkkOutlineEntry *entry = finder->outline->pdata[i];
    if (is_annex (entry->section->heading, word, number) ||
        (entry->section->scheme == AKK_SCHEME_ANNEX && is_annex (entry->number, word, number)))
      return TRUE;
  }
  return FALSE;
}

/* The number or capital letter after the word, as in "zie bijlage 2"; NULL: none. */
static char *
annex_number (const char *text)
{
  const char *end;

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  for (end = text; g_ascii_isdigit (*end);)
    end++;
  if (end == text && g_ascii_isupper (*end))
    end++;
  if (end == text || g_unichar_isalnum (g_utf8_get_char (end)))
    return NULL;
  return g_strndup (text, end - text);
}

static void
set_annex (Reader *self, const char *word)
{
  g_autofree char *upper = akk_phrases_upper (word);

  self->annex[0] = g_strdup (word);
  self->annex[1] = g_strdup (word);
  self->annex[1][0] = upper[0]; /* a letter of ASCII in every language that we have */
}

static void
read_annexes (Reader *self, const char *text)
{
  const char *word = self->annex[0];

  for (guint i = 0; i < G_N_ELEMENTS (self->annex); i++)
    for (const char *at = text; (at = strstr (at, self->annex[i])) != NULL;) {
      g_autofree char *number = NULL;

      at += strlen (word);
      number = annex_number (at);
      if (number == NULL || has_annex (self->finder, word, number) ||
          g_hash_table_contains (self->annexes, number))
        continue;
      add (self, "missing-annex", AKK_FINDING_ADVICE,
           _ ("The text speaks of annex %s, but there is none"), number,
           _ ("Add a section with that heading, or change the text."));
      g_hash_table_add (self->annexes, g_steal_pointer (&number));
    }
}

/* "[^a]" that stayed as it was typed: its footnote is not there. */
static void
read_marks (Reader *self, const char *text)
{
  for (const char *at = text; (at = strstr (at, "[^")) != NULL;) {
    const char *end = at + strlen ("[^") + strcspn (at + strlen ("[^"), " ]");
    g_autofree char *mark = NULL;

    if (*end == ']' && end > at + strlen ("[^")) {
      mark = g_strndup (at, end + 1 - at);
      add (self, "mark-without-note", AKK_FINDING_BLOCKING, _ ("The mark %s has no footnote"), mark,
           _ ("Write the footnote with Insert, or delete the mark."));
    }
    at = end;
  }
}

static void
read_words (Reader *self, const char *text)
{
  g_auto (GStrv) blanks = akk_blanks_find (self->finder->phrases, text);

  for (guint i = 0; blanks[i] != NULL; i++)
    add (self, "blank", AKK_FINDING_BLOCKING, _ ("Something was left open: “%s”"), blanks[i],
         _ ("Fill in what is missing, or delete it."));
  read_annexes (self, text);
  read_marks (self, text);
}

/* --- Lines --- */

static void
read_runs (Reader *self, const AkkLine *line)
{
  for (guint i = 0; i < line->n_runs; i++)
    if (line->runs[i].field != NULL)
      read_atom (self, line->runs[i].field);
  read_words (self, line->text);
}

static gboolean
is_empty (const AkkLine *line)
{
  const char *at = line->text;

  while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return *at == '\0' && line->table == NULL;
}

/* Who hears the table, cell by cell, hears the header with each. */
static void
read_header (Reader *self, const AkkTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (!is_empty (table->cells[i]))
      return;
  add (self, "empty-header", AKK_FINDING_ADVICE, _ ("The header row of a table is empty"), "",
       _ ("Write above each column what stands in it."));
}

static void
read_line (Reader *self, const AkkLine *line)
{
  if (line->kind == AKK_LINE_NOTE && is_empty (line))
    add (self, "empty-note", AKK_FINDING_BLOCKING, _ ("A footnote says nothing"), "",
         _ ("Write the footnote, or delete its mark in the text."));
  if (line->table == NULL) {
    read_runs (self, line);
    return;
  }
  read_header (self, line->table);
  for (guint i = 0; i < line->table->n_rows * line->table->n_columns; i++)
    read_runs (self, line->table->cells[i]);
}

static gboolean
has_subsections (AkkFinder *finder, gint64 section)
{
  for (guint i = 0; i < finder->outline->len; i++) {
    const AkkOutlineEntry *entry = finder->outline->pdata[i];
    if (entry->section->parent_id == section)
      return TRUE;
  }
  return FALSE;
}

/* The heading on line `start` with all that stands under it. */
static void
read_section (Reader *self, guint start, guint end)
{
  const AkkText *text = self->finder->text;
  gboolean empty = TRUE;

  self->line = start;
  read_words (self, text->lines[start]->text);
  for (self->line = start + 1; self->line < end; self->line++) {
    read_line (self, text->lines[self->line]);
    empty &= is_empty (text->lines[self->line]);
  }
  leave_clause (self);
  self->line = start;
  /* Of rubrics something else is said. */
  if (*self->section->rubric != '\0' && *self->finder->agreement->template != '\0')
    return;
  if (empty && self->section->content == AKK_CONTENT_TEXT &&
      !has_subsections (self->finder, self->section->record.id))
    add (self, "empty-section", AKK_FINDING_ADVICE, _ ("Nothing stands under “%s”"),
         text->lines[start]->text, _ ("Write its text, or delete the section."));
}

static void
collect_captions (GHashTable *captions, const AkkText *text)
{
  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    for (guint k = 0; k < line->n_runs; k++) {
      const char *field = line->runs[k].field;
      if (field != NULL && g_str_has_prefix (field, "caption:"))
        g_hash_table_add (captions, (gpointer) (field + strlen ("caption:")));
    }
  }
}

void
akk_find_in_text (AkkFinder *finder)
{
  const AkkText *text = finder->text;
  g_autoptr (GHashTable) captions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) annexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { .finder = finder, .captions = captions, .annexes = annexes };
  guint end;

  set_annex (&reader, akk_phrases_get (finder->phrases, "annex"));
  collect_captions (captions, text);
  for (guint start = 0; start < text->n_lines; start = end) {
    const AkkOutlineEntry *entry = akk_outline_find (finder->outline, text->lines[start]->section);

    for (end = start + 1; end < text->n_lines && text->lines[end]->kind != AKK_LINE_HEADING;)
      end++;
    if (entry == NULL)
      continue;
    reader.section = entry->section;
    read_section (&reader, start, end);
  }
  for (guint i = 0; i < G_N_ELEMENTS (reader.annex); i++)
    g_free (reader.annex[i]);
}
