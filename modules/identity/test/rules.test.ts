import { describe, expect, test } from 'vitest'
import { Role } from '@rampart/contracts/identity.ts'
import { isCommonPassword } from '../common-passwords.ts'
import { identifierOf } from '../domain/identifier.ts'
import { networkOf } from '../domain/network-of.ts'
import { repetitionUnits } from '../domain/password-shape.ts'
import { audienceOf, heightOf, standsAbove } from '../domain/roles.ts'

test('customers sign in at the shop, everybody else in the back office', () => {
  for (const role of Role.options) expect(audienceOf(role)).toBe(role === 'customer' ? 'shop' : 'staff')
})

test('somebody stands as high as the highest of their roles, and acts on whoever stands lower', () => {
  expect(heightOf({ role: 'staff', extra_priority: 0 })).toBe(40)
  expect(heightOf({ role: 'staff', extra_priority: 70 })).toBe(70)
  expect(heightOf({ role: 'manager', extra_priority: 50 })).toBe(60)
  expect(standsAbove({ priority: 60 }, 60)).toBe(false)
  expect(standsAbove({ priority: 61 }, 60)).toBe(true)
  expect(standsAbove({ priority: 100 }, 100)).toBe(true)
  expect(standsAbove({}, 0)).toBe(false)
})

describe('networks', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s belongs to %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })
})

describe('what is typed in', () => {
  test.each([
    [{ email: ' Ada@Example.COM ' }, { kind: 'email', value: 'ada@example.com' }],
    [{ username: 'Ada@Example.com' }, { kind: 'email', value: 'ada@example.com' }],
    [{ username: 'Ada' }, { kind: 'username', value: 'ada' }],
    [{}, { kind: 'username', value: '' }],
  ])('%o is looked up as %o', (given, identifier) => {
    expect(identifierOf(given)).toEqual(identifier)
  })
})

describe('common passwords', () => {
  test('the first, the last and the odd ones of the list are found', async () => {
    for (const password of [
      '123456',
      'password',
      'ZZZZZZ',
      'Mailcreated5240',
      'polniypizdec0211',
      'dragondragondragon',
    ]) {
      expect(await isCommonPassword(password, []), password).toBe(true)
    }
  })

  test('others are not', async () => {
    for (const password of [
      'correct horse battery staple',
      '123456\n123457',
      'passwordx passwordx',
      'ünïcödé passphrase',
    ]) {
      expect(await isCommonPassword(password, ['ada@example.com']), password).toBe(false)
    }
  })

  test('looking up the longest password is cheap', async () => {
    await isCommonPassword('warm up the list', [])
    const start = performance.now()
    for (let round = 0; round < 1_000; round++) await isCommonPassword('ab'.repeat(128), [])
    expect((performance.now() - start) / 1_000).toBeLessThan(1)
  })

  test('repetitions are taken apart', () => {
    expect(repetitionUnits('abcabc')).toEqual(['abc', 'abcabc'])
    expect(repetitionUnits('abcab')).toEqual(['abcab'])
  })
})
