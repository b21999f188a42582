/* The register of decisions over all meetings of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/agenda-item.h"
#include "core/body.h"
#include "core/decision.h"
#include "core/meetings.h"
#include "core/organisation.h"
#include "core/party.h"
#include "ui/day.h"
#include "ui/field-groups.h"
#include "ui/record-words.h"
#include "ui/register-page.h"

static const AkkFieldGroup result_group = {
  N_ ("What Became of It"),
  NULL,
  N_ ("Change decision"),
  { "state", "result", "successor_id", "due_on", "owner_id", "owner" },
};

/* One that is prepared for a meeting is no decision yet. */
static gboolean
belongs (const AkkDecision *decision, gboolean all)
{
  if (decision->state == AKK_DECISION_DRAFT)
    return FALSE;
  return all || decision->state == AKK_DECISION_TAKEN;
}

static GPtrArray *
collect (AkkStore *store, AkkAgreement *agreement, gboolean all)
{
  g_autoptr (GPtrArray) meetings = akk_meetings (store, agreement->record.id, 0);
  GPtrArray *decisions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = meetings->len; i-- > 0;) {
    AkkMeeting *meeting = meetings->pdata[i];
    g_autoptr (GListModel) list =
        akk_store_list (store, &akk_decision_record, "meeting_id", meeting->record.id);

    for (guint j = 0; j < g_list_model_get_n_items (list); j++) {
      g_autoptr (AkkDecision) decision = g_list_model_get_item (list, j);

      if (belongs (decision, all))
        g_ptr_array_add (decisions, g_steal_pointer (&decision));
    }
  }
  return decisions;
}

static AkkGlyph
glyph_of (const AkkDecision *decision, gint64 today)
{
  switch ((AkkDecisionState) decision->state) {
  case AKK_DECISION_CARRIED_OUT:
    return AKK_GLYPH_DONE;
  case AKK_DECISION_REPLACED:
  case AKK_DECISION_WITHDRAWN:
    return AKK_GLYPH_STOPPED;
  case AKK_DECISION_DRAFT:
  case AKK_DECISION_TAKEN:
  default:
    return decision->due_on != AKK_NO_DATE && decision->due_on < today ? AKK_GLYPH_ATTENTION
                                                                       : AKK_GLYPH_BUSY;
  }
}

static void
append (GString *words, const char *fact)
{
  if (*fact != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", fact);
}

static void
describe (
    AkkStore *store, gpointer record, gint64 today, AkkGlyph *glyph, char **title, char **subtitle)
{
  const AkkDecision *decision = record;
  g_autoptr (AkkMeeting) meeting = akk_store_get (store, &akk_meeting_record, decision->meeting_id);
  g_autoptr (AkkParty) owner = akk_store_get (store, &akk_party_record, decision->owner_id);
  g_autofree char *where = meeting != NULL ? akk_record_words (store, meeting) : g_strdup ("");
  g_autoptr (AkkOrganisation) organisation =
      owner != NULL ? akk_store_get (store, &akk_organisation_record, owner->organisation_id)
                    : NULL;
  GString *words = g_string_new (where);

  append (words, organisation != NULL ? akk_organisation_short (organisation) : "");
  append (words, decision->owner);
  if (decision->due_on != AKK_NO_DATE && decision->state == AKK_DECISION_TAKEN) {
    g_autofree char *day = akk_day_short (decision->due_on, today);
    g_autofree char *by =
        g_strdup_printf (decision->due_on < today ? _ ("was due by %s") : _ ("by %s"), day);

    append (words, by);
  }
  append (words, akk_choice_label (akk_decision_states, decision->state));
  append (words, decision->result);
  *glyph = glyph_of (decision, today);
  *title = akk_record_words (store, decision);
  *subtitle = g_string_free_and_steal (words);
}

static gint64
target (gpointer record)
{
  return ((const AkkDecision *) record)->meeting_id;
}

static gint64
thread (AkkStore *store, gpointer record)
{
  g_autoptr (AkkAgendaItem) item =
      akk_store_get (store, &akk_agenda_item_record, ((const AkkDecision *) record)->item_id);

  return item != NULL ? item->thread_id : 0;
}

static AkkRecordDialog *
edit (AkkStore *store, AkkAgreement *agreement, gpointer record)
{
  return akk_field_group_dialog_new (store, record, agreement->record.id, &result_group, NULL,
                                     NULL);
}

const AkkRegister akk_decisions_register = {
  .title = N_ ("Register of Decisions"),
  .empty = N_ ("No Decisions Yet"),
  .empty_hint = N_ ("Decisions that are taken at a meeting come here."),
  .collect = collect,
  .describe = describe,
  .show = "consultation.show-meeting",
  .target = target,
  .thread = thread,
  .edit = edit,
};
