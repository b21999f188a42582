/* Sends the invitation to a meeting, a changed one, says that it is called off, or sends its
 * minutes round.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/meeting.h"
#include "core/store.h"

G_BEGIN_DECLS

/* The message opens in one's own mail program, with the calendar file. Once it did, a meeting that
 * was planned is noted as invited; one that was invited before gets the next SEQUENCE. */
#define AKK_TYPE_INVITE_DIALOG (akk_invite_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkInviteDialog, akk_invite_dialog, AKK, INVITE_DIALOG, AdwDialog)

AkkInviteDialog *akk_invite_dialog_new (AkkStore *store, AkkMeeting *meeting);
/* Sends the minutes as PDF to all who were invited, came or were absent. Once the message opened,
 * it is noted of the meeting that they were sent, and to whom. */
AkkInviteDialog *akk_invite_dialog_new_minutes (AkkStore *store, AkkMeeting *meeting);
/* Saves its calendar file, and then notes that people are invited: the button does so once a place
 * is chosen. */
void akk_invite_dialog_save (AkkInviteDialog *self, GFile *file);

G_END_DECLS
