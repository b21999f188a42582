/* The parts of which a conforming PDF is made; for pdf*.c, tags.c and their tests alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/pdf.h"

#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* --- tags.c: what cairo was not told --- */

/* One structure element, in the order in which they were begun. */
typedef struct {
  const char *name; /* interned */
  AkkTagInfo *info; /* NULL: says nothing more */
  guint page; /* where it begins */
  guint key; /* as in AkkTagInfo */
} AkkTag;

AkkTags *akk_tags_new (void);
void akk_tags_free (AkkTags *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkTags, akk_tags_free)

/* Told before a page is drawn. */
void akk_tags_begin_page (AkkTags *self, guint page, double height_pt);
/* FALSE while an element or an artifact is open. */
gboolean akk_tags_are_closed (AkkTags *self);
guint akk_tags_count (AkkTags *self);
const AkkTag *akk_tags_get (AkkTags *self, guint index);
double akk_tags_page_height (AkkTags *self, guint page);
/* The artifacts of a page in the order in which they were drawn: AkkArtifact, one byte each. */
const guint8 *akk_tags_artifacts (AkkTags *self, guint page, guint *n);
/* The advance width by which the font of the mark is known in the file. Whole: qpdf reads fractions
 * with the locale's decimal sign. */
#define AKK_TAGS_MARK_WIDTH 7919

/* --- pdf-content.c: page descriptions --- */

/* A page's description without the marks of the fonts `marks` (names without slash,
 * NULL-terminated), with its artifacts typed. NULL if the artifacts found are not `n_kinds`. */
GByteArray *akk_pdf_content_rewrite (const guint8 *data,
                                     gsize length,
                                     const char *const *marks,
                                     const guint8 *kinds,
                                     guint n_kinds) G_GNUC_WARN_UNUSED_RESULT;

/* --- pdf-xmp.c, pdf-colour.c --- */

/* The metadata packet. `producer` as in the document information, `creator_tool` likewise. */
char *akk_pdf_xmp (const AkkPdfInfo *info,
                   const char *producer,
                   const char *creator_tool,
                   gint64 date) G_GNUC_WARN_UNUSED_RESULT;
/* A moment in words: AKK_PDF_DATE_XMP "2025-11-17T00:00:00Z", AKK_PDF_DATE_INFO
 * "D:20251117000000Z". */
#define AKK_PDF_DATE_XMP "%Y-%m-%dT%H:%M:%SZ"
#define AKK_PDF_DATE_INFO "D:%Y%m%d%H%M%SZ"
char *akk_pdf_date (gint64 date, const char *format) G_GNUC_WARN_UNUSED_RESULT;
/* `text` without characters that XML refuses. NULL stays NULL. */
char *akk_pdf_clean_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The colours' meaning: an sRGB profile, always the same bytes. NULL if lcms fails. */
GBytes *akk_pdf_srgb (void) G_GNUC_WARN_UNUSED_RESULT;

/* --- pdf-structure.c: the structure tree --- */

/* Gives each element of the tree what `tags` knows of it. FAILED: tree and list differ. */
gboolean akk_pdf_structure (qpdf_data pdf, qpdf_oh root, AkkTags *tags, GError **error);

/* --- pdf-join.c: elements that were drawn in parts --- */

typedef struct {
  qpdf_oh whole, part; /* indirect */
} AkkPdfJoin;

/* Moves the content of each part to the end of its whole, and takes the parts out of the tree. */
void akk_pdf_join (qpdf_data pdf, qpdf_oh tree, GArray *joins);

/* --- pdf-conform.c, pdf.c --- */

/* cairo's file made conforming. `plain` is changed. */
GBytes *akk_pdf_conform (GByteArray *plain,
                         AkkTags *tags,
                         const AkkPdfInfo *info,
                         gint64 date,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  guint n_pages;
  void (*size) (gpointer data, guint page, double *width_pt, double *height_pt);
  void (*draw) (gpointer data, guint page, cairo_t *cr, AkkTags *tags);
  gpointer data;
  GDestroyNotify drawn; /* all is drawn, or never will be: `data` may go; or NULL */
} AkkPdfSource;

/* What akk_pdf_bytes does, for anything that can draw pages. */
GBytes *akk_pdf_render (const AkkPdfSource *source,
                        const AkkPdfInfo *info,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
