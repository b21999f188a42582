/* The tables of a dossier: made from the field lists, compared with what a file holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sql.h"

G_BEGIN_DECLS

/* The SQL that makes all tables and indexes, from the field lists. */
char *akk_schema_sql (void) G_GNUC_WARN_UNUSED_RESULT;
/* Makes them in an empty database, with the marks in its header and one row in `meta`: `dossier`,
 * the identity that all its copies share. */
gboolean akk_schema_create (sqlite3 *db, gint64 dossier, GError **error);
/* Brings an older database up to date. */
gboolean akk_schema_migrate (sqlite3 *db, GError **error);

/* Protects this connection against what a foreign file may hold. Before anything is read. */
void akk_schema_harden (sqlite3 *db);
/* Whether this is a dossier that this program can read: the marks in its header, and word for word
 * the tables of its version, without triggers, views or anything else. NOT_OURS, NEWER, DAMAGED. */
gboolean akk_schema_verify (sqlite3 *db, GError **error);

/* Every object of the schema as text in a fixed form: two databases with the same tables give the
 * same. */
char *akk_schema_describe (sqlite3 *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
