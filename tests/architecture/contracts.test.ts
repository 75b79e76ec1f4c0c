import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { modules } from '../../apps/server/modules.ts'
import { type Contract, defineContract } from '../../platform/contract/define-contract.ts'
import { dispatcher } from '../../platform/contract/dispatcher.ts'
import { routeTable } from '../../platform/http/route-table.ts'
import { assertAcyclic } from '../../platform/module/assemble.ts'
import { compareSnapshots } from '../../tools/contracts/compare.ts'
import { errorListMarkdown } from '../../tools/contracts/error-list.ts'
import { errorListFile, snapshotFile } from '../../tools/contracts/files.ts'
import { type Snapshot, snapshotOf } from '../../tools/contracts/snapshot.ts'

const contracts = modules.map((module) => module.contract)

const harmless = {
  kind: 'query',
  summary: 'Nothing.',
  access: { modules: ['elsewhere'] },
  input: z.strictObject({}),
  output: z.null(),
} as const

describe('every operation declares who may call it', () => {
  it('holds for every contract', () => {
    for (const contract of contracts) {
      for (const [name, { access }] of Object.entries(contract.operations)) {
        const callers = [...(access.allow ?? []), ...(access.modules ?? [])]
        expect(callers, `${contract.name}.${name}`).not.toHaveLength(0)
      }
    }
  })

  it('catches an operation without access when it is defined, and again when it is put to work', () => {
    const { access: _left, ...open } = harmless
    const planted = { name: 'planted', operations: { doAnything: open } } as unknown as Contract
    expect(() => defineContract(planted)).toThrow('planted.doAnything declares no access.')
    expect(() => dispatcher(planted, { doAnything: () => Promise.resolve(null) })).toThrow(
      'declares no access',
    )
  })

  it('catches a path that nobody may call, a caller without a path, and staff without permission', () => {
    const define = (operation: object) => () =>
      defineContract({
        name: 'planted',
        operations: { act: { ...harmless, ...operation } },
      })
    expect(define({ http: { method: 'GET', path: '/x' } })).toThrow('allows nobody outside')
    expect(define({ access: { allow: ['customer'] } })).toThrow('has no path')
    expect(define({ access: { allow: ['staff'] }, http: { method: 'GET', path: '/x' } })).toThrow(
      'names no permission',
    )
    expect(define({ access: {} })).toThrow('allows nobody to call it')
    const command = { kind: 'command', access: { allow: ['guest'] }, http: { method: 'GET', path: '/x' } }
    expect(define(command)).toThrow('changes state by GET')
    expect(define({ errors: { OTHER_CODE: { status: 409, message: '' } } })).toThrow(
      'must begin with PLANTED_',
    )
  })
})

describe('calls between modules', () => {
  it('run in no circle', () => {
    expect(() => assertAcyclic(modules)).not.toThrow()
  })

  it('catch a planted circle', () => {
    const at = (name: string): Contract => ({ name, operations: {} })
    const circle = [
      { contract: at('a'), calls: { b: at('b') } },
      { contract: at('b'), calls: { a: at('a') } },
    ]
    expect(() => assertAcyclic(circle)).toThrow('a → b → a')
  })

  it('go to operations that let the caller in: a called contract names its caller at least once', () => {
    for (const { contract, calls } of modules) {
      for (const called of Object.values(calls)) {
        const open = Object.values(called.operations).filter((operation) =>
          operation.access.modules?.includes(contract.name),
        )
        expect(open, `${contract.name} → ${called.name}`).not.toHaveLength(0)
      }
    }
  })

  it('let nobody in who does not call: a named module has the contract among its calls', () => {
    const callersOf = new Map(
      contracts.map((contract) => [contract.name, new Set<string>(['server', 'cli'])]),
    )
    for (const { contract, calls } of modules) {
      for (const called of Object.values(calls)) callersOf.get(called.name)?.add(contract.name)
    }
    for (const contract of contracts) {
      for (const [name, { access }] of Object.entries(contract.operations)) {
        for (const caller of access.modules ?? []) {
          expect(callersOf.get(contract.name), `${contract.name}.${name} lets ${caller} in`).toContain(caller)
        }
      }
    }
  })
})

describe('what the contracts promise', () => {
  it('is what the snapshot says; run `npm run contracts` to see which change breaks whom', async () => {
    const before = JSON.parse(await readFile(snapshotFile, 'utf8')) as Snapshot
    expect(compareSnapshots(before, snapshotOf(contracts))).toEqual([])
  })

  it('tells an additive change from a breaking one', () => {
    const of = (operation: object) =>
      snapshotOf([{ name: 'planted', operations: { act: { ...harmless, ...operation } } }])
    const levels = (before: object, after: object) =>
      compareSnapshots(of(before), of(after)).map((change) => change.level)
    const text = z.string()
    expect(levels({}, { input: z.strictObject({ a: text.optional() }) })).toEqual(['additive'])
    expect(levels({}, { input: z.strictObject({ a: text }) })).toEqual(['breaking'])
    expect(levels({ input: z.strictObject({ a: text.optional() }) }, {})).toEqual(['breaking'])
    const one = { output: z.strictObject({ a: text }) }
    const two = { output: z.strictObject({ a: text, b: text }) }
    expect(levels(one, two)).toEqual(['additive'])
    expect(levels(two, one)).toEqual(['breaking'])
    expect(levels({}, { access: { modules: ['elsewhere', 'further'] } })).toEqual(['additive'])
    expect(levels({ access: { modules: ['elsewhere', 'further'] } }, {})).toEqual(['breaking'])
    expect(levels({}, { idempotency: 'required' })).toEqual(['breaking'])
    const list = (item: z.ZodType) => ({ output: z.strictObject({ items: z.array(item) }) })
    expect(levels(list(one.output), list(two.output))).toEqual(['additive'])
    expect(levels(list(two.output), list(one.output))).toEqual(['breaking'])
    expect(levels(list(one.output.nullable()), list(two.output.nullable()))).toEqual(['additive'])
    expect(levels(list(text), list(z.int()))).toEqual(['breaking'])
    expect(levels({ output: text }, { output: text.nullable() })).toEqual(['breaking'])
    const [few, many] = [z.enum(['a']), z.enum(['a', 'b'])]
    const asked = (word: z.ZodType) => ({ input: z.strictObject({ word }) })
    expect(levels(asked(few), asked(many))).toEqual(['additive'])
    expect(levels(asked(many), asked(few))).toEqual(['breaking'])
    expect(levels({ output: few }, { output: many })).toEqual(['breaking'])
    expect(levels({ output: many }, { output: few })).toEqual(['additive'])
  })

  it('has every error code in the documentation', async () => {
    expect(await readFile(errorListFile, 'utf8')).toBe(errorListMarkdown(contracts))
  })

  it('answers each place of the API once', () => {
    expect(() => routeTable(contracts)).not.toThrow()
    const twice: Contract = {
      name: 'planted',
      operations: {
        one: { ...harmless, access: { allow: ['guest'] }, http: { method: 'GET', path: '/x/:id' } },
        other: { ...harmless, access: { allow: ['guest'] }, http: { method: 'GET', path: '/x/:other_id' } },
      },
    }
    expect(() => routeTable([twice])).toThrow('both answer GET /x/:')
  })
})
