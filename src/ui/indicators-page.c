/* The page Indicatoren: what is measured, and how it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicators-page-private.h"

#include <glib/gi18n.h>

#include "core/action.h"
#include "core/bearing.h"
#include "core/priority.h"
#include "ui/indicator-card.h"
#include "ui/indicator-page.h"
#include "ui/indicator-words.h"
#include "ui/undo-button.h"

/* So many cards are made before the page is seen, and then with each turn of the loop. */
#define FIRST_CARDS 9
#define NEXT_CARDS 3
#define FILTER_WIDTH 26

G_DEFINE_FINAL_TYPE (AkkIndicatorsPage, akk_indicators_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, PROP_SMALL, N_PROPS };

static GParamSpec *props[N_PROPS];

static const char record_key[] = "akk-record";

/* --- The filter --- */

static gboolean
bears_on (AkkIndicatorsPage *self, const AkkBearing *bearing)
{
  g_autoptr (AkkAction) action = NULL;

  if (bearing->priority_id == self->priority_id)
    return TRUE;
  if (bearing->action_id == 0)
    return FALSE;
  action = akk_store_get (self->store, &akk_action_record, bearing->action_id);
  return action != NULL && !action->record.deleted && action->priority_id == self->priority_id;
}

static gboolean
is_shown (AkkIndicatorsPage *self, const AkkIndicator *indicator)
{
  g_autoptr (GListModel) bearings = NULL;

  if (self->priority_id == 0)
    return TRUE;
  bearings =
      akk_store_list (self->store, &akk_bearing_record, "indicator_id", indicator->record.id);
  for (guint i = 0; i < g_list_model_get_n_items (bearings); i++) {
    g_autoptr (AkkBearing) bearing = g_list_model_get_item (bearings, i);

    if (bears_on (self, bearing))
      return TRUE;
  }
  return FALSE;
}

/* Whether the filter offers these already, by these names. */
static gboolean
offers_already (AkkIndicatorsPage *self, GtkStringList *names)
{
  GListModel *before = gtk_drop_down_get_model (self->filter);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  if (before == NULL || g_list_model_get_n_items (before) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (before), i),
                      gtk_string_list_get_string (names, i)))
      return FALSE;
  return TRUE;
}

static void
offer_priorities (AkkIndicatorsPage *self)
{
  g_autoptr (GListModel) list = akk_store_list (self->store, &akk_priority_record, "agreement_id",
                                                self->agreement->record.id);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->priorities, 0);
  gtk_string_list_append (names, _ ("All priorities"));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    AkkPriority *priority = g_list_model_get_item (list, i);
    g_autofree char *words = akk_phrases_sentence (priority->title);

    gtk_string_list_append (names, words);
    g_ptr_array_add (self->priorities, priority);
    if (priority->record.id == self->priority_id)
      selected = i + 1;
  }
  if (selected == 0)
    self->priority_id = 0;
  self->filling = TRUE;
  if (!offers_already (self, names))
    gtk_drop_down_set_model (self->filter, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->filter, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), self->priorities->len > 0);
  self->filling = FALSE;
}

static void
filter_item_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), FILTER_WIDTH);
  gtk_list_item_set_child (item, label);
}

static void
filter_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 2 * FILTER_WIDTH);
  gtk_list_item_set_child (item, label);
}

static void
filter_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *words = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (words));
}

static GtkListItemFactory *
factory_new (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (filter_bind_cb), NULL);
  return factory;
}

static void
place_filter (AkkIndicatorsPage *self)
{
  AdwBin *place = self->small ? self->grid->small_filter_place : self->filter_place;

  if (adw_bin_get_child (place) != NULL)
    return;
  adw_bin_set_child (self->small ? self->filter_place : self->grid->small_filter_place, NULL);
  adw_bin_set_child (place, GTK_WIDGET (self->filter));
  gtk_widget_set_visible (GTK_WIDGET (self->grid->small_filter_place), self->small);
}

/* --- The cards --- */

