/* Tests of annexes on paper: after the signatures, with what stands in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "core/action.h"
#include "core/section.h"
#include "print/annex-flaws.h"
#include "printed-agreement.h"

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A file of somebody else: an upright page and one that lies. */
static GBytes *
somebodys_pdf (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_set_font_size (cr, 30);
  cairo_move_to (cr, 60, 100);
  cairo_show_text (cr, "Eerste blad");
  cairo_show_page (cr);
  cairo_pdf_surface_set_size (surface, 842, 595);
  cairo_rectangle (cr, 100, 100, 200, 200);
  cairo_fill (cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static AkkSection *
add_annex (Fixture *fixture, const char *heading, AkkContent content, const char *file)
{
  AkkSection *section = akk_record_new (&akk_section_record);
  g_autoptr (GError) error = NULL;
  static guint n;
  g_autofree char *position = g_strdup_printf ("zz%03u", n++);

  g_object_set (section, "agreement-id", fixture->agreement->record.id, "position", position,
                "heading", heading, "scheme", (gint64) AKK_SCHEME_ANNEX, "content",
                (gint64) content, "file", file, NULL);
  akk_store_begin (fixture->store, "Add");
  akk_store_add (fixture->store, section);
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
  return section;
}

static char *
add_file (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *sha256 = akk_store_add_blob (fixture->store, bytes, &error);

  g_assert_no_error (error);
  return sha256;
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkSection) text = add_annex (fixture, "Omgeving", AKK_CONTENT_TEXT, "");
  g_autoptr (AkkSection) later = add_annex (fixture, "Dashboard", AKK_CONTENT_FOLLOWS, "");

  fixture_set (fixture, text, "body", "De streek telt negen gemeenten.\n");
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  assert_conforms (paper.pdf);
  int n = n_pages (&paper);

  g_assert_nonnull (strstr (page_words (&paper, n - 2), "Bijlage 1 Omgeving De streek telt"));
  g_assert_nonnull (strstr (page_words (&paper, n - 1), "Bijlage 2 Dashboard Deze bijlage volgt"));
  g_assert_nonnull (strstr (page_words (&paper, n - 3), "Ondertekening"));
  /* They are in the contents. */
  g_assert_nonnull (strstr (page_words (&paper, 1), "Bijlage 2"));
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = somebodys_pdf ();
  g_autofree char *sha256 = add_file (fixture, bytes);
  g_autoptr (AkkSection) annex = add_annex (fixture, "Advies", AKK_CONTENT_PDF, sha256);
  g_autoptr (AkkVersion) version = NULL;
  g_autoptr (GError) error = NULL;

  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  g_autofree char *read = checked_words (paper.pdf, NULL);
  int n = n_pages (&paper);

  /* The page stands below its heading, as itself, and between our header and footer. */
  g_assert_nonnull (strstr (page_words (&paper, n - 2), "Bijlage 1 Advies"));
  g_assert_nonnull (strstr (page_words (&paper, n - 2), "Eerste blad"));
  g_assert_nonnull (strstr (page_words (&paper, n - 2), "Ontwerp"));
  g_assert_null (strstr (page_words (&paper, n - 1), "Eerste blad"));
  g_assert_nonnull (strstr (page_words (&paper, n - 1), "Ontwerp"));

  /* Another file is another text. */
  version = fixture_freeze (fixture);
  g_assert_nonnull (strstr (version->content, sha256));
  fixture_set (fixture, annex, "heading", "Ander advies");
  g_assert_false (akk_freeze_is_current (fixture->store, fixture->agreement, version, &error));
}

/* Whether a point of a page is black, as a reader shows it or as the window does. */
static gboolean
is_black (const Paper *paper, int page, gboolean window, int x, int y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 842);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PopplerPage) it = poppler_document_get_page (paper->document, page);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (window)
    akk_pages_draw (paper->pages, (guint) page, cr, NULL);
  else
    poppler_page_render (it, cr);
  cairo_destroy (cr);
  const guint8 *pixel =
      cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
  gboolean black = pixel[1] < 40;
  cairo_surface_destroy (surface);
  return black;
}

/* A page that lies is as large as one that stands; on a screen the paper is turned for the reader.
 */
static void
test_lying (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = somebodys_pdf ();
  g_autofree char *sha256 = add_file (fixture, bytes);
  g_autoptr (AkkSection) annex = add_annex (fixture, "Advies", AKK_CONTENT_PDF, sha256);
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  int last = n_pages (&paper) - 1;
  g_autoptr (PopplerPage) standing = poppler_document_get_page (paper.document, last - 1);
  g_autoptr (PopplerPage) lying = poppler_document_get_page (paper.document, last);
  double width, height;

  assert_conforms (paper.pdf);
  poppler_page_get_size (standing, &width, &height);
  g_assert_cmpfloat (width, <, height);
  poppler_page_get_size (lying, &width, &height);
  g_assert_cmpfloat (width, >, height);
  g_assert_true (is_black (&paper, last, FALSE, 246, 219));
  g_assert_false (is_black (&paper, last, FALSE, 356, 219));
  g_assert_true (is_black (&paper, last, TRUE, 219, 596));
  g_assert_false (is_black (&paper, last, TRUE, 219, 486));
}

