/* Searching a whole dossier as one types.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index counts; only what is shown is read from the dossier, so that a key costs the same
 * however much there is. */
#include "config.h"

#include "core/dossier-search-private.h"

#include <glib/gi18n.h>

#include "core/action.h"
#include "core/agenda-item.h"
#include "core/agreement.h"
#include "core/appraisal.h"
#include "core/attachment.h"
#include "core/attendance.h"
#include "core/body.h"
#include "core/contact.h"
#include "core/contribution.h"
#include "core/council-decision.h"
#include "core/day-off.h"
#include "core/decision.h"
#include "core/definition.h"
#include "core/evaluation.h"
#include "core/indicator.h"
#include "core/log-entry.h"
#include "core/measurement.h"
#include "core/meeting.h"
#include "core/office.h"
#include "core/organisation.h"
#include "core/parked.h"
#include "core/party.h"
#include "core/person.h"
#include "core/principle.h"
#include "core/priority.h"
#include "core/representative.h"
#include "core/seat.h"
#include "core/signal-step.h"
#include "core/signal.h"
#include "core/signatory.h"
#include "core/signature.h"
#include "core/standing-item.h"
#include "core/store-values.h"
#include "core/thread.h"
#include "core/unavailable.h"
#include "core/version.h"

/* So many are looked at for each that is shown: some may be gone with what they belonged to, and
 * those of the agreement on the screen come first. */
#define LOOKED_AT 2

typedef struct {
  const AkkRecordType *type; /* NULL: pages of PDFs */
  AkkSearchGroup group;
} Kind;

/* Within a group what stands first comes first. */
static const Kind kinds[] = {
  { &akk_section_record, AKK_SEARCH_TEXT },
  { &akk_agreement_record, AKK_SEARCH_TEXT },
  { &akk_definition_record, AKK_SEARCH_TEXT },
  { &akk_decision_record, AKK_SEARCH_DECISIONS },
  { &akk_action_record, AKK_SEARCH_ACTIONS },
  { &akk_priority_record, AKK_SEARCH_ACTIONS },
  { &akk_log_entry_record, AKK_SEARCH_ACTIONS },
  { &akk_contribution_record, AKK_SEARCH_ACTIONS },
  { &akk_contact_record, AKK_SEARCH_ACTIONS },
  { &akk_appraisal_record, AKK_SEARCH_ACTIONS },
  { &akk_principle_record, AKK_SEARCH_ACTIONS },
  { &akk_agenda_item_record, AKK_SEARCH_MEETINGS },
  { &akk_meeting_record, AKK_SEARCH_MEETINGS },
  { &akk_thread_record, AKK_SEARCH_MEETINGS },
  { &akk_parked_record, AKK_SEARCH_MEETINGS },
  { &akk_standing_item_record, AKK_SEARCH_MEETINGS },
  { &akk_attendance_record, AKK_SEARCH_MEETINGS },
  { &akk_day_off_record, AKK_SEARCH_MEETINGS },
  { &akk_unavailable_record, AKK_SEARCH_MEETINGS },
  { &akk_signal_record, AKK_SEARCH_SIGNALS },
  { &akk_signal_step_record, AKK_SEARCH_SIGNALS },
  { &akk_indicator_record, AKK_SEARCH_INDICATORS },
  { &akk_measurement_record, AKK_SEARCH_INDICATORS },
  { &akk_conclusion_record, AKK_SEARCH_REPORTS },
  { &akk_evaluation_part_record, AKK_SEARCH_REPORTS },
  { &akk_person_record, AKK_SEARCH_PARTIES },
  { &akk_organisation_record, AKK_SEARCH_PARTIES },
  { &akk_office_record, AKK_SEARCH_PARTIES },
  { &akk_party_record, AKK_SEARCH_PARTIES },
  { &akk_representative_record, AKK_SEARCH_PARTIES },
  { &akk_body_record, AKK_SEARCH_PARTIES },
  { &akk_seat_record, AKK_SEARCH_PARTIES },
  { &akk_version_record, AKK_SEARCH_SIGNING },
  { &akk_signatory_record, AKK_SEARCH_SIGNING },
  { &akk_signature_record, AKK_SEARCH_SIGNING },
  { &akk_council_decision_record, AKK_SEARCH_SIGNING },
  { &akk_attachment_record, AKK_SEARCH_ANNEXES },
  { NULL, AKK_SEARCH_ANNEXES },
};

