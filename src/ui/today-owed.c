/* What is owed: meetings, evaluations and plans, signatures, and what ends or is due.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/today-rows.h"

#include <glib/gi18n.h>

#include "core/signing.h"
#include "core/successor.h"
#include "ui/agreement-words.h"
#include "ui/day.h"
#include "ui/signing-line.h"

/* How many parties a sentence names that have still to sign. */
#define MOST_NAMED 3
/* A term that ends within so many days asks for attention. */
#define NEAR 14
/* An end that another agreement follows is said so many days before. */
#define END_DAYS 366

/* --- Which of them --- */

static gboolean
asks (const AkkObligation *obligation, gint64 today)
{
  switch (obligation->status) {
  case AKK_OBLIGATION_DUE:
    return TRUE;
  case AKK_OBLIGATION_PLANNED:
    return obligation->kind != AKK_OBLIGATION_END || obligation->due - today <= END_DAYS;
  case AKK_OBLIGATION_MISSED:
    return *obligation->next_step != '\0';
  default:
    /* What is to be done once all have signed is good to know before. */
    return obligation->kind == AKK_OBLIGATION_FIRST_PLAN &&
           obligation->status == AKK_OBLIGATION_FUTURE;
  }
}

static AkkTodayGroup
group_of (const AkkObligation *obligation)
{
  switch (obligation->kind) {
  case AKK_OBLIGATION_MEETING:
  case AKK_OBLIGATION_EVALUATION:
  case AKK_OBLIGATION_PLAN:
    return obligation->required > 0 ? AKK_TODAY_OBLIGATIONS : AKK_TODAY_N_GROUPS;
  default:
    return AKK_TODAY_TERMS;
  }
}

/* Missed, then due, then planned; the first to end first. */
static int
compare_obligations (gconstpointer a, gconstpointer b)
{
  static const int ranks[] = {
    [AKK_OBLIGATION_MISSED] = 0, [AKK_OBLIGATION_DUE] = 1, [AKK_OBLIGATION_PLANNED] = 2,
    [AKK_OBLIGATION_FUTURE] = 3, [AKK_OBLIGATION_MET] = 4,
  };
  const AkkObligation *one = *(AkkObligation *const *) a, *two = *(AkkObligation *const *) b;
  gint64 due = one->due != AKK_NO_DATE ? one->due : G_MAXINT64;
  gint64 other = two->due != AKK_NO_DATE ? two->due : G_MAXINT64;

  if (ranks[one->status] != ranks[two->status])
    return ranks[one->status] - ranks[two->status];
  if (due != other)
    return due < other ? -1 : 1;
  return (int) one->kind - (int) two->kind;
}

static gboolean
of_one_agreement (const GPtrArray *obligations)
{
  for (guint i = 1; i < obligations->len; i++)
    if (((const AkkObligation *) obligations->pdata[i])->agreement_id !=
        ((const AkkObligation *) obligations->pdata[0])->agreement_id)
      return FALSE;
  return TRUE;
}

/* --- Rows --- */

static char *
agreement_words (AkkStore *store, gint64 id)
{
  g_autoptr (AkkAgreement) agreement = akk_store_get (store, &akk_agreement_record, id);
  g_autofree char *term = agreement != NULL ? akk_agreement_term (agreement) : g_strdup ("");

  if (*term != '\0' || agreement == NULL)
    return g_steal_pointer (&term);
  return g_strdup (akk_agreement_name (agreement));
}

/* The term that the first plan belongs to. Of an agreement that starts at signing, the last
 * signature says when; before it there is none. */
static char *
first_plan_words (AkkStore *store, const AkkObligation *obligation)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, obligation->agreement_id);

  if (agreement == NULL || agreement->starts_on != AKK_NO_DATE)
    return agreement_words (store, obligation->agreement_id);
  return obligation->from != AKK_NO_DATE ? akk_agreement_term_from (agreement, obligation->from)
                                         : g_strdup ("");
}

static char *
joined (const char *one, const char *two)
{
  return *one != '\0' && *two != '\0' ? g_strdup_printf ("%s · %s", one, two)
                                      : g_strconcat (one, two, NULL);
}

static void
add_obligation (AkkToday *self, AkkStore *store, const AkkObligation *obligation, gboolean named)
{
  g_autofree char *term = named ? agreement_words (store, obligation->agreement_id) : g_strdup ("");
  g_autofree char *source = joined (term, obligation->source);
  g_autofree char *next_step = akk_phrases_sentence (
      *obligation->next_step != '\0' ? obligation->next_step : obligation->requirement);
  AkkTodayRow *row =
      akk_today_add (self, AKK_TODAY_OBLIGATIONS, akk_phrases_sentence (obligation->title),
                     akk_today_lines (next_step, source, NULL), NULL);

  if (obligation->status == AKK_OBLIGATION_MISSED) {
    row->glyph = AKK_GLYPH_ATTENTION;
  } else {
    row->held = (guint) MAX (obligation->held, 0);
    row->planned = (guint) MAX (obligation->planned, 0);
    row->required = (guint) obligation->required;
  }
  row->place = akk_place_of_obligation (obligation);
  if (obligation->status == AKK_OBLIGATION_DUE && obligation->kind == AKK_OBLIGATION_MEETING)
    row->plan_body_id = obligation->body_id;
}

