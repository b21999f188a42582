/* The columns in which actions leave and enter the dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/action-columns-private.h"
#include "core/commitments.h"
#include "core/date-text.h"
#include "core/dates.h"
#include "core/parties.h"
#include "core/party.h"
#include "core/plan.h"
#include "core/priority.h"
#include "core/tabular.h"

typedef enum {
  COLUMN_TEXT,
  COLUMN_DATE,
  COLUMN_CHOICE, /* words: the phrases `words`-CODE */
  COLUMN_PARTY,
  COLUMN_PRIORITY,
  COLUMN_PLAN,
  COLUMN_FUNCTION, /* an office of the party that leads, by its function */
  COLUMN_CONTACT, /* an office, by person and function */
  COLUMN_PARTNERS,
  COLUMN_COMMITMENTS,
  COLUMN_SUCCESSOR, /* an action, by its number */
  COLUMN_ID,
} ColumnKind;

struct _AkkActionColumn {
  ColumnKind kind;
  const char *key; /* of the phrase that is its head */
  const char *field;
  const char *words;
};

static const AkkActionColumn columns[] = {
  { COLUMN_TEXT, "column-number", "number", NULL },
  { COLUMN_TEXT, "column-title", "title", NULL },
  { COLUMN_TEXT, "column-description", "description", NULL },
  { COLUMN_PLAN, "column-plan", "plan_id", NULL },
  { COLUMN_PRIORITY, "column-priority", "priority_id", NULL },
  { COLUMN_CHOICE, "column-kind", "kind", "action-kind" },
  { COLUMN_PARTY, "column-municipality", "municipality_id", NULL },
  { COLUMN_TEXT, "column-target-groups", "target_groups", NULL },
  { COLUMN_TEXT, "column-domains", "domains", NULL },
  { COLUMN_TEXT, "column-policies", "policies", NULL },
  { COLUMN_PARTY, "column-lead", "lead_id", NULL },
  { COLUMN_FUNCTION, "column-function", "lead_office_id", NULL },
  { COLUMN_TEXT, "column-who", "lead", NULL },
  { COLUMN_PARTNERS, "column-partners", NULL, NULL },
  { COLUMN_COMMITMENTS, "column-commitments", NULL, NULL },
  { COLUMN_CONTACT, "column-contact", "contact_id", NULL },
  { COLUMN_TEXT, "column-means", "means", NULL },
  { COLUMN_DATE, "column-start", "starts_on", NULL },
  { COLUMN_DATE, "column-deadline", "deadline", NULL },
  { COLUMN_DATE, "column-follow-up", "follow_up", NULL },
  { COLUMN_CHOICE, "column-status", "status", "action" },
  { COLUMN_TEXT, "column-reason", "reason", NULL },
  { COLUMN_SUCCESSOR, "column-successor", "successor_id", NULL },
  { COLUMN_TEXT, "column-progress", "progress", NULL },
  { COLUMN_DATE, "column-news", "reported_on", NULL },
  { COLUMN_TEXT, "column-note", "note", NULL },
  { COLUMN_ID, "column-id", NULL, NULL },
};
#define N_COLUMNS G_N_ELEMENTS (columns)

/* --- Heads --- */

const AkkActionColumn *
akk_action_column (guint index)
{
  return index < N_COLUMNS ? &columns[index] : NULL;
}

const char *
akk_action_column_head (const AkkActionColumn *self, AkkPhrases *phrases)
{
  return akk_phrases_get (phrases, self->key);
}

gboolean
akk_action_column_is_id (const AkkActionColumn *self)
{
  return self->kind == COLUMN_ID;
}

gboolean
akk_action_column_is_number (const AkkActionColumn *self)
{
  return self == &columns[0];
}

gboolean
akk_action_column_is_beside (const AkkActionColumn *self)
{
  return self->kind == COLUMN_PARTNERS || self->kind == COLUMN_COMMITMENTS;
}

const AkkActionColumn *
akk_action_column_find (const char *head, AkkPhrases *phrases)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (akk_same_words (head, akk_action_column_head (&columns[i], phrases)))
      return &columns[i];
  return NULL;
}

static gint64
lead_organisation (AkkStore *store, const AkkAction *action)
{
  g_autoptr (AkkParty) party = akk_store_get (store, &akk_party_record, action->lead_id);

  return party != NULL ? party->organisation_id : 0;
}