/* What may become a hit. */
typedef struct {
  GPtrArray *line;
  char *text; /* of a page */
  guint page;
  gboolean named, here;
} Candidate;

const char *
akk_search_group_title (AkkSearchGroup group)
{
  static const char *const titles[AKK_N_SEARCH_GROUPS] = {
    [AKK_SEARCH_TEXT] = N_ ("Text"),       [AKK_SEARCH_DECISIONS] = N_ ("Decisions"),
    [AKK_SEARCH_ACTIONS] = N_ ("Actions"), [AKK_SEARCH_MEETINGS] = N_ ("Meetings"),
    [AKK_SEARCH_SIGNALS] = N_ ("Signals"), [AKK_SEARCH_INDICATORS] = N_ ("Indicators"),
    [AKK_SEARCH_REPORTS] = N_ ("Reports"), [AKK_SEARCH_PARTIES] = N_ ("Parties and Persons"),
    [AKK_SEARCH_SIGNING] = N_ ("Signing"), [AKK_SEARCH_ANNEXES] = N_ ("Annexes"),
  };

  return _ (titles[group]);
}

/* --- Candidates --- */

static void
candidate_free (Candidate *candidate)
{
  g_clear_pointer (&candidate->line, g_ptr_array_unref);
  g_free (candidate->text);
  g_free (candidate);
}

static void
add_file_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  GHashTable *ids = data;

  if (texts[0] != NULL && *texts[0] != '\0' && !g_hash_table_contains (ids, texts[0]))
    g_hash_table_insert (ids, g_strdup (texts[0]), g_memdup2 (&id, sizeof id));
}

/* What refers to a file. */
static AkkRecord *
record_of_file (AkkDossierSearch *self, const char *sha256)
{
  static const char *const file[] = { "file", NULL }, *const scan[] = { "scan", NULL };
  const gint64 *id;

  if (self->attachments == NULL) {
    self->attachments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    self->signatures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    akk_store_each (self->store, &akk_attachment_record, file, NULL, 0, add_file_cb,
                    self->attachments);
    akk_store_each (self->store, &akk_signature_record, scan, NULL, 0, add_file_cb,
                    self->signatures);
  }
  if ((id = g_hash_table_lookup (self->attachments, sha256)) != NULL)
    return akk_store_get (self->store, &akk_attachment_record, *id);
  if ((id = g_hash_table_lookup (self->signatures, sha256)) != NULL)
    return akk_store_get (self->store, &akk_signature_record, *id);
  return NULL;
}

static Candidate *
candidate_new (AkkDossierSearch *self, const AkkRecordType *type, gint64 id, gint64 agreement)
{
  g_autoptr (AkkRecord) record = NULL;
  g_autoptr (GPtrArray) line = NULL;
  g_autofree char *sha256 = NULL, *text = NULL;
  guint page = 0;
  Candidate *candidate;

  if (type != NULL)
    record = akk_store_get (self->store, type, id);
  else if ((text = akk_store_get_page (self->store, id, &sha256, &page)) != NULL)
    record = record_of_file (self, sha256);
  line = record != NULL ? akk_search_line_new (self->store, record) : NULL;
  if (line == NULL)
    return NULL;
  candidate = g_new0 (Candidate, 1);
  candidate->here = AKK_RECORD (line->pdata[line->len - 1])->id == agreement;
  candidate->line = g_steal_pointer (&line);
  candidate->text = g_steal_pointer (&text);
  candidate->page = page;
  return candidate;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = *(const Candidate *const *) a, *other = *(const Candidate *const *) b;

  if (one->named != other->named)
    return one->named ? -1 : 1;
  return (int) other->here - (int) one->here;
}

/* Which of those found are looked at: first all that are named so, kind after kind. */
static void
look_at (AkkDossierSearch *self,
         GPtrArray *candidates,
         const AkkFound *found,
         gboolean named,
         gint64 agreement,
         guint most,
         guint *n_gone)
{
  guint n_named = MIN (found->n_named, found->ids->len);
  guint from = named ? 0 : n_named, until = named ? n_named : found->ids->len;

  for (guint i = from; i < until && candidates->len < most; i++) {
    Candidate *candidate =
        candidate_new (self, found->type, g_array_index (found->ids, gint64, i), agreement);

    if (candidate == NULL) {
      ++*n_gone;
      continue;
    }
    candidate->named = named;
    g_ptr_array_add (candidates, candidate);
  }
}

/* --- Groups --- */

