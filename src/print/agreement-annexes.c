/* What stands in the annexes of an agreement: a file, a plan, a dashboard, or that it follows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/evaluations.h"
#include "core/plan.h"
#include "print/agreement-internal.h"
#include "print/annex-file.h"
#include "print/pour.h"
#include "print/poured.h"

#define FILE_CACHE "akk-annex-files"
/* A page of a file may be wider than the text, so that it is read at four fifths of its size. */
#define PAGE_ROOM 477.0
#define PAGE_LEFT ((AKK_PAGE_WIDTH - PAGE_ROOM) / 2)
/* Below a heading it stands only if not much smaller. */
#define FIRST_LEAST 560.0
/* A page that lies is turned unless it is nearly square. */
#define LIES 1.15
#define MAX_HEADING 6

/* --- A file --- */

typedef struct {
  AkkAnnexFile *file; /* NULL: it cannot be shown */
  const char *reason;
} Known;

static void
known_free (gpointer data)
{
  Known *self = data;

  g_clear_pointer (&self->file, akk_annex_file_unref);
  g_free (self);
}

/* Read once for each paper: the preview asks at every key. */
static const Known *
find_file (AkkAgreementPrinter *self, const char *sha256)
{
  GObject *paper = G_OBJECT (self->flow->paper);
  GHashTable *cache = g_object_get_data (paper, FILE_CACHE);
  g_autoptr (GBytes) bytes = NULL;
  Known *known;

  if (cache == NULL) {
    cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
    g_object_set_data_full (paper, FILE_CACHE, cache, (GDestroyNotify) g_hash_table_unref);
  }
  known = g_hash_table_lookup (cache, sha256);
  if (known != NULL)
    return known;
  known = g_new0 (Known, 1);
  bytes = *sha256 != '\0' ? akk_store_get_blob (self->matter->store, sha256, NULL) : NULL;
  if (bytes != NULL)
    known->file = akk_annex_file_new (bytes, &known->reason);
  else
    known->reason = *sha256 != '\0' ? "attached-missing" : "attached-none";
  g_hash_table_insert (cache, g_strdup (sha256), known);
  return known;
}

static char *
page_words (AkkAgreementPrinter *self, AkkAnnexFile *file, guint page, const char *name)
{
  const char *text = akk_annex_file_text (file, page);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("%u", akk_annex_file_count (file));

  return akk_phrases_format (
      self->phrases, "annex-alt", "annex", name, "page", number, "pages", total, "text",
      *text != '\0' ? text : akk_phrases_get (self->phrases, "annex-no-text"), NULL);
}

static void
add_file_page (AkkAgreementPrinter *self,
               AkkAnnexFile *file,
               guint page,
               const char *name,
               double room,
               guint section)
{
  g_autofree char *words = page_words (self, file, page, name);
  double width, height, scale;
  gboolean turned;

  akk_annex_file_size (file, page, &width, &height);
  turned = width > LIES * height;
  if (turned) {
    double across = width;
    width = height;
    height = across;
  }
  scale = MIN (PAGE_ROOM / width, (room - 1) / height);
  akk_flow_row (self->flow, 0, height * scale, AKK_NO_LINE);
  akk_flow_picture (self->flow, akk_picture_new_page (file, page, turned),
                    PAGE_LEFT + (PAGE_ROOM - width * scale) / 2, 0, width * scale, height * scale,
                    words, section);
}

static void
add_sentence (AkkAgreementPrinter *self, const char *key, guint section)
{
  AkkFlowText how = { .x = AKK_TEXT_LEFT,
                      .before = AKK_SLOT / 2,
                      .node = akk_flow_node (self->flow, section, "P"),
                      .line = AKK_NO_LINE };

  akk_flow_text (
      self->flow,
      akk_printer_set (self, akk_phrases_get (self->phrases, key), AKK_LOOK_TEXT, AKK_TEXT_WIDTH),
      &how);
}

