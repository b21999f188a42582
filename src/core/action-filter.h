/* Which actions are shown, and in what order: one filter for every view, and for paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-rows.h"

G_BEGIN_DECLS

#define AKK_YEAR_NONE (-1)

/* What is 0, NULL or FALSE does not restrict. */
typedef struct {
  gint64 year; /* those of plans that hold the year; AKK_YEAR_NONE: those in no plan */
  gint64 plan_id, priority_id;
  gint64 party_id; /* leads, owns or contributes */
  gint64 lead_id, municipality_id;
  guint statuses; /* bits of standings (action.h) */
  guint kinds; /* bits of AkkActionKind */
  gboolean open, late, silent;
  char *tags[AKK_N_TAGS]; /* a name of each kind */
  char *text; /* words, the last one as the beginning of one */
} AkkActionFilter;

void akk_action_filter_clear (AkkActionFilter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AkkActionFilter, akk_action_filter_clear)
void akk_action_filter_copy (AkkActionFilter *self, const AkkActionFilter *other);
/* Whether nothing but the year and the plan restricts. */
gboolean akk_action_filter_is_empty (const AkkActionFilter *self);

/* A restriction in words: what it is about, and its value as people call it (a title, a name, a
 * code of an ENUM's label is translated by who shows it). */
typedef enum {
  AKK_FACET_PRIORITY,
  AKK_FACET_PARTY,
  AKK_FACET_LEAD,
  AKK_FACET_MUNICIPALITY,
  AKK_FACET_STATUS, /* value: the code of the standing (action.h); one facet for each */
  AKK_FACET_KIND, /* value: the code of the kind; one facet for each */
  AKK_FACET_OPEN, /* these three have no value */
  AKK_FACET_LATE,
  AKK_FACET_SILENT,
  AKK_FACET_TARGET_GROUP,
  AKK_FACET_DOMAIN,
  AKK_FACET_POLICY,
  AKK_FACET_TEXT,
} AkkFacetKind;
typedef struct {
  AkkFacetKind kind;
  char *value;
} AkkFacet;
/* Elements AkkFacet, in the order of the enum; empty when the filter is. */
GPtrArray *akk_action_filter_facets (const AkkActionFilter *self,
                                     AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;
/* Takes one restriction away. */
void akk_action_filter_remove (AkkActionFilter *self, const AkkFacet *facet);

typedef enum {
  AKK_SORT_PLAN, /* as they stand in the plan */
  AKK_SORT_NUMBER,
  AKK_SORT_TITLE,
  AKK_SORT_STATUS, /* what is late first, then by status */
  AKK_SORT_LEAD, /* by the order of the parties */
  AKK_SORT_DEADLINE, /* or the day to follow up; those without either last */
} AkkActionSort;

/* The indices (guint) of the rows that pass on `day`, always by priority (those without one last),
 * within a priority by `sort`. */
GArray *akk_action_filter_apply (const AkkActionFilter *self,
                                 AkkActionRows *rows,
                                 AkkActionSort sort,
                                 gboolean descending,
                                 gint64 day) G_GNUC_WARN_UNUSED_RESULT;

/* Which cells of domains × target groups actions stand in: [domain][target group] → indices. An
 * action stands in each cell of its domains and target groups. `cells` has akk_action_rows_names()
 * of both kinds: n_domains × n_target_groups elements GArray of guint, row by row. Those that name
 * no domain or no target group stand nowhere: `outside` counts them. */
typedef struct {
  guint n_domains, n_target_groups;
  GPtrArray *cells;
  guint outside;
} AkkActionMatrix;
AkkActionMatrix *akk_action_matrix_new (AkkActionRows *rows,
                                        const GArray *indices) G_GNUC_WARN_UNUSED_RESULT;
void akk_action_matrix_free (AkkActionMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkActionMatrix, akk_action_matrix_free)
const GArray *
akk_action_matrix_cell (const AkkActionMatrix *self, guint domain, guint target_group);
/* Cells where the Pact expects cooperation and none of the actions stands. */
guint akk_action_matrix_missing (const AkkActionMatrix *self);

G_END_DECLS
