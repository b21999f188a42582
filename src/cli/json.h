/* What verbs print as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void akk_json_add_text (JsonBuilder *json, const char *name, const char *text);
/* What was built, once it is closed. */
void akk_json_print (JsonBuilder *json);

G_END_DECLS
