/* The signature pages: below their heading and the closing formula a block for each party, that is
 * never divided unless it is taller than a page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/signature-pages.h"

#include <math.h>

#include "print/check-block.h"

#define BLOCK 112.5
#define BLOCK_MOST 135.0 /* what a block gets when a page has room to spare */
#define FIRST_PAGE_BLOCKS 5
#define FIELD_WIDTH 212.6
#define FIELD_GUTTER (AKK_FULL_WIDTH - 2 * FIELD_WIDTH)
#define FIELD_FREE 50.0 /* room for a signature */
#define FIRST_LINE 70.0
#define PARTY_BASELINE 14.0
#define PARTY_WIDTH 230.0
#define PLACE_LINE 142.0
#define NUMBER_RAISE 2.5
#define TEXT_DROP 3.5 /* from the line to the top of the name */
#define BELOW 8.0
#define RULE 0.6
#define CHECK_HEIGHT 84.0

typedef struct {
  AkkSet *name, *function, *delegation; /* delegation may be NULL */
} Words;

/* A block as it stands on a page: some of its rows of fields. */
typedef struct {
  const AkkSigningBlock *block;
  guint from, end;
  double height;
} Part;

/* --- Measuring --- */

static AkkSet *
set_or_null (AkkSignaturePages *self, const char *text, AkkLook look)
{
  return *text != '\0' ? akk_flow_set (self->flow, text, look, FIELD_WIDTH) : NULL;
}

static Words
words_of (AkkSignaturePages *self, const AkkSigner *signer)
{
  return (Words) { set_or_null (self, signer->name, AKK_LOOK_NAME),
                   set_or_null (self, signer->function, AKK_LOOK_FUNCTION),
                   set_or_null (self, signer->delegation, AKK_LOOK_REMARK) };
}

static double
set_height (const AkkSet *set)
{
  return set != NULL ? set->n_lines * set->leading : 0;
}

static void
words_clear (Words *self)
{
  g_clear_pointer (&self->name, akk_set_unref);
  g_clear_pointer (&self->function, akk_set_unref);
  g_clear_pointer (&self->delegation, akk_set_unref);
}

static double
words_height (AkkSignaturePages *self, const AkkSigner *signer)
{
  Words words = words_of (self, signer);
  double height =
      set_height (words.name) + set_height (words.function) + set_height (words.delegation);

  words_clear (&words);
  return height;
}

/* From the line of one row of fields to that of the next, or to the end of the words. */
static double
row_height (AkkSignaturePages *self, const AkkSigningBlock *block, guint row)
{
  double height = 0;

  for (guint i = 2 * row; i < MIN (2 * row + 2, block->signers->len); i++)
    height = MAX (height, words_height (self, &g_array_index (block->signers, AkkSigner, i)));
  return TEXT_DROP + height;
}

static guint
n_rows (const AkkSigningBlock *block)
{
  return MAX ((block->signers->len + 1) / 2, 1);
}

/* How much lower than usual the first line is: the name of the party takes more than one line. */
static double
party_extra (AkkSignaturePages *self, const Part *part, AkkSet **set)
{
  g_autofree char *name =
      akk_phrases_format (self->phrases, "signing-party", "party", part->block->name, NULL);
  g_autofree char *more =
      part->from > 0 ? g_strjoin (" ", name, akk_phrases_get (self->phrases, "continued"), NULL)
                     : NULL;

  *set = akk_flow_set (self->flow, more != NULL ? more : name, AKK_LOOK_ENTRY_PART, PARTY_WIDTH);
  return ((*set)->n_lines - 1) * (*set)->leading;
}

static double
part_height (AkkSignaturePages *self, const Part *part)
{
  g_autoptr (AkkSet) party = NULL;
  double height = FIRST_LINE + party_extra (self, part, &party);

  for (guint row = part->from; row < part->end; row++)
    height += row_height (self, part->block, row) + (row > part->from ? BELOW + FIELD_FREE : 0);
  return MAX (BLOCK, ceil ((height + BELOW) / 7.5) * 7.5);
}

/* All blocks, whole; one that is taller than a page goes on below its name on the next. `first` is
 * the room for the first one, so that the closing formula is never left without signatures. */
