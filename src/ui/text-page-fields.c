/* The page Tekst: what its fields say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include <glib/gi18n.h>

/* What is lent to the editor lives until the field is asked for again. */
static const char *
lend (AkkTextPage *self, const char *field, char *text)
{
  g_hash_table_insert (self->field_texts, g_strdup (field), text);
  return text;
}

static char *
reference_text (AkkTextPage *self, const char *target)
{
  gboolean page = g_str_has_suffix (target, ".page");
  guint number = 0;
  double y, height;
  const gint64 id = g_ascii_strtoll (target, NULL, 10);
  const AkkReference *reference =
      self->targets != NULL ? g_hash_table_lookup (self->targets, &id) : NULL;

  if (reference == NULL)
    return NULL;
  if (!page)
    return g_strdup (reference->label);
  if (self->pages == NULL ||
      !akk_pages_find_line (self->pages, reference->line, &number, &y, &height))
    return g_strdup ("…"); /* counted when the text is laid out */
  return g_strdup_printf ("%u", number + 1);
}

/* "Tabel 1" */
static char *
caption_text (AkkTextPage *self, const char *id)
{
  g_autofree char *reference = reference_text (self, id);

  return reference != NULL ? akk_reference_after (self->phrases, "", reference) : NULL;
}

/* The lines of a clause as one stretch of text. */
static char *
clause_text (AkkTextPage *self, const char *name)
{
  g_autoptr (AkkText) clause = akk_field_source_clause (self->source, name);
  g_autofree char *plain = NULL;
  g_auto (GStrv) lines = NULL;
  GString *text;

  if (clause == NULL)
    return NULL;
  plain = akk_text_plain (clause, akk_text_page_field_text, self);
  lines = g_strsplit (plain, "\n", -1);
  text = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (*lines[i] == '\0')
      continue;
    if (text->len > 0)
      g_string_append (text, "\342\200\250");
    g_string_append (text, lines[i]);
  }
  return g_string_free_and_steal (text);
}

const char *
akk_text_page_field_text (const char *field, gpointer data)
{
  AkkTextPage *self = data;

  if (self->source == NULL)
    return field;
  if (g_str_has_prefix (field, "ref:"))
    return lend (self, field, reference_text (self, field + strlen ("ref:")));
  if (g_str_has_prefix (field, "caption:"))
    return lend (self, field, caption_text (self, field + strlen ("caption:")));
  if (g_str_has_prefix (field, "clause:"))
    return lend (self, field, clause_text (self, field + strlen ("clause:")));
  if (akk_field_is_structure (field))
    return field;
  return lend (self, field, akk_field_source_text (self->source, field));
}

const char *
akk_text_page_field_label (const char *field, gpointer data)
{
  AkkTextPage *self = data;
  g_autoptr (GPtrArray) choices = NULL;

  if (self->source == NULL)
    return NULL;
  for (guint i = 0; g_str_has_prefix (field, "clause:") && akk_clause_names[i].name != NULL; i++)
    if (g_str_equal (field + strlen ("clause:"), akk_clause_names[i].name))
      return _ (akk_clause_names[i].label);
  choices = akk_field_source_choices (self->source);
  for (guint i = 0; i < choices->len; i++) {
    const AkkFieldChoice *choice = choices->pdata[i];

    if (g_str_equal (choice->field, field))
      return g_intern_string (choice->label);
  }
  return NULL;
}

static gboolean
same_references (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const AkkReference *first = a->pdata[i], *second = b->pdata[i];

    if (first->id != second->id || !g_str_equal (first->label, second->label))
      return FALSE;
  }
  return TRUE;
}

static void
forget_references (AkkTextPage *self)
{
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->references, g_ptr_array_unref);
}

gboolean
akk_text_page_update_references (AkkTextPage *self, const AkkText *text)
{
  GPtrArray *references;
  gboolean same;

  if (self->phrases == NULL)
    return FALSE;
  references = akk_references_new (self->outline, text, self->phrases);
  same = same_references (self->references, references);
  forget_references (self);
  self->references = references;
  self->targets = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = references->len; i > 0; i--) { /* of two of one id the first counts */
    AkkReference *reference = references->pdata[i - 1];

    g_hash_table_replace (self->targets, &reference->id, reference);
  }
  return !same;
}

gboolean
akk_text_page_refers_to_pages (AkkTextPage *self)
{
  GHashTableIter iter;
  gpointer field;

  g_hash_table_iter_init (&iter, self->field_texts);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    if (g_str_has_prefix (field, "ref:") && g_str_has_suffix (field, ".page"))
      return TRUE;
  return FALSE;
}

void
akk_text_page_set_pages (AkkTextPage *self, AkkPages *pages)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer field, text;
  gboolean changed = FALSE;

  g_set_object (&self->pages, pages);
  g_hash_table_iter_init (&iter, self->field_texts);
  while (g_hash_table_iter_next (&iter, &field, &text))
    if (g_str_has_prefix (field, "ref:") && g_str_has_suffix (field, ".page"))
      g_ptr_array_add (fields, field);
  if (fields->len == 0 || pages == NULL)
    return;
  akk_text_page_update_references (self, akk_editor_get_text (self->editor));
  for (guint i = 0; i < fields->len; i++) {
    g_autofree char *now = reference_text (self, (char *) fields->pdata[i] + strlen ("ref:"));

    if (g_strcmp0 (now, g_hash_table_lookup (self->field_texts, fields->pdata[i])) != 0)
      changed = TRUE;
  }
  if (changed)
    akk_editor_refresh (self->editor);
}

void
akk_text_page_set_source (AkkTextPage *self)
{
  forget_references (self);
  g_clear_pointer (&self->source, akk_field_source_free);
  akk_editor_set_phrases (self->editor, NULL);
  g_clear_pointer (&self->phrases, akk_phrases_free);
  g_hash_table_remove_all (self->field_texts);
  if (self->agreement == NULL)
    return;
  self->phrases = akk_phrases_new (akk_agreement_language (self->agreement), NULL);
  if (self->phrases == NULL)
    return;
  self->source = akk_field_source_new (self->store, self->agreement, self->phrases);
  akk_editor_set_phrases (self->editor, self->phrases);
  akk_editor_set_lead_in (self->editor, akk_phrases_get (self->phrases, "commitments-lead"));
}
