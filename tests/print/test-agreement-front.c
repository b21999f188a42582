/* Tests of the parts around the text: front, contents, parties, signature pages, control code.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <string.h>

#include "core/field-source.h"
#include "core/office.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/person.h"
#include "core/representative.h"
#include "core/section.h"
#include "core/signing-route.h"
#include "printed-agreement.h"

#define CODE "ABCDEFGHJKMNPQRS"
#define PRINTED_CODE "ABCD-EFGH-JKMN-PQRS"

/* --- Contents --- */

static guint
page_of_line (const Paper *self, guint line)
{
  guint page;
  double y, height;

  g_assert_true (akk_pages_find_line (self->pages, line, &page, &y, &height));
  return page + 1;
}

/* The entry that a link covers ends with its page number. */
static char *
link_text (PopplerPage *page, const PopplerRectangle *area)
{
  double width, height;

  poppler_page_get_size (page, &width, &height);
  /* The middle of its line: poppler takes what it touches. */
  double y = height - (area->y1 + area->y2) / 2;
  PopplerRectangle flipped = { area->x1, y - 1, area->x2, y + 1 };
  return g_strstrip (poppler_page_get_text_for_area (page, &flipped));
}

static guint
count_captions (const AkkText *text)
{
  guint n = 0;

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    n += line->n_runs > 0 && line->runs[0].field != NULL &&
         g_str_has_prefix (line->runs[0].field, "caption:");
  }
  return n;
}

static void
test_contents (Fixture *fixture, gconstpointer data)
{
  for (guint nth = 1; nth <= 2; nth++) {
    g_clear_object (&fixture->agreement);
    fixture->agreement = akk_agreement_nth (fixture->store, nth);
    g_auto (Paper) paper = print (fixture, NULL, FALSE);
    g_autoptr (PopplerPage) page = poppler_document_get_page (paper.document, 1);
    GList *links = poppler_page_get_link_mapping (page);
    GList *link = g_list_reverse (links);
    guint n = 0, n_tables = 0;

    links = link;
    for (guint i = 0; i < paper.text->n_lines; i++) {
      const AkkLine *line = paper.text->lines[i];
      if (line->kind != AKK_LINE_HEADING)
        continue; /* the tables come after */
      g_assert_nonnull (link);
      const PopplerLinkMapping *mapping = link->data;
      g_autofree char *entry = link_text (page, &mapping->area);
      g_autofree char *number = g_strdup_printf ("%u", page_of_line (&paper, i));

      g_assert_nonnull (strstr (entry, line->text));
      g_assert_true (g_str_has_suffix (entry, number));
      g_assert_cmpint (mapping->action->type, ==, POPPLER_ACTION_GOTO_DEST);
      g_assert_cmpint (mapping->action->goto_dest.dest->page_num, ==,
                       (int) page_of_line (&paper, i));
      link = link->next;
      n++;
    }
    for (; link != NULL; link = link->next) {
      const PopplerLinkMapping *mapping = link->data;
      g_autofree char *entry = link_text (page, &mapping->area);
      g_autofree char *number = g_strdup_printf ("%d", mapping->action->goto_dest.dest->page_num);
      g_assert_true (g_str_has_suffix (entry, number));
      n_tables++;
    }
    g_assert_cmpuint (n, >=, 14);
    g_assert_cmpuint (n_tables, ==, count_captions (paper.text));
    poppler_page_free_link_mapping (links);
  }
}

/* The front calls the priorities what the text calls them. */
static void
test_priorities (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = { { "Beleidsprioriteiten 2020–2025",
                                            "Beleidsprioriteiten" },
                                          { "Onze prioriteiten", "Prioriteiten" },
                                          { "Doelstellingen", "Doelstellingen" } };
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (AkkSection) first = g_list_model_get_item (sections, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    fixture_set (fixture, first, "heading", cases[i][0]);
    g_auto (Paper) paper = print (fixture, NULL, FALSE);
    g_autoptr (PopplerPage) page = poppler_document_get_page (paper.document, 0);
    g_autofree char *text = poppler_page_get_text (page);
    g_assert_nonnull (strstr (text, cases[i][1]));
    g_assert_null (strstr (text, "Ambities"));
  }
}

