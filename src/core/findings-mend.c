/* What mends a finding: one function per kind, each one undoable step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/findings.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/agreement-text.h"
#include "core/body.h"
#include "core/definition.h"
#include "core/findings-private.h"
#include "core/order.h"
#include "core/outline-edit.h"
#include "core/text-find.h"

#define USUAL_NOTICE_MONTHS 6

/* What a remedy works on, inside the action. */
typedef struct {
  AkkStore *store;
  AkkAgreement *agreement;
  const AkkFinding *finding;
  AkkPhrases *phrases;
  GPtrArray *outline;
  gpointer record; /* the one that the finding is about; borrowed */
} Mender;

/* --- Records --- */

static void
mend_notice (Mender *self)
{
  akk_store_set_int (self->store, self->agreement, "notice_months", USUAL_NOTICE_MONTHS);
}

static void
mend_dispute (Mender *self)
{
  akk_store_set_text (self->store, self->agreement, "dispute",
                      akk_phrases_get (self->phrases, "find-mediator"));
}

static void
mend_delegation (Mender *self)
{
  akk_store_set_int (self->store, self->record, "delegated", TRUE);
}

static void
mend_silent (Mender *self)
{
  akk_store_set_int (self->store, self->record, "signs", TRUE);
}

static void
mend_frequency (Mender *self)
{
  akk_store_set_int (self->store, self->record, "times", 1);
  akk_store_set_int (self->store, self->record, "period", 1);
  akk_store_set_int (self->store, self->record, "unit", AKK_BODY_YEARS);
}

static void
mend_evaluation (Mender *self)
{
  akk_store_set_int (self->store, self->record, "evaluates", TRUE);
  akk_store_set_int (self->store, self->record, "evaluation_section_id", self->finding->section);
}

static void
mend_abbreviation (Mender *self)
{
  g_autoptr (AkkDefinition) definition =
      akk_definition_begin (self->store, self->agreement->record.id, AKK_DEFINITION_ABBREVIATION,
                            self->finding->what, self->finding->instead);

  akk_store_add (self->store, definition);
}

/* --- Sections --- */

static void
mend_numbers (Mender *self)
{
  g_auto (GStrv) words = g_strsplit (akk_phrases_get (self->phrases, "find-parts"), ";", -1);

  akk_renumber_typed (self->store, self->outline, words, self->finding->record);
}

static void
mend_empty_section (Mender *self)
{
  akk_store_delete (self->store, self->record);
}

static void
mend_annex_file (Mender *self)
{
  akk_store_set_int (self->store, self->record, "content", AKK_CONTENT_FOLLOWS);
}

/* A new section at the end of the agreement, before its annexes unless it is one; in no store yet.
 */
static AkkSection *
new_section (Mender *self, AkkScheme scheme, const char *heading)
{
  AkkSection *section = akk_record_new (&akk_section_record);
  const char *last = "", *next = "";

  for (guint i = 0; i < self->outline->len && *next == '\0'; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i];

    if (entry->depth != 1)
      continue;
    if (entry->section->scheme == AKK_SCHEME_ANNEX && scheme != AKK_SCHEME_ANNEX)
      next = entry->section->position;
    else
      last = entry->section->position;
  }
  section->agreement_id = self->agreement->record.id;
  section->scheme = scheme;
  g_free (section->position);
  section->position = akk_order_between (last, next);
  g_set_str (&section->heading, heading);
  return section;
}

/* An annex that says that it follows. */
static void
add_annex (Mender *self, AkkScheme scheme, const char *heading)
{
  g_autoptr (AkkSection) annex = new_section (self, scheme, heading);

  annex->content = AKK_CONTENT_FOLLOWS;
  akk_store_add (self->store, annex);
}

static void
mend_rubric (Mender *self)
{
  g_autoptr (AkkSection) section =
      new_section (self, akk_outline_scheme_at (self->outline, 1), self->finding->instead);

  g_set_str (&section->rubric, self->finding->what);
  akk_store_add (self->store, section);
}

/* Where it is the next one its number comes by itself. */
static void
mend_missing_annex (Mender *self)
{
  g_autofree char *heading =
      akk_phrases_format (self->phrases, "annex-of", "number", self->finding->what, NULL);
  guint n = 1;

  for (guint i = 0; i < self->outline->len; i++)
    n += ((const AkkOutlineEntry *) self->outline->pdata[i])->section->scheme == AKK_SCHEME_ANNEX;
  if (g_ascii_strtoull (self->finding->what, NULL, 10) == n)
    add_annex (self, AKK_SCHEME_ANNEX, "");
  else
    add_annex (self, AKK_SCHEME_NONE, heading);
}

