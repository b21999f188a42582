/* The examples that ship with the program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/datadir.h"
#include "core/dossier-info.h"
#include "core/dossier-private.h"

#define SUFFIX ".json"
/* Examples play on 17 November 2025; they were made at nine o'clock that day (UTC). */
#define EXAMPLE_TIME_US G_GINT64_CONSTANT (1763370000000000)

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
akk_example_names (void)
{
  g_autofree char *folder = akk_datadir_path ("examples");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (SUFFIX)));
  }
  g_ptr_array_sort (names, compare_names_cb);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* All that is random or depends on the clock follows from the example itself. */
static void
make_deterministic (AkkStore *store, const char *json)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);

  hash[15] = '\0';
  akk_store_set_author (store, "Akkoord");
  akk_store_set_deterministic (store, g_ascii_strtoull (hash, NULL, 16), EXAMPLE_TIME_US);
}

typedef struct {
  const char *name, *json;
  AkkExampleFinish finish;
} Filling;

static gboolean
fill_example (AkkStore *store, gpointer data, GError **error)
{
  const Filling *filling = data;

  make_deterministic (store, filling->json);
  return akk_import_json (store, filling->json, error) &&
         (filling->finish == NULL || filling->finish (store, filling->name, error));
}

gboolean
akk_example_create (const char *name, const char *path, AkkExampleFinish finish, GError **error)
{
  g_auto (GStrv) names = akk_example_names ();
  g_autofree char *file = g_strconcat ("examples/", name, SUFFIX, NULL);
  g_autofree char *source = akk_datadir_path (file);
  g_autofree char *json = NULL;

  if (!g_strv_contains ((const char *const *) names, name)) {
    g_autofree char *known = g_strjoinv (", ", names);

    g_set_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_UNKNOWN,
                 _ ("There is no example named “%s”. These are there: %s."), name, known);
    return FALSE;
  }
  if (!g_file_get_contents (source, &json, NULL, error))
    return FALSE;
  return akk_dossier_make (path, fill_example, &(Filling) { name, json, finish }, error);
}
