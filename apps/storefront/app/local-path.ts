/**
 * A path of this shop that a visitor may be sent to, or `fallback` for anything else.
 * `//host`, `/\host` and whole addresses lead elsewhere and are refused.
 */
export function localPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return fallback
  // Browsers drop tabs and line breaks inside an address, so '/\t/host' would become '//host'.
  if (/[\u0000-\u001f\u007f\\]/.test(value)) return fallback
  const url = new URL(value, 'http://shop.invalid')
  const path = url.pathname + url.search + url.hash
  // '/.//host' has become '//host' by now.
  return url.origin === 'http://shop.invalid' && !path.startsWith('//') ? path : fallback
}
