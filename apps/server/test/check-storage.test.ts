import { expect, test } from 'vitest'
import { media } from '@rampart/contracts/media.ts'
import type { Call } from '@rampart/platform/contract/dispatcher.ts'
import { silentLog } from '@rampart/platform/log/create-log.ts'
import { assertStorage, lookAtStorage } from '../boot/check-storage.ts'
import { StartError } from '../boot/start-error.ts'
import type { Runtime } from '../boot/runtime.ts'

/** A shop whose media module says this of the place of its files, and what it logs. */
function shopWith(kind: 'folder' | 's3', problem: { kind: string; code: string } | null) {
  const said: string[] = []
  const place = kind === 's3' ? 's3.example/shop/' : '/data'
  const linkTo = (name: string) => (call: Call) => {
    expect([name, call.operation]).toEqual([media.name, 'checkStorage'])
    return Promise.resolve({ kind, place, problem })
  }
  const log = {
    ...silentLog,
    info: (text: string) => void said.push(`info ${text}`),
    warn: (text: string) => void said.push(`warn ${text}`),
  }
  return { runtime: { assembly: { linkTo }, log } as unknown as Pick<Runtime, 'assembly' | 'log'>, said }
}

test.each(['folder', 's3'] as const)('a shop says where its files are kept: %s', async (kind) => {
  const { runtime, said } = shopWith(kind, null)
  await assertStorage(runtime)
  expect(said).toEqual([expect.stringMatching(/^info Files are kept in .*(\/data|s3\.example\/shop\/)/)])
})

test('it starts while its bucket is away, and says so', async () => {
  const { runtime, said } = shopWith('s3', { kind: 'unreachable', code: 'ECONNREFUSED' })
  await assertStorage(runtime)
  expect(said).toEqual([expect.stringMatching(/^warn .*ECONNREFUSED\. Uploads are refused/)])
})

test.each([
  ['s3', 'refused', /AccessDenied.*ListBucket/],
  ['folder', 'refused', /AccessDenied.*DATA_DIR/],
  ['s3', 'exposed', /Everybody can read/],
] as const)('it does not start where files in a %s are %s', async (kind, problem, sentence) => {
  const { runtime, said } = shopWith(kind, { kind: problem, code: 'AccessDenied' })
  const error: unknown = await assertStorage(runtime).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StartError)
  expect((error as StartError).message).toMatch(sentence)
  expect(said).toEqual([])
  expect(await lookAtStorage(runtime, 'cli')).toMatchObject({ level: 'bad' })
})
