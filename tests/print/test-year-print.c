/* Tests of the year calendar: a page with every meeting, day off and last day of the year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/year-print.h"

#include <glib/gstdio.h>
#include <string.h>

#include "print/example.h"

typedef struct {
  char *folder, *path, *pdf;
  AkkStore *store;
  AkkAgreement *agreement;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("akkoord-year-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "s.akkoord", NULL);
  self->pdf = g_build_filename (self->folder, "year.pdf", NULL);
  akk_example_make ("scheldeland", self->path, &error);
  g_assert_no_error (error);
  self->store = akk_store_open (self->path, 0, &error);
  g_assert_no_error (error);
  self->agreement = akk_agreement_nth (self->store, 1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->pdf);
}

/* The words of the only page in the order in which they are read, one space between. */
static char *
print (Fixture *self, int year)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int status = 0;
  char *command[] = { (char *) "pdftotext", (char *) "-raw", self->pdf, (char *) "-", NULL };

  g_assert_true (akk_year_write_pdf (self->store, self->agreement, year, self->pdf, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_sync (NULL, command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                               &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (strchr (text, '\f') == strrchr (text, '\f')); /* one page */
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  return g_strjoinv (" ", words);
}

static void
assert_in_order (const char *text, const char *const *words)
{
  for (; *words != NULL; words++) {
    const char *found = strstr (text, *words);
    if (found == NULL)
      g_test_message ("“%s” is not in: %s", *words, text);
    g_assert_nonnull (found);
    text = found + strlen (*words);
  }
}

static const char *const order[] = { "Jaarkalender 2025",
                                     "Stuurgroep",
                                     "1 van minstens 1",
                                     "Werkgroep",
                                     "2 van minstens 3",
                                     "Datawerkgroep",
                                     "1 van minstens 1",
                                     "Maand",
                                     "Vergaderingen",
                                     "Vrije dagen",
                                     "Termijnen",
                                     "Januari",
                                     "kerstvakantie",
                                     "nieuwjaar",
                                     "Februari",
                                     "di 18, 9.30 uur: Werkgroep",
                                     "Maart",
                                     "krokusvakantie",
                                     "April",
                                     "paasvakantie",
                                     "paasmaandag",
                                     "Mei",
                                     "Dag van de Arbeid",
                                     "Juni",
                                     "do 12, 9.30 uur: Werkgroep",
                                     "pinkstermaandag",
                                     "Juli",
                                     "zomervakantie",
                                     "nationale feestdag",
                                     "Augustus",
                                     "September",
                                     "do 18, 13.30 uur: Datawerkgroep",
                                     "Oktober",
                                     "herfstvakantie",
                                     "November",
                                     "do 20, 9.30 uur: Stuurgroep, gepland",
                                     "Allerheiligen",
                                     "Wapenstilstand",
                                     "December",
                                     "kerstvakantie",
                                     "Kerstmis",
                                     "wo 31: Stuurgroep: 1 van 1",
                                     "wo 31: Werkgroep: 2 van 3",
                                     "jaarlijkse evaluatie",
                                     "actieplan",
                                     "einde van de overeenkomst",
                                     NULL };

static void
test_year (Fixture *self, gconstpointer data)
{
  g_autofree char *text = print (self, 2025);
  g_autofree char *checker = g_test_build_filename (G_TEST_DIST, "print", "check-pdf.py", NULL);
  g_autofree char *output = NULL;
  int status = 0;
  char *command[] = { (char *) "python3", checker, self->pdf, NULL };

  assert_in_order (text, order);
  g_assert_true (g_spawn_sync (NULL, command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                               &status, NULL));
  g_assert_cmpstr (output, ==, "");
  g_assert_cmpint (status, ==, 0);
}

/* Before the agreement there is nothing but days off. */
static void
test_empty_year (Fixture *self, gconstpointer data)
{
  g_autofree char *text = print (self, 2019);

  assert_in_order (text,
                   (const char *const[]) { "Jaarkalender 2019", "Stuurgroep", "0 gehouden",
                                           "Januari", "nieuwjaar", "December", "Kerstmis", NULL });
  g_assert_null (strstr (text, " uur:"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/year/has-meetings-days-off-and-last-days-in-order", Fixture, NULL, set_up,
              test_year, tear_down);
  g_test_add ("/year/of-no-meeting-has-its-days-off", Fixture, NULL, set_up, test_empty_year,
              tear_down);
  return g_test_run ();
}
