import { describe, expect, test } from 'vitest'
import { isKnown, isSameFile, readRange } from '../byte-range.ts'
import { contentDisposition } from '../content-disposition.ts'

describe('a range of a file of 1,000 bytes', () => {
  test.each<[string | undefined, [number, number] | 'unsatisfiable' | null]>([
    [undefined, null],
    ['bytes=0-499', [0, 499]],
    ['bytes=500-', [500, 999]],
    ['bytes=-200', [800, 999]],
    ['bytes=-2000', [0, 999]],
    ['bytes=0-0', [0, 0]],
    ['bytes=999-5000', [999, 999]],
    ['BYTES=1-2', [1, 2]],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=1000-1001', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['bytes=0-1,', null],
    ['bytes=a-b', null],
    ['bytes=0x10-', null],
    ['items=0-5', null],
    ['bytes=99999999999999999999-', null],
  ])('%s', (header, wanted) => {
    const expected = Array.isArray(wanted) ? { first: wanted[0], last: wanted[1] } : wanted
    expect(readRange(header, 1_000)).toEqual(expected)
  })
})

test('only the very same bytes go on where a part ended', () => {
  expect(isSameFile(undefined, '"a"')).toBe(true)
  expect(isSameFile('"a"', '"a"')).toBe(true)
  for (const other of ['"b"', 'W/"a"', 'Sat, 29 Oct 1994 19:43:31 GMT', '*', ''])
    expect(isSameFile(other, '"a"')).toBe(false)
})

test('what a browser has already is known by any of its tags', () => {
  for (const tags of ['"a"', 'W/"a"', '"b", "a"', '*']) expect(isKnown(tags, '"a"')).toBe(true)
  for (const tags of [undefined, '"b"', 'a']) expect(isKnown(tags, '"a"')).toBe(false)
})

test.each([
  ['plain.pdf', 'attachment; filename="plain.pdf"; filename*=UTF-8\'\'plain.pdf'],
  [
    'a"; filename="x.html',
    'attachment; filename="a__ filename__x.html"; filename*=UTF-8\'\'a%22%3B%20filename%3D%22x.html',
  ],
  ['Füße.png', 'attachment; filename="F__e.png"; filename*=UTF-8\'\'F%C3%BC%C3%9Fe.png'],
  [
    'a\r\nset-cookie: b',
    'attachment; filename="a__set-cookie_ b"; filename*=UTF-8\'\'a%0D%0Aset-cookie%3A%20b',
  ],
  ['..', 'attachment; filename="_"; filename*=UTF-8\'\'_'],
])('%j is kept as %s', (name, header) => {
  expect(contentDisposition(name)).toBe(header)
})
