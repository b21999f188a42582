/* The actions per municipality and per partner.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/plan-partners-page.h"

#include <glib/gi18n.h>

#include "core/party.h"
#include "core/parties.h"
#include "ui/action-words.h"
#include "ui/state-glyph.h"

struct _AkkPlanPartnersPage {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  AdwPreferencesGroup *group;

  AkkActionScope *scope;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkPlanPartnersPage, akk_plan_partners_page, ADW_TYPE_NAVIGATION_PAGE)

static const char party_key[] = "akk-party";

typedef struct {
  guint all, lead, own, late;
} Counts;

static Counts
count (AkkActionScope *scope, gint64 party_id)
{
  AkkActionFilter filter = { .year = akk_action_scope_filter (scope)->year, .party_id = party_id };
  AkkActionRows *rows = akk_action_scope_rows (scope);
  gint64 day = akk_action_scope_day (scope);
  g_autoptr (GArray) found = akk_action_filter_apply (&filter, rows, AKK_SORT_PLAN, FALSE, day);
  Counts counts = { .all = found->len };

  for (guint i = 0; i < found->len; i++) {
    const AkkActionRow *row = akk_action_rows_row (rows, g_array_index (found, guint, i));

    counts.lead += row->lead_id == party_id;
    counts.own += row->municipality_id == party_id;
    counts.late += row->lead_id == party_id && akk_action_row_late (row, day);
  }
  return counts;
}

static char *
counts_words (const Counts *counts)
{
  GString *words = g_string_new (NULL);

  if (counts->all == 0)
    return g_string_free_and_steal (g_string_append (words, _ ("No actions yet")));
  g_string_append_printf (words, ngettext ("%u action", "%u actions", counts->all), counts->all);
  if (counts->lead > 0)
    g_string_append_printf (words, _ (", leads %u"), counts->lead);
  if (counts->own > 0)
    g_string_append_printf (words, _ (", %u of its own"), counts->own);
  if (counts->late > 0)
    g_string_append_printf (words, _ (", %u late"), counts->late);
  return g_string_free_and_steal (words);
}

static void
activated_cb (AkkPlanPartnersPage *self, GtkWidget *row)
{
  const gint64 *party_id = g_object_get_data (G_OBJECT (row), party_key);
  AkkActionFilter filter = { .year = akk_action_scope_filter (self->scope)->year,
                             .party_id = *party_id };

  akk_action_scope_set_filter (self->scope, &filter);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
add_row (AkkPlanPartnersPage *self, AkkParty *party)
{
  Counts counts = count (self->scope, party->record.id);
  g_autofree char *name =
      akk_party_short_name (akk_action_scope_store (self->scope), party->record.id);
  g_autofree char *words = counts_words (&counts);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             akk_state_glyph_new (counts.all == 0   ? AKK_GLYPH_OPEN
                                                  : counts.late > 0 ? AKK_GLYPH_ATTENTION
                                                                    : AKK_GLYPH_BUSY));
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data_full (G_OBJECT (row), party_key,
                          g_memdup2 (&party->record.id, sizeof party->record.id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
}

static void
akk_plan_partners_page_dispose (GObject *object)
{
  AkkPlanPartnersPage *self = AKK_PLAN_PARTNERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_PLAN_PARTNERS_PAGE);
  g_clear_object (&self->scope);
  G_OBJECT_CLASS (akk_plan_partners_page_parent_class)->dispose (object);
}

static void
akk_plan_partners_page_class_init (AkkPlanPartnersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_plan_partners_page_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", AKK_TYPE_PLAN_PARTNERS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/plan-partners-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkPlanPartnersPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkPlanPartnersPage, group);
}

static void
akk_plan_partners_page_init (AkkPlanPartnersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkPlanPartnersPage *
akk_plan_partners_page_new (AkkActionScope *scope)
{
  AkkPlanPartnersPage *self = g_object_new (AKK_TYPE_PLAN_PARTNERS_PAGE, NULL);
  gint64 year = akk_action_scope_filter (scope)->year;
  g_autofree char *subtitle =
      year > 0 ? g_strdup_printf (_ ("Action plan %d"), (int) year) : g_strdup (_ ("All actions"));
  GPtrArray *parties = akk_action_rows_parties (akk_action_scope_rows (scope));

  self->scope = g_object_ref (scope);
  adw_window_title_set_subtitle (self->title, subtitle);
  for (guint i = 0; i < parties->len; i++)
    add_row (self, parties->pdata[i]);
  return self;
}
