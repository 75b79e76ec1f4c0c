import { catalog } from '@rampart/contracts/catalog.ts'
import { media } from '@rampart/contracts/media.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Runtime } from '../boot/runtime.ts'
import { type Boutique, readPicture } from './boutique.ts'

/** Puts the sample shop's pictures, categories and products into an empty catalogue. */
export async function seedCatalogue(runtime: Runtime, boutique: Boutique): Promise<void> {
  const context = () => backgroundContext(newId())
  const files = client(media, runtime.assembly.linkTo('media'), 'cli')
  const shelves = client(catalog, runtime.assembly.linkTo('catalog'), 'cli')

  const altOf = new Map(
    boutique.products.flatMap((product) => product.images.map(({ file, alt }) => [file, alt])),
  )
  const pictureOf = new Map<string, string>()
  for (const file of new Set([...altOf.keys(), ...boutique.categories.map((category) => category.image)])) {
    const { id } = await files.importPicture(context(), {
      bytes: await readPicture(file),
      alt: altOf.get(file) ?? '',
    })
    pictureOf.set(file, id)
  }

  const idOf = new Map<string, string>()
  const pathOf = new Map<string, string[]>()
  for (const { slug, name, description, parent, image, position } of boutique.categories) {
    const created = await shelves.createCategory(context(), {
      slug,
      name,
      description,
      position,
      parent_id: parent === null ? null : (idOf.get(parent) ?? null),
      picture_id: pictureOf.get(image) ?? null,
    })
    idOf.set(slug, created.id)
    pathOf.set(slug, [...(parent === null ? [] : (pathOf.get(parent) ?? [])), name])
  }

  const { failed } = await shelves.importProducts(context(), {
    rows: boutique.products.map(({ category, attributes, images, ...product }, index) => ({
      ...product,
      line: index + 1,
      category_path: pathOf.get(category) ?? [],
      attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
      pictures: images.map(({ file, alt }) => ({ id: pictureOf.get(file) ?? '', alt })),
    })),
  })
  const [first] = failed
  if (first !== undefined)
    throw new Error(`Product ${String(first.line)} of the sample shop: ${first.reason}`)
}
