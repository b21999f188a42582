/* Which actions are shown, and in what order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-filter.h"

#include <string.h>

#include "core/organisation.h"
#include "core/parties.h"
#include "core/party.h"
#include "core/priority.h"

void
akk_action_filter_clear (AkkActionFilter *self)
{
  for (guint i = 0; i < AKK_N_TAGS; i++)
    g_free (self->tags[i]);
  g_free (self->text);
  *self = (AkkActionFilter) { 0 };
}

void
akk_action_filter_copy (AkkActionFilter *self, const AkkActionFilter *other)
{
  AkkActionFilter copy = *other;

  for (guint i = 0; i < AKK_N_TAGS; i++)
    copy.tags[i] = g_strdup (other->tags[i]);
  copy.text = g_strdup (other->text);
  akk_action_filter_clear (self);
  *self = copy;
}

gboolean
akk_action_filter_is_empty (const AkkActionFilter *self)
{
  for (guint i = 0; i < AKK_N_TAGS; i++)
    if (self->tags[i] != NULL)
      return FALSE;
  return self->priority_id == 0 && self->party_id == 0 && self->lead_id == 0 &&
         self->municipality_id == 0 && self->statuses == 0 && self->kinds == 0 && !self->open &&
         !self->late && !self->silent && (self->text == NULL || *self->text == '\0');
}

/* --- In words --- */

static void
facet_free (gpointer data)
{
  g_free (((AkkFacet *) data)->value);
  g_free (data);
}

static void
add_facet (GPtrArray *facets, AkkFacetKind kind, char *value)
{
  AkkFacet *facet = g_new0 (AkkFacet, 1);

  facet->kind = kind;
  facet->value = value;
  g_ptr_array_add (facets, facet);
}

static void
add_choices (GPtrArray *facets, AkkFacetKind kind, const AkkChoice *choices, guint bits)
{
  for (guint i = 0; choices[i].code != NULL; i++)
    if ((bits >> choices[i].value & 1) != 0)
      add_facet (facets, kind, g_strdup (choices[i].code));
}

GPtrArray *
akk_action_filter_facets (const AkkActionFilter *self, AkkStore *store)
{
  static const AkkFacetKind tag_facets[] = { AKK_FACET_TARGET_GROUP, AKK_FACET_DOMAIN,
                                             AKK_FACET_POLICY };
  GPtrArray *facets = g_ptr_array_new_with_free_func (facet_free);

  if (self->priority_id != 0) {
    g_autoptr (AkkPriority) priority =
        akk_store_get (store, &akk_priority_record, self->priority_id);

    add_facet (facets, AKK_FACET_PRIORITY, g_strdup (priority != NULL ? priority->title : ""));
  }
  if (self->party_id != 0)
    add_facet (facets, AKK_FACET_PARTY, akk_party_short_name (store, self->party_id));
  if (self->lead_id != 0)
    add_facet (facets, AKK_FACET_LEAD, akk_party_short_name (store, self->lead_id));
  if (self->municipality_id != 0)
    add_facet (facets, AKK_FACET_MUNICIPALITY, akk_party_short_name (store, self->municipality_id));
  add_choices (facets, AKK_FACET_STATUS, akk_action_standings, self->statuses);
  add_choices (facets, AKK_FACET_KIND, akk_action_kinds, self->kinds);
  if (self->open)
    add_facet (facets, AKK_FACET_OPEN, g_strdup (""));
  if (self->late)
    add_facet (facets, AKK_FACET_LATE, g_strdup (""));
  if (self->silent)
    add_facet (facets, AKK_FACET_SILENT, g_strdup (""));
  for (guint i = 0; i < AKK_N_TAGS; i++)
    if (self->tags[i] != NULL)
      add_facet (facets, tag_facets[i], g_strdup (self->tags[i]));
  if (self->text != NULL && *self->text != '\0')
    add_facet (facets, AKK_FACET_TEXT, g_strdup (self->text));
  return facets;
}

