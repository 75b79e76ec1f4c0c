import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineContract, type Operation } from '../../contract/define-contract.ts'
import { openApi } from '../openapi.ts'
import { routeTable } from '../route-table.ts'

const operation = (path: `/${string}`, access: Operation['access'], kind: Operation['kind'] = 'query') => ({
  kind,
  summary: 'Something.',
  http: { method: kind === 'query' ? 'GET' : 'POST', path } as const,
  access,
  input: z.strictObject({}),
  output: z.null(),
})
const staff = { allow: ['staff'], permission: 'toys:read' } as const

const toys = defineContract({
  name: 'toys',
  operations: {
    look: operation('/look', staff),
    lookAtOwn: operation('/own', { ...staff, own: 'toys:own' }),
    prove: operation('/prove', { ...staff, fresh: true }, 'command'),
    paint: operation('/paint', staff, 'command'),
    shut: operation('/shut', { allow: ['staff'], permission: 'secrets:read' }),
    buy: operation('/buy', { allow: ['customer'] }, 'command'),
    knock: operation('/knock', { allow: ['anyone'], permission: 'toys:knock' }, 'command'),
  },
})

type Documented = { security?: object[]; parameters?: { name: string; in: string }[]; 'x-own'?: string }
type Document = {
  paths: Record<string, Record<string, Documented>>
  components: { securitySchemes: Record<string, object> }
}

const info = { title: 'Toys', version: '1.0.0', description: '' }
const document = openApi(routeTable([toys]), '/api', info, { closedToKeys: ['secrets'] }) as Document
const documented = (path: string): Documented => Object.values(document.paths[`/api/${path}`] ?? {})[0] ?? {}

test('API keys are named where they count: not where a fresh proof is asked for, nor what they never act on', () => {
  expect(document.components.securitySchemes).toHaveProperty('api_key')
  const named = (path: string) => documented(path).security?.flatMap(Object.keys)
  expect(named('look')).toEqual(['bearer', 'staff_session', 'api_key'])
  expect(named('own')).toEqual(['bearer', 'staff_session', 'api_key'])
  expect(named('paint')).toEqual(['bearer', 'staff_session', 'api_key'])
  for (const path of ['prove', 'shut']) expect(named(path), path).toEqual(['bearer', 'staff_session'])
  expect(named('buy')).toEqual(['bearer', 'session'])
  expect(named('knock')).toBeUndefined()
})

test('commands that two people can do together take X-Approval-Id', () => {
  const takes = (path: string) =>
    documented(path).parameters?.some(({ name, in: place }) => name === 'X-Approval-Id' && place === 'header')
  for (const path of ['prove', 'paint', 'knock']) expect(takes(path), path).toBe(true)
  for (const path of ['look', 'shut', 'buy']) expect(takes(path) === true, path).toBe(false)
})

test('what opens an operation for one’s own things is named', () => {
  expect(documented('own')['x-own']).toBe('toys:own')
  expect(documented('look')).not.toHaveProperty('x-own')
})
