/* What the colours of a PDF mean: sRGB.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-internal.h"

#include <lcms2.h>
#include <string.h>

/* Places in the header of a profile (ICC.1:2004-10, 7.2). */
#define PROFILE_DATE 24
#define PROFILE_ID 84

GBytes *
akk_pdf_srgb (void)
{
  /* 1 January 2000, 0:00:00: big-endian year, month, day, hour, minute, second. */
  static const guint8 date[12] = { 0x07, 0xd0, 0, 1, 0, 1 };
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  g_autofree guint8 *data = NULL;
  cmsUInt32Number length = 0;

  if (profile == NULL)
    return NULL;
  /* Of the versions that PDF 1.7 knows the last: its curves are formulas. Those of version 2 are
   * long tables, that readers would have to turn around for each page that they open. */
  cmsSetProfileVersion (profile, 4.2);
  if (cmsSaveProfileToMem (profile, NULL, &length) && length > 128) {
    data = g_malloc (length);
    if (!cmsSaveProfileToMem (profile, data, &length))
      g_clear_pointer (&data, g_free);
  }
  cmsCloseProfile (profile);
  if (data == NULL)
    return NULL;

  /* lcms writes the clock into it; the same pages must give the same bytes. */
  memcpy (data + PROFILE_DATE, date, sizeof date);
  memset (data + PROFILE_ID, 0, 16);
  return g_bytes_new_take (g_steal_pointer (&data), length);
}
