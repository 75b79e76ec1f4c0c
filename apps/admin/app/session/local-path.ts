/**
 * A path of the back office that someone may be sent to after signing in, or `/` for anything else.
 * `//host` and `/\host` lead elsewhere and are refused.
 */
export function localPath(value: string | null): string {
  if (value === null || !/^\/(?![/\\])/.test(value)) return '/'
  // Browsers drop tabs and line breaks inside an address, so '/\t/host' would become '//host'.
  if (/[\u0000-\u001f\u007f\\]/.test(value)) return '/'
  return /^\/(?:sign-in|setup|enrol)/.test(value) ? '/' : value
}
