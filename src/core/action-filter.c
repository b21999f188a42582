/* Which actions are shown, and in what order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-filter.h"

#include <string.h>

#include "core/organisation.h"
#include "core/party.h"
#include "core/priority.h"
#include "core/store-values.h"

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

static char *
party_name (AkkStore *store, gint64 party_id)
{
  g_autoptr (AkkParty) party = akk_store_get (store, &akk_party_record, party_id);
  g_autoptr (AkkOrganisation) organisation =
      party != NULL ? akk_store_get (store, &akk_organisation_record, party->organisation_id)
                    : NULL;

  return g_strdup (organisation != NULL ? akk_organisation_short (organisation) : "");
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
    add_facet (facets, AKK_FACET_PARTY, party_name (store, self->party_id));
  if (self->lead_id != 0)
    add_facet (facets, AKK_FACET_LEAD, party_name (store, self->lead_id));
  if (self->municipality_id != 0)
    add_facet (facets, AKK_FACET_MUNICIPALITY, party_name (store, self->municipality_id));
  add_choices (facets, AKK_FACET_STATUS, akk_action_statuses, self->statuses);
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
    self->statuses &= ~choice_bit (akk_action_statuses, facet->value);
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
  GHashTable *found; /* ids of those that hold the words; NULL: no words */
  AkkActionSort sort;
  int direction;
  GHashTable *titles; /* id → what the title sorts by */
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

static gboolean
passes (const Passing *passing, const AkkActionRow *row)
{
  const AkkActionFilter *filter = passing->filter;

  if (!passes_year (filter, row) ||
      (filter->priority_id != 0 && row->priority_id != filter->priority_id) ||
      (filter->party_id != 0 && (row->partners & passing->party) == 0) ||
      (filter->lead_id != 0 && row->lead_id != filter->lead_id) ||
      (filter->municipality_id != 0 && row->municipality_id != filter->municipality_id) ||
      (filter->statuses != 0 && (filter->statuses >> row->status & 1) == 0) ||
      (filter->kinds != 0 && (filter->kinds >> row->kind & 1) == 0))
    return FALSE;
  for (guint i = 0; i < AKK_N_TAGS; i++)
    if (filter->tags[i] != NULL && (row->tags[i] & passing->tags[i]) == 0)
      return FALSE;
  return (!filter->open || akk_action_row_open (row)) &&
         (!filter->late || akk_action_row_late (row, passing->day)) &&
         (!filter->silent || akk_action_row_silent (row, passing->day) > 0) &&
         (passing->found == NULL || g_hash_table_contains (passing->found, &row->id));
}

/* --- Order --- */

static gint64
due (const AkkActionRow *row)
{
  gint64 day = row->deadline != AKK_NO_DATE ? row->deadline : row->follow_up;

  return day != AKK_NO_DATE ? day : G_MAXINT64;
}

static guint
lead_place (const Passing *passing, const AkkActionRow *row)
{
  guint64 bit = akk_action_rows_party_bit (passing->rows, row->lead_id);

  return bit != 0 ? (guint) __builtin_ctzll (bit) : G_MAXUINT;
}

static guint
status_place (const Passing *passing, const AkkActionRow *row)
{
  return akk_action_row_late (row, passing->day) ? 0 : 1u + row->status;
}

#define COMPARE(A, B) ((A) < (B) ? -1 : (A) > (B))

static int
compare_key (const Passing *passing, const AkkActionRow *one, const AkkActionRow *other)
{
  switch (passing->sort) {
  case AKK_SORT_TITLE:
  case AKK_SORT_NUMBER:
    return strcmp (g_hash_table_lookup (passing->titles, &one->id),
                   g_hash_table_lookup (passing->titles, &other->id));
  case AKK_SORT_STATUS:
    return COMPARE (status_place (passing, one), status_place (passing, other));
  case AKK_SORT_LEAD:
    return COMPARE (lead_place (passing, one), lead_place (passing, other));
  case AKK_SORT_DEADLINE:
    return COMPARE (due (one), due (other));
  case AKK_SORT_PLAN:
    break;
  }
  return 0;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Passing *passing = data;
  const AkkActionRow *one = akk_action_rows_row (passing->rows, *(const guint *) a);
  const AkkActionRow *other = akk_action_rows_row (passing->rows, *(const guint *) b);
  int order;

  if (one->priority != other->priority) /* 0, none, comes last */
    return COMPARE ((guint16) (one->priority - 1), (guint16) (other->priority - 1));
  order = compare_key (passing, one, other) * passing->direction;
  if (order == 0)
    order = strcmp (one->position, other->position);
  return order != 0 ? order : COMPARE (one->id, other->id);
}

static void
add_title_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  const Passing *passing = data;

  g_hash_table_insert (passing->titles, g_memdup2 (&id, sizeof id),
                       passing->sort == AKK_SORT_NUMBER
                           ? g_utf8_collate_key_for_filename (texts[0], -1)
                           : g_utf8_collate_key (texts[0], -1));
}

static void
read_titles (Passing *passing)
{
  const char *fields[] = { passing->sort == AKK_SORT_NUMBER ? "number" : "title", NULL };

  passing->titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  akk_store_each (akk_action_rows_store (passing->rows), &akk_action_record, fields, "agreement_id",
                  akk_action_rows_agreement_id (passing->rows), add_title_cb, passing);
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
                      .party = akk_action_rows_party_bit (rows, self->party_id),
                      .sort = sort,
                      .direction = descending ? -1 : 1 };

  for (AkkTagKind kind = 0; kind < AKK_N_TAGS; kind++)
    if (self->tags[kind] != NULL)
      passing.tags[kind] = akk_action_rows_name_bit (rows, kind, self->tags[kind]);
  if (self->text != NULL)
    passing.found =
        akk_store_search_ids (akk_action_rows_store (rows), &akk_action_record, self->text);
  for (guint i = 0; i < akk_action_rows_length (rows); i++)
    if (passes (&passing, akk_action_rows_row (rows, i)))
      g_array_append_val (indices, i);
  if (sort == AKK_SORT_TITLE || sort == AKK_SORT_NUMBER)
    read_titles (&passing);
  g_array_sort_with_data (indices, compare_rows, &passing);
  g_clear_pointer (&passing.found, g_hash_table_unref);
  g_clear_pointer (&passing.titles, g_hash_table_unref);
  return indices;
}
