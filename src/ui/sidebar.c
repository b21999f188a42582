/* The sidebar: the dossier's name, the agreement and its pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sidebar.h"

#include <glib/gi18n.h>

#include "core/agreement.h"
#include "core/dossier-info.h"
#include "ui/main-menu.h"

struct _AkkSidebar {
  AdwNavigationPage parent_instance;

  GtkLabel *agreement_name, *agreement_term;
  GtkListBox *page_list;

  AkkDossierInfo *info;
  AkkAgreement *agreement;
};

G_DEFINE_FINAL_TYPE (AkkSidebar, akk_sidebar, ADW_TYPE_NAVIGATION_PAGE)

enum { PAGE_ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static int
year_of (gint64 days)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (days * 24 * 60 * 60);

  return g_date_time_get_year (date);
}

/* "2026–2031", "from 2026", "until 2031", or "" when the agreement has no dates yet. */
static char *
term_new (AkkAgreement *agreement)
{
  gboolean starts = agreement->starts_on != AKK_NO_DATE;
  gboolean ends = agreement->ends_on != AKK_NO_DATE;

  if (starts && ends)
    return g_strdup_printf ("%d–%d", year_of (agreement->starts_on), year_of (agreement->ends_on));
  if (starts)
    return g_strdup_printf (_ ("from %d"), year_of (agreement->starts_on));
  if (ends)
    return g_strdup_printf (_ ("until %d"), year_of (agreement->ends_on));
  return g_strdup ("");
}

/* As people speak of it: by its motto if it has one. */
static const char *
agreement_name (AkkAgreement *agreement)
{
  if (*agreement->motto != '\0')
    return agreement->motto;
  return *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
}

static void
info_changed_cb (AkkSidebar *self)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->info->name);
}

static void
agreement_changed_cb (AkkSidebar *self)
{
  AkkAgreement *agreement = self->agreement;
  g_autofree char *term = term_new (agreement);

  gtk_label_set_label (self->agreement_name, agreement_name (agreement));
  gtk_label_set_label (self->agreement_term, term);
  gtk_widget_set_visible (GTK_WIDGET (self->agreement_term), *term != '\0');
}

static void
page_activated_cb (AkkSidebar *self)
{
  g_signal_emit (self, signals[PAGE_ACTIVATED], 0);
}

static void
forget_records (AkkSidebar *self)
{
  if (self->info != NULL)
    g_signal_handlers_disconnect_by_data (self->info, self);
  if (self->agreement != NULL)
    g_signal_handlers_disconnect_by_data (self->agreement, self);
  g_clear_object (&self->info);
  g_clear_object (&self->agreement);
}

static void
akk_sidebar_dispose (GObject *object)
{
  forget_records (AKK_SIDEBAR (object));
  G_OBJECT_CLASS (akk_sidebar_parent_class)->dispose (object);
}

static void
akk_sidebar_class_init (AkkSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_sidebar_dispose;
  signals[PAGE_ACTIVATED] = g_signal_new ("page-activated", AKK_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (AKK_TYPE_MAIN_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/akkoord/Akkoord/ui/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkSidebar, agreement_name);
  gtk_widget_class_bind_template_child (widget_class, AkkSidebar, agreement_term);
  gtk_widget_class_bind_template_child (widget_class, AkkSidebar, page_list);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
}

static void
akk_sidebar_init (AkkSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
akk_sidebar_set_store (AkkSidebar *self, AkkStore *store)
{
  g_autoptr (GListModel) infos = NULL;

  g_return_if_fail (AKK_IS_SIDEBAR (self));

  forget_records (self);
  if (store == NULL)
    return;
  infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  self->info = g_list_model_get_item (infos, 0);
  self->agreement = akk_agreement_nth (store, 1);
  if (self->info != NULL) {
    g_signal_connect_swapped (self->info, "notify", G_CALLBACK (info_changed_cb), self);
    info_changed_cb (self);
  }
  if (self->agreement != NULL) {
    g_signal_connect_swapped (self->agreement, "notify", G_CALLBACK (agreement_changed_cb), self);
    agreement_changed_cb (self);
  }
  gtk_list_box_select_row (self->page_list, gtk_list_box_get_row_at_index (self->page_list, 0));
}
