/* Hours of the day as people write them, in the language of the interface.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "9:30" from minutes since midnight; "" for AKK_NO_DATE. */
char *akk_hour_words (gint64 minutes) G_GNUC_WARN_UNUSED_RESULT;
/* Reads "9:30", "9.30", "9u30", "9h30", "9 uur", "930" and "9". AKK_NO_DATE for anything else. */
gint64 akk_hour_read (const char *text);

G_END_DECLS
