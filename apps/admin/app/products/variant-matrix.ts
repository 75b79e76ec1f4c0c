import { newVariant, type Draft, type DraftOption, type DraftVariant } from './draft.ts'

/** The most variants that one product can have. */
export const MAX_VARIANTS = 250

type Matrix = Pick<Draft, 'options' | 'variants'>

/** Every way to take one value from each list; one empty way when there are no lists. */
export function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (ways, list) => ways.flatMap((way) => list.map((value) => [...way, value])),
    [[]],
  )
}

/** Options that have values. A choice holds one value for each of them; an option being written has no place in it yet. */
function live(options: readonly DraftOption[]): DraftOption[] {
  return options.filter(({ values }) => values.length > 0)
}

/** Where in a choice the value of an option stands, or would stand. */
function placeOf(options: readonly DraftOption[], key: string): number {
  return live(
    options.slice(
      0,
      options.findIndex((option) => option.key === key),
    ),
  ).length
}

function sameChoice(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}

/** The combinations that are not sold, in the order of the options. */
export function missingChoices({ options, variants }: Matrix): string[][] {
  return combinations(live(options).map(({ values }) => values)).filter(
    (choice) => !variants.some((variant) => sameChoice(variant.choice, choice)),
  )
}

/** In the order of the options, as people look for them. */
function sorted({ options, variants }: Matrix): DraftVariant[] {
  const rank = (variant: DraftVariant) =>
    live(options).map((option, index) => option.values.indexOf(variant.choice[index] ?? ''))
  return [...variants].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    const at = left.findIndex((value, index) => value !== right[index])
    return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
  })
}

/** Adds a value to an option, and with it every combination that it makes possible. */
export function addValue({ options, variants }: Matrix, key: string, value: string): Matrix {
  const at = placeOf(options, key)
  const option = options.find((entry) => entry.key === key)
  if (option === undefined || option.values.includes(value)) return { options, variants }
  const next = options.map((entry) =>
    entry === option ? { ...entry, values: [...entry.values, value] } : entry,
  )
  if (option.values.length === 0) {
    // The first value of an option that had none yet: what is sold has it from now on.
    const kept = variants.map((variant) => ({ ...variant, choice: variant.choice.toSpliced(at, 0, value) }))
    return { options: next, variants: kept }
  }
  return withChoices({ options: next, variants }, (choice) => choice[at] === value)
}

/** Takes a value away, and every variant that has it. With its last value an option leaves the choices too. */
export function removeValue({ options, variants }: Matrix, key: string, value: string): Matrix {
  const at = placeOf(options, key)
  const option = options.find((entry) => entry.key === key)
  if (option === undefined) return { options, variants }
  const values = option.values.filter((entry) => entry !== value)
  const next = options.map((entry) => (entry === option ? { ...entry, values } : entry))
  if (values.length === 0) return { options: next, variants: withoutPlace(variants, at) }
  return { options: next, variants: variants.filter((variant) => variant.choice[at] !== value) }
}

/** Takes an option away. Of variants that then look alike, the first stays. */
export function removeOption({ options, variants }: Matrix, key: string): Matrix {
  const option = options.find((entry) => entry.key === key)
  if (option === undefined) return { options, variants }
  const at = placeOf(options, key)
  return {
    options: options.filter((entry) => entry !== option),
    variants: option.values.length > 0 ? withoutPlace(variants, at) : variants,
  }
}

/** Adds the combinations that are missing and `wanted`, up to the most there can be. */
export function withChoices(matrix: Matrix, wanted: (choice: string[]) => boolean): Matrix {
  const like = matrix.variants[0]
  const added = missingChoices(matrix)
    .filter(wanted)
    .slice(0, Math.max(0, MAX_VARIANTS - matrix.variants.length))
    .map((choice) => newVariant(choice, like))
  const next = { options: matrix.options, variants: [...matrix.variants, ...added] }
  return { ...next, variants: sorted(next) }
}

function withoutPlace(variants: readonly DraftVariant[], at: number): DraftVariant[] {
  const kept: DraftVariant[] = []
  for (const variant of variants) {
    const choice = variant.choice.toSpliced(at, 1)
    if (!kept.some((other) => sameChoice(other.choice, choice))) kept.push({ ...variant, choice })
  }
  return kept
}
