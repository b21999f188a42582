/* What the program remembers between starts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/settings.h"

/* A build folder brings its own compiled schema, so that a program that is not installed also runs.
 */
static GSettings *
settings_new (void)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;
  const char *folder = g_getenv ("AKKOORD_DATADIR");

  if (folder != NULL && *folder != '\0')
    source = g_settings_schema_source_new_from_directory (
        folder, g_settings_schema_source_get_default (), TRUE, NULL);
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : g_settings_new (APP_ID);
}

GSettings *
akk_settings (void)
{
  static GSettings *settings = NULL;

  if (settings == NULL)
    settings = settings_new ();
  return settings;
}

static void
set_recent (GStrv stored, const char *first, const char *left_out)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) result = NULL;
  guint n = 0;

  if (first != NULL) {
    g_strv_builder_add (builder, first);
    n++;
  }
  for (guint i = 0; stored[i] != NULL && n < AKK_N_RECENT; i++) {
    if (g_strcmp0 (stored[i], first) == 0 || g_strcmp0 (stored[i], left_out) == 0)
      continue;
    g_strv_builder_add (builder, stored[i]);
    n++;
  }
  result = g_strv_builder_end (builder);
  g_settings_set_strv (akk_settings (), "recent-dossiers", (const char *const *) result);
}

void
akk_settings_add_recent (const char *path)
{
  g_auto (GStrv) stored = g_settings_get_strv (akk_settings (), "recent-dossiers");

  set_recent (stored, path, NULL);
  g_settings_set_string (akk_settings (), "last-dossier", path);
}

void
akk_settings_remove_recent (const char *path)
{
  g_auto (GStrv) stored = g_settings_get_strv (akk_settings (), "recent-dossiers");

  set_recent (stored, NULL, path);
}

char **
akk_settings_recent (void)
{
  g_auto (GStrv) stored = g_settings_get_strv (akk_settings (), "recent-dossiers");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; stored[i] != NULL; i++)
    if (g_file_test (stored[i], G_FILE_TEST_EXISTS))
      g_strv_builder_add (builder, stored[i]);
  return g_strv_builder_end (builder);
}

void
akk_settings_set_place (const char *path, const char *page, gint64 agreement)
{
  g_autoptr (GVariant) stored = g_settings_get_value (akk_settings (), "places");
  g_auto (GStrv) recent = g_settings_get_strv (akk_settings (), "recent-dossiers");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *other_page;
  gint64 other_agreement;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(sx)}"));
  g_variant_iter_init (&iter, stored);
  while (g_variant_iter_next (&iter, "{&s(&sx)}", &other, &other_page, &other_agreement))
    if (!g_str_equal (other, path) && g_strv_contains ((const char *const *) recent, other))
      g_variant_builder_add (&builder, "{s(sx)}", other, other_page, other_agreement);
  g_variant_builder_add (&builder, "{s(sx)}", path, page, agreement);
  g_settings_set_value (akk_settings (), "places", g_variant_builder_end (&builder));
}

void
akk_settings_get_place (const char *path, char **page, gint64 *agreement)
{
  g_autoptr (GVariant) stored = g_settings_get_value (akk_settings (), "places");

  if (!g_variant_lookup (stored, path, "(sx)", page, agreement)) {
    *page = NULL;
    *agreement = 0;
  }
}
