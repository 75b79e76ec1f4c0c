/** A header that makes a browser keep a file under this name, in ASCII for the old and in UTF-8 for all others. */
export function contentDisposition(name: string): string {
  // Files that begin with a dot are hidden, and two dots lead elsewhere.
  const shown = name.toWellFormed().replace(/^[. ]+/, '_')
  const plain = shown.replaceAll(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(shown).replaceAll(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
