import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { newNonce, pagePolicy } from '@rampart/platform/http/security-headers.ts'
import type { Runtime } from '../boot/runtime.ts'
import { authenticatorPage } from './authenticator-page.ts'
import { ACCOUNTS_FILE, type DemoAccount } from './seed-accounts.ts'

const PERIOD_SECONDS = 30

/**
 * `GET /demo/authenticator`: plays the phone of the demo's staff, so that looking around needs none. It hands out second
 * factors to whoever asks; that is why only the demo's own program mounts it.
 */
export function mountAuthenticator(app: FastifyInstance, { config }: Runtime): void {
  app.get('/demo/authenticator', async (_request, reply) => {
    const file = await readFile(join(config.data_dir, ACCOUNTS_FILE), 'utf8')
    const now = Date.now()
    const codes = (JSON.parse(file) as DemoAccount[]).flatMap(({ email, totp_secret: secret }) =>
      secret === undefined ? [] : [{ email, code: codeOf(secret, now) }],
    )
    const secondsLeft = PERIOD_SECONDS - (Math.floor(now / 1_000) % PERIOD_SECONDS)
    const nonce = newNonce()
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .type('text/html; charset=utf-8')
      .send(authenticatorPage({ shop: config.shop_name, codes, secondsLeft, period: PERIOD_SECONDS, nonce }))
  })
}

function codeOf(secret: string, timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_SECONDS }).generate({ timestamp })
}
