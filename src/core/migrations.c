/* How older dossiers become new ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/migrations.h"

const char *const akk_migrations[] = {
  /* 1 */
  "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;\n"
  "CREATE TABLE word (n INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;\n"
  "CREATE TABLE replica (n INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, seq "
  "INTEGER) STRICT;\n"
  "CREATE TABLE step (id INTEGER PRIMARY KEY, replica INTEGER NOT NULL, seq INTEGER, "
  "kind INTEGER NOT NULL, label INTEGER NOT NULL, author INTEGER NOT NULL, time "
  "INTEGER NOT NULL, undone INTEGER) STRICT;\n"
  "CREATE TABLE op (step INTEGER NOT NULL, n INTEGER NOT NULL, record INTEGER NOT "
  "NULL, cell INTEGER NOT NULL, at INTEGER, old ANY, new ANY, PRIMARY KEY (step, n)) "
  "STRICT, WITHOUT ROWID;\n"
  "CREATE TABLE head (record INTEGER NOT NULL, cell INTEGER NOT NULL, n INTEGER NOT "
  "NULL, replica INTEGER NOT NULL, seq INTEGER NOT NULL, author INTEGER NOT NULL, time "
  "INTEGER NOT NULL, value ANY, PRIMARY KEY (record, cell, n)) STRICT, WITHOUT ROWID;\n"
  "CREATE INDEX head_conflicts ON head (record, cell) WHERE n > 0;\n"
  "CREATE TABLE doc (n INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, kind INTEGER "
  "NOT NULL) STRICT;\n"
  "CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, "
  "detail=none, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');\n"
  "CREATE TABLE dossier_info (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT "
  "0, name TEXT NOT NULL DEFAULT '', today INTEGER NOT NULL DEFAULT "
  "-9223372036854775808) STRICT;\n"
  "CREATE INDEX dossier_info_all ON dossier_info (deleted);\n"
  "CREATE TABLE agreement (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, "
  "title TEXT NOT NULL DEFAULT '', short_title TEXT NOT NULL DEFAULT '', eyebrow TEXT "
  "NOT NULL DEFAULT '', subtitle TEXT NOT NULL DEFAULT '', motto TEXT NOT NULL DEFAULT "
  "'', starts_on INTEGER NOT NULL DEFAULT -9223372036854775808, ends_on INTEGER NOT "
  "NULL DEFAULT -9223372036854775808, language INTEGER NOT NULL DEFAULT 0) STRICT;\n"
  "CREATE INDEX agreement_all ON agreement (deleted);\n"
  "CREATE TABLE section (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, "
  "agreement_id INTEGER NOT NULL DEFAULT 0, parent_id INTEGER NOT NULL DEFAULT 0, "
  "position TEXT NOT NULL DEFAULT '', heading TEXT NOT NULL DEFAULT '', scheme INTEGER "
  "NOT NULL DEFAULT 0, body TEXT NOT NULL DEFAULT '') STRICT;\n"
  "CREATE INDEX section_all ON section (deleted, position);\n"
  "CREATE INDEX section_agreement_id ON section (agreement_id, deleted, position);\n"
  "CREATE INDEX section_parent_id ON section (parent_id, deleted, position);\n",
};

const guint akk_n_migrations = G_N_ELEMENTS (akk_migrations);
