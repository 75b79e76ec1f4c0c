/** What conditions look at. */
export type Reads = {
  /** Attributes of `context`; null when it is used as a whole. */
  readonly context: ReadonlySet<string> | null
  /** Whether `action` itself is looked at, for which its groups have to be told. */
  readonly action: boolean
}

/** What the conditions of a policy look at, so that nothing else has to be told to the engine. */
export function readsOf(conditions: unknown): Reads {
  const names = new Set<string>()
  const found = { whole: false, action: false }
  walk(conditions, names, found)
  return { context: found.whole ? null : names, action: found.action }
}

/** All of them together. */
export function joinReads(all: readonly Reads[]): Reads {
  const names = new Set<string>()
  for (const { context } of all) {
    if (context === null) return { context: null, action: true }
    for (const name of context) names.add(name)
  }
  return { context: names, action: all.some(({ action }) => action) }
}

function walk(node: unknown, names: Set<string>, found: { whole: boolean; action: boolean }): void {
  if (typeof node !== 'object' || node === null) return
  const attribute = attributeOfContext(node)
  if (attribute !== null) {
    names.add(attribute)
    return
  }
  const variable = (node as { Var?: unknown }).Var
  if (variable === 'context') found.whole = true
  if (variable === 'action') found.action = true
  for (const child of Object.values(node)) walk(child, names, found)
}

/** `name` of `context.name` and `context has name`. A longer path, and anything else, is walked through. */
function attributeOfContext(node: object): string | null {
  const access = (node as Record<string, unknown>)['.'] ?? (node as Record<string, unknown>)['has']
  if (typeof access !== 'object' || access === null) return null
  const { left, attr } = access as { left?: { Var?: unknown }; attr?: unknown }
  return left?.Var === 'context' && typeof attr === 'string' ? attr : null
}
