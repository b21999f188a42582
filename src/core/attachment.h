/* A file that belongs to an agenda item, a signal or an action.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* One of the three is set. `file` is its content; a PDF goes into the meeting pack. */
/* clang-format off */
#define AKK_ATTACHMENT_FIELDS(F, T) \
  F (T, REF, item_id, N_("Agenda item"), .table = "agenda_item") \
  F (T, REF, signal_id, N_("Signal"), .table = "signal") \
  F (T, REF, action_id, N_("Action"), .table = "action") \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, name, N_("Name"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, file, N_("File"), .blob = TRUE)
/* clang-format on */

AKK_DECLARE_RECORD (AkkAttachment, akk_attachment, AKK_ATTACHMENT_FIELDS)

G_END_DECLS
