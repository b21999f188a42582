/* What the cells of a table of figures may name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/measurement-names.h"

#include <string.h>

#include "core/action.h"
#include "core/measurement.h"
#include "core/organisation.h"
#include "core/pact.h"
#include "core/parties.h"
#include "core/store-values.h"
#include "core/tags.h"

/* Longer names are not compared letter by letter. */
#define MAX_LIKE 120

/* One kind of thing with names: what it is by its folded names. */
typedef struct {
  GHashTable *folded; /* char * → thing, borrowed */
  GHashTable *seen; /* char *, as cells write it → thing; NULL: none */
} Index;

struct _AkkMeasurementNames {
  AkkPhrases *phrases; /* own */
  GPtrArray *indicators, *parties, *groups;
  GHashTable *nis; /* char * → AkkMeasuredParty */
  Index by_indicator, by_party, by_group;
  GHashTable *words[AKK_MEASURE_N_WORDS];
  char *first[AKK_MEASURE_N_WORDS];
  GStrv steps;
};

static const char *const word_keys[AKK_MEASURE_N_WORDS] = {
  "measure-region",      "measure-all",        "measure-yes", "measure-no",
  "measure-unavailable", "measure-suppressed", "measure-day",
};

/* --- Folding --- */

char *
akk_measurement_fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = apart != NULL ? apart : ""; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (g_unichar_ismark (c))
      continue;
    if (!g_unichar_isalnum (c)) {
      gap = folded->len > 0;
      continue;
    }
    if (gap)
      g_string_append_c (folded, ' ');
    gap = FALSE;
    g_string_append_unichar (folded, c);
  }
  return g_string_free_and_steal (folded);
}

/* Words like "–" and "< 4", without spaces and with one kind of dash. */
static char *
fold_word (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  GString *folded = g_string_new (NULL);

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
      g_string_append_c (folded, '-');
    else if (!g_unichar_isspace (c))
      g_string_append_unichar (folded, c);
  }
  return g_string_free_and_steal (folded);
}

/* --- The index --- */

static void
index_init (Index *self)
{
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
index_clear (Index *self)
{
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

/* Who comes first keeps a name that two have. */
static void
index_add (Index *self, const char *name, gpointer thing)
{
  g_autofree char *folded = akk_measurement_fold (name);

  if (*folded != '\0' && !g_hash_table_contains (self->folded, folded))
    g_hash_table_insert (self->folded, g_steal_pointer (&folded), thing);
}

static gpointer
index_find (Index *self, const char *cell)
{
  g_autofree char *folded = NULL;
  gpointer thing;

  if (g_hash_table_lookup_extended (self->seen, cell, NULL, &thing))
    return thing;
  folded = akk_measurement_fold (cell);
  thing = g_hash_table_lookup (self->folded, folded);
  g_hash_table_insert (self->seen, g_strdup (cell), thing);
  return thing;
}

/* How many letters differ (Levenshtein), of two folded names. */
static guint
distance (const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
  g_autofree guint *row = g_new (guint, n_b + 1);

  for (glong j = 0; j <= n_b; j++)
    row[j] = (guint) j;
  for (glong i = 1; i <= n_a; i++) {
    guint corner = row[0]++;

    for (glong j = 1; j <= n_b; j++) {
      guint change = corner + (a[i - 1] != b[j - 1]);

      corner = row[j];
      row[j] = MIN (change, MIN (row[j], row[j - 1]) + 1);
    }
  }
  return row[n_b];
}

/* One letter in four may differ, or the one name holds the other. */
static gpointer
index_like (Index *self, const char *cell)
{
  g_autofree char *folded = akk_measurement_fold (cell);
  glong n_cell, n_name;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (folded, -1, &n_cell);
  guint best = G_MAXUINT;
  gpointer like = NULL, name, thing;
  const char *best_name = "";
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, self->folded);
  while (n_cell >= 3 && n_cell <= MAX_LIKE && g_hash_table_iter_next (&iter, &name, &thing)) {
    g_autofree gunichar *other = g_utf8_to_ucs4_fast (name, -1, &n_name);
    guint far = G_MAXUINT;

    if (n_name <= MAX_LIKE)
      far = distance (letters, n_cell, other, n_name);
    if (far > MAX (1, MAX (n_cell, n_name) / 4))
      far = strstr (name, folded) != NULL || (n_name >= 4 && strstr (folded, name) != NULL)
                ? MAX_LIKE
                : G_MAXUINT;
    if (far < best || (far == best && like != NULL && strcmp (name, best_name) < 0)) {
      best = far;
      best_name = name;
      like = thing;
    }
  }
  return like;
}

/* --- Reading the store --- */

static void
party_free (gpointer data)
{
  AkkMeasuredParty *party = data;

  g_free (party->name);
  g_free (party->nis);
  g_free (party);
}

static void
read_parties (AkkMeasurementNames *self, AkkStore *store, gint64 agreement_id)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (store, agreement_id);

  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];
    const AkkOrganisation *organisation = entry->organisation;
    AkkMeasuredParty *party;

    if (organisation == NULL || (organisation->kind != AKK_ORGANISATION_MUNICIPALITY &&
                                 organisation->kind != AKK_ORGANISATION_CITY))
      continue;
    party = g_new0 (AkkMeasuredParty, 1);
    party->id = entry->party->record.id;
    party->name = g_strdup (akk_organisation_short (organisation));
    party->nis = g_strstrip (g_strdup (organisation->nis));
    g_ptr_array_add (self->parties, party);
    index_add (&self->by_party, party->name, party);
    index_add (&self->by_party, organisation->name, party);
    if (*party->nis != '\0')
      g_hash_table_insert (self->nis, party->nis, party);
  }
}

