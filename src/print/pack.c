/* The meeting pack: agenda, minutes, what is open and annexes in one PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pack.h"

#include <cairo.h>
#include <glib/gi18n.h>

#include "core/agenda.h"
#include "core/attachment.h"
#include "core/dossier-info.h"
#include "core/dossier.h"
#include "core/meetings.h"
#include "print/meeting-print.h"
#include "print/meeting-words.h"
#include "print/pack-internal.h"
#include "print/pages-internal.h"
#include "print/pdf-internal.h"

#define DAY_S G_GINT64_CONSTANT (86400)
#define MARGIN 28.0 /* of the number on a page that is not ours */
#define NUMBER_RISE 12.0

/* Pages of our own, or an annex. */
typedef struct {
  AkkPages *pages; /* owned; NULL: an annex */
  AkkAnnex *annex; /* owned */
  char *name; /* its bookmark */
  guint first; /* page of the whole */
  guint n_pages;
} PackPart;

typedef struct {
  AkkPaper *paper;
  AkkPhrases *phrases;
  AkkStore *store;
  AkkAgenda *agenda;
  GArray *parts; /* PackPart */
  guint n_pages, n_nodes;
  gint64 today;
} Pack;

static void
part_clear (gpointer data)
{
  PackPart *self = data;

  g_clear_object (&self->pages);
  g_clear_pointer (&self->annex, akk_annex_free);
  g_free (self->name);
}

