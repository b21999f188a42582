/* The item that is dealt with, for the regisseur.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/regie-item.h"

#include <glib/gi18n.h>

#include "core/attachment.h"
#include "core/indicator.h"
#include "core/section-words.h"
#include "ui/jot-box.h"
#include "ui/jot-words.h"
#include "ui/meeting-words.h"
#include "ui/record-dialog.h"
#include "ui/record-words.h"
#include "ui/state-glyph.h"

#define STORE_MS 600

struct _AkkRegieItem {
  AdwBin parent_instance;

  GtkLabel *title_label, *words_label;
  AkkJotBox *jot_box;
  GtkTextView *notes;
  AdwPreferencesGroup *notes_group, *noted_group, *shown_group, *seats_group;
  GtkListBox *noted, *shown, *seats;

  AkkShow *show;
  AkkAgendaItem *item; /* whose notes are shown; NULL: none */
  guint store_source;
  gboolean following;
};

G_DEFINE_FINAL_TYPE (AkkRegieItem, akk_regie_item, ADW_TYPE_BIN)

static const char place_key[] = "akk-place";

/* --- Notes --- */

static char *
typed_notes (AkkRegieItem *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->notes), &start, &end);
  return gtk_text_iter_get_text (&start, &end);
}

void
akk_regie_item_store_notes (AkkRegieItem *self)
{
  AkkStore *store = self->show != NULL ? akk_show_get_store (self->show) : NULL;
  g_autofree char *typed = typed_notes (self);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->store_source, g_source_remove);
  if (self->item == NULL || self->item->record.deleted || g_str_equal (self->item->note, typed))
    return;
  akk_store_begin (store, N_ ("Note for myself"));
  akk_store_set_text (store, self->item, "note", typed);
  if (!akk_store_commit (store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
}

static void
store_cb (gpointer data)
{
  AkkRegieItem *self = data;

  self->store_source = 0;
  akk_regie_item_store_notes (self);
}

static void
notes_changed_cb (AkkRegieItem *self)
{
  if (self->following)
    return;
  g_clear_handle_id (&self->store_source, g_source_remove);
  self->store_source = g_timeout_add_once (STORE_MS, store_cb, self);
}

/* Those of the item; what is typed but not stored yet is never replaced. */
static void
show_notes (AkkRegieItem *self, const AkkAgendaEntry *entry)
{
  g_autofree char *typed = NULL;

  if (self->item != (entry != NULL ? entry->item : NULL))
    akk_regie_item_store_notes (self);
  g_set_object (&self->item, (entry != NULL ? entry->item : NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), self->item != NULL);
  typed = typed_notes (self);
  if (self->item == NULL || self->store_source != 0 || g_str_equal (typed, self->item->note))
    return;
  self->following = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes), self->item->note, -1);
  self->following = FALSE;
}

/* --- Rows --- */

static GtkWidget *
row_new (GtkListBox *list, const char *title, const char *subtitle, guint place)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), place_key, GUINT_TO_POINTER (place));
  gtk_list_box_append (list, row);
  return row;
}

/* A button that opens a record in the window of the dossier. */
static void
add_look_up (GtkWidget *row, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-jump-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Open in the Dossier"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "regie.look-up");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", action, id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static guint
place_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), place_key));
}

/* --- Noted --- */

/* All that was noted at an item, in the order of the rows. */
static GPtrArray *
noted_at (const AkkAgendaEntry *entry)
{
  GPtrArray *all = g_ptr_array_new ();
  GPtrArray *const kinds[] = { entry->decisions, entry->actions, entry->signals, entry->parked };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_extend (all, kinds[i], NULL, NULL);
  return all;
}

