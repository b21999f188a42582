/* The title page of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "core/organisation.h"
#include "core/party.h"
#include "print/agreement-internal.h"
#include "print/check-block.h"

#define N_COLUMNS 5
#define COLUMN_WIDTH (AKK_FULL_WIDTH / N_COLUMNS)
#define LOGO_ROW 40.0
#define LOGO_GAP 6.0
/* All logos are as large for the eye: the root of width × height. */
#define LOGO_SIZE 23.0
#define LOGO_MAX_WIDTH 64.0
#define LOGO_MAX_HEIGHT 28.0
#define PICTURE_CACHE "akk-pictures"

static void
add_line (
    AkkAgreementPrinter *self, const char *text, AkkLook look, double before, const char *element)
{
  if (*text == '\0')
    return;

  guint node = akk_flow_node (self->flow, AKK_NO_NODE, element);
  AkkFlowText how = { .x = AKK_PAGE_LEFT, .before = before, .node = node, .line = AKK_NO_LINE };

  if (element[0] == 'H')
    akk_flow_node_at (self->flow, node)->title = g_string_chunk_insert (self->flow->strings, text);
  akk_flow_text (self->flow, akk_printer_set (self, text, look, AKK_FULL_WIDTH), &how);
  self->flow->keep = AKK_KEEP_STRONG;
}

/* --- Pictures --- */

static void
picture_clear (gpointer picture)
{
  if (picture != NULL)
    akk_picture_unref (picture);
}

/* Read once for each paper: the preview asks at every key. What is no picture is known as NULL. */
AkkPicture *
akk_printer_picture (AkkAgreementPrinter *self, const char *sha256)
{
  GObject *paper = G_OBJECT (self->flow->paper);
  GHashTable *cache = g_object_get_data (paper, PICTURE_CACHE);
  g_autoptr (GBytes) data = NULL;
  gpointer picture = NULL;

  if (*sha256 == '\0' || self->matter->store == NULL)
    return NULL;
  if (cache == NULL) {
    cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, picture_clear);
    g_object_set_data_full (paper, PICTURE_CACHE, cache, (GDestroyNotify) g_hash_table_unref);
  }
  if (!g_hash_table_lookup_extended (cache, sha256, NULL, &picture)) {
    data = akk_store_get_blob (self->matter->store, sha256, NULL);
    picture = data != NULL ? akk_picture_new (data, NULL) : NULL;
    g_hash_table_insert (cache, g_strdup (sha256), picture);
  }
  return picture;
}

/* --- Logos --- */

static void
logo_size (const AkkPicture *logo, double *width, double *height)
{
  guint columns, rows;

  akk_picture_size (logo, &columns, &rows);
  double ratio = sqrt ((double) columns / rows);
  double scale =
      MIN (1, MIN (LOGO_MAX_WIDTH / (LOGO_SIZE * ratio), LOGO_MAX_HEIGHT / (LOGO_SIZE / ratio)));
  *width = LOGO_SIZE * ratio * scale;
  *height = LOGO_SIZE / ratio * scale;
}

/* A logo and the name beside it, if there is room; the name alone for a party without logo. */
static void
add_logo (AkkAgreementPrinter *self, const AkkOrganisation *organisation, double x)
{
  AkkFlow *flow = self->flow;
  const char *name = akk_organisation_short (organisation);
  AkkPicture *logo = akk_printer_picture (self, organisation->logo);
  guint node = akk_flow_node (flow, AKK_NO_NODE, "P");
  double room = COLUMN_WIDTH - LOGO_GAP, width = 0, height = 0;
  g_autoptr (AkkSet) label = NULL;

  if (logo != NULL) {
    g_autofree char *alt = akk_phrases_format (self->phrases, "logo", "name", name, NULL);
    logo_size (logo, &width, &height);
    akk_flow_picture (flow, akk_picture_ref (logo), x, (LOGO_ROW - height) / 2, width, height, alt,
                      node);
    x += width + LOGO_GAP;
    room -= width + LOGO_GAP;
  }
  label = akk_printer_set (self, name, AKK_LOOK_LOGO, MAX (room, LOGO_MAX_HEIGHT));
  if (logo != NULL && (label->width > room || label->n_lines > 2))
    return; /* the alternative text says it */

  guint n_lines = MIN (label->n_lines, 3);
  double top = (LOGO_ROW - n_lines * label->leading) / 2;
  for (guint i = 0; i < n_lines; i++)
    akk_flow_piece (flow, akk_set_ref (label), i, x, top + i * label->leading + label->baseline,
                    node);
}

/* At the foot of the page that `first_row` began, in the order of the parties. */
static void
add_logos (AkkAgreementPrinter *self, guint first_row)
{
  g_autoptr (GListModel) parties = akk_store_list (
      self->matter->store, &akk_party_record, "agreement_id", self->matter->agreement->record.id);
  guint n = g_list_model_get_n_items (parties);
  double height = (n + N_COLUMNS - 1) / N_COLUMNS * LOGO_ROW;
  double room = AKK_PAGE_BOTTOM - AKK_PAGE_TOP - akk_flow_used (self->flow, first_row) - height;

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);
    g_autoptr (AkkOrganisation) organisation =
        akk_store_get (self->matter->store, &akk_organisation_record, party->organisation_id);
    if (i % N_COLUMNS == 0)
      akk_flow_row (self->flow, i == 0 ? MAX (room - 0.5, AKK_SLOT) : 0, LOGO_ROW, AKK_NO_LINE);
    if (organisation != NULL)
      add_logo (self, organisation, AKK_PAGE_LEFT + i % N_COLUMNS * COLUMN_WIDTH);
  }
}

/* --- The page --- */

void
akk_printer_add_front (AkkAgreementPrinter *self)
{
  const AkkAgreement *agreement = self->matter->agreement;
  g_autofree char *eyebrow = akk_phrases_upper (agreement->eyebrow);
  g_autofree char *amended = akk_printer_amended (self);
  guint first_row = self->flow->rows->len;

  if (*agreement->title == '\0' && *agreement->subtitle == '\0' && *eyebrow == '\0')
    return;
  self->flow->bare = TRUE;
  akk_flow_row (self->flow, 0, 33.75, AKK_NO_LINE);
  akk_flow_fill (self->flow, AKK_PAGE_LEFT, 2.7, 42.5, 3.4, AKK_FILL_ACCENT);
  self->flow->keep = AKK_KEEP_STRONG;
  add_line (self, eyebrow, AKK_LOOK_EYEBROW, 0, "P");
  add_line (self, agreement->title, AKK_LOOK_TITLE, 7.5, "H1");
  add_line (self, agreement->subtitle, AKK_LOOK_SUBTITLE, 5.25, "P");
  if (amended != NULL)
    add_line (self, amended, AKK_LOOK_SUBTITLE, 5.25, "P");
  add_line (self, agreement->motto, AKK_LOOK_MOTTO, 15, "P");
  if (self->matter->stamp == NULL)
    add_line (self, akk_phrases_get (self->phrases, "draft"), AKK_LOOK_DRAFT, 15, "P");
  if (*agreement->title != '\0')
    self->levels[0].heading = 1;
  self->flow->keep = AKK_KEEP_NONE;
  if (self->matter->store != NULL) {
    akk_printer_add_brief (self, first_row);
    if (*agreement->code_address != '\0')
      akk_code_block_add (self->flow, self->phrases, agreement->code_address,
                          agreement->code_label);
    add_logos (self, first_row);
  }
  self->flow->bare = FALSE;
  self->flow->new_page = TRUE;
}
