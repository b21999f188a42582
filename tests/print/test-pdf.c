/* PDF files: the same every time, as it was drawn, whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-sample.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <poppler.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* poppler 25.03 has none of its own. */
typedef PopplerDocument Document;
typedef PopplerPage DocumentPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocumentPage, g_object_unref)

static GBytes *
render (guint n_text_pages, const AkkPdfInfo *info)
{
  g_autoptr (PdfSample) sample = pdf_sample_new (n_text_pages);
  AkkPdfSource source = pdf_sample_source (sample);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = akk_pdf_render (&source, info, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = render (3, &pdf_sample_info), second = NULL;
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autofree char *locale = g_strdup (setlocale (LC_ALL, NULL));

  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  tzset ();
  g_assert_nonnull (setlocale (LC_ALL, "nl_BE.UTF-8"));
  second = render (3, &pdf_sample_info);
  setlocale (LC_ALL, locale);
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_other_date_other_bytes (void)
{
  AkkPdfInfo info = pdf_sample_info;
  g_autoptr (GBytes) first = render (0, &info), second = NULL;

  info.date++;
  second = render (0, &info);
  g_assert_false (g_bytes_equal (first, second));
}

static PopplerDocument *
open_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_source_date_epoch_wins (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Document) document = NULL;
  g_autoptr (GDateTime) created = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1000000000", TRUE);
  bytes = render (0, &pdf_sample_info);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  document = open_pdf (bytes);
  created = poppler_document_get_creation_date_time (document);
  g_assert_cmpint (g_date_time_to_unix (created), ==, 1000000000);
}

/* A date that no PDF can hold is no reason to lose the document. */
static void
test_impossible_dates (void)
{
  static const gint64 dates[] = { G_MININT64, -1, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    AkkPdfInfo info = pdf_sample_info;
    g_autoptr (GBytes) bytes = NULL;

    info.date = dates[i];
    bytes = render (0, &info);
    g_assert_nonnull (bytes);
  }
}

static void
test_information (void)
{
  g_autoptr (GBytes) bytes = render (2, &pdf_sample_info);
  g_autoptr (Document) document = open_pdf (bytes);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *version = poppler_document_get_pdf_version_string (document);

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 4);
  g_assert_cmpstr (title, ==, pdf_sample_info.title);
  g_assert_cmpstr (author, ==, pdf_sample_info.author);
  g_assert_cmpstr (version, ==, "PDF-1.7");
}

/* The words are there in the order of drawing, and nothing of the marks is. */
static void
test_text_as_drawn (void)
{
  g_autoptr (GBytes) bytes = render (0, &pdf_sample_info);
  g_autoptr (Document) document = open_pdf (bytes);
  g_autoptr (DocumentPage) page = poppler_document_get_page (document, 1);
  g_autofree char *text = poppler_page_get_text (page);

  g_assert_cmpstr (text, ==, "Overeenkomst\nen eindigt daar.\nArtikel 2\nHet einde.\nPagina 2");
}

static void
test_bookmarks (void)
{
  g_autoptr (GBytes) bytes = render (0, &pdf_sample_info);
  g_autoptr (Document) document = open_pdf (bytes);
  PopplerIndexIter *top = poppler_index_iter_new (document), *under;
  PopplerAction *action = poppler_index_iter_get_action (top);

  g_assert_cmpstr (action->any.title, ==, "Overeenkomst");
  poppler_action_free (action);
  under = poppler_index_iter_get_child (top);
  g_assert_nonnull (under);
  g_assert_true (poppler_index_iter_next (under));
  action = poppler_index_iter_get_action (under);
  g_assert_cmpstr (action->any.title, ==, "Artikel 2");
  g_assert_cmpint (action->goto_dest.dest->page_num, ==, 2);
  poppler_action_free (action);
  g_assert_false (poppler_index_iter_next (under));
  g_assert_false (poppler_index_iter_next (top));
  poppler_index_iter_free (under);
  poppler_index_iter_free (top);
}

static void
size_cb (gpointer data, guint page, double *width_pt, double *height_pt)
{
  *width_pt = *height_pt = 200;
}

static void
draw_unlisted_element_cb (gpointer data, guint page, cairo_t *cr, AkkTags *tags)
{
  akk_tag_begin (tags, cr, "Document", NULL, NULL);
  cairo_tag_begin (cr, "P", NULL);
  cairo_tag_end (cr, "P");
  akk_tag_end (tags, cr, "Document");
}

static void
draw_unlisted_artifact_cb (gpointer data, guint page, cairo_t *cr, AkkTags *tags)
{
  akk_tag_begin (tags, cr, "Document", NULL, NULL);
  cairo_tag_begin (cr, "Artifact", NULL);
  cairo_move_to (cr, 20, 20);
  cairo_show_text (cr, "x");
  cairo_tag_end (cr, "Artifact");
  akk_tag_end (tags, cr, "Document");
}

