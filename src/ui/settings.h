/* What the program remembers between starts: window size, dossiers that were open and where, panes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings of the program, borrowed. */
GSettings *akk_settings (void);

#define AKK_N_RECENT 8

/* Puts a dossier at the head of the recent ones, and makes it the one that opens at the next start.
 */
void akk_settings_add_recent (const char *path);
void akk_settings_remove_recent (const char *path);
/* Paths of recent dossiers that still exist, newest first, ended by NULL. */
char **akk_settings_recent (void) G_GNUC_WARN_UNUSED_RESULT;

/* Where a dossier was left: the name of its page, and the id of the agreement (0: none). `page` is
 * NULL when nothing is remembered. Only places of recent dossiers are kept. */
void akk_settings_set_place (const char *path, const char *page, gint64 agreement);
void akk_settings_get_place (const char *path, char **page, gint64 *agreement);

G_END_DECLS
