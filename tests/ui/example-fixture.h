/* An example that ships with the program, opened and shown in a window, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/store.h"

typedef struct {
  char *folder, *path;
  AkkStore *store;
  AkkAgreement *agreement;
  GtkWidget *window;
} ExampleFixture;

/* The n-th agreement of the example, counted from 1. The window is there, but not shown yet. */
void example_set_up (ExampleFixture *f, const char *name, guint n);
void example_show (ExampleFixture *f, GtkWidget *content);
void example_tear_down (ExampleFixture *f);
void example_settle (void);
