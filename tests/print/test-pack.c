/* Tests of the meeting pack: its parts in order, numbered through, with annexes as they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pack.h"

#include <cairo-pdf.h>
#include <poppler.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "checked-pdf.h"
#include "core/agenda.h"
#include "core/attachment.h"
#include "core/dossier.h"
#include "core/meetings.h"
#include "print/example.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)

typedef struct {
  char *folder, *path;
  AkkStore *store;
  AkkAgreement *agreement;
  AkkMeeting *meeting;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = NULL;

  self->folder = g_dir_make_tmp ("akkoord-pack-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "s.akkoord", NULL);
  akk_example_make ("scheldeland", self->path, &error);
  g_assert_no_error (error);
  self->store = akk_store_open (self->path, 0, &error);
  g_assert_no_error (error);
  self->agreement = akk_agreement_nth (self->store, 1);
  meetings = akk_meetings (self->store, self->agreement->record.id, 0);
  self->meeting = g_object_ref (meetings->pdata[meetings->len - 1]);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_object (&self->meeting);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* --- Annexes --- */

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Two pages of different sizes, with tags of their own and something in colour. */
static GBytes *
make_pdf (const char *word)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 842, 595);
  cairo_t *cr = cairo_create (surface);

  for (guint page = 1; page <= 2; page++) {
    g_autofree char *text = g_strdup_printf ("%s blad %u", word, page);

    cairo_tag_begin (cr, "Document", NULL);
    cairo_tag_begin (cr, "P", NULL);
    cairo_set_source_rgb (cr, 0.8, 0, 0);
    cairo_rectangle (cr, 100, 100, 50 * page, 80);
    cairo_fill (cr);
    cairo_set_source_rgb (cr, 0, 0, 0);
    cairo_move_to (cr, 60, 60);
    cairo_set_font_size (cr, 24);
    cairo_show_text (cr, text);
    cairo_tag_end (cr, "P");
    cairo_tag_end (cr, "Document");
    cairo_show_page (cr);
    cairo_pdf_surface_set_size (surface, 420, 595);
  }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* A field that was filled in: what is seen of it is no part of the page. */
static void
add_field (qpdf_data pdf, qpdf_oh page)
{
  static const char shows[] = "0.8 0 0 rg 0 0 60 60 re f";
  qpdf_oh seen = qpdf_oh_new_stream (pdf), null = qpdf_oh_new_null (pdf);
  qpdf_oh dict = qpdf_oh_get_dict (pdf, seen);
  qpdf_oh box = qpdf_oh_parse (pdf, "[ 0 0 60 60 ]");
  qpdf_oh form = qpdf_oh_new_name (pdf, "/Form");
  qpdf_oh field = qpdf_oh_parse (pdf, "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /F 4"
                                      " /Rect [ 400 100 460 160 ] /AP << >> >>");
  qpdf_oh appearances = qpdf_oh_get_key (pdf, field, "/AP");
  qpdf_oh list = qpdf_oh_new_array (pdf);

  qpdf_oh_replace_stream_data (pdf, seen, (const guint8 *) shows, strlen (shows), null, null);
  qpdf_oh_replace_key (pdf, dict, "/BBox", box);
  qpdf_oh_replace_key (pdf, dict, "/Subtype", form);
  qpdf_oh_replace_key (pdf, appearances, "/N", seen);
  qpdf_oh_append_item (pdf, list, field);
  qpdf_oh_replace_key (pdf, page, "/Annots", list);
  const qpdf_oh all[] = { seen, null, dict, box, form, field, appearances, list };
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    qpdf_oh_release (pdf, all[i]);
}

