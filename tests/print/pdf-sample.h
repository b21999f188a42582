/* A document with every kind of element that paper knows, drawn by hand: what the PDF tests work
 * on. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/pdf-internal.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _PdfSample PdfSample;

/* The short one has two pages with headings, lists, a table, a figure, notes and links; with
 * `n_text_pages` above 0 as many pages of running text follow. */
PdfSample *pdf_sample_new (guint n_text_pages) G_GNUC_WARN_UNUSED_RESULT;
void pdf_sample_free (PdfSample *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfSample, pdf_sample_free)

/* Valid as long as the sample. */
AkkPdfSource pdf_sample_source (PdfSample *self);
extern const AkkPdfInfo pdf_sample_info;

G_END_DECLS
