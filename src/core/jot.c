/* What is noted at the keyboard while a meeting goes on: one line each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/jot.h"

#include <glib/gi18n.h>

#include "core/action-edit.h"
#include "core/dossier.h"
#include "core/meetings.h"
#include "core/order.h"
#include "core/text.h"

struct _AkkJot {
  AkkStore *store;
  AkkMeeting *meeting;
  gint64 item_id;
  AkkJotKind kind;
  AkkRecord *record; /* NULL before the first letter; of a note the item, always */
  char *before; /* of a note: the minutes without it */
  char *text; /* of a note: its words, as they were typed */
};

/* What each kind is kept in. `who` is a party, `who_text` who else. */
static const struct {
  const AkkRecordType *type;
  const char *text, *who, *who_text, *when, *label;
} kinds[AKK_N_JOTS] = {
  [AKK_JOT_DECISION] = { &akk_decision_record, "text", "owner_id", "owner", "due_on",
                         N_ ("Note decision") },
  [AKK_JOT_ACTION] = { &akk_action_record, "title", "lead_id", "lead", "deadline",
                       N_ ("Note action") },
  [AKK_JOT_SIGNAL] = { &akk_signal_record, "title", NULL, "holder", NULL, N_ ("Note signal") },
  [AKK_JOT_PARKED] = { &akk_parked_record, "text", NULL, NULL, NULL, N_ ("Park subject") },
  [AKK_JOT_NOTE] = { &akk_agenda_item_record, "outcome", NULL, NULL, NULL, N_ ("Write note") },
};

AkkJot *
akk_jot_new (AkkStore *store, AkkMeeting *meeting, gint64 item_id, AkkJotKind kind)
{
  g_autoptr (AkkJot) self = g_new0 (AkkJot, 1);

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  self->item_id = item_id;
  self->kind = kind;
  self->text = g_strdup ("");
  if (kind == AKK_JOT_NOTE) {
    self->record = item_id != 0 ? akk_store_get (store, &akk_agenda_item_record, item_id) : NULL;
    if (self->record == NULL)
      return NULL;
    self->before = g_strdup (((AkkAgendaItem *) self->record)->outcome);
  }
  return g_steal_pointer (&self);
}

AkkJot *
akk_jot_resume (AkkStore *store, AkkMeeting *meeting, AkkRecord *record)
{
  for (guint i = 0; i < AKK_JOT_NOTE; i++)
    if (kinds[i].type == record->type) {
      const AkkField *item = akk_record_type_field (record->type, "item_id");
      AkkJot *self = akk_jot_new (store, meeting, akk_record_get_int (record, item), i);

      self->record = g_object_ref (record);
      return self;
    }
  g_return_val_if_reached (NULL);
}

void
akk_jot_free (AkkJot *self)
{
  g_clear_object (&self->record);
  g_object_unref (self->meeting);
  g_object_unref (self->store);
  g_free (self->before);
  g_free (self->text);
  g_free (self);
}

AkkJotKind
akk_jot_get_kind (const AkkJot *self)
{
  return self->kind;
}

AkkRecord *
akk_jot_get_record (const AkkJot *self)
{
  return self->record;
}

const char *
akk_jot_get_text (const AkkJot *self)
{
  if (self->kind == AKK_JOT_NOTE || self->record == NULL)
    return self->text;
  return akk_record_get_text (self->record,
                              akk_record_type_field (self->record->type, kinds[self->kind].text));
}

gboolean
akk_jot_has_who (const AkkJot *self)
{
  return kinds[self->kind].who_text != NULL;
}

gboolean
akk_jot_has_when (const AkkJot *self)
{
  return kinds[self->kind].when != NULL;
}

/* --- Writing --- */

static char *
last_position (AkkJot *self, const AkkRecordType *type)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->store, type, "meeting_id", self->meeting->record.id);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (AkkRecord) last = n > 0 ? g_list_model_get_item (list, n - 1) : NULL;
  const char *before =
      last != NULL ? akk_record_get_text (last, akk_record_type_field (type, "position")) : "";

  return akk_order_between (before, "");
}

static gint64
agreement_of (AkkJot *self)
{
  g_autoptr (AkkBody) body = akk_store_get (self->store, &akk_body_record, self->meeting->body_id);

  return body != NULL ? body->agreement_id : 0;
}