/* The same, written again by qpdf: turned and cropped, or encrypted. */
static GBytes *
rewrite (GBytes *plain, gboolean encrypt)
{
  qpdf_data pdf = qpdf_init ();
  gsize length;
  const char *data = g_bytes_get_data (plain, &length);
  GBytes *bytes;

  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  qpdf_read_memory (pdf, "plain", data, length, NULL);
  qpdf_oh page = qpdf_get_page_n (pdf, 0);
  qpdf_oh turned = qpdf_oh_new_integer (pdf, 90);
  qpdf_oh crop = qpdf_oh_parse (pdf, "[ 20 35 820 575 ]");
  qpdf_oh_replace_key (pdf, page, "/Rotate", turned);
  qpdf_oh_replace_key (pdf, page, "/CropBox", crop);
  add_field (pdf, page);
  qpdf_oh_release (pdf, crop);
  qpdf_oh_release (pdf, turned);
  qpdf_oh_release (pdf, page);
  qpdf_init_write_memory (pdf);
  qpdf_set_deterministic_ID (pdf, !encrypt);
  if (encrypt)
    qpdf_set_r6_encryption_parameters2 (pdf, "", "geheim", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                        QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (pdf) & QPDF_ERRORS, ==, 0);
  bytes = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  while (qpdf_more_warnings (pdf))
    qpdf_next_warning (pdf);
  qpdf_cleanup (&pdf);
  return bytes;
}

static void
attach (Fixture *self, const char *name, GBytes *bytes)
{
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (self->store, self->meeting);
  const AkkAgendaEntry *last = agenda->entries->pdata[agenda->entries->len - 1];
  g_autoptr (GError) error = NULL;
  g_autofree char *file = akk_store_add_blob (self->store, bytes, &error);
  g_autoptr (AkkAttachment) attachment = akk_record_new (&akk_attachment_record);

  g_assert_no_error (error);
  attachment->item_id = last->item->record.id;
  g_set_str (&attachment->name, name);
  g_set_str (&attachment->file, file);
  g_set_str (&attachment->position, name);
  akk_store_begin (self->store, "Attach");
  akk_store_add (self->store, attachment);
  g_assert_true (akk_store_commit (self->store, &error));
}

/* A page more, drawn as `content` says, with these resources. */
static GBytes *
with_page (GBytes *plain, const char *content, const char *resources)
{
  qpdf_data pdf = qpdf_init ();
  gsize length;
  const char *data = g_bytes_get_data (plain, &length);
  GBytes *bytes;

  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  qpdf_read_memory (pdf, "plain", data, length, NULL);
  qpdf_oh page = qpdf_oh_parse (pdf, "<< /Type /Page /MediaBox [ 0 0 200 200 ] >>");
  qpdf_oh stream = qpdf_oh_new_stream (pdf), null = qpdf_oh_new_null (pdf);
  qpdf_oh with = qpdf_oh_parse (pdf, resources);
  qpdf_oh_replace_stream_data (pdf, stream, (const guint8 *) content, strlen (content), null, null);
  qpdf_oh_replace_key (pdf, page, "/Contents", stream);
  qpdf_oh_replace_key (pdf, page, "/Resources", with);
  qpdf_add_page (pdf, pdf, qpdf_make_indirect_object (pdf, page), QPDF_FALSE);
  qpdf_init_write_memory (pdf);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (pdf) & QPDF_ERRORS, ==, 0);
  bytes = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  qpdf_cleanup (&pdf);
  return bytes;
}

/* Takes back what was attached last. */
static void
detach (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (akk_store_undo (self->store, &error));
}

/* --- The pack --- */

static GBytes *
print_with (Fixture *self, char **caution)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkPaper) paper = akk_paper_new ("nl-BE", &error);
  GBytes *bytes;

  g_assert_no_error (error);
  bytes = akk_pack_print (paper, self->store, self->meeting, akk_store_today (self->store), caution,
                          &error);
  g_assert_no_error (error);
  return bytes;
}

static GBytes *
print (Fixture *self)
{
  g_autofree char *caution = NULL;
  GBytes *bytes = print_with (self, &caution);

  g_assert_null (caution);
  return bytes;
}

static char *
text_of (PopplerDocument *document, int page)
{
  PopplerPage *it = poppler_document_get_page (document, page);
  char *text = poppler_page_get_text (it);

  g_object_unref (it);
  return text;
}

