/* A PDF whose pages are taken over into a document.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/annex-file.h"

#include "print/pack-internal.h"
#include "print/pages-internal.h"

struct _AkkAnnexFile {
  guint ref_count;
  AkkAnnex *annex;
  PopplerDocument *document;
  GPtrArray *texts; /* of its pages */
};

AkkAnnexFile *
akk_annex_file_new (GBytes *bytes, const char **reason)
{
  static const char *const reasons[] = { [AKK_ANNEX_FINE] = "attached-damaged",
                                         [AKK_ANNEX_OTHER] = "attached-other",
                                         [AKK_ANNEX_DAMAGED] = "attached-damaged",
                                         [AKK_ANNEX_LOCKED] = "attached-locked" };
  AkkAnnexState state = AKK_ANNEX_OTHER;
  g_autoptr (AkkAnnex) annex = akk_annex_new (bytes, &state);
  PopplerDocument *document =
      annex != NULL ? poppler_document_new_from_bytes (bytes, NULL, NULL) : NULL;
  AkkAnnexFile *self;

  *reason = reasons[state];
  if (document == NULL)
    return NULL;
  self = g_new0 (AkkAnnexFile, 1);
  self->ref_count = 1;
  self->annex = g_steal_pointer (&annex);
  self->document = document;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint page = 0; page < akk_annex_count (self->annex); page++)
    g_ptr_array_add (self->texts, g_strstrip (akk_annex_text (self->annex, page)));
  return self;
}

AkkAnnexFile *
akk_annex_file_ref (AkkAnnexFile *self)
{
  self->ref_count++;
  return self;
}

void
akk_annex_file_unref (AkkAnnexFile *self)
{
  if (--self->ref_count > 0)
    return;
  g_ptr_array_unref (self->texts);
  g_object_unref (self->document);
  akk_annex_free (self->annex);
  g_free (self);
}

guint
akk_annex_file_count (AkkAnnexFile *self)
{
  return akk_annex_count (self->annex);
}

void
akk_annex_file_size (AkkAnnexFile *self, guint page, double *width, double *height)
{
  akk_annex_size (self->annex, page, width, height);
}

const char *
akk_annex_file_text (AkkAnnexFile *self, guint page)
{
  return g_ptr_array_index (self->texts, page);
}

void
akk_annex_file_draw (AkkAnnexFile *self, guint page, cairo_t *cr)
{
  PopplerPage *it = poppler_document_get_page (self->document, (int) page);

  if (it == NULL)
    return;
  poppler_page_render (it, cr);
  g_object_unref (it);
}

/* --- Into a PDF --- */

struct _AkkAnnexPlaces {
  GArray *pages; /* AkkPackPage */
  GPtrArray *files; /* AkkAnnexFile: whose annexes these are */
};

/* `figure`: how many stand before it on the page. */
static void
add_place (
    AkkAnnexPlaces *self, AkkPages *pages, guint row, const AkkFlowPiece *piece, guint figure_index)
{
  const AkkNode *figure = akk_flow_node_at (pages->flow, piece->node);
  AkkPackPage place = { .number = pages->places[row].page, .figure = figure_index };
  double width, height, page_width, page_height;
  cairo_matrix_t matrix;
  AkkAnnexFile *file = akk_picture_page (piece->picture, &place.page, &place.turned);

  if (file == NULL)
    return;
  akk_annex_size (file->annex, place.page, &width, &height);
  akk_pages_size (pages, place.number, &page_width, &page_height);
  akk_pages_matrix (pages, &matrix);
  place.annex = file->annex;
  place.scale = figure->width / (place.turned ? height : width) * matrix.xx;
  place.x = piece->x;
  place.y = row_y (pages, row) + piece->y + figure->height;
  cairo_matrix_transform_point (&matrix, &place.x, &place.y);
  place.y = page_height - place.y;
  g_array_append_val (self->pages, place);
  g_ptr_array_add (self->files, akk_annex_file_ref (file));
}

AkkAnnexPlaces *
akk_annex_places_new (AkkPages *pages)
{
  AkkFlow *flow = pages->flow;
  g_autoptr (AkkAnnexPlaces) self = g_new0 (AkkAnnexPlaces, 1);
  guint page = 0, n_figures = 0;

  self->pages = g_array_new (FALSE, FALSE, sizeof (AkkPackPage));
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_annex_file_unref);
  for (guint row = 0; row < flow->rows->len; row++) {
    if (pages->places[row].page != page)
      n_figures = 0;
    page = pages->places[row].page;
    for (guint i = row_info (flow, row)->piece; i < PIECES_END (flow, row); i++) {
      const AkkFlowPiece *piece = piece_at (flow, i);
      if (piece->picture != NULL)
        add_place (self, pages, row, piece, n_figures);
      n_figures += piece->picture != NULL || piece->chart != NULL;
    }
  }
  return self->pages->len > 0 ? g_steal_pointer (&self) : NULL;
}

void
akk_annex_places_free (AkkAnnexPlaces *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pages);
  g_ptr_array_unref (self->files);
  g_free (self);
}

GBytes *
akk_annex_places_fill (AkkAnnexPlaces *self, GBytes *bytes, GError **error)
{
  return akk_pack_fill (bytes, self->pages, error);
}
