/* The pieces of the page Evaluatie.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-pieces.h"

G_DEFINE_FINAL_TYPE (AkkEvaluationPartView, akk_evaluation_part_view, ADW_TYPE_BIN)

static void
akk_evaluation_part_view_class_init (AkkEvaluationPartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/evaluation-part-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, scroller);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, heading_label);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, facts_group);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, conclusions_box);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, narrative_box);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, stale_list);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, narrative_bin);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, buttons_box);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, sentences_button);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, ready_button);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPartView, ready_image);
}

static void
akk_evaluation_part_view_init (AkkEvaluationPartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

G_DEFINE_FINAL_TYPE (AkkEvaluationParts, akk_evaluation_parts, ADW_TYPE_BIN)

static void
akk_evaluation_parts_class_init (AkkEvaluationPartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/evaluation-parts.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationParts, parts_list);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationParts, focus);
}

static void
akk_evaluation_parts_init (AkkEvaluationParts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

G_DEFINE_FINAL_TYPE (AkkEvaluationSignatures, akk_evaluation_signatures, ADW_TYPE_BIN)

static void
akk_evaluation_signatures_class_init (AkkEvaluationSignaturesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AKK_TYPE_SEGMENT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/evaluation-signatures.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSignatures, list);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSignatures, count_label);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSignatures, segments);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSignatures, note_button);
}

static void
akk_evaluation_signatures_init (AkkEvaluationSignatures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

G_DEFINE_FINAL_TYPE (AkkEvaluationSide, akk_evaluation_side, ADW_TYPE_BIN)

static void
akk_evaluation_side_class_init (AkkEvaluationSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AKK_TYPE_EVALUATION_SIGNATURES);
  g_type_ensure (AKK_TYPE_FINDINGS_LIST);
  g_type_ensure (AKK_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/evaluation-side.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSide, side_stack);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSide, preview_scroller);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSide, preview);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSide, findings_list);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationSide, signatures);
}

static void
akk_evaluation_side_init (AkkEvaluationSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

G_DEFINE_FINAL_TYPE (AkkEvaluationMenu, akk_evaluation_menu, GTK_TYPE_BOX)

static void
akk_evaluation_menu_class_init (AkkEvaluationMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/evaluation-menu.ui");
}

static void
akk_evaluation_menu_init (AkkEvaluationMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
