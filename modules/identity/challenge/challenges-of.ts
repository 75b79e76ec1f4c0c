import type { Deps } from '@rampart/platform/module/define-module.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { challenges, type Challenges } from './challenges.ts'
import { proofOfWork } from './proof-of-work.ts'
import { recaptcha } from './recaptcha.ts'

/** The challenges of this shop, by its settings. */
export function challengesOf({ db, log, keys, settings }: Deps<Identity>): Challenges {
  const keysOfGoogle = settings.recaptcha
  return challenges({
    db,
    log,
    proofOfWork: proofOfWork(keys),
    recaptcha:
      keysOfGoogle === null
        ? null
        : recaptcha({
            siteKey: keysOfGoogle.site_key,
            secret: keysOfGoogle.secret,
            hostname: new URL(settings.public_url).hostname,
          }),
  })
}
