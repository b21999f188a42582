/* How older dossiers become new ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/migrations.h"

#include "core/migrations-private.h"

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
  /* 2 */
  "CREATE TABLE blob (sha256 TEXT NOT NULL UNIQUE, data BLOB NOT NULL) STRICT;\n"
  "ALTER TABLE agreement ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;\n"
  "ALTER TABLE agreement ADD COLUMN level INTEGER NOT NULL DEFAULT 0;\n"
  "ALTER TABLE agreement ADD COLUMN stage INTEGER NOT NULL DEFAULT 0;\n"
  "ALTER TABLE agreement ADD COLUMN frames TEXT NOT NULL DEFAULT '';\n"
  "ALTER TABLE agreement ADD COLUMN starts_at_signing INTEGER NOT NULL DEFAULT 0;\n"
  "ALTER TABLE agreement ADD COLUMN indefinite INTEGER NOT NULL DEFAULT 0;\n"
  "ALTER TABLE agreement ADD COLUMN notice_months INTEGER NOT NULL DEFAULT 0;\n"
  "ALTER TABLE agreement ADD COLUMN dispute TEXT NOT NULL DEFAULT '';\n"
  "ALTER TABLE agreement ADD COLUMN predecessor_id INTEGER NOT NULL DEFAULT 0;\n"
  "CREATE INDEX agreement_predecessor_id ON agreement (predecessor_id, deleted);\n"
  "CREATE TABLE organisation (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT "
  "0, position TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '', short_name TEXT"
  " NOT NULL DEFAULT '', designation TEXT NOT NULL DEFAULT '', kind INTEGER NOT NULL "
  "DEFAULT 0, seat_words TEXT NOT NULL DEFAULT '', seat TEXT NOT NULL DEFAULT '', "
  "address TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', phone TEXT NOT "
  "NULL DEFAULT '', logo TEXT NOT NULL DEFAULT '') STRICT;\n"
  "CREATE INDEX organisation_all ON organisation (deleted, position);\n"
  "CREATE TABLE person (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, "
  "title_form INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL DEFAULT '', email TEXT NOT"
  " NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '') STRICT;\n"
  "CREATE INDEX person_all ON person (deleted);\n"
  "CREATE TABLE office (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, "
  "organisation_id INTEGER NOT NULL DEFAULT 0, person_id INTEGER NOT NULL DEFAULT 0, "
  "function TEXT NOT NULL DEFAULT '', starts_on INTEGER NOT NULL DEFAULT "
  "-9223372036854775808, ends_on INTEGER NOT NULL DEFAULT -9223372036854775808) STRICT;\n"
  "CREATE INDEX office_all ON office (deleted);\n"
  "CREATE INDEX office_organisation_id ON office (organisation_id, deleted);\n"
  "CREATE INDEX office_person_id ON office (person_id, deleted);\n"
  "CREATE TABLE party (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, "
  "agreement_id INTEGER NOT NULL DEFAULT 0, organisation_id INTEGER NOT NULL DEFAULT 0,"
  " position TEXT NOT NULL DEFAULT '', opens_group INTEGER NOT NULL DEFAULT 0, capacity"
  " TEXT NOT NULL DEFAULT '', role TEXT NOT NULL DEFAULT '') STRICT;\n"
  "CREATE INDEX party_all ON party (deleted, position);\n"
  "CREATE INDEX party_agreement_id ON party (agreement_id, deleted, position);\n"
  "CREATE INDEX party_organisation_id ON party (organisation_id, deleted, position);\n"
  "CREATE TABLE representative (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL "
  "DEFAULT 0, party_id INTEGER NOT NULL DEFAULT 0, position TEXT NOT NULL DEFAULT '', "
  "office_id INTEGER NOT NULL DEFAULT 0, function TEXT NOT NULL DEFAULT '', signs "
  "INTEGER NOT NULL DEFAULT 1, delegated INTEGER NOT NULL DEFAULT 0, delegation TEXT "
  "NOT NULL DEFAULT '', delegation_organ TEXT NOT NULL DEFAULT '', delegated_on INTEGER"
  " NOT NULL DEFAULT -9223372036854775808) STRICT;\n"
  "CREATE INDEX representative_all ON representative (deleted, position);\n"
  "CREATE INDEX representative_party_id ON representative (party_id, deleted, "
  "position);\n"
  "CREATE INDEX representative_office_id ON representative (office_id, deleted, "
  "position);\n"
  "CREATE TABLE council_decision (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL "
  "DEFAULT 0, party_id INTEGER NOT NULL DEFAULT 0, result INTEGER NOT NULL DEFAULT 0, "
  "organ TEXT NOT NULL DEFAULT '', planned_on INTEGER NOT NULL DEFAULT "
  "-9223372036854775808, decided_on INTEGER NOT NULL DEFAULT -9223372036854775808, "
  "reference TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '') STRICT;\n"
  "CREATE INDEX council_decision_all ON council_decision (deleted);\n"
  "CREATE INDEX council_decision_party_id ON council_decision (party_id, deleted);\n"
  "CREATE TABLE priority (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, "
  "agreement_id INTEGER NOT NULL DEFAULT 0, position TEXT NOT NULL DEFAULT '', title "
  "TEXT NOT NULL DEFAULT '') STRICT;\n"
  "CREATE INDEX priority_all ON priority (deleted, position);\n"
  "CREATE INDEX priority_agreement_id ON priority (agreement_id, deleted, position);\n"
  "CREATE TABLE body (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, "
  "agreement_id INTEGER NOT NULL DEFAULT 0, position TEXT NOT NULL DEFAULT '', name "
  "TEXT NOT NULL DEFAULT '', kind INTEGER NOT NULL DEFAULT 0, times INTEGER NOT NULL "
  "DEFAULT 0, period INTEGER NOT NULL DEFAULT 1, unit INTEGER NOT NULL DEFAULT 0, "
  "section_id INTEGER NOT NULL DEFAULT 0) STRICT;\n"
  "CREATE INDEX body_all ON body (deleted, position);\n"
  "CREATE INDEX body_agreement_id ON body (agreement_id, deleted, position);\n"
  "CREATE INDEX body_section_id ON body (section_id, deleted, position);\n"
  "CREATE TABLE agreement_version (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, "
  "agreement_id INTEGER NOT NULL DEFAULT 0, number INTEGER NOT NULL DEFAULT 1, "
  "frozen_on INTEGER NOT NULL DEFAULT -9223372036854775808, code TEXT NOT NULL DEFAULT "
  "'', pdf TEXT NOT NULL DEFAULT '', content TEXT NOT NULL DEFAULT '') STRICT;\n"
  "CREATE INDEX agreement_version_all ON agreement_version (deleted);\n"
  "CREATE INDEX agreement_version_agreement_id ON agreement_version (agreement_id, deleted);\n"
  "CREATE TABLE signatory (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, "
  "version_id INTEGER NOT NULL DEFAULT 0, number INTEGER NOT NULL DEFAULT 1, party_id "
  "INTEGER NOT NULL DEFAULT 0, representative_id INTEGER NOT NULL DEFAULT 0, party TEXT"
  " NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '', function TEXT NOT NULL DEFAULT "
  "'', delegation TEXT NOT NULL DEFAULT '') STRICT;\n"
  "CREATE INDEX signatory_all ON signatory (deleted);\n"
  "CREATE INDEX signatory_version_id ON signatory (version_id, deleted);\n"
  "CREATE INDEX signatory_party_id ON signatory (party_id, deleted);\n"
  "CREATE INDEX signatory_representative_id ON signatory (representative_id, deleted);\n"
  "CREATE TABLE signature (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, "
  "signatory_id INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL DEFAULT 0, date "
  "INTEGER NOT NULL DEFAULT -9223372036854775808, reason TEXT NOT NULL DEFAULT '', note"
  " TEXT NOT NULL DEFAULT '', scan TEXT NOT NULL DEFAULT '') STRICT;\n"
  "CREATE INDEX signature_all ON signature (deleted);\n"
  "CREATE INDEX signature_signatory_id ON signature (signatory_id, deleted);\n",
  /* 3 */
  akk_migration_3,
  /* 4 */
  akk_migration_4,
  /* 5 */
  akk_migration_5,
  /* 6 */
  "CREATE INDEX agenda_item_subjects ON agenda_item (meeting_id, deleted, subject, state, "
  "approves_id) WHERE subject <> 0 OR approves_id <> 0;\n"
  "CREATE INDEX meeting_dates ON meeting (date, deleted, body_id, state, starts_at, "
  "approved_on, approved_at_id);\n",
  /* 7 */
  akk_migration_7,
  /* 8 */
  "ALTER TABLE attendance ADD COLUMN answered TEXT NOT NULL DEFAULT '';\n",
  /* 9 */
  "ALTER TABLE target ADD COLUMN target_group TEXT NOT NULL DEFAULT '';\n",
  /* 10 */
  "DROP TABLE search;\n"
  "DELETE FROM doc;\n"
  "DELETE FROM meta WHERE key IN ('searched', 'searched-n');\n"
  "CREATE TABLE page (n INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, number INTEGER NOT NULL,"
  " text TEXT NOT NULL, UNIQUE (sha256, number)) STRICT;\n"
  "CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, "
  "detail=none, prefix='1 2 3 4 5', tokenize='unicode61 remove_diacritics 2');\n",
  /* 11 */
  "ALTER TABLE office ADD COLUMN position TEXT NOT NULL DEFAULT '';\n"
  "DROP INDEX office_all;\n"
  "DROP INDEX office_organisation_id;\n"
  "DROP INDEX office_person_id;\n"
  "CREATE INDEX office_all ON office (deleted, position);\n"
  "CREATE INDEX office_organisation_id ON office (organisation_id, deleted, position);\n"
  "CREATE INDEX office_person_id ON office (person_id, deleted, position);\n",
  /* 12 */
  "ALTER TABLE meeting ADD COLUMN minutes_sent_on INTEGER NOT NULL DEFAULT "
  "-9223372036854775808;\n"
  "ALTER TABLE meeting ADD COLUMN minutes_sent_to TEXT NOT NULL DEFAULT '';\n",
  /* 13 */
  akk_migration_13,
};

const guint akk_n_migrations = G_N_ELEMENTS (akk_migrations);