/* A picture before the page of a file keeps its place. */
static void
test_picture_before (Fixture *fixture, gconstpointer data)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='4'>"
                            "<text x='2' y='4' font-size='3'>Wapen</text></svg>";
  g_autoptr (GBytes) bytes = somebodys_pdf (), drawing = g_bytes_new_static (svg, strlen (svg));
  g_autofree char *sha256 = add_file (fixture, bytes), *picture = add_file (fixture, drawing);
  g_autofree char *body = g_strdup_printf ("![Wapenschild](blob:%s)\n", picture);
  g_autoptr (AkkSection) annex = add_annex (fixture, "Advies", AKK_CONTENT_PDF, sha256);

  fixture_set (fixture, annex, "body", body);
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  const char *words = page_words (&paper, n_pages (&paper) - 2);
  assert_conforms (paper.pdf);
  g_assert_nonnull (strstr (words, "Wapen "));
  g_assert_nonnull (strstr (words, "Eerste blad"));
}

/* What cannot be shown is said. */
static void
test_unusable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) words = g_bytes_new_static ("geen PDF", 8);
  g_autofree char *other = add_file (fixture, words);
  g_autoptr (GBytes) broken = g_bytes_new_static ("%PDF-1.7 stuk", 13);
  g_autofree char *damaged = add_file (fixture, broken);
  g_autoptr (AkkSection) none = add_annex (fixture, "Eén", AKK_CONTENT_PDF, "");
  g_autoptr (AkkSection) two = add_annex (fixture, "Twee", AKK_CONTENT_PDF, other);
  g_autoptr (AkkSection) three = add_annex (fixture, "Drie", AKK_CONTENT_PDF, damaged);
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  int n = n_pages (&paper);

  assert_conforms (paper.pdf);
  g_assert_nonnull (strstr (page_words (&paper, n - 3), "nog geen bestand gekozen"));
  g_assert_nonnull (strstr (page_words (&paper, n - 2), "is geen PDF"));
  g_assert_nonnull (strstr (page_words (&paper, n - 1), "is beschadigd"));
}

/* With letters that every reader was once expected to have. */
static GBytes *
bare_pdf (void)
{
  static const char words[] =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
      "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
      "4 0 obj<</Length 38>>stream\nBT /F1 12 Tf 60 700 Td (Advies) Tj ET  \nendstream endobj\n"
      "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
      "trailer<</Size 6/Root 1 0 R>>\n%%EOF\n";

  return g_bytes_new_static (words, strlen (words));
}

static guint
count_findings (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) findings = akk_findings_new (fixture->store, fixture->agreement, 20409);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((AkkFinding *) findings->pdata[i])->id, id);
  return n;
}

/* It is said before it is too late. */
static void
test_flaws (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bare = bare_pdf (), fine = somebodys_pdf ();
  g_autoptr (GBytes) words = g_bytes_new_static ("geen PDF", 8);
  g_autofree char *without = add_file (fixture, bare), *with = add_file (fixture, fine);
  g_autofree char *other = add_file (fixture, words);
  g_autoptr (AkkSection) one = add_annex (fixture, "Advies", AKK_CONTENT_PDF, with);

  g_assert_null (akk_annex_caution (fixture->store, fixture->agreement));
  g_autoptr (AkkSection) two = add_annex (fixture, "Nota", AKK_CONTENT_PDF, without);
  g_autoptr (AkkSection) three = add_annex (fixture, "Brief", AKK_CONTENT_PDF, other);
  g_autofree char *caution = akk_annex_caution (fixture->store, fixture->agreement);
  g_assert_cmpstr (caution, ==,
                   "“Nota” lacks fonts or has colours for a printing press only. The document is "
                   "therefore an ordinary PDF, not one for the archive (PDF/A).");

  g_assert_cmpuint (count_findings (fixture, "annex-fonts"), ==, 0);
  akk_findings_set_annex_reader (akk_annex_flaws);
  g_assert_cmpuint (count_findings (fixture, "annex-fonts"), ==, 1);
  g_assert_cmpuint (count_findings (fixture, "annex-unreadable"), ==, 1);
  g_assert_cmpuint (count_findings (fixture, "annex-inks"), ==, 0);
  akk_findings_set_annex_reader (NULL);
}

