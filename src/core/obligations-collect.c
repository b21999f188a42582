/* What agreements say, as plain values of which obligations are a function.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/evaluation.h"
#include "core/obligations-private.h"
#include "core/plan.h"
#include "core/section.h"
#include "core/signing.h"
#include "core/store-values.h"

#define TERM_CLAUSE "{{clause:term}}"

const char *const akk_duty_plan_fields[] = { "agreement_id", "state",      "first_year",
                                             "last_year",    "meeting_id", NULL };
enum { P_ID, P_AGREEMENT, P_STATE, P_FIRST_YEAR, P_LAST_YEAR, P_MEETING, N_P };
const char *const akk_duty_report_fields[] = { "agreement_id", "year", "meeting_id", "adopted_on",
                                               NULL };
enum { R_ID, R_AGREEMENT, R_YEAR, R_MEETING, R_ADOPTED_ON, N_R };

void
akk_duty_drop_weighed (GPtrArray **weighed, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&weighed[i], g_ptr_array_unref);
}

static void
body_free (AkkDutyBody *body)
{
  g_ref_string_release (body->name);
  g_ref_string_release (body->rhythm);
  g_ref_string_release (body->source);
  g_ref_string_release (body->evaluation_source);
  g_array_unref (body->frequencies);
  g_array_unref (body->meetings);
  akk_duty_drop_weighed (body->weighed, AKK_DUTY_N_PARTS);
  g_free (body);
}

void
akk_duties_free (AkkDuties *self)
{
  g_ref_string_release (self->plan_source);
  g_ref_string_release (self->first_plan_source);
  g_ref_string_release (self->term_source);
  g_array_unref (self->plans);
  g_array_unref (self->reports);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->municipalities);
  g_hash_table_unref (self->slots);
  akk_duty_drop_weighed (&self->weighed, 1);
  akk_duty_drop_weighed (&self->weighed_figures, 1);
  g_free (self);
}

/* --- Sources --- */

static gsize
bare_length (const char *number)
{
  gsize length = strlen (number);

  while (length > 0 && (number[length - 1] == '.' || number[length - 1] == ')'))
    length--;
  return length;
}

/* "Deel IV, B. Werkgroep": the numbers of what it is part of, its own, its heading. */
static char *
section_words (GPtrArray *outline, gint64 id)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const AkkOutlineEntry *entry = NULL;
  guint i, depth;

  for (i = 0; i < outline->len && entry == NULL; i++)
    if (((const AkkOutlineEntry *) outline->pdata[i])->section->record.id == id)
      entry = outline->pdata[i];
  if (entry == NULL)
    return g_strdup ("");
  g_string_append (words, entry->number);
  if (*entry->number != '\0' && *entry->section->heading != '\0')
    g_string_append_c (words, ' ');
  g_string_append (words, entry->section->heading);
  /* A decimal path holds the numbers above it. */
  depth = entry->section->scheme == AKK_SCHEME_DECIMAL_PATH ? 1 : entry->depth;
  while (i-- > 0 && depth > 1) {
    const AkkOutlineEntry *above = outline->pdata[i];
    g_autofree char *before = NULL;

    if (above->depth >= depth)
      continue;
    depth = above->depth;
    before = g_strndup (above->number, bare_length (above->number));
    if (*before != '\0')
      g_string_prepend (g_string_prepend (words, ", "), before);
  }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
source_words (GPtrArray *outline, gint64 id)
{
  g_autofree char *words = id != 0 ? section_words (outline, id) : g_strdup ("");

  return g_ref_string_new (words);
}

/* Those of all rules, each once. */
static char *
body_source (GPtrArray *outline, const AkkDutyBody *body)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 last = 0;

  for (guint i = 0; i < body->frequencies->len; i++) {
    gint64 id = g_array_index (body->frequencies, AkkFrequency, i).section_id;
    g_autofree char *one = id != 0 && id != last ? section_words (outline, id) : g_strdup ("");

    if (*one != '\0' && words->len > 0)
      g_string_append (words, "; ");
    g_string_append (words, one);
    last = id;
  }
  if (body->frequencies->len == 0)
    return source_words (outline, body->section_id);
  return g_ref_string_new (words->str);
}

gboolean
akk_duty_is_term (const char *text)
{
  return strstr (text, TERM_CLAUSE) != NULL;
}

static gint64
find_term (GPtrArray *outline)
{
  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];

    if (akk_duty_is_term (entry->section->body))
      return entry->section->record.id;
  }
  return 0;
}

static void
name_sources (AkkStore *store, AkkDuties *duties, AkkAgreement *agreement)
{
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, akk_agreement_language (agreement));

  duties->plan_source = source_words (outline, duties->plan_section_id);
  duties->first_plan_source = source_words (outline, duties->first_plan_section_id);
  duties->term_section_id = find_term (outline);
  duties->term_source = source_words (outline, duties->term_section_id);
  for (guint i = 0; i < duties->bodies->len; i++) {
    AkkDutyBody *body = duties->bodies->pdata[i];

    body->source = body_source (outline, body);
    body->evaluation_source = source_words (outline, body->evaluation_section_id);
  }
}

