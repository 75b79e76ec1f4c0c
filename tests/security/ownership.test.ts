import { isDeepStrictEqual } from 'node:util'
import { routeTable } from '@rampart/platform/http/route-table.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../apps/server/modules.ts'
import { accessMatrix, type Caller } from '../support/access-matrix.ts'
import { type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'
import { type Case, casesOf, DONE, isExempt, LIST, nameOf, ownedBy } from '../support/matrix.ts'
import { type MatrixScene, setMatrixScene } from '../support/matrix-scene.ts'
import { ownershipMatrix } from '../support/ownership-matrix.ts'
import { type Belonging, things } from '../support/ownership/things.ts'
import { askFor, usedUpBy } from '../support/requests-with-ids.ts'
import { allTables, storedState } from '../support/stored-state.ts'

// Generated: each operation that takes an id or lists things, by each caller, for what is theirs, what each other kind of
// owner has and what nobody has. Seen to fail with the owner taken out of findOrder, of the address's UPDATE, of the
// cart's DELETE, of lockProducts and of isSaleOf.

let shop: InProcessShop
let scene: MatrixScene
let tables: string[]
beforeAll(async () => {
  shop = await openInProcessShop()
  scene = await setMatrixScene(shop)
  tables = await allTables(shop.db)
}, 120_000)
afterAll(() => shop.close())

const tries = routeTable(modules.map((module) => module.contract)).flatMap((route) =>
  ownedBy(route).flatMap((field) => {
    const row = ownershipMatrix[nameOf(route)]?.[field]
    if (row === undefined || isExempt(row)) return []
    const cases = casesOf(row, accessMatrix[nameOf(route)] ?? [])
    return [{ name: `${route.method} ${route.path}: ${field}`, route, field, row, cases }]
  }),
)

const titleOf = ({ caller, relation }: Case): string => `${caller} → ${relation}`

const reaches =
  ({ others }: Belonging) =>
  ({ wanted }: Case): boolean =>
    wanted === DONE || wanted === others

function note(wrong: string[], each: Case, heard: string): void {
  if (heard !== each.wanted) wrong.push(`${titleOf(each)}: ${heard} instead of ${each.wanted}`)
}

/** An answer without what is new each time. */
const said = ({ status, body }: Sent): object => ({ status, ...body, request_id: '', instance: '' })

describe.each(tries)('$name', ({ route, field, row, cases }) => {
  const send = async ({ caller, relation }: Case): Promise<{ sent: Sent; id: string }> => {
    const id = await scene.idOf(row.thing, relation, caller)
    return { sent: await askFor(scene, scene.actors.get(caller)!, route, field, id), id }
  }
  const [done, refused] = [cases.filter(reaches(row)), cases.filter((each) => !reaches(row)(each))]

  if (field === LIST) {
    test('holds what is one’s own, and what is everybody’s for who may see it', async () => {
      const wrong: string[] = []
      for (const each of cases.filter(({ relation }) => relation !== 'nobody')) {
        const { sent, id } = await send(each)
        note(wrong, each, sent.status >= 400 ? String(sent.status) : sent.text.includes(id) ? DONE : '404')
      }
      expect(wrong).toEqual([])
    })
    return
  }

  test('what is not theirs is as if it had never been, and stays as it is', async () => {
    for (const { relation, caller } of cases) await scene.idOf(row.thing, relation, caller)
    const wrong: string[] = []
    const heard = new Map<string, object>()
    const written = route.operation.kind === 'query' ? [] : tables
    const before = await storedState(shop.db, written)
    for (const each of refused) {
      const { sent } = await send(each)
      const detail = each.wanted.includes(' ') ? ` ${String(sent.body['code'])}` : ''
      note(wrong, each, `${String(sent.status)}${detail}`)
      // One's own may be refused in other words: the caller knows that it is there.
      if (each.relation === 'own') continue
      const first = heard.get(each.caller) ?? said(sent)
      heard.set(each.caller, first)
      if (!isDeepStrictEqual(said(sent), first)) wrong.push(`${titleOf(each)}: another answer than before`)
    }
    if (accessMatrix[nameOf(route)]?.includes('guest') === true && !row.all.includes('guest')) {
      const having: readonly Caller[] = things[row.thing]
      for (const relation of (['guest', 'customer'] as const).filter((each) => having.includes(each))) {
        const id = await scene.idOf(row.thing, relation, 'guest')
        const nobody = { ...scene.actors.get('guest')!, cartToken: undefined }
        const { status } = await askFor(scene, nobody, route, field, id)
        note(wrong, { caller: 'guest', relation, wanted: row.missing ?? '404' }, String(status))
      }
    }
    expect(wrong).toEqual([])
    expect(await storedState(shop.db, written)).toEqual(before)
  })

  test(`what is theirs, or open to them, they reach`, async () => {
    const wrong: string[] = []
    for (const each of done) {
      const { sent } = await send(each)
      note(wrong, each, sent.status < 400 ? DONE : `${String(sent.status)} ${String(sent.body['code'])}`)
      if (sent.status < 400) scene.forget(...usedUpBy(route, field))
    }
    expect(wrong).toEqual([])
  })
})
