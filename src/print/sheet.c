/* What printed sheets are built from: a head, lines and rich text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/sheet.h"

#include <string.h>

#include "core/references.h"
#include "print/prose.h"

static void
picture_clear (gpointer picture)
{
  if (picture != NULL)
    akk_picture_unref (picture);
}

void
akk_sheet_init_on (
    AkkSheet *self, AkkFlow *flow, AkkStore *store, AkkAgreement *agreement, gint64 today)
{
  AkkPhrases *phrases = akk_paper_phrases (flow->paper);

  *self = (AkkSheet) {
    .flow = flow,
    .phrases = phrases,
    .store = store,
    .agreement = agreement,
    .fields = akk_field_source_new (store, agreement, phrases),
    .pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, picture_clear),
    .today = today,
  };
}

void
akk_sheet_init (
    AkkSheet *self, AkkPaper *paper, AkkStore *store, AkkAgreement *agreement, gint64 today)
{
  akk_sheet_init_on (self, akk_flow_new (paper), store, agreement, today);
}

void
akk_sheet_clear (AkkSheet *self)
{
  akk_field_source_free (self->fields);
  g_clear_pointer (&self->outline, g_ptr_array_unref);
  g_hash_table_unref (self->pictures);
}

AkkPages *
akk_sheet_finish (AkkSheet *self)
{
  AkkPages *pages;

  if (self->flow->rows->len == 0)
    akk_flow_row (self->flow, 0, AKK_SLOT, AKK_NO_LINE);
  pages = akk_pages_new (g_steal_pointer (&self->flow));
  akk_sheet_clear (self);
  return pages;
}

void
akk_sheet_furniture (AkkSheet *self, const char *title, const char *part, const char *version)
{
  AkkFlow *flow = self->flow;

  flow->title = g_string_chunk_insert (flow->strings, title);
  flow->part = g_string_chunk_insert_const (flow->strings, part);
  flow->version = g_string_chunk_insert (flow->strings, version);
}

/* --- Lines --- */

static AkkSet *
set_styled (AkkSheet *self, const char *text, AkkLook look, double measure, guint8 style)
{
  g_auto (AkkCopy) copy = { 0 };

  akk_copy_add (&copy, text, strlen (text), (AkkCopyRun) { .style = style });
  return akk_paper_set (self->flow->paper, &copy, look, measure);
}

AkkSet *
akk_sheet_set (AkkSheet *self, const char *text, AkkLook look, double measure)
{
  return set_styled (self, text, look, measure, 0);
}

AkkSet *
akk_sheet_set_bold (AkkSheet *self, const char *text, AkkLook look, double measure)
{
  return set_styled (self, text, look, measure, AKK_STYLE_BOLD);
}

double
akk_sheet_put (AkkSheet *self, AkkSet *set, double x, double top, gboolean right, guint node)
{
  double height = set->n_lines * (double) set->leading;

  for (guint i = 0; i < set->n_lines; i++)
    akk_flow_piece (self->flow, akk_set_ref (set), i, x - (right ? set->lines[i].width : 0),
                    top + i * (double) set->leading + set->baseline, node);
  akk_set_unref (set);
  return height;
}

void
akk_sheet_line (
    AkkSheet *self, const char *text, AkkLook look, double x, double before, const char *element)
{
  AkkFlow *flow = self->flow;
  AkkFlowText how = { .x = x, .before = before, .line = AKK_NO_LINE };

  if (*text == '\0')
    return;
  how.node = akk_flow_node (flow, AKK_NO_NODE, element);
  guint first = flow->rows->len;
  akk_flow_text (flow, akk_sheet_set (self, text, look, flow->shape->right - x), &how);
  if (*element != 'H')
    return;
  akk_flow_node_at (flow, how.node)->title = g_string_chunk_insert (flow->strings, text);
  g_array_index (flow->rows, AkkRow, first).flags |= AKK_ROW_HEADING;
  flow->keep = AKK_KEEP_STRONG;
}

void
akk_sheet_head (AkkSheet *self, const char *eyebrow, const char *title, const char *facts)
{
  const double left = self->flow->shape->left;

  akk_sheet_line (self, eyebrow, AKK_LOOK_EYEBROW, left, 0, "P");
  self->flow->keep = AKK_KEEP_STRONG;
  akk_sheet_line (self, title, AKK_LOOK_PART, left, 3.75, "H1");
  akk_sheet_line (self, facts, AKK_LOOK_CAPTION, left, 3.75, "P");
  self->flow->keep = AKK_KEEP_NONE;
}

void
akk_sheet_remark (AkkSheet *self, const char *text, double before)
{
  akk_sheet_line (self, text, AKK_LOOK_NOTE, AKK_TEXT_LEFT, before, "P");
}

