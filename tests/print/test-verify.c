/* Checking documents and codes against the versions of a dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

#include "core/control-code.h"
#include "core/frozen.h"
#include "core/person.h"
#include "core/section.h"
#include "freeze-fixture.h"
#include "print/agreement-pdf.h"
#include "print/verify.h"

static GBytes *
pdf_of (Fixture *fixture, AkkVersion *version)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = akk_version_pdf (fixture->store, version, &error);

  g_assert_no_error (error);
  return pdf;
}

static AkkVerification *
verify (Fixture *fixture, GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  AkkVerification *result = akk_verify_pdf (fixture->store, pdf, &error);
  g_autofree char *sentence = NULL;

  g_assert_no_error (error);
  sentence = akk_verification_sentence (result);
  g_test_message ("%s", sentence);
  return result;
}

/* The agreement as it is now, under the stamp of an older version: what a forger would make. */
static GBytes *
forge (Fixture *fixture, AkkVersion *version)
{
  const AkkStamp stamp = { (gint) version->number, version->frozen_on, version->code };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = akk_agreement_pdf (fixture->store, fixture->agreement, &stamp, &error);

  g_assert_no_error (error);
  return pdf;
}

static AkkSection *
section_with (Fixture *fixture, const char *words)
{
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);

    if (strstr (section->body, words) != NULL)
      return g_steal_pointer (&section);
  }
  g_assert_not_reached ();
}

static GBytes *
read_bytes (const char *path)
{
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

/* What another program does to a document while saving it. */
typedef enum { SAVE_ONLY, SAVE_LOCKED, SAVE_NOTED } Save;

/* A comment on the first page. */
static void
put_note (qpdf_data qpdf)
{
  qpdf_oh page = qpdf_get_page_n (qpdf, 0);
  qpdf_oh note = qpdf_oh_parse (
      qpdf, "<< /Type /Annot /Subtype /Text /Rect [100 100 120 120] /Contents (Akkoord?) >>");
  qpdf_oh notes = qpdf_oh_get_key (qpdf, page, "/Annots");

  if (!qpdf_oh_is_array (qpdf, notes)) {
    notes = qpdf_oh_new_array (qpdf);
    qpdf_oh_replace_key (qpdf, page, "/Annots", notes);
    notes = qpdf_oh_get_key (qpdf, page, "/Annots");
  }
  qpdf_oh_append_item (qpdf, notes, qpdf_make_indirect_object (qpdf, note));
}

static GBytes *
save_again (Fixture *fixture, GBytes *pdf, Save how)
{
  g_autofree char *path = fixture_path (fixture, "again.pdf");
  qpdf_data qpdf = qpdf_init ();

  qpdf_read_memory (qpdf, "a.pdf", g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
  if (how == SAVE_NOTED)
    put_note (qpdf);
  qpdf_init_write (qpdf, path);
  qpdf_set_linearization (qpdf, QPDF_TRUE);
  if (how == SAVE_LOCKED)
    qpdf_set_r6_encryption_parameters2 (qpdf, "geheim", "eigenaar", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                        QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
  qpdf_write (qpdf);
  qpdf_cleanup (&qpdf);
  return read_bytes (path);
}

static GBytes *
append (GBytes *pdf, const char *more)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  g_byte_array_append (bytes, (const guint8 *) more, strlen (more));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The signature pages as they are printed alone, under the stamp of a version. */
static GBytes *
print_signing (Fixture *fixture, AkkVersion *version)
{
  const AkkStamp stamp = { (gint) version->number, version->frozen_on, version->code };
  g_autofree char *path = fixture_path (fixture, "signing.pdf");
  g_autoptr (GError) error = NULL;

  akk_signing_write_pdf (fixture->store, fixture->agreement, &stamp, path, &error);
  g_assert_no_error (error);
  return read_bytes (path);
}

/* Pages `first` to `last` of a document. */
static GBytes *
take_pages (Fixture *fixture, GBytes *pdf, int first, int last)
{
  g_autofree char *path = fixture_path (fixture, "pages.pdf");
  qpdf_data qpdf = qpdf_init ();

  qpdf_read_memory (qpdf, "a.pdf", g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
  for (int page = qpdf_get_num_pages (qpdf); page > 0; page--)
    if (page < first || page > last)
      qpdf_remove_page (qpdf, qpdf_get_page_n (qpdf, (size_t) page - 1));
  qpdf_init_write (qpdf, path);
  qpdf_write (qpdf);
  qpdf_cleanup (&qpdf);
  return read_bytes (path);
}

/* --- Tests --- */

static void
test_identical (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) one = fixture_freeze (fixture);
  g_autoptr (AkkVersion) two = fixture_freeze (fixture);
  g_autoptr (GBytes) pdf = pdf_of (fixture, one);
  g_autoptr (AkkVerification) result = verify (fixture, pdf);

  g_assert_cmpint (result->result, ==, AKK_VERIFIED_IDENTICAL);
  g_assert_true (result->version == one);
  g_assert_cmpint (two->number, ==, 2);
}

/* A code that is right may be that of a text that was signed again since. */
static void
test_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) one = fixture_freeze (fixture);
  g_autoptr (AkkVersion) two = fixture_freeze (fixture);
  g_autoptr (AkkVersion) three = fixture_freeze (fixture);
  AkkVersion *versions[] = { one, two, three };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AkkVerification) result =
        akk_verify_code (fixture->store, versions[i]->code, &error);
    g_autofree char *sentence = akk_verification_sentence (result);

    g_assert_no_error (error);
    g_assert_cmpint (result->later, ==, versions[i] == three ? 0 : 3);
    g_assert_cmpint (strstr (sentence, "version 3 came after it") != NULL, ==,
                     versions[i] != three);
  }
}

