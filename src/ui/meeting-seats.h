/* Who sits at a meeting: each seat with its state and its person, in place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agenda.h"
#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_MEETING_SEATS (akk_meeting_seats_get_type ())
G_DECLARE_FINAL_TYPE (AkkMeetingSeats, akk_meeting_seats, AKK, MEETING_SEATS, AdwBin)

void akk_meeting_seats_set_store (AkkMeetingSeats *self, AkkStore *store);
/* Shows what the store holds now. */
void akk_meeting_seats_update (AkkMeetingSeats *self, const AkkAgenda *agenda);
/* Gives the first seat of a party the focus. */
void akk_meeting_seats_focus_party (AkkMeetingSeats *self, gint64 party);

G_END_DECLS
