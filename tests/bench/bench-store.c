/* What one action costs beside a bare UPDATE, and what 20,000 of them leave behind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "core/agreement.h"
#include "core/section.h"
#include "core/store.h"
#include "material.h"

#define N_ACTIONS 500
#define N_TYPING 20000
#define N_SECTIONS 200

static double
elapsed_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1e3;
}

/* The same pragmas, the same size of row, nothing else. */
static double
bare_update_ms (const char *folder, const char *body)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *update = NULL;
  double times[N_ACTIONS];

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db,
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA locking_mode=EXCLUSIVE;"
                "CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT); INSERT INTO t VALUES (1, '')",
                NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "UPDATE t SET body = ? WHERE id = 1", -1, &update, NULL);
  for (guint i = 0; i < N_ACTIONS; i++) {
    g_autofree char *text = g_strdup_printf ("%s%u", body, i);
    gint64 start = g_get_monotonic_time ();

    sqlite3_bind_text (update, 1, text, -1, SQLITE_TRANSIENT);
    g_assert_cmpint (sqlite3_step (update), ==, SQLITE_DONE);
    sqlite3_reset (update);
    times[i] = elapsed_ms (start);
  }
  sqlite3_finalize (update);
  sqlite3_close (db);
  report ("bare UPDATE, p95", quantile (times, N_ACTIONS, 0.95), "ms", "");
  return quantile (times, N_ACTIONS, 0.5);
}

static void
commit (AkkStore *store)
{
  g_autoptr (GError) error = NULL;

  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

static GPtrArray *
add_sections (AkkStore *store)
{
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  GPtrArray *sections = g_ptr_array_new_with_free_func (g_object_unref);

  g_object_set (agreement, "title", "Overeenkomst", NULL);
  akk_store_begin (store, "Make");
  akk_store_add (store, agreement);
  for (guint i = 0; i < N_SECTIONS; i++) {
    AkkSection *section = akk_record_new (&akk_section_record);
    g_autofree char *body = material_body (rand, 150);

    g_object_set (section, "agreement-id", agreement->record.id, "body", body, NULL);
    akk_store_add (store, section);
    g_ptr_array_add (sections, section);
  }
  commit (store);
  return sections;
}

static double
action_ms (AkkStore *store, AkkSection *section)
{
  double times[N_ACTIONS];

  for (guint i = 0; i < N_ACTIONS; i++) {
    g_autofree char *text = g_strdup_printf ("%s%u", section->body, i);
    gint64 start = g_get_monotonic_time ();

    akk_store_begin (store, "Type");
    akk_store_set_text (store, section, "body", text);
    commit (store);
    times[i] = elapsed_ms (start);
  }
  report ("one action, p95", quantile (times, N_ACTIONS, 0.95), "ms", "");
  return quantile (times, N_ACTIONS, 0.5);
}

/* A burst of typing: forty letters at a place that wanders through the text. */
static char *
type_a_burst (const char *body, guint i)
{
  gsize length = strlen (body), at = (i * 37) % length;

  while (at > 0 && (body[at] & 0xC0) == 0x80)
    at--;
  return g_strdup_printf ("%.*s de werkgroep bespreekt voorstel %07u %s", (int) at, body, i,
                          body + at);
}

static void
type_much (AkkStore *store, GPtrArray *sections, const char *folder)
{
  g_autofree char *target = g_build_filename (folder, "published.akkoord", NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double live = 0;
  GStatBuf info;

  for (guint i = 0; i < N_TYPING; i++) {
    AkkSection *section = sections->pdata[i / 100 % N_SECTIONS];
    g_autofree char *text = type_a_burst (section->body, i);

    akk_store_begin (store, "Type");
    akk_store_set_text (store, section, "body", text);
    commit (store);
  }
  report ("20,000 typing actions", elapsed_ms (start) / 1e3, "s", "");
  start = g_get_monotonic_time ();
  akk_store_copy_to (store, target, NULL, &error);
  g_assert_no_error (error);
  report ("copy to publish", elapsed_ms (start), "ms", "");
  g_stat (target, &info);
  for (guint i = 0; i < sections->len; i++)
    live += (double) strlen (((AkkSection *) sections->pdata[i])->body);
  report ("live text", live / 1024, "kB", "");
  report ("published file / live text", (double) info.st_size / live, "x", "must be at most 3");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "working.db", NULL);
  g_autofree char *clean = g_strconcat ("rm -rf '", folder, "'", NULL);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GError) error = NULL;
  AkkSection *first;
  double bare, action;
  AkkStore *store = akk_store_open (path, 0, &error);

  g_assert_no_error (error);
  sections = add_sections (store);
  first = sections->pdata[0];
  bare = bare_update_ms (folder, first->body);
  report ("bare UPDATE, median", bare, "ms", "");
  action = action_ms (store, first);
  report ("one action, median", action, "ms", "");
  report ("one action / bare UPDATE", action / bare, "x", "must be at most 5, aim 3");
  type_much (store, sections, folder);
  g_clear_pointer (&sections, g_ptr_array_unref);
  g_object_unref (store);
  return g_spawn_command_line_sync (clean, NULL, NULL, NULL, NULL) ? 0 : 1;
}
