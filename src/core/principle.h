/* A principle of an agreement as a short question: a line of the test card.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Toetskaart. `title` is the principle, `question` what is asked of an action. */
/* clang-format off */
#define AKK_PRINCIPLE_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, title, N_("Principle"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, question, N_("Question"), .search = TRUE)
/* clang-format on */

AKK_DECLARE_RECORD (AkkPrinciple, akk_principle, AKK_PRINCIPLE_FIELDS)

G_END_DECLS
