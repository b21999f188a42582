/* The targets of an indicator and what it belongs to, on its page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_INDICATOR_LINK_GROUPS (akk_indicator_link_groups_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkIndicatorLinkGroups, akk_indicator_link_groups, AKK, INDICATOR_LINK_GROUPS, GtkBox)

struct _AkkIndicatorLinkGroups {
  GtkBox parent_instance;

  /* For the page, which fills them. */
  GtkListBox *target_list, *bearing_list;
  GtkWidget *no_target_label, *no_bearing_label;
};

G_END_DECLS