static GArray *
divide_route (AkkSignaturePages *self, double first, double page)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < self->route->len; i++) {
    const AkkSigningBlock *block = g_ptr_array_index (self->route, i);
    const guint rows = n_rows (block);
    double room = i == 0 ? first : page;
    for (guint from = 0; from < rows;) {
      Part part = { .block = block, .from = from, .end = rows };
      part.height = part_height (self, &part);
      /* The last page of it has room for the QR code. */
      if (part.height > room)
        room = MIN (room, page - CHECK_HEIGHT);
      while (part.height > room && part.end > from + 1) {
        part.end--;
        part.height = part_height (self, &part);
      }
      g_array_append_val (parts, part);
      from = part.end;
      room = page;
    }
  }
  return parts;
}

/* --- A block --- */

static void
add_set (AkkSignaturePages *self, AkkSet *set, double x, double *y, guint parent)
{
  if (set == NULL)
    return;

  guint node = akk_flow_node (self->flow, parent, "P");
  for (guint i = 0; i < set->n_lines; i++) {
    akk_flow_piece (self->flow, akk_set_ref (set), i, x, *y + set->baseline, node);
    *y += set->leading;
  }
}

static void
add_field (AkkSignaturePages *self, const AkkSigner *signer, double x, double line, guint node)
{
  Words words = words_of (self, signer);
  g_autofree char *number = g_strdup_printf ("%u", signer->number);
  double y = line + TEXT_DROP;

  akk_flow_piece (self->flow, akk_flow_set (self->flow, number, AKK_LOOK_FURNITURE, FIELD_WIDTH), 0,
                  x, line - NUMBER_RAISE, akk_flow_node (self->flow, node, "P"));
  add_set (self, words.name, x, &y, node);
  add_set (self, words.function, x, &y, node);
  add_set (self, words.delegation, x, &y, node);
  words_clear (&words);
}

static void
add_head (AkkSignaturePages *self, AkkSet *party, guint node)
{
  AkkFlow *flow = self->flow;
  const char *place = akk_phrases_get (self->phrases, "signing-place");
  AkkSet *label = akk_flow_set (self->flow, place, AKK_LOOK_FURNITURE, FIELD_WIDTH);
  guint name = akk_flow_node (flow, node, "P");

  for (guint i = 0; i < party->n_lines; i++)
    akk_flow_piece (flow, akk_set_ref (party), i, AKK_PAGE_LEFT,
                    PARTY_BASELINE + i * party->leading, name);
  akk_flow_piece (flow, label, 0, AKK_PAGE_RIGHT - PLACE_LINE - 4 - label->width, PARTY_BASELINE,
                  akk_flow_node (flow, node, "P"));
  akk_flow_fill (flow, AKK_PAGE_LEFT, 0, AKK_FULL_WIDTH, 0.5, AKK_FILL_HAIRLINE);
  akk_flow_fill (flow, AKK_PAGE_RIGHT - PLACE_LINE, PARTY_BASELINE + 1, PLACE_LINE, RULE,
                 AKK_FILL_BLACK);
}

/* One row of the flow. What it is taller than it must be goes above the first line, to sign in. */
static void
add_part (AkkSignaturePages *self, const Part *part, double height, guint section)
{
  AkkFlow *flow = self->flow;
  const AkkSigningBlock *block = part->block;
  g_autoptr (AkkSet) party = NULL;
  double line = FIRST_LINE + party_extra (self, part, &party);
  guint node = akk_flow_node (flow, section, "Sect");

  line += MIN (height - part->height, BLOCK_MOST - BLOCK) / 2;
  akk_flow_row (flow, 0, height, AKK_NO_LINE);
  add_head (self, party, node);
  for (guint row = part->from; row < part->end; row++) {
    guint first = 2 * row, end = MAX (MIN (first + 2, block->signers->len), first + 1);
    for (guint i = first; i < end; i++) {
      double x = AKK_PAGE_LEFT + (i - first) * (FIELD_WIDTH + FIELD_GUTTER);
      if (i < block->signers->len)
        add_field (self, &g_array_index (block->signers, AkkSigner, i), x, line, node);
      akk_flow_fill (flow, x, line, FIELD_WIDTH, RULE, AKK_FILL_BLACK);
    }
    line += row_height (self, block, row) + BELOW + FIELD_FREE;
  }
}

/* --- The pages --- */

/* How many blocks from `from` on stand on a page with so much room; at least one. */
static guint
count_blocks (const Part *parts, guint n, double room, guint most)
{
  guint count = 0;

  while (count < MIN (n, most) && parts[count].height <= room + 0.01)
    room -= parts[count++].height;
  return MAX (count, 1);
}

