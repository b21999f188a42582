/* An agreement made from a few strings, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "core/agreement.h"
#include "core/section.h"
#include "core/text.h"
#include "print/agreement-print.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerStructureElement, g_object_unref)

typedef struct {
  AkkAgreement *agreement;
  GListStore *sections;
  GPtrArray *outline;
  AkkText *text;
} Fixture;

/* A section: its depth, how it is numbered, its heading and its body in CommonMark. A list of them
 * ends with depth 0. */
typedef struct {
  guint depth;
  AkkScheme scheme;
  const char *heading, *body;
} FixtureSection;

Fixture *fixture_new (const FixtureSection *sections);
void fixture_free (Fixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)
/* Sets the title and the lines around it. */
void fixture_set_title (Fixture *self, const char *title, const char *short_title);

AkkPaper *fixture_paper (void);
/* The pages, dated 17 November 2025. */
AkkPages *fixture_print (Fixture *self, AkkPaper *paper);

/* As a PDF, and its words: hyphens at line ends joined, without headers and footers. */
GBytes *fixture_pdf (AkkPages *pages);
char *fixture_words (GBytes *pdf);
/* Its words as they are read aloud: by the structure tree. It must conform to the standards. */
char *fixture_read (GBytes *pdf);
/* The text of a page between two heights. */
char *fixture_area (PopplerPage *page, double y1, double y2);

G_END_DECLS
