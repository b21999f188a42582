/* One party on the page Ondertekening.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/signing-line.h"

#include <glib/gi18n.h>

#include "ui/day.h"

#define N_COLUMNS 3

struct _AkkSigningLine {
  GtkListBoxRow parent_instance;

  GtkBox *box, *places;
  GtkWidget *columns[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (AkkSigningLine, akk_signing_line, GTK_TYPE_LIST_BOX_ROW)

/* --- Words --- */

AkkGlyph
akk_signing_place_glyph (const AkkSigningPlace *place)
{
  static const AkkGlyph glyphs[] = {
    [AKK_SIGNATURE_TO_OFFER] = AKK_GLYPH_OPEN,   [AKK_SIGNATURE_OFFERED] = AKK_GLYPH_OFFERED,
    [AKK_SIGNATURE_ON_PAPER] = AKK_GLYPH_DONE,   [AKK_SIGNATURE_DIGITAL] = AKK_GLYPH_DIGITAL,
    [AKK_SIGNATURE_REFUSED] = AKK_GLYPH_REFUSED,
  };

  return place->signature != NULL && place->signature->state < (gint64) G_N_ELEMENTS (glyphs)
             ? glyphs[place->signature->state]
             : AKK_GLYPH_OPEN;
}

/* "offered · 10 Nov", or the words alone where no date is known. */
static char *
dated (const char *words, gint64 day, gint64 today)
{
  g_autofree char *date = akk_day_brief (day, today);

  return *date != '\0' ? g_strdup_printf ("%s · %s", words, date) : g_strdup (words);
}

char *
akk_signing_place_words (const AkkSigningRow *row, const AkkSigningPlace *place, gint64 today)
{
  const AkkSignature *signature = place->signature;

  if (signature == NULL)
    return g_strdup (place->function);
  switch (signature->state) {
  case AKK_SIGNATURE_OFFERED:
    return dated (_ ("offered"), signature->date, today);
  case AKK_SIGNATURE_ON_PAPER:
    return dated (place->delegated ? _ ("by delegation") : _ ("on paper"), signature->date, today);
  case AKK_SIGNATURE_DIGITAL:
    return dated (_ ("digitally"), signature->date, today);
  case AKK_SIGNATURE_REFUSED:
    return *signature->reason != '\0' ? g_strdup_printf (_ ("refused: %s"), signature->reason)
                                      : dated (_ ("refused"), signature->date, today);
  case AKK_SIGNATURE_TO_OFFER:
  default:
    return g_strdup (akk_signing_row_waits (row) ? _ ("waits for the council") : _ ("to offer"));
  }
}

static AkkGlyph
decision_glyph (const AkkSigningRow *row)
{
  const AkkCouncilDecision *decision = row->decision;

  if (!akk_signing_row_waits (row))
    return decision != NULL && decision->result == AKK_COUNCIL_APPROVED ? AKK_GLYPH_DONE
                                                                        : AKK_GLYPH_NONE;
  if (decision != NULL && decision->result == AKK_COUNCIL_REJECTED)
    return AKK_GLYPH_REFUSED;
  return decision != NULL && decision->planned_on != AKK_NO_DATE ? AKK_GLYPH_BUSY : AKK_GLYPH_OPEN;
}

/* The words of a decision, and those under them. */
static char *
decision_words (const AkkSigningRow *row, gint64 today, const char **caption)
{
  const AkkCouncilDecision *decision = row->decision;
  g_autofree char *day = NULL;

  *caption = "";
  if (decision == NULL || decision->result == AKK_COUNCIL_NOT_NEEDED)
    return g_strdup (akk_signing_row_waits (row) ? _ ("not on an agenda yet")
                                                 : _ ("no decision needed"));
  *caption = *decision->reference != '\0' ? decision->reference : decision->organ;
  if (decision->result == AKK_COUNCIL_OPEN) {
    *caption = decision->organ;
    day = akk_day_short (decision->planned_on, today);
    return *day != '\0' ? g_strdup_printf (_ ("on the agenda of %s"), day)
                        : g_strdup (_ ("not on an agenda yet"));
  }
  day = akk_day_short (decision->decided_on, today);
  if (decision->result == AKK_COUNCIL_REJECTED)
    return *day != '\0' ? g_strdup_printf (_ ("rejected on %s"), day) : g_strdup (_ ("rejected"));
  return *day != '\0' ? g_steal_pointer (&day) : g_strdup (_ ("approved, date unknown"));
}

/* --- Cells --- */

static GtkWidget *
label_new (const char *text, const char *const *css_classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  for (guint i = 0; css_classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, css_classes[i]);
  return label;
}

static GtkWidget *
words_new (const char *title, const char *caption, gboolean dim)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), label_new (title, (const char *const[]) {
                                                       "numeric", dim ? "dimmed" : NULL, NULL }));
  if (*caption != '\0')
    gtk_box_append (GTK_BOX (box), label_new (caption, (const char *const[]) { "caption", "dimmed",
                                                                               "numeric", NULL }));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
