/* The page Tekst: outline, text and preview of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (AkkTextPage, akk_text_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SHOW_OUTLINE,
  PROP_SHOW_PREVIEW,
  PROP_NARROW,
  PROP_STYLE,
  N_PROPS,
};

enum {
  FAILED,
  FIELD_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* The exact texts around one burst: undo within a running program also brings back empty paragraphs
 * and trailing spaces, which CommonMark cannot hold. Texts share their lines, so they are small. */
typedef struct {
  AkkText *before, *after;
} Exact;

#define MAX_EXACT 200

static void
exact_free (Exact *exact)
{
  akk_text_unref (exact->before);
  akk_text_unref (exact->after);
  g_free (exact);
}

/* --- Showing --- */

static const char *
section_number (gint64 section, gpointer data)
{
  AkkTextPage *self = data;
  const AkkOutlineEntry *entry = akk_outline_find (self->outline, section);

  return entry != NULL ? entry->number : "";
}

/* What can be done where there is no section is to add one. */
static void
show_whether_empty (AkkTextPage *self)
{
  static const char *const actions[] = { "text.add-subsection", "text.rename-section",
                                         "text.section-properties", "text.delete-section",
                                         "text.move-section" };
  gboolean empty = self->outline->len == 0;

  gtk_stack_set_visible_child (self->stack, empty ? self->empty_page : self->editor_scroller);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !empty);
  akk_text_page_enable_inserts (self, !empty);
}

static void
show_outline (AkkTextPage *self)
{
  show_whether_empty (self);
  akk_outline_pane_set_outline (self->outline_pane, self->outline);
  akk_outline_pane_select (self->outline_pane, akk_editor_get_section (self->editor));
}

static void
set_saved (AkkTextPage *self, AkkText *text)
{
  akk_text_ref (text);
  g_clear_pointer (&self->saved, akk_text_unref);
  self->saved = text;
}

static void
load_text (AkkTextPage *self, AkkText *candidate)
{
  g_autoptr (AkkText) text = NULL;

  g_clear_pointer (&self->outline, g_ptr_array_unref);
  self->outline = akk_outline_new (self->sections, akk_agreement_language (self->agreement));
  text = akk_agreement_text_load (self->outline, candidate);
  akk_text_page_update_references (self, text);
  akk_editor_set_text (self->editor, text);
  akk_editor_refresh (self->editor);
  set_saved (self, text);
  show_outline (self);
  akk_text_page_queue_preview (self);
}

/* --- Storing --- */

static void
remember_exact (AkkTextPage *self, gint64 step, AkkText *before, AkkText *after)
{
  Exact *exact = g_new0 (Exact, 1);
  gint64 *key = g_memdup2 (&step, sizeof step);

  exact->before = akk_text_ref (before);
  exact->after = akk_text_ref (after);
  g_hash_table_insert (self->exact, key, exact);
  g_queue_push_tail (self->exact_order, key);
  if (g_queue_get_length (self->exact_order) > MAX_EXACT)
    g_hash_table_remove (self->exact, g_queue_pop_head (self->exact_order));
}

static void
burst_cb (AkkTextPage *self, const char *label)
{
  AkkText *text = akk_editor_get_text (self->editor);
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  /* Captions that came, went or moved. */
  if (akk_text_page_update_references (self, text))
    akk_editor_refresh (self->editor);
  else
    akk_editor_refresh_since (self->editor, self->saved);
  akk_store_begin (self->store, label);
  self->writing = TRUE;
  akk_agreement_text_save (self->store, self->outline, text);
  if (akk_store_commit (self->store, &error))
    set_saved (self, text); /* also where nothing was written: a space at the end of a line */
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
  self->writing = FALSE;
}

/* After each step of the log: our own burst is on the screen already; anything else is loaded,
 * through the exact text that we may remember of it. */
static void
stepped_cb (AkkTextPage *self, AkkStep *step)
{
  gint64 undone = akk_step_get_undone (step);
  Exact *exact = NULL;
  AkkText *candidate = akk_editor_get_text (self->editor);

  if (self->writing) {
    remember_exact (self, akk_step_get_id (step), self->saved, candidate);
    g_clear_pointer (&self->outline, g_ptr_array_unref);
    self->outline = akk_outline_new (self->sections, akk_agreement_language (self->agreement));
    show_outline (self);
    return;
  }
  if (undone != 0)
    exact = g_hash_table_lookup (self->exact, &undone);
  if (exact != NULL && akk_step_get_kind (step) == AKK_STEP_UNDO)
    candidate = exact->before;
  else if (exact != NULL && akk_step_get_kind (step) == AKK_STEP_REDO)
    candidate = exact->after;
  load_text (self, candidate);
}

