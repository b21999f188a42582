/* How a dossier's file is named to people, and what it may be called.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AKK_DOSSIER_SUFFIX ".akkoord"

/* "Scheldeland" for "/home/me/Scheldeland.akkoord". */
char *akk_dossier_display_name (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* The folder, with "~" for the home folder. */
char *akk_dossier_display_folder (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* A path as chosen in a file dialog, with `suffix` added when it has none. */
char *akk_path_with_suffix (const char *path, const char *suffix) G_GNUC_WARN_UNUSED_RESULT;
/* A name for a file, from words that may hold characters that files cannot. */
char *akk_file_name (const char *words, const char *suffix) G_GNUC_WARN_UNUSED_RESULT;
/* A path beside `path` that does not exist: "Scheldeland (copy).akkoord", "… (copy 2).akkoord". */
char *akk_dossier_copy_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
