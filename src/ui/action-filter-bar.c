/* What the filter of an action plan lets through, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-filter-bar.h"

#include <glib/gi18n.h>

#include "ui/record-words.h"

struct _AkkActionFilterBar {
  AdwBin parent_instance;
  AdwWrapBox *box;
  GtkLabel *count;
  GtkWidget *clear;
  GPtrArray *chips; /* borrowed */
  char *shown; /* the words of all chips: what stays is left alone */
  AkkActionScope *scope;
};

G_DEFINE_FINAL_TYPE (AkkActionFilterBar, akk_action_filter_bar, ADW_TYPE_BIN)

/* --- Words --- */

static const char *
code_words (const AkkChoice *choices, const char *code)
{
  for (; choices->code != NULL; choices++)
    if (g_str_equal (choices->code, code))
      return _ (choices->label);
  return code;
}

char *
akk_facet_words (const AkkFacet *facet)
{
  switch (facet->kind) {
  case AKK_FACET_PRIORITY:
    return g_strdup_printf (_ ("Priority: %s"), facet->value);
  case AKK_FACET_PARTY:
    return g_strdup_printf (_ ("Partner: %s"), facet->value);
  case AKK_FACET_LEAD:
    return g_strdup_printf (_ ("Lead: %s"), facet->value);
  case AKK_FACET_MUNICIPALITY:
    return g_strdup_printf (_ ("Own action of %s"), facet->value);
  case AKK_FACET_STATUS:
    return g_strdup (code_words (akk_action_standings, facet->value));
  case AKK_FACET_KIND:
    return g_strdup (code_words (akk_action_kinds, facet->value));
  case AKK_FACET_OPEN:
    return g_strdup (_ ("Still open"));
  case AKK_FACET_LATE:
    return g_strdup (_ ("Late"));
  case AKK_FACET_SILENT:
    return g_strdup (_ ("No news"));
  case AKK_FACET_TEXT:
    return g_strdup_printf (_ ("Search: %s"), facet->value);
  case AKK_FACET_TARGET_GROUP:
  case AKK_FACET_DOMAIN:
  case AKK_FACET_POLICY:
  default:
    return g_strdup (facet->value);
  }
}

char *
akk_action_scope_count_words (AkkActionScope *scope)
{
  const AkkActionFilter *filter = akk_action_scope_filter (scope);
  AkkActionFilter all = { .year = filter->year, .plan_id = filter->plan_id };
  guint n = akk_action_scope_shown (scope)->len;
  g_autoptr (GArray) of = NULL;

  if (akk_action_filter_is_empty (filter))
    return g_strdup_printf (g_dngettext (NULL, "%u action", "%u actions", n), n);
  of = akk_action_filter_apply (&all, akk_action_scope_rows (scope), AKK_SORT_PLAN, FALSE,
                                akk_action_scope_day (scope));
  return g_strdup_printf (g_dngettext (NULL, "%u of %u action", "%u of %u actions", of->len), n,
                          of->len);
}

void
akk_action_scope_clear_filter (AkkActionScope *scope)
{
  const AkkActionFilter *filter = akk_action_scope_filter (scope);
  AkkActionFilter all = { .year = filter->year, .plan_id = filter->plan_id };

  akk_action_scope_set_filter (scope, &all);
}

/* --- The chips --- */

static void
facet_free (gpointer data, GClosure *closure)
{
  AkkFacet *facet = data;

  g_free (facet->value);
  g_free (facet);
}

/* The focus goes on to what stands in the place of the chip. */
static void
focus_chip (AkkActionFilterBar *self, guint place)
{
  if (self->chips->len > 0)
    gtk_widget_grab_focus (self->chips->pdata[MIN (place, self->chips->len - 1)]);
}

static void
chip_clicked_cb (GtkWidget *chip, AkkFacet *facet)
{
  AkkActionFilterBar *self =
      AKK_ACTION_FILTER_BAR (gtk_widget_get_ancestor (chip, AKK_TYPE_ACTION_FILTER_BAR));
  g_auto (AkkActionFilter) filter = { 0 };
  guint place = 0;

  g_ptr_array_find (self->chips, chip, &place);
  akk_action_filter_copy (&filter, akk_action_scope_filter (self->scope));
  akk_action_filter_remove (&filter, facet);
  akk_action_scope_set_filter (self->scope, &filter);
  focus_chip (self, place);
}

