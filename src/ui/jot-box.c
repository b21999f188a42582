/* Where a decision, an action, a signal, a parked subject or a note is typed in a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/jot-box.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "ui/jot-text.h"
#include "ui/jot-words.h"

struct _AkkJotBox {
  GtkWidget parent_instance;

  GtkBox *box;
  GtkWidget *buttons;
  GtkLabel *title_label, *hint_label, *details_label;
  GtkTextView *text_view;
  GtkRevealer *chooser;
  GtkText *filter_text;
  GtkFlowBox *offers;
  GtkButton *who_button, *when_button, *approve_button;

  AkkShow *show;
  GPtrArray *days; /* AkkJotDay that are offered */
  gboolean guides, following;
};

G_DEFINE_FINAL_TYPE (AkkJotBox, akk_jot_box, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_GUIDES, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- The line --- */

static char *
typed_in (AkkJotBox *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->text_view), &start, &end);
  return gtk_text_iter_get_text (&start, &end);
}

static void
text_changed_cb (AkkJotBox *self)
{
  g_autofree char *text = NULL;

  if (self->following || self->show == NULL)
    return;
  text = typed_in (self);
  akk_show_type (self->show, g_strdelimit (text, "\n\r", ' '));
}

static void
follow_text (AkkJotBox *self)
{
  g_autofree char *own = typed_in (self);
  const char *typed = akk_show_get_typed (self->show);

  if (g_str_equal (own, typed))
    return;
  self->following = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), typed, -1);
  self->following = FALSE;
}

/* --- Who and when --- */

static void
add_offer (AkkJotBox *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_flow_box_append (self->offers, label);
}

static void
offer_days (AkkJotBox *self, const char *typed)
{
  AkkStore *store = akk_show_get_store (self->show);

  self->days =
      akk_jot_days (store, akk_show_get_agenda (self->show), typed, akk_store_today (store));
  for (guint i = 0; i < self->days->len; i++) {
    g_autofree char *words = akk_jot_day_words (store, self->days->pdata[i]);

    add_offer (self, words);
  }
}

static void
offer_parties (AkkJotBox *self, const char *typed)
{
  g_autoptr (GPtrArray) parties = akk_jot_parties (akk_show_get_agenda (self->show), typed);

  for (guint i = 0; i < parties->len; i++)
    add_offer (self, ((const AkkAgendaParty *) parties->pdata[i])->name);
  if (parties->len == 0)
    add_offer (self, typed);
}

/* What the letters typed so far may mean, the first of them chosen. */
static void
show_offers (AkkJotBox *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->filter_text));
  GtkFlowBoxChild *first;

  gtk_flow_box_remove_all (self->offers);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  if (akk_show_get_choosing (self->show) == AKK_SHOW_CHOOSING_WHEN)
    offer_days (self, typed);
  else
    offer_parties (self, typed);
  first = gtk_flow_box_get_child_at_index (self->offers, 0);
  if (first != NULL)
    gtk_flow_box_select_child (self->offers, first);
}

static void
choose (AkkJotBox *self, guint index)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->filter_text));

  if (akk_show_get_choosing (self->show) == AKK_SHOW_CHOOSING_WHEN) {
    if (self->days != NULL && index < self->days->len)
      akk_show_set_when (self->show, ((const AkkJotDay *) self->days->pdata[index])->date);
  } else {
    g_autoptr (GPtrArray) parties = akk_jot_parties (akk_show_get_agenda (self->show), typed);
    const AkkAgendaParty *party = index < parties->len ? parties->pdata[index] : NULL;
    g_autofree char *who = g_strdup (party != NULL ? party->name : typed);

    akk_show_set_who (self->show, party != NULL ? party->party : NULL, who);
  }
}

static void
offer_activated_cb (AkkJotBox *self, GtkFlowBoxChild *child)
{
  choose (self, (guint) gtk_flow_box_child_get_index (child));
}

/* The chosen offer, else nothing. */
static void
take_chosen (AkkJotBox *self)
{
  g_autoptr (GList) chosen = gtk_flow_box_get_selected_children (self->offers);

  if (chosen != NULL)
    choose (self, (guint) gtk_flow_box_child_get_index (chosen->data));
}

