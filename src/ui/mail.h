/* Opening a message in the mail program of the desktop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once: whether a message was opened with all its attachments. Not when the widget is gone.
 */
typedef void (*AkkMailOpened) (GtkWidget *widget, gboolean opened);

/* Through the portal of the desktop; where there is none and nothing is attached, by a mailto
 * address. When no mail program opens, an alert says to copy the text instead. `attachments`:
 * paths, or NULL; they must stay for as long as the mail program may read them. `opened` may be
 * NULL. */
void akk_mail_compose (GtkWidget *widget,
                       const char *const *addresses,
                       const char *subject,
                       const char *text,
                       const char *const *attachments,
                       AkkMailOpened opened);

/* A place for a file that a message takes along, named after `title`: in the cache folder of the
 * program, in which a mail program may read. */
char *akk_mail_path (const char *title, const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
