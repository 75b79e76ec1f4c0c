// A spreadsheet takes a cell that begins like this for a formula, and runs it.
const RISKY = /^'*[=+\-@\t\r]/

/**
 * A text that no spreadsheet takes for a formula: with an apostrophe before it. Unlike csv-stringify's
 * `escape_formulas` it can be undone, for what had one already gets another.
 */
export function safeCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** What `safeCell` was given. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** Several texts in one cell; the separator may stand in them. */
export function joinCell(texts: readonly string[], separator: '>' | '|'): string {
  return texts.map((text) => text.replace(/[\\>|]/g, '\\$&')).join(` ${separator} `)
}

/** The texts that `joinCell` was given. */
export function splitCell(cell: string, separator: '>' | '|'): string[] {
  const texts = ['']
  for (const [part] of cell.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (part === separator) texts.push('')
    else texts.push((texts.pop() ?? '') + (part.length > 1 ? part.slice(1) : part))
  }
  return texts.map((text) => text.trim()).filter(Boolean)
}
