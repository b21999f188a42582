/* Links that lead nowhere, and figures and annexes without what they announce.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/dates.h"
#include "core/findings-private.h"

#define BLOB "blob:"

gboolean
akk_link_is_dead (const char *href)
{
  static const char *const dead[] = { "http:", "https:", "mailto:", "about:blank", "javascript:" };
  const char *host = strstr (href, "://");
  g_autofree char *bare = NULL;

  host = host != NULL ? host + strlen ("://") : href;
  if (g_str_has_prefix (host, "www."))
    host += strlen ("www.");
  bare = g_strdelimit (g_strdup (href), "/ ", '\0');
  for (guint i = 0; i < G_N_ELEMENTS (dead); i++)
    if (g_ascii_strcasecmp (bare, dead[i]) == 0 && *host == '\0')
      return TRUE;
  return *href == '\0' || *href == '#' || g_str_has_prefix (href, "javascript:") ||
         g_str_has_prefix (href, "about:") || g_str_has_prefix (host, "example.") ||
         g_str_has_prefix (host, "localhost") || g_str_has_prefix (host, "voorbeeld.");
}

/* Whether an annex of the agreement holds the action plan, or says that it follows. */
static gboolean
has_plan_annex (AkkFinder *self, GStrv words)
{
  for (guint i = 0; i < self->outline->len; i++) {
    const AkkSection *section = ((const AkkOutlineEntry *) self->outline->pdata[i])->section;

    if (section->content == AKK_CONTENT_PLAN ||
        (section->content != AKK_CONTENT_TEXT && akk_finder_mentions (words, section->heading)) ||
        (section->scheme == AKK_SCHEME_ANNEX && akk_finder_mentions (words, section->heading)))
      return TRUE;
  }
  return FALSE;
}

typedef struct {
  GStrv plan; /* words for an action plan */
  GHashTable *seen; /* "section:words" */
} Links;

static void
add_dead (AkkFinder *self, Links *links, AkkSection *section, guint index, const char *words)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", section->record.id, words);
  gboolean plan = akk_finder_mentions (links->plan, words) && !has_plan_annex (self, links->plan);

  if (!g_hash_table_add (links->seen, g_steal_pointer (&key)))
    return;
  if (plan)
    akk_finder_add_in_text (self, "plan-only-linked", AKK_FINDING_BLOCKING, section, index,
                            _ ("“%s” is only linked to, and the link leads nowhere"), words,
                            _ ("Add it as an annex, or announce an annex that follows."));
  else
    akk_finder_add_in_text (self, "dead-link", AKK_FINDING_BLOCKING, section, index,
                            _ ("The link “%s” leads nowhere"), words,
                            _ ("Give it an address that exists, or leave only its words."));
}

static AkkFigureReader figure_reader;

void
akk_findings_set_figure_reader (AkkFigureReader reader)
{
  figure_reader = reader;
}

static void
find_in_figure (AkkFinder *self, const AkkRun *figure, AkkSection *section, guint index)
{
  if (*figure->alt == '\0')
    akk_finder_add_in_text (self, "figure-alt", AKK_FINDING_BLOCKING, section, index,
                            _ ("A figure in “%s” does not say what it shows"), section->heading,
                            _ ("Choose the figure and say what there is to see, for those who "
                               "do not see it."));
  if (g_str_has_prefix (figure->href, BLOB) && figure_reader != NULL &&
      !figure_reader (self->store, figure->href + strlen (BLOB)))
    akk_finder_add_in_text (self, "figure-unreadable", AKK_FINDING_BLOCKING, section, index,
                            _ ("The picture of a figure in “%s” cannot be shown"), section->heading,
                            _ ("Its file is damaged or missing, and only its words would be "
                               "printed. Choose its picture again, or remove the figure."));
}

