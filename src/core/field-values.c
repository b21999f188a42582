/* The fields of a text, one by one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/field-source-private.h"

/* --- Phrases of the records --- */

static const char *
choice_code (const AkkChoice *choices, gint64 value)
{
  for (const AkkChoice *choice = choices; choice->code != NULL; choice++)
    if (choice->value == value)
      return choice->code;
  return choices->code;
}

/* "body-steering" is the phrase for the code "steering". */
static char *
choice_phrase (AkkPhrases *phrases, const char *prefix, const AkkChoice *choices, gint64 value)
{
  g_autofree char *key = g_strconcat (prefix, choice_code (choices, value), NULL);

  return g_strdup (akk_phrases_get (phrases, key));
}

static char *
join (AkkPhrases *phrases, GStrvBuilder *builder)
{
  g_auto (GStrv) items = g_strv_builder_end (builder);

  return akk_phrases_list (phrases, "list", items);
}

char *
akk_field_start (const AkkFieldMatter *self)
{
  if (self->agreement->starts_at_signing)
    return g_strdup (akk_phrases_get (self->phrases, "start-signing"));
  return akk_phrases_date (self->phrases, self->agreement->starts_on);
}

char *
akk_field_end (const AkkFieldMatter *self)
{
  return self->agreement->indefinite ? g_strdup ("")
                                     : akk_phrases_date (self->phrases, self->agreement->ends_on);
}

char *
akk_field_notice (const AkkFieldMatter *self)
{
  gint64 months = self->agreement->notice_months;
  g_autofree char *count = akk_phrases_number (self->phrases, months);

  if (months <= 0)
    return g_strdup ("");
  return akk_phrases_format (self->phrases, "duration", "count", count, "unit",
                             akk_phrases_get (self->phrases, months == 1 ? "month" : "months"),
                             NULL);
}

char *
akk_field_frequency (AkkPhrases *phrases, const AkkBody *body)
{
  gint64 period = MAX (body->period, 1);
  gboolean years = body->unit == AKK_BODY_YEARS || period % 12 == 0;
  g_autofree char *times = g_strdup_printf ("%" G_GINT64_FORMAT, body->times);
  g_autofree char *words = NULL;

  if (body->unit != AKK_BODY_YEARS && years)
    period /= 12;
  words = akk_phrases_number (phrases, period);
  if (body->times <= 0)
    return g_strdup (akk_phrases_get (phrases, "frequency-none"));
  if (body->times == 1 && !years && period == 6)
    return g_strdup (akk_phrases_get (phrases, "frequency-half"));
  if (period == 1)
    return akk_phrases_format (phrases, "frequency", "times", times, "unit",
                               akk_phrases_get (phrases, years ? "year" : "month"), NULL);
  return akk_phrases_format (phrases, "frequency-of", "times", times, "period", words, "unit",
                             akk_phrases_get (phrases, years ? "years" : "months"), NULL);
}

/* --- Fields of the agreement --- */

static char *
agreement_title (const AkkFieldMatter *self)
{
  return g_strdup (self->agreement->title);
}

static char *
agreement_short (const AkkFieldMatter *self)
{
  return g_strdup (*self->agreement->short_title != '\0' ? self->agreement->short_title
                                                         : self->agreement->title);
}

static char *
agreement_subtitle (const AkkFieldMatter *self)
{
  return g_strdup (self->agreement->subtitle);
}

static char *
agreement_motto (const AkkFieldMatter *self)
{
  return g_strdup (self->agreement->motto);
}

static char *
agreement_kind (const AkkFieldMatter *self)
{
  return choice_phrase (self->phrases, "agreement-", akk_agreement_kinds, self->agreement->kind);
}

static char *
agreement_level (const AkkFieldMatter *self)
{
  return choice_phrase (self->phrases, "level-", akk_agreement_levels, self->agreement->level);
}

static char *
agreement_start (const AkkFieldMatter *self)
{
  return akk_field_start (self);
}

static char *
agreement_end (const AkkFieldMatter *self)
{
  return akk_field_end (self);
}

static char *
agreement_term (const AkkFieldMatter *self)
{
  g_autofree char *start = akk_field_start (self);
  g_autofree char *end = akk_field_end (self);

  if (*start == '\0' || (*end == '\0' && !self->agreement->indefinite))
    return g_strdup ("");
  return akk_phrases_format (self->phrases,
                             self->agreement->indefinite ? "term-indefinite" : "term", "start",
                             start, "end", end, NULL);
}

