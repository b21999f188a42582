/* A frozen version of an agreement, a report or minutes: what was signed or adopted. It never
 * changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Of the agreement itself; or of its evaluation report `evaluation_id`, or of the minutes of
 * `meeting_id`, numbered by themselves. `content` is the whole document with everything resolved,
 * as JSON (freeze.h); `code` is derived from it (control-code.h); `pdf` is the SHA-256 of its PDF,
 * an attachment of the store. */
/* clang-format off */
#define AKK_VERSION_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, INT, number, N_("Number"), .initial = 1, .min = 1, .max = 9999) \
  F (T, DATE, frozen_on, N_("Frozen on")) \
  F (T, TEXT, code, N_("Control code"), .search = TRUE) \
  F (T, TEXT, pdf, N_("PDF"), .blob = TRUE) \
  F (T, TEXT, content, N_("Content")) \
  F (T, REF, evaluation_id, N_("Evaluation report"), .table = "evaluation") \
  F (T, REF, meeting_id, N_("Minutes of"), .table = "meeting")
/* clang-format on */

AKK_DECLARE_RECORD (AkkVersion, akk_version, AKK_VERSION_FIELDS)

/* Whether it is of the agreement itself. */
static inline gboolean
akk_version_of_agreement (const AkkVersion *self)
{
  return self->evaluation_id == 0 && self->meeting_id == 0;
}

G_END_DECLS
