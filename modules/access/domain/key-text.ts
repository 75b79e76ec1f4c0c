const KEY = /^rk_[A-Za-z0-9_-]{43}$/
const SHOWN = 9

/** What every key begins with, so that it is told from other secrets, by programs that look for leaks too. */
export const KEY_PREFIX = 'rk_'

/** Whether a text could be a key at all. */
export function isKeyText(text: string): boolean {
  return KEY.test(text)
}

/** The beginning of a key, by which people tell it from others. 36 bits of it are known then, and 220 are not. */
export function shownPart(key: string): string {
  return key.slice(0, SHOWN)
}
