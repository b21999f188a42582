/* A meeting: agenda, attendance, minutes, decisions, actions and signals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-page.h"

#include <glib/gi18n.h>

struct _AkkMeetingPage {
  AdwNavigationPage parent_instance;

  gboolean narrow;
  AkkStore *store;
  AkkMeeting *meeting;
};

G_DEFINE_FINAL_TYPE (AkkMeetingPage, akk_meeting_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- Virtual functions --- */

static void
akk_meeting_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_MEETING_PAGE (object)->narrow);
}

static void
akk_meeting_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AKK_MEETING_PAGE (object)->narrow = g_value_get_boolean (value);
}

static void
akk_meeting_page_dispose (GObject *object)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_meeting_page_parent_class)->dispose (object);
}

static void
akk_meeting_page_class_init (AkkMeetingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = akk_meeting_page_get_property;
  object_class->set_property = akk_meeting_page_set_property;
  object_class->dispose = akk_meeting_page_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/be/akkoord/Akkoord/ui/meeting-page.ui");
}

static void
akk_meeting_page_init (AkkMeetingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

AkkMeetingPage *
akk_meeting_page_new (AkkStore *store, AkkMeeting *meeting)
{
  AkkMeetingPage *self = g_object_new (AKK_TYPE_MEETING_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  return self;
}