static void
move_choice (AkkJotBox *self, int by)
{
  g_autoptr (GList) chosen = gtk_flow_box_get_selected_children (self->offers);
  int index = chosen != NULL ? gtk_flow_box_child_get_index (chosen->data) + by : 0;
  GtkFlowBoxChild *child =
      index >= 0 ? gtk_flow_box_get_child_at_index (self->offers, index) : NULL;

  if (child == NULL)
    return;
  gtk_flow_box_select_child (self->offers, child);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           gtk_label_get_text (GTK_LABEL (gtk_flow_box_child_get_child (child))),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* After who comes by when, after that the line again. */
static void
choose_next (AkkJotBox *self)
{
  AkkShowChoosing before = akk_show_get_choosing (self->show);
  AkkJot *jot = akk_show_get_jot (self->show);
  AkkShowChoosing next = AKK_SHOW_CHOOSING_NOTHING;

  if (before == AKK_SHOW_CHOOSING_NOTHING && akk_jot_has_who (jot))
    next = AKK_SHOW_CHOOSING_WHO;
  else if (before != AKK_SHOW_CHOOSING_WHEN && akk_jot_has_when (jot))
    next = AKK_SHOW_CHOOSING_WHEN;
  akk_show_choose (self->show, next);
}

static void
choosing_cb (AkkJotBox *self)
{
  AkkShowChoosing choosing = akk_show_get_choosing (self->show);
  gboolean shown = choosing != AKK_SHOW_CHOOSING_NOTHING;
  gboolean typing = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  const char *label = choosing == AKK_SHOW_CHOOSING_WHO ? _ ("Who does it?") : _ ("By when?");

  gtk_revealer_set_reveal_child (self->chooser, shown && typing);
  gtk_text_set_placeholder_text (self->filter_text, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->filter_text), "");
  if (shown)
    show_offers (self);
  if (!typing)
    return;
  if (shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->filter_text));
  else
    akk_jot_box_focus (self);
}

/* --- Following the show --- */

static void
show_buttons (AkkJotBox *self, AkkJot *jot)
{
  AkkRecord *record = akk_jot_get_record (jot);
  gboolean decision = akk_jot_get_kind (jot) == AKK_JOT_DECISION;

  gtk_widget_set_visible (self->buttons, self->guides);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label),
                          self->guides || gtk_widget_has_focus (GTK_WIDGET (self->text_view)));
  gtk_widget_set_visible (GTK_WIDGET (self->who_button), akk_jot_has_who (jot));
  gtk_widget_set_visible (GTK_WIDGET (self->when_button), akk_jot_has_when (jot));
  gtk_widget_set_visible (GTK_WIDGET (self->approve_button), decision);
  gtk_widget_set_sensitive (GTK_WIDGET (self->approve_button),
                            record != NULL && decision &&
                                ((AkkDecision *) record)->state == AKK_DECISION_DRAFT);
  gtk_label_set_label (
      self->hint_label,
      !self->guides
          ? (akk_jot_has_who (jot) ? _ ("Tab: who, then when · Enter: done") : _ ("Enter: done"))
      : akk_jot_get_kind (jot) == AKK_JOT_NOTE ? _ ("For the minutes, seen in the room")
                                               : _ ("Seen in the room"));
}

/* Gives the focus up before it hides: else the window looks for another one in a while, and may
 * take it from the next line. */
static void
leave (AkkJotBox *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_root_set_focus (root, NULL);
}

static void
jotted_cb (AkkJotBox *self)
{
  AkkJot *jot = akk_show_get_jot (self->show);
  g_autofree char *title = NULL, *details = NULL;

  if (jot == NULL)
    leave (self);
  gtk_widget_set_visible (GTK_WIDGET (self), jot != NULL);
  if (jot == NULL)
    return;
  title = akk_jot_title (akk_show_get_store (self->show), akk_show_get_agenda (self->show)->meeting,
                         jot);
  details = akk_jot_details (akk_show_get_store (self->show), jot);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->details_label, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details_label), *details != '\0');
  follow_text (self);
  show_buttons (self, jot);
}

static void
focus_cb (AkkJotBox *self)
{
  AkkJot *jot = self->show != NULL ? akk_show_get_jot (self->show) : NULL;

  if (jot != NULL)
    show_buttons (self, jot);
}

