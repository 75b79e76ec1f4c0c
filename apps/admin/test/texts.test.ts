import { describe, expect, it } from 'vitest'
import { de } from '../app/i18n/de.ts'
import { en } from '../app/i18n/en.ts'

function flat(texts: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + name, value]] : [...flat(value as object, `${prefix}${name}.`)],
    ),
  )
}

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

describe('the languages', () => {
  const [english, german] = [flat(en), flat(de)]

  it('have the same keys, none of them empty', () => {
    expect([...german.keys()]).toEqual([...english.keys()])
    for (const text of [...english.values(), ...german.values()]) expect(text.trim()).not.toBe('')
  })

  it('take the same values into their sentences', () => {
    for (const [key, text] of english)
      expect(placeholders(german.get(key) ?? ''), key).toEqual(placeholders(text))
  })
})
