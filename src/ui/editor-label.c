/* The words that stand for the atoms of the editor's text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

/* So much of what a figure shows is said below it. */
#define FIGURE_CHARS 80

/* What has a place in the text and no words of its own. */
#define MARK "\342\201\240" /* a word joiner: nothing is seen, no line ends here */

static char *
note_label (guint number, const char *note)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *shown = number > 0 ? g_strdup_printf ("%u", number) : g_strdup (note);
  /* The narrow space keeps a spelling checker from reading word and number as one word. */
  GString *label = g_string_new ("\342\200\257");

  for (const char *p = shown; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p))
      g_string_append (label, digits[*p - '0']);
    else
      g_string_append_c (label, *p);
  }
  return g_string_free (label, FALSE);
}

static const char *
resolve (AkkEditor *self, const char *field)
{
  return self->field != NULL ? self->field (field, self->resolver_data) : field;
}

/* The signs of the text itself, which stand for no value. */
static const char *
sign_of (const char *field)
{
  if (g_str_equal (field, "break"))
    return _ ("Page break");
  if (g_str_has_prefix (field, "commitment:"))
    return MARK;
  if (g_str_equal (field, "note"))
    return _ ("Note");
  if (g_str_has_prefix (field, "text:"))
    return "‹";
  if (g_str_has_prefix (field, "end:"))
    return "›";
  return NULL;
}

gboolean
akk_editor_atom_is_wrong (AkkEditor *self, const AkkRun *run)
{
  const char *shown;

  if (run->field == NULL || sign_of (run->field) != NULL ||
      g_str_has_prefix (run->field, "caption:"))
    return FALSE;
  shown = resolve (self, run->field);
  return shown == NULL || *shown == '\0';
}

/* A reference as its place asks; what only stands for something is no word before it. */
static char *
reference_label (AkkEditor *self, const char *before, const char *reference)
{
  static const char *const signs[] = { MARK " ", MARK, "‹", "›" };
  AkkPhrases *phrases = self->owner != NULL ? self->owner->phrases : self->phrases;

  if (phrases == NULL)
    return g_strdup (reference);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (before, signs[i]))
      before += strlen (signs[i]);
  return akk_reference_after (phrases, before, reference);
}

static char *
field_label (AkkEditor *self, const char *field, const char *before)
{
  const char *shown = sign_of (field);
  const char *name;

  if (shown != NULL)
    return g_strdup (shown);
  shown = resolve (self, field);
  if (g_str_has_prefix (field, "caption:") && (shown == NULL || *shown == '\0'))
    return g_strdup (_ ("Caption"));
  if (shown == NULL && g_str_has_prefix (field, "ref:"))
    return g_strdup (_ ("refers to nothing"));
  if (shown == NULL)
    return g_strdup_printf (_ ("unknown field: %s"), field);
  if (*shown != '\0' && g_str_has_prefix (field, "ref:"))
    return reference_label (self, before, shown);
  if (*shown != '\0')
    return g_strdup (shown);
  name = self->field_label != NULL ? self->field_label (field, self->resolver_data) : NULL;
  return g_strdup_printf (_ ("empty field: %s"), name != NULL ? name : field);
}

/* What the figure shows, in so many letters at the most: the picture stands above it. */
static char *
figure_label (const AkkRun *run, glong n_chars)
{
  const char *alt = run->alt != NULL ? run->alt : "";
  g_autofree char *start = NULL;
  char *space;

  if (*alt == '\0')
    return g_strdup (_ ("Figure"));
  if (g_utf8_strlen (alt, -1) <= n_chars)
    return g_strdup_printf (_ ("Figure: %s"), alt);
  start = g_utf8_substring (alt, 0, n_chars);
  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';
  /* Translators: the beginning of what a figure shows. */
  return g_strdup_printf (_ ("Figure: %s…"), start);
}

char *
akk_editor_atom_label (AkkEditor *self, gint64 section, const char *before, const AkkRun *run)
{
  g_autofree char *label = NULL;
  char *clean;

  if (run->note != NULL)
    return note_label (akk_editor_note_number (self, section, run->note), run->note);
  if (run->field == NULL)
    return figure_label (run, FIGURE_CHARS);
  label = field_label (self, run->field, before);
  clean = akk_editor_clean (label, -1, !g_str_has_prefix (run->field, "clause:"));
  if (clean != NULL && *clean == '\0') {
    g_free (clean);
    return g_strdup ("…");
  }
  return clean != NULL ? clean : g_steal_pointer (&label);
}

char *
akk_editor_atom_spoken (AkkEditor *self, gint64 section, const AkkRun *run)
{
  if (run->note != NULL)
    return g_strdup_printf (_ ("footnote mark %u"),
                            akk_editor_note_number (self, section, run->note));
  if (run->field == NULL)
    return figure_label (run, G_MAXLONG);
  if (g_str_equal (run->field, "break") || g_str_has_prefix (run->field, "commitment:"))
    return NULL;
  if (g_str_has_prefix (run->field, "text:"))
    return g_strdup (_ ("start of an edited clause"));
  if (g_str_has_prefix (run->field, "end:"))
    return g_strdup (_ ("end of an edited clause"));
  if (g_str_has_prefix (run->field, "clause:"))
    return g_strdup (_ ("clause"));
  if (g_str_has_prefix (run->field, "ref:"))
    return g_strdup (_ ("cross-reference"));
  return g_strdup (_ ("field"));
}