static void
test_damaged_pictures (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *bytes;
    gboolean readable;
  } cases[] = {
    { "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'/>", TRUE },
    { "<svg", FALSE },
    { "\x89PNG\r\n\x1a\n", FALSE },
    { "geen tekening", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, strlen (cases[i].bytes));
    g_autofree char *sha256 = add_file (fixture, bytes);

    for (guint n = 0; n < 2; n++)
      g_assert_cmpint (akk_figure_is_readable (fixture->store, sha256), ==, cases[i].readable);
  }
  g_assert_false (akk_figure_is_readable (fixture->store, "12ab"));
}

static void
test_made (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->agreement);
  fixture->agreement = akk_agreement_nth (fixture->store, 1);
  g_autoptr (AkkSection) plan = add_annex (fixture, "Plan", AKK_CONTENT_PLAN, "");
  g_autoptr (AkkSection) dashboard = add_annex (fixture, "Cijfers", AKK_CONTENT_DASHBOARD, "");
  g_autoptr (GError) error = NULL;

  akk_store_begin (fixture->store, "Change");
  akk_store_set_int (fixture->store, plan, "year", 2024);
  akk_store_set_int (fixture->store, dashboard, "year", 2024);
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  assert_conforms (paper.pdf);
  g_assert_cmpint (find_page (&paper, "Bijlage 1 Plan"), >, 0);
  g_assert_cmpint (find_page (&paper, "A42"), >=, find_page (&paper, "Bijlage 1 Plan"));
  g_assert_cmpint (find_page (&paper, "Dashboard 2024"), >, find_page (&paper, "A42"));
}

static GBytes *
pdf_on (Fixture *fixture, AkkPaper *paper)
{
  const AkkPdfInfo info = { .title = "Test", .language = "nl-BE", .date = 1763337600 };
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, "nl-BE");
  g_autoptr (AkkText) text = akk_agreement_text_load (outline, NULL);
  const AkkAgreementMatter matter = { .store = fixture->store,
                                      .agreement = fixture->agreement,
                                      .outline = outline,
                                      .text = text,
                                      .today = 20409 };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = akk_pdf_bytes (akk_agreement_print (paper, &matter), &info, &error);

  g_assert_no_error (error);
  return bytes;
}

/* What is made once for a paper is the same as what is made anew, and follows the records. */
static void
test_made_once (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->agreement);
  fixture->agreement = akk_agreement_nth (fixture->store, 1);
  g_autoptr (AkkSection) plan = add_annex (fixture, "Plan", AKK_CONTENT_PLAN, "");
  g_autoptr (AkkSection) dashboard = add_annex (fixture, "Cijfers", AKK_CONTENT_DASHBOARD, "");
  g_autoptr (AkkSection) again = add_annex (fixture, "Plan, nog eens", AKK_CONTENT_PLAN, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkPaper) paper = akk_paper_new ("nl-BE", &error), other = NULL;
  g_autoptr (GListModel) actions = NULL;
  g_autoptr (GObject) action = NULL;

  akk_store_begin (fixture->store, "Change");
  akk_store_set_int (fixture->store, plan, "year", 2024);
  akk_store_set_int (fixture->store, dashboard, "year", 2024);
  akk_store_set_int (fixture->store, again, "year", 2024);
  akk_store_commit (fixture->store, &error);
  g_autoptr (GBytes) first = pdf_on (fixture, paper), second = pdf_on (fixture, paper);
  g_assert_true (g_bytes_equal (first, second));
  assert_conforms (second);

  actions = akk_store_list (fixture->store, &akk_action_record, NULL, 0);
  for (guint i = 0; i < g_list_model_get_n_items (actions) && action == NULL; i++) {
    g_autoptr (AkkAction) it = g_list_model_get_item (actions, i);
    if (g_str_equal (it->number, "A42"))
      action = g_object_ref (G_OBJECT (it));
  }
  g_assert_nonnull (action);
  fixture_set (fixture, action, "title", "Iets heel anders");
  other = akk_paper_new ("nl-BE", &error);
  g_autoptr (GBytes) third = pdf_on (fixture, paper), fresh = pdf_on (fixture, other);
  g_assert_false (g_bytes_equal (second, third));
  g_assert_true (g_bytes_equal (third, fresh));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/annexes/come-after-the-signatures-on-pages-of-their-own", test_order);
  ADD ("/annexes/take-over-the-pages-of-a-file", test_file);
  ADD ("/annexes/that-lie-are-turned", test_lying);
  ADD ("/annexes/leave-a-picture-before-them-alone", test_picture_before);
  ADD ("/annexes/say-why-a-file-cannot-be-shown", test_unusable);
  ADD ("/annexes/that-keep-a-document-from-the-archive-are-told", test_flaws);
  ADD ("/annexes/pictures-that-cannot-be-shown-are-told", test_damaged_pictures);
  ADD ("/annexes/hold-a-plan-or-a-dashboard", test_made);
  ADD ("/annexes/of-a-year-are-made-once", test_made_once);
#undef ADD
  return g_test_run ();
}
