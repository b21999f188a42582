/* A page Tekst with two sections in a window, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/text-page-private.h"

typedef struct {
  char *folder, *path;
  AkkStore *store;
  AkkSection *first, *second;
  GtkWidget *window;
  AkkTextPage *page;
  GtkTextBuffer *buffer;
} PageFixture;

/* Sections “Doel” (one paragraph, lines 0 and 1) and “Duur” (two bullets, lines 2 to 4). */
void page_fixture_set_up (PageFixture *f, gconstpointer data);
void page_fixture_tear_down (PageFixture *f, gconstpointer data);
void page_fixture_settle (void);
void page_fixture_type (PageFixture *f, guint line, const char *text);
GtkShortcut *page_fixture_find_key (GtkWidget *widget, const char *trigger);
GtkWidget *page_fixture_find_list (GtkWidget *widget);
/* The heading that a row of the outline shows. */
const char *page_fixture_heading (GtkWidget *row);
