/* The keys of the program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/shortcuts-dialog.h"

#include <glib/gi18n.h>

struct _AkkShortcutsDialog {
  AdwDialog parent_instance;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (AkkShortcutsDialog, akk_shortcuts_dialog, ADW_TYPE_DIALOG)

/* A row with a label only begins a group. Without `action` the key belongs to a widget, which sets
 * it itself. */
typedef struct {
  const char *label;
  const char *accel;
  const char *action;
} Shortcut;

static const Shortcut shortcuts[] = {
  { .label = N_ ("Dossier") },
  { N_ ("New dossier"), "<Control>n", "win.new" },
  { N_ ("Open a dossier"), "<Control>o", "win.open" },
  { N_ ("Save a copy"), "<Control><Shift>s", "win.save-copy" },
  { N_ ("Search the dossier; in the text or the action plan: press it twice"), "<Control>f", NULL },
  { N_ ("Search the dossier, from everywhere"), "F3", NULL },
  { N_ ("Print"), "<Control>p", "win.print" },
  { N_ ("Export as PDF"), "<Control>e", "win.export" },
  { .label = N_ ("Changes") },
  { N_ ("Undo"), "<Control>z", NULL },
  { N_ ("Redo"), "<Control><Shift>z", NULL },
  { N_ ("History"), "<Control>h", "win.history" },
  { .label = N_ ("Text") },
  { N_ ("Bold"), "<Control>b", NULL },
  { N_ ("Italic"), "<Control>i", NULL },
  { N_ ("Bulleted list"), "<Control><Shift>8", NULL },
  { N_ ("Numbered list"), "<Control><Shift>7", NULL },
  { N_ ("Quote"), "<Control><Shift>q", NULL },
  { N_ ("Commitment"), "<Control><Shift>e", NULL },
  { N_ ("Footnote, and back to its mark"), "<Control><Alt>f", NULL },
  { N_ ("Field"), "<Control><Shift>f", NULL },
  { N_ ("Cross-reference"), "<Control><Shift>r", NULL },
  { N_ ("Link"), "<Control>k", NULL },
  { N_ ("Page break"), "<Control><Shift>b", NULL },
  { N_ ("Menu of what is at the caret"), "<Shift>F10", NULL },
  { N_ ("Deeper in a list"), "Tab", NULL },
  { N_ ("Less deep in a list"), "<Shift>Tab", NULL },
  { N_ ("Add a section"), "<Control>Return", NULL },
  { N_ ("Add a subsection"), "<Control><Shift>Return", NULL },
  { N_ ("Rename the section"), "F2", NULL },
  { N_ ("Move the section up"), "<Alt>Up", NULL },
  { N_ ("Move the section down"), "<Alt>Down", NULL },
  { N_ ("Move the section a level deeper"), "<Alt>Right", NULL },
  { N_ ("Move the section a level higher"), "<Alt>Left", NULL },
  { N_ ("About this rubric; there again: hide it"), "<Shift>F8", NULL },
  { N_ ("Taken over: still valid, and on to the next"), "<Control><Alt>v", NULL },
  { N_ ("Taken over: changed, and on to the next"), "<Control><Alt>c", NULL },
  { N_ ("Taken over: read again"), "<Control><Alt>r", NULL },
  { N_ ("The next section to read"), "<Control><Alt>n", NULL },
  { N_ ("Find in the text"), "<Control>f", NULL },
  { N_ ("Replace"), "<Control><Shift>h", NULL },
  { N_ ("Next match"), "<Control>g", NULL },
  { N_ ("Previous match"), "<Control><Shift>g", NULL },
  { N_ ("Next misspelled word"), "F7", NULL },
  { N_ ("Previous misspelled word"), "<Shift>F7", NULL },
  { N_ ("Paste words only"), "<Control><Shift>v", NULL },
  { .label = N_ ("Meeting") },
  { N_ ("Add an agenda item"), "<Control><Shift>n", NULL },
  { N_ ("Move the agenda item up"), "<Alt>Up", NULL },
  { N_ ("Move the agenda item down"), "<Alt>Down", NULL },
  { N_ ("Add a decision to the item"), "<Control><Alt>b", NULL },
  { N_ ("Add an action to the item"), "<Control><Alt>a", NULL },
  { N_ ("Add a signal to the item"), "<Control><Alt>s", NULL },
  { .label = N_ ("Presenting") },
  { N_ ("Present the meeting"), "F5", NULL },
  { N_ ("Next slide or page"), "Right", NULL },
  { N_ ("Previous slide or page"), "Left", NULL },
  { N_ ("Next agenda item"), "Down", NULL },
  { N_ ("Previous agenda item"), "Up", NULL },
  { N_ ("Blank screen, and back"), "period", NULL },
  { N_ ("Break, and on"), "z", NULL },
  { N_ ("Note a decision"), "b", NULL },
  { N_ ("Note an action"), "a", NULL },
  { N_ ("Note a signal"), "s", NULL },
  { N_ ("Park a subject"), "p", NULL },
  { N_ ("Note for the minutes"), "n", NULL },
  { N_ ("In the line: who does it, then by when"), "Tab", NULL },
  { N_ ("In the line: the decision is taken"), "<Control>Return", NULL },
  { N_ ("Who does what was noted last"), "w", NULL },
  { N_ ("By when what was noted last is done"), "t", NULL },
  { N_ ("The decision that was noted last is taken"), "g", NULL },
  { N_ ("Attendance: turn the first seat; further digits the others"), "1", NULL },
  { N_ ("Attendance: go over the seats, Enter turns one"), "Tab", NULL },
  { N_ ("Full screen, and back"), "F11", NULL },
  { N_ ("Close the meeting, or go on later"), "Escape", NULL },
  { N_ ("These keys"), "F1", NULL },
  { .label = N_ ("Action Plan") },
  { N_ ("New action"), "<Control><Shift>n", NULL },
  { N_ ("Search in the actions"), "<Control>f", NULL },
  { N_ ("Filter the actions"), "<Control><Shift>f", NULL },
  { N_ ("Board: move the action to the previous status"), "<Control>Left", NULL },
  { N_ ("Board: move the action to the next status"), "<Control>Right", NULL },
  { N_ ("Timeline: show a shorter time"), "<Control>plus", NULL },
  { N_ ("Timeline: show a longer time"), "<Control>minus", NULL },
  { N_ ("Timeline: earlier"), "<Control>Page_Up", NULL },
  { N_ ("Timeline: later"), "<Control>Page_Down", NULL },
  { N_ ("Close the details of the action"), "Escape", NULL },
  { .label = N_ ("Other Pages") },
  { N_ ("Add a party, a partner or a meeting"), "<Control><Shift>n", NULL },
  { N_ ("Apply what is in the dialog"), "<Control>Return", NULL },
  { .label = N_ ("Window") },
  { N_ ("Show or hide the outline"), "F8", NULL },
  { N_ ("Show or hide the preview"), "F9", NULL },
  { N_ ("Show or hide the findings"), "<Shift>F9", NULL },
  { N_ ("Main menu"), "F10", NULL },
  { N_ ("Keyboard shortcuts"), "<Control>question", "win.shortcuts" },
  { N_ ("Close the window"), "<Control>w", "window.close" },
  { N_ ("Quit"), "<Control>q", "app.quit" },
};

