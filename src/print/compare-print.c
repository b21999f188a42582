/* The printed list of what two versions of an agreement differ in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/compare-print.h"

#include <string.h>

#include "core/dossier-info.h"
#include "core/dossier.h"
#include "print/sheet.h"

#define DAY_S G_GINT64_CONSTANT (86400)
#define INDENT 70.0 /* of what changed, beside what happened to it */
#define LINE 0.6
#define UNDER 1.8 /* below the baseline */
#define THROUGH 2.6 /* above it */

typedef struct {
  AkkSheet sheet;
  const AkkComparison *comparison;
  guint list; /* L; AKK_NO_NODE outside one */
} Printer;

/* --- Words with their marks --- */

/* What was removed is set in italics within brackets, what was added in bold: the typeface of a
 * span tells which it is, so that the lines can be drawn. */
static void
add_removed (AkkCopy *copy, const char *text, gboolean replaced)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_autofree char *removed = g_strdup_printf ("[%s]", words);

  /* Space at its edges stays outside; what replaces it does not run into it. */
  if (g_unichar_isspace (g_utf8_get_char (text)))
    akk_copy_add_plain (copy, " ");
  akk_copy_add (copy, removed, strlen (removed), (AkkCopyRun) { .style = AKK_STYLE_ITALIC });
  if (replaced || (*text != '\0' && g_ascii_isspace (text[strlen (text) - 1])))
    akk_copy_add_plain (copy, " ");
}

static void
add_pieces (AkkCopy *copy, GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++) {
    const AkkDiffPiece *piece = pieces->pdata[i];
    const AkkDiffPiece *next = i + 1 < pieces->len ? pieces->pdata[i + 1] : NULL;
    guint8 style = piece->kind == AKK_DIFF_ADDED ? AKK_STYLE_BOLD : 0;

    if (piece->kind == AKK_DIFF_REMOVED)
      add_removed (copy, piece->text, next != NULL && next->kind == AKK_DIFF_ADDED);
    else
      akk_copy_add (copy, piece->text, strlen (piece->text), (AkkCopyRun) { .style = style });
  }
}

static void
line_added_cb (gpointer data, const AkkSet *set, guint line)
{
  Printer *self = data;
  AkkFlow *flow = self->sheet.flow;
  const AkkSetLine *it = &set->lines[line];

  for (guint i = it->first_span; i < it->first_span + it->n_spans; i++) {
    const AkkSpan *span = &set->spans[i];
    double y = set->baseline;

    if (span->width <= 0)
      continue;
    if (span->face & AKK_FACE_BOLD)
      akk_flow_fill (flow, AKK_PAGE_LEFT + INDENT + span->x, y + UNDER, span->width, LINE,
                     AKK_FILL_BLACK);
    else if (span->face & AKK_FACE_ITALIC)
      akk_flow_fill (flow, AKK_PAGE_LEFT + INDENT + span->x, y - THROUGH, span->width, LINE,
                     AKK_FILL_BLACK);
  }
}

static const char *
kind_words (Printer *self, AkkDiffKind kind)
{
  static const char *const keys[] = { "compare-changed", "compare-removed", "compare-added" };

  return akk_phrases_get (self->sheet.phrases, keys[kind]);
}

/* An item of the list: what happened, beside it in what words. */
static void
add_item (Printer *self, const char *label, AkkCopy *copy)
{
  AkkFlow *flow = self->sheet.flow;
  AkkFlowText how = { .x = AKK_PAGE_LEFT + INDENT, .before = 3.0, .line = AKK_NO_LINE };
  guint item, body;

  if (self->list == AKK_NO_NODE) {
    self->list = akk_flow_node (flow, AKK_NO_NODE, "L");
    akk_flow_node_at (flow, self->list)->numbering = "Disc";
  }
  item = akk_flow_node (flow, self->list, "LI");
  how.marker_node = akk_flow_node (flow, item, "Lbl");
  body = akk_flow_node (flow, item, "LBody");
  how.node = akk_flow_node (flow, body, "P");
  how.marker = akk_sheet_set (&self->sheet, label, AKK_LOOK_CELL, INDENT - 8);
  how.marker_x = AKK_PAGE_LEFT;
  how.added = line_added_cb;
  how.data = self;
  akk_flow_text (flow, akk_paper_set (flow->paper, copy, AKK_LOOK_CELL, AKK_FULL_WIDTH - INDENT),
                 &how);
}

static void
add_change (Printer *self, const AkkCompareChange *change)
{
  const AkkCompareLine *line = change->now != NULL ? change->now : change->old;
  g_auto (AkkCopy) copy = { 0 };

  if (line->field != NULL) {
    g_autofree char *key = g_strdup_printf ("compare-field-%s", line->field->name);
    g_autofree char *label = g_strdup_printf ("%s: ", akk_phrases_get (self->sheet.phrases, key));

    akk_copy_add_plain (&copy, label);
  }
  if (line->row > 1) {
    g_autofree char *number = g_strdup_printf ("%u", line->row - 1);
    g_autofree char *row =
        akk_phrases_format (self->sheet.phrases, "compare-row", "number", number, NULL);
    g_autofree char *label = g_strdup_printf ("(%s) ", row);

    akk_copy_add_plain (&copy, label);
  }
  if (akk_compare_line_is_file (line))
    akk_copy_add_plain (&copy, akk_phrases_get (self->sheet.phrases, change->kind == AKK_DIFF_SAME
                                                                         ? "compare-file-other"
                                                                         : "compare-file"));
  for (guint i = 0; !akk_compare_line_is_file (line) && i < change->cells->len; i++) {
    if (i > 0)
      akk_copy_add_plain (&copy, " | ");
    add_pieces (&copy, change->cells->pdata[i]);
  }
  add_item (self, kind_words (self, change->kind), &copy);
}

