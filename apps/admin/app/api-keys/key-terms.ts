import { holds } from '../session/use-me.ts'

/** How long a key may work, in days. */
export const lifetimes = [7, 30, 90, 180, 365] as const

/** How long the key before works beside its successor, in hours. */
export const overlaps = [0, 1, 24, 72, 168] as const

const never = new Set(['*', 'access', 'identity', 'oauth'])

/** Whether a key may have a permission: never one about accounts and access, and none that its owner lacks. */
export function forKeys(held: readonly string[], permission: string): boolean {
  return !never.has(permission.split(':')[0] ?? '') && holds(held, permission)
}

/** Networks as they are typed, one a line; a single address is a network of one. */
export function readNetworks(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .filter((line) => line !== '')
    .map((line) => (line.includes('/') ? line : `${line}/${line.includes(':') ? '128' : '32'}`))
}