static void
test_same_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autoptr (GBytes) pdf = pdf_of (fixture, version);
  g_autoptr (GBytes) again = save_again (fixture, pdf, SAVE_ONLY);
  g_autoptr (GBytes) noted = save_again (fixture, pdf, SAVE_NOTED);
  g_autoptr (GBytes) extended = append (pdf, "\n% signed\n");
  g_autoptr (AkkVerification) saved = verify (fixture, again);
  g_autoptr (AkkVerification) with_note = verify (fixture, noted);
  g_autoptr (AkkVerification) longer = verify (fixture, extended);

  g_assert_cmpint (saved->result, ==, AKK_VERIFIED_SAME_TEXT);
  g_assert_true (saved->version == version);
  g_assert_cmpuint (saved->n_notes, ==, 0);
  g_assert_cmpint (with_note->result, ==, AKK_VERIFIED_SAME_TEXT);
  g_assert_cmpuint (with_note->n_notes, ==, 1);
  g_assert_cmpint (longer->result, ==, AKK_VERIFIED_SAME_TEXT);
  g_assert_true (longer->extends);
}

/* One word: changed, added, taken out. */
static void
test_altered (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *put, *before, *after;
  } cases[] = {
    { "zijn status niet openbaar", "", "niet" },
    { "status openbaar", "zijn", "" },
    { "zijn toestand openbaar", "status", "toestand" },
  };
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autoptr (AkkSection) section = section_with (fixture, "zijn status openbaar");
  g_auto (GStrv) halves = g_strsplit (section->body, "zijn status openbaar", 2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *body = g_strconcat (halves[0], cases[i].put, halves[1], NULL);
    g_autoptr (GBytes) pdf = NULL;
    g_autoptr (AkkVerification) result = NULL;

    fixture_set (fixture, section, "body", body);
    pdf = forge (fixture, version);
    result = verify (fixture, pdf);
    g_assert_cmpint (result->result, ==, AKK_VERIFIED_ALTERED);
    g_assert_true (result->version == version);
    g_assert_cmpuint (result->page, >, 1);
    g_assert_cmpstr (result->before, ==, cases[i].before);
    g_assert_cmpstr (result->after, ==, cases[i].after);
  }
}

static void
test_signature_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autoptr (GListModel) persons = akk_store_list (fixture->store, &akk_person_record, NULL, 0);
  g_autoptr (GBytes) pdf = print_signing (fixture, version);
  g_autoptr (AkkVerification) same = verify (fixture, pdf);
  g_autoptr (GBytes) forged = NULL;
  g_autoptr (AkkVerification) altered = NULL;

  g_assert_cmpint (same->result, ==, AKK_VERIFIED_SAME_TEXT);
  g_assert_true (same->version == version);
  g_assert_true (same->signing);
  g_assert_cmpuint (same->first_page, >, 1);
  g_assert_cmpuint (same->n_pages, ==, 2);

  for (guint i = 0; i < g_list_model_get_n_items (persons); i++) {
    g_autoptr (AkkPerson) person = g_list_model_get_item (persons, i);

    if (g_str_equal (person->name, "Ann Verhoeven"))
      fixture_set (fixture, person, "name", "Ann Verhoogen");
  }
  forged = print_signing (fixture, version);
  altered = verify (fixture, forged);
  g_assert_cmpint (altered->result, ==, AKK_VERIFIED_ALTERED);
  g_assert_true (altered->version == version);
  g_assert_cmpuint (altered->page, ==, 1);
  g_assert_cmpstr (altered->before, ==, "Verhoeven");
  g_assert_cmpstr (altered->after, ==, "Verhoogen");
}

