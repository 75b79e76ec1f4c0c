import { describe, expect, it } from 'vitest'
import { listAddress } from '../app/catalog/list-address.ts'
import { readListQuery } from '../app/catalog/list-query.ts'

const read = (query: string) => readListQuery(new URLSearchParams(query))

describe('the question in a list’s address', () => {
  it('is the plain list when fields are empty, as a form without script sends them', () => {
    expect(read('q=&price_min=&price_max=&sort=&from.weight=&to.weight=')).toEqual({ page: 1, page_size: 24 })
  })

  it('joins the two ends of a range into one filter', () => {
    expect(read('from.weight=100&to.weight=').filter).toEqual(['weight:100..'])
    expect(read('from.weight=1,5&to.weight=3').filter).toEqual(['weight:1.5..3'])
  })

  it('asks for stars only as far as there are stars', () => {
    expect(read('rating_min=4&sort=-rating')).toMatchObject({ rating_min: 4, sort: '-rating' })
    for (const none of ['', '0', '6', '3.5', 'x'])
      expect(read(`rating_min=${none}`)).not.toHaveProperty('rating_min')
  })

  it('keeps repeated brands and filters', () => {
    expect(read('brand=A&brand=B&filter=colour:Red&filter=fit:Slim')).toMatchObject({
      brand: ['A', 'B'],
      filter: ['colour:Red', 'fit:Slim'],
    })
  })

  it.each(['page=0', 'page=-1', 'page=x', 'page=1e9', 'sort=drop', 'price_min=abc', 'in_stock=maybe'])(
    'leaves out what makes no sense: %s',
    (query) => {
      expect(read(query)).toEqual({ page: 1, page_size: 24 })
    },
  )
})

describe('the address of a narrowed list', () => {
  it('takes one of several values away and goes back to the first page', () => {
    const params = new URLSearchParams('brand=A&brand=B&page=3')
    expect(listAddress('/c/x', params, { remove: [['brand', 'A']] })).toBe('/c/x?brand=B')
  })

  it('is the bare path when nothing is left', () => {
    expect(listAddress('/c/x', new URLSearchParams('brand=A'), { remove: [['brand']] })).toBe('/c/x')
  })
})
