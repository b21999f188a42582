/* The targets of an indicator and what it belongs to, on its page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-link-groups.h"

G_DEFINE_FINAL_TYPE (AkkIndicatorLinkGroups, akk_indicator_link_groups, GTK_TYPE_BOX)

static void
akk_indicator_link_groups_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_INDICATOR_LINK_GROUPS);
  G_OBJECT_CLASS (akk_indicator_link_groups_parent_class)->dispose (object);
}

static void
akk_indicator_link_groups_class_init (AkkIndicatorLinkGroupsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_indicator_link_groups_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/indicator-link-groups.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorLinkGroups, target_list);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorLinkGroups, bearing_list);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorLinkGroups, no_target_label);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorLinkGroups, no_bearing_label);
}

static void
akk_indicator_link_groups_init (AkkIndicatorLinkGroups *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