static GtkWidget *
shortcut_row_new (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *key = NULL;
  GtkWidget *label;
  GdkModifierType modifiers;
  guint keyval;

  gtk_accelerator_parse (shortcut->accel, &keyval, &modifiers);
  key = gtk_accelerator_get_label (keyval, modifiers);
  label = gtk_label_new (key);
  gtk_widget_add_css_class (label, "dimmed");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, key,
                                  -1);
  return row;
}

static void
akk_shortcuts_dialog_class_init (AkkShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkShortcutsDialog, page);
}

/* All groups, or `only` one. */
static AkkShortcutsDialog *
fill (const char *only)
{
  AkkShortcutsDialog *self = g_object_new (AKK_TYPE_SHORTCUTS_DIALOG, NULL);
  AdwPreferencesGroup *group = NULL;
  gboolean shown = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    if (shortcuts[i].accel == NULL)
      shown = only == NULL || g_str_equal (shortcuts[i].label, only);
    if (!shown)
      continue;
    if (shortcuts[i].accel == NULL) {
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, _ (shortcuts[i].label));
      adw_preferences_page_add (self->page, group);
      continue;
    }
    adw_preferences_group_add (group, shortcut_row_new (&shortcuts[i]));
  }
  return self;
}

static void
akk_shortcuts_dialog_init (AkkShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkShortcutsDialog *
akk_shortcuts_dialog_new (void)
{
  return fill (NULL);
}

AkkShortcutsDialog *
akk_shortcuts_dialog_new_presenting (void)
{
  return fill ("Presenting");
}

void
akk_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    const char *accels[] = { shortcuts[i].accel, NULL };

    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, accels);
  }
}
