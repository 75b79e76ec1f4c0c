/** The one-time token in a fragment such as `#token=…`; null when there is none. A fragment reaches no server log. */
export function setupToken(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token')
}