static void
draw_unclosed_cb (gpointer data, guint page, cairo_t *cr, AkkTags *tags)
{
  akk_tag_begin (tags, cr, "Document", NULL, NULL);
}

/* Better no file than one whose structure says something else than the page. */
static void
test_refuses (void)
{
  static const struct {
    void (*draw) (gpointer, guint, cairo_t *, AkkTags *);
    const char *title;
  } cases[] = {
    { draw_unlisted_element_cb, "Titel" }, { draw_unlisted_artifact_cb, "Titel" },
    { draw_unclosed_cb, "Titel" },         { draw_unclosed_cb, NULL },
    { draw_unclosed_cb, " \t" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkPdfSource source = { 1, size_cb, cases[i].draw, NULL };
    AkkPdfInfo info = { .title = cases[i].title, .language = "nl-BE" };
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = akk_pdf_render (&source, &info, &error);

    g_test_message ("case %u: %s", i, error != NULL ? error->message : "no error");
    g_assert_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_FAILED);
    g_assert_null (bytes);
  }
}

static void
test_without_tags (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 9, 9);
  cairo_t *cr = cairo_create (surface);

  akk_tag_begin (NULL, cr, "Document", NULL, NULL);
  akk_artifact_begin (NULL, cr, AKK_ARTIFACT_HEADER);
  akk_artifact_end (NULL, cr);
  akk_tag_end (NULL, cr, "Document");
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  for (int i = 0; i < 9 * cairo_image_surface_get_stride (surface); i++)
    g_assert_cmpint (cairo_image_surface_get_data (surface)[i], ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_content (void)
{
  static const char *const marks[] = { "f-0-0", "f-0-1", NULL };
  static const guint8 kinds[] = { AKK_ARTIFACT_HEADER, AKK_ARTIFACT_FOOTER };
  static const struct {
    const char *before, *after; /* NULL: refused */
    guint n_kinds;
  } cases[] = {
    { "", "", 0 },
    { "q 1 0 0 1 0 0 cm Q", "q 1 0 0 1 0 0 cm Q", 0 },
    { "BT /f-0-0 1 Tf <00>Tj ET S", " S", 0 },
    { "BT 1 0 0 1 2 2 Tm /f-0-1 1 Tf [<00>]TJ ET", "", 0 },
    { "BT /f-1-0 1 Tf (a)Tj ET", "BT /f-1-0 1 Tf (a)Tj ET", 0 },
    /* What belongs to others in the same text object stays. */
    { "BT /f-0-0 1 Tf <00>Tj /f-1-0 9 Tf (a)Tj ET", "BT   /f-1-0 9 Tf (a)Tj ET", 0 },
    { "BT /f-0-00 1 Tf (a)Tj ET", "BT /f-0-00 1 Tf (a)Tj ET", 0 },
    /* Words inside strings are no operators. */
    { "(a \\) BT /Artifact BMC) Tj", "(a \\) BT /Artifact BMC) Tj", 0 },
    { "((BMC) (x\\\\)) Tj /Artifact BMC S EMC",
      "((BMC) (x\\\\)) Tj /Artifact << /Type /Pagination /Subtype /Header >> BDC S EMC", 1 },
    { "/Artifact BMC EMC /P << /MCID 0 >> BDC EMC /Artifact BMC EMC",
      "/Artifact << /Type /Pagination /Subtype /Header >> BDC EMC /P << /MCID 0 >> BDC EMC "
      "/Artifact << /Type /Pagination /Subtype /Footer >> BDC EMC",
      2 },
    { "/Artifact BMC EMC", NULL, 0 },
    { "/Artifact BMC EMC", NULL, 2 },
    /* Cut off in the midst: nothing is read beyond the end. */
    { "(a", "(a", 0 },
    { "(a\\", "(a\\", 0 },
    { "<00", "<00", 0 },
    { "<", "<", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gsize length = strlen (cases[i].before);
    g_autofree guint8 *data = g_memdup2 (cases[i].before, length); /* no zero after it */
    g_autoptr (GByteArray) result =
        akk_pdf_content_rewrite (data, length, marks, kinds, cases[i].n_kinds);

    if (cases[i].after == NULL) {
      g_assert_null (result);
      continue;
    }
    g_assert_nonnull (result);
    g_byte_array_append (result, (const guint8 *) "", 1);
    g_assert_cmpstr ((char *) result->data, ==, cases[i].after);
  }
}

static void
test_metadata_escaped (void)
{
  AkkPdfInfo info = { .title = "a < b & \"c\"\x01\xff\n", .language = "nl-BE" };
  g_autofree char *xmp = akk_pdf_xmp (&info, "cairo", "Akkoord", 0);
  g_autoptr (GError) error = NULL;
  GMarkupParser parser = { 0 };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);

  g_assert_nonnull (strstr (xmp, "a &lt; b &amp; &quot;c&quot; \357\277\275<"));
  g_assert_nonnull (strstr (xmp, "<xmp:CreateDate>1970-01-01T00:00:00Z<"));
  g_assert_null (strstr (xmp, "dc:creator"));
  g_markup_parse_context_parse (context, xmp, -1, &error);
  g_assert_no_error (error);
}

static void
test_profile (void)
{
  g_autoptr (GBytes) first = akk_pdf_srgb (), second = akk_pdf_srgb ();
  const guint8 *data = g_bytes_get_data (first, NULL);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpmem (data + 36, 4, "acsp", 4);
  g_assert_cmphex (data[8] << 8 | data[9], ==, 0x0420);
  /* Readers turn tables of a curve around for each page; formulas cost them nothing. */
  g_assert_nonnull (memmem (data, g_bytes_get_size (first), "para", 4));
  g_assert_null (memmem (data, g_bytes_get_size (first), "curv", 4));
}

typedef struct {
  char *folder;
  char *path;
  GBytes *bytes;
} SaveFixture;

static void
save_set_up (SaveFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("akkoord-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "blad.pdf", NULL);
  fixture->bytes = g_bytes_new_static ("%PDF-nieuw", 10);
  g_assert_true (g_file_set_contents (fixture->path, "oud", -1, NULL));
}

static void
save_tear_down (SaveFixture *fixture, gconstpointer data)
{
  g_chmod (fixture->folder, 0700);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* no temporary file is left */
  g_free (fixture->folder);
  g_free (fixture->path);
  g_bytes_unref (fixture->bytes);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
assert_refused (SaveFixture *fixture, const char *path, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (akk_pdf_save (fixture->bytes, path, &error));
  g_assert_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, part));
  assert_contents (fixture->path, "oud");
}

static void
test_save_replaces (SaveFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (akk_pdf_save (fixture->bytes, fixture->path, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "%PDF-nieuw");
}

static void
test_save_follows_link (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("blad.pdf", link), ==, 0);
  g_assert_true (akk_pdf_save (fixture->bytes, link, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "%PDF-nieuw");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
}

static void
test_save_missing_folder (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nergens", "blad.pdf", NULL);

  assert_refused (fixture, path, "does not exist");
}

static void
test_save_on_a_folder (SaveFixture *fixture, gconstpointer data)
{
  assert_refused (fixture, fixture->folder, "is a folder");
}

static void
test_save_disk_full (SaveFixture *fixture, gconstpointer data)
{
  assert_refused (fixture, "/dev/full", "no room left");
}

static void
test_save_without_rights (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "ander.pdf", NULL);
  gboolean root = geteuid () == 0; /* who may write everywhere */

  g_chmod (fixture->folder, 0555);
  if (root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_refused (fixture, path, "may not write");
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* The write ends early: the file that was there stays, and nothing beside it. */
static void
test_save_stopped (SaveFixture *fixture, gconstpointer data)
{
  struct rlimit before, little = { 4, 0 };

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  little.rlim_max = before.rlim_max;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  assert_refused (fixture, fixture->path, "cannot be written");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/same-pages-same-bytes-in-any-locale-and-zone", test_same_bytes);
  g_test_add_func ("/pdf/other-date-other-bytes", test_other_date_other_bytes);
  g_test_add_func ("/pdf/source-date-epoch-wins", test_source_date_epoch_wins);
  g_test_add_func ("/pdf/survives-impossible-dates", test_impossible_dates);
  g_test_add_func ("/pdf/says-what-it-is", test_information);
  g_test_add_func ("/pdf/holds-the-text-as-drawn", test_text_as_drawn);
  g_test_add_func ("/pdf/headings-become-bookmarks", test_bookmarks);
  g_test_add_func ("/pdf/refuses-what-is-not-as-drawn", test_refuses);
  g_test_add_func ("/pdf/tags-do-nothing-on-the-screen", test_without_tags);
  g_test_add_func ("/pdf/content-loses-marks-and-types-artifacts", test_content);
  g_test_add_func ("/pdf/metadata-is-escaped", test_metadata_escaped);
  g_test_add_func ("/pdf/colours-are-always-the-same-bytes", test_profile);
#define ADD_SAVE(name, function)                                                                   \
  g_test_add ("/pdf/save/" name, SaveFixture, NULL, save_set_up, function, save_tear_down)
  ADD_SAVE ("replaces-the-file", test_save_replaces);
  ADD_SAVE ("follows-a-link", test_save_follows_link);
  ADD_SAVE ("refuses-a-missing-folder", test_save_missing_folder);
  ADD_SAVE ("refuses-a-folder", test_save_on_a_folder);
  ADD_SAVE ("refuses-a-full-disk", test_save_disk_full);
  ADD_SAVE ("refuses-a-folder-without-rights", test_save_without_rights);
  ADD_SAVE ("a-stopped-write-leaves-the-old-file", test_save_stopped);
  return g_test_run ();
}
