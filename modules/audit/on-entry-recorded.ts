import type { Listener } from '@rampart/platform/events/listener.ts'
import { arrivalMac } from './chain/link-hash.ts'
import type { AuditDeps } from './deps.ts'
import { insertEntry, type NewEntry } from './store/entries.ts'
import { queueEntries } from './store/waiting.ts'

/** Keeps an entry that another module recorded, and lets it wait for its place in the chain. */
export const onEntryRecorded =
  ({ auditKeys }: AuditDeps): Listener<NewEntry> =>
  async (event, { once }) => {
    await once(async (tx) => {
      const kept = await insertEntry(tx, event.id, event.payload)
      if (kept !== null) await queueEntries(tx, [{ id: kept.id, mac: arrivalMac(auditKeys.arrival, kept) }])
    })
  }
