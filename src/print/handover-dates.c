/* The handover sheet: where things are, and the days ahead.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/handover-internal.h"

#include "core/control-code.h"
#include "core/dates.h"
#include "core/lineage.h"
#include "print/meeting-words.h"

#define BREAK AKK_HANDOVER_BREAK
#define MOST_DATES 14

static char *
number_words (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* --- Where things are --- */

static void
add_fact (AkkSheetTable *table, const char *key, const char *value)
{
  const char *const cells[] = { akk_phrases_get (table->sheet->phrases, key), value };

  if (value != NULL && *value != '\0')
    akk_sheet_table_add (table, cells);
}

/* "Laarne en Zele": who did not sign yet. */
static char *
waiting_words (AkkPhrases *phrases, const AkkSigning *signing)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < signing->rows->len; i++) {
    const AkkSigningRow *row = signing->rows->pdata[i];
    gboolean waits = FALSE;
    for (guint j = 0; j < row->places->len; j++) {
      const AkkSigningPlace *place = row->places->pdata[j];
      waits |= place->signature == NULL || !akk_signature_done (place->signature);
    }
    if (waits)
      g_strv_builder_add (builder, row->name);
  }
  names = g_strv_builder_end (builder);
  return akk_phrases_list (phrases, "list", names);
}

/* "12 van 18 handtekeningen, één geweigerd; nog van Laarne en Zele"; NULL: nobody has to sign. */
static char *
signatures_words (AkkPhrases *phrases, const AkkSigning *signing)
{
  g_autofree char *given = number_words (signing->n_signed);
  g_autofree char *all = number_words (signing->n_places);
  g_autofree char *waiting = waiting_words (phrases, signing);
  g_autofree char *count = NULL, *refused = NULL;

  if (signing->n_places == 0)
    return NULL;
  if (signing->n_signed == signing->n_places)
    return akk_phrases_format (phrases, "handover-signed-all", "all", all, NULL);
  count = akk_phrases_number (phrases, signing->n_refused);
  refused = signing->n_refused > 0
                ? akk_phrases_format (phrases, "handover-refused", "count", count, NULL)
                : g_strdup ("");
  return akk_phrases_format (phrases, "handover-signed", "given", given, "all", all, "refused",
                             refused, "names", waiting, NULL);
}

static char *
signing_words (AkkHandoverSheet *self)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkSigning *signing = self->facts->signing;
  g_autofree char *number = NULL, *date = NULL, *code = NULL, *version = NULL, *given = NULL;

  if (signing->version == NULL)
    return g_strdup (akk_phrases_get (phrases, "handover-no-version"));
  number = number_words (signing->version->number);
  date = akk_phrases_date (phrases, signing->version->frozen_on);
  code = akk_control_code_format (signing->version->code);
  version = akk_phrases_format (phrases, "handover-version", "number", number, "date", date, "code",
                                code, NULL);
  given = signatures_words (phrases, signing);
  return g_strconcat (version, given != NULL ? "; " : "", given, NULL);
}

/* "Samenwerkingsovereenkomst 2026–2031: in ondertekening, 12 van de 18 handtekeningen". */
static char *
neighbour_words (AkkPhrases *phrases, const AkkAgreement *agreement, const AkkSigning *signing)
{
  static const char *const stages[] = { "handover-concept", "handover-decision", "handover-signing",
                                        "handover-running", "handover-ended" };
  gint64 stage;
  g_autofree char *given = NULL;

  if (agreement == NULL)
    return NULL;
  stage = CLAMP (agreement->stage, 0, (gint64) G_N_ELEMENTS (stages) - 1);
  if (signing != NULL && signing->version != NULL)
    given = signatures_words (phrases, signing);
  return g_strdup_printf (
      "%s: %s%s%s", *agreement->short_title != '\0' ? agreement->short_title : agreement->title,
      akk_phrases_get (phrases, stages[stage]), given != NULL ? ", " : "",
      given != NULL ? given : "");
}

/* "2008–2012, 2013 (informeel voortgezet), 2014–2018": only of a line that is longer than its
 * neighbours, or has gaps. */
static char *
line_words (AkkHandoverSheet *self)
{
  g_autoptr (GPtrArray) steps = akk_lineage_new (self->sheet.store, self->sheet.agreement);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; steps->len > 2 && i < steps->len; i++) {
    const AkkLineageStep *step = steps->pdata[i];
    g_autofree char *years = akk_lineage_years (step);
    g_autofree char *gap =
        step->agreement == NULL
            ? akk_phrases_format (self->sheet.phrases, "handover-gap", "years", years, NULL)
            : NULL;

    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", gap != NULL ? gap : years);
  }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