static void
add_group (AkkMeasurementNames *self, const char *name)
{
  g_autofree char *folded = akk_measurement_fold (name);
  char *kept;

  if (*folded == '\0' || g_hash_table_contains (self->by_group.folded, folded))
    return;
  kept = g_strdup (name);
  g_ptr_array_add (self->groups, kept);
  index_add (&self->by_group, kept, kept);
}

static void
measured_group_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  if (*texts[0] != '\0')
    add_group (data, texts[0]);
}

static void
action_groups_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  g_auto (GStrv) names = akk_tags_split (texts[0]);

  for (guint i = 0; names[i] != NULL; i++)
    add_group (data, names[i]);
}

static void
read_indicators (AkkMeasurementNames *self, AkkStore *store, gint64 agreement_id)
{
  static const char *const groups[] = { "target_group", NULL }, *const tags[] = { "target_groups",
                                                                                  NULL };
  g_autoptr (GListModel) indicators =
      akk_store_list (store, &akk_indicator_record, "agreement_id", agreement_id);

  for (guint i = 0; i < AKK_PACT_N_TARGET_GROUPS; i++)
    add_group (self, akk_pact_target_group (self->phrases, i));
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++) {
    g_autoptr (AkkIndicator) indicator = g_list_model_get_item (indicators, i);
    AkkIndicator *kept = akk_record_duplicate (indicator);

    g_ptr_array_add (self->indicators, kept);
    index_add (&self->by_indicator, kept->name, kept);
    if (kept->by_target_group)
      akk_store_each (store, &akk_measurement_record, groups, "indicator_id", kept->record.id,
                      measured_group_cb, self);
  }
  akk_store_each (store, &akk_action_record, tags, "agreement_id", agreement_id, action_groups_cb,
                  self);
}

static void
read_words (AkkMeasurementNames *self)
{
  for (guint word = 0; word < AKK_MEASURE_N_WORDS; word++) {
    g_auto (GStrv) words = akk_tags_split (akk_phrases_get (self->phrases, word_keys[word]));

    self->words[word] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->first[word] = g_strdup (words[0]);
    for (guint i = 0; words[i] != NULL; i++)
      g_hash_table_add (self->words[word], fold_word (words[i]));
  }
  self->steps = g_new0 (char *, AKK_SCALE_STEPS + 1);
  for (guint i = 0; i < AKK_SCALE_STEPS; i++) {
    g_autofree char *key = g_strdup_printf ("scale-%u", i);

    self->steps[i] = g_strdup (akk_phrases_get (self->phrases, key));
  }
}

/* --- Public --- */

AkkMeasurementNames *
akk_measurement_names_new (AkkStore *store, gint64 agreement_id, AkkPhrases *phrases)
{
  AkkMeasurementNames *self = g_new0 (AkkMeasurementNames, 1);

  self->phrases = akk_phrases_new (akk_phrases_language (phrases), NULL);
  self->indicators = g_ptr_array_new_with_free_func (g_object_unref);
  self->parties = g_ptr_array_new_with_free_func (party_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->nis = g_hash_table_new (g_str_hash, g_str_equal);
  index_init (&self->by_indicator);
  index_init (&self->by_party);
  index_init (&self->by_group);
  read_words (self);
  read_parties (self, store, agreement_id);
  read_indicators (self, store, agreement_id);
  return self;
}

void
akk_measurement_names_free (AkkMeasurementNames *self)
{
  index_clear (&self->by_indicator);
  index_clear (&self->by_party);
  index_clear (&self->by_group);
  g_hash_table_unref (self->nis);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->parties);
  g_ptr_array_unref (self->groups);
  for (guint i = 0; i < AKK_MEASURE_N_WORDS; i++) {
    g_hash_table_unref (self->words[i]);
    g_free (self->first[i]);
  }
  g_strfreev (self->steps);
  akk_phrases_free (self->phrases);
  g_free (self);
}

