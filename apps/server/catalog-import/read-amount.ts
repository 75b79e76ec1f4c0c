/** An amount as a spreadsheet may have written it: with a comma before one or two decimals. */
export function readAmount(text: string): string {
  return /^\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text
}
