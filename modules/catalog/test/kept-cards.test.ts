import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { expect, test } from 'vitest'
import { keptCards } from '../kept-cards.ts'

/** A database with cards, which counts what it is asked for and answers when it is told to. */
function shelf(cards: { id: string; name: string }[]) {
  let asked = 0
  let answer: Promise<void> = Promise.resolve()
  const db = {
    many: async () => {
      asked += 1
      const found = cards.map((card) => ({ card: { ...card } }))
      await answer
      return found
    },
  }
  return {
    cards: keptCards(db as unknown as Queryable),
    asked: () => asked,
    hold: () => {
      let go = (): void => undefined
      answer = new Promise((resolve) => (go = resolve))
      return go
    },
  }
}

const at = (ms: number) => new Date(1_780_000_000_000 + ms)

test('cards are read once a second, in the order and as often as asked for, what is not sold not at all', async () => {
  const [mug, pot, gone] = [
    { id: newId(), name: 'Mug' },
    { id: newId(), name: 'Pot' },
    { id: newId(), name: '' },
  ]
  const { cards, asked } = shelf([mug, pot])
  const names = async (ids: string[], now: Date) =>
    (await cards(ids, now)).map((card) => (card as unknown as { name: string }).name)
  expect(await names([pot.id, gone.id, mug.id, pot.id], at(0))).toEqual(['Pot', 'Mug'])
  expect(await names([mug.id, gone.id], at(999))).toEqual(['Mug'])
  expect(asked()).toBe(1)
  expect(await names([mug.id], at(1_000))).toEqual(['Mug'])
  expect(asked()).toBe(2)
})

test('what is written is seen at once, also by who reads behind somebody who began before', async () => {
  const mug = { id: newId(), name: 'Mug' }
  const { cards, hold } = shelf([mug])
  const go = hold()
  const before = cards([mug.id], at(0))
  mug.name = 'Cup'
  cards.forget()
  go()
  expect(await before).toMatchObject([{ name: 'Mug' }])
  expect(await cards([mug.id], at(1))).toMatchObject([{ name: 'Cup' }])
  mug.name = 'Beaker'
  expect(await cards([mug.id], at(2))).toMatchObject([{ name: 'Cup' }])
  cards.forget()
  expect(await cards([mug.id], at(3))).toMatchObject([{ name: 'Beaker' }])
})