static PopplerDocument *
open (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
assert_in_order (const char *text, const char *const *words)
{
  for (; *words != NULL; words++) {
    const char *found = strstr (text, *words);
    if (found == NULL)
      g_test_message ("“%s” is not in: %s", *words, text);
    g_assert_nonnull (found);
    text = found + strlen (*words);
  }
}

static void
test_parts (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) pdf = print (self);
  g_autoptr (PopplerDocument) document = open (pdf);
  g_autoptr (GString) all = g_string_new (NULL);
  int n_pages = poppler_document_get_n_pages (document);

  assert_conforms (pdf);
  for (int i = 0; i < n_pages; i++) {
    g_autofree char *text = text_of (document, i);
    g_autofree char *number = g_strdup_printf ("Pagina %d van %d", i + 1, n_pages);
    g_assert_nonnull (strstr (text, number));
    g_string_append (all, text);
  }
  assert_in_order (all->str, (const char *const[]) { "Agenda van de stuurgroep", "Verslag van de",
                                                     "Openstaande besluiten en afspraken",
                                                     "Besluiten", "Afspraken", NULL });
}

static double
area_of_red (PopplerDocument *document, int page)
{
  PopplerPage *it = poppler_document_get_page (document, page);
  double width, height, area = 0;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (it, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  poppler_page_render (it, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < (int) height; y++) {
    const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface) +
                                            y * cairo_image_surface_get_stride (surface));
    for (int x = 0; x < (int) width; x++)
      area += (row[x] >> 16 & 255) > 150 && (row[x] & 255) < 90;
  }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (it);
  return area;
}

static void
test_annexes (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) before = print (self);
  g_autoptr (PopplerDocument) bare = open (before);
  g_autoptr (GBytes) plain = make_pdf ("Cijfers"), turned = rewrite (plain, FALSE);
  g_autoptr (PopplerDocument) source = open (turned);
  int first = poppler_document_get_n_pages (bare);

  attach (self, "cijfers.pdf", turned);
  g_autoptr (GBytes) pdf = print (self), again = print (self);
  g_autoptr (PopplerDocument) document = open (pdf);

  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, first + 2);
  for (int page = 0; page < 2; page++) {
    PopplerPage *one = poppler_document_get_page (source, page);
    PopplerPage *other = poppler_document_get_page (document, first + page);
    double width, height, own_width, own_height;
    g_autofree char *text = text_of (source, page), *own = text_of (document, first + page);
    g_autofree char *number = g_strdup_printf ("Pagina %d van %d", first + page + 1, first + 2);

    poppler_page_get_size (one, &width, &height);
    poppler_page_get_size (other, &own_width, &own_height);
    g_assert_cmpfloat_with_epsilon (width, own_width, 0.01);
    g_assert_cmpfloat_with_epsilon (height, own_height, 0.01);
    g_assert_nonnull (strstr (own, g_strstrip (text)));
    g_assert_nonnull (strstr (own, number));
    g_assert_cmpfloat (area_of_red (source, page), >, page == 0 ? 7000 : 2000);
    g_assert_cmpfloat_with_epsilon (area_of_red (source, page),
                                    area_of_red (document, first + page), 400);
    g_object_unref (one);
    g_object_unref (other);
  }
  assert_conforms (pdf);
}