static void
show_subtitle (AkkIndicatorsPage *self)
{
  g_autofree char *period = NULL;
  g_autofree char *words = NULL;

  if (self->last_year > 0) {
    period = akk_indicator_period_words (self->last_year, self->last_until);
    words = g_strdup_printf (_ ("Figures up to and including %s"), period);
  }
  adw_window_title_set_subtitle (self->title, words != NULL ? words : "");
}

/* The newest year of all; within it the whole year, else its last day. */
static void
note_period (AkkIndicatorsPage *self, int year, gint64 until)
{
  if (year > self->last_year) {
    self->last_year = year;
    self->last_until = until;
  } else if (year == self->last_year && self->last_until != AKK_NO_DATE) {
    self->last_until = until == AKK_NO_DATE ? AKK_NO_DATE : MAX (until, self->last_until);
  }
}

static AkkIndicatorCard *
card_at (AkkIndicatorsPage *self, guint index)
{
  GtkFlowBoxChild *card;

  while ((card = gtk_flow_box_get_child_at_index (self->grid->cards, (int) index)) == NULL) {
    guint n = 0;

    while (gtk_flow_box_get_child_at_index (self->grid->cards, (int) n) != NULL)
      n++;
    gtk_flow_box_append (self->grid->cards,
                         akk_indicator_card_new (self->scope, self->shown->pdata[n]));
  }
  return AKK_INDICATOR_CARD (card);
}

/* FALSE: every card shows its figure. */
static gboolean
update_cards (AkkIndicatorsPage *self, guint n)
{
  for (guint i = 0; i < n && self->next < self->shown->len; i++) {
    gint64 until;
    int year = akk_indicator_card_update (card_at (self, self->next), &until);

    note_period (self, year, until);
    self->next++;
  }
  show_subtitle (self);
  return self->next < self->shown->len;
}

static gboolean
idle_cb (gpointer data)
{
  AkkIndicatorsPage *self = data;

  if (update_cards (self, NEXT_CARDS))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
is_same (const GPtrArray *one, const GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (one->pdata[i] != other->pdata[i])
      return FALSE;
  return TRUE;
}

/* The card with the focus keeps it, wherever it stands now. */
static void
show_others (AkkIndicatorsPage *self, GPtrArray *shown)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  AkkIndicator *focused = focus != NULL && AKK_IS_INDICATOR_CARD (focus)
                              ? akk_indicator_card_get_indicator (AKK_INDICATOR_CARD (focus))
                              : NULL;
  guint index;

  gtk_flow_box_remove_all (self->grid->cards);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_ref (shown);
  if (focused != NULL && g_ptr_array_find (shown, focused, &index))
    gtk_widget_grab_focus (GTK_WIDGET (card_at (self, index)));
}

static void
fill_cards (AkkIndicatorsPage *self)
{
  GPtrArray *all = akk_figures_indicators (self->scope->figures);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (is_shown (self, all->pdata[i]))
      g_ptr_array_add (shown, g_object_ref (all->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, all->len == 0     ? "empty"
                                                 : shown->len == 0 ? "none"
                                                                   : "cards");
  if (!is_same (self->shown, shown))
    show_others (self, shown);
  self->next = 0;
  self->last_year = 0;
  self->last_until = AKK_NO_DATE;
  g_clear_handle_id (&self->idle, g_source_remove);
  if (update_cards (self, FIRST_CARDS))
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
fill (AkkIndicatorsPage *self)
{
  self->stale = FALSE;
  offer_priorities (self);
  fill_cards (self);
}

/* --- Pages that are pushed --- */

/* An indicator that is gone takes its page with it. */
static void
close_gone (AkkIndicatorsPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);
  AkkRecord *record = page != NULL ? g_object_get_data (G_OBJECT (page), record_key) : NULL;

  if (record != NULL && record->deleted)
    adw_navigation_view_pop_to_tag (self->navigation, "cards");
}

/* --- Callbacks --- */

static void
stepped_cb (AkkIndicatorsPage *self)
{
  close_gone (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->stack)))
    fill (self);
  else
    self->stale = TRUE;
}

static void
shown_cb (AkkIndicatorsPage *self)
{
  if (self->stale && self->scope != NULL)
    fill (self);
}

