/* What verbs print as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/json.h"

void
akk_json_add_text (JsonBuilder *json, const char *name, const char *text)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, text);
}

void
akk_json_print (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}
