/* An indicator: its figures, how it stands, what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-page-private.h"

#include <glib/gi18n.h>

#include "ui/agreement-words.h"
#include "ui/indicator-chart.h"
#include "ui/indicator-rows.h"
#include "ui/indicator-words.h"
#include "ui/undo-button.h"

G_DEFINE_FINAL_TYPE (AkkIndicatorPage, akk_indicator_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- The choices --- */

/* "" for all of them. Borrowed. */
static const char *
chosen_group (AkkIndicatorPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->group_choice);

  return selected > 0 && selected <= self->groups->len ? self->groups->pdata[selected - 1] : "";
}

static void
offer_groups (AkkIndicatorPage *self)
{
  g_autofree char *before = g_strdup (chosen_group (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = akk_indicator_groups (self->scope, self->indicator);
  gtk_string_list_append (names, _ ("All target groups"));
  for (guint i = 0; i < self->groups->len; i++) {
    gtk_string_list_append (names, self->groups->pdata[i]);
    if (g_str_equal (before, self->groups->pdata[i]))
      selected = i + 1;
  }
  gtk_drop_down_set_model (self->group_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->group_choice, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->group_choice),
                          self->indicator->by_municipality && self->groups->len > 0);
}

static void
offer_years (AkkIndicatorPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int first, last;

  if (!akk_figures_years (self->scope->figures, self->indicator, &first, &last))
    return;
  last = MAX (first, MIN (last, self->scope->year));
  if (self->year < first || self->year > last)
    self->year = akk_figures_latest (self->scope->figures, self->indicator, self->scope->year);
  if (self->year == 0)
    self->year = last;
  for (int year = last; year >= first; year--) {
    g_autofree char *name = g_strdup_printf ("%d", year);

    gtk_string_list_append (names, name);
  }
  self->first_year = last;
  gtk_drop_down_set_model (self->compare_group->year_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->compare_group->year_choice, (guint) (last - self->year));
}

/* --- Showing --- */

static void
show_head (AkkIndicatorPage *self)
{
  AkkIndicatorScope *scope = self->scope;
  int year = akk_figures_latest (scope->figures, self->indicator, scope->year);
  AkkFigure figure = { .until = AKK_NO_DATE };
  AkkStanding standing = AKK_STANDING_NONE;
  g_autofree char *value = NULL;
  g_autofree char *when = NULL;
  g_autofree char *sentence = akk_indicator_sentence (scope, self->indicator, year);
  g_autofree char *reason = NULL;

  if (year > 0) {
    figure = akk_figures_get (scope->figures, self->indicator, year, 0, NULL);
    standing = akk_figures_standing (scope->figures, self->indicator, year, 0);
    when = akk_indicator_period_words (year, figure.until);
  }
  value = akk_figure_words (scope->phrases, self->indicator, &figure,
                            akk_indicator_has_sign (self->indicator));
  reason = akk_indicator_standing_reason (scope, self->indicator, year, standing);
  gtk_label_set_label (self->head->value_label, *value != '\0' ? value : "–");
  gtk_label_set_label (self->head->year_label, when != NULL ? when : "");
  gtk_label_set_label (self->head->standing_label, akk_indicator_standing_label (standing));
  akk_state_glyph_set_glyph (self->head->glyph, akk_indicator_standing_glyph (standing));
  gtk_widget_set_visible (self->head->state_box, standing != AKK_STANDING_NONE);
  gtk_label_set_label (self->head->name_label, self->indicator->name);
  gtk_label_set_label (self->head->sentence_label, sentence);
  gtk_label_set_label (self->head->reason_label, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->head->reason_label), *reason != '\0');
}

static void
show_note (GtkLabel *label, AkkChartView *view)
{
  AkkChart *chart = akk_chart_view_get_chart (view);
  const char *note = chart != NULL ? akk_chart_note (chart) : "";

  gtk_label_set_label (label, note);
  gtk_widget_set_visible (GTK_WIDGET (label), *note != '\0');
}

static void
show_charts (AkkIndicatorPage *self)
{
  AkkIndicatorScope *scope = self->scope;
  gboolean any = akk_figures_years (scope->figures, self->indicator, NULL, NULL);
  gboolean groups = akk_figures_target_groups (scope->figures, self->indicator)->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->head->years_chart), any);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_group),
                          any && self->indicator->by_municipality);
  gtk_widget_set_visible (GTK_WIDGET (self->groups_group), groups);
  gtk_widget_set_visible (GTK_WIDGET (self->head->note_label), FALSE);
  if (!any)
    return;
  akk_indicator_chart_show (self->head->years_chart, scope, self->indicator,
                            AKK_INDICATOR_CHART_YEARS, scope->year, NULL);
  show_note (self->head->note_label, self->head->years_chart);
  if (self->indicator->by_municipality) {
    akk_indicator_chart_show (self->compare_group->bars_chart, scope, self->indicator,
                              AKK_INDICATOR_CHART_MUNICIPALITIES, self->year, NULL);
    akk_indicator_chart_show (self->compare_group->multiples_chart, scope, self->indicator,
                              AKK_INDICATOR_CHART_MULTIPLES, scope->year, NULL);
    show_note (self->compare_group->note_label, self->compare_group->multiples_chart);
  }
  if (groups)
    akk_indicator_chart_show (self->groups_chart, scope, self->indicator,
                              AKK_INDICATOR_CHART_GROUPS, self->year, NULL);
}

