const CURSOR = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text is the id of an entry, which is what cursors are. */
export function isCursor(text: string): boolean {
  return CURSOR.test(text)
}
