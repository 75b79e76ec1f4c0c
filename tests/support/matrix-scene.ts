import { randomUUID } from 'node:crypto'
import { type Caller, everyCaller } from './access-matrix.ts'
import { GIVEN_ROLE, make, roleFields, type Scene } from './belongings.ts'
import type { InProcessShop } from './in-process-shop.ts'
import type { Relation } from './matrix.ts'
import type { Thing } from './ownership/things.ts'
import { ask, type Person } from './people.ts'
import { type Article, putOnSale } from './scenery.ts'
import { comeToRest, openStall } from './stalls.ts'

/** Two of everybody: one who calls, and one whose things are somebody else's. */
export type MatrixScene = Scene & {
  readonly actors: ReadonlyMap<Caller, Person>
  readonly others: ReadonlyMap<Caller, Person>
  /** A category that nobody asks for. */
  readonly shelf: string
  /** The thing of a relation's owner, made when it is first asked for. */
  idOf(thing: Thing, relation: Relation, caller: Caller): Promise<string>
  /** Things like these are made anew from now on. */
  forget(...used: readonly Thing[]): void
}

/** Sets the scene of the matrix. What goes on beside requests has come to rest when this answers. */
export async function setMatrixScene(shop: InProcessShop): Promise<MatrixScene> {
  const article = await putOnSale(shop)
  const [actors, others] = [await oneOfEach(shop, article), await oneOfEach(shop, article)]
  const owner = others.get('super_admin')!
  const scene: Scene = { shop, article, owner, stalls: new Map() }
  // What policies forbid, and that a second person agrees, is tried in tests of their own.
  await switchPoliciesOff(scene)
  for (const people of [actors, others]) {
    for (const caller of ['seller', 'manager'] as const) {
      const person = people.get(caller)!
      scene.stalls.set(person, await openStall(shop, person, `Ware of a ${caller}`))
    }
  }
  await ask(shop, owner, 'POST', '/rbac/roles', { name: GIVEN_ROLE, ...roleFields })
  const shelf = await make.category(scene, owner)
  const made = new Map<Thing, Map<Person, string>>([['archive', await archivesOf(scene, actors, others)]])
  await shop.startWork()
  await comeToRest(shop, scene.stalls.size)
  await shop.stopWork()
  return {
    ...scene,
    actors,
    others,
    shelf,
    idOf: async (thing, relation, caller) => {
      if (relation === 'nobody') return randomUUID()
      const person =
        relation === 'own' ? actors.get(caller)! : relation === 'the shop' ? owner : others.get(relation)!
      const those = made.get(thing) ?? new Map<Person, string>()
      made.set(thing, those)
      const id = those.get(person) ?? (await make[thing](scene, person))
      those.set(person, id)
      return id
    },
    forget: (...used) => {
      for (const thing of used) made.delete(thing)
    },
  }
}

async function oneOfEach(shop: InProcessShop, { variant_id }: Article): Promise<Map<Caller, Person>> {
  const people = new Map<Caller, Person>()
  for (const caller of everyCaller) {
    const account = caller === 'guest' ? undefined : await shop.account(caller)
    const item = { body: { variant_id, quantity: 1 } }
    const cart = account === undefined ? await shop.send('POST', '/cart/items', item) : undefined
    const cartToken = cart === undefined ? undefined : String(cart.headers['x-cart-token'])
    people.set(caller, { caller, account, cartToken })
  }
  return people
}

async function switchPoliciesOff(scene: Scene): Promise<void> {
  type Policy = { id: string; name: string; version: number; text: string }
  const { items } = await ask<{ items: Policy[] }>(scene.shop, scene.owner, 'GET', '/rbac/policies')
  for (const { id, name, version, text } of items) {
    const body = { name, text, version, enabled: false }
    await ask(scene.shop, scene.owner, 'PUT', `/rbac/policies/${id}`, body)
  }
}

/** Archives are made beside requests. */
async function archivesOf(
  scene: Scene,
  ...sides: readonly ReadonlyMap<Caller, Person>[]
): Promise<Map<Person, string>> {
  const archives = new Map<Person, string>()
  for (const side of sides) {
    const customer = side.get('customer')!
    archives.set(customer, await make.archive(scene, customer))
  }
  return archives
}
