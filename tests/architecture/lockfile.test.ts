import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { belowFloor, isAtLeast, type Floor, type Lockfile } from '@rampart/platform/dependencies/floor.ts'
import { expect, test } from 'vitest'
import { addressesIn } from './lockfile.ts'
import { root } from './planted-tree.ts'

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

const { _note, ...floors } = readJson('platform/dependencies/floor.json') as Record<string, Floor>

test.each([
  ['5.12.1', '5.12.1', true],
  ['5.12.0', '5.12.1', false],
  ['5.12.1-rc.1', '5.12.1', false],
  ['10.0.0', '5.12.1', true],
  ['7.24.0', '6.24.0 | 7.24.0 | 8.5.0', true],
  ['7.23.9', '6.24.0 | 7.24.0 | 8.5.0', false],
  ['8.4.0', '6.24.0 | 7.24.0 | 8.5.0', false],
  ['9.0.0', '6.24.0 | 7.24.0 | 8.5.0', true],
  ['5.9.9', '6.24.0 | 7.24.0 | 8.5.0', false],
  ['16.0.7', '15.5.7 | 16.0.7 (later advisories exist)', true],
])('%s against the floor %s: %s', (version, min, expected) => {
  expect(isAtLeast(version, min)).toBe(expected)
})

test('a package below the floor, banned, nested or renamed is found', () => {
  const lockfile: Lockfile = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/fastify': { version: '5.12.0' },
      'node_modules/sharp': { version: '0.35.3' },
      'node_modules/multer': { version: '9.0.0' },
      'node_modules/react-server-dom-webpack': { version: '19.9.0' },
      'node_modules/a/node_modules/undici': { version: '7.1.0' },
      'node_modules/mail': { name: 'nodemailer', version: '6.0.0' },
    },
  }
  expect(belowFloor(lockfile, floors).map((problem) => problem.split(' ').slice(0, 4).join(' '))).toEqual([
    'fastify 5.12.0 is below',
    'multer is banned: five',
    'react-server-dom-webpack is banned: not',
    'undici 7.1.0 is below',
    'nodemailer 6.0.0 is below',
  ])
})

test('a package that is tied to an address is found', () => {
  const lockfile: Lockfile = {
    packages: {
      'node_modules/a': { version: '1.0.0', resolved: 'https://registry.example/a.tgz' },
      'node_modules/b': { version: '1.0.0', resolved: 'git+ssh://git@example/b.git' },
      'node_modules/c': { resolved: 'modules/c', link: true },
    },
  }
  expect(addressesIn(lockfile)).toEqual(['node_modules/a', 'node_modules/b'])
})

test('no locked package is banned or below the floor', () => {
  expect(Object.keys(floors).length).toBeGreaterThan(15)
  expect(belowFloor(readJson('package-lock.json') as Lockfile, floors)).toEqual([])
})

test('the lockfile names no registry', () => {
  expect(addressesIn(readJson('package-lock.json') as Lockfile)).toEqual([])
})