static const AkkFound *
found_of (GPtrArray *found, const AkkRecordType *type)
{
  for (guint i = 0; i < found->len; i++)
    if (((AkkFound *) found->pdata[i])->type == type)
      return found->pdata[i];
  return NULL;
}

static void
finds_free (AkkSearchFinds *finds)
{
  g_ptr_array_unref (finds->hits);
  g_free (finds);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const AkkSearchHit *one = *(AkkSearchHit *const *) a, *other = *(AkkSearchHit *const *) b;

  return (int) other->worth - (int) one->worth;
}

static int
compare_finds (gconstpointer a, gconstpointer b)
{
  const AkkSearchFinds *one = *(AkkSearchFinds *const *) a, *other = *(AkkSearchFinds *const *) b;

  return compare_hits (&one->hits->pdata[0], &other->hits->pdata[0]);
}

static void
make_hits (AkkDossierSearch *self,
           AkkSearchFinds *finds,
           GPtrArray *candidates,
           const AkkSearchWords *words,
           guint limit)
{
  g_ptr_array_sort (candidates, compare_candidates); /* which is stable */
  for (guint i = 0; i < MIN (candidates->len, limit); i++) {
    Candidate *candidate = candidates->pdata[i];
    AkkSearchHit *hit =
        akk_search_hit_new (self, words, g_steal_pointer (&candidate->line), candidate->text);

    hit->page = candidate->page;
    g_ptr_array_add (finds->hits, hit);
  }
  g_ptr_array_sort (finds->hits, compare_hits);
}

static AkkSearchFinds *
finds_new (AkkDossierSearch *self,
           GPtrArray *found,
           const AkkSearchWords *words,
           AkkSearchGroup group,
           gint64 agreement,
           guint limit)
{
  g_autoptr (GPtrArray) candidates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  AkkSearchFinds *finds = g_new0 (AkkSearchFinds, 1);
  guint n_gone = 0;

  finds->group = group;
  finds->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_search_hit_free);
  for (int named = TRUE; named >= FALSE; named--)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
      const AkkFound *one = kinds[i].group == group ? found_of (found, kinds[i].type) : NULL;

      if (one == NULL)
        continue;
      if (named)
        finds->n += one->n;
      look_at (self, candidates, one, named, agreement, MIN (limit * LOOKED_AT, AKK_SEARCH_MANY),
               &n_gone);
    }
  finds->n -= MIN (n_gone, finds->n);
  make_hits (self, finds, candidates, words, limit);
  return finds;
}

/* --- Public --- */

AkkDossierSearch *
akk_dossier_search_new (AkkStore *store)
{
  AkkDossierSearch *self = g_new0 (AkkDossierSearch, 1);

  self->store = g_object_ref (store);
  self->outlines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
akk_dossier_search_free (AkkDossierSearch *self)
{
  g_clear_pointer (&self->attachments, g_hash_table_unref);
  g_clear_pointer (&self->signatures, g_hash_table_unref);
  g_hash_table_unref (self->outlines);
  g_object_unref (self->store);
  g_free (self);
}

/* Forgets what a step may have changed. */
static void
follow (AkkDossierSearch *self)
{
  gint64 step = akk_store_get_last_step (self->store);

  if (step == self->step)
    return;
  self->step = step;
  g_hash_table_remove_all (self->outlines);
  g_clear_pointer (&self->attachments, g_hash_table_unref);
  g_clear_pointer (&self->signatures, g_hash_table_unref);
}

GPtrArray *
akk_dossier_search_find (AkkDossierSearch *self,
                         const char *query,
                         gint64 agreement,
                         AkkSearchGroup whole)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) finds_free);
  g_autoptr (AkkSearchWords) words = akk_search_words_new (query);
  g_autoptr (GPtrArray) found = NULL;

  follow (self);
  found =
      akk_store_find (self->store, words,
                      LOOKED_AT * (whole < AKK_N_SEARCH_GROUPS ? AKK_SEARCH_MANY : AKK_SEARCH_FEW));
  for (AkkSearchGroup group = 0; group < AKK_N_SEARCH_GROUPS; group++) {
    AkkSearchFinds *finds = finds_new (self, found, words, group, agreement,
                                       group == whole ? AKK_SEARCH_MANY : AKK_SEARCH_FEW);

    if (finds->hits->len > 0)
      g_ptr_array_add (groups, finds);
    else
      finds_free (finds);
  }
  g_ptr_array_sort (groups, compare_finds);
  return groups;
}
