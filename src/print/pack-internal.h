/* The parts of a meeting pack; for pack*.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>
#include <qpdf/qpdf-c.h>

#include "core/agreement.h"
#include "core/meeting.h"
#include "print/pages.h"
#include "print/paper.h"

G_BEGIN_DECLS

/* --- pack-open.c: what stands open, and what cannot be shown --- */

AkkPages *akk_pack_open_items (AkkPaper *paper,
                               AkkStore *store,
                               AkkAgreement *agreement,
                               AkkMeeting *meeting,
                               gint64 today) G_GNUC_WARN_UNUSED_RESULT;
/* A page in place of an annex, with a sentence that says why; `facts` under its name. */
AkkPages *akk_pack_notice (AkkPaper *paper,
                           AkkStore *store,
                           AkkAgreement *agreement,
                           const char *name,
                           const char *facts,
                           const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

/* --- pack-annex.c: a PDF of somebody else --- */

typedef enum {
  AKK_ANNEX_FINE,
  AKK_ANNEX_OTHER, /* no PDF */
  AKK_ANNEX_DAMAGED,
  AKK_ANNEX_LOCKED, /* encrypted, with or without a password to read it */
} AkkAnnexState;

typedef struct _AkkAnnex AkkAnnex;
/* NULL unless it is fine. */
AkkAnnex *akk_annex_new (GBytes *bytes, AkkAnnexState *state) G_GNUC_WARN_UNUSED_RESULT;
void akk_annex_free (AkkAnnex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkAnnex, akk_annex_free)

guint akk_annex_count (AkkAnnex *self);
/* As it is seen: cropped and turned. */
void akk_annex_size (AkkAnnex *self, guint page, double *width_pt, double *height_pt);
char *akk_annex_text (AkkAnnex *self, guint page) G_GNUC_WARN_UNUSED_RESULT;
/* The page as something that can be drawn in `target`, at the origin and upright. It lives there as
 * long as the annex does, until `target` is written. Released by the caller. */
qpdf_oh akk_annex_form (AkkAnnex *self, guint page, qpdf_data target) G_GNUC_WARN_UNUSED_RESULT;

/* --- pack-fit.c --- */

/* Why it may not stand in a file that says of itself that it lasts (PDF/A-2, 6.2.4.3, 6.2.11.4). */
typedef enum {
  AKK_ANNEX_LACKS_FONTS = 1 << 0,
  AKK_ANNEX_HAS_INKS = 1 << 1, /* colours as amounts of ink, without saying of which */
} AkkAnnexFaults;

AkkAnnexFaults akk_pack_faults (qpdf_data pdf, guint n_pages, PopplerDocument *document);
AkkAnnexFaults akk_annex_faults (AkkAnnex *self);
/* Says no more of a file than is true with annexes that have these faults. */
void akk_pack_disclaim (qpdf_data pdf, AkkAnnexFaults faults);

/* --- pack-content.c --- */

/* A page description without marked content: what it says of structure and layers means nothing in
 * another file. */
GByteArray *akk_pack_content_plain (const guint8 *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a page description names colours as amounts of ink. */
gboolean akk_pack_content_has_inks (const guint8 *data, gsize length);

/* --- pack-fill.c --- */

/* A page of which a Figure was drawn empty. */
typedef struct {
  guint number; /* in the document, from 0 */
  AkkAnnex *annex;
  guint page; /* of the annex */
  guint figure; /* which one, from 0 */
  gboolean turned; /* it stands on its right side; the page is shown so that it does not */
  double x, y, scale; /* of its lower left corner, in points from that of the page */
} AkkPackPage;

/* Puts the pages of annexes where they belong, in a file that conforms; it conforms afterwards,
 * unless some have faults: then it does not say so any more. `pages`: elements AkkPackPage. */
GBytes *
akk_pack_fill (GBytes *bytes, const GArray *pages, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
