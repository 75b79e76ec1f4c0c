import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { after, linkLifetime } from '../domain/lifetimes.ts'
import { insertToken, type LinkPurpose } from '../store/one-time-tokens.ts'

/** A one-time token for a link in a mail. */
export async function issueLink(
  tx: Tx,
  link: { readonly account_id: string; readonly purpose: LinkPurpose; readonly reference: string | null },
  now: Date,
): Promise<string> {
  const token = randomToken()
  const expires_at = after(now, linkLifetime(link.purpose))
  await insertToken(tx, { hash: hashToken(token), ...link, expires_at }, now)
  return token
}
