/* Tests of the examples with the mistakes of two real agreements: each is found, and nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "example-fixture.h"
#include "findings-fixture.h"

static void
assert_ids (Example *self, const char *expected)
{
  g_autofree char *ids = findings_ids (self->base.store, self->agreements->pdata[0],
                                       akk_store_today (self->base.store));

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_scheldeland (Example *self, gconstpointer name)
{
  assert_ids (self, "number-twice, plan-only-linked, plan-only-linked | no-notice, no-contacts, "
                    "no-deadlines, does-not-sign, stricter-duty, function-differs, abbreviation");
}

static void
test_gent (Example *self, gconstpointer name)
{
  assert_ids (self, "blank, delegation-date, number-twice | no-notice, no-dispute, no-delegation, "
                    "decision-outstanding, no-frequency, missing-annex, missing-annex, "
                    "nearly-name");
}

/* Mends all that a button mends, one after the other; how many steps that took. */
static guint
mend_all (Example *self)
{
  AkkAgreement *agreement = self->agreements->pdata[0];
  guint n = 0;
  gboolean again;

  do {
    g_autoptr (GPtrArray) findings =
        akk_findings_new (self->base.store, agreement, akk_store_today (self->base.store));
    g_autoptr (GError) error = NULL;

    again = FALSE;
    for (guint i = 0; !again && i < findings->len; i++)
      if (akk_finding_remedy (findings->pdata[i]) != NULL) {
        g_assert_true (akk_finding_mend (self->base.store, agreement, findings->pdata[i], &error));
        g_assert_no_error (error);
        again = TRUE;
        n++;
      }
    g_assert_cmpuint (n, <, 20);
  } while (again);
  return n;
}

static void
undo_all (Example *self, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_true (akk_store_undo (self->base.store, NULL));
}

/* What is left is what only people can say. */
static void
test_scheldeland_mended (Example *self, gconstpointer name)
{
  guint n = mend_all (self);

  assert_ids (self, "no-contacts, no-deadlines");
  example_assert_numbers (self, 0, "Deel I. Deel II. Deel III. Deel IV. Deel V. - Bijlage 1.");
  undo_all (self, n);
  test_scheldeland (self, name);
}

static void
test_gent_mended (Example *self, gconstpointer name)
{
  guint n = mend_all (self);

  assert_ids (self, "blank, delegation-date, delegation-organ, delegation-date | "
                    "decision-outstanding");
  undo_all (self, n);
  test_gent (self, name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  EXAMPLE_TEST ("/example-concepts/scheldeland-gives-exactly-its-mistakes", "scheldeland-concept",
                test_scheldeland);
  EXAMPLE_TEST ("/example-concepts/gent-gives-exactly-its-mistakes", "gent-concept", test_gent);
  EXAMPLE_TEST ("/example-concepts/scheldeland-is-mended-step-by-step", "scheldeland-concept",
                test_scheldeland_mended);
  EXAMPLE_TEST ("/example-concepts/gent-is-mended-step-by-step", "gent-concept", test_gent_mended);
  return g_test_run ();
}
