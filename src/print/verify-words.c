/* The words of a PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/verify-words.h"

#include <glib/gi18n.h>
#include <poppler.h>
#include <string.h>

#include "print/verify.h"

/* After a difference, so many words in a row must be the same again. */
#define N_SAME 3
/* So far is looked for them. */
#define N_FAR 400
/* So many words of a difference are told. */
#define N_TOLD 12

#define WORD(self, i) ((const char *) (self)->words->pdata[i])
#define PAGE(self, i) g_array_index ((self)->pages, guint, i)

typedef PopplerDocument AkkPdfDocument;
typedef PopplerPage AkkPdfPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPdfDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPdfPage, g_object_unref)

/* --- Reading --- */

void
akk_pdf_words_free (AkkPdfWords *self)
{
  g_ptr_array_unref (self->words);
  g_array_unref (self->pages);
  g_free (self);
}

/* A hyphen at the end of a line goes with the line end, a soft one altogether. */
static char *
join_lines (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *joined = g_string_new (NULL);

  for (const char *p = normal != NULL ? normal : ""; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x00ad || ((c == '-' || c == 0x2010) && *g_utf8_next_char (p) == '\n')) {
      if (c != 0x00ad)
        g_string_append_c (joined, '-');
      while (*g_utf8_next_char (p) == '\n' || *g_utf8_next_char (p) == ' ')
        p = g_utf8_next_char (p);
    } else if (g_unichar_isspace (c)) {
      g_string_append_c (joined, ' ');
    } else if (g_unichar_type (c) != G_UNICODE_FORMAT) {
      g_string_append_unichar (joined, c);
    }
  }
  return g_string_free_and_steal (joined);
}

static AkkPdfWords *
words_new (guint n_pages)
{
  AkkPdfWords *self = g_new0 (AkkPdfWords, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_pages = n_pages;
  return self;
}

static void
add_words (AkkPdfWords *self, const char *text, guint page)
{
  g_autofree char *joined = join_lines (text);
  g_auto (GStrv) words = g_strsplit (joined, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] == '\0')
      continue;
    g_ptr_array_add (self->words, g_strdup (words[i]));
    g_array_append_val (self->pages, page);
  }
}

static guint
count_notes (PopplerPage *page)
{
  GList *mappings = poppler_page_get_annot_mapping (page);
  guint n = 0;

  for (GList *l = mappings; l != NULL; l = l->next) {
    const PopplerAnnotMapping *mapping = l->data;
    PopplerAnnotType type = poppler_annot_get_annot_type (mapping->annot);

    n += type != POPPLER_ANNOT_LINK && type != POPPLER_ANNOT_WIDGET;
  }
  poppler_page_free_annot_mapping (mappings);
  return n;
}

static PopplerDocument *
open_document (GBytes *pdf, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (AkkPdfDocument) document = NULL;

  if (g_bytes_get_size (pdf) > 0)
    document = poppler_document_new_from_bytes (pdf, NULL, &cause);
  if (document != NULL && poppler_document_get_n_pages (document) > 0)
    return g_steal_pointer (&document);
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, AKK_VERIFY_ERROR, AKK_VERIFY_ERROR_ENCRYPTED,
                         _ ("The document asks for a password. Save it without one and check "
                            "that copy."));
  else
    g_set_error_literal (error, AKK_VERIFY_ERROR, AKK_VERIFY_ERROR_NOT_A_PDF,
                         _ ("The document is no PDF, or a damaged one. Ask for it once more."));
  return NULL;
}

AkkPdfWords *
akk_pdf_words_new (GBytes *pdf, GError **error)
{
  g_autoptr (AkkPdfDocument) document = open_document (pdf, error);
  AkkPdfWords *self;

  if (document == NULL)
    return NULL;
  self = words_new (poppler_document_get_n_pages (document));
  for (guint i = 0; i < self->n_pages; i++) {
    g_autoptr (AkkPdfPage) page = poppler_document_get_page (document, (int) i);
    g_autofree char *text = page != NULL ? poppler_page_get_text (page) : NULL;

    if (text != NULL)
      add_words (self, text, i + 1);
    if (page != NULL)
      self->n_notes += count_notes (page);
  }
  return self;
}

/* --- Pages --- */

AkkPdfWords *
akk_pdf_words_slice (const AkkPdfWords *self, guint first, guint n_pages)
{
  AkkPdfWords *slice = words_new (n_pages);

  for (guint i = 0; i < self->words->len; i++) {
    guint page = PAGE (self, i);

    if (page < first || page >= first + n_pages)
      continue;
    page -= first - 1;
    g_ptr_array_add (slice->words, g_strdup (WORD (self, i)));
    g_array_append_val (slice->pages, page);
  }
  return slice;
}

