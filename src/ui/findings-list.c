/* What a check found, as rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/findings-list.h"

#include <glib/gi18n.h>

#include "ui/definition-dialog.h"
#include "ui/state-glyph.h"

struct _AkkFindingsList {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *lists, *empty_page;
  GtkWidget *blocking_group, *advice_group, *accepted_group;
  GtkListBox *blocking_list, *advice_list, *accepted_list;

  char *blocking_title, *nothing_found;
  GPtrArray *findings; /* AkkFinding */
  AkkStore *store; /* with `agreement`: findings can be mended and accepted; else NULL */
  AkkAgreement *agreement;
};

G_DEFINE_FINAL_TYPE (AkkFindingsList, akk_findings_list, ADW_TYPE_BIN)

enum { FINDING_ACTIVATED, CHANGING, MENDED, N_SIGNALS };

static guint signals[N_SIGNALS];

enum { PROP_0, PROP_BLOCKING_TITLE, PROP_NOTHING_FOUND, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- What a row can do --- */

static AkkFinding *
finding_of (gpointer widget)
{
  return g_object_get_data (widget, "akk-finding");
}

/* The finding belongs to the array, which the widget keeps: the list may show another by then. */
static void
set_finding (AkkFindingsList *self, gpointer widget, const AkkFinding *finding)
{
  g_object_set_data (widget, "akk-finding", (gpointer) finding);
  g_object_set_data_full (widget, "akk-findings", g_ptr_array_ref (self->findings),
                          (GDestroyNotify) g_ptr_array_unref);
}

static void
tell (AkkFindingsList *self, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Not changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
mend_cb (GtkWidget *button, AkkFindingsList *self)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_ref (self->findings);
  const AkkFinding *finding = finding_of (button);
  g_autoptr (GError) error = NULL;

  g_signal_emit (self, signals[CHANGING], 0);
  if (akk_finding_mend (self->store, self->agreement, finding, &error))
    g_signal_emit (self, signals[MENDED], 0, finding);
  else
    tell (self, error);
}

/* Only people know what it stands for. */
static void
explain_cb (GtkWidget *button, AkkFindingsList *self)
{
  g_autoptr (AkkDefinition) definition = NULL;

  definition = akk_definition_begin (self->store, self->agreement->record.id,
                                     AKK_DEFINITION_ABBREVIATION, finding_of (button)->what, "");
  g_signal_emit (self, signals[CHANGING], 0);
  adw_dialog_present (ADW_DIALOG (akk_definition_dialog_new (self->store, definition)),
                      GTK_WIDGET (self));
}

static void
reopen_cb (GtkWidget *button, AkkFindingsList *self)
{
  g_autoptr (GError) error = NULL;

  if (!akk_finding_reopen (self->store, finding_of (button), &error))
    tell (self, error);
}

static void
accepted_cb (AdwAlertDialog *dialog, const char *response, AkkFindingsList *self)
{
  GtkWidget *question = adw_alert_dialog_get_extra_child (dialog);
  GtkEditable *entry = GTK_EDITABLE (gtk_widget_get_last_child (question));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autoptr (GError) error = NULL;

  if (self->store != NULL && g_str_equal (response, "accept") && *reason != '\0' &&
      !akk_finding_accept (self->store, self->agreement, finding_of (dialog), reason, &error))
    tell (self, error);
}

static void
reason_changed_cb (GtkEditable *entry, AdwAlertDialog *dialog)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "accept", *reason != '\0');
}

/* What is asked stays above the entry while one types. */
static GtkWidget *
new_question (GtkWidget *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Why it may stay like this"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

static void
accept_cb (GtkWidget *button, AkkFindingsList *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Accept Finding"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *entry = gtk_entry_new ();

  adw_alert_dialog_set_body (alert, finding_of (button)->text);
  set_finding (self, dialog, finding_of (button));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  adw_alert_dialog_set_extra_child (alert, new_question (entry));
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "accept", _ ("_Accept"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "accept", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "accept");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_response_enabled (alert, "accept", FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (accepted_cb), self, 0);
  adw_dialog_set_focus (dialog, entry);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
row_activated_cb (AkkFindingsList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[FINDING_ACTIVATED], 0, finding_of (row));
}

/* --- Rows --- */

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_button (AkkFindingsList *self, const AkkFinding *finding, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  set_finding (self, button, finding);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  finding->text, -1);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

/* What was found, what to do about it, and below it the choice to leave it so. */
static GtkWidget *
new_words (AkkFindingsList *self, const AkkFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *accepted =
      /* Translators: why people live with a finding. */
      finding->reason != NULL ? g_strdup_printf (_ ("Accepted: %s"), finding->reason) : NULL;
  GtkWidget *choice = NULL;

  gtk_widget_add_css_class (box, "title");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_label (finding->text, "title"));
  gtk_box_append (GTK_BOX (box),
                  new_label (accepted != NULL ? accepted : finding->advice, "subtitle"));
  if (self->store != NULL && finding->reason != NULL)
    choice = new_button (self, finding, _ ("No Longer Accept"), G_CALLBACK (reopen_cb));
  else if (self->store != NULL && finding->severity == AKK_FINDING_ADVICE)
    choice = new_button (self, finding, _ ("Accept…"), G_CALLBACK (accept_cb));
  if (choice != NULL) {
    gtk_widget_add_css_class (choice, "flat");
    gtk_widget_add_css_class (choice, "akk-finding-choice");
    gtk_widget_set_halign (choice, GTK_ALIGN_START);
    gtk_box_append (GTK_BOX (box), choice);
  }
  return box;
}

