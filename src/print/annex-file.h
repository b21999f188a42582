/* A PDF whose pages are taken over into a document, one below a heading or on a page each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/flow.h"

G_BEGIN_DECLS

/* Counted, for the pictures of its pages share it; on one thread. NULL with the key of a phrase
 * that says why its pages cannot be shown. */
AkkAnnexFile *akk_annex_file_new (GBytes *bytes, const char **reason) G_GNUC_WARN_UNUSED_RESULT;
AkkAnnexFile *akk_annex_file_ref (AkkAnnexFile *self);
void akk_annex_file_unref (AkkAnnexFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkAnnexFile, akk_annex_file_unref)

guint akk_annex_file_count (AkkAnnexFile *self);
/* In points, as it is seen. */
void akk_annex_file_size (AkkAnnexFile *self, guint page, double *width, double *height);
/* The words of a page; "" for none. */
const char *akk_annex_file_text (AkkAnnexFile *self, guint page);
/* On a screen or a printer; a PDF gets the page itself (akk_annex_fill ()). */
void akk_annex_file_draw (AkkAnnexFile *self, guint page, cairo_t *cr);

/* --- Into a PDF --- */

/* Which pages of files stand on which of the pages; NULL: none do. */
typedef struct _AkkAnnexPlaces AkkAnnexPlaces;
AkkAnnexPlaces *akk_annex_places_new (AkkPages *pages) G_GNUC_WARN_UNUSED_RESULT;
void akk_annex_places_free (AkkAnnexPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkAnnexPlaces, akk_annex_places_free)
/* Puts them into what was drawn of those pages, each in its Figure. Errors: AKK_PDF_ERROR. */
GBytes *akk_annex_places_fill (AkkAnnexPlaces *self,
                               GBytes *bytes,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
