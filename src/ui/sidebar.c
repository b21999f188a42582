/* The sidebar: the dossier's name, its pages, the agreement and its pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sidebar.h"

#include <glib/gi18n.h>

#include "core/dossier-info.h"
#include "core/dossier.h"
#include "ui/agreement-words.h"
#include "ui/day.h"
#include "ui/main-menu.h"
#include "ui/today-rows.h"

struct _AkkSidebar {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *dossier_title;
  GtkListBox *page_list;
  GtkWidget *agreement_heading; /* stands above the first page of the agreement */
  GtkMenuButton *agreement_button;
  GtkLabel *agreement_name, *agreement_state;
  GtkListBoxRow *shown;
  GtkWidget *count; /* beside the first page: what asks for attention */

  AkkStore *store;
  AkkDossierInfo *info;
  AkkAgreement *agreement;
  guint count_idle;
};

G_DEFINE_FINAL_TYPE (AkkSidebar, akk_sidebar, ADW_TYPE_NAVIGATION_PAGE)

enum { PAGE_ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct {
  const char *name;
  const char *title; /* marked NC_("page") */
  const char *icon;
  gboolean of_agreement;
} Page;

static const Page pages[] = {
  { "today", NC_ ("page", "Today"), "go-home-symbolic", FALSE },
  { "calendar", NC_ ("page", "Agenda"), "x-office-calendar-symbolic", FALSE },
  { "partners", NC_ ("page", "Partners"), "x-office-address-book-symbolic", FALSE },
  { "text", NC_ ("page", "Text"), "x-office-document-symbolic", TRUE },
  { "parties", NC_ ("page", "Parties"), "system-users-symbolic", TRUE },
  { "signing", NC_ ("page", "Signing"), "document-edit-symbolic", TRUE },
  { "municipalities", NC_ ("page", "Municipalities"), "view-grid-symbolic", TRUE },
  { "plan", NC_ ("page", "Action Plan"), "view-list-bullet-symbolic", TRUE },
  { "consultation", NC_ ("page", "Consultation"), "emoji-people-symbolic", TRUE },
  { "indicators", NC_ ("page", "Indicators"), "akk-indicators-symbolic", TRUE },
  { "evaluation", NC_ ("page", "Evaluation"), "akk-evaluation-symbolic", TRUE },
};

/* --- The menu of the agreement --- */

static GMenu *
agreements_menu (AkkSidebar *self)
{
  GMenu *menu = g_menu_new ();
  gint64 today = akk_store_today (self->store);

  for (guint number = 1;; number++) {
    g_autoptr (AkkAgreement) agreement = akk_agreement_nth (self->store, number);
    g_autofree char *state = NULL;
    g_autofree char *label = NULL;
    g_autofree char *id = NULL;
    g_autoptr (GMenuItem) item = NULL;

    if (agreement == NULL)
      return menu;
    state = akk_agreement_state (agreement, today);
    label = g_strdup_printf ("%s · %s", akk_agreement_name (agreement), state);
    id = g_strdup_printf ("%" G_GINT64_FORMAT, agreement->record.id);
    item = g_menu_item_new (label, NULL);
    g_menu_item_set_action_and_target (item, "view.agreement-id", "s", id);
    g_menu_append_item (menu, item);
  }
}

static void
update_menu (AkkSidebar *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) agreements = agreements_menu (self);
  g_autoptr (GMenu) actions = g_menu_new ();

  g_menu_append (actions, _ ("_Properties…"), "view.edit-agreement");
  g_menu_append (actions, _ ("_Terms…"), "view.terms");
  g_menu_append (actions, _ ("_Definitions and Abbreviations…"), "view.definitions");
  g_menu_append (actions, _ ("_Compare…"), "view.compare");
  g_menu_append (actions, _ ("_New Agreement…"), "view.new-agreement");
  g_menu_append_section (menu, _ ("Agreements"), G_MENU_MODEL (agreements));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (actions));
  gtk_menu_button_set_menu_model (self->agreement_button, G_MENU_MODEL (menu));
}

/* The example stands still on a day of its own, with which every page reckons. */
static void
show_date (AkkSidebar *self)
{
  g_autofree char *brief = akk_day_brief (self->info->today, 0);
  g_autofree char *day = akk_day_long (self->info->today);
  /* Translators: below the name of the dossier, as in "example · 17 Nov 2025". */
  g_autofree char *words = g_strdup_printf (_ ("example · %s"), brief);
  g_autofree char *sentence = g_strdup_printf (_ ("This example stands still on %s."), day);
  gboolean still = self->info->today != AKK_NO_DATE;

  adw_window_title_set_subtitle (self->dossier_title, still ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->dossier_title), still ? sentence : NULL);
}

/* --- What asks for attention --- */

static gboolean
count_cb (gpointer data)
{
  AkkSidebar *self = data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->page_list, 0);
  guint n = akk_today_count (self->store);
  const char *title = g_dpgettext2 (NULL, "page", pages[0].title);
  g_autofree char *number = g_strdup_printf ("%u", n);
  /* Translators: the page Today, and how much there asks for attention: "Today, 4 to see to". */
  g_autofree char *words =
      g_strdup_printf (g_dngettext (NULL, "%s, %u to see to", "%s, %u to see to", n), title, n);

  self->count_idle = 0;
  gtk_label_set_label (GTK_LABEL (self->count), number);
  gtk_widget_set_visible (self->count, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n > 0 ? words : title, -1);
  return G_SOURCE_REMOVE;
}

