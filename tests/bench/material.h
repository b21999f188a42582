/* Made-up material of any size for benchmarks; the same every time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A body of about `n_words` words in paragraphs and lists, as CommonMark. */
char *material_body (GRand *rand, guint n_words);
/* Prints a line of the report: name, value, unit, and what it must be and aims for. */
void report (const char *name, double value, const char *unit, const char *must);
/* The time that passed and the processor time that this process used, which is the truer of the two
 * on a busy machine; both in milliseconds. */
typedef struct {
  double wall, processor;
} Stopwatch;
Stopwatch stopwatch_start (void);
Stopwatch stopwatch_read (Stopwatch since);
void report_time (const char *name, Stopwatch time, const char *must);
/* Sorts and picks; `q` 0.5 is the median. */
double quantile (double *values, guint n, double q);
/* The most memory that this process has held so far, in MB. */
double peak_memory_mb (void);

G_END_DECLS
