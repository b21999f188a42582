/* PDF files that are PDF/UA-1 and PDF/A-2a: cairo draws, this file says what cairo cannot.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules: ISO 14289-1 (PDF/UA-1), ISO 19005-2 (PDF/A-2, level A). */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "print/pages.h"

G_BEGIN_DECLS

#define AKK_PDF_ERROR (akk_pdf_error_quark ())
GQuark akk_pdf_error_quark (void);
typedef enum {
  AKK_PDF_ERROR_FAILED, /* cairo or qpdf refused; the message carries their words */
  AKK_PDF_ERROR_WRITE, /* the file cannot be written: folder, rights, disk full */
} AkkPdfError;

/* --- While drawing: the structure tree, and a side list with one entry per structure element ---
 */

/* What an element says beyond its type; zero or NULL where it says nothing. Copied. */
typedef struct {
  const char *alt; /* Figure: alternative text; Link: what it opens (annotation /Contents) */
  const char *scope; /* TH: "Row", "Column" */
  const char *numbering; /* L: "None", "Disc", "Decimal", "LowerAlpha", … */
  const char *id; /* Note: unique in the document */
  const char *title; /* headings, sections: /T; a heading with a title also becomes a bookmark */
  const char *joins; /* this is no element of its own: its content belongs to the one of this id */
  guint8 bookmark; /* with a title: a bookmark of this level, without being a heading; 0: none */
  guint key; /* its number; those of elements that are read later are higher */
  guint home; /* the key of the element that it belongs to, if it is drawn in another: put there */
  double bbox[4]; /* Figure (bookmark: its place): x0 y0 x1 y1 in points, y down from the top of its
                     page */
} AkkTagInfo;

/* Open and close a structure element (`name`: "P", "H1", "L", …). `attributes` is cairo's own
 * attribute string (Link, Dest), or NULL. With `tags` NULL (screen, printer) they do nothing.
 *
 * The first tag of a document is "Document": begun before the header of page 1, ended after the
 * footer of the last page; tags may stay open over a page's end. cairo's own "Dest" is given
 * through here too; it is no structure element. Only text counts as content for cairo. A Figure
 * that is drawn with lines alone is seen nevertheless, for a mark is set at its begin and its end
 * that is taken out again afterwards. */
void akk_tag_begin (
    AkkTags *tags, cairo_t *cr, const char *name, const char *attributes, const AkkTagInfo *info);
void akk_tag_end (AkkTags *tags, cairo_t *cr, const char *name);

/* Furniture that is no content: a rule, a border, a header, a footer. Everything drawn must stand
 * in a tag or in an artifact. No glyph of one's own is needed: the same mark makes cairo see lines
 * and pictures, and no "." is left in the text. May stand inside an element; artifacts do not nest,
 * hold no tags and end on their page. HEADER and FOOTER are typed as pagination artifacts. */
typedef enum { AKK_ARTIFACT_LAYOUT, AKK_ARTIFACT_HEADER, AKK_ARTIFACT_FOOTER } AkkArtifact;
void akk_artifact_begin (AkkTags *tags, cairo_t *cr, AkkArtifact kind);
void akk_artifact_end (AkkTags *tags, cairo_t *cr);

/* --- Writing a document --- */

typedef struct {
  const char *title; /* not empty */
  const char *author;
  const char *subject;
  const char *language; /* "nl-BE" */
  gint64 date; /* seconds since 1970 (UTC): creation and modification; SOURCE_DATE_EPOCH wins */
} AkkPdfInfo;

/* The pages as one conforming PDF in memory. The same pages and info give the same bytes. The pages
 * are taken over: what made them is not needed any more while the file is made to conform, and both
 * at once are twice the memory. */
GBytes *
akk_pdf_bytes (AkkPages *pages, const AkkPdfInfo *info, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same into a file: a temporary one beside it, synced and renamed, so never half a file. */
gboolean akk_pdf_write (AkkPages *pages, const AkkPdfInfo *info, const char *path, GError **error);
/* What was made in memory into a file, in the same way. */
gboolean akk_pdf_save (GBytes *bytes, const char *path, GError **error);

G_END_DECLS
