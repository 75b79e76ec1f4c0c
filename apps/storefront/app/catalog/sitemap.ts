export const PRODUCTS_PER_PART = 1000

/** An address as text inside XML. */
export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Answers with an XML document that may be kept for an hour. */
export function xmlResponse(body: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}

/** A sitemap of pages. */
export function urlSet(addresses: string[]): Response {
  const lines = addresses.map((address) => `  <url><loc>${xmlText(address)}</loc></url>`)
  return xmlResponse(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>`,
  )
}
