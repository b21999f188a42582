/* The page Agenda: a year of meetings, obligations and terms.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/calendar-page.h"

#include <glib/gi18n.h>

#include "ui/undo-button.h"

struct _AkkCalendarPage {
  AdwBin parent_instance;

  gboolean narrow;
  AkkStore *store;
};

G_DEFINE_FINAL_TYPE (AkkCalendarPage, akk_calendar_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- Virtual functions --- */

static void
akk_calendar_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_CALENDAR_PAGE (object)->narrow);
}

static void
akk_calendar_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AKK_CALENDAR_PAGE (object)->narrow = g_value_get_boolean (value);
}

static void
akk_calendar_page_dispose (GObject *object)
{
  AkkCalendarPage *self = AKK_CALENDAR_PAGE (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_calendar_page_parent_class)->dispose (object);
}

static void
akk_calendar_page_class_init (AkkCalendarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_calendar_page_get_property;
  object_class->set_property = akk_calendar_page_set_property;
  object_class->dispose = akk_calendar_page_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/calendar-page.ui");
}

static void
akk_calendar_page_init (AkkCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

void
akk_calendar_page_set_store (AkkCalendarPage *self, AkkStore *store)
{
  g_return_if_fail (AKK_IS_CALENDAR_PAGE (self));

  g_set_object (&self->store, store);
}
