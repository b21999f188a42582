/* An agreement on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/section.h"
#include "core/store.h"
#include "core/text.h"
#include "print/pages.h"
#include "print/paper.h"

G_BEGIN_DECLS

/* What a frozen version says of itself on each of its pages. `code` is the bare control code of 16
 * characters; `date` in days since 1970. */
typedef struct {
  gint number;
  gint64 date;
  const char *code;
} AkkStamp;

/* What is printed. All of it is borrowed and only read. `text` is the whole text
 * (core/agreement-text.h), the outline gives numbers. */
typedef struct {
  AkkStore *store; /* parties, bodies, logos; NULL: there are none */
  AkkAgreement *agreement;
  GPtrArray *outline;
  const AkkText *text;
  const AkkStamp *stamp; /* NULL: a draft */
  gint64 today; /* days since 1970, for the footer of a draft */
} AkkAgreementMatter;

/* Lays out the agreement from live values. Paragraphs set before with the same paper are taken from
 * its cache. */
AkkPages *akk_agreement_print (AkkPaper *paper,
                               const AkkAgreementMatter *matter) G_GNUC_WARN_UNUSED_RESULT;

/* The same in steps, between which other things may happen: a step takes no longer for a text of
 * hundreds of pages. It keeps the text and the outline as they are now, and borrows no more than
 * the stamp; what changes in the store is looked up as it is then, so begin again. */
typedef struct _AkkAgreementLayout AkkAgreementLayout;
AkkAgreementLayout *akk_agreement_layout_new (AkkPaper *paper, const AkkAgreementMatter *matter)
    G_GNUC_WARN_UNUSED_RESULT;
void akk_agreement_layout_free (AkkAgreementLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkAgreementLayout, akk_agreement_layout_free)
/* FALSE: it is done. */
gboolean akk_agreement_layout_step (AkkAgreementLayout *self);
/* NULL: it is not done yet. */
AkkPages *akk_agreement_layout_get_pages (AkkAgreementLayout *self);

G_END_DECLS
