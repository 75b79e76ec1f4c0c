import { createHash } from 'node:crypto'
import type { Access } from '@rampart/contracts/access.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { canonicalJson } from '@rampart/platform/crypto/canonical-json.ts'
import { countDecisions } from '../store/decisions.ts'
import type { PoliciesDeps } from './policies-deps.ts'

/** Keeps what was decided. Of equal decisions in one batch, and in the table, the times are added up. */
export const recordDecisions =
  (deps: PoliciesDeps): Handler<Access, 'recordDecisions'> =>
  async ({ items }) => {
    const counted = new Map<string, (typeof items)[number] & { readonly digest: Buffer }>()
    for (const item of items) {
      const digest = createHash('sha256')
        .update(canonicalJson([item.request, item.verdict]))
        .digest()
      const key = digest.toString('hex')
      const times = item.times + (counted.get(key)?.times ?? 0)
      counted.set(key, { ...item, digest, times })
    }
    // In one order everywhere, so that two processes never wait for each other's rows.
    const rows = [...counted].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row)
    await countDecisions(deps.db, rows)
    return null
  }
