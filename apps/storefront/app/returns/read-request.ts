export const reasons = [
  'does_not_fit',
  'not_as_described',
  'damaged',
  'wrong_article',
  'too_late',
  'changed_mind',
  'other',
] as const

export type WantedLine = { line_id: string; quantity: number; reason: (typeof reasons)[number] }

/** The lines of a filled form of which pieces go back. */
export function wantedLines(form: FormData): WantedLine[] {
  const lines: WantedLine[] = []
  for (const [name, value] of form) {
    if (!name.startsWith('quantity_')) continue
    const line_id = name.slice('quantity_'.length)
    const quantity = Number(value)
    if (!Number.isInteger(quantity) || quantity < 1) continue
    const given = form.get(`reason_${line_id}`)
    lines.push({ line_id, quantity, reason: reasons.find((reason) => reason === given) ?? 'other' })
  }
  return lines
}
