const markup: unique symbol = Symbol('markup')

/** Markup made by `html`. Nothing else can be put into a template unescaped. */
export type Html = { readonly [markup]: string }

type Value = string | number | Html | readonly Html[] | null

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Markup from a template: every text in it is escaped. Attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = strings[0] ?? ''
  values.forEach((value, index) => {
    text += render(value) + (strings[index + 1] ?? '')
  })
  return { [markup]: text }
}

/** The text of finished markup. */
export function markupOf(value: Html): string {
  return value[markup]
}

function render(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
  if (typeof value === 'number') return String(value)
  if (isList(value)) return value.map(markupOf).join('')
  return markupOf(value)
}

function isList(value: Html | readonly Html[]): value is readonly Html[] {
  return Array.isArray(value)
}
