/** The nonce of this page's content security policy, for styles that a component adds; undefined before there is a page. */
export function pageNonce(): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? undefined
}