/* The first page stands below the heading if that leaves it room. */
static void
add_file (AkkAgreementPrinter *self, const AkkSection *section, guint first_row, guint node)
{
  const Known *known = find_file (self, section->file);
  const double whole = AKK_PAGE_BOTTOM - AKK_PAGE_TOP;
  double room = whole - akk_flow_used (self->flow, first_row) - AKK_SLOT;

  if (known->file == NULL) {
    add_sentence (self, known->reason, node);
    return;
  }
  for (guint page = 0; page < akk_annex_file_count (known->file); page++) {
    gboolean below = page == 0 && room >= FIRST_LEAST;

    self->flow->new_page = !below;
    self->flow->after = 0;
    self->flow->keep = AKK_KEEP_NONE;
    add_file_page (self, known->file, page, akk_flow_node_at (self->flow, node)->alt,
                   below ? room : whole, node);
  }
}

/* --- What the program makes --- */

static int
year_of (AkkAgreementPrinter *self, const AkkSection *section)
{
  const AkkAgreement *agreement = self->matter->agreement;
  gint64 day = agreement->starts_on != AKK_NO_DATE ? agreement->starts_on : self->matter->today;
  int year, month, date;

  if (section->year > 0)
    return (int) section->year;
  akk_date_to_ymd (day, &year, &month, &date);
  return year;
}

/* What was poured as a document of its own becomes part of the annex: its headings stand below that
 * of the annex, and nobody links into it. */
static void
adopt (AkkAgreementPrinter *self, guint first_node, guint section, guint heading)
{
  static const char *const names[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
  AkkFlow *flow = self->flow;

  for (guint i = first_node; i < flow->nodes->len; i++) {
    AkkNode *node = akk_flow_node_at (flow, i);
    guint level = node->name[0] == 'H' && g_ascii_isdigit (node->name[1])
                      ? (guint) g_ascii_digit_value (node->name[1])
                      : 0;

    if (node->parent == 0)
      node->parent = section;
    node->depth = akk_flow_node_at (flow, node->parent)->depth + 1;
    node->anchor = NULL;
    if (level > 0)
      node->name = names[MIN (level + heading, MAX_HEADING) - 1];
  }
}

/* One goes on below the other. */
static void
close_up (AkkAgreementPrinter *self, guint first_row)
{
  for (guint i = first_row; i < self->flow->rows->len; i++) {
    AkkRow *row = &g_array_index (self->flow->rows, AkkRow, i);

    if (row->flags & AKK_ROW_PAGE)
      row->before += 2 * AKK_SLOT;
    row->flags &= ~AKK_ROW_PAGE;
  }
}

/* What the program makes of a year. */
typedef struct {
  const AkkAgreementMatter *matter;
  AkkContent content;
  int year;
} Made;

static void
pour_cb (AkkFlow *flow, gpointer data)
{
  const Made *made = data;
  const AkkAgreementMatter *matter = made->matter;

  if (made->content == AKK_CONTENT_PLAN)
    akk_plan_pour (flow, matter->store, matter->agreement, made->year);
  else
    akk_report_pour_dashboard (flow, matter->store, matter->agreement, made->year, matter->today);
}

/* The preview asks at every key, and making it takes longer than all the rest. */
static void
add_made (AkkAgreementPrinter *self, const AkkSection *section, guint first_row)
{
  Made made = { self->matter, section->content, year_of (self, section) };
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%d/%d/%" G_GINT64_FORMAT,
                                          self->matter->agreement->record.id, (int) made.content,
                                          made.year, self->matter->today);

  self->flow->after = AKK_SLOT;
  akk_flow_pour (self->flow, self->matter->store, key, pour_cb, &made);
  close_up (self, first_row);
}

void
akk_printer_end_section (AkkAgreementPrinter *self)
{
  const AkkSection *section = self->attached;
  const guint first_node = self->flow->nodes->len, first_row = self->flow->rows->len;
  const guint node = self->body.section;

  self->attached = NULL;
  if (section == NULL || section->content == AKK_CONTENT_TEXT || self->matter->store == NULL)
    return;
  akk_prose_flush_run_in (&self->body);
  if (section->content == AKK_CONTENT_FOLLOWS) {
    add_sentence (self, "attached-follows", node);
  } else if (section->content == AKK_CONTENT_PDF) {
    add_file (self, section, self->attached_row, node);
  } else {
    add_made (self, section, first_row);
    adopt (self, first_node, node, self->attached_heading);
  }
  for (guint row = first_row; row < self->flow->rows->len; row++)
    g_array_index (self->flow->infos, AkkFlowRow, row).line = self->attached_line;
}
