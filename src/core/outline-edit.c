/* Moving and renumbering sections.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/outline-edit.h"

#include <string.h>

#include "core/order.h"

#define NONE G_MAXUINT

/* The outline as a tree, and what is to become of it. */
typedef struct {
  GPtrArray *outline;
  guint *parents; /* index of the parent, NONE at the top */
  char **positions; /* new ones, or NULL */
  AkkScheme *schemes;
} Plan;

static const AkkOutlineEntry *
entry_at (GPtrArray *outline, guint index)
{
  return g_ptr_array_index (outline, index);
}

static guint
index_of (GPtrArray *outline, gint64 section)
{
  for (guint i = 0; i < outline->len; i++)
    if (entry_at (outline, i)->section->record.id == section)
      return i;
  return NONE;
}

guint
akk_outline_end (GPtrArray *outline, guint index)
{
  guint depth = entry_at (outline, index)->depth;

  do
    index++;
  while (index < outline->len && entry_at (outline, index)->depth > depth);
  return index;
}

static guint
parent_of (GPtrArray *outline, guint index)
{
  guint depth = entry_at (outline, index)->depth;

  while (index-- > 0)
    if (entry_at (outline, index)->depth < depth)
      return index;
  return NONE;
}

/* --- The plan --- */

static void
plan_init (Plan *plan, GPtrArray *outline)
{
  plan->outline = outline;
  plan->parents = g_new (guint, outline->len);
  plan->positions = g_new0 (char *, outline->len);
  plan->schemes = g_new (AkkScheme, outline->len);
  for (guint i = 0; i < outline->len; i++) {
    plan->parents[i] = parent_of (outline, i);
    plan->schemes[i] = (AkkScheme) entry_at (outline, i)->section->scheme;
  }
}

static void
plan_clear (Plan *plan)
{
  for (guint i = 0; i < plan->outline->len; i++)
    g_free (plan->positions[i]);
  g_free (plan->parents);
  g_free (plan->positions);
  g_free (plan->schemes);
}

static const char *
position_at (const Plan *plan, guint index)
{
  return plan->positions[index] != NULL ? plan->positions[index]
                                        : entry_at (plan->outline, index)->section->position;
}

/* The parts of `parent` but for `left_out`, in their order. Elements: guint. */
static GArray *
parts_of (const Plan *plan, guint parent, guint left_out)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plan->outline->len; i++)
    if (plan->parents[i] == parent && i != left_out)
      g_array_append_val (parts, i);
  return parts;
}

/* Puts an entry among the parts of `parent`, before the one at `before` (NONE: last). Where two
 * people gave two sections the same place there is none between them: then those after it move on.
 */
static void
plan_place (Plan *plan, guint index, guint parent, guint before)
{
  g_autoptr (GArray) parts = parts_of (plan, parent, index);
  guint at = 0;
  const char *low, *high;

  while (at < parts->len && g_array_index (parts, guint, at) != before)
    at++;
  low = at > 0 ? position_at (plan, g_array_index (parts, guint, at - 1)) : "";
  high = at < parts->len ? position_at (plan, g_array_index (parts, guint, at)) : "";
  plan->parents[index] = parent;
  plan->positions[index] = akk_order_between (low, high);
  low = plan->positions[index];
  for (; at < parts->len; at++) {
    guint next = g_array_index (parts, guint, at);

    if (strcmp (low, position_at (plan, next)) < 0)
      break;
    plan->positions[next] = akk_order_between (low, "");
    low = plan->positions[next];
  }
}

static void
change_free (gpointer data)
{
  AkkSectionChange *change = data;

  g_object_unref (change->section);
  g_free (change->position);
  g_free (change);
}

/* What differs from what is stored: also where a section stands at the top because its parent is
 * gone, for a move could bring that parent back above it. */
static GPtrArray *
plan_changes (const Plan *plan)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);

  for (guint i = 0; i < plan->outline->len; i++) {
    AkkSection *section = entry_at (plan->outline, i)->section;
    guint parent_index = plan->parents[i];
    gint64 parent =
        parent_index != NONE ? entry_at (plan->outline, parent_index)->section->record.id : 0;
    const char *position = position_at (plan, i);
    AkkSectionChange *change;

    if (parent == section->parent_id && strcmp (position, section->position) == 0 &&
        plan->schemes[i] == (AkkScheme) section->scheme)
      continue;
    change = g_new0 (AkkSectionChange, 1);
    change->section = g_object_ref (section);
    change->parent = parent;
    change->position = g_strdup (position);
    change->scheme = plan->schemes[i];
    g_ptr_array_add (changes, change);
  }
  return changes;
}

/* --- Moves --- */

/* The next entry with the same parent, NONE if there is none. */
static guint
part_below (const Plan *plan, guint index)
{
  guint next = akk_outline_end (plan->outline, index);

  return next < plan->outline->len && plan->parents[next] == plan->parents[index] ? next : NONE;
}

static guint
part_above (const Plan *plan, guint index)
{
  for (guint i = index; i-- > 0 && i != plan->parents[index];)
    if (plan->parents[i] == plan->parents[index])
      return i;
  return NONE;
}

