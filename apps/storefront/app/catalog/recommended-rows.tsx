import { useTranslation } from 'react-i18next'
import { ProductGrid } from './product-grid.tsx'
import type { RecommendedBlock } from './recommended.ts'

const NAMED = 2

const reasons = [
  ['bought', 'because_you_bought'],
  ['looked', 'because_you_looked'],
  ['with', 'bought_together'],
  ['like', 'similar'],
] as const

/** The products that speak for what is shown, named once each, and how they do. */
function reasonOf({ items }: RecommendedBlock): { key: (typeof reasons)[number][0]; names: string[] } | null {
  for (const [key, type] of reasons) {
    const names = items.flatMap(({ reason }) =>
      reason.type === type && reason.product ? [reason.product.name] : [],
    )
    if (names.length > 0) return { key, names: [...new Set(names)].slice(0, NAMED) }
  }
  return null
}

/** What nobody has bought yet is not called popular. */
function titleOf({ kind, items }: RecommendedBlock): RecommendedBlock['kind'] | 'new' {
  return kind === 'popular' && items.every(({ reason }) => reason.type === 'new') ? 'new' : kind
}

/** Recommendations under their headings, each saying why it is there. */
export function RecommendedRows({ blocks, inCart }: { blocks: RecommendedBlock[]; inCart?: boolean }) {
  const { t, i18n } = useTranslation()
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  return blocks.map((block) => {
    const reason = reasonOf(block)
    const title = inCart && block.kind === 'bought_together' ? 'for_cart' : titleOf(block)
    return (
      <section key={block.kind} className="page mt-section">
        <div className="mb-6">
          <h2 className="text-2xl">{t(`product.recommended.${title}`)}</h2>
          {reason ? (
            <p className="mt-1 text-sm text-ink-muted">
              {t(`product.recommended.${reason.key}`, { names: list.format(reason.names) })}
            </p>
          ) : null}
        </div>
        <ProductGrid products={block.items.map(({ product }) => product)} level={3} />
      </section>
    )
  })
}