/* --- Callbacks --- */

static void
edited_cb (AkkTextPage *self)
{
  self->edited_us = g_get_monotonic_time ();
  akk_text_page_queue_preview (self);
}

static void
section_moved_cb (AkkTextPage *self)
{
  akk_outline_pane_select (self->outline_pane, akk_editor_get_section (self->editor));
}

static void
caret_moved_cb (AkkTextPage *self)
{
  if (self->preview_tick == 0 && self->preview_idle == 0 && self->show_preview)
    akk_preview_mark_line (self->preview, akk_editor_get_line (self->editor), TRUE);
}

static void
section_activated_cb (AkkTextPage *self, gint64 section)
{
  akk_editor_go_to_section (self->editor, section);
  if (self->narrow)
    g_object_set (self, "show-outline", FALSE, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/* Who looked through the outline and left it again is where the caret is. */
static void
outline_left_cb (AkkTextPage *self)
{
  akk_outline_pane_select (self->outline_pane, akk_editor_get_section (self->editor));
}

static void
preview_line_activated_cb (AkkTextPage *self, guint line)
{
  akk_editor_go_to_line (self->editor, line);
  if (self->narrow)
    g_object_set (self, "show-preview", FALSE, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/* A pane that lies over the text goes first; a page may be left with the next Escape. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);

  if (!self->narrow || (!self->show_outline && !self->show_preview))
    return GDK_EVENT_PROPAGATE;
  g_object_set (self, "show-outline", FALSE, "show-preview", FALSE, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  return GDK_EVENT_STOP;
}

static gboolean
kind_is_cb (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_boolean (to, g_value_get_int (from) == GPOINTER_TO_INT (data));
  return TRUE;
}

/* --- Virtual functions --- */

static void
akk_text_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkTextPage *self = AKK_TEXT_PAGE (object);

  switch (id) {
  case PROP_SHOW_OUTLINE:
    g_value_set_boolean (value, self->show_outline);
    break;
  case PROP_SHOW_PREVIEW:
    g_value_set_boolean (value, self->show_preview);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  case PROP_STYLE:
    g_value_set_string (value, akk_text_page_get_style (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
akk_text_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkTextPage *self = AKK_TEXT_PAGE (object);

  switch (id) {
  case PROP_SHOW_OUTLINE:
    self->show_outline = g_value_get_boolean (value);
    break;
  case PROP_SHOW_PREVIEW:
    self->show_preview = g_value_get_boolean (value);
    akk_text_page_queue_preview (self);
    break;
  case PROP_NARROW:
    self->narrow = g_value_get_boolean (value);
    break;
  case PROP_STYLE:
    akk_text_page_set_style (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static gboolean
akk_text_page_grab_focus (GtkWidget *widget)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  gboolean empty = self->outline != NULL && self->outline->len == 0;

  return gtk_widget_grab_focus (empty ? self->empty_button : GTK_WIDGET (self->editor));
}

static void
akk_text_page_dispose (GObject *object)
{
  AkkTextPage *self = AKK_TEXT_PAGE (object);

  if (self->editor != NULL)
    akk_text_page_set_agreement (self, NULL, NULL);
  akk_text_page_stop_preview (self);
  akk_text_page_inserts_dispose (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_TEXT_PAGE);
  g_clear_object (&self->paper);
  g_clear_pointer (&self->field_texts, g_hash_table_unref);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->exact, g_hash_table_unref);
  g_clear_pointer (&self->exact_order, g_queue_free);
  G_OBJECT_CLASS (akk_text_page_parent_class)->dispose (object);
}

static void
akk_text_page_class_init (AkkTextPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  /* With Shift, the key of a digit gives that digit (Belgian) or a sign (US international). */
  static const struct {
    guint key;
    const char *action;
  } list_keys[] = { { GDK_KEY_8, "text.bulleted-list" },
                    { GDK_KEY_asterisk, "text.bulleted-list" },
                    { GDK_KEY_7, "text.numbered-list" },
                    { GDK_KEY_ampersand, "text.numbered-list" } };

  object_class->get_property = akk_text_page_get_property;
  object_class->set_property = akk_text_page_set_property;
  object_class->dispose = akk_text_page_dispose;
  widget_class->grab_focus = akk_text_page_grab_focus;

  props[PROP_SHOW_OUTLINE] =
      g_param_spec_boolean ("show-outline", NULL, NULL, TRUE, G_PARAM_READWRITE);
  props[PROP_SHOW_PREVIEW] =
      g_param_spec_boolean ("show-preview", NULL, NULL, TRUE, G_PARAM_READWRITE);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  props[PROP_STYLE] =
      g_param_spec_string ("style", NULL, NULL, "text", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[FAILED] = g_signal_new ("failed", AKK_TYPE_TEXT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FIELD_ACTIVATED] = g_signal_new ("field-activated", AKK_TYPE_TEXT_PAGE, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (AKK_TYPE_EDITOR);
  g_type_ensure (AKK_TYPE_FIND_BAR);
  g_type_ensure (AKK_TYPE_PREVIEW);
  g_type_ensure (AKK_TYPE_OUTLINE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/akkoord/Akkoord/ui/text-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, outline_pane);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, editor_scroller);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, editor);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, preview);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, style_menu);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, bold_button);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, italic_button);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, bullets_button);
  gtk_widget_class_bind_template_child (widget_class, AkkTextPage, numbers_button);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, burst_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, outline_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_line_activated_cb);
  akk_text_page_install_inserts (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (list_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, list_keys[i].key,
                                         GDK_CONTROL_MASK | GDK_SHIFT_MASK, list_keys[i].action,
                                         NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  akk_text_page_install_section_actions (widget_class);
  akk_text_page_install_find_actions (widget_class);
  akk_text_page_install_guide (widget_class);
}

static void
akk_text_page_init (AkkTextPage *self)
{
  self->show_outline = self->show_preview = TRUE;
  self->exact =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) exact_free);
  self->exact_order = g_queue_new ();
  self->field_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor_scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
  akk_text_page_find_init (self);
  akk_text_page_outline_init (self);
  akk_text_page_guide_init (self);

  akk_editor_set_resolvers (self->editor, section_number, akk_text_page_field_text, self);
  akk_text_page_inserts_init (self);
  g_object_bind_property (self->editor, "bold", self->bold_button, "active", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->editor, "italic", self->italic_button, "active",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (self->editor, "kind", self->bullets_button, "active",
                               G_BINDING_SYNC_CREATE, kind_is_cb, NULL,
                               GINT_TO_POINTER (AKK_LINE_BULLET), NULL);
  g_object_bind_property_full (self->editor, "kind", self->numbers_button, "active",
                               G_BINDING_SYNC_CREATE, kind_is_cb, NULL,
                               GINT_TO_POINTER (AKK_LINE_NUMBER), NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)),
                           "notify::cursor-position", G_CALLBACK (caret_moved_cb), self,
                           G_CONNECT_SWAPPED);
}

