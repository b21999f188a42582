/* The page Indicatoren: what is printed on the dashboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicators-page-private.h"

#include <glib/gi18n.h>

#include "print/evaluation-print.h"
#include "ui/dossier-names.h"
#include "ui/file-dialog.h"
#include "ui/pdf-task.h"
#include "ui/record-dialog.h"
#include "ui/window-private.h"

static const char wanted_key[] = "akk-wanted-dashboard", indicator_key[] = "akk-indicator";

/* --- On paper --- */

typedef struct {
  AkkAgreement *agreement;
  int year;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_object_unref (self->agreement);
  g_free (self);
}

static GBytes *
make (AkkStore *store, gpointer subject, int number, char **caution, GError **error)
{
  const AkkReportPrint print = { .edition = AKK_REPORT_DASHBOARD };
  g_autoptr (AkkDocument) document =
      akk_report_document_new (store, subject, number, &print, error);

  return document != NULL ? akk_document_pdf (document, error) : NULL;
}

static void
chosen_cb (AkkWindow *window, const char *chosen)
{
  const Wanted *wanted = g_object_get_data (G_OBJECT (window), wanted_key);
  g_autofree char *path = akk_path_with_suffix (chosen, ".pdf");

  if (wanted == NULL || window->store == NULL)
    return;
  akk_pdf_task_start (window, make, wanted->agreement, wanted->year, path);
  g_object_set_data (G_OBJECT (window), wanted_key, NULL);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  Wanted *wanted;
  g_autofree char *title = NULL;
  g_autofree char *file = NULL;

  if (self->scope == NULL || !AKK_IS_WINDOW (root))
    return;
  wanted = g_new0 (Wanted, 1);
  wanted->agreement = g_object_ref (self->agreement);
  wanted->year = self->last_year > 0 ? self->last_year : self->scope->year;
  /* Translators: the name of a file; a year. */
  title = g_strdup_printf (_ ("Dashboard %d"), wanted->year);
  file = akk_file_name (title, ".pdf");
  g_object_set_data_full (G_OBJECT (root), wanted_key, wanted, wanted_free);
  akk_file_dialog_save (AKK_WINDOW (root), _ ("Save as PDF"), _ ("_Save"), file, AKK_FILE_PDF,
                        chosen_cb);
}

/* --- What stands on it --- */

static void
switched_cb (AkkIndicatorsPage *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  AkkIndicator *indicator = g_object_get_data (G_OBJECT (row), indicator_key);
  gboolean active = adw_switch_row_get_active (row);
  g_autoptr (GError) error = NULL;

  if (self->store == NULL || (indicator->dashboard != 0) == active)
    return;
  akk_store_begin (self->store,
                   active ? N_ ("Put on the dashboard") : N_ ("Take off the dashboard"));
  akk_store_set_int (self->store, indicator, "dashboard", active);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
}

static GtkWidget *
row_new (AkkIndicatorsPage *self, AkkIndicator *indicator)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), indicator->name);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), indicator->dashboard != 0);
  g_object_set_data_full (G_OBJECT (row), indicator_key, g_object_ref (indicator), g_object_unref);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (widget);
  GPtrArray *all = self->scope != NULL ? akk_figures_indicators (self->scope->figures) : NULL;
  AdwDialog *dialog;
  GtkWidget *page, *group;

  if (all == NULL)
    return;
  dialog = adw_preferences_dialog_new ();
  page = adw_preferences_page_new ();
  group = adw_preferences_group_new ();
  adw_dialog_set_title (dialog, _ ("On the Dashboard"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group), _ ("These indicators are printed on the dashboard, and with "
                                        "the evaluation report as an annex."));
  for (guint i = 0; i < all->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (self, all->pdata[i]));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));
  adw_dialog_present (dialog, widget);
}

void
akk_indicators_page_install_dashboard (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "indicators.print-dashboard", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "indicators.choose-dashboard", NULL,
                                   choose_action);
}
