/* An action of many thousands of changes, done little by little.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/store-long.h"

#include "core/store-private.h"

/* Changes that are looked at or written in one step: a few milliseconds. */
#define CHANGES 100

struct _AkkLongAction {
  AkkStore *store; /* owned */
  AkkFill fill; /* NULL: all is filled in */
  gpointer data;
  AkkEnding ending; /* from then on */
};

/* Lists that were made while it was being written may have seen some of it. */
static void
over (AkkLongAction *self)
{
  self->store->long_action = NULL;
  if (!self->ending.done && self->ending.step != NULL)
    akk_store_reload_lists (self->store);
}

/* --- For the store --- */

void
akk_store_hurry (AkkStore *self)
{
  AkkLongAction *action = self->long_action;

  while (action != NULL && akk_long_action_step (action))
    continue;
}

/* --- Public --- */

AkkLongAction *
akk_long_action_new (AkkStore *store, const char *label, AkkFill fill, gpointer data)
{
  AkkLongAction *self = g_new0 (AkkLongAction, 1);

  akk_store_begin (store, label);
  self->store = g_object_ref (store);
  self->fill = fill;
  self->data = data;
  store->long_action = self;
  return self;
}

gboolean
akk_long_action_step (AkkLongAction *self)
{
  if (self->store->long_action != self)
    return FALSE; /* it is over */
  if (self->fill != NULL) {
    if (!self->fill (self->store, self->data)) {
      self->fill = NULL;
      akk_ending_init (&self->ending, self->store);
    }
    return TRUE;
  }
  /* Who hears that it is stored may begin another action. */
  if (self->ending.done)
    self->store->long_action = NULL;
  if (akk_ending_step (&self->ending, CHANGES))
    return TRUE;
  over (self);
  return FALSE;
}

double
akk_long_action_get_progress (AkkLongAction *self)
{
  const AkkAction *action = self->ending.action;

  if (self->fill != NULL || action == NULL || self->ending.step == NULL)
    return self->ending.done ? 1 : 0;
  return action->changes->len > 0 ? (double) self->ending.next / action->changes->len : 1;
}

gboolean
akk_long_action_finish (AkkLongAction *self, GError **error)
{
  while (akk_long_action_step (self))
    continue;
  if (self->ending.error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->ending.error));
  return self->ending.done;
}

void
akk_long_action_free (AkkLongAction *self)
{
  if (self == NULL)
    return;
  if (self->store->long_action == self) {
    if (self->fill != NULL)
      akk_store_cancel (self->store);
    else
      akk_ending_take_back (&self->ending);
    over (self);
  }
  akk_ending_clear (&self->ending);
  g_object_unref (self->store);
  g_free (self);
}