AkkActionCells *
akk_action_cells_new (AkkStore *store, gint64 agreement_id, AkkPhrases *phrases)
{
  g_autoptr (AkkAgreement) agreement = akk_store_get (store, &akk_agreement_record, agreement_id);
  g_autoptr (AkkFieldSource) fields = akk_field_source_new (store, agreement, phrases);
  AkkActionCells *self = g_new0 (AkkActionCells, 1);

  self->store = g_object_ref (store);
  self->phrases = phrases;
  self->commitments = akk_commitments_load (store, agreement, fields);
  self->names = akk_commitment_names_new (self->commitments);
  return self;
}

void
akk_action_cells_free (AkkActionCells *self)
{
  g_ptr_array_unref (self->commitments);
  g_ptr_array_unref (self->names);
  g_clear_object (&self->store);
  g_free (self);
}

/* --- Writing --- */

static char *
choice_word (const AkkActionColumn *self, const AkkChoice *choice, AkkPhrases *phrases)
{
  g_autofree char *key = g_strdup_printf ("%s-%s", self->words, choice->code);

  return g_strdup (akk_phrases_get (phrases, key));
}

static char *
write_choice (const AkkActionColumn *self, const AkkField *field, gint64 value, AkkPhrases *phrases)
{
  for (const AkkChoice *choice = field->values; choice->code != NULL; choice++)
    if (choice->value == value)
      return choice_word (self, choice, phrases);
  return g_strdup ("");
}

char *
akk_action_column_write (const AkkActionColumn *self,
                         const AkkActionCells *cells,
                         const AkkAction *action)
{
  AkkStore *store = cells->store;
  const AkkField *field =
      self->field != NULL ? akk_record_type_field (&akk_action_record, self->field) : NULL;
  gint64 value =
      field != NULL && field->kind != AKK_FIELD_TEXT ? akk_record_get_int (action, field) : 0;

  switch (self->kind) {
  case COLUMN_TEXT:
    return g_strdup (akk_record_get_text (action, field));
  case COLUMN_DATE:
    return akk_date_format (value);
  case COLUMN_CHOICE:
    return write_choice (self, field, value, cells->phrases);
  case COLUMN_PARTY:
    return akk_party_short_name (store, value);
  case COLUMN_PRIORITY: {
    g_autoptr (AkkPriority) priority = akk_store_get (store, &akk_priority_record, value);

    return g_strdup (priority != NULL ? priority->title : "");
  }
  case COLUMN_PLAN: {
    g_autoptr (AkkPlan) plan = akk_store_get (store, &akk_plan_record, value);

    return plan != NULL ? akk_plan_years (plan) : g_strdup ("");
  }
  case COLUMN_FUNCTION:
    return akk_office_name (store, value, FALSE);
  case COLUMN_CONTACT:
    return akk_office_name (store, value, TRUE);
  case COLUMN_SUCCESSOR:
    return akk_successor_name (store, value);
  case COLUMN_PARTNERS:
    return akk_partners_write (store, action->record.id);
  case COLUMN_COMMITMENTS:
    return akk_commitments_write (cells, action->record.id);
  case COLUMN_ID:
    return g_strdup_printf ("%" G_GINT64_FORMAT, action->record.id);
  }
  return g_strdup ("");
}

GPtrArray *
akk_action_table (AkkActionRows *rows, const GArray *indices, AkkPhrases *phrases)
{
  g_autoptr (AkkActionCells) context = akk_action_cells_new (
      akk_action_rows_store (rows), akk_action_rows_agreement_id (rows), phrases);
  GPtrArray *table = akk_tabular_new ();
  char **head = g_new0 (char *, N_COLUMNS + 1);

  for (guint i = 0; i < N_COLUMNS; i++)
    head[i] = g_strdup (akk_action_column_head (&columns[i], phrases));
  akk_tabular_add (table, head);
  for (guint k = 0; k < indices->len; k++) {
    const AkkActionRow *row = akk_action_rows_row (rows, g_array_index (indices, guint, k));
    g_autoptr (AkkAction) action = akk_store_get (context->store, &akk_action_record, row->id);
    char **cells = g_new0 (char *, N_COLUMNS + 1);

    for (guint i = 0; i < N_COLUMNS; i++)
      cells[i] = akk_action_column_write (&columns[i], context, action);
    akk_tabular_add (table, cells);
  }
  return table;
}

/* --- Reading --- */

static gboolean
read_choice (const AkkActionColumn *self,
             const AkkField *field,
             const char *cell,
             AkkPhrases *phrases,
             gint64 *value,
             char **problem)
{
  g_autoptr (GString) words = g_string_new (NULL);

  *value = field->values[0].value;
  for (const AkkChoice *choice = field->values; choice->code != NULL; choice++) {
    g_autofree char *word = choice_word (self, choice, phrases);

    if (*cell == '\0' || akk_same_words (cell, word) || akk_same_words (cell, choice->code)) {
      *value = choice->value;
      return TRUE;
    }
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
  }
  *problem = g_strdup_printf (_ ("“%s” is none of these: %s."), cell, words->str);
  return FALSE;
}

