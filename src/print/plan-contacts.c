/* Whom to turn to: the contacts of a priority or of a partner, in what stays inside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/contact.h"
#include "core/office.h"
#include "core/parties.h"
#include "core/person.h"
#include "print/plan-internal.h"

static const AkkSheetColumn columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 82, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 90, .width = 108 },
  { .x = AKK_PAGE_LEFT + 206, .width = 160 },
  { .x = AKK_PAGE_LEFT + 374, .width = AKK_FULL_WIDTH - 374 },
};

char *
akk_plan_person_words (AkkStore *store, gint64 office_id, char **reach)
{
  g_autoptr (AkkOffice) office =
      office_id != 0 ? akk_store_get (store, &akk_office_record, office_id) : NULL;
  g_autoptr (AkkPerson) person =
      office != NULL ? akk_store_get (store, &akk_person_record, office->person_id) : NULL;

  if (person == NULL) {
    *reach = g_strdup ("");
    return g_strdup ("");
  }
  *reach =
      g_strconcat (person->email, *person->email != '\0' && *person->phone != '\0' ? "\u2028" : "",
                   person->phone, NULL);
  return *office->function != '\0' ? g_strdup_printf ("%s, %s", person->name, office->function)
                                   : g_strdup (person->name);
}

/* Of which priority, or of which partner: what the page does not say already. */
static char *
subject_words (AkkPlanSheet *self, const AkkContact *contact, gint64 party_id)
{
  g_autoptr (AkkPriority) priority = NULL;

  if (party_id == 0)
    return akk_party_short_name (self->sheet.store, contact->party_id);
  priority = akk_store_get (self->sheet.store, &akk_priority_record, contact->priority_id);
  return priority != NULL ? akk_phrases_sentence (priority->title) : g_strdup ("");
}

static void
add_contact (AkkPlanSheet *self, AkkSheetTable *table, const AkkContact *contact, gint64 party_id)
{
  g_autofree char *reach = NULL;
  g_autofree char *who = akk_plan_person_words (self->sheet.store, contact->office_id, &reach);
  g_autofree char *subject = subject_words (self, contact, party_id);
  const char *const cells[] = { subject, who, reach, contact->answers_within };

  akk_sheet_table_add (table, cells);
}

/* Of the priority; of all that the agreement has for 0. */
static GListModel *
contacts_of (AkkPlanSheet *self, gint64 priority_id)
{
  return akk_store_list (self->sheet.store, &akk_contact_record, "priority_id", priority_id);
}

void
akk_plan_contacts (AkkPlanSheet *self, gint64 priority_id, gint64 party_id)
{
  AkkSheet *sheet = &self->sheet;
  AkkPhrases *phrases = sheet->phrases;
  GPtrArray *priorities = akk_action_rows_priorities (self->rows);
  const char *const heads[] = {
    akk_phrases_get (phrases, party_id != 0 ? "plan-ambition" : "plan-partner"),
    akk_phrases_get (phrases, "plan-contact"), akk_phrases_get (phrases, "plan-reach"),
    akk_phrases_get (phrases, "plan-answers")
  };
  gboolean begun = FALSE;
  AkkSheetTable table;

  for (guint i = 0; i < priorities->len; i++) {
    gint64 id = ((const AkkPriority *) priorities->pdata[i])->record.id;
    g_autoptr (GListModel) contacts =
        priority_id == 0 || id == priority_id ? contacts_of (self, id) : NULL;
    for (guint j = 0; contacts != NULL && j < g_list_model_get_n_items (contacts); j++) {
      g_autoptr (AkkContact) contact = g_list_model_get_item (contacts, j);
      if (party_id != 0 && contact->party_id != party_id)
        continue;
      if (!begun) {
        akk_sheet_line (sheet, akk_phrases_get (phrases, "plan-contacts"), AKK_LOOK_UNNUMBERED,
                        AKK_PAGE_LEFT, 1.5 * AKK_SLOT, "H2");
        sheet->flow->after = 3;
        akk_sheet_table_begin (&table, sheet, columns, G_N_ELEMENTS (columns), "", heads);
        akk_sheet_table_about (&table, akk_phrases_get (phrases, "plan-contacts"));
        table.row_heads = TRUE;
      }
      begun = TRUE;
      add_contact (self, &table, contact, party_id);
    }
  }
  if (begun)
    akk_sheet_table_end (&table);
}
