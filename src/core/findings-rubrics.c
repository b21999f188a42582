/* What an agreement does not speak of though it should.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/contact.h"
#include "core/findings-private.h"
#include "core/indicator.h"
#include "core/priority.h"
#include "core/rubrics.h"

/* A text that has hardly begun lacks everything. */
#define BEGUN_SECTIONS 4

static gboolean
has_records (AkkFinder *self, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GListModel) list = akk_store_list (self->store, type, ref, id);

  return g_list_model_get_n_items (list) > 0;
}

static gboolean
has_contacts (AkkFinder *self)
{
  g_autoptr (GListModel) priorities = akk_store_list (self->store, &akk_priority_record,
                                                      "agreement_id", self->agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++) {
    g_autoptr (AkkPriority) priority = g_list_model_get_item (priorities, i);
    if (has_records (self, &akk_contact_record, "priority_id", priority->record.id))
      return TRUE;
  }
  return FALSE;
}

typedef struct {
  GStrv words;
  gboolean found;
} Mention;

static void
visit_mention_cb (
    AkkFinder *self, const AkkLine *line, AkkSection *section, guint index, gpointer data)
{
  Mention *it = data;

  it->found = it->found || akk_finder_mentions (it->words, line->text);
}

static gboolean
speaks_of (AkkFinder *self, const char *key)
{
  g_auto (GStrv) words = akk_finder_words (self, key);
  Mention it = { words, FALSE };

  akk_finder_each_line (self, visit_mention_cb, &it);
  return it.found;
}

/* What the Pact asks of every agreement between VDAB and local boards. */
static void
find_asked (AkkFinder *self)
{
  if (!has_contacts (self) && !speaks_of (self, "find-contacts"))
    akk_finder_add (self, "no-contacts", AKK_FINDING_ADVICE, self->agreement,
                    _ ("Nobody is named as contact"),
                    _ ("The Pact asks who can be addressed at each party."));
  if (self->agreement->first_plan_months == 0 && !speaks_of (self, "find-deadlines"))
    akk_finder_add (self, "no-deadlines", AKK_FINDING_ADVICE, self->agreement,
                    _ ("Nothing has to be ready by a date"),
                    _ ("The Pact asks for deadlines in the agreement itself."));
  if (!has_records (self, &akk_indicator_record, "agreement_id", self->agreement->record.id) &&
      !speaks_of (self, "find-indicators"))
    akk_finder_add (self, "no-indicators", AKK_FINDING_ADVICE, self->agreement,
                    _ ("Nothing is measured"),
                    _ ("The Pact asks for indicators that are followed from the start."));
}

/* --- Rubrics of its template --- */

static void
find_in_rubric (AkkFinder *self, const AkkRubricEntry *entry)
{
  const AkkOutlineEntry *place = akk_outline_find (self->outline, entry->section);
  AkkFinding *finding;

  if (!entry->rubric->required || entry->state == AKK_RUBRIC_FILLED)
    return;
  if (place != NULL) {
    akk_finder_add_in_text (self, "rubric-empty", AKK_FINDING_ADVICE, place->section,
                            akk_finder_heading_line (self, entry->section),
                            _ ("The rubric “%s” is still empty"), entry->rubric->name,
                            _ ("The template asks for it. Write its text."));
    return;
  }
  finding = akk_finder_add_about (self, "rubric-missing", AKK_FINDING_ADVICE, self->agreement,
                                  _ ("The rubric “%s” is missing"), entry->rubric->name,
                                  _ ("The template asks for it. Insert a section for it."));
  akk_finding_add_place (finding, entry->rubric->id);
  finding->what = g_strdup (entry->rubric->id);
  finding->instead = g_strdup (entry->rubric->name);
}

void
akk_find_rubrics (AkkFinder *self)
{
  g_autoptr (AkkRubrics) rubrics = akk_rubrics_new (self->store, self->agreement);

  for (guint i = 0; rubrics != NULL && i < rubrics->entries->len; i++)
    find_in_rubric (self, &g_array_index (rubrics->entries, AkkRubricEntry, i));
  if (rubrics == NULL && self->agreement->kind == AKK_AGREEMENT_COOPERATION &&
      self->outline->len >= BEGUN_SECTIONS)
    find_asked (self);
}