GPtrArray *
akk_measurement_names_indicators (const AkkMeasurementNames *self)
{
  return self->indicators;
}

GPtrArray *
akk_measurement_names_parties (const AkkMeasurementNames *self)
{
  return self->parties;
}

const AkkIndicator *
akk_measurement_names_indicator (const AkkMeasurementNames *self, gint64 id)
{
  for (guint i = 0; i < self->indicators->len; i++)
    if (((AkkIndicator *) self->indicators->pdata[i])->record.id == id)
      return self->indicators->pdata[i];
  return NULL;
}

const AkkMeasuredParty *
akk_measurement_names_party (const AkkMeasurementNames *self, gint64 id)
{
  for (guint i = 0; i < self->parties->len; i++)
    if (((AkkMeasuredParty *) self->parties->pdata[i])->id == id)
      return self->parties->pdata[i];
  return NULL;
}

const AkkIndicator *
akk_measurement_names_find_indicator (AkkMeasurementNames *self, const char *cell)
{
  return index_find (&self->by_indicator, cell);
}

/* "42010 Laarne", "Laarne (42010)": the code, else what remains without it. */
static const AkkMeasuredParty *
find_with_code (AkkMeasurementNames *self, const char *cell)
{
  g_autofree char *folded = akk_measurement_fold (cell);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++) {
    if (strlen (parts[i]) == 5 && strspn (parts[i], "0123456789") == 5) {
      const AkkMeasuredParty *party = g_hash_table_lookup (self->nis, parts[i]);

      if (party != NULL)
        return party;
    } else
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", parts[i]);
  }
  return g_hash_table_lookup (self->by_party.folded, rest->str);
}

const AkkMeasuredParty *
akk_measurement_names_find_party (AkkMeasurementNames *self, const char *cell)
{
  const AkkMeasuredParty *party = index_find (&self->by_party, cell);

  if (party == NULL && strpbrk (cell, "0123456789") != NULL) {
    party = find_with_code (self, cell);
    g_hash_table_insert (self->by_party.seen, g_strdup (cell), (gpointer) party);
  }
  return party;
}

const char *
akk_measurement_names_find_group (AkkMeasurementNames *self, const char *cell)
{
  return index_find (&self->by_group, cell);
}

const char *
akk_measurement_names_like_indicator (AkkMeasurementNames *self, const char *cell)
{
  const AkkIndicator *indicator = index_like (&self->by_indicator, cell);

  return indicator != NULL ? indicator->name : NULL;
}

const char *
akk_measurement_names_like_party (AkkMeasurementNames *self, const char *cell)
{
  const AkkMeasuredParty *party = index_like (&self->by_party, cell);

  return party != NULL ? party->name : NULL;
}

const char *
akk_measurement_names_like_group (AkkMeasurementNames *self, const char *cell)
{
  return index_like (&self->by_group, cell);
}

gboolean
akk_measurement_names_is (const AkkMeasurementNames *self, AkkMeasureWord word, const char *cell)
{
  g_autofree char *folded = fold_word (cell);

  return g_hash_table_contains (self->words[word], folded);
}

const char *
akk_measurement_names_word (const AkkMeasurementNames *self, AkkMeasureWord word)
{
  return self->first[word];
}

const char *
akk_measurement_names_step (const AkkMeasurementNames *self, guint step)
{
  return step < g_strv_length (self->steps) ? self->steps[step] : "";
}

int
akk_measurement_names_find_step (const AkkMeasurementNames *self, const char *cell)
{
  g_autofree char *folded = fold_word (cell);

  for (guint i = 0; self->steps[i] != NULL; i++) {
    g_autofree char *step = fold_word (self->steps[i]);

    if (g_str_equal (step, folded))
      return (int) i;
  }
  return -1;
}

AkkPhrases *
akk_measurement_names_phrases (const AkkMeasurementNames *self)
{
  return self->phrases;
}
