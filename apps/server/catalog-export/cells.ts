const MONTHS =
  'jan(uary|uar)?|feb(ruary|ruar)?|mar(ch)?|mär(z)?|apr(il)?|may|mai|june?|juni|july?|juli|aug(ust)?|sep(t|tember)?|oct(ober)?|okt(ober)?|nov(ember)?|dec(ember)?|dez(ember)?'

// A spreadsheet takes a cell that begins like this for a formula, and runs it.
const FORMULA = /^[=+\-@\t\r]/
// And these for numbers, times, dates and truths, which it writes back in its own way: 00123 as 123, 1-2 as a date.
const NUMBER = /^[\s\d.,:;/%$€£¥₹()eE+-]*\d[\s\d.,:;/%$€£¥₹()eE+-]*([ap]\.?m?\.?)?$/i
const DATE = new RegExp(`^[\\d\\s.,/-]*(${MONTHS})\\.?[\\d\\s.,/-]*$`, 'i')
const TRUTH = /^(true|false|wahr|falsch)$/i

// No number and no date is longer, and the patterns take time that grows with the square of the length.
const MAX_RISKY = 60

function isRisky(text: string): boolean {
  const bare = text.replace(/^'+/, '')
  if (FORMULA.test(bare)) return true
  if (bare.length > MAX_RISKY) return false
  if (NUMBER.test(bare) || TRUTH.test(bare)) return true
  return /\d/.test(bare) && DATE.test(bare)
}

/**
 * A text that a spreadsheet leaves as it is, and never runs: where it would not, with an apostrophe before it. Unlike
 * csv-stringify's `escape_formulas` it can be undone, for what had one already gets another.
 */
export function safeCell(text: string): string {
  return isRisky(text) ? `'${text}` : text
}

/** What `safeCell` or `numberCell` was given. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && isRisky(cell.slice(1)) ? cell.slice(1) : cell
}

/** A number as a cell that can be reckoned with; one of more digits than a spreadsheet writes back stands there as text. */
export function numberCell(value: number): string {
  const text = String(value)
  return /^\d+(\.\d+)?$/.test(text) && text.length <= 10 ? text : `'${text}`
}

/** The number that a cell holds, also with a comma before its decimals; null when it holds none. */
export function readNumberCell(cell: string): number | null {
  const text = /^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell
  const value = text === '' ? NaN : Number(text)
  return Number.isFinite(value) ? value : null
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
