/* Made-up material of any size for benchmarks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "material.h"

#include <stdlib.h>
#include <sys/resource.h>

#include "core/order.h"
#include "core/section.h"

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

GListModel *
material_sections (guint n, guint n_words)
{
  GListStore *sections = g_list_store_new (akk_section_get_type ());
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *position = g_strdup ("");
  gint64 part = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);
    g_autofree char *body = material_body (rand, n_words);
    g_autofree char *heading = g_strdup_printf ("Afspraak %u over de samenwerking", i + 1);
    char *next = akk_order_between (position, "");
    gboolean is_part = i % 10 == 0;

    g_free (position);
    position = next;
    section->record.id = i + 1;
    g_object_set (section, "agreement-id", (gint64) MATERIAL_AGREEMENT, "parent-id",
                  is_part ? (gint64) 0 : part, "position", position, "heading", heading, "scheme",
                  (gint64) (is_part ? AKK_SCHEME_PART : AKK_SCHEME_RUNNING), "body", body, NULL);
    if (is_part)
      part = section->record.id;
    g_list_store_append (sections, section);
  }
  return G_LIST_MODEL (sections);
}

void
report (const char *name, double value, const char *unit, const char *must)
{
  g_print ("%-44s %10.2f %-8s %s\n", name, value, unit, must);
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
