/* What a check found, as rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/findings-list.h"

#include <glib/gi18n.h>

#include "ui/state-glyph.h"

struct _AkkFindingsList {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *lists, *empty_page;
  AdwPreferencesGroup *blocking_group, *advice_group;

  char *blocking_title, *nothing_found;
  GPtrArray *findings; /* AkkFinding */
  GPtrArray *rows; /* of each finding; borrowed */
};

G_DEFINE_FINAL_TYPE (AkkFindingsList, akk_findings_list, ADW_TYPE_BIN)

enum { FINDING_ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

enum { PROP_0, PROP_BLOCKING_TITLE, PROP_NOTHING_FOUND, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
row_activated_cb (AkkFindingsList *self, AdwActionRow *row)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index))
    g_signal_emit (self, signals[FINDING_ACTIVATED], 0, self->findings->pdata[index]);
}

static void
add_row (AkkFindingsList *self, const AkkFinding *finding)
{
  gboolean blocking = finding->severity == AKK_FINDING_BLOCKING;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), finding->advice);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             akk_state_glyph_new (blocking ? AKK_GLYPH_ATTENTION : AKK_GLYPH_OPEN));
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Go there"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Go there"));
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (blocking ? self->blocking_group : self->advice_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear (AkkFindingsList *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const AkkFinding *finding = self->findings->pdata[i];

    adw_preferences_group_remove (finding->severity == AKK_FINDING_BLOCKING ? self->blocking_group
                                                                            : self->advice_group,
                                  self->rows->pdata[i]);
  }
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

static char **
words_of (AkkFindingsList *self, guint id)
{
  return id == PROP_BLOCKING_TITLE ? &self->blocking_title : &self->nothing_found;
}

static void
akk_findings_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, *words_of (AKK_FINDINGS_LIST (object), id));
}

static void
akk_findings_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (g_set_str (words_of (AKK_FINDINGS_LIST (object), id), g_value_get_string (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
akk_findings_list_finalize (GObject *object)
{
  AkkFindingsList *self = AKK_FINDINGS_LIST (object);

  g_free (self->blocking_title);
  g_free (self->nothing_found);
  G_OBJECT_CLASS (akk_findings_list_parent_class)->finalize (object);
}

/* On the first of them. */
static gboolean
akk_findings_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
akk_findings_list_dispose (GObject *object)
{
  AkkFindingsList *self = AKK_FINDINGS_LIST (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_findings_list_parent_class)->dispose (object);
}

static void
akk_findings_list_class_init (AkkFindingsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_findings_list_get_property;
  object_class->set_property = akk_findings_list_set_property;
  object_class->dispose = akk_findings_list_dispose;
  widget_class->grab_focus = akk_findings_list_grab_focus;
  object_class->finalize = akk_findings_list_finalize;
  props[PROP_BLOCKING_TITLE] =
      g_param_spec_string ("blocking-title", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_NOTHING_FOUND] =
      g_param_spec_string ("nothing-found", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[FINDING_ACTIVATED] =
      g_signal_new ("finding-activated", AKK_TYPE_FINDINGS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "akk-findings");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/findings-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, lists);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, blocking_group);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, advice_group);
}

static void
akk_findings_list_init (AkkFindingsList *self)
{
  self->rows = g_ptr_array_new ();
  self->blocking_title = g_strdup (_ ("Before You Can Freeze"));
  self->nothing_found = g_strdup (_ ("There are no blanks, and everybody who signs is known."));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
akk_findings_list_new (void)
{
  return g_object_new (AKK_TYPE_FINDINGS_LIST, NULL);
}

void
akk_findings_list_set_findings (AkkFindingsList *self, GPtrArray *findings)
{
  guint n_blocking = 0;

  g_return_if_fail (AKK_IS_FINDINGS_LIST (self));

  clear (self);
  self->findings = findings != NULL ? g_ptr_array_ref (findings) : g_ptr_array_new ();
  for (guint i = 0; i < self->findings->len; i++) {
    const AkkFinding *finding = self->findings->pdata[i];

    n_blocking += finding->severity == AKK_FINDING_BLOCKING;
    add_row (self, finding);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->blocking_group), n_blocking > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->advice_group), n_blocking < self->findings->len);
  gtk_stack_set_visible_child (self->stack,
                               self->findings->len > 0 ? self->lists : self->empty_page);
}
