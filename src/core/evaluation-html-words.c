/* Narratives on the web page of an evaluation report.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-html-private.h"
#include "core/field-source.h"
#include "core/text-private.h"

typedef struct {
  AkkEvaluationPage *page;
  AkkFieldSource *fields;
  GPtrArray *notes; /* labels of the notes of this narrative, as they are marked */
  guint first_note;
} Narrative;

static void
add_atom (Narrative *self, const AkkRun *run)
{
  GString *out = self->page->out;
  g_autofree char *value = NULL;
  guint index;

  if (run->note != NULL) {
    if (!g_ptr_array_find (self->notes, run->note, &index)) {
      index = self->notes->len;
      g_ptr_array_add (self->notes, (gpointer) run->note);
    }
    g_string_append_printf (out, "<sup><a href=\"#note-%u\">%u</a></sup>",
                            self->first_note + index + 1, self->first_note + index + 1);
    return;
  }
  value = run->alt != NULL     ? g_strdup (run->alt)
          : run->field != NULL ? akk_field_source_text (self->fields, run->field)
                               : NULL;
  akk_evaluation_page_text (self->page, value != NULL ? value : "");
}

static void
add_runs (Narrative *self, const AkkLine *line)
{
  GString *out = self->page->out;
  const char *p = line->text;

  for (guint i = 0; i < line->n_runs; p += line->runs[i++].n_bytes) {
    const AkkRun *run = &line->runs[i];
    const char *name = run->style & AKK_STYLE_BOLD     ? "strong"
                       : run->style & AKK_STYLE_ITALIC ? "em"
                                                       : NULL;
    if (run->style & AKK_STYLE_BREAK) {
      g_string_append (out, "<br/>");
      continue;
    }
    if (name != NULL)
      g_string_append_printf (out, "<%s>", name);
    if (akk_run_is_atom (run)) {
      add_atom (self, run);
    } else {
      g_autofree char *text = g_strndup (p, run->n_bytes);
      akk_evaluation_page_text (self->page, text);
    }
    if (name != NULL)
      g_string_append_printf (out, "</%s>", name);
  }
}

static void
add_table (Narrative *self, const AkkTable *table)
{
  GString *out = self->page->out;

  g_string_append (out, "<table>\n");
  for (guint i = 0; i < table->n_rows; i++) {
    g_string_append (out, "<tr>");
    for (guint j = 0; j < table->n_columns; j++) {
      g_string_append (out, i == 0 ? "<th scope=\"col\">" : "<td>");
      add_runs (self, table->cells[i * table->n_columns + j]);
      g_string_append (out, i == 0 ? "</th>" : "</td>");
    }
    g_string_append (out, "</tr>\n");
  }
  g_string_append (out, "</table>\n");
}

static const char *
list_of (const AkkLine *line)
{
  return line->kind == AKK_LINE_BULLET ? "ul" : line->kind == AKK_LINE_NUMBER ? "ol" : NULL;
}

/* Items of any level stand in one list. */
static void
add_lines (Narrative *self, const AkkText *text)
{
  GString *out = self->page->out;
  const char *open = NULL;

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    const char *list = list_of (line);

    if (line->kind == AKK_LINE_NOTE)
      continue;
    if (open != NULL && open != list)
      g_string_append_printf (out, "</%s>\n", open);
    if (list != NULL && open != list)
      g_string_append_printf (out, "<%s>\n", list);
    open = list;
    if (line->kind == AKK_LINE_TABLE) {
      add_table (self, line->table);
      continue;
    }
    g_string_append (out, list != NULL ? "<li>" : "<p>");
    add_runs (self, line);
    g_string_append (out, list != NULL ? "</li>\n" : "</p>\n");
  }
  if (open != NULL)
    g_string_append_printf (out, "</%s>\n", open);
}

/* Below the narrative, in the order of their marks. */
static void
add_notes (Narrative *self, const AkkText *text)
{
  GString *out = self->page->out;

  for (guint n = 0; n < self->notes->len; n++)
    for (guint i = 0; i < text->n_lines; i++) {
      const AkkLine *line = text->lines[i];
      if (line->kind != AKK_LINE_NOTE || line->note != self->notes->pdata[n])
        continue;
      g_string_append_printf (out, "<p class=\"note\" id=\"note-%u\">%u ", self->first_note + n + 1,
                              self->first_note + n + 1);
      add_runs (self, line);
      g_string_append (out, "</p>\n");
    }
}

void
akk_evaluation_page_narrative (AkkEvaluationPage *self, const char *narrative)
{
  g_autoptr (AkkText) text = akk_text_parse (narrative);
  g_autoptr (AkkFieldSource) fields =
      akk_field_source_new (self->facts->store, self->facts->agreement, self->phrases);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  Narrative words = { self, fields, notes, self->n_notes };

  add_lines (&words, text);
  add_notes (&words, text);
  self->n_notes += notes->len;
}
