import type { Handler } from '@rampart/platform/contract/handler.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { showAvatar } from './show-avatar.ts'

const NOT_A_PICTURE: readonly string[] = ['MEDIA_NOT_A_PICTURE', 'MEDIA_TOO_MANY_PIXELS']

/** Shows a picture beside the name of whoever is signed in. Whether it is one, media decides from its bytes. */
export const setAvatar =
  (deps: IdentityDeps): Handler<Identity, 'setAvatar'> =>
  async ({ file }, context) => {
    const { id } = signedIn(context)
    try {
      const picture = await deps.clients.media.storeAvatar(context, { account_id: id, bytes: file.bytes })
      return await showAvatar(deps, id, picture.id, context)
    } catch (error) {
      if (!(error instanceof AppError) || !NOT_A_PICTURE.includes(error.code)) throw error
      throw context.fail('IDENTITY_NOT_A_PICTURE')
    }
  }
