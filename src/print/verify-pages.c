/* Finds loose pages of a version in that version.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/verify-pages.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/agreement.h"
#include "core/phrases.h"

/* What the printed pages of a version say besides their text. */
typedef struct {
  AkkPhrases *phrases;
  char *header; /* of the signature pages */
} Furniture;

static void
furniture_clear (Furniture *self)
{
  g_clear_pointer (&self->phrases, akk_phrases_free);
  g_clear_pointer (&self->header, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Furniture, furniture_clear)

void
akk_verified_pages_clear (AkkVerifiedPages *self)
{
  g_clear_pointer (&self->words, akk_pdf_words_free);
}

/* The title as it was frozen: the agreement may have another one by now. */
static char *
frozen_title (const AkkVersion *version)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *agreement;
  const char *title;

  if (!json_parser_load_from_data (parser, version->content, -1, NULL))
    return g_strdup ("");
  agreement = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)),
                                             "agreement");
  title = json_object_get_string_member_with_default (agreement, "short_title", "");
  if (*title == '\0')
    title = json_object_get_string_member_with_default (agreement, "title", "");
  return g_strdup (title);
}

static void
furniture_init (Furniture *self, AkkStore *store, const AkkVersion *version)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, version->agreement_id);
  g_autofree char *title = frozen_title (version);

  if (agreement != NULL)
    self->phrases = akk_phrases_new (akk_agreement_language (agreement), NULL);
  if (self->phrases != NULL)
    self->header =
        g_strdup_printf ("%s %s", title, akk_phrases_get (self->phrases, "signing-title"));
}

static char *
page_number (const Furniture *furniture, guint page, guint n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *count = g_strdup_printf ("%u", n_pages);

  return akk_phrases_format (furniture->phrases, "page", "page", number, "pages", count, NULL);
}

/* Its pages count from 1: they were printed, not taken from the version. */
static gboolean
is_printed_alone (const Furniture *furniture, const AkkPdfWords *loose)
{
  g_autofree char *number = page_number (furniture, 1, loose->n_pages);

  return akk_pdf_words_find (loose, 1, number) < loose->words->len;
}

/* Signature pages as they would say it alone. */
static void
print_alone (const Furniture *furniture, AkkPdfWords *pages, guint first, guint n_whole)
{
  if (akk_pdf_words_find (pages, 1, furniture->header) == 0)
    akk_pdf_words_replace (pages, 1, furniture->header, "");
  for (guint page = 1; page <= pages->n_pages; page++) {
    g_autofree char *before = page_number (furniture, first + page - 1, n_whole);
    g_autofree char *after = page_number (furniture, page, pages->n_pages);

    akk_pdf_words_replace (pages, page, before, after);
  }
}

/* Each has a place to sign. */
static gboolean
are_for_signing (const Furniture *furniture, const AkkPdfWords *pages)
{
  const char *place = akk_phrases_get (furniture->phrases, "signing-place");

  for (guint page = 1; page <= pages->n_pages; page++)
    if (akk_pdf_words_find (pages, page, place) == pages->words->len)
      return FALSE;
  return TRUE;
}

AkkVerifiedPages
akk_verify_pages (AkkStore *store,
                  const AkkVersion *version,
                  const AkkPdfWords *whole,
                  const AkkPdfWords *loose)
{
  g_auto (Furniture) furniture = { 0 };
  AkkVerifiedPages best = { 0 };
  double most = akk_pdf_words_likeness (whole, loose);
  gboolean alone;

  furniture_init (&furniture, store, version);
  if (furniture.phrases == NULL || loose->n_pages >= whole->n_pages)
    return best;
  alone = is_printed_alone (&furniture, loose);
  for (guint first = 1; first + loose->n_pages <= whole->n_pages + 1; first++) {
    g_autoptr (AkkPdfWords) pages = akk_pdf_words_slice (whole, first, loose->n_pages);
    gboolean signing = are_for_signing (&furniture, pages);
    double alike;

    if (alone && !signing)
      continue;
    if (alone)
      print_alone (&furniture, pages, first, whole->n_pages);
    alike = akk_pdf_words_likeness (pages, loose);
    if (alike <= most)
      continue;
    most = alike;
    akk_verified_pages_clear (&best);
    best = (AkkVerifiedPages) { first, signing, g_steal_pointer (&pages) };
  }
  return best;
}
