/* Older dossiers become what the field lists make.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/migrations.h"

#include <string.h>

#include "core/schema.h"

static sqlite3 *
open_memory (void)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  return db;
}

static sqlite3 *
open_new (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = open_memory ();

  akk_schema_create (db, 1, &error);
  g_assert_no_error (error);
  return db;
}

static char *
describe (sqlite3 *db)
{
  g_autoptr (GError) error = NULL;
  char *text = akk_schema_describe (db, &error);

  g_assert_no_error (error);
  return text;
}

/* The columns that `new` has and `old` has not, then the tables, and the indexes on both. */
static void
append_missing (GString *sql, sqlite3 *new, sqlite3 *old)
{
  g_autoptr (sqlite3_stmt) objects = akk_sql_query (
      new, NULL, "SELECT sql, name FROM sqlite_schema WHERE sql <> '' ORDER BY rowid", NULL);
  g_autoptr (sqlite3_stmt) columns = akk_sql_query (
      new, NULL,
      "SELECT format ('ALTER TABLE %s ADD COLUMN %s %s NOT NULL DEFAULT %s', t.name, c.name, "
      "c.type,"
      " c.dflt_value), t.name, c.name FROM pragma_table_list AS t, pragma_table_info (t.name) AS c"
      " WHERE t.schema = 'main' AND t.strict AND c.dflt_value IS NOT NULL",
      NULL);

  while (akk_sql_step (columns, NULL))
    if (akk_sql_int (old, 0, "SELECT count (*) FROM sqlite_schema WHERE name = ?", "s",
                     sqlite3_column_text (columns, 1)) > 0 &&
        akk_sql_int (old, 0, "SELECT count (*) FROM pragma_table_info (?)", "s",
                     sqlite3_column_text (columns, 1)) > 0 &&
        akk_sql_int (old, 0, "SELECT count (*) FROM pragma_table_info (?) WHERE name = ?", "ss",
                     sqlite3_column_text (columns, 1), sqlite3_column_text (columns, 2)) == 0)
      g_string_append_printf (sql, "%s;\n", sqlite3_column_text (columns, 0));
  while (akk_sql_step (objects, NULL))
    if (akk_sql_int (old, 0, "SELECT count (*) FROM sqlite_schema WHERE name = ?", "s",
                     sqlite3_column_text (objects, 1)) == 0)
      g_string_append_printf (sql, "%s;\n", sqlite3_column_text (objects, 0));
}

/* As C source: what to add to akk_migrations. */
static char *
as_entry (const char *sql)
{
  g_auto (GStrv) statements = g_strsplit (sql, ";\n", -1);
  GString *entry = g_string_new (NULL);

  g_string_printf (entry, "  /* %u */\n", akk_n_migrations + 1);
  for (guint i = 0; statements[i] != NULL && *statements[i] != '\0'; i++)
    g_string_append_printf (entry, "  \"%s;\\n\"%s\n", statements[i],
                            statements[i + 1] == NULL || *statements[i + 1] == '\0' ? "," : "");
  return g_string_free_and_steal (entry);
}

/* The lines of one text that the other has not. */
static char *
lines_beyond (const char *text, const char *other)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);
  GString *found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) others, lines[i]))
      g_string_append_printf (found, "  %s\n", lines[i]);
  return g_string_free_and_steal (found);
}

/* NULL, or what is to be done so that the two have one schema. */
static char *
advice (sqlite3 *new, sqlite3 *migrated)
{
  g_autofree char *wanted = describe (new);
  g_autofree char *found = describe (migrated);
  g_autofree char *result = NULL;
  g_autofree char *entry = NULL;
  g_autofree char *extra = NULL;
  g_autofree char *lacking = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);

  if (g_str_equal (wanted, found))
    return NULL;
  append_missing (sql, new, migrated);
  entry = as_entry (sql->str);
  if (akk_sql_exec (migrated, sql->str, NULL)) {
    g_autofree char *now = describe (migrated);
    if (g_str_equal (now, wanted))
      return g_strdup_printf ("The field lists have more than older dossiers get. Add at the end of"
                              " akk_migrations in src/core/migrations.c:\n%s",
                              entry);
    g_set_str (&found, now);
  }
  extra = lines_beyond (found, wanted);
  lacking = lines_beyond (wanted, found);
  return g_strdup_printf ("A field or record was changed or taken away, but older dossiers keep"
                          " what was published. They have:\n%sThe field lists make:\n%s",
                          extra, lacking);
}

static void
test_new_and_migrated_have_one_schema (void)
{
  g_autoptr (sqlite3) new = open_new ();
  g_autoptr (sqlite3) migrated = open_memory ();
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = NULL;

  akk_schema_migrate (migrated, &error);
  g_assert_no_error (error);
  missing = advice (new, migrated);
  if (missing != NULL) {
    g_printerr ("%s", missing);
    g_test_fail_printf ("new and migrated dossiers differ");
  }
}

/* The test above must say what helps. */
static void
test_advice_says_what_is_missing (void)
{
  static const struct {
    const char *change, *said;
  } cases[] = {
    { "ALTER TABLE agreement ADD COLUMN tested TEXT NOT NULL DEFAULT ''",
      "\"ALTER TABLE agreement ADD COLUMN tested TEXT NOT NULL DEFAULT '';\\n\",\n" },
    { "CREATE TABLE tested (id INTEGER PRIMARY KEY, text TEXT NOT NULL DEFAULT '') STRICT;"
      "CREATE INDEX tested_all ON tested (text)",
      "NOT NULL DEFAULT '') STRICT;\\n\"\n  \"CREATE INDEX tested_all ON tested (text);\\n\",\n" },
    { "DROP INDEX agreement_all; ALTER TABLE agreement DROP COLUMN motto",
      "motto TEXT NOT NULL DEFAULT ''" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (sqlite3) new = open_new ();
    g_autoptr (sqlite3) migrated = open_new ();
    g_autofree char *before = advice (new, migrated);
    g_autofree char *missing = NULL;

    g_assert_null (before);
    g_assert_true (akk_sql_exec (new, cases[i].change, NULL));
    missing = advice (new, migrated);
    g_assert_nonnull (strstr (missing, cases[i].said));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migrations/new-and-migrated-have-one-schema",
                   test_new_and_migrated_have_one_schema);
  g_test_add_func ("/migrations/advice-says-what-is-missing", test_advice_says_what_is_missing);
  return g_test_run ();
}