static void
pack_clear (Pack *self)
{
  g_clear_pointer (&self->agenda, akk_agenda_free);
  g_clear_pointer (&self->parts, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pack, pack_clear)

/* --- The parts --- */

static void
pack_add (Pack *self, PackPart part)
{
  part.first = self->n_pages;
  part.n_pages = part.pages != NULL ? akk_pages_count (part.pages) : akk_annex_count (part.annex);
  self->n_pages += part.n_pages;
  g_array_append_val (self->parts, part);
}

/* Its own title is that of the whole part: the bookmark of the part says more. */
static void
pack_add_pages (Pack *self, AkkPages *pages, const char *name)
{
  AkkFlow *flow = pages->flow;
  AkkNode *whole = akk_flow_node_at (flow, 0);

  for (guint i = 0; i < flow->nodes->len; i++) {
    AkkNode *node = akk_flow_node_at (flow, i);
    if (g_str_equal (node->name, "H1"))
      node->title = NULL;
  }
  whole->name = "Part";
  whole->title = g_string_chunk_insert (flow->strings, name);
  whole->bookmark = 1;
  pages->part.nodes = self->n_nodes;
  g_snprintf (pages->part.prefix, sizeof pages->part.prefix, "part%u-", self->parts->len + 1);
  self->n_nodes += flow->nodes->len;
  pack_add (self, (PackPart) { .pages = pages, .name = g_strdup (name) });
}

static char *
name_with (Pack *self, const char *key, AkkMeeting *meeting)
{
  g_autofree char *of = akk_words_meeting (self->phrases, self->agenda->body, meeting);

  return g_strdup_printf ("%s – %s", akk_phrases_get (self->phrases, key), of);
}

static void
add_minutes (Pack *self)
{
  g_autoptr (AkkMeeting) previous = akk_meeting_previous (self->store, self->agenda->meeting);
  g_autofree char *name = NULL;

  if (previous == NULL)
    return;
  name = name_with (self, "minutes", previous);
  pack_add_pages (self, akk_minutes_print (self->paper, self->store, previous, self->today), name);
}

static void
add_annex (Pack *self, const AkkAgendaEntry *entry, const AkkAttachment *attachment, guint count)
{
  static const char *const reasons[] = { [AKK_ANNEX_OTHER] = "annex-other",
                                         [AKK_ANNEX_DAMAGED] = "annex-damaged",
                                         [AKK_ANNEX_LOCKED] = "annex-locked" };
  g_autoptr (GBytes) bytes =
      *attachment->file != '\0' ? akk_store_get_blob (self->store, attachment->file, NULL) : NULL;
  AkkAnnexState state = AKK_ANNEX_OTHER;
  AkkAnnex *annex = bytes != NULL ? akk_annex_new (bytes, &state) : NULL;
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *name = akk_phrases_format (self->phrases, "annex-named", "number", number,
                                              "name", attachment->name, NULL);
  g_autofree char *item = g_strdup_printf ("%u", entry->number);
  g_autofree char *facts = akk_phrases_format (self->phrases, "annex-at", "number", item, "title",
                                               entry->item->title, NULL);

  if (annex != NULL)
    pack_add (self, (PackPart) { .annex = annex, .name = g_steal_pointer (&name) });
  else
    pack_add_pages (
        self,
        akk_pack_notice (
            self->paper, self->store, self->agenda->agreement, name, facts,
            akk_phrases_get (self->phrases, bytes != NULL ? reasons[state] : "annex-missing")),
        name);
}

static void
add_parts (Pack *self)
{
  AkkMeeting *meeting = self->agenda->meeting;
  g_autofree char *agenda = name_with (self, "agenda", meeting);
  guint n_annexes = 0;

  pack_add_pages (self, akk_agenda_print (self->paper, self->store, meeting, self->today), agenda);
  add_minutes (self);
  pack_add_pages (
      self,
      akk_pack_open_items (self->paper, self->store, self->agenda->agreement, meeting, self->today),
      akk_phrases_get (self->phrases, "open-items"));
  for (guint i = 0; i < self->agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = self->agenda->entries->pdata[i];
    for (guint k = 0; k < entry->attachments->len; k++)
      add_annex (self, entry, entry->attachments->pdata[k], ++n_annexes);
  }
  for (guint i = 0; i < self->parts->len; i++) {
    const PackPart *part = &g_array_index (self->parts, PackPart, i);
    if (part->pages == NULL)
      continue;
    part->pages->part.pages = part->first;
    part->pages->part.n_pages = self->n_pages;
  }
}

/* --- Drawing --- */

static const PackPart *
part_at (Pack *self, guint page)
{
  guint i = 0;

  while (i + 1 < self->parts->len && g_array_index (self->parts, PackPart, i + 1).first <= page)
    i++;
  return &g_array_index (self->parts, PackPart, i);
}

static void
pack_size_cb (gpointer data, guint page, double *width_pt, double *height_pt)
{
  const PackPart *part = part_at (data, page);

  if (part->pages != NULL)
    akk_pages_size (part->pages, page - part->first, width_pt, height_pt);
  else
    akk_annex_size (part->annex, page - part->first, width_pt, height_pt);
}

/* What those hear who do not see the page. */
static char *
page_words (Pack *self, const PackPart *part, guint page)
{
  g_autofree char *text = akk_annex_text (part->annex, page);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("%u", part->n_pages);

  g_strstrip (text);
  return akk_phrases_format (
      self->phrases, "annex-alt", "annex", part->name, "page", number, "pages", total, "text",
      *text != '\0' ? text : akk_phrases_get (self->phrases, "annex-no-text"), NULL);
}

/* The only thing of ours on a page of an annex: at its lower edge. */
static void
draw_number (Pack *self, guint page, cairo_t *cr, AkkTags *tags, double width, double height)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("%u", self->n_pages);
  g_autofree char *text =
      akk_phrases_format (self->phrases, "page", "page", number, "pages", total, NULL);
  g_autoptr (AkkSet) set = akk_paper_set_label (self->paper, text, AKK_LOOK_FURNITURE);

  akk_artifact_begin (tags, cr, AKK_ARTIFACT_FOOTER);
  for (guint i = 0; i < set->lines[0].n_spans; i++)
    akk_set_draw_span (set, &set->spans[i], akk_paper_faces (self->paper), cr,
                       width - MARGIN - set->width, height - NUMBER_RISE, TRUE);
  akk_artifact_end (tags, cr);
}

static void
draw_annex (Pack *self, const PackPart *part, guint page, cairo_t *cr, AkkTags *tags)
{
  guint own = page - part->first;
  g_autofree char *words = page_words (self, part, own);
  AkkTagInfo whole = { .title = part->name, .bookmark = 1 }, figure = { .alt = words };
  double width, height;

  akk_annex_size (part->annex, own, &width, &height);
  figure.bbox[2] = width;
  figure.bbox[3] = height;
  if (own == 0)
    akk_tag_begin (tags, cr, "Part", NULL, &whole);
  akk_tag_begin (tags, cr, "Figure", NULL, &figure);
  akk_tag_end (tags, cr, "Figure");
  draw_number (self, page, cr, tags, width, height);
  if (own + 1 == part->n_pages)
    akk_tag_end (tags, cr, "Part");
}

