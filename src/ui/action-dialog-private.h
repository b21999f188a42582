/* The inside of the dialog of an action, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-draft.h"
#include "ui/action-dialog.h"
#include "ui/record-form.h"
#include "ui/tick-row.h"

G_BEGIN_DECLS

struct _AkkActionDialog {
  AdwDialog parent_instance;

  AdwWindowTitle *title;
  AdwViewStack *stack;
  AdwPreferencesPage *what_page, *who_page, *follow_page;

  AkkStore *store;
  AkkAgreement *agreement;
  AkkActionDraft *draft;
  char *before; /* the draft as it was opened, to see whether something would be lost */
  AkkTickRow *target_groups_row, *domains_row, *policies_row, *commitments_row;
  GtkWidget *title_row, *priority_row, *office_row, *attachments;
};

/* Each fills its page from the draft. */
void akk_action_dialog_add_what (AkkActionDialog *self);
void akk_action_dialog_add_who (AkkActionDialog *self);
void akk_action_dialog_add_follow_up (AkkActionDialog *self);

/* Writes what is ticked into the draft: names that were typed without Enter, too. */
void akk_action_dialog_read_ticks (AkkActionDialog *self);

/* Ticks a commitment; its words become the title of an action without one. */
void akk_action_dialog_carry_out (AkkActionDialog *self, gint64 commitment);

/* A group of rows for fields of the action, on a page. Borrowed. */
AkkRecordForm *
akk_action_dialog_add_form (AkkActionDialog *self, AdwPreferencesPage *page, const char *title);

G_END_DECLS