static void
show_noted (AkkRegieItem *self, const AkkAgendaEntry *entry)
{
  static const char *const letters[] = { "B", "A", "S", "P" };
  g_autoptr (GPtrArray) records = entry != NULL ? noted_at (entry) : g_ptr_array_new ();

  gtk_list_box_remove_all (self->noted);
  for (guint i = 0; i < records->len; i++) {
    AkkRecord *record = records->pdata[i];
    g_autofree char *details = akk_noted_details (akk_show_get_store (self->show), record);
    GtkWidget *row = row_new (self->noted, akk_noted_text (record), details, i);
    GtkWidget *key = gtk_label_new (letters[akk_noted_kind (record)]);

    gtk_widget_add_css_class (key, "akk-key");
    gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), key);
    if (akk_noted_kind (record) == AKK_JOT_DECISION)
      add_look_up (row, "view.show-decision", record->id);
    else if (akk_noted_kind (record) == AKK_JOT_ACTION)
      add_look_up (row, "view.show-action", record->id);
    else if (akk_noted_kind (record) == AKK_JOT_SIGNAL)
      add_look_up (row, "view.show-signal", record->id);
    else
      add_look_up (row, "view.show-meeting", akk_show_get_agenda (self->show)->meeting->record.id);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->noted_group), records->len > 0);
}

static void
noted_activated_cb (AkkRegieItem *self, GtkListBoxRow *row)
{
  const AkkAgendaEntry *entry = akk_show_get_entry (self->show);
  g_autoptr (GPtrArray) records = entry != NULL ? noted_at (entry) : g_ptr_array_new ();

  if (place_of (row) >= records->len)
    return;
  akk_show_resume_jot (self->show, records->pdata[place_of (row)]);
  akk_regie_item_focus_line (self);
}

/* --- Shown --- */

static char *
slide_words (AkkRegieItem *self, const AkkSlide *slide)
{
  static const char *const names[] = {
    [AKK_SLIDE_ITEM] = N_ ("The item"),
    [AKK_SLIDE_DECISIONS] = N_ ("Decisions of the meeting whose minutes are approved"),
    [AKK_SLIDE_ACTIONS] = N_ ("Actions that ask for attention"),
    [AKK_SLIDE_MATRIX] = N_ ("The Pact’s matrix"),
    [AKK_SLIDE_SIGNALS] = N_ ("Signals"),
  };
  AkkStore *store = akk_show_get_store (self->show);

  if (slide->kind == AKK_SLIDE_CHART) {
    g_autoptr (AkkIndicator) indicator =
        akk_store_get (store, &akk_indicator_record, slide->record);
    return g_strdup (indicator != NULL ? indicator->name : "");
  }
  if (slide->kind == AKK_SLIDE_FILE) {
    g_autoptr (AkkAttachment) file = akk_store_get (store, &akk_attachment_record, slide->record);
    return g_strdup (file != NULL ? file->name : "");
  }
  if (slide->kind == AKK_SLIDE_CLAUSE)
    return akk_section_heading (store, akk_show_get_agenda (self->show)->agreement, slide->record);
  return g_strdup (_ (names[slide->kind]));
}

static void
show_shown (AkkRegieItem *self, const AkkAgendaEntry *entry)
{
  const GArray *slides = akk_show_get_slides (self->show);
  guint n = 0;

  gtk_list_box_remove_all (self->shown);
  for (guint i = 0; entry != NULL && i < slides->len; i++) {
    const AkkSlide *slide = &g_array_index (slides, AkkSlide, i);
    g_autofree char *words = NULL;
    GtkWidget *row;

    if (slide->item_id != entry->item->record.id)
      continue;
    words = slide_words (self, slide);
    row = row_new (self->shown, words,
                   i == akk_show_get_position (self->show) ? _ ("Seen in the room now") : NULL, i);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               akk_state_glyph_new (i == akk_show_get_position (self->show)
                                                        ? AKK_GLYPH_BUSY
                                                        : AKK_GLYPH_NONE));
    if (slide->kind == AKK_SLIDE_CHART)
      add_look_up (row, "view.show-indicator", slide->record);
    else if (slide->kind == AKK_SLIDE_SIGNALS && slide->record != 0)
      add_look_up (row, "view.show-signal", slide->record);
    else if (slide->kind == AKK_SLIDE_ITEM && entry->item->action_id != 0)
      add_look_up (row, "view.show-action", entry->item->action_id);
    else if (slide->kind == AKK_SLIDE_ITEM && entry->item->decision_id != 0)
      add_look_up (row, "view.show-decision", entry->item->decision_id);
    n++;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->shown_group), n > 1);
}

