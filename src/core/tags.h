/* Lists of names in one text field: "WZW multiproblematiek; NBA zonder uitkering".
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names without the space around them, empty and repeated ones left out. */
GStrv akk_tags_split (const char *tags) G_GNUC_WARN_UNUSED_RESULT;
/* A semicolon in a name becomes a comma. */
char *akk_tags_join (const char *const *names) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the name is one of them, whatever its capitals. */
gboolean akk_tags_contain (const char *tags, const char *name);
/* With the name, or without it. */
char *akk_tags_set (const char *tags, const char *name, gboolean on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
