/* A dossier as open text: JSON out, and in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"format": "akkoord", "version": 1, "TABLE": [{"id": "…", field: value, …}, …], …}; ids are
 * strings, enums their codes, dates YYYY-MM-DD, times HH:MM, decimals numbers, empty dates null.
 * Attachments follow as "blob": [{"sha256": "…", "data": base64}, …]. The keys never change with a
 * locale. */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

#define AKK_EXPORT_ERROR (akk_export_error_quark ())
GQuark akk_export_error_quark (void);
typedef enum { AKK_EXPORT_ERROR_INVALID, AKK_EXPORT_ERROR_UNKNOWN } AkkExportError;

/* Everything that is not deleted, in a fixed order: the same dossier gives the same bytes. */
char *akk_export_json (AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;
/* Adds the records of an export to an empty store as one action. INVALID names the place. */
gboolean akk_import_json (AkkStore *store, const char *json, GError **error);

/* The examples that ship with the program (data/examples/NAME.json): names, ended by NULL. */
char **akk_example_names (void) G_GNUC_WARN_UNUSED_RESULT;
/* What is done to the new dossier of an example after its records are in; FALSE with `error`. */
typedef gboolean (*AkkExampleFinish) (AkkStore *store, const char *name, GError **error);
/* Makes the dossier of an example; the same bytes every time. `finish` may be NULL. UNKNOWN: no
 * such example. */
gboolean
akk_example_create (const char *name, const char *path, AkkExampleFinish finish, GError **error);

G_END_DECLS
