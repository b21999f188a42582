/* Checks a document, or a control code, against the versions of a dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/verify.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/agreement.h"
#include "core/control-code.h"
#include "core/evaluation.h"
#include "core/frozen.h"
#include "print/verify-pages.h"
#include "print/verify-words.h"

/* A document without a code is held against the version that it has so much in common with. */
#define ALIKE 0.5

G_DEFINE_QUARK (akk_verify_error_quark, akk_verify_error)

void
akk_verification_free (AkkVerification *self)
{
  g_clear_object (&self->version);
  g_free (self->agreement);
  g_free (self->namesake);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* What the version is of. */
static char *
document_name (AkkStore *store, const AkkVersion *version, const char *agreement)
{
  g_autoptr (AkkEvaluation) evaluation =
      version->evaluation_id != 0
          ? akk_store_get (store, &akk_evaluation_record, version->evaluation_id)
          : NULL;

  return evaluation != NULL
             ? g_strdup_printf (_ ("%s, evaluation report %d"), agreement, (int) evaluation->year)
             : g_strdup (agreement);
}

static AkkVerification *
new_verification (AkkStore *store, AkkVersion *version, AkkVerified result)
{
  AkkVerification *self = g_new0 (AkkVerification, 1);
  g_autoptr (AkkVersion) later = version != NULL ? akk_version_later (store, version) : NULL;
  g_autoptr (AkkAgreement) agreement =
      version != NULL ? akk_store_get (store, &akk_agreement_record, version->agreement_id) : NULL;

  self->result = result;
  self->version = version != NULL ? g_object_ref (version) : NULL;
  self->namesake = version != NULL ? akk_version_namesake_words (store, version) : NULL;
  self->later = later != NULL ? (int) later->number : 0;
  if (agreement != NULL)
    self->agreement =
        document_name (store, version,
                       *agreement->short_title != '\0' ? agreement->short_title : agreement->title);
  return self;
}

/* --- Which version --- */

/* The first version of which a field holds `value`. */
static AkkVersion *
find_version (AkkStore *store, const char *field, const char *value)
{
  g_autoptr (GListModel) list = akk_store_list (store, &akk_version_record, NULL, 0);
  const AkkField *wanted = akk_record_type_field (&akk_version_record, field);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkVersion) version = g_list_model_get_item (list, i);

    if (g_str_equal (akk_record_get_text (version, wanted), value))
      return g_steal_pointer (&version);
  }
  return NULL;
}

static AkkVersion *
find_by_code (AkkStore *store, const AkkPdfWords *words)
{
  g_autofree char *text = akk_pdf_words_text (words);
  g_autoptr (GPtrArray) codes = akk_control_code_find (text);
  AkkVersion *version = NULL;

  for (guint i = 0; version == NULL && i < codes->len; i++)
    version = find_version (store, "code", codes->pdata[i]);
  return version;
}

/* A version that is not what it was is passed over here: the document does not name it. */
static AkkVersion *
find_alike (AkkStore *store, const AkkPdfWords *words)
{
  g_autoptr (GListModel) list = akk_store_list (store, &akk_version_record, NULL, 0);
  g_autoptr (AkkVersion) best = NULL;
  double most = ALIKE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkVersion) version = g_list_model_get_item (list, i);
    g_autoptr (GBytes) pdf = akk_version_pdf (store, version, NULL);
    g_autoptr (AkkPdfWords) own = pdf != NULL ? akk_pdf_words_new (pdf, NULL) : NULL;
    double alike = own != NULL ? akk_pdf_words_likeness (own, words) : 0;

    if (alike > most) {
      most = alike;
      g_set_object (&best, version);
    }
  }
  return g_steal_pointer (&best);
}

/* --- Documents --- */

static gboolean
begins_with (GBytes *pdf, GBytes *start)
{
  gsize n = g_bytes_get_size (start);

  return g_bytes_get_size (pdf) > n &&
         memcmp (g_bytes_get_data (pdf, NULL), g_bytes_get_data (start, NULL), n) == 0;
}

static AkkVerification *
compare (
    AkkStore *store, AkkVersion *version, GBytes *pdf, const AkkPdfWords *words, GError **error)
{
  g_autoptr (GBytes) frozen = akk_version_pdf (store, version, error);
  g_autoptr (AkkPdfWords) own = frozen != NULL ? akk_pdf_words_new (frozen, error) : NULL;
  g_auto (AkkVerifiedPages) pages = { 0 };
  AkkVerification *self;

  if (own == NULL)
    return NULL;
  self = new_verification (store, version, AKK_VERIFIED_SAME_TEXT);
  self->n_notes = words->n_notes;
  self->extends = begins_with (pdf, frozen);
  pages = akk_verify_pages (store, version, own, words);
  if (pages.first > 0) {
    self->first_page = pages.first;
    self->n_pages = words->n_pages;
    self->signing = pages.signing;
  }
  if (!akk_pdf_words_equal (pages.first > 0 ? pages.words : own, words, &self->page, &self->before,
                            &self->after))
    self->result = AKK_VERIFIED_ALTERED;
  return self;
}

