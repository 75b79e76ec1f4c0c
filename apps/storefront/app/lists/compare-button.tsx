import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { useShellData } from '../layout/use-shell-data.ts'
import { ListForm } from './list-form.tsx'

const style =
  'inline-flex min-h-11 items-center gap-2 text-sm underline underline-offset-4 hover:text-ink-muted'

/** Adds a product to those that are compared, or takes it away, and shows the way to the comparison. */
export function CompareButton({
  productId,
  title,
  most,
}: {
  productId: string
  title: string
  /** Products that fit. */
  most: number
}) {
  const { t } = useTranslation()
  const compared = useShellData()?.compared ?? []
  const there = compared.includes(productId)
  const count = compared.length
  return (
    <>
      {there || count < most ? (
        <ListForm action="/compare" intent={there ? 'remove' : 'add'} productId={productId}>
          {() => (
            <button
              type="submit"
              className={style}
              aria-label={t(there ? 'compare.removeOf' : 'compare.addOf', { title })}
            >
              <Icon icon={Scale} />
              <span>{t(there ? 'compare.remove' : 'compare.add')}</span>
            </button>
          )}
        </ListForm>
      ) : null}
      {count > 0 ? (
        <KitLink href="/compare" className={style}>
          {t('compare.open', { count })}
        </KitLink>
      ) : null}
    </>
  )
}
