/* The metadata packet of a PDF: what the file says of itself, for programs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-internal.h"

/* PDF/A lets a packet hold only properties that are known or described: PDF/UA's own is described
 * here. */
static const char extension_schema[] =
    " <rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "   <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "   <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "   <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "   <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "    <pdfaProperty:name>part</pdfaProperty:name>\n"
    "    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "    <pdfaProperty:category>internal</pdfaProperty:category>\n"
    "    <pdfaProperty:description>Part of ISO 14289 to which the file conforms"
    "</pdfaProperty:description>\n"
    "   </rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "  </rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    " </rdf:Description>\n";

/* `format` holds one %s for the escaped text; nothing is written for a text that is not there. */
static void G_GNUC_PRINTF (2, 0) append_text (GString *xmp, const char *format, const char *text)
{
  g_autofree char *clean = akk_pdf_clean_text (text);
  g_autofree char *escaped = NULL;

  if (clean == NULL || *clean == '\0')
    return;
  escaped = g_markup_escape_text (clean, -1);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (xmp, format, escaped);
#pragma GCC diagnostic pop
}

char *
akk_pdf_clean_text (const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  for (char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    if ((guchar) *c < ' ' || *c == 0x7f)
      *c = ' ';
  return g_strdup (g_strstrip (valid));
}

char *
akk_pdf_date (gint64 date, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (date);

  return time != NULL ? g_date_time_format (time, format) : NULL;
}

char *
akk_pdf_xmp (const AkkPdfInfo *info, const char *producer, const char *creator_tool, gint64 date)
{
  GString *xmp =
      g_string_new ("<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                    " <rdf:Description rdf:about=\"\""
                    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                    "  <pdfaid:part>2</pdfaid:part>\n"
                    "  <pdfaid:conformance>A</pdfaid:conformance>\n"
                    "  <pdfuaid:part>1</pdfuaid:part>\n"
                    "  <dc:format>application/pdf</dc:format>\n");
  g_autofree char *when = akk_pdf_date (date, AKK_PDF_DATE_XMP);

  append_text (
      xmp, "  <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n",
      info->title);
  append_text (xmp, "  <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n",
               info->author);
  append_text (xmp,
               "  <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt>"
               "</dc:description>\n",
               info->subject);
  append_text (xmp, "  <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
               info->language);
  append_text (xmp, "  <xmp:CreatorTool>%s</xmp:CreatorTool>\n", creator_tool);
  append_text (xmp, "  <xmp:CreateDate>%s</xmp:CreateDate>\n", when);
  append_text (xmp, "  <xmp:ModifyDate>%s</xmp:ModifyDate>\n", when);
  append_text (xmp, "  <xmp:MetadataDate>%s</xmp:MetadataDate>\n", when);
  append_text (xmp, "  <pdf:Producer>%s</pdf:Producer>\n", producer);
  g_string_append (xmp, " </rdf:Description>\n");
  g_string_append (xmp, extension_schema);
  g_string_append (xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
  return g_string_free (xmp, FALSE);
}
