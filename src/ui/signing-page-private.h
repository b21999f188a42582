/* The inside of the page Ondertekening, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/signing.h"
#include "ui/segment-bar.h"
#include "ui/signing-page.h"
#include "ui/stage-line.h"

G_BEGIN_DECLS

struct _AkkSigningPage {
  AdwBin parent_instance;

  AdwWindowTitle *title;
  AdwBanner *banner;
  AkkStageLine *stage_line;
  GtkStack *stack;
  GtkWidget *table, *empty;
  GtkListBox *list;
  GtkBox *footer;
  GtkLabel *count_label;
  AkkSegmentBar *segments;
  GtkWidget *remind_button, *note_button, *freeze_button;

  AkkStore *store;
  AkkAgreement *agreement;
  AkkSigning *signing; /* as shown */
  GtkSizeGroup *columns[3];
  gboolean shows_namesake; /* the banner speaks of another version with the same number */
  gint64 refused; /* the signatory that the banner speaks of; 0: it speaks of something else */
  guint update; /* idle source */
  gboolean narrow, has_parties;
};

/* signing-page-actions.c: the actions "signing.…". */
void akk_signing_page_install_actions (GtkWidgetClass *widget_class);
/* Which of them can be used now. */
void akk_signing_page_update_actions (AkkSigningPage *self);

G_END_DECLS
