/* The inside of the details of an action, shared by their files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/action-panel.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

struct _AkkActionPanel {
  AdwBin parent_instance;

  GtkLabel *place_label, *title_label, *description_label;
  AdwPreferencesGroup *fact_group, *commitment_group, *more_group, *lineage_group;
  GtkListBox *contribution_list, *log_list, *attachment_list;
  AdwEntryRow *news_row;
  GtkWidget *status_row, *reason_row, *status_glyph, *lead_row, *deadline_row, *follow_up_row,
      *progress_row;
  GPtrArray *plain_rows; /* of commitments, more and lineage: borrowed, each in its group */

  AkkActionScope *scope;
  AkkAction *action; /* NULL: none */
  gboolean filling;
};

/* --- action-panel-facts.c: the rows that are written in --- */

void akk_action_panel_add_facts (AkkActionPanel *self);
void akk_action_panel_remove_facts (AkkActionPanel *self);
void akk_action_panel_show_facts (AkkActionPanel *self);

/* --- action-panel-lists.c: what belongs to the action --- */

void akk_action_panel_install_lists (GtkWidgetClass *widget_class);
void akk_action_panel_set_up_lists (AkkActionPanel *self);
void akk_action_panel_show_lists (AkkActionPanel *self);

/* --- action-panel-links.c: what it has to do with elsewhere --- */

void akk_action_panel_show_links (AkkActionPanel *self);

G_END_DECLS
