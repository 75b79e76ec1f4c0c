import { Buffer } from 'node:buffer'
import { catalogModule } from '@rampart/catalog'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { InputOf, OperationName, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Settings } from '@rampart/platform/config/settings.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { silentLog } from '@rampart/platform/log/create-log.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { runTransfers } from '../run-transfers.ts'

export const staff: StaffPrincipal = {
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'owner',
  permissions: ['*:*'],
}

export const sellerOf = (id: string): StaffPrincipal => ({
  ...staff,
  id,
  role: 'seller',
  permissions: ['catalog:own'],
})

export const pictureIds = [newId(), newId()] as const

/** A catalogue with transfers, carried out when it is told to. */
export async function openScene(settings: Partial<Settings> = {}) {
  const pictures = pictureIds.map((id) => ({
    ...{ id, alt: 'As stored', width: 800, height: 400, widths: [320, 800] },
    ...{ url: `/api/v1/media/${id}/800`, created_at: '2026-01-01T00:00:00.000Z' },
  }))
  const clock = { now: () => new Date() }
  const shop = await testModule(catalogModule, {
    settings,
    clock: () => clock.now(),
    stubs: {
      inventory: { importLevels: async () => null },
      media: {
        describePictures: async ({
          picture_ids,
          uploaded_by,
        }: {
          picture_ids: string[]
          uploaded_by?: string
        }) => ({
          pictures: uploaded_by === undefined ? pictures.filter(({ id }) => picture_ids.includes(id)) : [],
        }),
      },
      identity: {
        findSellers: async ({ account_ids }: { account_ids?: string[] }) => ({
          sellers: (account_ids ?? []).map((id) => ({ id, name: `Seller ${id.slice(-4)}` })),
        }),
      },
    },
  })
  const as =
    (principal: StaffPrincipal) =>
    <K extends OperationName<Catalog>>(
      operation: K,
      input: InputOf<Catalog, K>,
    ): Promise<OutputOf<Catalog, K>> =>
      shop.call(operation, input, { principal })
  const jobWith = (options: { maxRecords?: number } = {}) =>
    runTransfers({
      ...options,
      link: shop.link,
      log: silentLog,
      currency: shop.settings.shop_currency,
      currencies: shop.settings.shop_currencies,
      pauseMs: 1,
    })
  const workWith = (options: Parameters<typeof jobWith>[0]) =>
    jobWith(options)({}, { call: backgroundContext(newId()), now: () => clock.now(), attempt: 1 })
  const work = () => workWith({})

  /** Uploads a file in parts. */
  async function upload(name: string, content: string | Buffer, who = staff, partBytes = 1_000_000) {
    const bytes = Buffer.from(content as string)
    let transfer = await as(who)('createImport', { file_name: name, size: bytes.length })
    for (let from = 0; from < bytes.length; from += partBytes) {
      const part = new Uint8Array(bytes.subarray(from, from + partBytes))
      const file = { filename: name, bytes: part }
      transfer = await as(who)('addImportPart', { transfer_id: transfer.id, from, file })
    }
    return transfer
  }

  return {
    ...shop,
    as,
    asStaff: as(staff),
    clock,
    work,
    workWith,
    upload,
    /** Uploads a file and has it looked through. */
    async check(name: string, content: string | Buffer, who = staff) {
      const { id } = await upload(name, content, who)
      await work()
      return as(who)('getTransfer', { transfer_id: id })
    },
    /** The same, and writes it. */
    async bringIn(name: string, content: string | Buffer, who = staff) {
      const { id } = await upload(name, content, who)
      await work()
      await as(who)('runImport', { transfer_id: id })
      await work()
      return as(who)('getTransfer', { transfer_id: id })
    },
    rows: async (id: string, outcome?: 'created' | 'updated' | 'unchanged' | 'refused', who = staff) =>
      (await as(who)('listTransferRows', { transfer_id: id, page_size: 100, ...(outcome && { outcome }) }))
        .items,
    /** The whole file of an export. */
    async takeOut(
      format: 'csv' | 'jsonl',
      filter: InputOf<Catalog, 'createExport'>['filter'] = {},
      who = staff,
    ) {
      const { id } = await as(who)('createExport', { format, filter })
      await work()
      const first = await as(who)('downloadExport', { transfer_id: id })
      const parts = [first.bytes]
      for (let { next } = first; next !== null;) {
        const part: OutputOf<Catalog, 'readExportFile'> = await shop.call('readExportFile', next, {
          principal: who,
          caller: 'server',
        })
        parts.push(part.bytes)
        next = part.next
      }
      return { id, name: first.attachment, text: Buffer.concat(parts).toString('utf8') }
    },
    /** Everything that products are made of, as it lies there. */
    stored: () =>
      shop.db.many(sql`
        SELECT to_jsonb(p) AS product, (
          SELECT jsonb_agg(to_jsonb(v) || jsonb_build_object('prices', (
            SELECT jsonb_agg(to_jsonb(o) ORDER BY o.currency) FROM catalog.variant_prices AS o WHERE o.variant_id = v.id
          )) ORDER BY v.position, v.id) FROM catalog.variants AS v WHERE v.product_id = p.id
        ) AS variants
        FROM catalog.products AS p ORDER BY p.id`),
  }
}

export type Scene = Awaited<ReturnType<typeof openScene>>