/* --- Parts --- */

static void
add_heading (Printer *self, const AkkCompareEntry *entry)
{
  const AkkComparePart *part = entry->now != NULL ? entry->now : entry->old;
  g_autofree char *title =
      g_strdup_printf ("%s%s%s", part->number,
                       *part->number != '\0' && *part->heading != '\0' ? " " : "", part->heading);
  g_autofree char *words = akk_compare_entry_words (entry, self->sheet.phrases);

  self->list = AKK_NO_NODE;
  self->sheet.flow->after = 0;
  akk_sheet_line (&self->sheet, title, AKK_LOOK_BLOCK_HEAD, AKK_PAGE_LEFT, 9, "H3");
  /* That all of it is new or gone, its lines say. */
  if ((entry->old != NULL && entry->now != NULL) || entry->changes->len == 0)
    akk_sheet_line (&self->sheet, words, AKK_LOOK_NOTE, AKK_PAGE_LEFT, 0, "P");
  if (entry->changes->len > 0)
    self->sheet.flow->keep = AKK_KEEP_STRONG;
}

static void
add_entries (Printer *self)
{
  static const char *const areas[] = { "compare-agreement", "compare-party", "compare-priority",
                                       "compare-body", "compare-section" };
  AkkCompareArea area = AKK_N_COMPARE_AREAS;

  for (guint i = 0; i < self->comparison->entries->len; i++) {
    const AkkCompareEntry *entry = self->comparison->entries->pdata[i];

    if (entry->area != area) {
      area = entry->area;
      self->list = AKK_NO_NODE;
      self->sheet.flow->after = 0;
      akk_sheet_line (&self->sheet, akk_phrases_get (self->sheet.phrases, areas[area]),
                      AKK_LOOK_ARTICLE, AKK_PAGE_LEFT, AKK_SLOT, "H2");
    }
    if (entry->area != AKK_COMPARE_AGREEMENT)
      add_heading (self, entry);
    for (guint j = 0; j < entry->changes->len; j++)
      add_change (self, entry->changes->pdata[j]);
  }
}

static void
add_head (Printer *self, const char *name, const char *old, const char *now)
{
  AkkSheet *sheet = &self->sheet;
  AkkPhrases *phrases = sheet->phrases;
  const char *title = akk_phrases_get (phrases, "compare");
  g_autofree char *facts =
      akk_phrases_format (phrases, "compare-facts", "old", old, "now", now, NULL);
  g_autofree char *summary = akk_comparison_summary (self->comparison, phrases);
  g_autofree char *date = akk_phrases_date (phrases, sheet->today);
  g_autofree char *footer = akk_phrases_format (phrases, "compare-on", "date", date, NULL);

  akk_sheet_furniture (sheet, name, title, footer);
  akk_sheet_head (sheet, name, title, facts);
  akk_sheet_line (sheet, summary, AKK_LOOK_LEAD, AKK_PAGE_LEFT, AKK_SLOT, "P");
  if (self->comparison->entries->len > 0)
    akk_sheet_line (sheet, akk_phrases_get (phrases, "compare-legend"), AKK_LOOK_NOTE,
                    AKK_PAGE_LEFT, 6, "P");
}

AkkDocument *
akk_compare_document_new (AkkStore *store,
                          const AkkCompareSide *old,
                          const AkkCompareSide *now,
                          GError **error)
{
  g_autoptr (AkkDocument) self = g_new0 (AkkDocument, 1);
  AkkAgreement *agreement = now->agreement;
  const AkkAgreement *about; /* need not be named */
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  gint64 today = akk_store_today (store);
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) dossier = g_list_model_get_item (infos, 0);
  g_autoptr (AkkPaper) paper = akk_paper_new (akk_agreement_language (agreement), error);
  g_autoptr (AkkCompareText) before =
      paper != NULL ? akk_compare_side_read (store, old, akk_paper_phrases (paper), error) : NULL;
  g_autoptr (AkkCompareText) after =
      before != NULL ? akk_compare_side_read (store, now, akk_paper_phrases (paper), error) : NULL;
  g_autoptr (AkkComparison) comparison = NULL;
  g_autofree char *old_name = NULL, *now_name = NULL;
  Printer printer = { .list = AKK_NO_NODE };

  if (after == NULL)
    return NULL;
  comparison = akk_comparison_new (before, after);
  printer.comparison = comparison;
  self->language = g_strdup (akk_agreement_language (agreement));
  self->title = akk_phrases_format (akk_paper_phrases (paper), "compare-of", "name", name, NULL);
  self->author = g_strdup (dossier != NULL ? dossier->name : "");
  self->subject = g_strdup (agreement->title);
  self->date = today * DAY_S;
  about = old->agreement->record.id == agreement->record.id ? agreement : NULL;
  old_name = akk_compare_side_name (store, old, about, akk_paper_phrases (paper));
  now_name = akk_compare_side_name (store, now, about, akk_paper_phrases (paper));
  akk_sheet_init (&printer.sheet, paper, store, agreement, today);
  add_head (&printer, name, old_name, now_name);
  add_entries (&printer);
  self->pages = akk_sheet_finish (&printer.sheet);
  return g_steal_pointer (&self);
}
