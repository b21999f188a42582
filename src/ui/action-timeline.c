/* The actions of a plan in time, by quarter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-timeline.h"

struct _AkkActionTimeline {
  AdwBin parent_instance;
  AkkActionScope *scope;
};

G_DEFINE_FINAL_TYPE (AkkActionTimeline, akk_action_timeline, ADW_TYPE_BIN)

static void
akk_action_timeline_dispose (GObject *object)
{
  akk_action_timeline_set_scope (AKK_ACTION_TIMELINE (object), NULL);
  G_OBJECT_CLASS (akk_action_timeline_parent_class)->dispose (object);
}

static void
akk_action_timeline_class_init (AkkActionTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_action_timeline_dispose;
}

static void
akk_action_timeline_init (AkkActionTimeline *self)
{
}

void
akk_action_timeline_set_scope (AkkActionTimeline *self, AkkActionScope *scope)
{
  g_set_object (&self->scope, scope);
}