/* --- Callbacks --- */

static void
stepped_cb (AkkSidebar *self)
{
  update_menu (self);
  if (self->count_idle == 0)
    self->count_idle = g_idle_add_full (G_PRIORITY_LOW, count_cb, self, NULL);
}

static void
info_changed_cb (AkkSidebar *self)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->info->name);
  show_date (self);
}

static void
agreement_changed_cb (AkkSidebar *self)
{
  g_autofree char *state = akk_agreement_state (self->agreement, akk_store_today (self->store));
  g_autofree char *words = NULL;

  gtk_label_set_label (self->agreement_name, akk_agreement_name (self->agreement));
  gtk_label_set_label (self->agreement_state, state);
  words = g_strdup_printf ("%s, %s", akk_agreement_name (self->agreement), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->agreement_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
row_activated_cb (AkkSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PAGE_ACTIVATED], 0, pages[gtk_list_box_row_get_index (row)].name);
}

/* Who looked through the pages and left them again is where the window is. */
static void
focus_left_cb (AkkSidebar *self)
{
  gtk_list_box_select_row (self->page_list, self->shown);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  AkkSidebar *self = data;
  gboolean first = pages[gtk_list_box_row_get_index (row)].of_agreement &&
                   (before == NULL || !pages[gtk_list_box_row_get_index (before)].of_agreement);

  gtk_list_box_row_set_header (row, first ? self->agreement_heading : NULL);
}

/* --- Virtual functions --- */

static void
forget_agreement (AkkSidebar *self)
{
  if (self->agreement != NULL)
    g_signal_handlers_disconnect_by_data (self->agreement, self);
  g_clear_object (&self->agreement);
}

static void
forget_store (AkkSidebar *self)
{
  forget_agreement (self);
  g_clear_handle_id (&self->count_idle, g_source_remove);
  if (self->info != NULL)
    g_signal_handlers_disconnect_by_data (self->info, self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->info);
  g_clear_object (&self->store);
}

static void
akk_sidebar_dispose (GObject *object)
{
  AkkSidebar *self = AKK_SIDEBAR (object);

  forget_store (self);
  if (self->page_list != NULL)
    gtk_list_box_set_header_func (self->page_list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_SIDEBAR);
  G_OBJECT_CLASS (akk_sidebar_parent_class)->dispose (object);
}

static void
akk_sidebar_class_init (AkkSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_sidebar_dispose;
  signals[PAGE_ACTIVATED] = g_signal_new ("page-activated", AKK_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (AKK_TYPE_MAIN_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/akkoord/Akkoord/ui/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkSidebar, dossier_title);
  gtk_widget_class_bind_template_child (widget_class, AkkSidebar, page_list);
  gtk_widget_class_bind_template_child (widget_class, AkkSidebar, agreement_heading);
  gtk_widget_class_bind_template_child (widget_class, AkkSidebar, agreement_button);
  gtk_widget_class_bind_template_child (widget_class, AkkSidebar, agreement_name);
  gtk_widget_class_bind_template_child (widget_class, AkkSidebar, agreement_state);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static GtkWidget *
row_new (const Page *page)
{
  const char *title = g_dpgettext2 (NULL, "page", page->title);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", page->icon, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/* On the row of the first page. */
static void
add_count (AkkSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->page_list, 0);

  self->count = gtk_label_new (NULL);
  gtk_widget_set_visible (self->count, FALSE);
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->count, "akk-count");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (row)), self->count);
}

static void
akk_sidebar_init (AkkSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (self->page_list, row_new (&pages[i]));
  add_count (self);
  gtk_list_box_set_header_func (self->page_list, header_cb, self, NULL);
}

/* --- Public --- */

void
akk_sidebar_set_store (AkkSidebar *self, AkkStore *store)
{
  g_autoptr (GListModel) infos = NULL;

  g_return_if_fail (AKK_IS_SIDEBAR (self));

  forget_store (self);
  if (store == NULL)
    return;
  self->store = g_object_ref (store);
  infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  self->info = g_list_model_get_item (infos, 0);
  if (self->info != NULL) {
    g_signal_connect_swapped (self->info, "notify", G_CALLBACK (info_changed_cb), self);
    info_changed_cb (self);
  }
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (stepped_cb), self);
  stepped_cb (self);
}

void
akk_sidebar_set_agreement (AkkSidebar *self, AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_SIDEBAR (self));

  forget_agreement (self);
  gtk_widget_set_visible (GTK_WIDGET (self->agreement_button), agreement != NULL);
  if (agreement == NULL)
    return;
  self->agreement = g_object_ref (agreement);
  g_signal_connect_swapped (agreement, "notify", G_CALLBACK (agreement_changed_cb), self);
  agreement_changed_cb (self);
}

void
akk_sidebar_set_page (AkkSidebar *self, const char *name)
{
  g_return_if_fail (AKK_IS_SIDEBAR (self));

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      self->shown = gtk_list_box_get_row_at_index (self->page_list, i);
  gtk_list_box_select_row (self->page_list, self->shown);
}
