/* How older dossiers become new ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Entry n, SQL, brings a file of version n to version n + 1; entry 0 makes the first version from
 * nothing. Append only: a published entry never changes. New files are made from the field lists
 * instead; a test demands that both ways lead to the same schema. */
extern const char *const akk_migrations[];
extern const guint akk_n_migrations;

G_END_DECLS