static char *
term_title (const AkkObligation *obligation, const char *term)
{
  switch (obligation->kind) {
  case AKK_OBLIGATION_END:
    /* Translators: the term of an agreement, as in "Agreement 2021–2025 ends". */
    return g_strdup_printf (_ ("Agreement %s ends"), term);
  case AKK_OBLIGATION_NOTICE:
    return g_strdup_printf (_ ("Notice for agreement %s"), term);
  case AKK_OBLIGATION_FIRST_PLAN:
    if (*term == '\0')
      return akk_phrases_sentence (obligation->title);
    return g_strdup_printf (_ ("First action plan %s"), term);
  default:
    return akk_phrases_sentence (obligation->title);
  }
}

static char *
rest_words (gint64 days)
{
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days < 0)
    return g_strdup (_ ("late"));
  return g_strdup_printf (g_dngettext (NULL, "%d day", "%d days", (gulong) days), (int) days);
}

static char *
source_words (const AkkObligation *obligation)
{
  /* Translators: who delivers figures. */
  return obligation->kind == AKK_OBLIGATION_FIGURES
             ? g_strdup_printf (_ ("Delivered by %s"), obligation->source)
             : g_strdup (obligation->source);
}

static void
add_term (AkkToday *self, AkkStore *store, const AkkObligation *obligation, gint64 today)
{
  g_autofree char *term = obligation->kind == AKK_OBLIGATION_FIRST_PLAN
                              ? first_plan_words (store, obligation)
                              : agreement_words (store, obligation->agreement_id);
  g_autofree char *day = akk_day_long (obligation->due);
  g_autofree char *requirement = akk_phrases_sentence (obligation->requirement);
  g_autofree char *source = source_words (obligation);
  gboolean dated = obligation->due != AKK_NO_DATE;
  const char *when = obligation->kind == AKK_OBLIGATION_MINUTES ? "" : dated ? day : requirement;
  AkkTodayRow *row = akk_today_add (self, AKK_TODAY_TERMS, term_title (obligation, term),
                                    akk_today_lines (when, obligation->next_step, source, NULL),
                                    dated && obligation->status != AKK_OBLIGATION_MISSED
                                        ? rest_words (obligation->due - today)
                                        : NULL);

  if (obligation->status == AKK_OBLIGATION_PLANNED)
    row->glyph = AKK_GLYPH_OFFERED;
  else if (obligation->status == AKK_OBLIGATION_MISSED ||
           (dated && obligation->due - today <= NEAR))
    row->glyph = AKK_GLYPH_ATTENTION;
  else
    row->glyph = AKK_GLYPH_OPEN;
  row->place = akk_place_of_obligation (obligation);
}

void
akk_today_add_obligations (AkkToday *self,
                           AkkStore *store,
                           const GPtrArray *obligations,
                           gint64 today)
{
  g_autoptr (GPtrArray) gathered = akk_obligations_gathered (obligations, FALSE);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  gboolean one;

  for (guint i = 0; i < gathered->len; i++)
    if (asks (gathered->pdata[i], today) && group_of (gathered->pdata[i]) < AKK_TODAY_N_GROUPS)
      g_ptr_array_add (shown, gathered->pdata[i]);
  g_ptr_array_sort (shown, compare_obligations);
  one = of_one_agreement (shown);
  for (guint i = 0; i < shown->len; i++) {
    if (group_of (shown->pdata[i]) == AKK_TODAY_OBLIGATIONS)
      add_obligation (self, store, shown->pdata[i], !one);
    else
      add_term (self, store, shown->pdata[i], today);
  }
}

/* --- Signatures --- */

/* "Waiting for Laarne (2), Zele (2) and 3 others": whom the signatures wait for. */
static char *
waiting_words (const AkkSigning *signing)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < signing->rows->len; i++) {
    const AkkSigningRow *row = signing->rows->pdata[i];
    guint open = 0;

    for (guint j = 0; j < row->places->len; j++) {
      AkkGlyph glyph = akk_signing_place_glyph (row->places->pdata[j]);

      open += glyph != AKK_GLYPH_DONE && glyph != AKK_GLYPH_DIGITAL;
    }
    if (open == 0 || n++ >= MOST_NAMED)
      continue;
    g_string_append_printf (names, open > 1 ? "%s%s (%u)" : "%s%s", n > 1 ? ", " : "", row->name,
                            open);
  }
  if (n == 0)
    return g_strdup ("");
  if (n > MOST_NAMED)
    g_string_append_printf (names,
                            g_dngettext (NULL, " and %u other", " and %u others", n - MOST_NAMED),
                            n - MOST_NAMED);
  /* Translators: names of parties. */
  return g_strdup_printf (_ ("Waiting for %s"), names->str);
}