/* Where an entry's section stands; G_MAXUINT: none is like that. */
static guint
find_section (Mender *self, const char *heading, const char *body)
{
  g_autofree char *wanted = heading != NULL ? g_utf8_casefold (heading, -1) : NULL;

  for (guint i = 0; i < self->outline->len; i++) {
    const AkkSection *section = ((const AkkOutlineEntry *) self->outline->pdata[i])->section;
    g_autofree char *folded = g_utf8_casefold (section->heading, -1);

    if (section->content == AKK_CONTENT_TEXT &&
        (wanted != NULL ? g_str_equal (folded, wanted) : strstr (section->body, body) != NULL))
      return i;
  }
  return G_MAXUINT;
}

/* Beside the other list of the two where that one has a section to itself, else at the end. */
static AkkSection *
new_list_section (Mender *self, const char *heading, const char *other)
{
  AkkSection *section = new_section (self, AKK_SCHEME_NONE, heading);
  g_autofree char *field = g_strdup_printf ("{{clause:%s}}", other);
  guint at = find_section (self, NULL, field);
  const AkkSection *beside, *next = NULL;

  if (at == G_MAXUINT)
    return section;
  beside = ((const AkkOutlineEntry *) self->outline->pdata[at])->section;
  for (guint i = at + 1; next == NULL && i < self->outline->len; i++) {
    const AkkSection *it = ((const AkkOutlineEntry *) self->outline->pdata[i])->section;
    if (it->parent_id == beside->parent_id)
      next = it;
  }
  section->parent_id = beside->parent_id;
  g_free (section->position);
  section->position = akk_order_between (beside->position, next != NULL ? next->position : "");
  return section;
}

/* Under the heading that somebody wrote for it, or in a section of its own. */
static void
mend_unprinted (Mender *self)
{
  gboolean terms = g_str_equal (self->finding->part, "definitions");
  const char *heading =
      akk_phrases_get (self->phrases, terms ? "definitions-title" : "abbreviations-title");
  g_autofree char *field = g_strdup_printf ("{{clause:%s}}\n", self->finding->part);
  guint at = find_section (self, heading, NULL);

  if (at != G_MAXUINT) {
    AkkSection *section = ((const AkkOutlineEntry *) self->outline->pdata[at])->section;
    g_autofree char *body =
        g_strconcat (section->body, *section->body != '\0' ? "\n" : "", field, NULL);
    akk_store_set_text (self->store, section, "body", body);
  } else {
    g_autoptr (AkkSection) section =
        new_list_section (self, heading, terms ? "abbreviations" : "definitions");
    g_set_str (&section->body, field);
    akk_store_add (self->store, section);
  }
}

/* --- Text --- */

/* The lines of the section of the finding, from its heading on. */
static void
section_range (Mender *self, const AkkText *text, guint *from, guint *to)
{
  for (*from = 0; *from < text->n_lines; (*from)++)
    if (text->lines[*from]->kind == AKK_LINE_HEADING &&
        text->lines[*from]->section == self->finding->section)
      break;
  for (*to = *from + 1; *to < text->n_lines && text->lines[*to]->kind != AKK_LINE_HEADING;)
    (*to)++;
}

static AkkLine *
without_dead_links (const AkkLine *line)
{
  g_autofree AkkRun *runs = g_memdup2 (line->runs, line->n_runs * sizeof *line->runs);
  g_autoptr (AkkLine) plain = NULL;

  for (guint i = 0; i < line->n_runs; i++)
    if (runs[i].href != NULL && !g_str_has_prefix (runs[i].href, "blob:") &&
        akk_link_is_dead (runs[i].href))
      runs[i].href = NULL;
  plain = akk_line_new (line->kind, line->level, line->text, runs, line->n_runs);
  return akk_line_with (plain, line->kind, line->level, line->start, line->quote, line->note);
}

static void
mend_links (Mender *self)
{
  g_autoptr (AkkText) text = akk_agreement_text_load (self->outline, NULL);
  guint from, to;

  section_range (self, text, &from, &to);
  for (guint i = from + 1; i < to; i++) {
    AkkLine *line = text->lines[i];
    g_autoptr (AkkLine) plain = line->table == NULL ? without_dead_links (line) : NULL;
    AkkText *spliced;

    if (plain == NULL || akk_line_equal (plain, line))
      continue;
    spliced = akk_text_splice (text, i, 1, (AkkLine *const[]) { plain }, 1);
    akk_text_unref (text);
    text = spliced;
  }
  akk_agreement_text_save (self->store, self->outline, text);
}

