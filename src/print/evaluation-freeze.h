/* Adopting an evaluation report: from a draft to the version that counts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/evaluation.h"
#include "core/store.h"
#include "core/version.h"

G_BEGIN_DECLS

#define AKK_ADOPT_ERROR (akk_adopt_error_quark ())
GQuark akk_adopt_error_quark (void);
typedef enum {
  AKK_ADOPT_ERROR_FINDINGS, /* something must be settled first */
  AKK_ADOPT_ERROR_ADOPTED, /* it is adopted already */
  AKK_ADOPT_ERROR_MEETING, /* the meeting was not held yet, or not before `day` */
} AkkAdoptError;

/* Makes its version as of `day`, in one action that cannot be undone: content, control code, PDF,
 * and where signatures are wanted who is to sign. `meeting_id` is the meeting that adopts it (0:
 * none, in writing): its item about the evaluation is then dealt with, and is added where there is
 * none, so that the yearly evaluation counts as held. Errors: AKK_ADOPT_ERROR, AKK_PAPER_ERROR,
 * AKK_PDF_ERROR, AKK_STORE_ERROR; then nothing is changed. Every message is a sentence for people.
 */
AkkVersion *akk_evaluation_adopt (AkkStore *store,
                                  AkkEvaluation *evaluation,
                                  gint64 meeting_id,
                                  gint64 day,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
