/* Dates as people write them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/date-text.h"
#include "core/dates.h"
#include "core/record.h"

static void
test_reads (void)
{
  static const struct {
    const char *text, *iso;
  } cases[] = {
    { "1-10-2021", "2021-10-01" },      { "01/10/2021", "2021-10-01" },
    { "1.10.2021", "2021-10-01" },      { "2021-10-01", "2021-10-01" },
    { "1 oktober 2021", "2021-10-01" }, { "  1  Okt. 2021 ", "2021-10-01" },
    { "1 October 2021", "2021-10-01" }, { "29 februari 2024", "2024-02-29" },
    { "5 mrt 2026", "2026-03-05" },     { "5 mei 2026", "2026-05-05" },
    { "31 maart 2026", "2026-03-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *iso = akk_date_format (akk_date_read (cases[i].text));

    g_assert_cmpstr (iso, ==, cases[i].iso);
  }
}

static void
test_refuses (void)
{
  static const char *const texts[] = { "",           "1",           "1-10",      "1-10-21",
                                       "29-2-2023",  "31-4-2026",   "1-13-2026", "0-1-2026",
                                       "1 x 2026",   "1 ma 2026",   "morgen",    "1-10-2021-3",
                                       "1 a10 2021", "100-10-2021", "-1-2-2026x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (akk_date_read (texts[i]), ==, AKK_NO_DATE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-text/reads-what-people-write", test_reads);
  g_test_add_func ("/date-text/refuses-what-is-no-day", test_refuses);
  return g_test_run ();
}
