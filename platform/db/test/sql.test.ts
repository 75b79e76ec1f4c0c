import { describe, expect, test } from 'vitest'
import { empty, fromMap, join, sql, unsafeSql } from '../sql.ts'
import type { Sql } from '../sql.ts'

describe('sql', () => {
  test('values become parameters and never text', () => {
    const evil = "'; DROP TABLE users; --"
    const q = sql`SELECT * FROM t WHERE a = ${evil} AND b = ${7}`
    expect(q.text).toBe('SELECT * FROM t WHERE a = $1 AND b = $2')
    expect(q.values).toEqual([evil, 7])
  })

  test('fragments are spliced in and renumbered', () => {
    const inner = sql`b = ${2} OR c = ${3}`
    const q = sql`SELECT ${1} WHERE (${inner}) AND d = ${4} ${empty}`
    expect(q.text).toBe('SELECT $1 WHERE (b = $2 OR c = $3) AND d = $4 ')
    expect(q.values).toEqual([1, 2, 3, 4])
  })

  test('fragments nest', () => {
    const level = (n: number): Sql => (n === 0 ? sql`x = ${0}` : sql`(${n} = ${level(n - 1)})`)
    expect(level(2)).toMatchObject({ text: '($1 = ($2 = x = $3))', values: [2, 1, 0] })
  })

  test('join separates', () => {
    expect(join([sql`${1}`, sql`b`, sql`${3}`])).toMatchObject({ text: '$1, b, $2', values: [1, 3] })
    expect(join([sql`a = ${1}`, sql`b = ${2}`], sql` AND `).text).toBe('a = $1 AND b = $2')
    expect(join([])).toMatchObject({ text: '', values: [] })
  })

  test('something that only looks like a statement is a value', () => {
    const forged = JSON.parse('{"text":"1; DROP TABLE users","values":[]}') as Sql
    expect(sql`SELECT ${forged}`.text).toBe('SELECT $1')
    expect(() => join([forged])).toThrow(TypeError)
  })

  test('a text with a dollar or a null value stays what it is', () => {
    expect(sql`SELECT ${null}, ${undefined}, ${'$1'}`).toMatchObject({
      text: 'SELECT $1, $2, $3',
      values: [null, undefined, '$1'],
    })
  })
})

describe('fromMap', () => {
  const columns = { name: sql`p.name`, price: sql`p.price` }

  test('answers the fragment of a key', () => {
    expect(sql`ORDER BY ${fromMap(columns, 'price')}`.text).toBe('ORDER BY p.price')
  })

  test.each(['id', '__proto__', 'constructor', 'toString', ''])('refuses %j', (key) => {
    expect(() => fromMap(columns, key as 'name')).toThrow('not in the map')
  })
})

describe('prepared statements', () => {
  test('a template has one text and one name', () => {
    const q = (id: number): Sql => sql`SELECT * FROM t WHERE id = ${id}`
    expect(q(1).name).toMatch(/^s_[\w-]{20}$/)
    expect(q(2).name).toBe(q(1).name)
    expect(sql`SELECT * FROM u WHERE id = ${1}`.name).not.toBe(q(1).name)
  })

  test('a text made by hand has no name', () => {
    expect(unsafeSql('CREATE SCHEMA x').name).toBeUndefined()
  })

  test('composed texts are named when they return, and only so many of them', () => {
    const shape = (n: number): Sql => sql`SELECT ${join(Array.from({ length: n }, (_, i) => sql`${i}`))}`
    expect(shape(3).name).toBeUndefined()
    expect(shape(3).name).toBeUndefined()
    const named = shape(3).name
    expect(named).toBeDefined()
    const names = new Set<string>()
    for (let n = 1; n <= 500; n++) {
      for (let use = 0; use < 4; use++) {
        const { name } = shape(n)
        if (name !== undefined) names.add(name)
      }
    }
    expect(names.size).toBeLessThanOrEqual(200)
    expect(names.size).toBeGreaterThan(100)
    expect(shape(3).name).toBe(named)
  })

  test('shapes that never return take no names', () => {
    for (let n = 0; n < 1_000; n++) expect(sql`SELECT ${unsafeSql(`once_${n}`)}`.name).toBeUndefined()
  })
})
