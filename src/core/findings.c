/* What still has to be done before an agreement can be frozen: the agreement and its parties.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/findings.h"

#include <glib/gi18n.h>

#include "core/agreement-text.h"
#include "core/findings-private.h"
#include "core/parties.h"
#include "core/version.h"

static void
finding_free (gpointer data)
{
  AkkFinding *self = data;

  g_free (self->text);
  g_free (self->advice);
  g_free (self->part);
  g_free (self->place);
  g_free (self->what);
  g_free (self->instead);
  g_free (self->reason);
  g_free (self);
}

AkkFinding *
akk_finder_add (AkkFinder *self,
                const char *id,
                AkkFindingSeverity severity,
                gconstpointer record,
                const char *text,
                const char *advice)
{
  AkkFinding *finding = g_new0 (AkkFinding, 1);

  finding->id = id;
  finding->severity = severity;
  finding->text = g_strdup (text);
  finding->advice = g_strdup (advice);
  finding->type = ((const AkkRecord *) record)->type;
  finding->record = ((const AkkRecord *) record)->id;
  finding->line = G_MAXUINT;
  finding->place = g_strdup_printf ("%s:%" G_GINT64_FORMAT, finding->type->table, finding->record);
  g_ptr_array_add (self->findings, finding);
  return finding;
}

AkkFinding *
akk_finder_add_about (AkkFinder *self,
                      const char *id,
                      AkkFindingSeverity severity,
                      gconstpointer record,
                      const char *format,
                      const char *name,
                      const char *advice)
{
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", name, 1);
  return akk_finder_add (self, id, severity, record, text->str, advice);
}

/* Blanks in what people typed outside the text. */
static void
find_blanks (AkkFinder *self, gconstpointer record, const char *typed)
{
  g_auto (GStrv) blanks = akk_blanks_find (self->phrases, typed);

  for (guint i = 0; blanks[i] != NULL; i++)
    akk_finder_add_about (self, "blank", AKK_FINDING_BLOCKING, record,
                          _ ("Something was left open: “%s”"), blanks[i],
                          _ ("Fill in what is missing, or delete it."));
}

/* --- The agreement --- */

static void
find_in_term (AkkFinder *self)
{
  const AkkAgreement *agreement = self->agreement;
  gboolean starts = agreement->starts_at_signing || agreement->starts_on != AKK_NO_DATE;
  gboolean ends = agreement->indefinite || agreement->ends_on != AKK_NO_DATE;

  if (!starts)
    akk_finder_add (self, "no-start", AKK_FINDING_BLOCKING, agreement,
                    _ ("The agreement has no start"),
                    _ ("Give the date of its start, or let it start at signing."));
  if (!ends)
    akk_finder_add (self, "no-end", AKK_FINDING_BLOCKING, agreement, _ ("The agreement has no end"),
                    _ ("Give the date of its end, or make it indefinite."));
  if (!agreement->starts_at_signing && !agreement->indefinite && starts && ends &&
      agreement->ends_on < agreement->starts_on)
    akk_finder_add (self, "end-before-start", AKK_FINDING_BLOCKING, agreement,
                    _ ("The agreement ends before it starts"),
                    _ ("Change the date of its start or of its end."));
}

static void
find_in_agreement (AkkFinder *self)
{
  const AkkAgreement *agreement = self->agreement;
  const char *const typed[] = { agreement->title,    agreement->short_title, agreement->eyebrow,
                                agreement->subtitle, agreement->motto,       agreement->frames,
                                agreement->dispute };

  if (*agreement->title == '\0')
    akk_finder_add (self, "no-title", AKK_FINDING_BLOCKING, agreement,
                    _ ("The agreement has no title"),
                    _ ("Give it the title that its first page shows."));
  find_in_term (self);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    find_blanks (self, agreement, typed[i]);
  if (agreement->notice_months == 0)
    akk_finder_add (self, "no-notice", AKK_FINDING_ADVICE, agreement,
                    _ ("No term of notice is named"),
                    _ ("Say how many months ahead a party has to give notice."));
  if (*agreement->dispute == '\0')
    akk_finder_add (self, "no-dispute", AKK_FINDING_ADVICE, agreement,
                    _ ("Nothing is agreed about disputes"),
                    _ ("Say who mediates when the parties disagree."));
}

/* --- Parties --- */

