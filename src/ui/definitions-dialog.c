/* What the words and the abbreviations of an agreement mean.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/definitions-dialog.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/findings.h"
#include "core/signing.h"
#include "ui/definition-dialog.h"
#include "ui/record-list.h"

struct _AkkDefinitionsDialog {
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwBanner *version_banner;
  GtkWidget *add_term_button, *add_abbreviation_button;
  AkkRecordList *terms, *abbreviations;
  GtkWidget *found_group;
  AdwWrapBox *found_box;
  GtkWidget *print_group;
  GtkListBox *print_list;

  AkkStore *store;
  AkkAgreement *agreement;
  GPtrArray *findings; /* AkkFinding: of what the rows and buttons below speak */
  guint check_id;
  AdwToast *toast; /* that offers to take the last step back; NULL: none */
};

G_DEFINE_FINAL_TYPE (AkkDefinitionsDialog, akk_definitions_dialog, ADW_TYPE_DIALOG)

/* --- The lists --- */

static gboolean
is_term_cb (gpointer item, gpointer data)
{
  return ((AkkDefinition *) item)->kind == AKK_DEFINITION_TERM;
}

static gboolean
is_abbreviation_cb (gpointer item, gpointer data)
{
  return ((AkkDefinition *) item)->kind == AKK_DEFINITION_ABBREVIATION;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return akk_definition_compare (a, b);
}

static void
describe (AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  const AkkDefinition *definition = record;

  *title = g_strdup (definition->term);
  *subtitle = g_strdup (definition->meaning);
}

static void
fill (AkkDefinitionsDialog *self)
{
  const struct {
    AkkRecordList *list;
    GtkCustomFilterFunc filter;
    gboolean sorted;
    const char *label, *empty;
  } lists[] = {
    { self->terms, is_term_cb, FALSE, N_ ("Definitions"),
      N_ ("No word is defined yet. Add one with the plus sign.") },
    { self->abbreviations, is_abbreviation_cb, TRUE, N_ ("Abbreviations"),
      N_ ("No abbreviation is explained yet. Add one with the plus sign.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (GtkFilter) filter = GTK_FILTER (gtk_custom_filter_new (lists[i].filter, NULL, NULL));
    g_autoptr (GtkSorter) sorter =
        lists[i].sorted ? GTK_SORTER (gtk_custom_sorter_new (compare_cb, NULL, NULL)) : NULL;

    akk_record_list_set_choice (lists[i].list, filter, sorter);
    akk_record_list_set_records (lists[i].list, self->store, &akk_definition_record, "agreement_id",
                                 self->agreement->record.id, describe, _ (lists[i].empty));
    gtk_accessible_update_property (GTK_ACCESSIBLE (akk_record_list_get_list_box (lists[i].list)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, _ (lists[i].label), -1);
  }
}

/* --- What the text leaves unexplained, and what paper leaves out --- */

static void
add (AkkDefinitionsDialog *self, AkkDefinitionKind kind, const char *term, const char *meaning)
{
  g_autoptr (AkkDefinition) definition =
      akk_definition_begin (self->store, self->agreement->record.id, kind, term, meaning);
  AkkRecordDialog *dialog = akk_definition_dialog_new (self->store, definition);

  akk_record_list_focus_made (kind == AKK_DEFINITION_TERM ? self->terms : self->abbreviations,
                              dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
undo_cb (AkkDefinitionsDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!akk_store_undo (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Undone"), error);
}

static void
offer_undo (AkkDefinitionsDialog *self, const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Another step was made since: it would be that one that is taken back. */
static void
withdraw_undo (AkkDefinitionsDialog *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
}

static AkkFinding *
finding_of (gpointer widget)
{
  return g_object_get_data (widget, "akk-finding");
}

static void
found_cb (GtkWidget *button, AkkDefinitionsDialog *self)
{
  const AkkFinding *finding = finding_of (button);

  add (self, AKK_DEFINITION_ABBREVIATION, finding->what,
       finding->instead != NULL ? finding->instead : "");
}

static void
insert_cb (GtkWidget *button, AkkDefinitionsDialog *self)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_ref (self->findings);
  g_autoptr (GError) error = NULL;

  if (akk_finding_mend (self->store, self->agreement, finding_of (button), &error))
    offer_undo (self, _ ("Inserted in the text"));
  else
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
}

static void
add_found (AkkDefinitionsDialog *self, AkkFinding *finding)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *name = g_strdup_printf (_ ("Explain “%s”"), finding->what);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), finding->what);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, name);
  g_object_set_data (G_OBJECT (button), "akk-finding", finding);
  g_signal_connect_object (button, "clicked", G_CALLBACK (found_cb), self, 0);
  adw_wrap_box_append (self->found_box, button);
}

static void
add_unprinted (AkkDefinitionsDialog *self, AkkFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (akk_finding_remedy (finding));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  finding->text, -1);
  g_object_set_data (G_OBJECT (button), "akk-finding", finding);
  g_signal_connect_object (button, "clicked", G_CALLBACK (insert_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->print_list, row);
}

/* What nobody accepted to leave so. */
static void
check (AkkDefinitionsDialog *self)
{
  GPtrArray *findings =
      akk_findings_new (self->store, self->agreement, akk_store_today (self->store));
  guint n_found = 0, n_unprinted = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->found_box))) != NULL)
    adw_wrap_box_remove (self->found_box, child);
  gtk_list_box_remove_all (self->print_list);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = findings;
  for (guint i = 0; i < findings->len; i++) {
    AkkFinding *finding = findings->pdata[i];

    if (finding->reason != NULL)
      continue;
    if (g_str_equal (finding->id, "abbreviation")) {
      add_found (self, finding);
      n_found++;
    } else if (g_str_has_suffix (finding->id, "-unprinted")) {
      add_unprinted (self, finding);
      n_unprinted++;
    }
  }
  gtk_widget_set_visible (self->found_group, n_found > 0);
  gtk_widget_set_visible (self->print_group, n_unprinted > 0);
}

