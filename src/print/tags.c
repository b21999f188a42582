/* The structure tree while it is drawn: cairo's tags, and a list of what cairo cannot say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-internal.h"

#include <cairo-pdf.h>
#include <string.h>

typedef struct {
  double height_pt;
  guint first_artifact;
} TagsPage;

struct _AkkTags {
  GArray *list; /* AkkTag */
  GByteArray *artifacts; /* AkkArtifact, of all pages */
  GArray *pages; /* TagsPage */
  GArray *outline; /* bookmarks above the next one: level, id */
  cairo_font_face_t *mark_face;
  guint depth; /* of open elements */
  gboolean in_artifact;
};

typedef struct {
  int level;
  int id;
} TagsBookmark;

/* Only glyphs count as content for cairo: a tag around nothing but lines gets no marked content. So
 * a glyph is set of a font that holds a little square, and the conformance pass takes it out again.
 */
static cairo_status_t
mark_render_cb (cairo_scaled_font_t *font,
                unsigned long glyph,
                cairo_t *cr,
                cairo_text_extents_t *extents)
{
  cairo_rectangle (cr, 0, 0, 1, 1);
  cairo_fill (cr);
  extents->x_advance = AKK_TAGS_MARK_WIDTH;
  return CAIRO_STATUS_SUCCESS;
}

static void
tags_mark (AkkTags *self, cairo_t *cr)
{
  cairo_glyph_t glyph = { 1, 2, 2 };

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_reset_clip (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_font_face (cr, self->mark_face);
  cairo_set_font_size (cr, 1);
  cairo_show_glyphs (cr, &glyph, 1);
  cairo_restore (cr);
}

static AkkTagInfo *
tag_info_copy (const AkkTagInfo *info, cairo_t *cr)
{
  AkkTagInfo *copy = g_memdup2 (info, sizeof *info);

  cairo_user_to_device (cr, &copy->bbox[0], &copy->bbox[1]);
  cairo_user_to_device (cr, &copy->bbox[2], &copy->bbox[3]);
  copy->alt = g_strdup (info->alt);
  copy->scope = g_intern_string (info->scope);
  copy->numbering = g_intern_string (info->numbering);
  copy->id = g_strdup (info->id);
  copy->title = g_strdup (info->title);
  copy->joins = g_strdup (info->joins);
  return copy;
}

/* A Figure always says where it stands. */
static gboolean
tag_info_says_something (const AkkTagInfo *info, const char *name)
{
  return info->alt != NULL || info->scope != NULL || info->numbering != NULL || info->id != NULL ||
         info->title != NULL || info->joins != NULL || info->home != 0 ||
         g_str_equal (name, "Figure");
}

static void
tag_clear (gpointer data)
{
  AkkTag *tag = data;

  if (tag->info == NULL)
    return;
  g_free ((char *) tag->info->alt);
  g_free ((char *) tag->info->id);
  g_free ((char *) tag->info->title);
  g_free ((char *) tag->info->joins);
  g_clear_pointer (&tag->info, g_free);
}

/* "H1" to "H6": 1 to 6; else 0. */
static int
heading_level (const char *name)
{
  return name[0] == 'H' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0' ? name[1] - '0' : 0;
}

static void
tags_add_bookmark (AkkTags *self, cairo_t *cr, int level, const AkkTagInfo *info)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  double left = info->bbox[0], top = info->bbox[1];
  g_autofree char *place = NULL;
  TagsBookmark bookmark = { level };
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  while (self->outline->len > 0) {
    TagsBookmark *last = &g_array_index (self->outline, TagsBookmark, self->outline->len - 1);
    if (last->level < level) {
      parent = last->id;
      break;
    }
    g_array_set_size (self->outline, self->outline->len - 1);
  }
  cairo_user_to_device (cr, &left, &top);
  g_ascii_formatd (x, sizeof x, "%.2f", left);
  g_ascii_formatd (y, sizeof y, "%.2f", top);
  place = g_strdup_printf ("page=%u pos=[%s %s]", self->pages->len, x, y);
  bookmark.id = cairo_pdf_surface_add_outline (cairo_get_target (cr), parent, info->title, place,
                                               CAIRO_PDF_OUTLINE_FLAG_OPEN);
  g_array_append_val (self->outline, bookmark);
}

