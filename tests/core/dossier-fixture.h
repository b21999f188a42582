/* What the tests of the dossier share: a folder, and calls that wait.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dossier.h"

typedef struct {
  char *folder;
  char *path; /* of a dossier in it */
} Fixture;

/* Makes the folder and a dossier named "Test" in it. */
void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
char *fixture_path (Fixture *fixture, const char *name);

/* These run the main loop until the answer is there. */
AkkDossier *open_now (const char *path, GError **error);
AkkDossier *must_open (const char *path);
gboolean publish_now (AkkDossier *dossier, GError **error);
gboolean publish_as_now (AkkDossier *dossier, const char *path, GError **error);
gboolean save_copy_now (AkkDossier *dossier, const char *path, GError **error);
gboolean merge_now (AkkDossier *dossier, GError **error);
gboolean close_now (AkkDossier *dossier, GError **error);

/* Writes the motto of the agreement, in one action; and reads it, also from a published file. */
void set_motto (AkkDossier *dossier, const char *motto);
char *get_motto (AkkStore *store);
char *read_motto (const char *path);

void assert_motto (const char *path, const char *expected);
void assert_closes (AkkDossier *dossier);

char *hash_of (const char *path);
/* How many files and folders there are in the folder of all working copies, its lock aside. */
guint count_working_copies (void);
