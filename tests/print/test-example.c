/* The shipped example as it is made: frozen, half signed, and the same every time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/example.h"

#include <glib/gstdio.h>

#include "core/dates.h"
#include "core/dossier.h"
#include "core/frozen.h"
#include "core/obligations.h"
#include "core/person.h"
#include "core/signing.h"

typedef struct {
  char *folder, *path;
  AkkStore *store;
  AkkAgreement *running, *successor;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("akkoord-example-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "s.akkoord", NULL);
  akk_example_make ("scheldeland", self->path, &error);
  g_assert_no_error (error);
  self->store = akk_store_open (self->path, 0, &error);
  g_assert_no_error (error);
  self->running = akk_agreement_nth (self->store, 1);
  self->successor = akk_agreement_nth (self->store, 2);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_object (&self->running);
  g_clear_object (&self->successor);
  g_clear_object (&self->store);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
test_running_is_signed (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkSigning) signing = akk_signing_new (self->store, self->running, NULL);

  g_assert_cmpint (self->running->stage, ==, AKK_STAGE_RUNNING);
  g_assert_cmpint (signing->version->number, ==, 1);
  g_assert_cmpuint (signing->rows->len, ==, 10);
  g_assert_cmpuint (signing->n_places, ==, 18);
  g_assert_cmpuint (signing->n_signed, ==, 18);
  g_assert_cmpuint (signing->n_decisions, ==, 9);
  g_assert_cmpuint (signing->n_decided, ==, 9);
}

static void
test_successor_is_half_signed (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkSigning) signing = akk_signing_new (self->store, self->successor, NULL);
  const AkkSigningRow *laarne = signing->rows->pdata[4];

  g_assert_cmpint (self->successor->stage, ==, AKK_STAGE_SIGNING);
  g_assert_cmpint (signing->version->number, ==, 3);
  g_assert_cmpint (signing->version->frozen_on, ==, akk_date_from_ymd (2025, 10, 6));
  g_assert_cmpuint (signing->n_places, ==, 18);
  g_assert_cmpuint (signing->n_signed, ==, 13);
  g_assert_cmpuint (signing->n_offered, ==, 2);
  g_assert_cmpuint (signing->n_refused, ==, 1);
  g_assert_cmpuint (signing->n_decisions, ==, 9);
  g_assert_cmpuint (signing->n_decided, ==, 8);
  g_assert_cmpint (signing->last_signed_on, ==, akk_date_from_ymd (2025, 10, 28));
  g_assert_cmpstr (laarne->name, ==, "Laarne");
  g_assert_true (akk_signing_row_waits (laarne));
  g_assert_false (akk_signing_row_waits (signing->rows->pdata[0]));
}

/* Who follows in an office, or a name that is corrected, does not change what was signed. */
static void
test_register_does_not_change_versions (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkSigning) before = akk_signing_new (self->store, self->running, NULL);
  const AkkSigningPlace *place = ((AkkSigningRow *) before->rows->pdata[1])->places->pdata[0];
  g_autofree char *name = g_strdup (place->name);
  g_autoptr (GListModel) persons = akk_store_list (self->store, &akk_person_record, NULL, 0);
  g_autoptr (GError) error = NULL;
  const AkkSigningPlace *again;

  akk_store_begin (self->store, "Rename");
  for (guint i = 0; i < g_list_model_get_n_items (persons); i++) {
    g_autoptr (AkkPerson) person = g_list_model_get_item (persons, i);

    akk_store_set_text (self->store, person, "name", "Iemand Anders");
  }
  akk_store_commit (self->store, &error);
  g_assert_no_error (error);

  g_autoptr (AkkSigning) after = akk_signing_new (self->store, self->running, NULL);
  again = ((AkkSigningRow *) after->rows->pdata[1])->places->pdata[0];
  g_assert_cmpstr (again->name, ==, name);
  g_assert_true (akk_version_check (self->store, after->version, &error));
  g_assert_no_error (error);
}

static void
test_same_bytes (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "t.akkoord", NULL);
  g_autofree char *third = g_build_filename (self->folder, "u.akkoord", NULL);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_one, n_two;

  akk_example_make ("scheldeland", other, &error);
  g_assert_no_error (error);
  akk_example_make ("scheldeland", third, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (other, &one, &n_one, NULL));
  g_assert_true (g_file_get_contents (third, &two, &n_two, NULL));
  g_assert_cmpmem (one, n_one, two, n_two);
}

/* Gent: all signed, so the first plans are due six months after the last one did; they are on the
 * agenda before that. */
static void
test_signing_starts_the_clock (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "g.akkoord", NULL);
  g_autoptr (AkkStore) store = NULL;
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (GPtrArray) obligations = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  akk_example_make ("gent", path, &error);
  g_assert_no_error (error);
  store = akk_store_open (path, 0, &error);
  g_assert_no_error (error);
  agreement = akk_agreement_nth (store, 3);
  g_assert_cmpint (agreement->stage, ==, AKK_STAGE_RUNNING);
  obligations = akk_obligations_new (store, agreement, akk_store_today (store));
  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *each = obligations->pdata[i];
    if (each->kind != AKK_OBLIGATION_FIRST_PLAN)
      continue;
    n++;
    g_assert_cmpint (each->from, ==, akk_date_from_ymd (2020, 6, 18));
    g_assert_cmpint (each->due, ==, akk_date_from_ymd (2020, 12, 18));
    g_assert_cmpint (each->status, ==, AKK_OBLIGATION_PLANNED);
  }
  g_assert_cmpuint (n, ==, 1);
}

#define TEST(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/example/running-agreement-is-signed-by-all", test_running_is_signed);
  TEST ("/example/successor-is-signed-by-thirteen-of-eighteen", test_successor_is_half_signed);
  TEST ("/example/signing-starts-the-clock-of-the-first-plans", test_signing_starts_the_clock);
  TEST ("/example/register-does-not-change-what-was-signed",
        test_register_does_not_change_versions);
  TEST ("/example/is-made-of-the-same-bytes-every-time", test_same_bytes);
  return g_test_run ();
}