static GMenuModel *
menu_for (gint64 id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (_ ("_Edit…"), NULL);
  g_autoptr (GMenuItem) up = g_menu_item_new (_ ("Move _Up"), NULL);
  g_autoptr (GMenuItem) down = g_menu_item_new (_ ("Move _Down"), NULL);
  g_autoptr (GMenuItem) delete_item = g_menu_item_new (_ ("_Delete Indicator"), NULL);

  g_menu_item_set_action_and_target (edit, "indicators.edit", "x", id);
  g_menu_item_set_action_and_target (up, "indicators.move", "(xb)", id, TRUE);
  g_menu_item_set_action_and_target (down, "indicators.move", "(xb)", id, FALSE);
  g_menu_item_set_action_and_target (delete_item, "indicators.delete", "x", id);
  g_menu_append_item (order, edit);
  g_menu_append_item (order, up);
  g_menu_append_item (order, down);
  g_menu_append_item (end, delete_item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

static void
show (AkkIndicatorPage *self)
{
  if (self->indicator->record.deleted)
    return;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->indicator->name);
  adw_window_title_set_title (self->title, self->indicator->name);
  adw_window_title_set_subtitle (self->title, akk_agreement_name (self->scope->agreement));
  self->filling = TRUE;
  offer_groups (self);
  offer_years (self);
  self->filling = FALSE;
  show_head (self);
  show_charts (self);
  akk_indicator_table_show (self->table, self->scope, self->indicator, chosen_group (self));
  akk_indicator_page_show_facts (self);
  akk_indicator_page_show_links (self);
}

/* --- Callbacks --- */

static void
group_chosen_cb (AkkIndicatorPage *self)
{
  if (!self->filling && self->indicator != NULL)
    akk_indicator_table_show (self->table, self->scope, self->indicator, chosen_group (self));
}

static void
year_chosen_cb (AkkIndicatorPage *self)
{
  guint selected;

  if (self->filling || self->indicator == NULL)
    return;
  selected = gtk_drop_down_get_selected (self->compare_group->year_choice);
  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  self->year = self->first_year - (int) selected;
  show_charts (self);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "indicators.edit", "x",
                              AKK_INDICATOR_PAGE (widget)->indicator->record.id);
}

/* --- Virtual functions --- */

static void
akk_indicator_page_dispose (GObject *object)
{
  AkkIndicatorPage *self = AKK_INDICATOR_PAGE (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_INDICATOR_PAGE);
  g_clear_pointer (&self->fact_rows, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->indicator);
  g_clear_pointer (&self->scope, akk_indicator_scope_unref);
  G_OBJECT_CLASS (akk_indicator_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, breakpoint);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, head);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, groups_chart);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, group_choice);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, table);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, compare_group);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, groups_group);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, fact_group);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorPage, links);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
}

static void
akk_indicator_page_class_init (AkkIndicatorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_indicator_page_dispose;
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  g_type_ensure (AKK_TYPE_INDICATOR_HEAD);
  g_type_ensure (AKK_TYPE_INDICATOR_COMPARE_GROUP);
  g_type_ensure (AKK_TYPE_INDICATOR_LINK_GROUPS);
  g_type_ensure (AKK_TYPE_CHART_VIEW);
  g_type_ensure (AKK_TYPE_INDICATOR_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/indicator-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "indicator.edit", NULL, edit_action);
  akk_indicator_page_install_links (widget_class);
}

static void
akk_indicator_page_init (AkkIndicatorPage *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->fact_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_breakpoint_add_setters (self->breakpoint, G_OBJECT (self->head->name_label), "visible", TRUE,
                              NULL);
  g_signal_connect_object (self->compare_group->year_choice, "notify::selected",
                           G_CALLBACK (year_chosen_cb), self, G_CONNECT_SWAPPED);
}

AkkIndicatorPage *
akk_indicator_page_new (AkkIndicatorScope *scope, AkkIndicator *indicator)
{
  AkkIndicatorPage *self = g_object_new (AKK_TYPE_INDICATOR_PAGE, NULL);
  g_autoptr (GMenuModel) menu = menu_for (indicator->record.id);

  self->scope = akk_indicator_scope_ref (scope);
  self->indicator = g_object_ref (indicator);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  g_signal_connect_object (scope->store, "stepped", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return self;
}