static void
card_activated_cb (AkkIndicatorsPage *self, AkkIndicatorCard *card)
{
  akk_indicators_page_show_indicator (self, akk_indicator_card_get_indicator (card)->record.id);
}

static void
filtered_cb (AkkIndicatorsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->filter);

  if (self->filling || self->scope == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->priority_id =
      selected > 0 ? ((const AkkRecord *) self->priorities->pdata[selected - 1])->id : 0;
  fill_cards (self);
}

static void
show_all_cb (AkkIndicatorsPage *self)
{
  gtk_drop_down_set_selected (self->filter, 0);
}

/* --- Virtual functions --- */

static void
akk_indicators_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (object);

  g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : self->small);
}

static void
akk_indicators_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (object);

  if (id == PROP_NARROW) {
    self->narrow = g_value_get_boolean (value);
    return;
  }
  self->small = g_value_get_boolean (value);
  place_filter (self);
}

static void
akk_indicators_page_dispose (GObject *object)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (object);

  if (self->store != NULL)
    akk_indicators_page_set_agreement (self, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_INDICATORS_PAGE);
  G_OBJECT_CLASS (akk_indicators_page_parent_class)->dispose (object);
}

static void
akk_indicators_page_class_init (AkkIndicatorsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_indicators_page_get_property;
  object_class->set_property = akk_indicators_page_set_property;
  object_class->dispose = akk_indicators_page_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SMALL] =
      g_param_spec_boolean ("small", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  g_type_ensure (AKK_TYPE_INDICATORS_CARDS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/indicators-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorsPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorsPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorsPage, filter_place);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  akk_indicators_page_install_edit (widget_class);
  akk_indicators_page_install_dashboard (widget_class);
}

static void
akk_indicators_page_init (AkkIndicatorsPage *self)
{
  g_autoptr (GtkListItemFactory) items = factory_new (G_CALLBACK (filter_item_setup_cb));
  g_autoptr (GtkListItemFactory) rows = factory_new (G_CALLBACK (filter_row_setup_cb));

  self->priorities = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = g_object_ref_sink (GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL)));
  gtk_drop_down_set_factory (self->filter, items);
  gtk_drop_down_set_list_factory (self->filter, rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Priority"), -1);
  gtk_widget_set_halign (GTK_WIDGET (self->filter), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), FALSE);
  place_filter (self);
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (filtered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid->cards, "child-activated", G_CALLBACK (card_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "map", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
}

/* --- Public --- */

void
akk_indicators_page_set_agreement (AkkIndicatorsPage *self,
                                   AkkStore *store,
                                   AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_INDICATORS_PAGE (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, stepped_cb, self);
  g_clear_handle_id (&self->idle, g_source_remove);
  adw_navigation_view_pop_to_tag (self->navigation, "cards");
  gtk_flow_box_remove_all (self->grid->cards);
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->priorities, 0);
  g_clear_pointer (&self->scope, akk_indicator_scope_unref);
  g_set_object (&self->store, store);
  g_set_object (&self->agreement, agreement);
  self->priority_id = 0;
  if (store == NULL)
    return;
  self->scope = akk_indicator_scope_new (store, agreement);
  if (self->scope == NULL)
    return;
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (stepped_cb), self);
  stepped_cb (self);
}

void
akk_indicators_page_show_indicator (AkkIndicatorsPage *self, gint64 id)
{
  g_autoptr (AkkIndicator) indicator = NULL;
  AdwNavigationPage *visible;
  AkkIndicatorPage *page;

  g_return_if_fail (AKK_IS_INDICATORS_PAGE (self));

  indicator = self->scope != NULL ? akk_store_get (self->store, &akk_indicator_record, id) : NULL;
  if (indicator == NULL || indicator->record.deleted ||
      indicator->agreement_id != self->agreement->record.id)
    return;
  visible = adw_navigation_view_get_visible_page (self->navigation);
  if (visible != NULL && g_object_get_data (G_OBJECT (visible), record_key) == indicator)
    return;
  adw_navigation_view_pop_to_tag (self->navigation, "cards");
  page = akk_indicator_page_new (self->scope, indicator);
  g_object_set_data_full (G_OBJECT (page), record_key, g_object_ref (indicator), g_object_unref);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}