static void
mend_plan_link (Mender *self)
{
  g_autofree char *heading = akk_phrases_sentence (self->finding->what);

  mend_links (self);
  add_annex (self, AKK_SCHEME_ANNEX, heading);
}

/* Everywhere in the agreement: what is misspelt is so at more than one place, too. */
static void
mend_words (Mender *self)
{
  g_autoptr (AkkText) text = akk_agreement_text_load (self->outline, NULL);
  g_autoptr (GArray) matches =
      akk_text_find (text, self->finding->what, AKK_FIND_CASE | AKK_FIND_WORD, NULL, NULL);
  g_autoptr (AkkText) replaced = akk_text_replace (text, matches, self->finding->instead);

  akk_agreement_text_save (self->store, self->outline, replaced);
}

/* --- Which --- */

static const struct {
  const char *id;
  const char *button;
  const char *step; /* in the history */
  void (*mend) (Mender *self);
  gboolean instead; /* only where it is known what stands in its place */
} remedies[] = {
  { "no-notice", N_ ("Insert"), N_ ("Name a Term of Notice"), mend_notice },
  { "no-dispute", N_ ("Insert"), N_ ("Name a Mediator"), mend_dispute },
  { "does-not-sign", N_ ("Let Sign"), N_ ("Let Sign"), mend_silent },
  { "no-delegation", N_ ("Mend"), N_ ("Note a Delegation"), mend_delegation },
  { "stricter-duty", N_ ("Mend"), N_ ("Meet Once a Year"), mend_frequency },
  { "no-frequency", N_ ("Mend"), N_ ("Meet Once a Year"), mend_frequency },
  { "evaluation-not-noted", N_ ("Mend"), N_ ("Note the Yearly Evaluation"), mend_evaluation },
  { "rubric-missing", N_ ("Insert"), N_ ("Insert a Rubric"), mend_rubric },
  { "number-twice", N_ ("Mend"), N_ ("Number Headings"), mend_numbers },
  { "empty-section", N_ ("Delete"), N_ ("Delete Section"), mend_empty_section },
  { "annex-file", N_ ("Follows"), N_ ("Announce an Annex"), mend_annex_file },
  { "missing-annex", N_ ("Insert"), N_ ("Announce an Annex"), mend_missing_annex },
  { "dead-link", N_ ("Mend"), N_ ("Remove Dead Link"), mend_links },
  { "plan-only-linked", N_ ("Mend"), N_ ("Announce an Annex"), mend_plan_link },
  { "nearly-name", N_ ("Mend"), N_ ("Correct a Name"), mend_words, TRUE },
  { "function-differs", N_ ("Mend"), N_ ("Correct a Function"), mend_words, TRUE },
  { "abbreviation", N_ ("Explain"), N_ ("Explain an Abbreviation"), mend_abbreviation, TRUE },
  { "definitions-unprinted", N_ ("Insert"), N_ ("Insert the List of Definitions"), mend_unprinted },
  { "abbreviations-unprinted", N_ ("Insert"), N_ ("Insert the List of Abbreviations"),
    mend_unprinted },
};

static int
remedy_of (const AkkFinding *finding)
{
  for (guint i = 0; i < G_N_ELEMENTS (remedies); i++)
    if (g_str_equal (remedies[i].id, finding->id))
      return !remedies[i].instead || finding->instead != NULL ? (int) i : -1;
  return -1;
}

const char *
akk_finding_remedy (const AkkFinding *self)
{
  int i = self->reason == NULL ? remedy_of (self) : -1;

  return i >= 0 ? _ (remedies[i].button) : NULL;
}

gboolean
akk_finding_mend (AkkStore *store, AkkAgreement *agreement, const AkkFinding *self, GError **error)
{
  const char *language = akk_agreement_language (agreement);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (language, error);
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, language);
  g_autoptr (AkkRecord) record = akk_store_get (store, self->type, self->record);
  Mender mender = { store, agreement, self, phrases, outline, record };
  int i = remedy_of (self);

  g_return_val_if_fail (i >= 0, FALSE);

  if (phrases == NULL)
    return FALSE;
  if (record == NULL || record->deleted)
    return TRUE;
  akk_store_begin (store, remedies[i].step);
  remedies[i].mend (&mender);
  return akk_store_commit (store, error);
}
