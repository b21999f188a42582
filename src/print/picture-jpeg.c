/* JPEG files that a PDF can hold as they are (ITU T.81, Exif 2.3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/picture-jpeg.h"

#include <string.h>

typedef enum {
  MARKER_BASELINE = 0xc0,
  MARKER_PROGRESSIVE = 0xc2,
  MARKER_HUFFMAN = 0xc4,
  MARKER_ARITHMETIC = 0xcc,
  MARKER_LAST_FRAME = 0xcf,
  MARKER_BEGIN = 0xd8,
  MARKER_END = 0xd9,
  MARKER_SCAN = 0xda,
  MARKER_APP0 = 0xe0,
  MARKER_APP1 = 0xe1,
  MARKER_APP14 = 0xee,
  MARKER_APP15 = 0xef,
  MARKER_COMMENT = 0xfe,
} Marker;

/* Of a TIFF directory. */
#define TAG_ORIENTATION 0x0112
#define ENTRY_BYTES 12

static guint
number (const guint8 *at, guint n_bytes, gboolean little)
{
  guint value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value = value << 8 | at[little ? n_bytes - 1 - i : i];
  return value;
}

/* Whether what a camera says of the picture turns it. */
static gboolean
is_turned (const guint8 *data, gsize length)
{
  static const guint8 exif[] = { 'E', 'x', 'i', 'f', 0, 0 };
  gboolean little;
  gsize at;
  guint n;

  if (length < sizeof exif + 8 || memcmp (data, exif, sizeof exif) != 0)
    return FALSE;
  data += sizeof exif;
  length -= sizeof exif;
  little = data[0] == 'I';
  at = number (data + 4, 4, little);
  if (at > length - 2)
    return FALSE;
  n = number (data + at, 2, little);
  at += 2;
  for (guint i = 0; i < n && at + ENTRY_BYTES <= length; i++, at += ENTRY_BYTES)
    if (number (data + at, 2, little) == TAG_ORIENTATION)
      return number (data + at + 8, 2, little) != 1;
  return FALSE;
}

/* Adobe's programs say here whether the three colours are what they usually are. */
static gboolean
is_usual (const guint8 *data, gsize length)
{
  return length < 12 || memcmp (data, "Adobe", 5) != 0 || data[11] == 1;
}

static gboolean
is_frame (guint marker)
{
  return marker >= MARKER_BASELINE && marker <= MARKER_LAST_FRAME && marker != MARKER_HUFFMAN &&
         marker != MARKER_ARITHMETIC && marker != 0xc8;
}

/* Eight bits, one colour or three. */
static gboolean
is_plain_frame (guint marker, const guint8 *data, gsize length)
{
  return marker <= MARKER_PROGRESSIVE && length >= 6 && data[0] == 8 &&
         (data[5] == 1 || data[5] == 3);
}

static gboolean
is_plain (guint marker, const guint8 *data, gsize length)
{
  if (is_frame (marker))
    return is_plain_frame (marker, data, length);
  if (marker == MARKER_APP1)
    return !is_turned (data, length);
  return marker != MARKER_APP14 || is_usual (data, length);
}

static gboolean
is_beside (guint marker)
{
  return marker == MARKER_COMMENT ||
         (marker > MARKER_APP0 && marker <= MARKER_APP15 && marker != MARKER_APP14);
}

/* One segment after the other; the last one is the scan with all that follows it. */
typedef struct {
  const guint8 *data;
  gsize length, at;
  guint marker;
  gsize start, n_body; /* its body comes four bytes after its start */
} Walk;

static gboolean
walk_begin (Walk *walk, GBytes *bytes)
{
  *walk = (Walk) { .at = 2 };
  walk->data = g_bytes_get_data (bytes, &walk->length);
  return walk->length >= 4 && walk->data[0] == 0xff && walk->data[1] == MARKER_BEGIN;
}

/* FALSE: there is none, or only a part of it. */
static gboolean
walk_on (Walk *walk)
{
  guint size;

  while (walk->at + 4 <= walk->length && walk->data[walk->at + 1] == 0xff)
    walk->at++; /* filling */
  if (walk->at + 4 > walk->length || walk->data[walk->at] != 0xff)
    return FALSE;
  size = number (walk->data + walk->at + 2, 2, FALSE);
  if (size < 2 || walk->at + 2 + size > walk->length)
    return FALSE;
  walk->marker = walk->data[walk->at + 1];
  walk->start = walk->at;
  walk->n_body = size - 2;
  walk->at = walk->marker == MARKER_SCAN ? walk->length : walk->at + 2 + size;
  return TRUE;
}

/* What is coded never looks like an end. */
static gboolean
scan_ends (const Walk *walk)
{
  static const guint8 end[] = { 0xff, MARKER_END };

  return memmem (walk->data + walk->start, walk->length - walk->start, end, sizeof end) != NULL;
}

gboolean
akk_picture_jpeg_is_cut_off (GBytes *bytes)
{
  Walk walk;

  if (!walk_begin (&walk, bytes))
    return FALSE;
  while (walk_on (&walk))
    if (walk.marker == MARKER_SCAN)
      return !scan_ends (&walk);
  return TRUE;
}

GBytes *
akk_picture_jpeg (GBytes *bytes)
{
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  gboolean framed = FALSE;
  Walk walk;

  if (!walk_begin (&walk, bytes))
    return NULL;
  g_byte_array_append (plain, walk.data, 2);
  while (walk_on (&walk) && is_plain (walk.marker, walk.data + walk.start + 4, walk.n_body)) {
    framed |= is_frame (walk.marker);
    if (!is_beside (walk.marker))
      g_byte_array_append (plain, walk.data + walk.start, (guint) (walk.at - walk.start));
    if (walk.marker == MARKER_SCAN)
      return framed && scan_ends (&walk) ? g_byte_array_free_to_bytes (g_steal_pointer (&plain))
                                         : NULL;
  }
  return NULL;
}
