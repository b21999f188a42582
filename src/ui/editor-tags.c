/* How the editor's lines and links look: the tags of its buffer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

/* Sizes are in em of the program's font, so that they follow the size of text that people choose.
 */
typedef struct {
  double scale; /* of the letters */
  double left, above, below;
  gboolean strong;
} Look;

static const Look paragraph_look = { 1.1, 0, 0, .45, FALSE };
static const Look item_look = { 1.1, 1.75, 0, .2, FALSE };
static const Look note_look = { .9, 1.75, .1, .2, FALSE };
static const Look cell_look = { 1, 0, 0, 0, FALSE };
static const Look header_cell_look = { 1, 0, 0, 0, TRUE };
static const Look table_look = { 1, .4, .35, .8, FALSE };
static const Look heading_looks[] = {
  { 1.6, 0, 1.4, .45, TRUE },
  { 1.25, 0, .9, .2, TRUE },
  { 1.1, 0, .7, .15, TRUE },
};

#define QUOTE_LEFT 1.25
#define SWALLOWED_SCALE .02

static GQuark line_quark, href_quark;

static const Look *
look_of (AkkLineKind kind, guint level)
{
  switch (kind) {
  case AKK_LINE_BULLET:
  case AKK_LINE_NUMBER:
  case AKK_LINE_CONTINUED:
    return &item_look;
  case AKK_LINE_TABLE:
    return &table_look;
  case AKK_LINE_NOTE:
    return &note_look;
  case AKK_LINE_HEADING:
    return &heading_looks[CLAMP (level, 1, G_N_ELEMENTS (heading_looks)) - 1];
  case AKK_LINE_PARAGRAPH:
  default:
    return &paragraph_look;
  }
}

static gboolean
is_item (AkkLineKind kind)
{
  return kind == AKK_LINE_BULLET || kind == AKK_LINE_NUMBER || kind == AKK_LINE_CONTINUED;
}

gboolean
akk_editor_is_item (const AkkLine *line)
{
  return is_item (line->kind);
}

double
akk_editor_line_scale (const AkkLine *line)
{
  return look_of (line->kind, line->level)->scale;
}

const char *
akk_editor_number (AkkEditor *self, const AkkLine *line)
{
  const char *number = NULL;

  if (line->kind == AKK_LINE_HEADING && self->number != NULL)
    number = self->number (line->section, self->resolver_data);
  return number != NULL ? number : "";
}

PangoLayout *
akk_editor_marker_layout (AkkEditor *self, const AkkLine *line, const char *marker)
{
  const Look *look = look_of (line->kind, line->level);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), marker);

  pango_attr_list_insert (attributes, pango_attr_scale_new (look->scale));
  if (look->strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

int
akk_editor_line_indent (AkkEditor *self, const AkkLine *line)
{
  const char *number = akk_editor_number (self, line);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (*number == '\0')
    return 0;
  layout = akk_editor_marker_layout (self, line, number);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + (int) (.35 * self->em * akk_editor_line_scale (line));
}

static guint
appearance (AkkEditor *self, const AkkLine *line)
{
  guint level = line->kind == AKK_LINE_HEADING || is_item (line->kind) ? MIN (line->level, 15) : 0;

  return line->kind | level << 4 | (line->quote ? 1u : 0u) << 8 |
         (guint) akk_editor_line_indent (self, line) << 9;
}

/* Gives the tag the measures of what it was made for. */
static void
shape_line_tag (AkkEditor *self, GtkTextTag *tag, guint packed)
{
  AkkLineKind kind = packed & 15;
  guint level = packed >> 4 & 15;
  const Look *look = self->owner == NULL ? look_of (kind, level)
                     : self->strong      ? &header_cell_look
                                         : &cell_look;
  double left = look->left * (is_item (kind) ? MAX (level, 1) : 1);

  if (packed >> 8 & 1)
    left += QUOTE_LEFT;
  g_object_set (tag, "scale", look->scale, "left-margin", (int) (left * self->em),
                "accumulative-margin", TRUE, "pixels-above-lines", (int) (look->above * self->em),
                "pixels-below-lines", (int) (look->below * self->em), "line-height",
                AKK_EDITOR_LINE_HEIGHT, "indent", (int) (packed >> 9), NULL);
  if (look->strong)
    g_object_set (tag, "weight", PANGO_WEIGHT_BOLD, NULL);
}

GtkTextTag *
akk_editor_line_tag (AkkEditor *self, const AkkLine *line)
{
  guint packed = appearance (self, line);
  GtkTextTag *tag = g_hash_table_lookup (self->line_tags, GUINT_TO_POINTER (packed));

  if (tag != NULL)
    return tag;
  tag = gtk_text_tag_new (NULL);
  shape_line_tag (self, tag, packed);
  g_object_set_qdata (G_OBJECT (tag), line_quark, GUINT_TO_POINTER (packed + 1));
  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (self->buffer), tag);
  g_object_unref (tag);
  /* Below all others: a character's own tag wins. */
  gtk_text_tag_set_priority (tag, 0);
  g_hash_table_insert (self->line_tags, GUINT_TO_POINTER (packed), tag);
  return tag;
}

GtkTextTag *
akk_editor_link_tag (AkkEditor *self, const char *href)
{
  const char *key = g_intern_string (href);
  GtkTextTag *tag = g_hash_table_lookup (self->link_tags, key);

  if (tag != NULL)
    return tag;
  tag = gtk_text_tag_new (NULL);
  g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_object_set_qdata (G_OBJECT (tag), href_quark, (gpointer) key);
  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (self->buffer), tag);
  g_object_unref (tag);
  g_hash_table_insert (self->link_tags, (gpointer) key, tag);
  return tag;
}

gboolean
akk_editor_tag_is_line (GtkTextTag *tag)
{
  return g_object_get_qdata (G_OBJECT (tag), line_quark) != NULL;
}

const char *
akk_editor_tag_href (GtkTextTag *tag)
{
  return g_object_get_qdata (G_OBJECT (tag), href_quark);
}

GtkTextTag *
akk_editor_line_tag_at (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);
  GtkTextTag *found = NULL;

  for (GSList *l = tags; l != NULL; l = l->next) {
    if (!akk_editor_tag_is_line (l->data))
      continue;
    if (found != NULL)
      return NULL;
    found = l->data;
  }
  return found;
}

gboolean
akk_editor_tags_measure (AkkEditor *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double em = pango_units_to_double (pango_font_description_get_size (font));
  GHashTableIter iter;
  gpointer packed, tag;

  if (!pango_font_description_get_size_is_absolute (font))
    em *= 96 / 72.;
  if (em <= 0 || ABS (em - self->em) < .01)
    return FALSE;
  self->em = em;
  g_hash_table_iter_init (&iter, self->line_tags);
  while (g_hash_table_iter_next (&iter, &packed, &tag))
    shape_line_tag (self, tag, GPOINTER_TO_UINT (packed));
  return TRUE;
}

void
akk_editor_tags_init (AkkEditor *self)
{
  line_quark = g_quark_from_static_string ("akk-editor-line");
  href_quark = g_quark_from_static_string ("akk-editor-href");

  self->line_tags = g_hash_table_new (NULL, NULL);
  self->link_tags = g_hash_table_new (NULL, NULL);
  self->bold = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->italic = gtk_text_buffer_create_tag (self->buffer, NULL, "style", PANGO_STYLE_ITALIC, NULL);
  self->swallowed = gtk_text_buffer_create_tag (self->buffer, NULL, "scale", SWALLOWED_SCALE, NULL);
  akk_editor_tags_measure (self);
}
