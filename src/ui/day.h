/* Days as people write them, in the language of the interface.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "17 November 2025"; "" for AKK_NO_DATE. */
char *akk_day_long (gint64 days) G_GNUC_WARN_UNUSED_RESULT;
/* "17 November", with the year when it is another than that of `today`. */
char *akk_day_short (gint64 days, gint64 today) G_GNUC_WARN_UNUSED_RESULT;
/* "17 Nov", with the year likewise: for small type. */
char *akk_day_brief (gint64 days, gint64 today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
