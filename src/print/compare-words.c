/* What two versions differ in, in a sentence.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/compare-print.h"

static void
add_count (GStrvBuilder *items, AkkPhrases *phrases, const char *key, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  if (n > 0)
    g_strv_builder_take (items, akk_phrases_format (phrases, key, "count", count, NULL));
}

char *
akk_comparison_summary (const AkkComparison *self, AkkPhrases *phrases)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;
  g_autofree char *list = NULL, *parts = NULL, *count = NULL, *lines = NULL;

  if (self->entries->len == 0)
    return g_strdup (akk_phrases_get (phrases, "compare-none"));
  add_count (builder, phrases, "compare-sum-added", self->n_added);
  add_count (builder, phrases, "compare-sum-removed", self->n_removed);
  add_count (builder, phrases, "compare-sum-changed", self->n_changed);
  add_count (builder, phrases, "compare-sum-renamed", self->n_renamed);
  add_count (builder, phrases, "compare-sum-moved", self->n_moved);
  add_count (builder, phrases, "compare-sum-renumbered", self->n_renumbered);
  items = g_strv_builder_end (builder);
  list = akk_phrases_list (phrases, "list", items);
  parts = items[0] != NULL ? akk_phrases_format (phrases, "compare-sum", "items", list, NULL)
                           : g_strdup ("");
  count = g_strdup_printf ("%u", self->n_lines);
  lines = self->n_lines == 1
              ? g_strdup (akk_phrases_get (phrases, "compare-sum-line"))
              : akk_phrases_format (phrases, "compare-sum-lines", "count", count, NULL);
  return g_strconcat (parts, *parts != '\0' && self->n_lines > 0 ? " " : "",
                      self->n_lines > 0 ? lines : "", NULL);
}

static char *
number_words (const AkkCompareEntry *self, AkkPhrases *phrases)
{
  if (*self->old->number == '\0')
    return g_strdup (akk_phrases_get (phrases, "compare-numbered"));
  return akk_phrases_format (
      phrases, *self->now->number != '\0' ? "compare-renumbered" : "compare-unnumbered", "number",
      self->old->number, NULL);
}

char *
akk_compare_entry_words (const AkkCompareEntry *self, AkkPhrases *phrases)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;

  if (self->marks & AKK_COMPARE_ADDED)
    g_strv_builder_add (builder, akk_phrases_get (phrases, "compare-added"));
  if (self->marks & AKK_COMPARE_REMOVED)
    g_strv_builder_add (builder, akk_phrases_get (phrases, "compare-removed"));
  if (self->marks & AKK_COMPARE_MOVED)
    g_strv_builder_add (builder, akk_phrases_get (phrases, "compare-moved"));
  if (self->marks & AKK_COMPARE_RENAMED)
    g_strv_builder_take (
        builder, akk_phrases_format (phrases, "compare-renamed", "name", self->old->heading, NULL));
  if (self->marks & AKK_COMPARE_RENUMBERED)
    g_strv_builder_take (builder, number_words (self, phrases));
  items = g_strv_builder_end (builder);
  return g_strjoinv ("; ", items);
}