/* --- Public --- */

GtkWidget *
akk_text_page_new (void)
{
  return g_object_new (AKK_TYPE_TEXT_PAGE, NULL);
}

static void
forget_store (AkkTextPage *self)
{
  g_autoptr (AkkText) nothing = akk_text_new (NULL, 0);

  akk_text_page_stop_preview (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, stepped_cb, self);
  akk_editor_set_text (self->editor, nothing); /* the next one begins at its beginning */
  akk_preview_set_pages (self->preview, NULL);
  akk_text_page_set_pages (self, NULL);
  akk_outline_pane_set_findings (self->outline_pane, NULL);
  akk_outline_pane_set_outline (self->outline_pane, NULL);
  g_queue_clear (self->exact_order);
  g_hash_table_remove_all (self->exact);
  g_clear_pointer (&self->saved, akk_text_unref);
  g_clear_pointer (&self->outline, g_ptr_array_unref);
  g_clear_object (&self->sections);
  g_clear_object (&self->agreement);
  akk_text_page_set_source (self);
  g_clear_object (&self->store);
  akk_text_page_update_guide (self);
}

void
akk_text_page_set_agreement (AkkTextPage *self, AkkStore *store, AkkAgreement *agreement)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->editor));
  g_autoptr (GError) error = NULL;

  g_return_if_fail (AKK_IS_TEXT_PAGE (self));

  forget_store (self);
  if (agreement == NULL)
    return;
  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  akk_text_page_update_spelling (self);
  akk_text_page_set_source (self);
  if (self->paper == NULL)
    self->paper = akk_paper_new (akk_agreement_language (self->agreement), &error);
  if (self->paper == NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  self->sections =
      akk_store_list (self->store, &akk_section_record, "agreement_id", self->agreement->record.id);
  /* Before its lines have a height: the view would keep what it can of the old place. */
  if (gtk_adjustment_get_value (place) > 0)
    gtk_adjustment_set_value (place, 0);
  g_signal_connect_swapped (self->store, "stepped", G_CALLBACK (stepped_cb), self);
  load_text (self, NULL);
  akk_text_page_update_guide (self);
}

void
akk_text_page_end_burst (AkkTextPage *self)
{
  g_return_if_fail (AKK_IS_TEXT_PAGE (self));

  akk_editor_end_burst (self->editor);
}
