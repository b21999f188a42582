/* The cards of the page Indicatoren, and on a small window its filter above them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicators-cards.h"

G_DEFINE_FINAL_TYPE (AkkIndicatorsCards, akk_indicators_cards, ADW_TYPE_BIN)

static void
akk_indicators_cards_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_INDICATORS_CARDS);
  G_OBJECT_CLASS (akk_indicators_cards_parent_class)->dispose (object);
}

static void
akk_indicators_cards_class_init (AkkIndicatorsCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_indicators_cards_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/indicators-cards.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorsCards, small_filter_place);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorsCards, cards);
}

static void
akk_indicators_cards_init (AkkIndicatorsCards *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
