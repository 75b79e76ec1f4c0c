import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { CatalogDeps } from './deps.ts'
import { pictureOf } from './domain/picture.ts'
import type { Picture } from './domain/product.ts'

type Wanted = { readonly id: string; readonly alt?: string | undefined }

/** Stored pictures as pages show them, in the order asked for; null when one is not known. */
export async function findPictures(
  deps: CatalogDeps,
  context: CallContext,
  wanted: readonly Wanted[],
): Promise<Picture[] | null> {
  const known = await describe(deps, context, wanted)
  const pictures = wanted.map(({ id, alt }) => {
    const stored = known.get(id)
    return stored === undefined ? null : pictureOf(stored, alt ?? stored.alt)
  })
  return pictures.includes(null) ? null : (pictures as Picture[])
}

/** Stored pictures by id; unknown ones are left out. */
export async function describe(deps: CatalogDeps, context: CallContext, wanted: readonly Wanted[]) {
  if (wanted.length === 0) return new Map<string, never>()
  const picture_ids = [...new Set(wanted.map((picture) => picture.id))]
  const { pictures } = await deps.clients.media.describePictures(context, { picture_ids })
  return new Map(pictures.map((picture) => [picture.id, picture]))
}
