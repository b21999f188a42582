/* The page Evaluatie: the yearly report, its facts and its narratives.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page.h"

struct _AkkEvaluationPage {
  AdwBin parent_instance;

  AkkStore *store;
  AkkAgreement *agreement;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (AkkEvaluationPage, akk_evaluation_page, ADW_TYPE_BIN)

enum { PROP_NARROW = 1, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- Virtual functions --- */

static void
akk_evaluation_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_EVALUATION_PAGE (object)->narrow);
}

static void
akk_evaluation_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AKK_EVALUATION_PAGE (object)->narrow = g_value_get_boolean (value);
}

static void
akk_evaluation_page_dispose (GObject *object)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (object);

  akk_evaluation_page_set_agreement (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_EVALUATION_PAGE);
  G_OBJECT_CLASS (akk_evaluation_page_parent_class)->dispose (object);
}

static void
akk_evaluation_page_class_init (AkkEvaluationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_evaluation_page_get_property;
  object_class->set_property = akk_evaluation_page_set_property;
  object_class->dispose = akk_evaluation_page_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/evaluation-page.ui");
}

static void
akk_evaluation_page_init (AkkEvaluationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

void
akk_evaluation_page_set_agreement (AkkEvaluationPage *self,
                                   AkkStore *store,
                                   AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_EVALUATION_PAGE (self));

  g_set_object (&self->store, store);
  g_set_object (&self->agreement, agreement);
}

void
akk_evaluation_page_show_evaluation (AkkEvaluationPage *self, gint64 id)
{
  g_return_if_fail (AKK_IS_EVALUATION_PAGE (self));
}

void
akk_evaluation_page_show_part (AkkEvaluationPage *self, gint64 id)
{
  g_return_if_fail (AKK_IS_EVALUATION_PAGE (self));
}