gboolean
akk_jot_box_focus (AkkJotBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter end;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  if (akk_show_get_choosing (self->show) != AKK_SHOW_CHOOSING_NOTHING) {
    gtk_revealer_set_reveal_child (self->chooser, TRUE);
    return gtk_widget_grab_focus (GTK_WIDGET (self->filter_text));
  }
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  return gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* --- Keys --- */

static gboolean
text_key_cb (AkkJotBox *self, guint key, guint code, GdkModifierType state)
{
  switch (key) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if ((state & GDK_CONTROL_MASK) != 0)
      akk_show_approve (self->show);
    akk_show_end_jot (self->show);
    return TRUE;
  case GDK_KEY_Escape:
    akk_show_end_jot (self->show);
    return TRUE;
  case GDK_KEY_Tab:
    choose_next (self);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
filter_key_cb (AkkJotBox *self, guint key)
{
  switch (key) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    take_chosen (self);
    return TRUE;
  case GDK_KEY_Tab:
    if (*gtk_editable_get_text (GTK_EDITABLE (self->filter_text)) != '\0') {
      AkkShowChoosing before = akk_show_get_choosing (self->show);

      take_chosen (self);
      if (before == AKK_SHOW_CHOOSING_WHO)
        akk_show_choose (self->show, AKK_SHOW_CHOOSING_WHEN);
    } else {
      choose_next (self);
    }
    return TRUE;
  case GDK_KEY_Escape:
    akk_show_choose (self->show, AKK_SHOW_CHOOSING_NOTHING);
    return TRUE;
  case GDK_KEY_Down:
    move_choice (self, 1);
    return TRUE;
  case GDK_KEY_Up:
    move_choice (self, -1);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
who_clicked_cb (AkkJotBox *self)
{
  akk_jot_box_focus (self);
  akk_show_choose (self->show, AKK_SHOW_CHOOSING_WHO);
}

static void
when_clicked_cb (AkkJotBox *self)
{
  akk_jot_box_focus (self);
  akk_show_choose (self->show, AKK_SHOW_CHOOSING_WHEN);
}

static void
approve_clicked_cb (AkkJotBox *self)
{
  akk_show_approve (self->show);
  akk_show_end_jot (self->show);
}

/* --- Virtual functions --- */

static void
akk_jot_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, AKK_JOT_BOX (object)->guides);
}

static void
akk_jot_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  AKK_JOT_BOX (object)->guides = g_value_get_boolean (value);
}

static void
akk_jot_box_dispose (GObject *object)
{
  AkkJotBox *self = AKK_JOT_BOX (object);

  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_object (&self->show);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_JOT_BOX);
  G_OBJECT_CLASS (akk_jot_box_parent_class)->dispose (object);
}

static void
akk_jot_box_class_init (AkkJotBoxClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = akk_jot_box_get_property;
  object_class->set_property = akk_jot_box_set_property;
  object_class->dispose = akk_jot_box_dispose;
  g_type_ensure (AKK_TYPE_JOT_TEXT);
  props[PROP_GUIDES] = g_param_spec_boolean ("guides", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/akkoord/Akkoord/ui/jot-box.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, box);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, buttons);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, title_label);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, hint_label);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, details_label);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, text_view);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, chooser);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, filter_text);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, offers);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, who_button);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, when_button);
  gtk_widget_class_bind_template_child (widget_class, AkkJotBox, approve_button);
  gtk_widget_class_bind_template_callback (widget_class, who_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, approve_clicked_cb);
}

static void
add_keys (AkkJotBox *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
akk_jot_box_init (AkkJotBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_text, "changed", G_CALLBACK (show_offers), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->offers, "child-activated", G_CALLBACK (offer_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text_view, "notify::has-focus", G_CALLBACK (focus_cb), self,
                           G_CONNECT_SWAPPED);
  add_keys (self, GTK_WIDGET (self->text_view), G_CALLBACK (text_key_cb));
  add_keys (self, GTK_WIDGET (self->filter_text), G_CALLBACK (filter_key_cb));
}

void
akk_jot_box_set_show (AkkJotBox *self, AkkShow *show)
{
  self->show = g_object_ref (show);
  g_signal_connect_object (show, "jotted", G_CALLBACK (jotted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "changed", G_CALLBACK (jotted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::choosing", G_CALLBACK (choosing_cb), self,
                           G_CONNECT_SWAPPED);
  jotted_cb (self);
}
