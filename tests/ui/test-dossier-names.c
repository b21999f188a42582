/* How a dossier's file is named to people.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "ui/dossier-names.h"

static void
test_display_name (void)
{
  static const struct {
    const char *path, *name;
  } cases[] = {
    { "/home/me/Scheldeland.akkoord", "Scheldeland" },
    { "Pajot en Zenne.akkoord", "Pajot en Zenne" },
    { "/home/me/notes.txt", "notes.txt" },
    { "/home/me/.akkoord", ".akkoord" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = akk_dossier_display_name (cases[i].path);

    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

static void
test_display_folder (void)
{
  g_autofree char *below = g_build_filename (g_get_home_dir (), "Docs", "a.akkoord", NULL);
  g_autofree char *beside = g_strconcat (g_get_home_dir (), "-old/a.akkoord", NULL);
  g_autofree char *beside_folder = g_path_get_dirname (beside);
  g_autofree char *a = akk_dossier_display_folder (below);
  g_autofree char *b = akk_dossier_display_folder (beside);

  g_assert_cmpstr (a, ==, "~/Docs");
  g_assert_cmpstr (b, ==, beside_folder);
}

static void
test_suffix (void)
{
  g_autofree char *with = akk_path_with_suffix ("/a/b.akkoord", ".akkoord");
  g_autofree char *without = akk_path_with_suffix ("/a/b", ".akkoord");
  g_autofree char *twice = akk_path_with_suffix ("/a/b.akkoord.akkoord", ".akkoord");

  g_assert_cmpstr (with, ==, "/a/b.akkoord");
  g_assert_cmpstr (without, ==, "/a/b.akkoord");
  g_assert_cmpstr (twice, ==, "/a/b.akkoord");
}

static void
test_file_name (void)
{
  static const struct {
    const char *words, *name;
  } cases[] = {
    { "Samen sterk", "Samen sterk.pdf" },
    { "2021/2025: \"kort\"", "2021 2025   kort.pdf" },
    { " / ", "Agreement.pdf" },
    { "../../etc", "Agreement.pdf" },
    { "", "Agreement.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = akk_file_name (cases[i].words, ".pdf");

    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

static void
test_copy_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "A.akkoord", NULL);
  g_autofree char *first = akk_dossier_copy_path (path);
  g_autofree char *first_name = g_path_get_basename (first);
  g_autofree char *second = NULL;
  g_autofree char *second_name = NULL;

  g_assert_cmpstr (first_name, ==, "A (copy).akkoord");
  g_assert_true (g_file_set_contents (first, "", 0, NULL));
  second = akk_dossier_copy_path (path);
  second_name = g_path_get_basename (second);
  g_assert_cmpstr (second_name, ==, "A (copy 2).akkoord");
  g_unlink (first);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-names/name-has-no-suffix", test_display_name);
  g_test_add_func ("/dossier-names/home-is-a-tilde", test_display_folder);
  g_test_add_func ("/dossier-names/suffix-is-added-once", test_suffix);
  g_test_add_func ("/dossier-names/file-name-stays-in-its-folder", test_file_name);
  g_test_add_func ("/dossier-names/copy-never-meets-a-file", test_copy_path);
  return g_test_run ();
}
