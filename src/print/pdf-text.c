/* Reading the words of attached PDFs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-text.h"

#include <poppler.h>
#include <string.h>

/* Beyond these nobody looks for a word; a file that was made to do harm gets no further. */
#define MAX_PAGES 2000
#define MAX_PAGE_BYTES (64 * 1024)

static gboolean
is_pdf (GBytes *data)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (data, &n_bytes);

  /* Some begin with bytes of a mail program. */
  return bytes != NULL && g_strstr_len (bytes, (gssize) MIN (n_bytes, 1024), "%PDF-") != NULL;
}

/* Words are cut at the end of a line with a hyphen, which is no part of them. */
static char *
tidy (const char *text)
{
  GString *tidied = g_string_new (NULL);

  for (const char *c = text; *c != '\0' && tidied->len < MAX_PAGE_BYTES; c = g_utf8_next_char (c)) {
    gboolean blank = g_unichar_isspace (g_utf8_get_char (c));

    if (*c == '-' && c[1] == '\n' && g_unichar_islower (g_utf8_get_char (c + 2)))
      c++;
    else if (!blank)
      g_string_append_len (tidied, c, g_utf8_next_char (c) - c);
    else if (tidied->len > 0 && tidied->str[tidied->len - 1] != ' ')
      g_string_append_c (tidied, ' ');
  }
  g_strchomp (tidied->str);
  return g_string_free_and_steal (tidied);
}

static char *
text_of_page (PopplerDocument *document, int index)
{
  PopplerPage *page = poppler_document_get_page (document, index);
  g_autofree char *text = page != NULL ? poppler_page_get_text (page) : NULL;
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");

  g_clear_object (&page);
  return tidy (valid);
}

GPtrArray *
akk_pdf_text (GBytes *data, GCancellable *cancellable, AkkReading *reading)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;
  gboolean blank = TRUE;

  *reading = AKK_READING_NO_PDF;
  if (!is_pdf (data))
    return NULL;
  document = poppler_document_new_from_bytes (data, NULL, &error);
  *reading = g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? AKK_READING_LOCKED
                                                                             : AKK_READING_DAMAGED;
  if (document == NULL)
    return NULL;
  for (int i = 0; i < MIN (poppler_document_get_n_pages (document), MAX_PAGES); i++) {
    if (g_cancellable_is_cancelled (cancellable))
      break;
    g_ptr_array_add (pages, text_of_page (document, i));
    blank &= *(const char *) pages->pdata[i] == '\0';
  }
  g_object_unref (document);
  *reading = g_cancellable_is_cancelled (cancellable) ? AKK_READING_TO_COME
             : blank                                  ? AKK_READING_BLANK
                                                      : AKK_READING_DONE;
  return *reading == AKK_READING_DONE ? g_steal_pointer (&pages) : NULL;
}

guint
akk_pdf_index (AkkStore *store, GCancellable *cancellable, GError **error)
{
  guint n = 0;

  if (!akk_store_index (store, cancellable) || !akk_store_drop_pages (store, error))
    return 0;
  for (;; n++) {
    g_autofree char *sha256 = akk_store_next_unread (store);
    g_autoptr (GBytes) data = NULL;
    g_autoptr (GPtrArray) pages = NULL;
    AkkReading reading = AKK_READING_DAMAGED; /* or its bytes are not here */

    if (sha256 == NULL || g_cancellable_is_cancelled (cancellable))
      return n;
    data = akk_store_read_blob (store, sha256, cancellable, NULL);
    if (data != NULL)
      pages = akk_pdf_text (data, cancellable, &reading);
    if (reading == AKK_READING_TO_COME || g_cancellable_is_cancelled (cancellable) ||
        !akk_store_keep_reading (store, sha256, reading, pages, cancellable, error))
      return n;
  }
}
