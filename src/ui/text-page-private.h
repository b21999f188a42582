/* The inside of the page Tekst, shared by its two files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement-text.h"
#include "print/paper.h"
#include "ui/editor.h"
#include "ui/outline-pane.h"
#include "ui/preview.h"
#include "ui/text-page.h"

G_BEGIN_DECLS

struct _AkkTextPage {
  AdwBin parent_instance;

  AkkStore *store;
  AkkAgreement *agreement;
  GListModel *sections;
  GPtrArray *outline; /* of sections, as stored */
  AkkText *saved; /* the text as stored, exactly as it was on the screen */
  GHashTable *exact; /* step → Exact */
  GQueue *exact_order;
  gboolean writing; /* our own action is being stored */

  AkkPaper *paper;
  guint preview_tick; /* the preview is to be laid out again */
  gboolean preview_waited; /* the frame of the key has passed */
  gboolean show_outline, show_preview, narrow;

  AkkOutlinePane *outline_pane;
  GtkStack *stack; /* the text, or what to do where there is none yet */
  GtkWidget *editor_scroller, *empty_page, *empty_button;
  AkkEditor *editor;
  AkkPreview *preview;
  GtkToggleButton *bold_button, *italic_button, *bullets_button, *numbers_button;
};

/* text-page-sections.c: add, rename and delete sections; actions "text.…-section". */
void akk_text_page_install_section_actions (GtkWidgetClass *widget_class);

G_END_DECLS
