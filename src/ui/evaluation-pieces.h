/* The pieces of the page Evaluatie, each a template: their children are the page's.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/findings-list.h"
#include "ui/preview.h"
#include "ui/segment-bar.h"

G_BEGIN_DECLS

/* One part of a report: heading, facts, conclusions, narrative. */
#define AKK_TYPE_EVALUATION_PART_VIEW (akk_evaluation_part_view_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkEvaluationPartView, akk_evaluation_part_view, AKK, EVALUATION_PART_VIEW, AdwBin)
struct _AkkEvaluationPartView {
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *heading_label;
  AdwPreferencesGroup *facts_group;
  GtkBox *conclusions_box;
  GtkBox *narrative_box;
  GtkListBox *stale_list;
  AdwBin *narrative_bin;
  GtkWidget *buttons_box;
  GtkButton *sentences_button;
  GtkToggleButton *ready_button;
  GtkWidget *ready_image;
};

/* The parts of a report, to choose one. */
#define AKK_TYPE_EVALUATION_PARTS (akk_evaluation_parts_get_type ())
G_DECLARE_FINAL_TYPE (AkkEvaluationParts, akk_evaluation_parts, AKK, EVALUATION_PARTS, AdwBin)
struct _AkkEvaluationParts {
  AdwBin parent_instance;

  GtkListBox *parts_list;
  GtkEventController *focus; /* of the list */
};

/* Who signed a report, and who still has to. */
#define AKK_TYPE_EVALUATION_SIGNATURES (akk_evaluation_signatures_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkEvaluationSignatures, akk_evaluation_signatures, AKK, EVALUATION_SIGNATURES, AdwBin)
struct _AkkEvaluationSignatures {
  AdwBin parent_instance;

  GtkListBox *list;
  GtkLabel *count_label;
  AkkSegmentBar *segments;
  GtkWidget *note_button;
};

/* What stands beside a report: its pages, findings, or signatures. */
#define AKK_TYPE_EVALUATION_SIDE (akk_evaluation_side_get_type ())
G_DECLARE_FINAL_TYPE (AkkEvaluationSide, akk_evaluation_side, AKK, EVALUATION_SIDE, AdwBin)
struct _AkkEvaluationSide {
  AdwBin parent_instance;

  GtkStack *side_stack;
  GtkScrolledWindow *preview_scroller;
  AkkPreview *preview;
  AkkFindingsList *findings_list;
  AkkEvaluationSignatures *signatures;
};

/* The menu of the page. */
#define AKK_TYPE_EVALUATION_MENU (akk_evaluation_menu_get_type ())
G_DECLARE_FINAL_TYPE (AkkEvaluationMenu, akk_evaluation_menu, AKK, EVALUATION_MENU, GtkBox)
struct _AkkEvaluationMenu {
  GtkBox parent_instance;
};

G_END_DECLS
