/* Tests of paper: typefaces, the cache, and set paragraphs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/paper.h"

#include <glib/gstdio.h>
#include <string.h>

#include "print/paper-internal.h"

static AkkPaper *
open_paper (void)
{
  g_autoptr (GError) error = NULL;
  AkkPaper *paper = akk_paper_new ("nl-BE", &error);

  g_assert_no_error (error);
  return paper;
}

static AkkSet *
set_text (AkkPaper *paper, const char *text, AkkLook look, double measure)
{
  g_auto (AkkCopy) copy = { 0 };

  akk_copy_add_plain (&copy, text);
  return akk_paper_set (paper, &copy, look, measure);
}

/* A folder of data like the real one, in which one font is another. */
static void
check_font (const char *name, const char *replacement)
{
  const char *data = g_getenv ("AKKOORD_DATADIR");
  g_autofree char *before = g_strdup (data);
  g_autofree char *folder = g_dir_make_tmp ("paper-XXXXXX", NULL);
  g_autofree char *fonts = g_build_filename (folder, "fonts", NULL);
  g_autoptr (GDir) files = NULL;
  g_autoptr (GError) error = NULL;
  static const char *others[] = { "phrases", "hyphen" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *from = g_build_filename (data, others[i], NULL);
    g_autofree char *to = g_build_filename (folder, others[i], NULL);
    g_assert_cmpint (symlink (from, to), ==, 0);
  }
  g_mkdir (fonts, 0700);
  g_autofree char *real = g_build_filename (data, "fonts", NULL);
  files = g_dir_open (real, 0, NULL);
  for (const char *file; (file = g_dir_read_name (files)) != NULL;) {
    gboolean other = g_str_equal (file, name);
    g_autofree char *from = g_build_filename (real, other ? replacement : file, NULL);
    g_autofree char *to = g_build_filename (fonts, file, NULL);
    if (!other || replacement != NULL)
      g_assert_cmpint (symlink (from, to), ==, 0);
  }
  g_setenv ("AKKOORD_DATADIR", folder, TRUE);
  g_assert_null (akk_paper_new ("nl-BE", &error));
  g_assert_error (error, AKK_PAPER_ERROR, AKK_PAPER_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, name));
  g_setenv ("AKKOORD_DATADIR", before, TRUE);

  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
test_fonts (void)
{
  check_font ("Vollkorn-Italic.ttf", NULL);
  check_font ("Vollkorn-Italic.ttf", "Vollkorn-Regular.ttf");
  check_font ("SourceSans3-Semibold.otf", "SourceSans3-Regular.otf");
  check_font ("Vollkorn-Bold.ttf", "SourceSans3-OFL.txt");
}

static void
test_cache (void)
{
  g_autoptr (AkkPaper) paper = open_paper ();
  g_autoptr (AkkSet) first = set_text (paper, "Dezelfde tekst.", AKK_LOOK_TEXT, 300);
  g_autoptr (AkkSet) same = set_text (paper, "Dezelfde tekst.", AKK_LOOK_TEXT, 300);
  g_autoptr (AkkSet) wider = set_text (paper, "Dezelfde tekst.", AKK_LOOK_TEXT, 301);
  g_autoptr (AkkSet) other = set_text (paper, "Dezelfde tekst.", AKK_LOOK_CELL, 300);

  g_assert_true (first == same);
  g_assert_true (first != wider && first != other && wider != other);
  g_assert_cmpuint (akk_paper_set_count (paper), ==, 3);

  /* What the last two layouts did not use is forgotten. */
  for (guint layout = 0; layout < 5; layout++) {
    g_autoptr (AkkSet) used = set_text (paper, "Dezelfde tekst.", AKK_LOOK_TEXT, 300);
    akk_paper_age (paper);
  }
  g_assert_cmpuint (akk_paper_cached (paper), ==, 1);
  g_assert_cmpuint (akk_paper_set_count (paper), ==, 3);
}