static void
visit_links_cb (
    AkkFinder *self, const AkkLine *line, AkkSection *section, guint index, gpointer data)
{
  gsize at = 0;

  for (guint i = 0; i < line->n_runs; i++) {
    const AkkRun *run = &line->runs[i];
    g_autofree char *words = NULL;

    if (run->href != NULL && !g_str_has_prefix (run->href, BLOB) && akk_link_is_dead (run->href)) {
      words = g_strndup (line->text + at, run->n_bytes);
      add_dead (self, data, section, index, words);
    }
    if (run->alt != NULL && run->href != NULL)
      find_in_figure (self, run, section, index);
    at += run->n_bytes;
  }
}

/* --- Annexes --- */

static AkkAnnexReader annex_reader;

void
akk_findings_set_annex_reader (AkkAnnexReader reader)
{
  annex_reader = reader;
}

static void
find_in_file (AkkFinder *self, AkkSection *section, guint line)
{
  AkkAnnexFlaws flaws = annex_reader (self->store, section->file);

  if (flaws & AKK_ANNEX_UNREADABLE)
    akk_finder_add_in_text (
        self, "annex-unreadable", AKK_FINDING_ADVICE, section, line,
        _ ("The file of the annex “%s” cannot be printed"), section->heading,
        _ ("It is protected, damaged or no PDF: ask for another one, or hand it "
           "out beside the agreement."));
  if (flaws & AKK_ANNEX_WITHOUT_FONTS)
    akk_finder_add_in_text (self, "annex-fonts", AKK_FINDING_ADVICE, section, line,
                            _ ("The annex “%s” has fonts that are not in its file"),
                            section->heading,
                            _ ("The document will be no PDF for the archive (PDF/A). Ask for the "
                               "annex with its fonts embedded."));
  if (flaws & AKK_ANNEX_IN_INKS)
    akk_finder_add_in_text (self, "annex-inks", AKK_FINDING_ADVICE, section, line,
                            _ ("The annex “%s” has colours for a printing press only"),
                            section->heading,
                            _ ("The document will be no PDF for the archive (PDF/A). Ask for the "
                               "annex in the colours of a screen (RGB)."));
}

static void
find_in_annex (AkkFinder *self, AkkSection *section, guint line)
{
  if (section->content == AKK_CONTENT_PDF && *section->file != '\0' && annex_reader != NULL)
    find_in_file (self, section, line);
  if (section->content == AKK_CONTENT_PDF && *section->file == '\0')
    akk_finder_add_in_text (self, "annex-file", AKK_FINDING_BLOCKING, section, line,
                            _ ("The file of the annex “%s” is missing"), section->heading,
                            _ ("Choose its PDF, or say that it follows."));
  if ((section->content == AKK_CONTENT_PLAN || section->content == AKK_CONTENT_DASHBOARD) &&
      section->year != 0) {
    const AkkAgreement *agreement = self->agreement;
    gint64 first = akk_date_from_ymd ((int) section->year, 1, 1);
    gint64 last = akk_date_from_ymd ((int) section->year, 12, 31);

    /* Figures may be those with which the term began. */
    if ((!agreement->indefinite && agreement->ends_on != AKK_NO_DATE &&
         first > agreement->ends_on) ||
        (!agreement->starts_at_signing && agreement->starts_on != AKK_NO_DATE &&
         section->content == AKK_CONTENT_PLAN && last < agreement->starts_on))
      akk_finder_add_in_text (self, "annex-year", AKK_FINDING_ADVICE, section, line,
                              _ ("The annex “%s” is about a year outside the term"),
                              section->heading, _ ("Choose a year in which the agreement runs."));
  }
}

void
akk_find_links (AkkFinder *self)
{
  g_auto (GStrv) plan = akk_finder_words (self, "find-plan");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Links links = { plan, seen };

  akk_finder_each_line (self, visit_links_cb, &links);
  for (guint i = 0; i < self->text->n_lines; i++) {
    const AkkLine *line = self->text->lines[i];
    const AkkOutlineEntry *entry =
        line->kind == AKK_LINE_HEADING ? akk_outline_find (self->outline, line->section) : NULL;
    if (entry != NULL)
      find_in_annex (self, entry->section, i);
  }
}
