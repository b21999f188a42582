/* Dates as people write them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads "1-10-2021", "1/10/2021", "1.10.2021", "2021-10-01", "1 oktober 2021", "1 okt. 2021" and
 * the same in English: the day before the month, four digits in the year. Spaces around it do not
 * matter. AKK_NO_DATE for anything else, and for days that do not exist. */
gint64 akk_date_read (const char *text);

G_END_DECLS