static void
find_in_delegation (AkkFinder *self, const AkkPartyPerson *person)
{
  const AkkRepresentative *representative = person->representative;

  if (!representative->signs || !representative->delegated)
    return;
  if (*representative->delegation_organ == '\0')
    akk_finder_add_about (self, "delegation-organ", AKK_FINDING_BLOCKING, representative,
                          _ ("%s signs by delegation, but of which organ?"), person->person->name,
                          _ ("Name the organ that decided to delegate."));
  if (representative->delegated_on == AKK_NO_DATE)
    akk_finder_add_about (self, "delegation-date", AKK_FINDING_BLOCKING, representative,
                          _ ("%s signs by delegation, but since which decision?"),
                          person->person->name, _ ("Give the date of the decision to delegate."));
}

static void
add_silent (AkkFinder *self, const AkkPartyEntry *entry, const AkkPartyPerson *person)
{
  g_autoptr (GString) advice = g_string_new (
      _ ("Represents %s, but is not among the signatures. Make sure that this is meant."));

  g_string_replace (advice, "%s", akk_organisation_short (entry->organisation), 1);
  akk_finder_add_about (self, "does-not-sign", AKK_FINDING_ADVICE, person->representative,
                        _ ("%s does not sign"), person->person->name, advice->str);
}

/* An organ acts by its chair: who signs for the chair was told to by a decision. */
static void
find_alderman (AkkFinder *self, const AkkPartyEntry *entry, const AkkPartyPerson *person)
{
  g_auto (GStrv) words = akk_finder_words (self, "find-alderman");

  if (person->representative->signs && !person->representative->delegated &&
      akk_organisation_has_council (entry->organisation) &&
      akk_finder_mentions (words, akk_party_person_function (person)))
    akk_finder_add_about (self, "no-delegation", AKK_FINDING_ADVICE, person->representative,
                          _ ("%s signs as alderman, but without delegation"), person->person->name,
                          _ ("The council acts by its chair. Note the decision by which the chair "
                             "delegated the signature."));
}

static void
find_in_people (AkkFinder *self, const AkkPartyEntry *entry, gint64 day)
{
  for (guint i = 0; i < entry->people->len; i++) {
    const AkkPartyPerson *person = entry->people->pdata[i];
    const AkkRepresentative *representative = person->representative;

    find_in_delegation (self, person);
    find_alderman (self, entry, person);
    find_blanks (self, representative, akk_party_person_function (person));
    find_blanks (self, representative, representative->delegation);
    find_blanks (self, representative, representative->delegation_organ);
    if (!representative->signs)
      add_silent (self, entry, person);
    if (!akk_office_valid_on (person->office, day))
      akk_finder_add_about (self, "office-expired", AKK_FINDING_ADVICE, representative,
                            _ ("%s does not hold the function at signing"), person->person->name,
                            _ ("Choose who holds it now, or correct the dates of the function."));
  }
}

static void
find_in_decision (AkkFinder *self, const AkkPartyEntry *entry)
{
  const AkkCouncilDecision *decision = entry->decision;
  const char *name = akk_organisation_short (entry->organisation);
  gint64 result = decision != NULL ? decision->result : AKK_COUNCIL_OPEN;
  gconstpointer record = decision != NULL ? (gconstpointer) decision : entry->party;

  if (result == AKK_COUNCIL_REJECTED)
    akk_finder_add_about (self, "decision-rejected", AKK_FINDING_BLOCKING, record,
                          _ ("%s decided against the agreement"), name,
                          _ ("Remove this party, or note its new decision."));
  else if (result == AKK_COUNCIL_OPEN && akk_organisation_has_council (entry->organisation))
    akk_finder_add_about (self, "decision-outstanding", AKK_FINDING_ADVICE, record,
                          _ ("The decision of %s is still outstanding"), name,
                          _ ("Note the decision of its council as soon as it is there."));
  else if (result == AKK_COUNCIL_APPROVED && decision->decided_on == AKK_NO_DATE)
    akk_finder_add_about (self, "decision-date", AKK_FINDING_ADVICE, record,
                          _ ("The decision of %s has no date"), name,
                          _ ("Give the date on which its council decided."));
}

/* Each organisation once: it would sign twice. */
static void
find_twice (AkkFinder *self, GPtrArray *parties)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];

    if (!g_hash_table_add (seen, entry->organisation))
      akk_finder_add_about (self, "party-twice", AKK_FINDING_ADVICE, entry->party,
                            _ ("%s is a party twice"), akk_organisation_short (entry->organisation),
                            _ ("Delete one of the two, unless it is meant to sign twice."));
  }
}