/* --- Agreements --- */

/* The day on which the last one signed what was frozen; of an agreement that was signed elsewhere,
 * its start. */
static gint64
signing_day (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (AkkSigning) signing = NULL;
  g_autoptr (AkkVersion) version = NULL;

  /* Nothing else depends on it. */
  if (agreement->first_plan_months <= 0 && !agreement->starts_at_signing)
    return AKK_NO_DATE;
  version = akk_version_newest (store, agreement);
  if (version == NULL)
    return agreement->stage >= AKK_STAGE_RUNNING ? agreement->starts_on : AKK_NO_DATE;
  signing = akk_signing_new (store, agreement, version);
  return signing->n_places > 0 && signing->n_signed == signing->n_places ? signing->last_signed_on
                                                                         : AKK_NO_DATE;
}

static gint64
start_of (AkkAgreement *agreement, gint64 signed_on)
{
  if (agreement->starts_at_signing &&
      (signed_on != AKK_NO_DATE || agreement->stage < AKK_STAGE_RUNNING))
    return signed_on;
  return agreement->starts_on;
}

static void
add_plans (AkkStore *store, AkkDuties *duties)
{
  g_autoptr (GArray) values = akk_store_values (store, &akk_plan_record, akk_duty_plan_fields,
                                                "agreement_id", duties->id, NULL);

  for (guint i = 0; i + N_P <= values->len; i += N_P) {
    const gint64 *row = &g_array_index (values, gint64, i);
    AkkDutyPlan plan = { row[P_FIRST_YEAR], row[P_LAST_YEAR], row[P_MEETING] };

    if (row[P_STATE] != AKK_PLAN_CONCEPT)
      g_array_append_val (duties->plans, plan);
  }
}

/* By their ids: two copies of a dossier may both have begun the report of a year. */
static int
compare_reports (gconstpointer a, gconstpointer b)
{
  const AkkDutyReport *one = a, *two = b;

  return one->id < two->id ? -1 : one->id > two->id;
}

static void
add_reports (AkkStore *store, AkkDuties *duties)
{
  g_autoptr (GArray) values = akk_store_values (
      store, &akk_evaluation_record, akk_duty_report_fields, "agreement_id", duties->id, NULL);

  for (guint i = 0; i + N_R <= values->len; i += N_R) {
    const gint64 *row = &g_array_index (values, gint64, i);
    AkkDutyReport report = { row[R_ID], row[R_YEAR], row[R_MEETING], row[R_ADOPTED_ON] };

    g_array_append_val (duties->reports, report);
  }
  g_array_sort (duties->reports, compare_reports);
}

static void
add_body (AkkDuties *duties, AkkBody *record)
{
  AkkDutyBody *body = g_new0 (AkkDutyBody, 1);

  body->id = record->record.id;
  body->name = g_ref_string_new (record->name);
  body->rhythm = g_ref_string_new (record->rhythm);
  body->evaluates = record->evaluates != 0;
  body->frequencies = akk_frequencies (record);
  body->section_id = record->section_id;
  body->evaluation_section_id = record->evaluation_section_id;
  body->meetings = g_array_new (FALSE, FALSE, sizeof (AkkDutyMeeting));
  g_ptr_array_add (duties->bodies, body);
}

void
akk_duties_term (AkkStore *store, AkkAgreement *agreement, gint64 *start, gint64 *end)
{
  *start = start_of (agreement, signing_day (store, agreement));
  *end = agreement->indefinite ? AKK_NO_DATE : agreement->ends_on;
}

AkkDuties *
akk_duties_new (AkkStore *store, AkkAgreement *agreement)
{
  AkkDuties *duties = g_new0 (AkkDuties, 1);
  g_autoptr (GListModel) bodies =
      akk_store_list (store, &akk_body_record, "agreement_id", agreement->record.id);

  duties->id = agreement->record.id;
  duties->ended = agreement->stage == AKK_STAGE_ENDED;
  duties->signed_on = signing_day (store, agreement);
  duties->start = start_of (agreement, duties->signed_on);
  duties->indefinite = agreement->indefinite != 0;
  duties->end = duties->indefinite ? AKK_NO_DATE : agreement->ends_on;
  duties->notice_months = agreement->notice_months;
  duties->yearly_plan = agreement->yearly_plan != 0;
  duties->first_plan_months = agreement->first_plan_months;
  duties->plan_section_id = agreement->plan_section_id;
  duties->first_plan_section_id = agreement->first_plan_section_id;
  duties->plans = g_array_new (FALSE, FALSE, sizeof (AkkDutyPlan));
  add_plans (store, duties);
  duties->reports = g_array_new (FALSE, FALSE, sizeof (AkkDutyReport));
  add_reports (store, duties);
  duties->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_duty_indicator_free);
  duties->municipalities = g_ptr_array_new_with_free_func (g_free);
  duties->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  duties->bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) body_free);
  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);

    add_body (duties, body);
  }
  name_sources (store, duties, agreement);
  return duties;
}
