/** How many passkeys an account can have. */
export const MAX_PASSKEYS = 20

const known = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']

/** The ways to reach an authenticator that browsers understand, out of those that somebody named. */
export function knownTransports(named: readonly string[]): string[] {
  return known.filter((transport) => named.includes(transport))
}