void
akk_tag_begin (
    AkkTags *tags, cairo_t *cr, const char *name, const char *attributes, const AkkTagInfo *info)
{
  AkkTag tag = { 0 };
  int level = info != NULL && info->bookmark > 0 ? info->bookmark : heading_level (name);

  if (tags == NULL)
    return;
  g_return_if_fail (!tags->in_artifact && tags->pages->len > 0);

  cairo_tag_begin (cr, name, attributes);
  if (g_str_equal (name, CAIRO_TAG_DEST))
    return;
  tags->depth++;
  tag.name = g_intern_string (name);
  tag.page = tags->pages->len - 1;
  tag.key = info != NULL ? info->key : 0;
  if (info != NULL && tag_info_says_something (info, name))
    tag.info = tag_info_copy (info, cr);
  g_array_append_val (tags->list, tag);
  if (level > 0 && info != NULL && info->title != NULL && *info->title != '\0')
    tags_add_bookmark (tags, cr, level, info);
  if (g_str_equal (name, "Figure"))
    tags_mark (tags, cr);
}

void
akk_tag_end (AkkTags *tags, cairo_t *cr, const char *name)
{
  if (tags == NULL)
    return;
  if (g_str_equal (name, "Figure"))
    tags_mark (tags, cr);
  cairo_tag_end (cr, name);
  if (!g_str_equal (name, CAIRO_TAG_DEST))
    tags->depth--;
}

void
akk_artifact_begin (AkkTags *tags, cairo_t *cr, AkkArtifact kind)
{
  guint8 byte = kind;

  if (tags == NULL)
    return;
  g_return_if_fail (!tags->in_artifact && tags->pages->len > 0);

  tags->in_artifact = TRUE;
  g_byte_array_append (tags->artifacts, &byte, 1);
  cairo_tag_begin (cr, "Artifact", NULL);
  tags_mark (tags, cr);
}

void
akk_artifact_end (AkkTags *tags, cairo_t *cr)
{
  if (tags == NULL)
    return;
  g_return_if_fail (tags->in_artifact);

  tags->in_artifact = FALSE;
  cairo_tag_end (cr, "Artifact");
}

AkkTags *
akk_tags_new (void)
{
  AkkTags *self = g_new0 (AkkTags, 1);

  self->list = g_array_new (FALSE, FALSE, sizeof (AkkTag));
  g_array_set_clear_func (self->list, tag_clear);
  self->artifacts = g_byte_array_new ();
  self->pages = g_array_new (FALSE, FALSE, sizeof (TagsPage));
  self->outline = g_array_new (FALSE, FALSE, sizeof (TagsBookmark));
  self->mark_face = cairo_user_font_face_create ();
  cairo_user_font_face_set_render_glyph_func (self->mark_face, mark_render_cb);
  return self;
}

void
akk_tags_free (AkkTags *self)
{
  g_array_unref (self->list);
  g_byte_array_unref (self->artifacts);
  g_array_unref (self->pages);
  g_array_unref (self->outline);
  cairo_font_face_destroy (self->mark_face);
  g_free (self);
}

void
akk_tags_begin_page (AkkTags *self, guint page, double height_pt)
{
  TagsPage entry = { height_pt, self->artifacts->len };

  g_return_if_fail (page == self->pages->len);
  g_array_append_val (self->pages, entry);
}

gboolean
akk_tags_are_closed (AkkTags *self)
{
  return self->depth == 0 && !self->in_artifact;
}

guint
akk_tags_count (AkkTags *self)
{
  return self->list->len;
}

const AkkTag *
akk_tags_get (AkkTags *self, guint index)
{
  return &g_array_index (self->list, AkkTag, index);
}

double
akk_tags_page_height (AkkTags *self, guint page)
{
  return g_array_index (self->pages, TagsPage, page).height_pt;
}

const guint8 *
akk_tags_artifacts (AkkTags *self, guint page, guint *n)
{
  guint first = g_array_index (self->pages, TagsPage, page).first_artifact;
  guint end = page + 1 < self->pages->len
                  ? g_array_index (self->pages, TagsPage, page + 1).first_artifact
                  : self->artifacts->len;

  *n = end - first;
  return self->artifacts->data + first;
}
