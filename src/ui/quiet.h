/* Asks the desktop to hold off the notifications of other programs while a meeting is presented.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Through org.freedesktop.Notifications.Inhibit, where the desktop has it (Plasma). Others show
 * none over a window that fills the screen (GNOME), or cannot be asked: then nothing happens. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AkkQuiet AkkQuiet;

/* `reason` is a translated sentence that the desktop may show. */
AkkQuiet *akk_quiet_begin (GDBusConnection *connection,
                           const char *reason) G_GNUC_WARN_UNUSED_RESULT;
/* Frees it. */
void akk_quiet_end (AkkQuiet *self);

G_END_DECLS