cell_new (AkkGlyph glyph, const char *title, const char *caption, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *words = g_strjoin (*caption != '\0' ? ", " : "", title, caption, NULL);

  if (glyph != AKK_GLYPH_NONE)
    gtk_box_append (GTK_BOX (box), akk_state_glyph_new (glyph));
  gtk_box_append (GTK_BOX (box), words_new (title, caption, glyph == AKK_GLYPH_NONE));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "akk-cell");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  if (id != 0)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), id != 0 ? action : NULL);
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static void
add_party (AkkSigningLine *self, const AkkSigningRow *row)
{
  const char *caption =
      row->organisation != NULL && row->organisation->kind == AKK_ORGANISATION_INTERLOCAL
          ? _ ("interlocal association")
          : "";
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (words),
                  label_new (row->name, (const char *const[]) { "heading", NULL }));
  if (*caption != '\0')
    gtk_box_append (GTK_BOX (words),
                    label_new (caption, (const char *const[]) { "caption", "dimmed", NULL }));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (words, 96, -1);
  self->columns[0] = words;
  gtk_box_append (self->box, words);
}

static void
add_decision (AkkSigningLine *self, const AkkSigningRow *row, gint64 today)
{
  const char *caption;
  g_autofree char *title = decision_words (row, today, &caption);

  self->columns[1] = cell_new (decision_glyph (row), title, caption, "signing.note-decision",
                               row->party != NULL ? row->party->record.id : 0);
  gtk_widget_set_visible (self->columns[1], row->decides);
  gtk_box_append (self->box, self->columns[1]);
}

static void
add_places (AkkSigningLine *self, const AkkSigningRow *row, gint64 today)
{
  self->places = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_set_homogeneous (self->places, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->places), TRUE);
  for (guint i = 0; i < MAX (row->places->len, 2); i++) {
    const AkkSigningPlace *place = i < row->places->len ? row->places->pdata[i] : NULL;
    g_autofree char *words = place != NULL ? akk_signing_place_words (row, place, today) : NULL;
    GtkWidget *cell;

    if (place == NULL)
      cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
    else
      cell =
          cell_new (akk_signing_place_glyph (place), place->name, words, "signing.note-signature",
                    place->signatory != NULL ? place->signatory->record.id : 0);
    if (place != NULL && *place->function != '\0')
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      place->function, -1);
    gtk_box_append (self->places, cell);
  }
  self->columns[2] = GTK_WIDGET (self->places);
  gtk_box_append (self->box, self->columns[2]);
}

/* --- Virtual functions --- */

static void
akk_signing_line_class_init (AkkSigningLineClass *klass)
{
}

static void
akk_signing_line_init (AkkSigningLine *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self), "akk-signing-line");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
}

/* --- Public --- */

GtkWidget *
akk_signing_line_new (const AkkSigningRow *row, gint64 today)
{
  AkkSigningLine *self = g_object_new (AKK_TYPE_SIGNING_LINE, NULL);

  add_party (self, row);
  add_decision (self, row, today);
  add_places (self, row, today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name,
                                  -1);
  return GTK_WIDGET (self);
}

GtkWidget *
akk_signing_heads_new (GtkSizeGroup *const columns[])
{
  static const char *const css_classes[] = { "caption-heading", "dimmed", NULL };
  const char *const heads[N_COLUMNS] = { _ ("Party"), _ ("Council Decision"), _ ("Signatures") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < N_COLUMNS; i++) {
    GtkWidget *label = label_new (heads[i], css_classes);

    if (i > 0)
      gtk_widget_add_css_class (label, "akk-cell");
    gtk_widget_set_hexpand (label, i > 0);
    gtk_size_group_add_widget (columns[i], label);
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_widget_add_css_class (box, "akk-signing-line");
  return box;
}

GtkWidget *
akk_signing_line_get_column (AkkSigningLine *self, guint column)
{
  g_return_val_if_fail (AKK_IS_SIGNING_LINE (self) && column < N_COLUMNS, NULL);

  return self->columns[column];
}

void
akk_signing_line_set_narrow (AkkSigningLine *self, gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (AKK_IS_SIGNING_LINE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->places), orientation);
  gtk_box_set_homogeneous (self->places, !narrow);
  gtk_box_set_spacing (self->box, narrow ? 0 : 12);
  gtk_box_set_spacing (self->places, narrow ? 0 : 6);
}

/* --- All of them in brief --- */

/* Done first, then under way, then not begun, then refused. */
static guint
rank_of (AkkGlyph glyph)
{
  switch (glyph) {
  case AKK_GLYPH_DONE:
  case AKK_GLYPH_DIGITAL:
    return 0;
  case AKK_GLYPH_OFFERED:
    return 1;
  case AKK_GLYPH_REFUSED:
    return 3;
  default:
    return 2;
  }
}

static int
compare_glyphs (gconstpointer a, gconstpointer b)
{
  return (int) rank_of (*(const AkkGlyph *) a) - (int) rank_of (*(const AkkGlyph *) b);
}

void
akk_signing_show_segments (const AkkSigning *signing, AkkSegmentBar *segments)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (AkkGlyph));

  for (guint i = 0; i < signing->rows->len; i++) {
    const AkkSigningRow *row = signing->rows->pdata[i];

    for (guint n = 0; n < row->places->len; n++) {
      AkkGlyph glyph = akk_signing_place_glyph (row->places->pdata[n]);

      g_array_append_val (glyphs, glyph);
    }
  }
  g_array_sort (glyphs, compare_glyphs);
  akk_segment_bar_set_glyphs (segments, (AkkGlyph *) (void *) glyphs->data, glyphs->len);
}
