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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/figures/are-numbered-listed-and-referred-to", Fixture, NULL, fixture_set_up,
              test_captions, fixture_tear_down);
  return g_test_run ();
}
