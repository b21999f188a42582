/* Reading and writing the text of a large agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/text.h"
#include "material.h"

#define N_ROUNDS 15
#define N_BYTES 234000

/* Sixty pages: paragraphs with emphasis, links and fields, nested lists, tables. */
static char *
make_body (void)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; body->len < N_BYTES; i++) {
    if (i % 85 == 0)
      g_string_append (body,
                       "{{columns:30,40,30}}\n\n| Wat | Wie | **Wanneer** |\n| --- | --- | --: |\n"
                       "| vegen | de stad | wekelijks |\n| snoeien | de wijk | jaarlijks |\n\n");
    else if (i % 4 == 0)
      g_string_append_printf (
          body,
          "- {{commitment:%u}} De partijen verbinden zich ertoe om **minstens** "
          "{{body:%u.frequency}} "
          "samen te komen.\n  - een onderliggend punt met *nadruk*\n  - nog een punt\n\n",
          i, i);
    else
      g_string_append_printf (
          body,
          "De **stad** en de *partner* (hierna “de partijen”) werken samen aan een wijk waar het "
          "goed "
          "wonen is; zij doen dat in overleg met [de bewoners](<https://example.be/%u>) en met "
          "{{party:%u.short}}, tot {{agreement.end}}. Zij evalueren hun afspraken elk jaar.\n\n",
          i, i);
  }
  return g_string_free_and_steal (g_steal_pointer (&body));
}

int
main (void)
{
  g_autofree char *body = make_body ();
  double parse[N_ROUNDS], write[N_ROUNDS], normalise[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++) {
    gint64 start = g_get_monotonic_time ();
    g_autoptr (AkkText) text = akk_text_parse (body);
    gint64 parsed = g_get_monotonic_time ();
    g_autofree char *written = akk_text_write (text);
    gint64 wrote = g_get_monotonic_time ();
    g_autoptr (AkkText) normal = akk_text_normalise (text);

    parse[i] = (parsed - start) / 1e3;
    write[i] = (wrote - parsed) / 1e3;
    normalise[i] = (g_get_monotonic_time () - wrote) / 1e3;
    g_assert_cmpuint (strlen (written), >, N_BYTES);
  }
  report ("text of 234 kB, read, median", quantile (parse, N_ROUNDS, 0.5), "ms", "aim 17");
  report ("text of 234 kB, write and verify, median", quantile (write, N_ROUNDS, 0.5), "ms",
          "aim 25");
  report ("text of 234 kB, normalise, median", quantile (normalise, N_ROUNDS, 0.5), "ms", "");
  return 0;
}
