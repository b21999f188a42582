/* A reminder for those who did not sign yet, to send from one's own mail program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/signing.h"

G_BEGIN_DECLS

#define AKK_TYPE_REMINDER_DIALOG (akk_reminder_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkReminderDialog, akk_reminder_dialog, AKK, REMINDER_DIALOG, AdwDialog)

AkkReminderDialog *
akk_reminder_dialog_new (AkkStore *store, AkkAgreement *agreement, const AkkSigning *signing);

G_END_DECLS
