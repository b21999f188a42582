/* What the views do to actions: one step of the store for all of them, with what has to be asked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arrays hold ids (gint64). Few actions have changed on return, when nothing is to be asked;
 * many change little by little under a dialog that says how far it is, where it can be stopped:
 * then nothing has changed. Dialogs lie over `widget`, which may go before they are answered. */
#pragma once

#include <adwaita.h>

#include "core/action-edit.h"

G_BEGIN_DECLS

/* Asks for the reason where the status wants one: then nothing has changed yet on return. */
void akk_actions_set_status (GtkWidget *widget,
                             AkkStore *store,
                             const GArray *ids,
                             AkkActionStatus status);
void akk_actions_set_lead (GtkWidget *widget, AkkStore *store, const GArray *ids, gint64 party_id);
void akk_actions_set_priority (GtkWidget *widget,
                               AkkStore *store,
                               const GArray *ids,
                               gint64 priority_id);
void akk_actions_ask_deadline (GtkWidget *widget, AkkStore *store, const GArray *ids);
/* `plan_id` 0: into none. */
void akk_actions_move (GtkWidget *widget, AkkStore *store, const GArray *ids, gint64 plan_id);
/* Offers to undo it. */
void akk_actions_delete (GtkWidget *widget, AkkStore *store, const GArray *ids);

/* Menus of choices; each item does `action` with an id or a value (x). */
GMenuModel *akk_action_statuses_menu (const char *action) G_GNUC_WARN_UNUSED_RESULT;
GMenuModel *akk_action_leads_menu (AkkStore *store,
                                   gint64 agreement_id,
                                   const char *action) G_GNUC_WARN_UNUSED_RESULT;
GMenuModel *akk_action_priorities_menu (AkkStore *store,
                                        gint64 agreement_id,
                                        const char *action) G_GNUC_WARN_UNUSED_RESULT;
GMenuModel *akk_action_plans_menu (AkkStore *store,
                                   gint64 agreement_id,
                                   const char *action) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
