/* A chart on the screen has a name, and a size that follows its width and the size of text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/chart-view.h"

#include <adwaita.h>

#define DPI 96

typedef struct {
  AkkIndicator *indicator;
  AkkChartPoint points[2];
  guint n_points, n_made, n_freed;
  double width;
  GtkWidget *window, *view;
} Data;

static AkkChart *
make_cb (AkkPaper *paper, double width_pt, gpointer user_data)
{
  Data *data = user_data;
  const AkkChartSeries series = { .head = { "Stages", NULL },
                                  .indicator = data->indicator,
                                  .points = data->points,
                                  .n_points = data->n_points };

  data->n_made++;
  data->width = width_pt;
  return data->n_points > 0 ? akk_chart_new_line (paper, &series, width_pt) : NULL;
}

static void
freed_cb (gpointer user_data)
{
  ((Data *) user_data)->n_freed++;
}

static void
set_dpi (int dpi)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 1024, NULL);
}

static void
set_up (Data *self, gconstpointer data)
{
  set_dpi (DPI);
  self->indicator = akk_record_new (&akk_indicator_record);
  for (guint i = 0; i < 2; i++) {
    gint64 value = (gint64) (i + 5) * AKK_DECIMAL;
    self->points[i] =
        (AkkChartPoint) { 2023 + (int) i,
                          { .state = AKK_FIGURE_KNOWN, .low = value, .high = value } };
  }
  self->n_points = 2;
  self->window = gtk_window_new ();
  self->view = akk_chart_view_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  akk_chart_view_set (AKK_CHART_VIEW (self->view), "nl-BE", make_cb, self, freed_cb);
}

static void
tear_down (Data *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_cmpuint (self->n_freed, ==, 1);
  g_clear_object (&self->indicator);
}

static int
height_for (Data *self, int width)
{
  int natural;

  gtk_widget_measure (self->view, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
has_a_name (Data *self, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  height_for (self, 400);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self->view)), ==,
                   GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Stages: van 5 in 2023 naar 6 in 2024.");
}

static void
follows_the_data (Data *self, gconstpointer data)
{
  height_for (self, 400);
  height_for (self, 400);
  g_assert_cmpuint (self->n_made, ==, 1);
  self->n_points = 1;
  akk_chart_view_refresh (AKK_CHART_VIEW (self->view));
  height_for (self, 400);
  g_assert_cmpuint (self->n_made, ==, 2);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Stages: 5 in 2023.");
  self->n_points = 0;
  akk_chart_view_refresh (AKK_CHART_VIEW (self->view));
  g_assert_cmpint (height_for (self, 400), ==, 0);
  g_assert_null (akk_chart_view_get_chart (AKK_CHART_VIEW (self->view)));
}

static void
grows_with_text (Data *self, gconstpointer data)
{
  int height = height_for (self, 400);

  g_assert_cmpfloat_with_epsilon (self->width, 300, 0.01); /* 96 pixels are 72 points */
  set_dpi (2 * DPI);
  g_assert_cmpint (height_for (self, 400), >, height);
  g_assert_cmpfloat_with_epsilon (self->width, 150, 0.01);
}

static void
has_a_table_before_it_is_shown (Data *self, gconstpointer data)
{
  AkkChart *chart = akk_chart_view_get_chart (AKK_CHART_VIEW (self->view));

  g_assert_nonnull (chart);
  g_assert_cmpuint (akk_chart_table (chart)->len, ==, 3);
}

#define ADD(name, test) g_test_add ("/chart-view/" name, Data, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE); /* names can be asked for */
  gtk_test_init (&argc, &argv);
  adw_init ();
  ADD ("has-a-name", has_a_name);
  ADD ("follows-the-data", follows_the_data);
  ADD ("grows-with-text", grows_with_text);
  ADD ("has-a-table-before-it-is-shown", has_a_table_before_it_is_shown);
  return g_test_run ();
}
