/* How a dossier's file is named to people.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dossier-names.h"

#include <glib/gi18n.h>

char *
akk_dossier_display_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, AKK_DOSSIER_SUFFIX) && strlen (name) > strlen (AKK_DOSSIER_SUFFIX))
    name[strlen (name) - strlen (AKK_DOSSIER_SUFFIX)] = '\0';
  return name;
}

char *
akk_dossier_display_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (name, home) && (name[strlen (home)] == '/' || name[strlen (home)] == '\0'))
    return g_strconcat ("~", name + strlen (home), NULL);
  return g_steal_pointer (&name);
}

char *
akk_path_with_suffix (const char *path, const char *suffix)
{
  g_autofree char *twice = g_strconcat (suffix, suffix, NULL);

  /* A file dialog leaves the suffix standing while the name before it is typed, suffix and all. */
  if (g_str_has_suffix (path, twice))
    return g_strndup (path, strlen (path) - strlen (suffix));
  return g_str_has_suffix (path, suffix) ? g_strdup (path) : g_strconcat (path, suffix, NULL);
}

char *
akk_file_name (const char *words, const char *suffix)
{
  g_autofree char *name = g_strdup (words);

  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", ' ');
  g_strstrip (name);
  return g_strconcat (*name != '\0' && *name != '.' ? name : _ ("Agreement"), suffix, NULL);
}

char *
akk_dossier_copy_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = akk_dossier_display_name (path);

  for (guint i = 1;; i++) {
    g_autofree char *copy = NULL;
    g_autofree char *base = NULL;
    g_autofree char *candidate = NULL;

    if (i == 1)
      copy = g_strdup_printf (_ ("%s (copy)"), name);
    else
      copy = g_strdup_printf (_ ("%s (copy %u)"), name, i);
    base = g_strconcat (copy, AKK_DOSSIER_SUFFIX, NULL);
    candidate = g_build_filename (folder, base, NULL);
    if (!g_file_test (candidate, G_FILE_TEST_EXISTS))
      return g_steal_pointer (&candidate);
  }
}
