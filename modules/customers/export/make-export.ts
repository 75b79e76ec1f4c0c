import { z } from 'zod'
import { Id } from '@rampart/platform/contract/fields.ts'
import type { JobContext, JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { CustomersDeps } from '../deps.ts'
import { readMe } from '../domain/read-me.ts'
import { exportExpiry } from '../domain/retention.ts'
import { failExport, findQueuedExport, storeArchive } from '../store/exports.ts'
import { buildArchive } from './build-archive.ts'
import { collectData } from './collect-data.ts'
import { sealArchive } from './sealed-archive.ts'

/** The job that makes an archive. */
export const EXPORT_JOB = 'make-export'

/** How often that is tried; with the queue's growing waits, about an hour. */
export const EXPORT_TRIES = 8

const Payload = z.strictObject({ export_id: Id })

/** Makes an export and says so. It is stored whole or not at all, so a job that died is simply run again. */
export const makeExport =
  (deps: CustomersDeps): JobHandler =>
  async (payload, context) => {
    const { export_id } = Payload.parse(payload)
    const queued = await findQueuedExport(deps.db, export_id)
    if (queued === null) return
    try {
      await makeFor(deps, export_id, queued.account_id, context)
    } catch (error) {
      if (context.attempt >= EXPORT_TRIES) await failExport(deps.db, export_id)
      throw error
    }
  }

async function makeFor(
  deps: CustomersDeps,
  export_id: string,
  account_id: string,
  { call, now }: JobContext,
): Promise<void> {
  const { contacts } = await deps.clients.identity.getContacts(call, { account_ids: [account_id] })
  const [contact] = contacts
  if (contact === undefined) return failExport(deps.db, export_id)
  const made = now()
  const { email } = contact
  const { sections, files } = await collectData(deps, call, { account_id, email, before: made.toISOString() })
  const parts = [
    ...sections.map(({ name, data }) => fileOf(`${name}.json`, JSON.stringify(data ?? null, null, 2))),
    ...files,
  ]
  const names = parts.map(({ name }) => name)
  const text = readMe({ shop: deps.settings.shop_name, email, made, files: names })
  const archive = await buildArchive([fileOf('README.txt', text), ...parts], made)
  const sealed = sealArchive(deps.keys, { export_id, account_id }, archive)
  await deps.db.tx(async (tx) => {
    const kept = { archive: sealed, size: archive.length, expires: exportExpiry(made) }
    if (!(await storeArchive(tx, export_id, kept, made))) return
    await deps.outbox.add(tx, 'customers.export-ready.v1', { account_id, export_id })
    await deps.audit.record(tx, call, {
      action: 'customers.export_ready',
      subject_type: 'account',
      subject_id: account_id,
      after: { export_id, size: archive.length },
    })
  })
}

function fileOf(name: string, text: string) {
  return { name, bytes: Buffer.from(text) }
}
