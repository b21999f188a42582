/* Tests of figures on paper: numbered captions, references to them, what is said of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "core/section.h"
#include "printed-agreement.h"

static char *
add_blob (Fixture *fixture, const char *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  char *sha256 = akk_store_add_blob (fixture->store, bytes, &error);

  g_assert_no_error (error);
  return sha256;
}

static char *
add_picture (Fixture *fixture, const char *format, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf =
      gdk_pixbuf_new (GDK_COLORSPACE_RGB, g_str_equal (format, "png"), 8, width, height);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x17415e80);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, format, &error, NULL);
  g_assert_no_error (error);
  return add_blob (fixture, data, length);
}

static void
test_captions (Fixture *fixture, gconstpointer data)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>"
                            "<circle cx='9' cy='9' r='8'/></svg>";
  g_autofree char *png = add_picture (fixture, "png", 900, 500);
  g_autofree char *jpeg = add_picture (fixture, "jpeg", 60, 900);
  g_autofree char *drawn = add_blob (fixture, svg, strlen (svg));
  g_autofree char *body =
      g_strdup_printf ("Zie {{ref:8001}} en {{ref:8002}} op pagina {{ref:8002.page}}.\n\n"
                       "{{caption:8001}} Waar wij werken\n\n![Negen gemeenten](blob:%s)\n\n"
                       "![Een toren](blob:%s)\n\n"
                       "{{caption:8002}} Wie met wie\n\n![Een cirkel](blob:%s)\n\n",
                       png, jpeg, drawn);
  AkkSection *section = akk_record_new (&akk_section_record);
  g_autoptr (GError) error = NULL;

  g_object_set (section, "agreement-id", fixture->agreement->record.id, "position", "zz", "heading",
                "Figuren", "body", body, NULL);
  akk_store_begin (fixture->store, "Add");
  akk_store_add (fixture->store, section);
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
  g_object_unref (section);

  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  g_autofree char *read = checked_words (paper.pdf, NULL);
  int page = find_page (&paper, "Zie figuur 1 en figuur 2 op pagina");

  g_assert_cmpint (page, >, 1);
  g_assert_nonnull (strstr (read, "Figuur 1 Waar wij werken"));
  g_assert_nonnull (strstr (read, "Figuur 2 Wie met wie"));
  /* The contents list them apart from the tables. */
  g_assert_nonnull (strstr (page_words (&paper, 1), "Figuren 1 Waar wij werken"));
  g_assert_nonnull (strstr (page_words (&paper, 1), "2 Wie met wie"));
}

static char *
noisy_jpeg (Fixture *fixture, gsize *n_bytes)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1400, 500);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  guint32 noise = 1;

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (pixbuf); i++) {
    noise = noise * 1664525u + 1013904223u;
    pixels[i] = (guint8) (noise >> 24);
  }
  gdk_pixbuf_save_to_buffer (pixbuf, &data, n_bytes, "jpeg", &error, NULL);
  g_assert_no_error (error);
  return add_blob (fixture, data, *n_bytes);
}

static Paper
print_body (Fixture *fixture, const char *body)
{
  g_autoptr (GListModel) sections = akk_store_list (fixture->store, &akk_section_record,
                                                    "agreement_id", fixture->agreement->record.id);
  g_autoptr (AkkSection) first = g_list_model_get_item (sections, 0);

  fixture_set (fixture, first, "body", body);
  return print (fixture, NULL, FALSE);
}

static guint
count_images (const Paper *paper, const char *words)
{
  g_autoptr (PopplerPage) page =
      poppler_document_get_page (paper->document, find_page (paper, words));
  GList *images = poppler_page_get_image_mapping (page);
  guint n = g_list_length (images);

  poppler_page_free_image_mapping (images);
  return n;
}

static void
test_jpeg (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *jpeg = noisy_jpeg (fixture, &length);
  g_autofree char *body =
      g_strdup_printf ("Voor.\n\n![Eén](blob:%s)\n\n![Twee](blob:%s)\n", jpeg, jpeg);
  g_auto (Paper) without = print_body (fixture, "Voor.\n");
  g_auto (Paper) paper = print_body (fixture, body);

  g_assert_cmpuint (count_images (&paper, "Voor."), ==, 2);
  assert_conforms (paper.pdf);
  /* The file of the photograph is in it for each, as it is. */
  g_assert_cmpuint (g_bytes_get_size (paper.pdf), <,
                    g_bytes_get_size (without.pdf) + 2 * length + 5000);
  g_assert_cmpuint (g_bytes_get_size (paper.pdf), >, 2 * length);
}

/* With all that drawings can have: letters, see-through groups, masks, fills that change, pixels.
 */
static void
test_drawing (Fixture *fixture, gconstpointer data)
{
  static const char svg[] =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
      "viewBox='0 0 400 200'><defs><linearGradient id='g'><stop offset='0' stop-color='#17415e'/>"
      "<stop offset='1' stop-color='#17415e' stop-opacity='0'/></linearGradient>"
      "<mask id='m'><rect width='90' height='90' fill='url(#g)'/></mask></defs>"
      "<g opacity='.4'><rect width='200' height='100'/><circle cx='90' cy='90' r='60' "
      "fill='red'/></g>"
      "<rect x='200' width='90' height='90' fill='url(#g)'/>"
      "<circle cx='45' cy='45' r='40' mask='url(#m)'/>"
      "<text x='20' y='180' font-size='30'>Getekende streek</text>"
      "<text x='20' y='150' font-size='20' fill='url(#g)' opacity='.5'>Half</text>"
      "<image x='300' y='20' width='80' height='80' xlink:href='data:image/png;base64,"
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP4z8DA8B9E/2dgYPgPACf0"
      "BfvpVYmuAAAAAElFTkSuQmCC'/></svg>";
  g_autofree char *drawing = add_blob (fixture, svg, strlen (svg));
  g_autofree char *body =
      g_strdup_printf ("Voor.\n\n![Eén](blob:%s)\n\nNa.\n\n![Twee](blob:%s)\n", drawing, drawing);
  g_auto (Paper) paper = print_body (fixture, body);

  assert_conforms (paper.pdf);
  g_assert_nonnull (strstr (page_words (&paper, find_page (&paper, "Voor.")), "Getekende streek"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/figures/are-numbered-listed-and-referred-to", Fixture, NULL, fixture_set_up,
              test_captions, fixture_tear_down);
  g_test_add ("/figures/of-photographs-are-the-files-that-they-were", Fixture, NULL, fixture_set_up,
              test_jpeg, fixture_tear_down);
  g_test_add ("/figures/that-are-drawn-are-drawn-on-paper", Fixture, NULL, fixture_set_up,
              test_drawing, fixture_tear_down);
  return g_test_run ();
}
