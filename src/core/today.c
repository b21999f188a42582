/* What day it is for a dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dossier.h"

#include "core/dates.h"
#include "core/dossier-info.h"

static gint64
clock_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return akk_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                            g_date_time_get_day_of_month (now));
}

static gint64
given_today (void)
{
  static gboolean told = FALSE;
  const char *given = g_getenv ("AKKOORD_TODAY");
  gint64 today = given != NULL ? akk_date_parse (given) : AKK_NO_DATE;

  if (given != NULL && *given != '\0' && today == AKK_NO_DATE && !told) {
    told = TRUE;
    g_message ("AKKOORD_TODAY is “%s”, which is no date like 2025-11-17: it is ignored.", given);
  }
  return today;
}

gint64
akk_store_today (AkkStore *store)
{
  gint64 today = given_today ();

  if (today == AKK_NO_DATE) {
    g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
    g_autoptr (AkkDossierInfo) info = g_list_model_get_item (infos, 0);

    if (info != NULL)
      today = info->today;
  }
  return today != AKK_NO_DATE ? today : clock_today ();
}