static AkkGlyph
glyph_of (const AkkFinding *finding)
{
  if (finding->reason != NULL)
    return AKK_GLYPH_DONE;
  return finding->severity == AKK_FINDING_BLOCKING ? AKK_GLYPH_ATTENTION : AKK_GLYPH_OPEN;
}

static GtkWidget *
new_row (AkkFindingsList *self, const AkkFinding *finding)
{
  const char *remedy = self->store != NULL ? akk_finding_remedy (finding) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *glyph = akk_state_glyph_new (glyph_of (finding));
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "use-markup", FALSE, "title",
                                 finding->text, "child", box, NULL);

  gtk_widget_add_css_class (box, "header");
  gtk_box_append (GTK_BOX (box), glyph);
  gtk_box_append (GTK_BOX (box), new_words (self, finding));
  if (remedy != NULL)
    gtk_box_append (GTK_BOX (box), new_button (self, finding, remedy, G_CALLBACK (mend_cb)));
  else if (self->store != NULL && finding->reason == NULL &&
           g_str_equal (finding->id, "abbreviation"))
    gtk_box_append (GTK_BOX (box),
                    new_button (self, finding, _ ("Explain…"), G_CALLBACK (explain_cb)));
  else
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  /* Else it would be called by its tooltip. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  finding->text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  finding->reason != NULL ? finding->reason : finding->advice, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Go there"));
  set_finding (self, row, finding);
  return row;
}

static void
add_row (AkkFindingsList *self, const AkkFinding *finding)
{
  GtkListBox *list = finding->reason != NULL                     ? self->accepted_list
                     : finding->severity == AKK_FINDING_BLOCKING ? self->blocking_list
                                                                 : self->advice_list;

  gtk_list_box_append (list, new_row (self, finding));
}

static void
clear (AkkFindingsList *self)
{
  gtk_list_box_remove_all (self->blocking_list);
  gtk_list_box_remove_all (self->advice_list);
  gtk_list_box_remove_all (self->accepted_list);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

/* --- The widget --- */

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
  g_clear_object (&self->store);
  g_clear_object (&self->agreement);
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
  signals[CHANGING] = g_signal_new ("changing", AKK_TYPE_FINDINGS_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[MENDED] = g_signal_new ("mended", AKK_TYPE_FINDINGS_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "akk-findings");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/findings-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, lists);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, blocking_group);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, advice_group);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, accepted_group);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, blocking_list);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, advice_list);
  gtk_widget_class_bind_template_child (widget_class, AkkFindingsList, accepted_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
akk_findings_list_init (AkkFindingsList *self)
{
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
akk_findings_list_set_agreement (AkkFindingsList *self, AkkStore *store, AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_FINDINGS_LIST (self));

  g_set_object (&self->store, store);
  g_set_object (&self->agreement, agreement);
}

void
akk_findings_list_set_findings (AkkFindingsList *self, GPtrArray *findings)
{
  guint n_blocking, n_open;

  g_return_if_fail (AKK_IS_FINDINGS_LIST (self));

  if (findings != NULL)
    g_ptr_array_ref (findings);
  clear (self);
  self->findings = findings != NULL ? findings : g_ptr_array_new ();
  for (guint i = 0; i < self->findings->len; i++)
    add_row (self, self->findings->pdata[i]);
  n_blocking = akk_findings_count_blocking (self->findings);
  n_open = akk_findings_count_open (self->findings);
  gtk_widget_set_visible (self->blocking_group, n_blocking > 0);
  gtk_widget_set_visible (self->advice_group, n_blocking < n_open);
  gtk_widget_set_visible (self->accepted_group, n_open < self->findings->len);
  gtk_stack_set_visible_child (self->stack,
                               self->findings->len > 0 ? self->lists : self->empty_page);
}