AkkVerification *
akk_verify_pdf (AkkStore *store, GBytes *pdf, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autoptr (AkkVersion) version = find_version (store, "pdf", sha256);
  g_autoptr (AkkPdfWords) words = NULL;

  if (version != NULL)
    return akk_version_check (store, version, error)
               ? new_verification (store, version, AKK_VERIFIED_IDENTICAL)
               : NULL;
  words = akk_pdf_words_new (pdf, error);
  if (words == NULL)
    return NULL;
  version = find_by_code (store, words);
  if (version == NULL)
    version = find_alike (store, words);
  if (version == NULL)
    return new_verification (store, NULL, AKK_VERIFIED_UNKNOWN);
  return compare (store, version, pdf, words, error);
}

AkkVerification *
akk_verify_file (AkkStore *store, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) cause = NULL;
  char *data;
  gsize n_bytes;

  if (!g_file_get_contents (path, &data, &n_bytes, &cause)) {
    g_set_error (error, AKK_VERIFY_ERROR, AKK_VERIFY_ERROR_READ,
                 _ ("“%s” cannot be read: %s. Choose another file."), name, cause->message);
    return NULL;
  }
  pdf = g_bytes_new_take (data, n_bytes);
  return akk_verify_pdf (store, pdf, error);
}

/* --- Codes --- */

AkkVerification *
akk_verify_code (AkkStore *store, const char *typed, GError **error)
{
  g_autofree char *code = akk_control_code_parse (typed);
  g_autoptr (AkkVersion) version = NULL;

  if (code == NULL || !akk_control_code_check (code))
    return new_verification (store, NULL, AKK_VERIFIED_CODE_WRONG);
  version = find_version (store, "code", code);
  if (version == NULL)
    return new_verification (store, NULL, AKK_VERIFIED_UNKNOWN);
  return akk_version_check (store, version, error)
             ? new_verification (store, version, AKK_VERIFIED_CODE)
             : NULL;
}

/* --- For people --- */

static char *
altered_sentence (const AkkVerification *self, int number, const char *title)
{
  if (*self->before == '\0')
    return g_strdup_printf (
        _ ("This is not version %d of “%s”: it was altered. On page %u “%s” was "
           "added."),
        number, title, self->page, self->after);
  if (*self->after == '\0')
    return g_strdup_printf (
        _ ("This is not version %d of “%s”: it was altered. On page %u “%s” was "
           "taken out."),
        number, title, self->page, self->before);
  return g_strdup_printf (_ ("This is not version %d of “%s”: it was altered. On page %u “%s” "
                             "became “%s”."),
                          number, title, self->page, self->before, self->after);
}

static char *
pages_sentence (const AkkVerification *self, int number, const char *title)
{
  guint last = self->first_page + self->n_pages - 1;
  g_autofree char *sentence =
      self->signing
          ? g_strdup_printf (
                _ ("These are signature pages of version %d of “%s”, with the same text: "
                   "from page %u to page %u."),
                number, title, self->first_page, last)
          : g_strdup_printf (_ ("These are not all pages of version %d of “%s”, only from page %u "
                                "to page %u. The text of those is the same."),
                             number, title, self->first_page, last);

  if (self->n_notes == 0)
    return g_steal_pointer (&sentence);
  return g_strjoin (" ", sentence, _ ("Notes or stamps were put on them: look at them."), NULL);
}

static char *
same_text_sentence (const AkkVerification *self, int number, const char *title)
{
  if (self->first_page > 0)
    return pages_sentence (self, number, title);
  if (self->n_notes > 0)
    return g_strdup_printf (_ ("This has the text of version %d of “%s”, but notes or stamps were "
                               "put on its pages: look at them."),
                            number, title);
  if (self->extends)
    return g_strdup_printf (_ ("This is version %d of “%s” with something added to the file, as "
                               "a digital signature is. The text is the same."),
                            number, title);
  return g_strdup_printf (_ ("This has the text of version %d of “%s”. The file itself is "
                             "another one: it was saved or printed again."),
                          number, title);
}

static char *
result_sentence (const AkkVerification *self)
{
  int number = self->version != NULL ? (int) self->version->number : 0;
  const char *title = self->agreement != NULL ? self->agreement : "";

  switch (self->result) {
  case AKK_VERIFIED_IDENTICAL:
    return g_strdup_printf (_ ("This is version %d of “%s”, byte for byte."), number, title);
  case AKK_VERIFIED_SAME_TEXT:
    return same_text_sentence (self, number, title);
  case AKK_VERIFIED_ALTERED:
    return altered_sentence (self, number, title);
  case AKK_VERIFIED_CODE:
    return g_strdup_printf (_ ("This is the code of version %d of “%s”."), number, title);
  case AKK_VERIFIED_CODE_WRONG:
    return g_strdup (_ ("This is not a control code: a character is wrong, missing or in another "
                        "place. Type it once more."));
  case AKK_VERIFIED_UNKNOWN:
  default:
    return g_strdup (_ ("This is no version of this dossier."));
  }
}

char *
akk_verification_sentence (const AkkVerification *self)
{
  g_autofree char *result = result_sentence (self);
  g_autofree char *later =
      self->later != 0
          ? g_strdup_printf (_ ("It is no longer the last one: version %d came after it."),
                             self->later)
          : NULL;
  const char *parts[] = { result, NULL, NULL, NULL };
  guint n = 1;

  if (later != NULL)
    parts[n++] = later;
  if (self->namesake != NULL)
    parts[n++] = self->namesake;
  return g_strjoinv (" ", (char **) parts);
}
