/**
 * A path of this shop that a visitor may be sent to, or `fallback` for anything else: `//host`, `/\host` and whole
 * addresses lead elsewhere.
 */
export function localPath(value: string | undefined, fallback: string): string {
  if (value === undefined || !/^\/(?![/\\])/.test(value)) return fallback
  // Browsers drop tabs and line breaks inside an address, so '/\t/host' would become '//host'.
  if (/[\u0000-\u001f\u007f\\]/.test(value)) return fallback
  const url = URL.parse(value, 'http://shop.invalid')
  if (url === null || url.origin !== 'http://shop.invalid') return fallback
  const path = url.pathname + url.search + url.hash
  // '/.//host' has become '//host' by now.
  return path.startsWith('//') ? fallback : path
}
