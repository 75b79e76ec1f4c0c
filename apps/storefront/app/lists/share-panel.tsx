import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { CopyButton } from '@rampart/kit/copy-button.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { ShopForm } from '../forms/shop-form.tsx'
import { Disclosure } from '../layout/disclosure.tsx'

/** Naming a wishlist, and the link that shows it to others. The link can be read once: only its hash is kept. */
export function SharePanel({
  name,
  shared,
  url,
}: {
  name: string
  shared: boolean
  url: string | undefined
}) {
  const { t } = useTranslation()
  const hydrated = useHydrated()
  return (
    <div className="mt-section max-w-2xl border-t border-line">
      <Disclosure title={t('wishlist.share')} open={url !== undefined}>
        <div className="flex flex-col gap-5">
          <p className="text-sm text-ink-muted">{t('wishlist.shareText')}</p>
          <ShopForm action="/wishlist" className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="intent" value="rename" />
            <TextField
              label={t('wishlist.name')}
              hint={t('wishlist.nameHint')}
              name="name"
              defaultValue={name}
              maxLength={80}
              className="min-w-56 flex-1"
            />
            <Button type="submit">{t('wishlist.rename')}</Button>
          </ShopForm>
          {url ? (
            <div className="flex flex-wrap items-end gap-3">
              <TextField
                label={t('wishlist.link')}
                hint={t('wishlist.linkOnce')}
                value={url}
                readOnly
                className="min-w-56 flex-1"
              />
              {hydrated ? (
                <CopyButton text={url} label={t('wishlist.copy')} copiedLabel={t('wishlist.copied')} />
              ) : null}
            </div>
          ) : null}
          {shared && !url ? <p className="text-sm">{t('wishlist.isShared')}</p> : null}
          <div className="flex flex-wrap gap-3">
            <ShopForm action="/wishlist">
              <input type="hidden" name="intent" value="share" />
              <Button type="submit">{t(shared ? 'wishlist.newLink' : 'wishlist.makeLink')}</Button>
            </ShopForm>
            {shared ? (
              <ShopForm action="/wishlist">
                <input type="hidden" name="intent" value="unshare" />
                <Button type="submit" variant="ghost">
                  {t('wishlist.withdraw')}
                </Button>
              </ShopForm>
            ) : null}
          </div>
        </div>
      </Disclosure>
    </div>
  )
}