static GStrv
split (const char *phrase)
{
  g_autofree char *joined = join_lines (phrase);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (joined, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

static gboolean
stands_at (const AkkPdfWords *self, guint at, guint page, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (at + i >= self->words->len || PAGE (self, at + i) != page ||
        !g_str_equal (WORD (self, at + i), words[i]))
      return FALSE;
  return TRUE;
}

guint
akk_pdf_words_find (const AkkPdfWords *self, guint page, const char *phrase)
{
  g_auto (GStrv) words = split (phrase);

  for (guint at = self->words->len; at-- > 0;)
    if (stands_at (self, at, page, words))
      return at;
  return self->words->len;
}

void
akk_pdf_words_replace (AkkPdfWords *self, guint page, const char *phrase, const char *replacement)
{
  guint at = akk_pdf_words_find (self, page, phrase);
  g_auto (GStrv) before = split (phrase);
  g_auto (GStrv) after = split (replacement);

  if (at == self->words->len)
    return;
  g_ptr_array_remove_range (self->words, at, g_strv_length (before));
  g_array_remove_range (self->pages, at, g_strv_length (before));
  for (guint i = 0; after[i] != NULL; i++) {
    g_ptr_array_insert (self->words, (int) (at + i), g_strdup (after[i]));
    g_array_insert_val (self->pages, at + i, page);
  }
}

/* --- Comparing --- */

static char *
join_words (const AkkPdfWords *self, guint start, guint end)
{
  GString *text = g_string_new (NULL);

  for (guint i = start; i < end; i++) {
    if (i > start)
      g_string_append_c (text, ' ');
    g_string_append (text, WORD (self, i));
  }
  return g_string_free_and_steal (text);
}

char *
akk_pdf_words_text (const AkkPdfWords *self)
{
  return join_words (self, 0, self->words->len);
}

static gboolean
same_from (const AkkPdfWords *self, guint i, const AkkPdfWords *other, guint j)
{
  for (guint n = 0; n < N_SAME; n++, i++, j++) {
    if (i == self->words->len || j == other->words->len)
      return i == self->words->len && j == other->words->len;
    if (!g_str_equal (WORD (self, i), WORD (other, j)))
      return FALSE;
  }
  return TRUE;
}

/* The ends of the shortest difference that begins at `start`. */
static void
find_end (
    const AkkPdfWords *self, const AkkPdfWords *other, guint start, guint *end, guint *other_end)
{
  guint n = self->words->len - start, n_other = other->words->len - start;

  for (guint far = 1; far <= MIN (n + n_other, N_FAR); far++)
    for (guint i = 0; i <= far; i++) {
      guint j = far - i;

      if (i > n || j > n_other || !same_from (self, start + i, other, start + j))
        continue;
      *end = start + i;
      *other_end = start + j;
      return;
    }
  *end = start + MIN (n, N_TOLD);
  *other_end = start + MIN (n_other, N_TOLD);
}

static char *
tell (const AkkPdfWords *self, guint start, guint end)
{
  g_autofree char *text = join_words (self, start, MIN (end, start + N_TOLD));

  return end > start + N_TOLD ? g_strconcat (text, " …", NULL) : g_steal_pointer (&text);
}

gboolean
akk_pdf_words_equal (
    const AkkPdfWords *self, const AkkPdfWords *other, guint *page, char **before, char **after)
{
  guint n = MIN (self->words->len, other->words->len), start = 0, end, other_end;

  while (start < n && g_str_equal (WORD (self, start), WORD (other, start)))
    start++;
  if (start == self->words->len && start == other->words->len)
    return TRUE;
  find_end (self, other, start, &end, &other_end);
  *page = other->words->len == 0 ? 1 : PAGE (other, MIN (start, other->words->len - 1));
  *before = tell (self, start, end);
  *after = tell (other, start, other_end);
  return FALSE;
}

static GHashTable *
collect (const AkkPdfWords *self)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->words->len; i++)
    g_hash_table_add (set, self->words->pdata[i]);
  return set;
}

double
akk_pdf_words_likeness (const AkkPdfWords *self, const AkkPdfWords *other)
{
  g_autoptr (GHashTable) ours = collect (self);
  g_autoptr (GHashTable) theirs = collect (other);
  GHashTableIter iter;
  gpointer word;
  guint n_both = 0, n_any;

  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_both += g_hash_table_contains (theirs, word);
  n_any = g_hash_table_size (ours) + g_hash_table_size (theirs) - n_both;
  return n_any > 0 ? (double) n_both / n_any : 0;
}