static void
shown_activated_cb (AkkRegieItem *self, GtkListBoxRow *row)
{
  akk_show_go (self->show, place_of (row));
}

/* --- Attendance --- */

static void
show_seats (AkkRegieItem *self)
{
  const AkkAgenda *agenda = akk_show_get_agenda (self->show);
  gboolean shown = akk_show_get_slide (self->show)->item_id == 0;

  gtk_list_box_remove_all (self->seats);
  for (guint i = 0; shown && i < agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = agenda->seats->pdata[i];
    const char *name = seat->seat != NULL ? seat->party_name : seat->attendance->guest;
    GtkWidget *row =
        row_new (self->seats, name, seat->person != NULL ? seat->person->name : NULL, i);
    GtkWidget *state = gtk_label_new (akk_choice_label (akk_attendance_states, seat->state));

    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               akk_state_glyph_new (akk_attendance_glyph (seat->state)));
    gtk_widget_add_css_class (state, "dim-label");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->seats_group), shown && agenda->seats->len > 0);
}

static void
seat_activated_cb (AkkRegieItem *self, GtkListBoxRow *row)
{
  int place = gtk_list_box_row_get_index (row);

  akk_show_turn_attendance (self->show, place_of (row));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->seats, place)));
}

/* --- Following the show --- */

static void
show_head (AkkRegieItem *self, const AkkAgendaEntry *entry)
{
  const AkkAgenda *agenda = akk_show_get_agenda (self->show);
  AkkSlideKind kind = akk_show_get_slide (self->show)->kind;
  g_autofree char *title = NULL, *words = NULL;

  if (entry != NULL) {
    title = g_strdup_printf ("%u. %s", entry->number, entry->item->title);
    words = akk_agenda_entry_words (akk_show_get_store (self->show), entry);
  } else {
    title = g_strdup (kind == AKK_SLIDE_TITLE        ? _ ("Title page")
                      : kind == AKK_SLIDE_ATTENDANCE ? _ ("Attendance")
                                                     : _ ("What we agreed"));
    words = akk_agenda_seats_words (agenda);
  }
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->words_label, words);
}

static void
update (AkkRegieItem *self)
{
  const AkkAgendaEntry *entry = akk_show_get_entry (self->show);

  show_head (self, entry);
  show_notes (self, entry);
  show_noted (self, entry);
  show_shown (self, entry);
  show_seats (self);
}

gboolean
akk_regie_item_is_typing (AkkRegieItem *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (GTK_IS_TEXT_VIEW (focus) || GTK_IS_TEXT (focus));
}

void
akk_regie_item_focus_line (AkkRegieItem *self)
{
  akk_jot_box_focus (self->jot_box);
}

/* --- Virtual functions --- */

static void
akk_regie_item_dispose (GObject *object)
{
  AkkRegieItem *self = AKK_REGIE_ITEM (object);

  if (self->store_source != 0)
    akk_regie_item_store_notes (self);
  g_clear_object (&self->item);
  g_clear_object (&self->show);
  G_OBJECT_CLASS (akk_regie_item_parent_class)->dispose (object);
}

static void
akk_regie_item_class_init (AkkRegieItemClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = akk_regie_item_dispose;
  g_type_ensure (AKK_TYPE_JOT_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/regie-item.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, title_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, words_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, jot_box);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, notes);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, notes_group);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, noted_group);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, shown_group);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, seats_group);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, noted);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, shown);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieItem, seats);
  gtk_widget_class_bind_template_callback (widget_class, noted_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, seat_activated_cb);
}

static void
akk_regie_item_init (AkkRegieItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes), "changed",
                           G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
}

void
akk_regie_item_set_show (AkkRegieItem *self, AkkShow *show)
{
  self->show = g_object_ref (show);
  akk_jot_box_set_show (self->jot_box, show);
  g_signal_connect_object (show, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::position", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