/* Where the move leads to. FALSE: nowhere. */
static gboolean
find_place (const Plan *plan, guint index, AkkMove move, guint target, guint *parent, guint *before)
{
  guint above = part_above (plan, index), below = part_below (plan, index);

  *parent = plan->parents[index];
  *before = NONE;
  switch (move) {
  case AKK_MOVE_UP:
    *before = above;
    return above != NONE;
  case AKK_MOVE_DOWN:
    *before = below != NONE ? part_below (plan, below) : NONE;
    return below != NONE;
  case AKK_MOVE_IN:
    *parent = above;
    return above != NONE;
  case AKK_MOVE_OUT:
    if (*parent == NONE)
      return FALSE;
    *before = part_below (plan, *parent);
    *parent = plan->parents[*parent];
    return TRUE;
  case AKK_MOVE_BEFORE:
  case AKK_MOVE_AFTER:
    if (target == NONE)
      return FALSE;
    *parent = plan->parents[target];
    *before = move == AKK_MOVE_BEFORE ? target : part_below (plan, target);
    return TRUE;
  case AKK_MOVE_INTO:
    *parent = target;
    return target != NONE;
  default:
    return FALSE;
  }
}

/* As others at that depth, those that move with it aside. */
static AkkScheme
scheme_outside (GPtrArray *outline, guint depth, guint first, guint end)
{
  for (guint i = 0; i < outline->len; i++)
    if ((i < first || i >= end) && entry_at (outline, i)->depth == depth &&
        entry_at (outline, i)->section->scheme != AKK_SCHEME_ANNEX)
      return (AkkScheme) entry_at (outline, i)->section->scheme;
  return AKK_N_SCHEMES;
}

/* How deep the parts of an entry go below it. */
static guint
height_of (GPtrArray *outline, guint index)
{
  guint deepest = 0;

  for (guint i = index; i < akk_outline_end (outline, index); i++)
    deepest = MAX (deepest, entry_at (outline, i)->depth);
  return deepest - entry_at (outline, index)->depth;
}

static gboolean
plan_move (Plan *plan, guint index, AkkMove move, guint target)
{
  GPtrArray *outline = plan->outline;
  guint old_depth = entry_at (outline, index)->depth, end = akk_outline_end (outline, index);
  guint parent, before, depth;

  if (!find_place (plan, index, move, target, &parent, &before))
    return FALSE;
  if (parent != NONE && parent >= index && parent < end)
    return FALSE; /* a part of itself */
  if (parent == plan->parents[index] && (before == index || before == part_below (plan, index)))
    return FALSE; /* it stands there */
  depth = parent != NONE ? entry_at (outline, parent)->depth + 1 : 1;
  if (depth > old_depth && depth + height_of (outline, index) > AKK_OUTLINE_MAX_DEPTH)
    return FALSE;

  for (guint i = index; i < end && depth != old_depth; i++) {
    guint new_depth = entry_at (outline, i)->depth - old_depth + depth;
    AkkScheme scheme = scheme_outside (outline, new_depth, index, end);

    if (scheme < AKK_N_SCHEMES && plan->schemes[i] != AKK_SCHEME_ANNEX)
      plan->schemes[i] = scheme;
  }
  plan_place (plan, index, parent, before);
  return TRUE;
}

GPtrArray *
akk_outline_move (GPtrArray *outline, gint64 section, AkkMove move, gint64 target)
{
  guint index = index_of (outline, section);
  GPtrArray *changes = NULL;
  Plan plan;

  if (index == NONE)
    return NULL;
  plan_init (&plan, outline);
  if (plan_move (&plan, index, move, index_of (outline, target)))
    changes = plan_changes (&plan);
  plan_clear (&plan);
  return changes;
}

GPtrArray *
akk_outline_renumber (GPtrArray *outline, gint64 section, AkkScheme scheme, gboolean all_at_level)
{
  guint index = index_of (outline, section);
  GPtrArray *changes;
  Plan plan;

  if (index == NONE)
    return g_ptr_array_new_with_free_func (change_free);
  plan_init (&plan, outline);
  for (guint i = 0; i < outline->len; i++)
    if (i == index ||
        (all_at_level && entry_at (outline, i)->depth == entry_at (outline, index)->depth))
      plan.schemes[i] = scheme;
  changes = plan_changes (&plan);
  plan_clear (&plan);
  return changes;
}

/* --- Public --- */

AkkScheme
akk_outline_scheme_at (GPtrArray *outline, guint depth)
{
  AkkScheme scheme = scheme_outside (outline, depth, 0, 0);

  if (scheme < AKK_N_SCHEMES)
    return scheme;
  return depth == 1 ? AKK_SCHEME_PART : depth == 2 ? AKK_SCHEME_RUNNING : AKK_SCHEME_NONE;
}

void
akk_section_changes_apply (AkkStore *store, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++) {
    AkkSectionChange *change = changes->pdata[i];

    if (change->section->parent_id != change->parent)
      akk_store_set_int (store, change->section, "parent_id", change->parent);
    if (strcmp (change->section->position, change->position) != 0)
      akk_store_set_text (store, change->section, "position", change->position);
    if (change->section->scheme != (gint64) change->scheme)
      akk_store_set_int (store, change->section, "scheme", change->scheme);
  }
}
