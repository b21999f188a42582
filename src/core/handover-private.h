/* The parts of what is handed over, each read by its own file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/handover.h"

G_BEGIN_DECLS

/* handover-dates.c */
void akk_handover_read_dates (AkkHandover *self);
void akk_handover_date_free (gpointer date);
/* handover-people.c: bodies and parties. */
void akk_handover_read_people (AkkHandover *self);
void akk_handover_body_free (gpointer body);
void akk_handover_party_free (gpointer party);

G_END_DECLS
