/* What somebody does because the agreement or a meeting says so.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `number` counts within the dossier ("A12"). `item_id` is the agenda item it was born from. */
/* clang-format off */
#define AKK_ACTION_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, number, N_("Number"), .search = TRUE) \
  F (T, TEXT, title, N_("Title"), .required = TRUE, .search = TRUE) \
  F (T, REF, lead_id, N_("Party that leads"), .table = "party") \
  F (T, TEXT, lead, N_("Lead"), .search = TRUE) \
  F (T, DATE, deadline, N_("Deadline")) \
  F (T, ENUM, status, N_("Status"), .values = akk_action_statuses) \
  F (T, REF, item_id, N_("Origin"), .table = "agenda_item")
/* clang-format on */

typedef enum {
  AKK_ACTION_TO_START,
  AKK_ACTION_BUSY,
  AKK_ACTION_DONE,
  AKK_ACTION_ADJUSTED,
  AKK_ACTION_STOPPED,
} AkkActionStatus;
extern const AkkChoice akk_action_statuses[];
AKK_DECLARE_RECORD (AkkAction, akk_action, AKK_ACTION_FIELDS)

/* Whether something is still to be done. */
gboolean akk_action_open (const AkkAction *self);

G_END_DECLS
