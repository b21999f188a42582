/* What is found in an agreement, as words to compare, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "core/findings.h"
#include "core/store.h"

/* "blank, no-start | no-notice / no-dispute": what blocks, advice, what was accepted. */
static inline char *
findings_ids (AkkStore *store, AkkAgreement *agreement, gint64 today)
{
  g_autoptr (GPtrArray) findings = akk_findings_new (store, agreement, today);
  GString *ids = g_string_new (NULL);
  guint n_blocking = akk_findings_count_blocking (findings);
  guint n_open = akk_findings_count_open (findings);

  for (guint i = 0; i < findings->len; i++) {
    const AkkFinding *finding = findings->pdata[i];
    g_autoptr (AkkRecord) record = akk_store_get (store, finding->type, finding->record);

    g_assert_cmpint (finding->severity == AKK_FINDING_BLOCKING, ==, i < n_blocking);
    g_assert_cmpint (finding->reason == NULL, ==, i < n_open);
    g_assert_cmpstr (finding->text, !=, "");
    g_assert_cmpstr (finding->advice, !=, "");
    g_assert_null (strstr (finding->text, "%"));
    g_assert_cmpint (finding->section != 0, ==, finding->line != G_MAXUINT);
    g_assert_nonnull (record);
    g_string_append_printf (ids, "%s%s",
                            i == 0            ? ""
                            : i == n_open     ? " / "
                            : i == n_blocking ? " | "
                                              : ", ",
                            finding->id);
  }
  return g_string_free_and_steal (ids);
}

/* The first finding of that kind, in an array that the caller owns. */
static inline const AkkFinding *
findings_find (GPtrArray *findings, const char *id)
{
  for (guint i = 0; i < findings->len; i++) {
    const AkkFinding *finding = findings->pdata[i];
    if (g_str_equal (finding->id, id))
      return finding;
  }
  return NULL;
}