static void
find_in_party (AkkFinder *self, const AkkPartyEntry *entry, gint64 day)
{
  const char *name = akk_organisation_short (entry->organisation);
  guint n_signing = 0;

  for (guint i = 0; i < entry->people->len; i++)
    n_signing += ((const AkkPartyPerson *) entry->people->pdata[i])->representative->signs != 0;
  if (entry->people->len == 0)
    akk_finder_add_about (self, "no-representative", AKK_FINDING_BLOCKING, entry->party,
                          _ ("Nobody represents %s"), name,
                          _ ("Add who speaks for this party, and who signs for it."));
  else if (n_signing == 0)
    akk_finder_add_about (self, "no-signatory", AKK_FINDING_BLOCKING, entry->party,
                          _ ("Nobody signs for %s"), name,
                          _ ("Say which of its representatives signs."));
  find_blanks (self, entry->party, entry->party->capacity);
  find_in_people (self, entry, day);
  find_in_decision (self, entry);
}

/* The day on which the representatives must hold their function: that of freezing once it was, else
 * today; of an agreement that was signed elsewhere, its start. */
static gint64
signing_day (AkkFinder *self, gint64 today)
{
  g_autoptr (GListModel) versions =
      akk_store_list (self->store, &akk_version_record, "agreement_id", self->agreement->record.id);
  guint n = g_list_model_get_n_items (versions);
  gint64 day = AKK_NO_DATE;

  if (self->agreement->stage < AKK_STAGE_SIGNING)
    return today;
  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkVersion) version = g_list_model_get_item (versions, i);
    if (akk_version_of_agreement (version))
      day = MAX (day, version->frozen_on);
  }
  if (day == AKK_NO_DATE && !self->agreement->starts_at_signing)
    day = self->agreement->starts_on;
  return day != AKK_NO_DATE ? day : today;
}

static void
find_in_parties (AkkFinder *self, gint64 today)
{
  GPtrArray *parties = self->parties;
  gint64 day = signing_day (self, today);

  if (parties->len < 2)
    akk_finder_add (self, "no-parties", AKK_FINDING_BLOCKING, self->agreement,
                    _ ("An agreement needs at least two parties"),
                    _ ("Add the parties on the page Partners."));
  for (guint i = 0; i < parties->len; i++)
    find_in_party (self, parties->pdata[i], day);
  find_twice (self, parties);
}

/* --- Public --- */

GPtrArray *
akk_findings_sort (const GPtrArray *findings)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (finding_free);

  for (guint order = 0; order < 3; order++)
    for (guint i = 0; i < findings->len; i++) {
      AkkFinding *finding = findings->pdata[i];
      if ((finding->reason != NULL ? 2 : finding->severity) == order)
        g_ptr_array_add (sorted, finding);
    }
  return sorted;
}

static void
find_all (AkkFinder *self, gint64 today)
{
  find_in_agreement (self);
  akk_find_rubrics (self);
  akk_find_review (self);
  akk_find_dates (self);
  find_in_parties (self, today);
  akk_find_bodies (self);
  akk_find_numbers (self);
  akk_find_in_text (self);
  akk_find_links (self);
  akk_find_people (self);
  akk_find_functions (self);
  akk_find_names (self);
  akk_find_abbreviations (self);
  akk_find_accepted (self);
}

GPtrArray *
akk_findings_new (AkkStore *store, AkkAgreement *agreement, gint64 today)
{
  const char *language = akk_agreement_language (agreement);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (language, NULL);
  g_autoptr (AkkFieldSource) source = NULL;
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, language);
  g_autoptr (GPtrArray) parties = akk_parties_new (store, agreement->record.id);
  g_autoptr (AkkText) text = akk_agreement_text_load (outline, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  AkkFinder finder = { store, agreement, phrases, NULL, outline, text, found, parties };

  if (phrases == NULL) {
    /* It could not be printed either. */
    akk_finder_add (&finder, "language", AKK_FINDING_BLOCKING, agreement,
                    _ ("The language of the agreement is not known here"),
                    _ ("Install Akkoord again: a part of it is missing."));
    return akk_findings_sort (found);
  }
  finder.source = source = akk_field_source_new (store, agreement, phrases);
  find_all (&finder, today);
  return akk_findings_sort (found);
}

guint
akk_findings_count_blocking (GPtrArray *findings)
{
  guint n = 0;

  while (n < findings->len &&
         ((const AkkFinding *) findings->pdata[n])->severity == AKK_FINDING_BLOCKING)
    n++;
  return n;
}

guint
akk_findings_count_open (GPtrArray *findings)
{
  guint n = 0;

  while (n < findings->len && ((const AkkFinding *) findings->pdata[n])->reason == NULL)
    n++;
  return n;
}