static char *
agreement_notice (const AkkFieldMatter *self)
{
  return akk_field_notice (self);
}

static char *
agreement_frames (const AkkFieldMatter *self)
{
  g_auto (GStrv) frames = g_strsplit (self->agreement->frames, "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; frames[i] != NULL; i++)
    if (*g_strstrip (frames[i]) != '\0')
      g_strv_builder_add (builder, frames[i]);
  return join (self->phrases, builder);
}

static char *
agreement_dispute (const AkkFieldMatter *self)
{
  return g_strdup (self->agreement->dispute);
}

static char *
agreement_predecessor (const AkkFieldMatter *self)
{
  const AkkAgreement *predecessor = self->predecessor;

  if (predecessor == NULL)
    return g_strdup ("");
  return g_strdup (*predecessor->short_title != '\0' ? predecessor->short_title
                                                     : predecessor->title);
}

/* --- Fields of lists --- */

static gboolean
is_local_board (const AkkOrganisation *organisation)
{
  return organisation->kind == AKK_ORGANISATION_MUNICIPALITY ||
         organisation->kind == AKK_ORGANISATION_CITY;
}

static guint
count_local_boards (const AkkFieldMatter *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parties->len; i++)
    n += is_local_board (((AkkPartyEntry *) self->parties->pdata[i])->organisation);
  return n;
}

/* Zero is no value: a text that speaks of its parties before there are any is not finished. */
static char *
count_text (const AkkFieldMatter *self, guint count)
{
  return count > 0 ? akk_phrases_number (self->phrases, count) : g_strdup ("");
}

static char *
parties_count (const AkkFieldMatter *self)
{
  return count_text (self, self->parties->len);
}

static char *
municipalities_count (const AkkFieldMatter *self)
{
  return count_text (self, count_local_boards (self));
}

static char *
list_parties (const AkkFieldMatter *self, gboolean local_boards_only)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->parties->len; i++) {
    const AkkPartyEntry *entry = self->parties->pdata[i];
    if (!local_boards_only || is_local_board (entry->organisation))
      g_strv_builder_add (builder, akk_organisation_short (entry->organisation));
  }
  return join (self->phrases, builder);
}

static char *
parties_names (const AkkFieldMatter *self)
{
  return list_parties (self, FALSE);
}

static char *
municipalities_names (const AkkFieldMatter *self)
{
  return list_parties (self, TRUE);
}

/* "VDAB, acht lokale besturen en IVSES": the local boards stand where the first of them does; one
 * alone is named. */
static char *
parties_summary (const AkkFieldMatter *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = count_local_boards (self);
  gboolean said = FALSE;

  for (guint i = 0; i < self->parties->len; i++) {
    const AkkPartyEntry *entry = self->parties->pdata[i];
    if (n == 1 || !is_local_board (entry->organisation)) {
      g_strv_builder_add (builder, akk_organisation_short (entry->organisation));
    } else if (!said) {
      g_autofree char *count = akk_phrases_number (self->phrases, n);
      g_strv_builder_take (
          builder, akk_phrases_format (self->phrases, "municipalities", "count", count, NULL));
      said = TRUE;
    }
  }
  return join (self->phrases, builder);
}

static char *
bodies_names (const AkkFieldMatter *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->bodies->len; i++)
    g_strv_builder_add (builder, ((AkkBody *) self->bodies->pdata[i])->name);
  return join (self->phrases, builder);
}

static char *
bodies_count (const AkkFieldMatter *self)
{
  return count_text (self, self->bodies->len);
}

static char *
priorities_titles (const AkkFieldMatter *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->priorities->len; i++)
    g_strv_builder_add (builder, ((AkkPriority *) self->priorities->pdata[i])->title);
  return join (self->phrases, builder);
}

static char *
priorities_count (const AkkFieldMatter *self)
{
  return count_text (self, self->priorities->len);
}

