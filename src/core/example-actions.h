/* The library of example actions: a beginning that is then made one's own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action.h"
#include "core/agreement.h"
#include "core/plan.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Who does what in it: `kind` of organisation, and what such a partner is called. */
typedef struct {
  gint64 kind;
  char *partner, *role, *contribution;
} AkkExampleRole;

typedef struct {
  char *title;
  char *description; /* CommonMark */
  gint64 kind; /* AkkActionKind */
  char *domains, *target_groups, *policies; /* tags.h */
  GPtrArray *roles; /* AkkExampleRole */
} AkkExampleAction;

/* Those of data/actions/LANGUAGE.ini, in its order. Elements AkkExampleAction. Errors: of GKeyFile
 * and GFileError; AKK_PHRASES_ERROR. */
GPtrArray *akk_example_actions_new (const char *language, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Inside an action of the store: an action of the plan (NULL: of none), not started, with a
 * contribution for each role. The party of the agreement that is the only one of its kind takes the
 * role; where there are more or none, it is the partner of that name. */
AkkAction *akk_example_action_insert (const AkkExampleAction *self,
                                      AkkStore *store,
                                      AkkAgreement *agreement,
                                      AkkPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
