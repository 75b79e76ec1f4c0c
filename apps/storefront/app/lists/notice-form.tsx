import { BellRing } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { useShellData } from '../layout/use-shell-data.ts'
import { ListForm } from './list-form.tsx'

// It stands below a card of half a phone's width.
const narrow = 'max-w-full py-1 text-left whitespace-normal!'

/** One mail once a sold-out product is there again. Guests sign in first: there is no address to write to. */
export function NoticeForm({
  productId,
  variantId,
  path,
}: {
  productId: string
  /** Of a product of which other variants are there. */
  variantId?: string | undefined
  path: string
}) {
  const { t } = useTranslation()
  const shell = useShellData()
  if (!shell) return null
  if (!shell.shopper)
    return (
      <LinkButton href={`/sign-in?next=${encodeURIComponent(path)}`} size="sm" className={narrow}>
        <Icon icon={BellRing} size="sm" />
        {t('wishlist.noticeSignIn')}
      </LinkButton>
    )
  const waiting = shell.noticed.includes(productId)
  return (
    <ListForm
      action="/wishlist"
      intent={waiting ? 'unnotice' : 'notice'}
      productId={productId}
      variantId={variantId}
      className="flex flex-col items-start gap-1.5"
    >
      {(state) => (
        <>
          {waiting ? <p className="text-sm text-ink-muted">{t('wishlist.noticeOn')}</p> : null}
          <Button type="submit" size="sm" pending={state !== 'idle'} className={narrow}>
            <Icon icon={BellRing} size="sm" />
            {t(waiting ? 'wishlist.noticeStop' : 'wishlist.notice')}
          </Button>
        </>
      )}
    </ListForm>
  )
}
