import { Heart } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { useShellData } from '../layout/use-shell-data.ts'
import { ListForm } from './list-form.tsx'

/** Puts a product on the wishlist or takes it off. `card`: a round one, on a picture; else a button with its words. */
export function HeartButton({
  productId,
  title,
  look = 'card',
}: {
  productId: string
  title: string
  look?: 'card' | 'button'
}) {
  const { t } = useTranslation()
  const wished = useShellData()?.wished.includes(productId) ?? false
  const full = t(wished ? 'wishlist.removeOf' : 'wishlist.addOf', { title })
  return (
    <ListForm
      action="/wishlist"
      intent={wished ? 'remove' : 'add'}
      productId={productId}
      className={look === 'card' ? 'absolute top-2 right-2 z-10' : undefined}
    >
      {(state) => (
        <button
          type="submit"
          aria-label={full}
          title={look === 'card' ? full : undefined}
          aria-busy={state === 'idle' ? undefined : true}
          className={
            look === 'card'
              ? 'inline-flex size-10 items-center justify-center rounded-full border border-line bg-surface text-ink shadow-sm transition-colors hover:border-ink'
              : 'inline-flex min-h-11 items-center gap-2 text-sm underline underline-offset-4 hover:text-ink-muted'
          }
        >
          <Icon icon={Heart} className={cx('size-5', wished && 'fill-current text-danger')} />
          {look === 'card' ? null : <span>{t(wished ? 'wishlist.remove' : 'wishlist.add')}</span>}
        </button>
      )}
    </ListForm>
  )
}