/* The button that was pressed goes with the rest: not before its signal ends. */
static gboolean
checked_later_cb (gpointer data)
{
  AkkDefinitionsDialog *self = data;

  self->check_id = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
stepped_cb (AkkDefinitionsDialog *self)
{
  withdraw_undo (self);
  if (self->check_id == 0)
    self->check_id = g_idle_add (checked_later_cb, self);
}

/* --- Callbacks --- */

static void
add_term_cb (AkkDefinitionsDialog *self)
{
  add (self, AKK_DEFINITION_TERM, "", "");
}

static void
add_abbreviation_cb (AkkDefinitionsDialog *self)
{
  add (self, AKK_DEFINITION_ABBREVIATION, "", "");
}

static void
activated_cb (AkkDefinitionsDialog *self, AkkRecord *record)
{
  adw_dialog_present (
      ADW_DIALOG (akk_definition_dialog_new (self->store, (AkkDefinition *) record)),
      GTK_WIDGET (self));
}

static void
delete_cb (AkkDefinitionsDialog *self, AkkRecord *record)
{
  g_autofree char *words = g_strdup_printf (_ ("“%s” deleted"), ((AkkDefinition *) record)->term);
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, ((AkkDefinition *) record)->kind == AKK_DEFINITION_TERM
                                    ? N_ ("Delete Definition")
                                    : N_ ("Delete Abbreviation"));
  akk_store_delete (self->store, record);
  if (akk_store_commit (self->store, &error))
    offer_undo (self, words);
  else
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
}

/* The keys of the window do not reach what lies over it. */
static gboolean
undo_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AkkDefinitionsDialog *self = AKK_DEFINITIONS_DIALOG (widget);

  if (akk_store_get_undo_step (self->store) != NULL)
    undo_cb (self);
  return GDK_EVENT_STOP;
}

static gboolean
redo_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AkkDefinitionsDialog *self = AKK_DEFINITIONS_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (akk_store_get_redo_step (self->store) != NULL && !akk_store_redo (self->store, &error))
    akk_show_error (widget, _ ("Not Done Again"), error);
  return GDK_EVENT_STOP;
}

/* --- Virtual functions --- */

static void
akk_definitions_dialog_dispose (GObject *object)
{
  AkkDefinitionsDialog *self = AKK_DEFINITIONS_DIALOG (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_DEFINITIONS_DIALOG);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_definitions_dialog_parent_class)->dispose (object);
}

static void
akk_definitions_dialog_class_init (AkkDefinitionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_definitions_dialog_dispose;
  g_type_ensure (AKK_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/definitions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkDefinitionsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, AkkDefinitionsDialog, version_banner);
  gtk_widget_class_bind_template_child (widget_class, AkkDefinitionsDialog, add_term_button);
  gtk_widget_class_bind_template_child (widget_class, AkkDefinitionsDialog,
                                        add_abbreviation_button);
  gtk_widget_class_bind_template_child (widget_class, AkkDefinitionsDialog, terms);
  gtk_widget_class_bind_template_child (widget_class, AkkDefinitionsDialog, abbreviations);
  gtk_widget_class_bind_template_child (widget_class, AkkDefinitionsDialog, found_group);
  gtk_widget_class_bind_template_child (widget_class, AkkDefinitionsDialog, found_box);
  gtk_widget_class_bind_template_child (widget_class, AkkDefinitionsDialog, print_group);
  gtk_widget_class_bind_template_child (widget_class, AkkDefinitionsDialog, print_list);
  gtk_widget_class_bind_template_callback (widget_class, add_term_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_abbreviation_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                redo_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, redo_key_cb, NULL);
}

static void
akk_definitions_dialog_init (AkkDefinitionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

/* What was frozen does not follow the lists. */
static void
show_version (AkkDefinitionsDialog *self)
{
  g_autoptr (AkkVersion) version = akk_version_newest (self->store, self->agreement);
  g_autofree char *words = NULL;

  if (version == NULL || self->agreement->stage != AKK_STAGE_SIGNING)
    return;
  words = g_strdup_printf (_ ("Version %d lies for signing: what you change here comes only into "
                              "the next version."),
                           (int) version->number);
  adw_banner_set_title (self->version_banner, words);
  adw_banner_set_revealed (self->version_banner, TRUE);
}

AkkDefinitionsDialog *
akk_definitions_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  AkkDefinitionsDialog *self = g_object_new (AKK_TYPE_DEFINITIONS_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  show_version (self);
  fill (self);
  check (self);
  g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
akk_definitions_dialog_show_list (AkkDefinitionsDialog *self, const char *clause)
{
  gboolean terms = g_str_equal (clause, akk_definition_clause (AKK_DEFINITION_TERM));

  g_return_if_fail (AKK_IS_DEFINITIONS_DIALOG (self));

  adw_dialog_set_focus (ADW_DIALOG (self),
                        terms ? self->add_term_button : self->add_abbreviation_button);
}

void
akk_definitions_dialog_show (AkkDefinitionsDialog *self, gint64 id)
{
  AkkRecordList *const lists[] = { self->terms, self->abbreviations };

  g_return_if_fail (AKK_IS_DEFINITIONS_DIALOG (self));

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    GtkWidget *row = akk_record_rows_find (akk_record_list_get_list_box (lists[i]), id);

    if (row != NULL)
      adw_dialog_set_focus (ADW_DIALOG (self), row);
  }
}
