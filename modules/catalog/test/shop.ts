import type { Settings } from '@rampart/platform/config/settings.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { InputOf, OperationName, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { catalogModule } from '../module.ts'

type Level = { variant_id: string; on_hand: number }

export const staff: StaffPrincipal = {
  kind: 'staff',
  id: '0198a000-0000-7000-8000-000000000001',
  session_id: '0198a000-0000-7000-8000-000000000002',
  role: 'owner',
  permissions: ['*:*'],
}

export const pictureId = '0198a000-0000-7000-8000-0000000000aa'

const storedPicture = {
  id: pictureId,
  alt: 'A mug on a table',
  width: 2000,
  height: 1000,
  widths: [320, 640, 1280],
  url: `/api/v1/media/${pictureId}/1280`,
  created_at: '2026-01-01T00:00:00.000Z',
}

/** Two people who sell, and what they call themselves. */
export const sellers = [
  { id: '0198a000-0000-7000-8000-00000000ab01', name: 'Ana Pots' },
  { id: '0198a000-0000-7000-8000-00000000ab02', name: 'Bo Rugs' },
] as const

/** A principal who may reach only what is their own. */
export const asSeller = (seller: { readonly id: string }): StaffPrincipal => ({
  ...staff,
  id: seller.id,
  role: 'seller',
  permissions: ['catalog:own', 'inventory:own'],
})

/** Pictures of the two sellers; `pictureId` is the shop's. */
export const sellerPictures = [
  '0198a000-0000-7000-8000-0000000000b1',
  '0198a000-0000-7000-8000-0000000000b2',
] as const
const uploaders = new Map<string, string>([
  [pictureId, staff.id],
  ...sellerPictures.map((id, index) => [id, sellers[index]?.id ?? ''] as const),
])
const pictures = [...uploaders.keys()].map((id) => ({ ...storedPicture, id }))

type PicturesAsked = { picture_ids: string[]; uploaded_by?: string }

/** A catalogue with a database of its own, and a stock and a picture store that remember what they were asked. */
export async function openShop(options: { clock?: () => Date; settings?: Partial<Settings> } = {}) {
  const stock = new Map<string, number>()
  const told: Level[][] = []
  const trouble = { down: false }
  const shop = await testModule(catalogModule, {
    ...options,
    stubs: {
      identity: {
        findSellers: async ({ account_ids }: { account_ids?: string[] }) => ({
          sellers: sellers.filter(({ id }) => account_ids?.includes(id) ?? true),
        }),
      },
      media: {
        describePictures: async ({ picture_ids, uploaded_by }: PicturesAsked) => ({
          pictures: pictures.filter(
            ({ id }) =>
              picture_ids.includes(id) && (uploaded_by === undefined || uploaders.get(id) === uploaded_by),
          ),
        }),
      },
      inventory: {
        importLevels: async ({ levels, only_new }: { levels: Level[]; only_new: boolean }) => {
          if (trouble.down) throw new Error('The stock is down.')
          told.push(levels)
          for (const { variant_id, on_hand } of levels) {
            if (!only_new || !stock.has(variant_id)) stock.set(variant_id, on_hand)
          }
          return null
        },
      },
    },
  })
  type Input<K extends OperationName<Catalog>> = InputOf<Catalog, K>
  type Output<K extends OperationName<Catalog>> = OutputOf<Catalog, K>
  return {
    ...shop,
    stock,
    told,
    trouble,
    asGuest: <K extends OperationName<Catalog>>(operation: K, input: Input<K>): Promise<Output<K>> =>
      shop.call(operation, input),
    asStaff: <K extends OperationName<Catalog>>(operation: K, input: Input<K>): Promise<Output<K>> =>
      shop.call(operation, input, { principal: staff }),
    asSeller: <K extends OperationName<Catalog>>(
      seller: { readonly id: string },
      operation: K,
      input: Input<K>,
    ): Promise<Output<K>> => shop.call(operation, input, { principal: asSeller(seller) }),
    asModule: <K extends OperationName<Catalog>>(
      caller: string,
      operation: K,
      input: Input<K>,
    ): Promise<Output<K>> => shop.call(operation, input, { caller }),
    newId,
  }
}

export type Shop = Awaited<ReturnType<typeof openShop>>