/* "zie p." and its heading, wherever the text moves. */
static void
test_references (Fixture *fixture, gconstpointer data)
{
  for (guint paragraphs = 0; paragraphs < 90; paragraphs += 15) {
    g_autoptr (GListModel) sections = akk_store_list (
        fixture->store, &akk_section_record, "agreement_id", fixture->agreement->record.id);
    g_autoptr (AkkSection) first = g_list_model_get_item (sections, 0);
    g_autoptr (AkkSection) last =
        g_list_model_get_item (sections, g_list_model_get_n_items (sections) - 1);
    g_autoptr (GString) body = g_string_new (NULL);
    g_autofree char *expected = NULL;
    guint line = 0;

    g_string_printf (body, "Verwijzing: pagina {{ref:%" G_GINT64_FORMAT ".page}} hier.\n\n",
                     last->record.id);
    for (guint i = 0; i < paragraphs; i++)
      g_string_append (body, "De partijen overleggen geregeld over de uitvoering.\n\n");
    fixture_set (fixture, first, "body", body->str);

    g_auto (Paper) paper = print (fixture, NULL, FALSE);
    while (paper.text->lines[line]->section != last->record.id)
      line++;
    expected = g_strdup_printf ("Verwijzing: pagina %u hier.", page_of_line (&paper, line));
    g_assert_cmpuint (count_words (&paper, expected), ==, 1);
  }
}

/* --- Signature pages --- */

/* The clause in the text takes the place of the page. */
static void
test_clause (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (AkkSection) first = g_list_model_get_item (sections, 0);

  fixture_set (fixture, first, "body",
               "Voor.\n\n{{clause:parties}}\n\nNa.\n\n{{clause:priorities}}\n\nSlot.\n");
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  g_assert_cmpint (find_page (&paper, "De partijen Tussen"), ==, -1);
  g_assert_cmpint (find_page (&paper, "Voor. Tussen"), ==, 2);
  g_assert_cmpuint (count_words (&paper, "samen de partijen genoemd"), ==, 1);
  g_assert_cmpuint (count_words (&paper, "{{"), ==, 0);
}

/* --- The version --- */

static GBytes *
make_logo (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *path = NULL;
  char *data;
  gsize n_bytes;
  int file = g_file_open_tmp ("logo-XXXXXX.png", &path, NULL);

  cairo_set_source_rgba (cr, 0.1, 0.3, 0.4, 0.8);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 6.2832);
  cairo_fill (cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (path, &data, &n_bytes, NULL));
  g_unlink (path);
  g_close (file, NULL);
  return g_bytes_new_take (data, n_bytes);
}

static void
set_logos (Fixture *fixture)
{
  g_autoptr (GListModel) organisations =
      akk_store_list (fixture->store, &akk_organisation_record, NULL, 0);
  static const int sizes[][2] = { { 200, 200 }, { 900, 120 }, { 60, 300 } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++) {
    g_autoptr (AkkOrganisation) organisation = g_list_model_get_item (organisations, i);
    g_autoptr (GBytes) logo =
        i < 3 ? make_logo (sizes[i][0], sizes[i][1]) : g_bytes_new_static ("no picture", 10);
    g_autofree char *sha256 = akk_store_add_blob (fixture->store, logo, &error);
    g_assert_no_error (error);
    fixture_set (fixture, organisation, "logo", sha256);
  }
}

