const storageKey = 'rampart.keys'

/** Whether single keys do something on lists. On unless somebody has switched them off in this browser (WCAG 2.1.4). */
export function readRowKeys(): boolean {
  return localStorage.getItem(storageKey) !== 'off'
}

/** Switches single keys on or off, and remembers it in this browser. */
export function chooseRowKeys(on: boolean): void {
  if (on) localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, 'off')
}