/* The file says of itself what is true, and no more. */
static void
test_unfit (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *name, *content, *resources;
    gboolean fit, heard; /* PDF/A, PDF/UA */
  } cases[] = {
    { "grijs.pdf", "0.5 g 0 0 50 50 re f", "<< >>", TRUE, TRUE },
    { "inkt.pdf", "0 1 1 0 k 0 0 50 50 re f", "<< >>", FALSE, TRUE },
    { "rand.pdf", "0 1 1 0 K 0 0 50 50 re S", "<< >>", FALSE, TRUE },
    { "ruimte.pdf", "/C cs 0 1 1 0 sc 0 0 50 50 re f",
      "<< /ColorSpace << /C [ /Indexed /DeviceCMYK 0 <00000000> ] >> >>", FALSE, TRUE },
    { "letter.pdf", "BT /F 12 Tf 20 20 Td (Prijs) Tj ET",
      "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>", FALSE, FALSE },
    { "woord.pdf", "(k K) pop", "<< >>", TRUE, TRUE },
  };
  g_autoptr (GBytes) plain = make_pdf ("Offerte");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) annex = with_page (plain, cases[i].content, cases[i].resources);
    g_autofree char *caution = NULL, *says = NULL;
    g_autoptr (GBytes) pdf = NULL;
    g_autoptr (PopplerDocument) document = NULL;

    g_test_message ("%s", cases[i].name);
    attach (self, cases[i].name, annex);
    pdf = print_with (self, &caution);
    document = open (pdf);
    says = poppler_document_get_metadata (document);
    g_assert_true (cases[i].fit == (strstr (says, "pdfaid:part>") != NULL));
    g_assert_true (cases[i].heard == (strstr (says, "pdfuaid:part>") != NULL));
    g_assert_nonnull (strstr (says, "<dc:title>"));
    g_assert_true (cases[i].fit == (caution == NULL));
    if (caution != NULL)
      g_assert_nonnull (strstr (caution, cases[i].name));
    detach (self);
  }
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) plain = make_pdf ("Geheim"), locked = rewrite (plain, TRUE);
  g_autoptr (GBytes) damaged = g_bytes_new_static ("%PDF-1.7\nniets", 14);
  g_autoptr (GBytes) other = g_bytes_new_static ("een tekst", 9);

  attach (self, "slot.pdf", locked);
  attach (self, "stuk.pdf", damaged);
  attach (self, "tekst.odt", other);
  g_autoptr (GBytes) pdf = print (self);
  g_autoptr (PopplerDocument) document = open (pdf);
  int n_pages = poppler_document_get_n_pages (document);
  g_autofree char *one = text_of (document, n_pages - 3), *two = text_of (document, n_pages - 2);
  g_autofree char *three = text_of (document, n_pages - 1);

  assert_in_order (one, (const char *const[]) { "slot.pdf", "Bij punt", "beveiligd", NULL });
  assert_in_order (two, (const char *const[]) { "stuk.pdf", "Bij punt", "beschadigd", NULL });
  assert_in_order (three, (const char *const[]) { "tekst.odt", "Bij punt", "geen PDF", NULL });
  assert_conforms (pdf);
}

/* --- Bookmarks --- */

static void
list_bookmarks (PopplerIndexIter *iter, guint depth, GString *list)
{
  do {
    g_autoptr (PopplerIndexIter) child = poppler_index_iter_get_child (iter);
    PopplerAction *action = poppler_index_iter_get_action (iter);

    g_string_append_printf (list, "%u %s\n", depth, action->any.title);
    poppler_action_free (action);
    if (child != NULL)
      list_bookmarks (child, depth + 1, list);
  } while (poppler_index_iter_next (iter));
}

static void
test_bookmarks (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) annex = make_pdf ("Cijfers");
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (self->store, self->meeting);
  g_autoptr (GString) list = g_string_new (NULL);
  const char *at;

  attach (self, "cijfers.pdf", annex);
  g_autoptr (GBytes) pdf = print (self);
  g_autoptr (PopplerDocument) document = open (pdf);
  g_autoptr (PopplerIndexIter) iter = poppler_index_iter_new (document);
  list_bookmarks (iter, 1, list);
  at = strstr (list->str, "1 Agenda – ");
  g_assert_true (at == list->str);
  for (guint i = 0; i < agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = agenda->entries->pdata[i];
    g_autofree char *item = g_strdup_printf (" %u %s\n", entry->number, entry->item->title);
    at = strstr (at, item);
    g_assert_nonnull (at);
  }
  assert_in_order (at, (const char *const[]) { "\n1 Verslag – ", "\n2 ",
                                               "\n1 Openstaande besluiten en afspraken\n",
                                               "\n1 Bijlage ", "cijfers.pdf\n", NULL });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/pack/has-all-parts-numbered-through", test_parts);
  ADD ("/pack/annexes-are-exact", test_annexes);
  ADD ("/pack/says-why-an-annex-is-not-there", test_refused);
  ADD ("/pack/does-not-claim-more-than-its-annexes-allow", test_unfit);
  ADD ("/pack/has-a-bookmark-per-item", test_bookmarks);
  return g_test_run ();
}