plan_words (AkkHandoverSheet *self)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkPlan *plan = self->facts->plan;
  g_autofree char *years = NULL, *date = NULL, *stand = NULL;

  if (plan == NULL)
    return g_strdup (akk_phrases_get (phrases, "handover-no-plan"));
  years = akk_plan_years (plan);
  if (self->facts->plan_meeting != NULL) {
    date = akk_phrases_date (phrases, self->facts->plan_meeting->date);
    stand = akk_phrases_format (phrases, "handover-adopted-on", "date", date, NULL);
  } else {
    stand = g_strdup (akk_phrases_get (
        phrases, plan->state == AKK_PLAN_CONCEPT ? "handover-draft" : "handover-adopted"));
  }
  return g_strdup_printf ("%s, %s", years, stand);
}

static char *
minutes_words (AkkHandoverSheet *self)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkMeeting *meeting = self->facts->last_meeting;
  guint n = self->facts->n_unapproved;
  g_autofree char *title = NULL, *count = NULL, *open = NULL;

  if (meeting == NULL || self->facts->last_body == NULL)
    return g_strdup (akk_phrases_get (phrases, "handover-no-minutes"));
  title = akk_words_meeting (phrases, self->facts->last_body, meeting);
  count = akk_phrases_number (phrases, n);
  if (n > 0)
    open = n == 1 ? g_strdup (akk_phrases_get (phrases, "handover-unapproved-one"))
                  : akk_phrases_format (phrases, "handover-unapproved", "count", count, NULL);
  return g_strconcat (title, open != NULL ? "; " : "", open, NULL);
}

static char *
report_words (AkkHandoverSheet *self)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkEvaluation *report = self->facts->report, *ahead = self->facts->report_ahead;
  g_autofree char *adopted = NULL, *writing = NULL;

  if (report != NULL) {
    g_autofree char *year = number_words (report->year);
    g_autofree char *date = akk_phrases_date (phrases, report->adopted_on);
    g_autofree char *stand =
        *date != '\0' ? akk_phrases_format (phrases, "handover-adopted-on", "date", date, NULL)
                      : g_strdup (akk_phrases_get (phrases, "handover-adopted"));
    adopted = g_strdup_printf ("%s, %s", year, stand);
  }
  if (ahead != NULL) {
    g_autofree char *year = number_words (ahead->year);
    writing = akk_phrases_format (phrases, "handover-writing", "year", year, NULL);
  }
  if (adopted == NULL && writing == NULL)
    return g_strdup (akk_phrases_get (phrases, "handover-no-report"));
  return g_strconcat (adopted != NULL ? adopted : "",
                      adopted != NULL && writing != NULL ? "; " : "", writing, NULL);
}

void
akk_handover_add_places (AkkHandoverSheet *self)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = 74, .bold = TRUE },
    { .x = AKK_PAGE_LEFT + 82, .width = AKK_FULL_WIDTH - 82 },
  };
  const AkkHandover *facts = self->facts;
  g_autofree char *signing = signing_words (self);
  g_autofree char *before = neighbour_words (self->sheet.phrases, facts->predecessor, NULL);
  g_autofree char *after =
      neighbour_words (self->sheet.phrases, facts->successor, facts->successor_signing);
  g_autofree char *plan = plan_words (self);
  g_autofree char *minutes = minutes_words (self);
  g_autofree char *report = report_words (self);
  g_autofree char *line = line_words (self);
  AkkSheetTable table;

  self->sheet.flow->after = AKK_SLOT;
  akk_sheet_table_begin (&table, &self->sheet, columns, G_N_ELEMENTS (columns), "", NULL);
  add_fact (&table, "handover-text", signing);
  add_fact (&table, "handover-line", line);
  add_fact (&table, "handover-before", before);
  add_fact (&table, "handover-after", after);
  add_fact (&table, "handover-plan", plan);
  add_fact (&table, "handover-minutes", minutes);
  add_fact (&table, "handover-report", report);
  akk_sheet_table_end (&table);
}

/* --- The days ahead --- */

static char *
with_detail (const char *first, const char *second)
{
  return second != NULL && *second != '\0' ? g_strconcat (first, " " BREAK, second, NULL)
                                           : g_strdup (first);
}

/* "10 van de 15 indicatoren volledig". */
static char *
count_words (AkkPhrases *phrases, const char *key, const AkkObligation *duty)
{
  g_autofree char *held = number_words (duty->held);
  g_autofree char *required = number_words (duty->required);

  if (duty->held < 0 || duty->required < 0)
    return NULL;
  return akk_phrases_format (phrases, key, "held", held, "required", required, NULL);
}