/* Whoever shows some pages does not show the version. */
static void
test_some_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autoptr (GBytes) pdf = pdf_of (fixture, version);
  g_autoptr (GBytes) pages = take_pages (fixture, pdf, 3, 4);
  g_autoptr (AkkVerification) result = verify (fixture, pages);
  g_autofree char *sentence = akk_verification_sentence (result);

  g_assert_cmpint (result->result, ==, AKK_VERIFIED_SAME_TEXT);
  g_assert_cmpuint (result->first_page, ==, 3);
  g_assert_cmpuint (result->n_pages, ==, 2);
  g_assert_false (result->signing);
  g_assert_nonnull (strstr (sentence, "not all pages"));
}

/* Under a code that nobody knows, it still resembles a version. */
static void
test_other_code (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autofree char *code = akk_control_code_new ("{}");
  const AkkStamp stamp = { 1, version->frozen_on, code };
  g_autoptr (GBytes) pdf = akk_agreement_pdf (fixture->store, fixture->agreement, &stamp, NULL);
  g_autoptr (AkkVerification) result = verify (fixture, pdf);
  g_autofree char *printed = akk_control_code_format (code);

  g_assert_cmpint (result->result, ==, AKK_VERIFIED_ALTERED);
  g_assert_true (result->version == version);
  g_assert_nonnull (strstr (result->after, printed));
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  AkkAgreement *other = akk_record_new (&akk_agreement_record);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (AkkVerification) result = NULL;

  g_clear_object (&fixture->agreement);
  fixture->agreement = other;
  akk_record_set_text (other, akk_record_type_field (&akk_agreement_record, "title"), "Iets");
  akk_store_begin (fixture->store, "Add");
  akk_store_add (fixture->store, other);
  g_assert_true (akk_store_commit (fixture->store, NULL));
  pdf = akk_agreement_pdf (fixture->store, other, NULL, NULL);
  result = verify (fixture, pdf);
  g_assert_cmpint (result->result, ==, AKK_VERIFIED_UNKNOWN);
  g_assert_null (result->version);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autoptr (GBytes) pdf = pdf_of (fixture, version);
  g_autoptr (GBytes) locked = save_again (fixture, pdf, SAVE_LOCKED);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (pdf, 0, 400);
  g_autoptr (GBytes) text = g_bytes_new_static ("Beste,", 6);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  GBytes *none[] = { half, text, nothing };
  g_autoptr (GError) error = NULL;

  g_assert_null (akk_verify_pdf (fixture->store, locked, &error));
  g_assert_error (error, AKK_VERIFY_ERROR, AKK_VERIFY_ERROR_ENCRYPTED);
  g_clear_error (&error);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++) {
    g_assert_null (akk_verify_pdf (fixture->store, none[i], &error));
    g_assert_error (error, AKK_VERIFY_ERROR, AKK_VERIFY_ERROR_NOT_A_PDF);
    g_clear_error (&error);
  }
  g_assert_null (akk_verify_file (fixture->store, "/nowhere/a.pdf", &error));
  g_assert_error (error, AKK_VERIFY_ERROR, AKK_VERIFY_ERROR_READ);
}

static void
test_codes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (fixture);
  g_autofree char *printed = akk_control_code_format (version->code);
  g_autofree char *typed = g_ascii_strdown (printed, -1);
  g_autofree char *other = akk_control_code_new ("{}");
  g_autofree char *wrong = g_strdup (version->code);
  struct {
    const char *typed;
    AkkVerified result;
  } cases[] = {
    { typed, AKK_VERIFIED_CODE },         { version->code, AKK_VERIFIED_CODE },
    { other, AKK_VERIFIED_UNKNOWN },      { wrong, AKK_VERIFIED_CODE_WRONG },
    { "ABCD", AKK_VERIFIED_CODE_WRONG },  { "", AKK_VERIFIED_CODE_WRONG },
    { "a.pdf", AKK_VERIFIED_CODE_WRONG },
  };

  wrong[3] = wrong[3] == '7' ? '8' : '7';
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AkkVerification) result = akk_verify_code (fixture->store, cases[i].typed, &error);

    g_assert_no_error (error);
    g_assert_cmpint (result->result, ==, cases[i].result);
    g_assert_cmpint (result->version == version, ==, cases[i].result == AKK_VERIFIED_CODE);
  }
}

#define ADD(path, test)                                                                            \
  g_test_add ("/verify/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same-bytes-are-identical", test_identical);
  ADD ("later-version-is-told", test_later);
  ADD ("saved-again-is-the-same-text", test_same_text);
  ADD ("one-word-is-found-out", test_altered);
  ADD ("signature-pages-are-known", test_signature_pages);
  ADD ("some-pages-are-not-the-whole", test_some_pages);
  ADD ("other-code-is-found-out", test_other_code);
  ADD ("other-agreement-is-unknown", test_unknown);
  ADD ("unreadable-is-told", test_unreadable);
  ADD ("codes-are-known-wrong-or-unknown", test_codes);
  return g_test_run ();
}
