/* The page Overleg: the bodies of an agreement, their year, their meetings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/consultation-page.h"

#include <glib/gi18n.h>

#include "ui/meeting-page.h"
#include "ui/undo-button.h"

struct _AkkConsultationPage {
  AdwBin parent_instance;

  AdwNavigationView *navigation;

  gboolean narrow;
  AkkStore *store;
  AkkAgreement *agreement;
};

G_DEFINE_FINAL_TYPE (AkkConsultationPage, akk_consultation_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- Virtual functions --- */

static void
akk_consultation_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_CONSULTATION_PAGE (object)->narrow);
}

static void
akk_consultation_page_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  AKK_CONSULTATION_PAGE (object)->narrow = g_value_get_boolean (value);
}

static void
akk_consultation_page_dispose (GObject *object)
{
  AkkConsultationPage *self = AKK_CONSULTATION_PAGE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (akk_consultation_page_parent_class)->dispose (object);
}

static void
akk_consultation_page_class_init (AkkConsultationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_consultation_page_get_property;
  object_class->set_property = akk_consultation_page_set_property;
  object_class->dispose = akk_consultation_page_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/consultation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkConsultationPage, navigation);
}

static void
akk_consultation_page_init (AkkConsultationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

void
akk_consultation_page_set_agreement (AkkConsultationPage *self,
                                     AkkStore *store,
                                     AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  g_set_object (&self->store, store);
  g_set_object (&self->agreement, agreement);
}

void
akk_consultation_page_show_meeting (AkkConsultationPage *self, gint64 id)
{
  g_autoptr (AkkMeeting) meeting = NULL;

  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  if (self->store == NULL)
    return;
  meeting = akk_store_get (self->store, &akk_meeting_record, id);
  if (meeting != NULL)
    adw_navigation_view_push (self->navigation,
                              ADW_NAVIGATION_PAGE (akk_meeting_page_new (self->store, meeting)));
}

void
akk_consultation_page_show_body (AkkConsultationPage *self, gint64 id)
{
  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));
}

void
akk_consultation_page_show_signal (AkkConsultationPage *self, gint64 id)
{
  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));
}

void
akk_consultation_page_plan_dates (AkkConsultationPage *self, gint64 body_id)
{
  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));
}
