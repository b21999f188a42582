/* A store with a small register and an agreement, shown in a window, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/store.h"

typedef struct {
  char *folder, *path;
  AkkStore *store;
  AkkAgreement *agreement;
  AkkOrganisation *berlare, *zele; /* both parties, in this order */
  GtkWidget *window;
} RegisterFixture;

void register_set_up (RegisterFixture *f, gconstpointer data);
void register_tear_down (RegisterFixture *f, gconstpointer data);
/* Runs tests, each with a register of its own. Returns what main() returns. */
typedef struct {
  const char *path;
  void (*test) (RegisterFixture *f, gconstpointer data);
} RegisterTest;
int register_run (int argc, char **argv, const RegisterTest *tests, guint n);
/* Shows a page in the window, and waits until it has its size. */
void register_show (RegisterFixture *f, GtkWidget *page);

/* The mapped row of this title, button of this tooltip or label, waited for. */
GtkWidget *register_row (RegisterFixture *f, const char *title);
GtkWidget *register_button (RegisterFixture *f, const char *words);
void register_click (RegisterFixture *f, const char *button);
/* Writes in the entry row of this title. */
void register_write (RegisterFixture *f, const char *row, const char *text);
/* Presses Apply of the newest dialog, and waits until that is gone. */
void register_apply (RegisterFixture *f);
/* Waits until a label that is shown has these words. */
void register_expect (RegisterFixture *f, const char *words);
void register_settle (void);
/* How many records of a type there are. */
guint register_count (RegisterFixture *f, const AkkRecordType *type);
