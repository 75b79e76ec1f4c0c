/** Attribute values by number, each key with a text and a number once. */
export type ValueTable = {
  readonly keys: readonly string[]
  /** By the number of a value: the number of its key, its text, its number (NaN: none). */
  readonly keyOf: readonly number[]
  readonly texts: readonly string[]
  readonly numbers: readonly number[]
  /** The first value with the same key and text: a text is one value for shoppers, whether it is a number or not. */
  readonly same: readonly number[]
  readonly keyNumber: (key: string) => number | undefined
  readonly valuesOf: (key: number) => readonly number[]
  readonly put: (key: string, text: string, number: number | null) => number
}

export function valueTable(): ValueTable {
  const keys: string[] = []
  const keyNumbers = new Map<string, number>()
  const byText: Map<string, number>[] = []
  const variants = new Map<string, number>()
  const ofKey: number[][] = []
  const [keyOf, texts, numbers, same]: [number[], string[], number[], number[]] = [[], [], [], []]

  function putKey(key: string): number {
    const known = keyNumbers.get(key)
    if (known !== undefined) return known
    keyNumbers.set(key, keys.length)
    byText.push(new Map())
    ofKey.push([])
    return keys.push(key) - 1
  }

  function add(key: number, text: string, number: number, first: number | undefined): number {
    const value = texts.push(text) - 1
    keyOf.push(key)
    numbers.push(number)
    same.push(first ?? value)
    ofKey[key]?.push(value)
    return value
  }

  function put(key: string, text: string, number: number | null): number {
    const place = putKey(key)
    const own = byText[place] ?? new Map<string, number>()
    const wanted = number ?? Number.NaN
    const first = own.get(text)
    if (first === undefined) {
      const value = add(place, text, wanted, undefined)
      own.set(text, value)
      return value
    }
    if (Object.is(numbers[first], wanted)) return first
    const name = `${String(place)} ${String(number)} ${text}`
    const known = variants.get(name) ?? add(place, text, wanted, first)
    variants.set(name, known)
    return known
  }

  return {
    ...{ keys, keyOf, texts, numbers, same, put },
    keyNumber: (key) => keyNumbers.get(key),
    valuesOf: (key) => ofKey[key] ?? [],
  }
}
