/* Made-up material of any size for benchmarks; the same every time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A body of about `n_words` words in paragraphs and lists, as CommonMark. */
char *material_body (GRand *rand, guint n_words);
/* The agreement that they say they belong to. */
#define MATERIAL_AGREEMENT 1000000
/* `n` sections (AkkSection, in no store) of `n_words` words each, below parts of ten. */
GListModel *material_sections (guint n, guint n_words);
/* Prints a line of the report: name, value, unit, and what it must be and aims for. */
void report (const char *name, double value, const char *unit, const char *must);
/* Sorts and picks; `q` 0.5 is the median. */
double quantile (double *values, guint n, double q);
/* The most memory that this process has held so far, in MB. */
double peak_memory_mb (void);

G_END_DECLS
