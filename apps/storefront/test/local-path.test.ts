import { describe, expect, it } from 'vitest'
import { localPath } from '../app/local-path.ts'

describe('localPath', () => {
  it.each(['/account', '/orders/1?token=a%26b#items', '/p/a-b', '/search?q=//not-a-host'])(
    'lets %j pass',
    (path) => {
      expect(localPath(path)).toBe(path)
    },
  )

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    ' /account',
    'javascript:alert(1)',
    'account',
    '',
    null,
    undefined,
    7,
  ])('refuses %j', (value) => {
    expect(localPath(value, '/account')).toBe('/account')
  })
})
