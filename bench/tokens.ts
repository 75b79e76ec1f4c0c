import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { hash, verify } from '@node-rs/argon2'
import { identity } from '../contracts/identity.ts'
import { backgroundContext } from '../platform/contract/call-context.ts'
import { client } from '../platform/contract/client.ts'
import { newId } from '../platform/crypto/ids.ts'
import { call } from '../tests/support/api.ts'
import { openBeside } from '../tests/support/shelf.ts'
import { newPassword, type ShopServer } from '../tests/support/shop-server.ts'
import { load, median } from './load.ts'

const measureReading = fileURLToPath(new URL('../modules/identity/test/measure-tokens.ts', import.meta.url))

/** Milliseconds each. */
export type TokenResult = {
  /** The bare signature check. */
  readonly floor: number
  /** Reading a token that a process sees for the first time, and one it has seen. */
  readonly first: number
  readonly again: number
  /** The whole way from token to principal, with the session in the cache. */
  readonly authenticate: number
  /** A sign-in over HTTP on a device that the account knows, on one that it does not, and the Argon2id hash alone. */
  readonly login: number
  readonly strange: number
  readonly hash: number
}

export type CallerResult = {
  readonly name: string
  /** Listings per second. */
  readonly perSecond: number
  readonly failures: number
}

type Customer = {
  readonly email: string
  readonly password: string
  readonly token: string
  readonly cookie: string
  /** The secret of the device that it signs in on. */
  readonly device: string
}

/** Tokens and sign-ins, beside the cryptography in them. */
export async function measureTokens(server: ShopServer, logins: number): Promise<TokenResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [measureReading])
  const reading = JSON.parse(stdout) as Pick<TokenResult, 'floor' | 'first' | 'again'>
  const customer = await newCustomer(server)
  return {
    ...reading,
    authenticate: await timeAuthenticate(server, customer),
    ...(await timeLogin(server, customer, logins)),
  }
}

/** The listing for nobody in particular, for a program and for a browser that are signed in, in turn. */
export async function measureCallers(
  server: ShopServer,
  paths: readonly string[],
  options: { rounds: number; seconds: number },
): Promise<CallerResult[]> {
  const { token, cookie } = await newCustomer(server)
  const callers: { name: string; headers: Record<string, string> }[] = [
    { name: 'listing, anonymous', headers: {} },
    { name: 'listing, bearer', headers: { authorization: `Bearer ${token}` } },
    { name: 'listing, cookie', headers: { cookie, 'sec-fetch-site': 'same-origin' } },
  ]
  for (const { headers } of callers) await load(server.url, paths, Math.min(3, options.seconds), 32, headers)
  const runs = new Map<string, { perSecond: number; failures: number }[]>(
    callers.map(({ name }) => [name, []]),
  )
  for (let round = 0; round < options.rounds; round += 1) {
    for (const { name, headers } of callers) {
      runs.get(name)?.push(await load(server.url, paths, options.seconds, 32, headers))
    }
  }
  return [...runs].map(([name, own]) => ({
    name,
    perSecond: median(own.map(({ perSecond }) => perSecond)),
    failures: own.reduce((sum, { failures }) => sum + failures, 0),
  }))
}

async function newCustomer(server: ShopServer): Promise<Customer> {
  const credentials = { email: `${randomUUID()}@example.com`, password: newPassword() }
  const beside = await openBeside(server.dataDir)
  try {
    const accounts = client(identity, beside.assembly.linkTo('identity'), 'cli')
    const account = { ...credentials, full_name: 'Ada', role: 'customer' as const }
    await accounts.createAccount(backgroundContext(newId()), account)
  } finally {
    await beside.close()
  }
  const program = await call(server.url, 'POST', '/auth/login', credentials)
  const browser = await call(server.url, 'POST', '/auth/session', credentials)
  const cookies = browser.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const cookie = cookies.find((pair) => /^(?:__Host-)?rampart_shop=/.test(pair)) ?? ''
  const { access_token } = program.body as unknown as { access_token: string }
  const device = program.headers.get('x-device-token') ?? ''
  return { ...credentials, token: access_token, cookie, device }
}

async function timeAuthenticate(server: ShopServer, { token }: Customer): Promise<number> {
  const beside = await openBeside(server.dataDir, `http://localhost:${String(server.port)}`)
  try {
    const accounts = client(identity, beside.assembly.linkTo('identity'), 'server')
    const times: number[] = []
    for (let round = 0; round < 6; round += 1) {
      const begin = performance.now()
      for (let n = 0; n < 5_000; n += 1) {
        const found = await accounts.authenticate(backgroundContext('bench'), {
          scheme: 'bearer',
          secret: token,
          audience: 'any',
        })
        if (found === null) throw new Error('A token of ours was not taken.')
      }
      // The first round warms up.
      if (round > 0) times.push((performance.now() - begin) / 5_000)
    }
    return median(times)
  } finally {
    await beside.close()
  }
}

async function timeLogin(
  server: ShopServer,
  { email, password, device }: Customer,
  logins: number,
): Promise<{ login: number; strange: number; hash: number }> {
  const secret = Buffer.alloc(32, 1)
  const stored = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1, secret })
  const [known, strange, bare]: [number[], number[], number[]] = [[], [], []]
  const signIn = async (headers: Record<string, string>): Promise<number> => {
    const sent = performance.now()
    const { status } = await call(server.url, 'POST', '/auth/login', { email, password }, { headers })
    if (status !== 200) throw new Error(`A sign-in answered ${String(status)}.`)
    return performance.now() - sent
  }
  for (let n = 0; n < logins; n += 1) {
    const begin = performance.now()
    await verify(stored, password, { secret })
    bare.push(performance.now() - begin)
    known.push(await signIn({ 'x-device-token': device }))
  }
  // Each of these is written about by mail, which is made beside the ones after it.
  for (let n = 0; n < logins; n += 1) strange.push(await signIn({}))
  return { login: median(known), strange: median(strange), hash: median(bare) }
}
