/* A document with every kind of element that paper knows, drawn by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-sample.h"

#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define LEFT 85.0
#define LINE 15.0
#define LINES_PER_PAGE 45

struct _PdfSample {
  PangoFontMap *fonts;
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *text_font, *heading_font;
  guint n_text_pages;
};

const AkkPdfInfo pdf_sample_info = {
  .title = "Overeenkomst <voorbeeld> & meer: één",
  .author = "Gemeente Voorbeeld",
  .subject = "Een voorbeeld van alles wat op papier kan staan",
  .language = "nl-BE",
  .date = 1763337600, /* 17 November 2025 */
};

static void
text (PdfSample *self, cairo_t *cr, double x, double y, const char *words)
{
  pango_layout_set_text (self->layout, words, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->layout, 0));
}

static void
element (PdfSample *self,
         cairo_t *cr,
         AkkTags *tags,
         const char *name,
         const AkkTagInfo *info,
         double x,
         double y,
         const char *words)
{
  akk_tag_begin (tags, cr, name, NULL, info);
  text (self, cr, x, y, words);
  akk_tag_end (tags, cr, name);
}

static void
rule (cairo_t *cr, AkkTags *tags, double y)
{
  akk_artifact_begin (tags, cr, AKK_ARTIFACT_LAYOUT);
  cairo_set_line_width (cr, 0.4);
  cairo_move_to (cr, LEFT, y);
  cairo_line_to (cr, PAGE_WIDTH - LEFT, y);
  cairo_stroke (cr);
  akk_artifact_end (tags, cr);
}

static void
draw_furniture (PdfSample *self, cairo_t *cr, AkkTags *tags, guint page)
{
  g_autofree char *number = g_strdup_printf ("Pagina %u", page + 1);

  if (page > 0) {
    akk_artifact_begin (tags, cr, AKK_ARTIFACT_HEADER);
    text (self, cr, LEFT, 48, "Overeenkomst");
    akk_artifact_end (tags, cr);
  }
  rule (cr, tags, 786.9);
  akk_artifact_begin (tags, cr, AKK_ARTIFACT_FOOTER);
  text (self, cr, LEFT, 800, number);
  akk_artifact_end (tags, cr);
}

static void
draw_list (PdfSample *self, cairo_t *cr, AkkTags *tags, double y)
{
  static const AkkTagInfo numbers = { .numbering = "Decimal" };

  akk_tag_begin (tags, cr, "L", NULL, &numbers);
  for (int i = 1; i <= 3; i++) {
    g_autofree char *label = g_strdup_printf ("%d.", i);
    akk_tag_begin (tags, cr, "LI", NULL, NULL);
    element (self, cr, tags, "Lbl", NULL, LEFT, y, label);
    element (self, cr, tags, "LBody", NULL, LEFT + 15, y, "een punt met een trema: coördinatie");
    akk_tag_end (tags, cr, "LI");
    y += LINE;
  }
  akk_tag_end (tags, cr, "L");
}

static void
draw_contents (PdfSample *self, cairo_t *cr, AkkTags *tags, double y)
{
  static const AkkTagInfo link = { .alt = "Artikel 2 op pagina 2" };

  akk_tag_begin (tags, cr, "TOC", NULL, NULL);
  akk_tag_begin (tags, cr, "TOCI", NULL, NULL);
  akk_tag_begin (tags, cr, "Reference", NULL, NULL);
  akk_tag_begin (tags, cr, "Link", "dest='artikel-2'", &link);
  text (self, cr, LEFT, y, "Artikel 2");
  text (self, cr, LEFT + 200, y, "2");
  akk_tag_end (tags, cr, "Link");
  akk_tag_end (tags, cr, "Reference");
  akk_tag_end (tags, cr, "TOCI");
  akk_tag_end (tags, cr, "TOC");
}