static guint
choice_bit (const AkkChoice *choices, const char *code)
{
  for (guint i = 0; choices[i].code != NULL; i++)
    if (g_str_equal (choices[i].code, code))
      return 1u << choices[i].value;
  return 0;
}

void
akk_action_filter_remove (AkkActionFilter *self, const AkkFacet *facet)
{
  switch (facet->kind) {
  case AKK_FACET_PRIORITY:
    self->priority_id = 0;
    break;
  case AKK_FACET_PARTY:
    self->party_id = 0;
    break;
  case AKK_FACET_LEAD:
    self->lead_id = 0;
    break;
  case AKK_FACET_MUNICIPALITY:
    self->municipality_id = 0;
    break;
  case AKK_FACET_STATUS:
    self->statuses &= ~choice_bit (akk_action_standings, facet->value);
    break;
  case AKK_FACET_KIND:
    self->kinds &= ~choice_bit (akk_action_kinds, facet->value);
    break;
  case AKK_FACET_OPEN:
    self->open = FALSE;
    break;
  case AKK_FACET_LATE:
    self->late = FALSE;
    break;
  case AKK_FACET_SILENT:
    self->silent = FALSE;
    break;
  case AKK_FACET_TARGET_GROUP:
    g_clear_pointer (&self->tags[AKK_TAG_TARGET_GROUP], g_free);
    break;
  case AKK_FACET_DOMAIN:
    g_clear_pointer (&self->tags[AKK_TAG_DOMAIN], g_free);
    break;
  case AKK_FACET_POLICY:
    g_clear_pointer (&self->tags[AKK_TAG_POLICY], g_free);
    break;
  case AKK_FACET_TEXT:
    g_clear_pointer (&self->text, g_free);
    break;
  }
}

/* --- Passing --- */

typedef struct {
  const AkkActionFilter *filter;
  AkkActionRows *rows;
  gint64 day;
  guint64 tags[AKK_N_TAGS], party;
  char **query; /* akk_action_query(); NULL: no words */
} Passing;

static gboolean
passes_year (const AkkActionFilter *filter, const AkkActionRow *row)
{
  if (filter->plan_id != 0)
    return row->plan_id == filter->plan_id;
  if (filter->year == AKK_YEAR_NONE)
    return row->plan_id == 0;
  return filter->year == 0 || (row->first_year <= filter->year && filter->year <= row->last_year);
}

static gint64
standing_of (const AkkActionRow *row)
{
  return akk_action_standing (row->status, row->successor_id);
}

static gboolean
passes (const Passing *passing, const AkkActionRow *row)
{
  const AkkActionFilter *filter = passing->filter;

  if (!passes_year (filter, row) ||
      (filter->priority_id != 0 && row->priority_id != filter->priority_id) ||
      (filter->party_id != 0 && (row->partners & passing->party) == 0) ||
      (filter->lead_id != 0 && row->lead_id != filter->lead_id) ||
      (filter->municipality_id != 0 && row->municipality_id != filter->municipality_id) ||
      (filter->statuses != 0 && (filter->statuses >> standing_of (row) & 1) == 0) ||
      (filter->kinds != 0 && (filter->kinds >> row->kind & 1) == 0))
    return FALSE;
  for (guint i = 0; i < AKK_N_TAGS; i++)
    if (filter->tags[i] != NULL && (row->tags[i] & passing->tags[i]) == 0)
      return FALSE;
  return (!filter->open || akk_action_row_open (row)) &&
         (!filter->late || akk_action_row_late (row, passing->day)) &&
         (!filter->silent || akk_action_row_silent (row, passing->day) > 0) &&
         (passing->query == NULL || akk_action_rows_hold (passing->rows, row, passing->query));
}

/* --- Order --- */

/* A row by what it is sorted by: beside one another these compare quicker than the rows. */
typedef struct {
  guint index; /* which is the order of the plan */
  guint priority; /* those without one last */
  gint64 number;
  const char *key; /* in place of `number`; or NULL */
} Place;