static void
pack_draw_cb (gpointer data, guint page, cairo_t *cr, AkkTags *tags)
{
  Pack *self = data;
  const PackPart *part = part_at (self, page);

  if (page == 0)
    akk_tag_begin (tags, cr, "Document", NULL, NULL);
  if (part->pages != NULL)
    akk_pages_draw (part->pages, page - part->first, cr, tags);
  else
    draw_annex (self, part, page, cr, tags);
  if (page + 1 == self->n_pages)
    akk_tag_end (tags, cr, "Document");
}

/* --- The document --- */

static GArray *
pages_to_fill (Pack *self)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (AkkPackPage));

  for (guint i = 0; i < self->parts->len; i++) {
    const PackPart *part = &g_array_index (self->parts, PackPart, i);
    for (guint page = 0; part->annex != NULL && page < part->n_pages; page++) {
      AkkPackPage it = {
        .number = part->first + page, .annex = part->annex, .page = page, .scale = 1
      };
      g_array_append_val (pages, it);
    }
  }
  return pages;
}

char *
akk_pack_title (AkkPaper *paper, AkkStore *store, AkkMeeting *meeting)
{
  AkkPhrases *phrases = akk_paper_phrases (paper);
  g_autoptr (AkkBody) body = akk_store_get (store, &akk_body_record, meeting->body_id);
  g_autofree char *of = body != NULL ? akk_words_meeting (phrases, body, meeting) : NULL;

  return g_strjoin (of != NULL ? " – " : "", akk_phrases_get (phrases, "pack"), of, NULL);
}

/* Which annexes keep the file from lasting; NULL: none. */
static char *
caution_of (Pack *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++) {
    const PackPart *part = &g_array_index (self->parts, PackPart, i);

    if (part->annex != NULL && akk_annex_faults (part->annex) != 0)
      g_string_append_printf (names, "%s“%s”", n++ > 0 ? ", " : "", part->name);
  }
  if (n == 0)
    return NULL;
  /* Translators: names of annexes. */
  return g_strdup_printf (
      ngettext ("%s lacks fonts or has colours for a printing press only. The pack is therefore an "
                "ordinary PDF, not one for the archive (PDF/A).",
                "%s lack fonts or have colours for a printing press only. The pack is therefore an "
                "ordinary PDF, not one for the archive (PDF/A).",
                n),
      names->str);
}

GBytes *
akk_pack_print (AkkPaper *paper,
                AkkStore *store,
                AkkMeeting *meeting,
                gint64 today,
                char **caution,
                GError **error)
{
  g_auto (Pack) self = { .paper = paper,
                         .phrases = akk_paper_phrases (paper),
                         .store = store,
                         .agenda = akk_agenda_new (store, meeting),
                         .parts = g_array_new (FALSE, FALSE, sizeof (PackPart)),
                         .today = today };
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) dossier = g_list_model_get_item (infos, 0);
  g_autofree char *title = akk_pack_title (paper, store, meeting);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) pages = NULL;

  g_array_set_clear_func (self.parts, part_clear);
  add_parts (&self);
  AkkPdfSource source = { self.n_pages, pack_size_cb, pack_draw_cb, &self, NULL };
  AkkPdfInfo info = { .title = title,
                      .author = dossier != NULL ? dossier->name : "",
                      .subject = self.agenda->agreement->title,
                      .language = akk_agreement_language (self.agenda->agreement),
                      .date = today * DAY_S };
  bytes = akk_pdf_render (&source, &info, error);
  pages = pages_to_fill (&self);
  if (caution != NULL)
    *caution = caution_of (&self);
  if (bytes == NULL || pages->len == 0)
    return g_steal_pointer (&bytes);
  return akk_pack_fill (bytes, pages, error);
}

GBytes *
akk_pack_pdf (AkkStore *store, AkkMeeting *meeting, char **caution, GError **error)
{
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (store, meeting);
  g_autoptr (AkkPaper) paper = akk_paper_new (akk_agreement_language (agenda->agreement), error);

  if (paper == NULL)
    return NULL;
  return akk_pack_print (paper, store, meeting, akk_store_today (store), caution, error);
}

gboolean
akk_pack_write_pdf (
    AkkStore *store, AkkMeeting *meeting, const char *path, char **caution, GError **error)
{
  g_autoptr (GBytes) bytes = akk_pack_pdf (store, meeting, caution, error);

  return bytes != NULL && akk_pdf_save (bytes, path, error);
}
