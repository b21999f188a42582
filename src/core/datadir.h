/* Where the program's own data lies: fonts, hyphenation, examples, phrases, translations.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of a data file: below $AKKOORD_DATADIR if that is set (a build folder), else as
 * installed. */
char *akk_datadir_path (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* The folder of the translations: beside the data in a build folder, else as installed. */
char *akk_datadir_locale (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
