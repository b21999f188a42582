/* Lists of names in one text field.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/tags.h"

static gboolean
same (const char *one, const char *other)
{
  g_autofree char *a = g_utf8_casefold (one, -1), *b = g_utf8_casefold (other, -1);

  return g_str_equal (a, b);
}

static gboolean
contains (char **names, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (same (names[i], name))
      return TRUE;
  return FALSE;
}

GStrv
akk_tags_split (const char *tags)
{
  g_auto (GStrv) parts = g_strsplit (tags, ";", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_strstrip (parts[i]);
    if (*parts[i] != '\0' && !contains ((char **) names->pdata, parts[i]))
      g_ptr_array_add (names, g_strdup (parts[i]));
  }
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

char *
akk_tags_join (const char *const *names)
{
  GString *tags = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *name = g_strdelimit (g_strdup (names[i]), ";", ',');

    g_strstrip (name);
    if (*name != '\0')
      g_string_append_printf (tags, "%s%s", tags->len > 0 ? "; " : "", name);
  }
  return g_string_free_and_steal (tags);
}

gboolean
akk_tags_contain (const char *tags, const char *name)
{
  g_auto (GStrv) names = akk_tags_split (tags);

  return contains (names, name);
}

char *
akk_tags_set (const char *tags, const char *name, gboolean on)
{
  g_auto (GStrv) names = akk_tags_split (tags);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (on || !same (names[i], name))
      g_ptr_array_add (kept, names[i]);
  if (on && !contains (names, name))
    g_ptr_array_add (kept, (gpointer) name);
  g_ptr_array_add (kept, NULL);
  return akk_tags_join ((const char *const *) kept->pdata);
}