static gint64
due (const AkkActionRow *row)
{
  gint64 day = row->deadline != AKK_NO_DATE ? row->deadline : row->follow_up;

  return day != AKK_NO_DATE ? day : G_MAXINT64;
}

static gint64
lead_place (AkkActionRows *rows, const AkkActionRow *row)
{
  guint64 bit = akk_action_rows_party_bit (rows, row->lead_id);

  return bit != 0 ? __builtin_ctzll (bit) : G_MAXINT64;
}

static Place
place_of (AkkActionRows *rows, guint index, AkkActionSort sort, gint64 day)
{
  const AkkActionRow *row = akk_action_rows_row (rows, index);
  Place place = { .index = index, .priority = (guint16) (row->priority - 1) };

  switch (sort) {
  case AKK_SORT_NUMBER:
    place.key = row->keys[AKK_KEY_NUMBER];
    break;
  case AKK_SORT_TITLE:
    place.key = row->keys[AKK_KEY_TITLE];
    break;
  case AKK_SORT_STATUS:
    place.number = akk_action_row_late (row, day) ? -1 : standing_of (row);
    break;
  case AKK_SORT_LEAD:
    place.number = lead_place (rows, row);
    break;
  case AKK_SORT_DEADLINE:
    place.number = due (row);
    break;
  case AKK_SORT_PLAN:
    break;
  }
  return place;
}

#define COMPARE(A, B) ((A) < (B) ? -1 : (A) > (B))

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Place *one = a, *other = b;
  gboolean descending = GPOINTER_TO_INT (data);
  int order;

  if (one->priority != other->priority)
    return COMPARE (one->priority, other->priority);
  order = one->key != NULL && other->key != NULL ? strcmp (one->key, other->key)
                                                 : COMPARE (one->number, other->number);
  if (order != 0)
    return descending ? -order : order;
  return COMPARE (one->index, other->index);
}

/* The indices come in the order of the plan. */
static void
sort_indices (
    GArray *indices, AkkActionRows *rows, AkkActionSort sort, gboolean descending, gint64 day)
{
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), indices->len);

  if (sort == AKK_SORT_PLAN)
    return;
  if (sort == AKK_SORT_NUMBER || sort == AKK_SORT_TITLE)
    akk_action_rows_want_keys (rows, sort == AKK_SORT_NUMBER ? AKK_KEY_NUMBER : AKK_KEY_TITLE);
  for (guint i = 0; i < indices->len; i++) {
    Place place = place_of (rows, g_array_index (indices, guint, i), sort, day);

    g_array_append_val (places, place);
  }
  g_array_sort_with_data (places, compare_places, GINT_TO_POINTER (descending));
  for (guint i = 0; i < indices->len; i++)
    g_array_index (indices, guint, i) = g_array_index (places, Place, i).index;
}

GArray *
akk_action_filter_apply (const AkkActionFilter *self,
                         AkkActionRows *rows,
                         AkkActionSort sort,
                         gboolean descending,
                         gint64 day)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));
  Passing passing = { .filter = self,
                      .rows = rows,
                      .day = day,
                      .party = akk_action_rows_party_bit (rows, self->party_id) };

  for (AkkTagKind kind = 0; kind < AKK_N_TAGS; kind++)
    if (self->tags[kind] != NULL)
      passing.tags[kind] = akk_action_rows_name_bit (rows, kind, self->tags[kind]);
  if (self->text != NULL)
    passing.query = akk_action_query (self->text);
  if (passing.query != NULL)
    akk_action_rows_want_words (rows);
  for (guint i = 0; i < akk_action_rows_length (rows); i++)
    if (passes (&passing, akk_action_rows_row (rows, i)))
      g_array_append_val (indices, i);
  sort_indices (indices, rows, sort, descending, day);
  g_strfreev (passing.query);
  return indices;
}