static char *
duty_words (AkkHandoverSheet *self, const AkkHandoverDate *it)
{
  static const char *const keys[] = {
    [AKK_OBLIGATION_MEETING] = "handover-call",
    [AKK_OBLIGATION_EVALUATION] = "handover-evaluate",
    [AKK_OBLIGATION_PLAN] = "handover-plan-of",
    [AKK_OBLIGATION_FIRST_PLAN] = "handover-first-plan",
    [AKK_OBLIGATION_END] = "handover-end",
    [AKK_OBLIGATION_NOTICE] = "handover-last-notice",
    [AKK_OBLIGATION_MINUTES] = "handover-approve",
    [AKK_OBLIGATION_FIGURES] = "handover-figures",
  };
  AkkPhrases *phrases = self->sheet.phrases;
  gint64 of = it->duty->from != AKK_NO_DATE ? it->duty->from : self->facts->day;
  int number;
  g_autofree char *year = NULL, *first = NULL, *detail = NULL;

  akk_date_to_ymd (of, &number, NULL, NULL);
  year = number_words (number);
  first = akk_phrases_format (phrases, keys[it->duty->kind], "year", year, "body",
                              it->body != NULL ? it->body->name : "", NULL);
  if (it->duty->kind == AKK_OBLIGATION_MEETING)
    detail = count_words (phrases, "handover-held", it->duty);
  else if (it->duty->kind == AKK_OBLIGATION_FIGURES)
    detail = count_words (phrases, "handover-complete", it->duty);
  else if (it->duty->kind == AKK_OBLIGATION_MINUTES && it->meeting != NULL && it->body != NULL)
    detail = akk_words_meeting (phrases, it->body, it->meeting);
  return with_detail (first, detail);
}

static const char *
stand_words (AkkHandoverSheet *self, const AkkHandoverDate *it)
{
  AkkPhrases *phrases = self->sheet.phrases;
  gboolean end = it->duty != NULL && it->duty->kind == AKK_OBLIGATION_END;

  if (it->duty == NULL)
    return akk_phrases_get (phrases, it->late ? "handover-meeting-over"
                                     : it->meeting->state == AKK_MEETING_INVITED
                                         ? "handover-invited"
                                         : "handover-not-invited");
  if (it->late)
    return akk_phrases_get (phrases, "handover-late");
  if (it->duty->kind == AKK_OBLIGATION_NOTICE) /* a right: nobody has to */
    return "";
  switch (it->duty->status) {
  case AKK_OBLIGATION_PLANNED:
    return akk_phrases_get (phrases, end ? "handover-followed" : "handover-planned");
  case AKK_OBLIGATION_DUE:
    return akk_phrases_get (phrases, end ? "handover-follow" : "handover-to-do");
  default:
    return "";
  }
}

/* Until all have signed, the first plans have a term and no day. */
static char *
day_words (AkkHandoverSheet *self, const AkkHandoverDate *it)
{
  AkkPhrases *phrases = self->sheet.phrases;
  gint64 months = self->sheet.agreement->first_plan_months;
  g_autofree char *count = NULL;

  if (it->day != AKK_NO_DATE)
    return akk_phrases_date (phrases, it->day);
  if (it->duty->kind != AKK_OBLIGATION_FIRST_PLAN || months < 1)
    return g_strdup (akk_phrases_get (phrases, "handover-no-day"));
  count = akk_phrases_number (phrases, months);
  return months == 1
             ? g_strdup (akk_phrases_get (phrases, "handover-after-signing-one"))
             : akk_phrases_format (phrases, "handover-after-signing", "months", count, NULL);
}

static void
add_date (AkkHandoverSheet *self, AkkSheetTable *table, const AkkHandoverDate *it)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *when =
      it->duty != NULL ? day_words (self, it) : akk_words_when (phrases, it->meeting);
  g_autofree char *what =
      it->duty != NULL ? duty_words (self, it)
                       : with_detail (it->body != NULL ? it->body->name : "", it->meeting->place);
  const char *stand = stand_words (self, it);
  const char *const cells[] = { when, what, *stand != '\0' ? stand : "–" };
  table->bold_cells = it->late ? 1 << 2 : 0;
  akk_sheet_table_add (table, cells);
}

void
akk_handover_add_dates (AkkHandoverSheet *self)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = 128 },
    { .x = AKK_PAGE_LEFT + 136, .width = 176, .lead = TRUE },
    { .x = AKK_PAGE_LEFT + 320, .width = AKK_FULL_WIDTH - 320 },
  };
  AkkPhrases *phrases = self->sheet.phrases;
  const GPtrArray *dates = self->facts->dates;
  const char *const heads[] = { akk_phrases_get (phrases, "handover-when"),
                                akk_phrases_get (phrases, "handover-what"),
                                akk_phrases_get (phrases, "decisions-state") };
  AkkSheetTable table;

  akk_handover_heading (self, akk_phrases_get (self->sheet.phrases, "handover-dates"));
  if (dates->len == 0) {
    akk_handover_nothing (self, "handover-dates-none");
    return;
  }
  akk_sheet_table_begin (&table, &self->sheet, columns, G_N_ELEMENTS (columns), "", heads);
  akk_sheet_table_about (&table, akk_phrases_get (phrases, "handover-dates"));
  table.row_heads = TRUE;
  for (guint i = 0; i < MIN (dates->len, MOST_DATES); i++)
    add_date (self, &table, dates->pdata[i]);
  akk_sheet_table_end (&table);
  akk_handover_more (self, dates->len, MOST_DATES, "handover-more-dates-one",
                     "handover-more-dates");
}
