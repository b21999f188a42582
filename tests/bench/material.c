/* Made-up material of any size for benchmarks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "material.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static const char *const words[] = {
  "overeenkomst",  "de",         "stuurgroep", "van",       "werkgroep", "partners",
  "samenwerking",  "het",        "lokaal",     "bestuur",   "en",        "actieplan",
  "werkzoekenden", "regisseur",  "in",         "gemeente",  "met",       "arbeidsmarkt",
  "evaluatie",     "een",        "doelgroep",  "voor",      "indicator", "dienstverlening",
  "werkgevers",    "begeleiden", "op",         "jaarlijks", "maat",      "geïntegreerde",
};

static void
append_sentence (GString *body, GRand *rand, guint n_words)
{
  for (guint i = 0; i < n_words; i++) {
    const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

    g_string_append_printf (body, "%s%c%s", i > 0 ? " " : "",
                            i == 0 ? g_ascii_toupper (*word) : *word, word + 1);
  }
}

char *
material_body (GRand *rand, guint n_words)
{
  GString *body = g_string_new (NULL);
  guint done = 0;

  while (done < n_words) {
    guint length = (guint) g_rand_int_range (rand, 8, 18);
    gboolean list = g_rand_int_range (rand, 0, 5) == 0;
    guint n = list ? 3 : 4;

    for (guint i = 0; i < n; i++, done += length) {
      g_string_append (body, list ? "- " : "");
      append_sentence (body, rand, length);
      g_string_append (body, i == n - 1 ? ".\n\n" : list ? ";\n" : ". ");
    }
  }
  return g_string_free (body, FALSE);
}

void
report (const char *name, double value, const char *unit, const char *must)
{
  g_print ("%-44s %10.2f %-8s %s\n", name, value, unit, must);
}

Stopwatch
stopwatch_start (void)
{
  struct timespec used;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return (Stopwatch) { .wall = g_get_monotonic_time () / 1e3,
                       .processor = used.tv_sec * 1e3 + used.tv_nsec / 1e6 };
}

Stopwatch
stopwatch_read (Stopwatch since)
{
  Stopwatch now = stopwatch_start ();

  return (Stopwatch) { now.wall - since.wall, now.processor - since.processor };
}

void
report_time (const char *name, Stopwatch time, const char *must)
{
  g_print ("%-44s %10.2f ms, %.2f ms of processor  %s\n", name, time.wall, time.processor, must);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

double
quantile (double *values, guint n, double q)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[MIN (n - 1, (guint) (q * n))];
}

double
peak_memory_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}