static void
test_version (Fixture *fixture, gconstpointer data)
{
  const AkkStamp stamp = { 3, 20367, CODE };
  g_autoptr (PopplerPage) title = NULL;

  set_logos (fixture);
  g_auto (Paper) paper = print (fixture, &stamp, FALSE);
  assert_conforms (paper.pdf);
  for (int i = 0; i < n_pages (&paper); i++) {
    const char *words = page_words (&paper, i);
    g_autofree char *place = g_strdup_printf ("Pagina %d van %d", i + 1, n_pages (&paper));
    g_assert_nonnull (strstr (words, "Versie 3, ter ondertekening · 6 oktober 2025"));
    g_assert_nonnull (strstr (words, PRINTED_CODE));
    g_assert_nonnull (strstr (words, place));
  }
  g_assert_cmpuint (count_words (&paper, "Ontwerp"), ==, 0);
  /* Beside the QR codes too. */
  g_assert_cmpuint (count_words (&paper, PRINTED_CODE), ==, (guint) n_pages (&paper) + 2);
  g_assert_cmpint (find_page (&paper, "Controleer dit document"), ==, 1);
  g_assert_cmpint (find_page (&paper, ", één tekst"), ==, n_pages (&paper) - 1);

  title = poppler_document_get_page (paper.document, 0);
  GList *images = poppler_page_get_image_mapping (title);
  g_assert_cmpuint (g_list_length (images), ==, 3);
  poppler_page_free_image_mapping (images);
}

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  const char *title = page_words (&paper, 0);
  guint pages = (guint) n_pages (&paper);
  static const char *const rows[] = { "Looptijd",  "Partijen",  "Ambities",      "Overleg",
                                      "Opzegging", "Alleen de", "Ondertekening", "Uitvoering" };

  g_assert_cmpuint (count_words (&paper, "Ontwerp"), ==, pages + 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_nonnull (strstr (title, rows[i]));
  g_autofree char *signing = g_strdup_printf ("(pagina’s %u en %u)", pages - 1, pages);
  g_assert_nonnull (strstr (title, signing));
}

/* One picture several times on a page. */
static void
test_shared_logo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) organisations =
      akk_store_list (fixture->store, &akk_organisation_record, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) logo = make_logo (300, 100);
  g_autofree char *sha256 = akk_store_add_blob (fixture->store, logo, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (AkkOrganisation) organisation = g_list_model_get_item (organisations, i);
    fixture_set (fixture, organisation, "logo", sha256);
  }
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  assert_conforms (paper.pdf);
}

/* A paragraph that is a figure is its picture; amid words, or without a picture, it is its words.
 */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (AkkSection) first = g_list_model_get_item (sections, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = make_logo (900, 300);
  g_autofree char *sha256 = akk_store_add_blob (fixture->store, picture, &error);
  g_autofree char *body = g_strdup_printf (
      "Voor.\n\n![Een groeiende lijn](blob:%s)\n\n![](blob:%s)\n\nIn ![een zin](blob:%s).\n\n"
      "![Verdwenen](blob:00)\n\nNa.\n",
      sha256, sha256, sha256);

  g_assert_no_error (error);
  fixture_set (fixture, first, "body", body);
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  g_autoptr (PopplerPage) page =
      poppler_document_get_page (paper.document, find_page (&paper, "Voor."));
  GList *images = poppler_page_get_image_mapping (page);
  g_assert_cmpuint (g_list_length (images), ==, 2);
  poppler_page_free_image_mapping (images);
  g_assert_cmpuint (count_words (&paper, "groeiende"), ==, 0);
  g_assert_cmpuint (count_words (&paper, "In [Figuur: een zin]."), ==, 1);
  g_assert_cmpuint (count_words (&paper, "[Figuur: Verdwenen] Na."), ==, 1);
  assert_conforms (paper.pdf);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/agreement-front/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("contents-lead-to-the-real-pages", test_contents);
  ADD ("priorities-are-called-as-in-the-text", test_priorities);
  ADD ("references-tell-the-real-pages", test_references);
  ADD ("clauses-stand-where-the-text-has-them", test_clause);
  ADD ("figures-are-pictures", test_figures);
  ADD ("parties-may-share-a-logo", test_shared_logo);
  ADD ("a-version-says-so-on-each-page", test_version);
  ADD ("a-draft-says-so-on-each-page", test_draft);
  return g_test_run ();
}