const AkkGeneralField akk_general_fields[] = {
  { "agreement.title", N_ ("Title"), agreement_title },
  { "agreement.short", N_ ("Short title"), agreement_short },
  { "agreement.subtitle", N_ ("Between whom"), agreement_subtitle },
  { "agreement.motto", N_ ("Motto"), agreement_motto },
  { "agreement.kind", N_ ("Kind of agreement"), agreement_kind },
  { "agreement.level", N_ ("Level"), agreement_level },
  { "agreement.start", N_ ("Start"), agreement_start },
  { "agreement.end", N_ ("End"), agreement_end },
  { "agreement.term", N_ ("From start to end"), agreement_term },
  { "agreement.notice", N_ ("Term of notice"), agreement_notice },
  { "agreement.frames", N_ ("Frames it works within"), agreement_frames },
  { "agreement.dispute", N_ ("Who mediates in disputes"), agreement_dispute },
  { "agreement.predecessor", N_ ("Predecessor"), agreement_predecessor },
  { "parties", N_ ("All parties"), parties_names },
  { "parties.count", N_ ("Number of parties"), parties_count },
  { "parties.summary", N_ ("Parties in short"), parties_summary },
  { "parties.municipalities", N_ ("Local boards"), municipalities_names },
  { "parties.municipalities.count", N_ ("Number of local boards"), municipalities_count },
  { "priorities", N_ ("All priorities"), priorities_titles },
  { "priorities.count", N_ ("Number of priorities"), priorities_count },
  { "bodies", N_ ("All bodies"), bodies_names },
  { "bodies.count", N_ ("Number of bodies"), bodies_count },
  { NULL, NULL, NULL },
};

/* --- Fields of one record --- */

static char *
organisation_name (AkkPhrases *phrases, gconstpointer record, guint number)
{
  return g_strdup (((const AkkOrganisation *) record)->name);
}

static char *
organisation_short (AkkPhrases *phrases, gconstpointer record, guint number)
{
  return g_strdup (akk_organisation_short (record));
}

/* "het lokaal bestuur Berlare" */
static char *
organisation_full (AkkPhrases *phrases, gconstpointer record, guint number)
{
  const AkkOrganisation *organisation = record;

  return g_strconcat (organisation->designation, *organisation->designation != '\0' ? " " : "",
                      organisation->name, NULL);
}

static char *
organisation_seat (AkkPhrases *phrases, gconstpointer record, guint number)
{
  return g_strdup (((const AkkOrganisation *) record)->seat);
}

static char *
body_name (AkkPhrases *phrases, gconstpointer record, guint number)
{
  return g_strdup (((const AkkBody *) record)->name);
}

static char *
body_kind (AkkPhrases *phrases, gconstpointer record, guint number)
{
  return choice_phrase (phrases, "body-", akk_body_kinds, ((const AkkBody *) record)->kind);
}

static char *
body_frequency (AkkPhrases *phrases, gconstpointer record, guint number)
{
  return akk_field_frequency (phrases, record);
}

static char *
priority_title (AkkPhrases *phrases, gconstpointer record, guint number)
{
  return g_strdup (((const AkkPriority *) record)->title);
}

static char *
priority_number (AkkPhrases *phrases, gconstpointer record, guint number)
{
  return g_strdup_printf ("%u", number);
}

const AkkRecordField akk_record_fields[] = {
  { AKK_OWNER_PARTY, "short", N_ ("%s: short name"), organisation_short },
  { AKK_OWNER_PARTY, "name", N_ ("%s: name"), organisation_name },
  { AKK_OWNER_PARTY, "full", N_ ("%s: name with the words before it"), organisation_full },
  { AKK_OWNER_PARTY, "seat", N_ ("%s: seat"), organisation_seat },
  { AKK_OWNER_BODY, "frequency", N_ ("%s: how often it meets"), body_frequency },
  { AKK_OWNER_BODY, "name", N_ ("%s: name"), body_name },
  { AKK_OWNER_BODY, "kind", N_ ("%s: kind"), body_kind },
  { AKK_OWNER_PRIORITY, "title", N_ ("%s: title"), priority_title },
  { AKK_OWNER_PRIORITY, "number", N_ ("%s: number"), priority_number },
  { AKK_OWNER_ORGANISATION, "short", N_ ("%s: short name"), organisation_short },
  { AKK_OWNER_ORGANISATION, "name", N_ ("%s: name"), organisation_name },
  { AKK_OWNER_ORGANISATION, "full", N_ ("%s: name with the words before it"), organisation_full },
  { AKK_OWNER_ORGANISATION, "seat", N_ ("%s: seat"), organisation_seat },
  { AKK_OWNER_PARTY, NULL, NULL, NULL },
};
