import { expect, it } from 'vitest'
import { dropForwardedPorts } from '../forwarded-for.ts'

it.each([
  ['203.0.113.9:4711', '203.0.113.9'],
  ['198.51.100.2, 203.0.113.9:4711', '198.51.100.2, 203.0.113.9'],
  ['[2001:db8::9]:4711', '2001:db8::9'],
  ['[2001:db8::9]', '2001:db8::9'],
  ['2001:db8::9', '2001:db8::9'],
  ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
  ['203.0.113.9', '203.0.113.9'],
  ['unknown, 203.0.113.9:x', 'unknown, 203.0.113.9:x'],
])('reads %s as %s', (written, read) => {
  const headers = { 'x-forwarded-for': written }
  dropForwardedPorts(headers)
  expect(headers['x-forwarded-for']).toBe(read)
})

it('adds no header where there is none', () => {
  const headers = {}
  dropForwardedPorts(headers)
  expect(headers).toEqual({})
})