static void
draw_table (PdfSample *self, cairo_t *cr, AkkTags *tags, double y)
{
  static const AkkTagInfo column = { .scope = "Column" }, row = { .scope = "Row" };

  akk_tag_begin (tags, cr, "Table", NULL, NULL);
  akk_tag_begin (tags, cr, "THead", NULL, NULL);
  akk_tag_begin (tags, cr, "TR", NULL, NULL);
  element (self, cr, tags, "TH", &column, LEFT, y, "Gemeente");
  element (self, cr, tags, "TH", &column, LEFT + 150, y, "Inwoners");
  akk_tag_end (tags, cr, "TR");
  akk_tag_end (tags, cr, "THead");
  rule (cr, tags, y + 4);
  akk_tag_begin (tags, cr, "TBody", NULL, NULL);
  akk_tag_begin (tags, cr, "TR", NULL, NULL);
  element (self, cr, tags, "TH", &row, LEFT, y + LINE, "Voorbeeld");
  /* An empty cell stays a cell. */
  akk_tag_begin (tags, cr, "TD", NULL, NULL);
  akk_tag_end (tags, cr, "TD");
  akk_tag_end (tags, cr, "TR");
  akk_tag_end (tags, cr, "TBody");
  akk_tag_end (tags, cr, "Table");
}

static void
draw_figure (cairo_t *cr, AkkTags *tags, double y)
{
  AkkTagInfo info = { .alt = "Een blokje", .bbox = { LEFT, y, LEFT + 60, y + 30 } };

  akk_tag_begin (tags, cr, "Figure", NULL, &info);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.09, 0.25, 0.37);
  cairo_rectangle (cr, LEFT, y, 60, 30);
  cairo_fill (cr);
  cairo_restore (cr);
  akk_tag_end (tags, cr, "Figure");
}

/* A paragraph with a rule, a link and a note in its midst. */
static void
draw_paragraph (PdfSample *self, cairo_t *cr, AkkTags *tags, double y)
{
  static const AkkTagInfo link = { .alt = "Artikel 2 op pagina 2" },
                          site = { .alt = "www.example.be" };
  static const AkkTagInfo note = { .id = "noot-1" }, other = { .id = "noot-10" };

  akk_tag_begin (tags, cr, "P", NULL, NULL);
  text (self, cr, LEFT, y, "De 55\342\200\221plussers (zie ");
  rule (cr, tags, y + 3);
  akk_tag_begin (tags, cr, "Link", "dest='artikel-2'", &link);
  text (self, cr, LEFT + 120, y, "artikel 2");
  akk_tag_end (tags, cr, "Link");
  text (self, cr, LEFT + 180, y, ") begint.");
  element (self, cr, tags, "Note", &other, LEFT, 760, "1 Een voetnoot.");
  text (self, cr, LEFT, y + LINE, "Daarna gaat zij verder; meer op ");
  akk_tag_begin (tags, cr, "Link", "uri='https://www.example.be/'", &site);
  text (self, cr, LEFT + 180, y + LINE, "de website");
  akk_tag_end (tags, cr, "Link");
  element (self, cr, tags, "Note", &note, LEFT, 775, "2 Nog een voetnoot.");
  akk_tag_end (tags, cr, "P");
}

static void
draw_first (PdfSample *self, cairo_t *cr, AkkTags *tags)
{
  static const AkkTagInfo title = { .title = "Overeenkomst", .bbox = { LEFT, 80, 500, 100 } };
  static const AkkTagInfo article = { .title = "Artikel 1", .bbox = { LEFT, 110, 500, 130 } };

  akk_tag_begin (tags, cr, "Document", NULL, NULL);
  draw_furniture (self, cr, tags, 0);
  pango_layout_set_font_description (self->layout, self->heading_font);
  element (self, cr, tags, "H1", &title, LEFT, 100, "Overeenkomst");
  pango_layout_set_font_description (self->layout, self->text_font);
  element (self, cr, tags, "H2", &article, LEFT, 130, "Artikel 1");
  draw_paragraph (self, cr, tags, 150);
  draw_contents (self, cr, tags, 180);
  draw_list (self, cr, tags, 200);
  draw_table (self, cr, tags, 300);
  draw_figure (cr, tags, 400);
  akk_tag_begin (tags, cr, "P", NULL, NULL); /* goes on on the next page */
  text (self, cr, LEFT, 700,
        "Deze alinea begint hier (met een haakje \\ en een \xe2\x80\x9c"
        "citaat\xe2\x80\x9d)");
}