/* --- Rich text --- */

/* On which page of the agreement something stands is not known here: its number is. */
static char *
reference_text (AkkSheet *self, const char *reference)
{
  gint64 id = g_ascii_strtoll (reference, NULL, 10);

  if (self->outline == NULL) {
    g_autoptr (GListModel) sections = akk_store_list (self->store, &akk_section_record,
                                                      "agreement_id", self->agreement->record.id);
    self->outline = akk_outline_new (sections, akk_agreement_language (self->agreement));
  }
  for (guint i = 0; i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = g_ptr_array_index (self->outline, i);
    if (entry->section->record.id == id)
      return akk_reference_to_section (entry);
  }
  return g_strdup (akk_phrases_get (self->phrases, "blank"));
}

static char *
field_text_cb (const char *field, gpointer data)
{
  AkkSheet *self = data;
  g_autofree char *value = NULL;

  if (akk_field_is_structure (field))
    return g_strdup ("");
  if (g_str_has_prefix (field, "ref:"))
    return reference_text (self, field + strlen ("ref:"));
  value = akk_field_source_text (self->fields, field);
  if (value != NULL && *value == '\0')
    return g_strdup (akk_phrases_get (self->phrases, "blank"));
  return g_steal_pointer (&value);
}

static AkkPicture *
picture_cb (const char *sha256, gpointer data)
{
  AkkSheet *self = data;
  gpointer picture = NULL;

  if (!g_hash_table_lookup_extended (self->pictures, sha256, NULL, &picture)) {
    g_autoptr (GBytes) bytes = akk_store_get_blob (self->store, sha256, NULL);
    picture = bytes != NULL ? akk_picture_new (bytes, NULL) : NULL;
    g_hash_table_insert (self->pictures, g_strdup (sha256), picture);
  }
  return picture;
}

/* Leads in are paragraphs; what else stands between them is printed as always. */
static void
add_lead_line (AkkSheet *self, AkkProse *prose, guint index, double before)
{
  const AkkLine *line = prose->text->lines[index];
  AkkFlowText how = { .x = self->flow->shape->left, .before = before, .line = AKK_NO_LINE };
  g_auto (AkkCopy) copy = { 0 };

  if (line->kind != AKK_LINE_PARAGRAPH || line->quote > 0 ||
      akk_line_has_field (line, "caption:")) {
    akk_prose_add_line (prose, index);
    return;
  }
  how.node = akk_flow_node (self->flow, AKK_NO_NODE, "P");
  akk_prose_copy (prose, line, 0, &copy, NULL);
  akk_flow_text (
      self->flow,
      akk_paper_set (self->flow->paper, &copy, AKK_LOOK_LEAD, self->flow->shape->right - how.x),
      &how);
}

void
akk_sheet_lead (AkkSheet *self, const char *commonmark, double before)
{
  g_autoptr (AkkText) text = akk_text_parse (commonmark);
  AkkProse prose;

  if (text->n_lines == 0)
    return;
  akk_prose_init (&prose, self->flow, text, field_text_cb, self);
  prose.picture = picture_cb;
  prose.n_notes = self->n_notes;
  prose.n_captions = self->n_captions;
  akk_prose_begin_section (&prose, akk_flow_node (self->flow, AKK_NO_NODE, "Sect"), G_MAXUINT);
  for (guint i = 0; i < text->n_lines; i++)
    add_lead_line (self, &prose, i, i == 0 ? before : AKK_SLOT / 2);
  akk_prose_flush_run_in (&prose);
  self->n_notes = prose.n_notes;
  self->n_captions = prose.n_captions;
  akk_prose_clear (&prose);
}

void
akk_sheet_prose (AkkSheet *self, const char *commonmark, double before)
{
  AkkFlow *flow = self->flow;
  guint first = flow->rows->len;
  g_autoptr (AkkText) text = akk_text_parse (commonmark);
  AkkProse prose;

  if (text->n_lines == 0)
    return;
  akk_prose_init (&prose, flow, text, field_text_cb, self);
  prose.picture = picture_cb;
  prose.n_notes = self->n_notes;
  prose.n_captions = self->n_captions;
  /* From the first line on: there is no heading above it. */
  akk_prose_begin_section (&prose, akk_flow_node (flow, AKK_NO_NODE, "Sect"), G_MAXUINT);
  for (guint i = 0; i < text->n_lines; i++)
    akk_prose_add_line (&prose, i);
  akk_prose_flush_run_in (&prose);
  self->n_notes = prose.n_notes;
  self->n_captions = prose.n_captions;
  akk_prose_clear (&prose);
  if (first < flow->rows->len && g_array_index (flow->rows, AkkRow, first).before > before)
    g_array_index (flow->rows, AkkRow, first).before = (float) before;
}
