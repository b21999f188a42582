/* What people call a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/record-words.h"

#include <glib/gi18n.h>

#include "core/action.h"
#include "core/agenda-item.h"
#include "core/body.h"
#include "core/decision.h"
#include "core/meeting.h"
#include "core/plan.h"
#include "core/priority.h"
#include "core/text.h"
#include "ui/agreement-words.h"
#include "ui/day.h"
#include "ui/hour.h"
#include "ui/party-words.h"

const char *
akk_choice_label (const AkkChoice *choices, gint64 value)
{
  for (const AkkChoice *choice = choices; choice->code != NULL; choice++)
    if (choice->value == value)
      return _ (choice->label);
  return "";
}

char *
akk_person_words (const AkkPerson *person)
{
  const char *title = akk_choice_label (akk_title_forms, person->title_form);

  return person->title_form == AKK_TITLE_NONE ? g_strdup (person->name)
                                              : g_strdup_printf ("%s %s", title, person->name);
}

char *
akk_office_term_words (const AkkOffice *office)
{
  g_autofree char *from = akk_day_long (office->starts_on);
  g_autofree char *until = akk_day_long (office->ends_on);

  if (*from != '\0' && *until != '\0')
    return g_strdup_printf (_ ("from %s until %s"), from, until);
  if (*from != '\0')
    return g_strdup_printf (_ ("since %s"), from);
  if (*until != '\0')
    return g_strdup_printf (_ ("until %s"), until);
  return g_strdup ("");
}

static char *
office_words (AkkStore *store, const AkkOffice *office)
{
  g_autoptr (AkkPerson) person = akk_store_get (store, &akk_person_record, office->person_id);
  g_autofree char *term = akk_office_term_words (office);
  g_autofree char *who =
      g_strdup_printf ("%s, %s", person != NULL ? person->name : _ ("nobody"), office->function);

  return *term != '\0' ? g_strdup_printf ("%s (%s)", who, term) : g_steal_pointer (&who);
}

/* "Werkgroep, 18 February 2025". */
static char *
meeting_words (AkkStore *store, const AkkMeeting *meeting)
{
  g_autoptr (AkkBody) body = akk_store_get (store, &akk_body_record, meeting->body_id);
  g_autofree char *day = akk_day_long (meeting->date);

  return body != NULL ? g_strdup_printf ("%s, %s", body->name, day) : g_steal_pointer (&day);
}

/* "Kinderopvang (Werkgroep, 18 February 2025)". */
static char *
item_words (AkkStore *store, const AkkAgendaItem *item)
{
  g_autoptr (AkkMeeting) meeting = akk_store_get (store, &akk_meeting_record, item->meeting_id);
  g_autofree char *where = meeting != NULL ? meeting_words (store, meeting) : NULL;

  return where != NULL ? g_strdup_printf ("%s (%s)", item->title, where) : g_strdup (item->title);
}

/* "2025", "2020–2021, Meer mensen aan de slag". */
static char *
plan_words (AkkStore *store, const AkkPlan *plan)
{
  g_autoptr (AkkPriority) priority = akk_store_get (store, &akk_priority_record, plan->priority_id);
  g_autofree char *years = akk_plan_years (plan);

  return priority != NULL ? g_strdup_printf ("%s, %s", years, priority->title)
                          : g_steal_pointer (&years);
}

char *
akk_record_words (AkkStore *store, gconstpointer record)
{
  const AkkRecordType *type = AKK_RECORD (record)->type;

  if (type == &akk_office_record)
    return office_words (store, record);
  if (type == &akk_party_record)
    return akk_party_name (store, record);
  if (type == &akk_meeting_record)
    return meeting_words (store, record);
  if (type == &akk_plan_record)
    return plan_words (store, record);
  if (type == &akk_action_record) {
    const AkkAction *action = record;

    return *action->number != '\0' ? g_strdup_printf ("%s %s", action->number, action->title)
                                   : g_strdup (action->title);
  }
  if (type == &akk_decision_record) {
    const AkkDecision *decision = record;

    return *decision->number != '\0' ? g_strdup_printf ("%s %s", decision->number, decision->text)
                                     : g_strdup (decision->text);
  }
  if (type == &akk_agenda_item_record)
    return item_words (store, record);
  if (type == &akk_agreement_record) {
    g_autofree char *term = akk_agreement_term (record);

    return g_strdup_printf ("%s %s", akk_agreement_name (record), term);
  }
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == AKK_FIELD_TEXT && type->fields[i].search && !type->fields[i].body)
      return g_strdup (akk_record_get_text (record, &type->fields[i]));
  return g_strdup ("");
}

static char *
reference_words (AkkStore *store, const AkkField *field, gint64 id)
{
  g_autoptr (AkkRecord) record = akk_store_get (store, akk_record_type_find (field->table), id);

  return record != NULL && !record->deleted ? akk_record_words (store, record) : g_strdup ("");
}

char *
akk_field_words (AkkStore *store, gconstpointer record, const AkkField *field)
{
  gint64 value;

  if (field->body) {
    g_autoptr (AkkText) text = akk_text_parse (akk_record_get_text (record, field));

    return g_strchomp (akk_text_plain (text, NULL, NULL));
  }
  if (field->kind == AKK_FIELD_TEXT)
    return g_strdup (akk_record_get_text (record, field));
  value = akk_record_get_int (record, field);
  switch (field->kind) {
  case AKK_FIELD_ENUM:
    return g_strdup (akk_choice_label (field->values, value));
  case AKK_FIELD_DATE:
    return akk_day_long (value);
  case AKK_FIELD_TIME:
    return akk_hour_words (value);
  case AKK_FIELD_BOOL:
    return g_strdup (value ? _ ("yes") : _ ("no"));
  case AKK_FIELD_REF:
    return reference_words (store, field, value);
  default:
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);
  }
}
