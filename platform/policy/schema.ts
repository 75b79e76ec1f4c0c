import type { ActionType, EntityType, SchemaJson, TypeOfAttribute } from '@cedar-policy/cedar-wasm/nodejs'
import type { PolicyAction } from './actions.ts'
import { attributes, PRINCIPAL_TYPES } from './facts.ts'

/** What policies are validated against: every operation, who may call it, and what is known about a call. */
export function schemaOf(actions: ReadonlyMap<string, PolicyAction>): SchemaJson<string> {
  const groups = new Set([...actions.values()].flatMap((action) => action.groups))
  const known: Record<string, ActionType<string>> = {}
  for (const group of groups) known[group] = {}
  for (const { name, groups: own, principals } of actions.values()) {
    known[name] = {
      memberOf: own.map((id) => ({ id })),
      appliesTo: {
        principalTypes: [...principals],
        resourceTypes: ['Resource'],
        context: { type: 'Context' },
      },
    }
  }
  const types: Record<string, EntityType<string>> = {}
  for (const name of [...PRINCIPAL_TYPES, 'Resource']) types[name] = {}
  return {
    '': {
      commonTypes: { Context: { type: 'Record', attributes: contextAttributes() } },
      entityTypes: types,
      actions: known,
    },
  }
}

/** The part of the schema that people read: kinds of caller, and what `context` holds. The operations are listed apart. */
export function schemaText(): string {
  const lines = Object.entries(attributes).map(([name, { type, required, meaning }]) => {
    const shown = { Boolean: 'Bool', Long: 'Long', String: 'String', Texts: 'Set<String>', ipaddr: 'ipaddr' }
    return `  // ${meaning}\n  ${name}${required ? '' : '?'}: ${shown[type]},`
  })
  return [
    `entity ${PRINCIPAL_TYPES.join(', ')};`,
    '// "order/<id>" where a call is about one thing, otherwise the name of the contract.',
    'entity Resource;',
    'type Context = {',
    ...lines,
    '};',
    '// action "orders.cancelOrder" in ["orders", "orders:cancel", "changing"] appliesTo { … };',
    '',
  ].join('\n')
}

function contextAttributes(): Record<string, TypeOfAttribute<string>> {
  const shapes = {
    Boolean: { type: 'Boolean' },
    Long: { type: 'Long' },
    String: { type: 'String' },
    Texts: { type: 'Set', element: { type: 'String' } },
    ipaddr: { type: 'Extension', name: 'ipaddr' },
  } as const
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { type, required }]) => [name, { ...shapes[type], required }]),
  )
}