static int
compare_glyphs (gconstpointer a, gconstpointer b)
{
  static const int ranks[] = {
    [AKK_GLYPH_NONE] = 4,      [AKK_GLYPH_OPEN] = 2,     [AKK_GLYPH_BUSY] = 2,
    [AKK_GLYPH_DONE] = 0,      [AKK_GLYPH_DIGITAL] = 0,  [AKK_GLYPH_STOPPED] = 3,
    [AKK_GLYPH_ATTENTION] = 3, [AKK_GLYPH_OFFERED] = 1,  [AKK_GLYPH_PROPOSED] = 1,
    [AKK_GLYPH_REFUSED] = 3,   [AKK_GLYPH_MOVED_ON] = 4,
  };

  return ranks[*(const AkkGlyph *) a] - ranks[*(const AkkGlyph *) b];
}

static GArray *
segments_new (const AkkSigning *signing)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (AkkGlyph));

  for (guint i = 0; i < signing->rows->len; i++) {
    const AkkSigningRow *row = signing->rows->pdata[i];

    for (guint j = 0; j < row->places->len; j++) {
      AkkGlyph glyph = akk_signing_place_glyph (row->places->pdata[j]);

      g_array_append_val (glyphs, glyph);
    }
  }
  g_array_sort (glyphs, compare_glyphs);
  return glyphs;
}

void
akk_today_add_signatures (AkkToday *self, AkkStore *store)
{
  g_autoptr (GListModel) agreements = akk_store_list (store, &akk_agreement_record, NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (agreements); i++) {
    g_autoptr (AkkAgreement) agreement = g_list_model_get_item (agreements, i);
    g_autoptr (AkkSigning) signing = NULL;
    g_autofree char *term = NULL;
    g_autofree char *waiting = NULL;
    g_autofree char *refused = NULL;
    AkkTodayRow *row;

    if (agreement->stage != AKK_STAGE_DECISION && agreement->stage != AKK_STAGE_SIGNING)
      continue;
    signing = akk_signing_new (store, agreement, NULL);
    if (signing->version == NULL || signing->n_signed >= signing->n_places)
      continue;
    term = agreement_words (store, agreement->record.id);
    waiting = waiting_words (signing);
    refused =
        signing->n_refused > 0
            ? g_strdup_printf (g_dngettext (NULL, "%u refused", "%u refused", signing->n_refused),
                               signing->n_refused)
            : g_strdup ("");
    row = akk_today_add (
        self, AKK_TODAY_SIGNATURES,
        /* Translators: signatures, as in "13 of 18 signed". */
        g_strdup_printf (_ ("%u of %u signed"), signing->n_signed, signing->n_places),
        joined (waiting, refused), g_strdup (term));
    row->segments = segments_new (signing);
    row->place = (AkkPlace) { .agreement_id = agreement->record.id, .page = "signing" };
  }
}

/* --- Text that was taken over --- */

void
akk_today_add_reviews (AkkToday *self, AkkStore *store)
{
  g_autoptr (GListModel) agreements = akk_store_list (store, &akk_agreement_record, NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (agreements); i++) {
    g_autoptr (AkkAgreement) agreement = g_list_model_get_item (agreements, i);
    g_autoptr (AkkAgreement) before = NULL;
    g_autofree char *term = NULL, *source = NULL;
    AkkTodayRow *row;
    guint n;

    if (agreement->predecessor_id == 0 || agreement->stage >= AKK_STAGE_SIGNING)
      continue;
    n = akk_review_count_open (store, agreement);
    if (n == 0)
      continue;
    term = agreement_words (store, agreement->record.id);
    before = akk_store_get (store, &akk_agreement_record, agreement->predecessor_id);
    source = before != NULL
                 ? g_strdup_printf (_ ("Taken over from %s"), akk_agreement_name (before))
                 : g_strdup ("");
    row = akk_today_add (
        self, AKK_TODAY_TERMS,
        /* Translators: of an agreement, by its term: "2026–2031: 12 sections still to be read". */
        g_strdup_printf (g_dngettext (NULL, "%s: %u section still to be read",
                                      "%s: %u sections still to be read", n),
                         term, n),
        g_steal_pointer (&source), NULL);
    row->glyph = AKK_GLYPH_OPEN;
    row->place = (AkkPlace) { .agreement_id = agreement->record.id, .page = "text" };
  }
}
