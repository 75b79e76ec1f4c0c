import type { Identifier } from '../domain/identifier.ts'

/** What wrong passwords of a network are counted by. */
export function loginNetworkName(network: string): string {
  return `login-network:${network}`
}

/** What sign-ups and mails asked for by a network are counted by. */
export function signUpNetworkName(network: string): string {
  return `sign-up:${network}`
}

/** What steps of recoveries of a network are counted by. */
export function recoveryNetworkName(network: string): string {
  return `recovery:${network}`
}

/** What wrong passwords are counted by that came with this address or username, known or not. */
export function typedName({ kind, value }: Identifier): string {
  return `login:${kind}:${value}`
}

/** What wrong passwords of an account are counted by, however it was named. */
export function accountName(accountId: string): string {
  return `login:account:${accountId}`
}

/** What wrong passwords from a browser are counted by that signed in to this account before. */
export function knownDeviceName(accountId: string, deviceHash: Buffer): string {
  return `login-device:${accountId}:${deviceHash.toString('hex')}`
}
