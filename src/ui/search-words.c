/* How a hit of the search is named, and where it stands, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/search-words.h"

#include <glib/gi18n.h>

#include "core/action.h"
#include "core/agenda-item.h"
#include "core/agreement.h"
#include "core/attachment.h"
#include "core/body.h"
#include "core/contribution.h"
#include "core/decision.h"
#include "core/evaluation.h"
#include "core/indicator.h"
#include "core/log-entry.h"
#include "core/measurement.h"
#include "core/meeting.h"
#include "core/organisation.h"
#include "core/parties.h"
#include "core/plan.h"
#include "core/priority.h"
#include "core/section.h"
#include "core/signal-step.h"
#include "core/signal.h"
#include "ui/day.h"
#include "ui/record-words.h"

static void
append (GString *words, const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", more);
}

static void
append_day (GString *words, gint64 day)
{
  g_autofree char *text = akk_day_long (day);

  append (words, text);
}

/* --- The title --- */

static char *
part_words (AkkStore *store, const AkkEvaluationPart *part)
{
  g_autoptr (AkkPriority) priority =
      part->priority_id != 0 ? akk_store_get (store, &akk_priority_record, part->priority_id)
                             : NULL;

  return g_strdup (priority != NULL ? priority->title
                                    : akk_choice_label (akk_evaluation_part_kinds, part->kind));
}

/* The first of the line that people call by a name. */
static guint
named_index (AkkStore *store, const AkkSearchHit *hit, char **name)
{
  for (guint i = 0; i < hit->line->len; i++) {
    AkkRecord *record = hit->line->pdata[i];
    const AkkRecordType *type = record->type;
    gboolean named = type == &akk_meeting_record || type == &akk_action_record ||
                     type == &akk_office_record || type == &akk_party_record ||
                     akk_record_type_field (type, "title") != NULL ||
                     akk_record_type_field (type, "name") != NULL;

    if (type == &akk_evaluation_part_record)
      *name = part_words (store, hit->line->pdata[i]);
    else if (type == &akk_agenda_item_record)
      *name = g_strdup (((AkkAgendaItem *) record)->title);
    else if (named)
      *name = akk_record_words (store, record);
    else
      continue;
    return i;
  }
  *name = g_strdup (_ (((AkkRecord *) akk_search_hit_record (hit))->type->label));
  return 0;
}

char *
akk_search_title_words (AkkStore *store, const AkkSearchHit *hit)
{
  char *name;

  if (*hit->title != '\0')
    return g_strdup (hit->title);
  named_index (store, hit, &name);
  return name;
}

/* --- Where --- */

/* What the group does not say already. */
static gboolean
says_its_kind (const AkkRecordType *type)
{
  static const AkkRecordType *const plain[] = {
    &akk_section_record, &akk_decision_record,   &akk_action_record,    &akk_agenda_item_record,
    &akk_meeting_record, &akk_signal_record,     &akk_indicator_record, &akk_evaluation_part_record,
    &akk_office_record,  &akk_attachment_record, &akk_person_record,
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (plain[i] == type)
      return FALSE;
  return TRUE;
}

/* "burgemeester, Berlare": what a person is, of all that he or she is. */
static void
append_offices (GString *words, AkkStore *store, const AkkRecord *person)
{
  g_autoptr (GListModel) offices =
      akk_store_list (store, &akk_office_record, "person_id", person->id);

  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);
    g_autoptr (AkkOrganisation) organisation =
        akk_store_get (store, &akk_organisation_record, office->organisation_id);
    g_autofree char *text = NULL;

    if (organisation == NULL)
      continue;
    text = g_strdup_printf ("%s, %s", office->function, akk_organisation_short (organisation));
    append (words, text);
  }
}

/* What the record itself says of its place. */
static void
append_own (GString *words, AkkStore *store, const AkkSearchHit *hit)
{
  AkkRecord *record = akk_search_hit_record (hit);
  g_autofree char *party = NULL;

  if (hit->page > 0) {
    g_autofree char *page = g_strdup_printf (_ ("Page %u"), hit->page);

    append (words, page);
  }
  if (record->type == &akk_log_entry_record) {
    append_day (words, ((AkkLogEntry *) record)->date);
  } else if (record->type == &akk_signal_step_record) {
    append_day (words, ((AkkSignalStep *) record)->date);
  } else if (record->type == &akk_measurement_record) {
    const AkkMeasurement *measurement = (AkkMeasurement *) record;
    g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, measurement->year);

    append (words, year);
    if (measurement->party_id != 0)
      party = akk_party_short_name (store, measurement->party_id);
  } else if (record->type == &akk_contribution_record) {
    const AkkContribution *contribution = (AkkContribution *) record;

    party = contribution->party_id != 0 ? akk_party_short_name (store, contribution->party_id)
                                        : g_strdup (contribution->partner);
  }
  append (words, party);
}

static void
append_plan (GString *words, AkkStore *store, const AkkAction *action)
{
  g_autoptr (AkkPlan) plan =
      action->plan_id != 0 ? akk_store_get (store, &akk_plan_record, action->plan_id) : NULL;
  g_autofree char *years = plan != NULL ? akk_plan_years (plan) : NULL;
  /* Translators: which plan an action is in, as in "Action Plan 2025". */
  g_autofree char *text = years != NULL ? g_strdup_printf (_ ("Action Plan %s"), years) : NULL;

  append (words, text);
}

/* One of those above it. */
static void
append_above (GString *words, AkkStore *store, const AkkSearchHit *hit, AkkRecord *record)
{
  g_autofree char *name = NULL;

  if (record->type == &akk_body_record && akk_search_hit_find (hit, &akk_meeting_record) != NULL)
    return; /* the meeting says it */
  if (record->type == &akk_evaluation_record)
    name = g_strdup_printf (_ ("Evaluation Report %d"), (int) ((AkkEvaluation *) record)->year);
  else if (record->type == &akk_agenda_item_record)
    name = g_strdup (((AkkAgendaItem *) record)->title);
  else
    name = akk_record_words (store, record);
  append (words, name);
}

char *
akk_search_place_words (AkkStore *store, const AkkSearchHit *hit)
{
  AkkRecord *record = akk_search_hit_record (hit);
  AkkAction *action = akk_search_hit_find (hit, &akk_action_record);
  GString *words = g_string_new (NULL);
  guint titled = 0;

  if (*hit->title == '\0') {
    g_autofree char *name = NULL;

    titled = named_index (store, hit, &name);
  }
  /* From the large to the small. */
  for (guint i = hit->line->len - 1; i > 0; i--) {
    if (action != NULL && hit->line->pdata[i] == action)
      append_plan (words, store, action);
    if (i != titled)
      append_above (words, store, hit, hit->line->pdata[i]);
  }
  if (record == (AkkRecord *) action)
    append_plan (words, store, action);
  append (words, hit->part);
  if (says_its_kind (record->type))
    append (words, _ (record->type->label));
  if (record->type == &akk_person_record)
    append_offices (words, store, record);
  append_own (words, store, hit);
  return g_string_free_and_steal (words);
}

const char *
akk_search_reading_words (const AkkSearchHit *hit)
{
  switch (hit->reading) {
  case AKK_READING_BLANK:
    return _ ("Cannot be searched: it holds pictures of pages only");
  case AKK_READING_LOCKED:
    return _ ("Cannot be searched: it is protected by a password");
  case AKK_READING_DAMAGED:
    return _ ("Cannot be searched: it is damaged");
  case AKK_READING_TO_COME:
    return _ ("Its text is still being read");
  case AKK_READING_DONE:
  case AKK_READING_NO_PDF:
  default:
    return NULL;
  }
}
