import { POLICIES_CHANNEL } from '@rampart/contracts/access/policies.ts'
import type { Settings } from '@rampart/platform/config/settings.ts'
import type { Link } from '@rampart/platform/contract/link.ts'
import type { Db } from '@rampart/platform/db/db.ts'
import { createAuditTrail } from '@rampart/platform/events/create-audit-trail.ts'
import type { Subscriptions } from '@rampart/platform/events/subscriptions.ts'
import type { Log } from '@rampart/platform/log/log.ts'
import type { Module } from '@rampart/platform/module/define-module.ts'
import { type ShopGuard, shopGuard } from './shop-guard.ts'

type Parts = {
  readonly modules: readonly Module[]
  readonly db: Db
  readonly registry: Subscriptions
  readonly settings: Settings
  readonly log: Log
  /** Used with the first call, when the modules are there. */
  readonly linkTo: (contract: string) => Link
}

/** The guard of this process. Does nothing until it is asked about a call. */
export function openGuard({ modules, db, registry, settings, log, linkTo }: Parts): ShopGuard {
  const clock = (): Date => new Date()
  const audit = createAuditTrail(registry, clock)
  return shopGuard({
    contracts: modules.map(({ contract }) => contract),
    currency: settings.shop_currency,
    log: log.child({ module: 'guard' }),
    clock,
    linkTo,
    hear: (changed) => db.listen(POLICIES_CHANNEL, changed, changed),
    noteWaiver: (context, operation) =>
      db.tx((tx) =>
        audit.record(tx, context, {
          action: 'authz_approval_waived',
          subject_type: 'operation',
          subject_id: operation,
          after: { reason: 'Nobody else could have agreed.' },
        }),
      ),
  })
}