static GtkWidget *
chip_new (const AkkFacet *facet, const char *words)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);
  /* Translators: of a word of the filter, as in "Remove “Lead: Hamme” from the filter". */
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove “%s” from the filter"), words);
  AkkFacet *copy = g_new0 (AkkFacet, 1);

  copy->kind = facet->kind;
  copy->value = g_strdup (facet->value);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "akk-filter-chip");
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  g_signal_connect_data (chip, "clicked", G_CALLBACK (chip_clicked_cb), copy, facet_free, 0);
  return chip;
}

static void
show_chips (AkkActionFilterBar *self, GPtrArray *facets)
{
  for (guint i = 0; i < self->chips->len; i++)
    adw_wrap_box_remove (self->box, self->chips->pdata[i]);
  g_ptr_array_set_size (self->chips, 0);
  for (guint i = 0; i < facets->len; i++) {
    g_autofree char *words = akk_facet_words (facets->pdata[i]);
    GtkWidget *chip = chip_new (facets->pdata[i], words);

    adw_wrap_box_insert_child_after (self->box, chip,
                                     i > 0 ? self->chips->pdata[i - 1] : GTK_WIDGET (self->count));
    g_ptr_array_add (self->chips, chip);
  }
}

static char *
all_words (GPtrArray *facets)
{
  GString *all = g_string_new ("");

  for (guint i = 0; i < facets->len; i++) {
    g_autofree char *words = akk_facet_words (facets->pdata[i]);

    g_string_append_printf (all, "%s\n", words);
  }
  return g_string_free_and_steal (all);
}

static void
shown_changed_cb (AkkActionFilterBar *self)
{
  const AkkActionFilter *filter = akk_action_scope_filter (self->scope);
  g_autoptr (GPtrArray) facets = NULL;
  g_autofree char *words = NULL;
  g_autofree char *count = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), !akk_action_filter_is_empty (filter));
  if (akk_action_filter_is_empty (filter))
    return;
  facets = akk_action_filter_facets (filter, akk_action_scope_store (self->scope));
  words = all_words (facets);
  count = akk_action_scope_count_words (self->scope);
  gtk_label_set_label (self->count, count);
  if (g_set_str (&self->shown, words))
    show_chips (self, facets);
}

/* --- Virtual functions --- */

static void
akk_action_filter_bar_dispose (GObject *object)
{
  AkkActionFilterBar *self = AKK_ACTION_FILTER_BAR (object);

  akk_action_filter_bar_set_scope (self, NULL);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (akk_action_filter_bar_parent_class)->dispose (object);
}

static void
akk_action_filter_bar_class_init (AkkActionFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_action_filter_bar_dispose;
}

static void
akk_action_filter_bar_init (AkkActionFilterBar *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  self->count = GTK_LABEL (gtk_label_new (""));
  self->clear = gtk_button_new_with_mnemonic (_ ("_Clear"));
  self->chips = g_ptr_array_new ();
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "akk-filter-bar");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_tooltip_text (self->clear, _ ("Show All Actions Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "plan.clear-filter");
  adw_wrap_box_append (self->box, GTK_WIDGET (self->count));
  adw_wrap_box_append (self->box, self->clear);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
akk_action_filter_bar_set_scope (AkkActionFilterBar *self, AkkActionScope *scope)
{
  g_return_if_fail (AKK_IS_ACTION_FILTER_BAR (self));

  if (self->scope != NULL)
    g_signal_handlers_disconnect_by_func (self->scope, shown_changed_cb, self);
  g_set_object (&self->scope, scope);
  if (scope == NULL) {
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    return;
  }
  g_signal_connect_swapped (scope, "shown-changed", G_CALLBACK (shown_changed_cb), self);
  shown_changed_cb (self);
}
