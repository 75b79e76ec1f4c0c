import { isDisposableEmailDomain } from 'disposable-email-domains-js'

/** Whether an address is at a domain, or below one, that is known to give addresses to throw away. */
export function isThrowAway(email: string): boolean {
  const labels = email.slice(email.lastIndexOf('@') + 1).split('.')
  return labels.slice(0, -1).some((_label, at) => isDisposableEmailDomain(labels.slice(at).join('.')))
}