static void
draw_second (PdfSample *self, cairo_t *cr, AkkTags *tags)
{
  static const AkkTagInfo article = { .title = "Artikel 2", .bbox = { LEFT, 110, 500, 130 } };

  draw_furniture (self, cr, tags, 1);
  text (self, cr, LEFT, 90, "en eindigt daar.");
  akk_tag_end (tags, cr, "P");
  akk_tag_begin (tags, cr, "H2", NULL, &article);
  akk_tag_begin (tags, cr, CAIRO_TAG_DEST, "name='artikel-2'", NULL);
  text (self, cr, LEFT, 130, "Artikel 2");
  akk_tag_end (tags, cr, CAIRO_TAG_DEST);
  akk_tag_end (tags, cr, "H2");
  element (self, cr, tags, "P", NULL, LEFT, 150, "Het einde.");
}

static void
draw_running_text (PdfSample *self, cairo_t *cr, AkkTags *tags, guint page)
{
  draw_furniture (self, cr, tags, page);
  for (int i = 0; i < LINES_PER_PAGE; i++) {
    g_autofree char *words = g_strdup_printf ("Regel %u.%d van een lange tekst over de "
                                              "samenwerking van de besturen in de streek, jaar %u",
                                              page, i, 1900 + page);
    if (i % 4 == 0)
      akk_tag_begin (tags, cr, "P", NULL, NULL);
    text (self, cr, LEFT, 82 + i * LINE, words);
    if (i % 4 == 3 || i + 1 == LINES_PER_PAGE)
      akk_tag_end (tags, cr, "P");
  }
}

static void
size_cb (gpointer data, guint page, double *width_pt, double *height_pt)
{
  *width_pt = PAGE_WIDTH;
  *height_pt = PAGE_HEIGHT;
}

static void
draw_cb (gpointer data, guint page, cairo_t *cr, AkkTags *tags)
{
  PdfSample *self = data;

  if (page == 0)
    draw_first (self, cr, tags);
  else if (page == 1)
    draw_second (self, cr, tags);
  else
    draw_running_text (self, cr, tags, page);
  if (page == self->n_text_pages + 1)
    akk_tag_end (tags, cr, "Document");
}

PdfSample *
pdf_sample_new (guint n_text_pages)
{
  PdfSample *self = g_new0 (PdfSample, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  self->fonts = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->fonts), 72);
  self->context = pango_font_map_create_context (self->fonts);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_cairo_context_set_font_options (self->context, options);
  /* Else the locale's language chooses among the forms of letters. */
  pango_context_set_language (self->context, pango_language_from_string ("nl-be"));
  self->layout = pango_layout_new (self->context);
  /* One with TrueType outlines, one with PostScript ones: they are embedded in different ways. The
   * comma keeps the 3 from being a size. */
  self->text_font = pango_font_description_from_string ("Vollkorn, 11");
  self->heading_font = pango_font_description_from_string ("Source Sans 3, Semi-Bold 13");
  pango_layout_set_font_description (self->layout, self->text_font);
  self->n_text_pages = n_text_pages;
  cairo_font_options_destroy (options);
  return self;
}

void
pdf_sample_free (PdfSample *self)
{
  pango_font_description_free (self->text_font);
  pango_font_description_free (self->heading_font);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_object_unref (self->fonts);
  g_free (self);
}

AkkPdfSource
pdf_sample_source (PdfSample *self)
{
  return (AkkPdfSource) { self->n_text_pages + 2, size_cb, draw_cb, self };
}