/* The id of what a name stands for; 0 with `problem`. */
static gint64
read_name (const AkkActionColumn *self,
           AkkStore *store,
           const AkkAction *action,
           const char *cell,
           char **problem)
{
  gint64 id = 0;

  switch (self->kind) {
  case COLUMN_PARTY:
    id = akk_party_by_name (store, action->agreement_id, cell);
    if (id == 0)
      *problem =
          g_strdup_printf (_ ("“%s” is no party of the agreement. Write the short name, as on "
                              "the page Parties."),
                           cell);
    break;
  case COLUMN_PRIORITY:
    id = akk_priority_by_name (store, action->agreement_id, cell);
    if (id == 0)
      *problem = g_strdup_printf (_ ("“%s” is no priority of the agreement. Write its title or its "
                                     "number."),
                                  cell);
    break;
  case COLUMN_PLAN:
    id = akk_plan_by_years (store, action->agreement_id, cell);
    if (id == 0)
      *problem =
          g_strdup_printf (_ ("There is no action plan for “%s”. Make it first, or empty the "
                              "cell."),
                           cell);
    break;
  case COLUMN_FUNCTION:
    id = akk_office_by_name (store, lead_organisation (store, action), cell, FALSE);
    if (id == 0)
      *problem = g_strdup_printf (_ ("Nobody of the party that leads has the function “%s”. Add it "
                                     "on the page Partners, or empty the cell."),
                                  cell);
    break;
  case COLUMN_SUCCESSOR:
    id = akk_successor_by_name (store, action, cell);
    if (id == 0)
      *problem = g_strdup_printf (_ ("There is no other action “%s” that this one can go on as. "
                                     "Write its number, or empty the cell."),
                                  cell);
    break;
  default:
    id = akk_office_by_name (store, 0, cell, TRUE);
    if (id == 0)
      *problem = g_strdup_printf (_ ("“%s” is not in the register. Write name and function, as "
                                     "“Name, function”, or empty the cell."),
                                  cell);
    break;
  }
  return id;
}

gboolean
akk_action_column_read (const AkkActionColumn *self,
                        const AkkActionCells *cells,
                        AkkAction *action,
                        const char *cell,
                        char **problem)
{
  const AkkField *field =
      self->field != NULL ? akk_record_type_field (&akk_action_record, self->field) : NULL;
  gint64 value = 0;

  *problem = NULL;
  switch (self->kind) {
  case COLUMN_TEXT:
    akk_record_set_text (action, field, cell);
    return TRUE;
  case COLUMN_ID:
  case COLUMN_PARTNERS:
  case COLUMN_COMMITMENTS:
    return TRUE;
  case COLUMN_DATE:
    value = *cell != '\0' ? akk_date_read (cell) : AKK_NO_DATE;
    if (*cell != '\0' && value == AKK_NO_DATE)
      *problem = g_strdup_printf (_ ("“%s” is no day. Write it as 31/12/2025."), cell);
    break;
  case COLUMN_CHOICE:
    if (!read_choice (self, field, cell, cells->phrases, &value, problem))
      return FALSE;
    break;
  default: {
    g_autofree char *now = akk_action_column_write (self, cells, action);

    /* Names are not unique: it stays who it is. A function is sought again, at the one who leads.
     */
    if (self->kind != COLUMN_FUNCTION && g_str_equal (cell, now))
      return TRUE;
    value = *cell != '\0' ? read_name (self, cells->store, action, cell, problem) : 0;
    break;
  }
  }
  if (*problem != NULL)
    return FALSE;
  akk_record_set_int (action, field, value);
  return TRUE;
}

char *
akk_action_column_read_beside (const AkkActionColumn *self,
                               const AkkActionCells *cells,
                               const char *cell,
                               char **problem)
{
  *problem = NULL;
  return self->kind == COLUMN_COMMITMENTS ? akk_commitments_read (cells, cell, problem)
                                          : g_strdup (cell);
}

void
akk_action_column_apply_beside (const AkkActionColumn *self,
                                const AkkActionCells *cells,
                                const AkkAction *action,
                                const char *cell)
{
  if (self->kind == COLUMN_COMMITMENTS)
    akk_commitments_apply (cells, action, cell);
  else
    akk_partners_apply (cells->store, action, cell);
}