/* The record of the first letter, inside an action. */
static void
make_record (AkkJot *self, const char *text)
{
  const AkkRecordType *type = kinds[self->kind].type;
  gint64 agreement = agreement_of (self);

  if (self->kind == AKK_JOT_ACTION) {
    self->record = AKK_RECORD (akk_action_add (self->store, agreement, NULL, 0, text));
    akk_store_set_int (self->store, self->record, "item_id", self->item_id);
    return;
  }
  self->record = akk_record_new (type);
  g_object_set (self->record, "item-id", self->item_id, kinds[self->kind].text, text, NULL);
  if (self->kind == AKK_JOT_SIGNAL)
    g_object_set (self->record, "agreement-id", agreement, "body-id", self->meeting->body_id,
                  "raised-on", self->meeting->date, NULL);
  else {
    g_autofree char *position = last_position (self, type);

    g_object_set (self->record, "meeting-id", self->meeting->record.id, "position", position, NULL);
  }
  akk_store_add (self->store, self->record);
}

/* The minutes of the item with the words of the note as their last paragraph. */
static char *
minutes_with (AkkJot *self, const char *words)
{
  g_autoptr (AkkText) before = akk_text_parse (self->before);
  g_autoptr (AkkLine) line = akk_line_new (AKK_LINE_PARAGRAPH, 0, words, NULL, 0);
  g_autoptr (AkkText) after = akk_text_splice (before, before->n_lines, 0, &line, 1);

  return *words != '\0' ? akk_text_write (after) : g_strdup (self->before);
}

void
akk_jot_follow (AkkJot *self)
{
  if (self->kind == AKK_JOT_NOTE) {
    const char *outcome = ((AkkAgendaItem *) self->record)->outcome;
    g_autofree char *minutes = minutes_with (self, self->text);

    if (!g_str_equal (outcome, minutes)) {
      g_set_str (&self->before, outcome);
      g_set_str (&self->text, "");
    }
  } else if (self->record != NULL && self->record->deleted) {
    g_clear_object (&self->record);
  }
}

gboolean
akk_jot_set_text (AkkJot *self, const char *text, GError **error)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  gboolean made = FALSE, stored;

  if (g_str_equal (words, akk_jot_get_text (self)))
    return TRUE;
  akk_store_begin (self->store, kinds[self->kind].label);
  if (self->kind == AKK_JOT_NOTE) {
    g_autofree char *minutes = minutes_with (self, words);

    akk_store_set_text (self->store, self->record, "outcome", minutes);
  } else if (self->record == NULL) {
    make_record (self, words);
    made = TRUE;
  } else if (*words == '\0') {
    akk_store_delete (self->store, self->record);
  } else {
    akk_store_set_text (self->store, self->record, kinds[self->kind].text, words);
  }
  stored = akk_store_commit (self->store, error);
  if (self->kind == AKK_JOT_NOTE) {
    if (stored)
      g_set_str (&self->text, words);
  } else if (made ? !stored : stored && *words == '\0') {
    g_clear_object (&self->record);
  }
  return stored;
}

gboolean
akk_jot_set_who (AkkJot *self, AkkParty *party, const char *who, GError **error)
{
  const char *ref = kinds[self->kind].who, *text = kinds[self->kind].who_text;

  if (text == NULL || self->record == NULL)
    return TRUE;
  akk_store_begin (self->store, N_ ("Set who does it"));
  if (ref != NULL)
    akk_store_set_int (self->store, self->record, ref, party != NULL ? party->record.id : 0);
  akk_store_set_text (self->store, self->record, text,
                      (party == NULL || ref == NULL) && who != NULL ? who : "");
  if (self->kind == AKK_JOT_ACTION)
    akk_store_set_int (self->store, self->record, "lead_office_id", 0);
  return akk_store_commit (self->store, error);
}

gboolean
akk_jot_set_when (AkkJot *self, gint64 date, GError **error)
{
  if (kinds[self->kind].when == NULL || self->record == NULL)
    return TRUE;
  akk_store_begin (self->store, N_ ("Set by when"));
  akk_store_set_int (self->store, self->record, kinds[self->kind].when, date);
  return akk_store_commit (self->store, error);
}

gboolean
akk_jot_approve (AkkJot *self, GError **error)
{
  AkkDecision *decision = (AkkDecision *) self->record;

  if (self->kind != AKK_JOT_DECISION || decision == NULL || decision->state != AKK_DECISION_DRAFT)
    return TRUE;
  akk_store_begin (self->store, N_ ("Take decision"));
  akk_store_set_int (self->store, decision, "state", AKK_DECISION_TAKEN);
  if (*decision->number == '\0') {
    g_autofree char *number = akk_decision_next_number (self->store, self->meeting);

    akk_store_set_text (self->store, decision, "number", number);
  }
  return akk_store_commit (self->store, error);
}
