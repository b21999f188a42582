/* What the readers of open text share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/export.h"

G_BEGIN_DECLS

/* Parses an export and looks whether it has the shape of one. NULL: INVALID. */
JsonParser *akk_import_parse (const char *json, GError **error) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *akk_import_root (JsonParser *parser);
/* Its records, in no store, with the ids that it gives them. Elements: AkkRecord. NULL: INVALID,
 * which names the place. */
GPtrArray *akk_import_records (JsonObject *root, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