static const char *texts[] = {
  "",
  " ",
  "Een",
  "De Vlaamse Regering wil minstens 120.000 mensen extra aan een baan helpen en streeft naar een "
  "werkzaamheidsgraad van 80 %. Nauwer samenwerken tussen VDAB en de lokale besturen is een "
  "hefboom.",
  "samenwerkingsovereenkomstverantwoordelijkheidsgebied",
  "https://www.vdab.be/een/heel/lang/adres/zonder/spaties/dat/nergens/ophoudt/en/maar/doorgaat/tot/"
  "het/eind",
  "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  "xxx",
  "regel een\342\200\250regel twee\342\200\250\342\200\250regel vier",
  "Kop\304\251 e\314\201 ﬁ ½ ĳ ① α б ½",
  "emoji 🙂 en vlag 🇧🇪 en ☐ ✓ ●",
};

/* No line is wider than the measure, whatever the text, and the text is all there. */
static void
test_measure (void)
{
  static const double measures[] = { 20, 60, 120, 249, 300, 396.85 };
  g_autoptr (AkkPaper) paper = open_paper ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    for (guint k = 0; k < G_N_ELEMENTS (measures); k++) {
      g_autoptr (AkkSet) set = set_text (paper, texts[i], AKK_LOOK_TEXT, measures[k]);
      guint bytes = 0, glyphs = 0;
      g_assert_cmpuint (set->n_lines, >=, 1);
      g_assert_cmpfloat (set->width, <=, measures[k] + 0.01);
      for (guint span = 0; span < set->n_spans; span++) {
        g_assert_cmpuint (set->spans[span].first_byte, ==, bytes);
        g_assert_cmpuint (set->spans[span].first_glyph, ==, glyphs);
        bytes += set->spans[span].n_bytes;
        glyphs += set->spans[span].n_glyphs;
      }
      g_assert_cmpuint (bytes, ==, set->n_bytes);
      g_assert_cmpuint (glyphs, ==, set->n_glyphs);
      for (guint glyph = 0; glyph < set->n_glyphs; glyph++)
        g_assert_cmpuint (set->glyphs[glyph].id, !=, 0);
      g_assert_true (g_utf8_validate (set->text, (gssize) set->n_bytes, NULL));
    }
  }
}

static void
test_missing (void)
{
  g_autoptr (AkkPaper) paper = open_paper ();
  g_autoptr (AkkSet) marks = set_text (paper, "☐ ✓ ●", AKK_LOOK_TEXT, 300);
  g_autoptr (AkkSet) smile = set_text (paper, "goed 🙂!", AKK_LOOK_TEXT, 300);
  g_autoptr (AkkSet) joined = set_text (paper, "👩\342\200\215🌾", AKK_LOOK_TEXT, 300);

  g_assert_cmpuint (marks->n_missing, ==, 0); /* the other family has them */
  g_assert_cmpuint (smile->n_missing, ==, 1);
  g_assert_cmpstr (smile->text, ==, "goed [U+1F642]! ");
  g_assert_cmpuint (joined->n_missing, ==, 2);
}

static void
test_hyphens (void)
{
  g_autoptr (AkkPaper) paper = open_paper ();
  g_autoptr (AkkSet) heading = set_text (paper, texts[3], AKK_LOOK_ARTICLE, 300);
  g_autoptr (AkkSet) narrow = set_text (paper, texts[4], AKK_LOOK_TEXT, 120);

  g_assert_null (strstr (heading->text, "\302\255"));
  g_assert_nonnull (strstr (narrow->text, "\302\255"));
  for (double measure = 250; measure < 400; measure += 3) {
    g_autoptr (AkkSet) set = set_text (paper, texts[3], AKK_LOOK_TEXT, measure);
    guint hyphens = 0;
    for (guint line = 0; line < set->n_lines; line++) {
      const AkkSpan *last = &set->spans[set->lines[line].first_span + set->lines[line].n_spans - 1];
      const char *end = set->text + last->first_byte + last->n_bytes;
      gboolean hyphen = last->n_bytes > 2 && memcmp (end - 2, "\302\255", 2) == 0;
      hyphens = hyphen ? hyphens + 1 : 0;
      g_assert_cmpuint (hyphens, <=, 1);
      if (hyphen)
        g_assert_cmpuint (line + 2, <, set->n_lines);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/other-typefaces-are-refused", test_fonts);
  g_test_add_func ("/paper/same-text-is-set-once", test_cache);
  g_test_add_func ("/paper/lines-stay-within-the-measure", test_measure);
  g_test_add_func ("/paper/missing-glyphs-are-named-and-counted", test_missing);
  g_test_add_func ("/paper/hyphens-are-rare", test_hyphens);
  return g_test_run ();
}
