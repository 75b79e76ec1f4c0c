import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from './deps.ts'
import { pictureOf } from './domain/picture.ts'
import type { Picture } from './domain/product.ts'

export type WantedPicture = { readonly id: string; readonly alt?: string | undefined }
type Reach = Pick<HandlerContext, 'own_only'>

/** Stored pictures by id. */
export type KnownPictures = Awaited<ReturnType<typeof describe>>

/** Stored pictures as pages show them, in the order asked for; null when one is not known. */
export async function findPictures(
  deps: CatalogDeps,
  context: HandlerContext,
  wanted: readonly WantedPicture[],
): Promise<Picture[] | null> {
  return choosePictures(wanted, await describe(deps, context, wanted), [])
}

/** The wanted of the known pictures and of those a product shows already, in the order asked for; null: one is neither. */
export function choosePictures(
  wanted: readonly WantedPicture[],
  known: KnownPictures,
  shown: readonly Picture[],
): Picture[] | null {
  const pictures = wanted.map(({ id, alt }) => {
    const stored = known.get(id)
    if (stored !== undefined) return pictureOf(stored, alt ?? stored.alt)
    const kept = shown.find((picture) => picture.id === id)
    return kept === undefined ? null : { ...kept, alt: alt ?? kept.alt }
  })
  return pictures.includes(null) ? null : (pictures as Picture[])
}

/** Stored pictures by id; unknown ones are left out, and for a seller those of others. */
export async function describe(
  deps: CatalogDeps,
  context: Parameters<typeof deps.clients.media.describePictures>[0] & Reach,
  wanted: readonly WantedPicture[],
) {
  return describeFor(deps, context, ownerOf(context), wanted)
}

/** As `describe`; of an owner those that they uploaded, null: everybody's. */
export async function describeFor(
  deps: CatalogDeps,
  context: Parameters<typeof deps.clients.media.describePictures>[0],
  owner: string | null,
  wanted: readonly WantedPicture[],
) {
  if (wanted.length === 0) return new Map<string, never>()
  const picture_ids = [...new Set(wanted.map((picture) => picture.id))]
  const { pictures } = await deps.clients.media.describePictures(context, {
    picture_ids,
    ...(owner === null ? {} : { uploaded_by: owner }),
  })
  return new Map(pictures.map((picture) => [picture.id, picture]))
}
