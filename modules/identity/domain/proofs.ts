/** What was proven, one by one: `password+totp` is a password and a code; who vouched from outside is left out. */
export function factorsOf(method: string): string[] {
  return method.split('+').map((proof) => (proof.startsWith('external:') ? 'external' : proof))
}
