/* An agreement made from a few strings, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement-fixture.h"

#include <string.h>

#include "checked-pdf.h"
#include "print/pdf.h"

#define MAX_DEPTH 16

static void
set_text (gpointer record, const char *name, const char *value)
{
  akk_record_set_text (record, akk_record_type_field (AKK_RECORD (record)->type, name), value);
}

static void
set_int (gpointer record, const char *name, gint64 value)
{
  akk_record_set_int (record, akk_record_type_field (AKK_RECORD (record)->type, name), value);
}

Fixture *
fixture_new (const FixtureSection *sections)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  gint64 parents[MAX_DEPTH + 1] = { 0 };

  self->agreement = akk_record_new (&akk_agreement_record);
  self->sections = g_list_store_new (G_TYPE_OBJECT);
  for (guint i = 0; sections[i].depth > 0; i++) {
    const FixtureSection *it = &sections[i];
    g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);
    g_autofree char *position = g_strdup_printf ("a%05u", i);
    g_autoptr (AkkText) body = akk_text_parse (it->body);

    AKK_RECORD (section)->id = i + 1;
    parents[it->depth] = i + 1;
    set_int (section, "parent_id", parents[it->depth - 1]);
    set_int (section, "scheme", it->scheme);
    set_text (section, "position", position);
    set_text (section, "heading", it->heading);
    g_list_store_append (self->sections, section);
    g_ptr_array_add (lines, akk_line_new_heading (i + 1, it->depth, it->heading));
    for (guint line = 0; line < body->n_lines; line++)
      g_ptr_array_add (lines, akk_line_ref (body->lines[line]));
  }
  self->outline = akk_outline_new (G_LIST_MODEL (self->sections), "nl-BE");
  self->text = akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
  return self;
}

void
fixture_free (Fixture *self)
{
  g_object_unref (self->agreement);
  g_object_unref (self->sections);
  g_ptr_array_unref (self->outline);
  akk_text_unref (self->text);
  g_free (self);
}

void
fixture_set_title (Fixture *self, const char *title, const char *short_title)
{
  set_text (self->agreement, "title", title);
  set_text (self->agreement, "short_title", short_title);
}

AkkPaper *
fixture_paper (void)
{
  g_autoptr (GError) error = NULL;
  AkkPaper *paper = akk_paper_new ("nl-BE", &error);

  g_assert_no_error (error);
  return paper;
}

AkkPages *
fixture_print (Fixture *self, AkkPaper *paper)
{
  const AkkAgreementMatter matter = {
    .agreement = self->agreement, .outline = self->outline, .text = self->text, .today = 20409
  };

  return akk_agreement_print (paper, &matter);
}

GBytes *
fixture_pdf (AkkPages *pages)
{
  const AkkPdfInfo info = { .title = "Test", .language = "nl-BE", .date = 1763337600 };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = akk_pdf_bytes (g_object_ref (pages), &info, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Words without the hyphens that lines end in: a soft hyphen and the line end after it go. */
static void
add_words (GString *words, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c == 0xad) {
      while (at[2] == '\n' || at[2] == ' ')
        at++;
    } else if (g_unichar_isspace (c)) {
      if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    } else {
      g_string_append_unichar (words, c);
    }
  }
  if (words->len > 0 && words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
}

char *
fixture_read (GBytes *pdf)
{
  return checked_words (pdf, NULL);
}

char *
fixture_area (PopplerPage *page, double y1, double y2)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  GString *inside = g_string_new (NULL);
  guint n = 0, i = 0;
  gunichar before = ' ';

  poppler_page_get_text_layout (page, &places, &n);
  for (const char *at = text; *at != '\0' && i < n; at = g_utf8_next_char (at), i++) {
    gunichar c = g_utf8_get_char (at);
    /* Poppler joins the words of neighbouring cells, and a heading with the number below it. */
    if (i > 0 && (places[i].x1 - places[i - 1].x2 > 5 ||
                  (!g_unichar_isspace (before) && places[i].x2 < places[i - 1].x1)))
      g_string_append_c (inside, ' ');
    before = c;
    if (g_unichar_isspace (c) || (places[i].y1 >= y1 && places[i].y2 <= y2))
      g_string_append_unichar (inside, c);
  }
  return g_strstrip (g_string_free_and_steal (inside));
}

char *
fixture_words (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, &error);
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++) {
    g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
    g_autofree char *text = fixture_area (page, 60, 780);
    add_words (words, text);
  }
  return g_string_free_and_steal (words);
}