/* Pages after the first hold about as many blocks each, so that the last is not left with one. */
static guint
balance (const Part *parts, guint n, double room, guint most)
{
  guint n_pages = 0;

  for (guint i = 0; i < n; n_pages++)
    i += count_blocks (parts + i, n - i, room, G_MAXUINT);
  return MIN (most, (n + n_pages - 1) / n_pages);
}

/* The one block that would stand alone on the last page takes the one before it along, if both
 * fit there and that leaves another behind. Else it stands alone, below the title of the document
 * and above its code: a block is rather alone than divided. */
static guint
spare_one (const Part *parts, guint n, double room, guint count)
{
  gboolean alone = count > 1 && count + 1 == n;

  return alone && parts[n - 2].height + parts[n - 1].height <= room ? count - 1 : count;
}

/* The blocks of a page share what room is left. `below`: what stands above them already. */
static void
add_page_of_blocks (
    AkkSignaturePages *self, const Part *parts, guint n, double room, gboolean below, guint section)
{
  AkkFlow *flow = self->flow;

  for (guint i = 0; i < n; i++)
    room -= parts[i].height;

  double share = CLAMP (floor (room / n), 0, BLOCK_MOST - BLOCK);
  for (guint i = 0; i < n; i++) {
    flow->keep = i == 0 && below ? AKK_KEEP_STRONG : AKK_KEEP_NONE;
    flow->new_page = i == 0 && !below;
    add_part (self, &parts[i], parts[i].height + share, section);
  }
}

static guint
count_signers (AkkSignaturePages *self)
{
  guint n = 0;

  for (guint i = 0; i < self->route->len; i++)
    n += ((const AkkSigningBlock *) g_ptr_array_index (self->route, i))->signers->len;
  return n;
}

static void
add_end (AkkSignaturePages *self, guint first_row)
{
  g_autofree char *count = akk_phrases_number (self->phrases, count_signers (self));
  g_autofree char *number = NULL, *all = NULL, *title = NULL, *text = NULL;

  if (self->stamp == NULL)
    return;
  number = g_strdup_printf ("%d", self->stamp->number);
  all = count_signers (self) == 1
            ? g_strdup (akk_phrases_get (self->phrases, "signing-one"))
            : akk_phrases_format (self->phrases, "signing-many", "count", count, NULL);
  title = akk_phrases_format (self->phrases, "signing-all", "signatures", all, NULL);
  text = akk_phrases_format (self->phrases, "signing-end", "number", number, NULL);

  g_autofree char *sentence = akk_phrases_sentence (title);
  akk_check_block_add (self->flow, self->phrases, self->stamp, first_row, sentence, text,
                       AKK_PAGE_LEFT);
}

void
akk_signature_pages_add (AkkSignaturePages *self)
{
  const char *title = akk_phrases_get (self->phrases, "signing-title");
  double page = AKK_PAGE_BOTTOM - AKK_PAGE_TOP;
  AkkFlow *flow = self->flow;

  if (self->route->len == 0)
    return;

  guint first_row = flow->rows->len;
  guint section = akk_flow_begin_page (flow, title, title, AKK_PAGE_LEFT, self->heading);
  self->add_formula (section, self->data);
  flow->after = 9;
  self->first_row = flow->rows->len;
  double used = akk_flow_used (flow, first_row) + flow->after;
  g_autoptr (GArray) divided = divide_route (self, used < page / 2 ? page - used : page, page);
  const Part *parts = (const Part *) divided->data;
  const guint n = divided->len;
  double check = self->stamp != NULL ? CHECK_HEIGHT : 0;
  gboolean below = used + parts[0].height <= page; /* else the formula fills its page */
  for (guint i = 0; i < n; below = FALSE) {
    guint left = n - i;
    double room = below ? page - used : page;
    guint most = below ? FIRST_PAGE_BLOCKS : G_MAXUINT;
    guint count = count_blocks (parts + i, left, room, most);

    if (!below && count < left)
      count = balance (parts + i, left, room, count);
    /* The last page has the QR code too. */
    if (count == left && check > 0) {
      guint with_check = count_blocks (parts + i, left, room - check, most);
      count = left > 1 && with_check < left ? (left + 1) / 2 : left;
      room -= count == left ? check : 0;
    }
    count = spare_one (parts + i, left, page - check, count);
    if (!below)
      first_row = flow->rows->len;
    add_page_of_blocks (self, parts + i, count, room, below, section);
    i += count;
  }
  self->last_row = flow->rows->len - 1;
  add_end (self, first_row);
}
