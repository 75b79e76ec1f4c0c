import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { IdentityDeps } from '../deps.ts'
import { writeAvatar } from '../store/profiles.ts'
import { meView } from './account-view.ts'

/** Shows this picture, or none, beside a name, and throws the others of the account away. */
export async function showAvatar(
  deps: IdentityDeps,
  accountId: string,
  avatarId: string | null,
  context: HandlerContext,
) {
  const account = await deps.db.tx(async (tx) => {
    const written = await writeAvatar(tx, accountId, avatarId, context.now())
    if (written === null) throw context.fail('UNAUTHENTICATED')
    await deps.audit.record(tx, context, {
      action: 'user_updated',
      subject_type: 'account',
      subject_id: accountId,
      after: { avatar_id: avatarId },
    })
    return written
  })
  await deps.clients.media.discardAvatars(context, { account_id: accountId, keep: avatarId })
  return meView(account, context.principal)
}
