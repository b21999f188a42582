/* An agenda item that returns at the meetings of a body.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda-item.h"

G_BEGIN_DECLS

/* `yearly`: offered once a calendar year, else at every meeting. */
/* clang-format off */
#define AKK_STANDING_ITEM_FIELDS(F, T) \
  F (T, REF, body_id, N_("Body"), .table = "body", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, title, N_("Title"), .required = TRUE, .search = TRUE) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_item_kinds) \
  F (T, ENUM, subject, N_("Subject"), .values = akk_item_subjects) \
  F (T, INT, duration_min, N_("Minutes"), .initial = 10, .max = 1440) \
  F (T, TEXT, presenter, N_("Presenter"), .search = TRUE) \
  F (T, BOOL, yearly, N_("Once a year"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkStandingItem, akk_standing_item, AKK_STANDING_ITEM_FIELDS)

G_END_DECLS
