import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { useCountries } from '../form/country-field.tsx'
import { PriceField } from '../form/price-field.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { parsePrice, priceDigits } from '../money/parse-price.ts'
import { useShopCurrencies } from '../money/use-shop-currency.ts'
import { PreviewItems, type PreviewItem } from '../promotions/preview-items.tsx'
import { PreviewResult } from '../promotions/preview-result.tsx'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

/** What a made-up cart would cost, and why. */
export default function PricePreview() {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const failureText = useFailureText()
  const currencies = useShopCurrencies()
  const countries = useCountries()
  const [items, setItems] = useState<PreviewItem[]>([])
  const [chosen, setChosen] = useState('')
  const [country, setCountry] = useState('')
  const [postalCode, setPostalCode] = useState('')
  const [segment, setSegment] = useState<'customers' | 'guests'>('customers')
  const [coupons, setCoupons] = useState('')
  const [shipping, setShipping] = useState('')
  const [at, setAt] = useState('')
  const currency = chosen || (currencies[0] ?? null)
  const price = useMutation({
    mutationFn: () =>
      api.pricing.previewPrices({
        ...(currency === null ? {} : { currency }),
        destination: country === '' ? null : { country, postal_code: postalCode.trim() || null },
        segments: [segment],
        ...(at === '' ? {} : { moment: new Date(at).toISOString() }),
        items: items.map(({ variant_id, quantity }) => ({ variant_id, quantity })),
        shipping:
          shipping.trim() === ''
            ? '0'
            : (parsePrice(shipping, locale, priceDigits(currency)) ?? shipping.trim()),
        coupons: coupons
          .split(/[\n,]/)
          .map((code) => code.trim())
          .filter((code) => code !== ''),
      }),
  })
  return (
    <Page
      title={t('promotions.preview.title')}
      tab={t('promotions.preview.title')}
      lead={t('promotions.preview.lead')}
      above={<BackLink href="/promotions">{t('promotions.title')}</BackLink>}
    >
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t('promotions.preview.cart')}>
          <form
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              if (items.length > 0) price.mutate()
            }}
          >
            <PreviewItems items={items} onChange={setItems} />
            {currencies.length > 1 ? (
              <SelectField
                label={t('productPrices.currency')}
                value={currency ?? ''}
                onChange={(event) => setChosen(event.target.value)}
              >
                {currencies.map((code) => (
                  <option key={code}>{code}</option>
                ))}
              </SelectField>
            ) : null}
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <SelectField
                label={t('promotions.preview.country')}
                value={country}
                onChange={(event) => setCountry(event.target.value)}
              >
                <option value="">{t('promotions.preview.home')}</option>
                {countries.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <TextField
                label={t('promotions.preview.postalCode')}
                optional={t('common.optional')}
                maxLength={20}
                value={postalCode}
                onChange={(event) => setPostalCode(event.target.value)}
              />
              <PriceField
                label={t('promotions.preview.shipping')}
                optional={t('common.optional')}
                currency={currency}
                value={shipping}
                onChange={setShipping}
              />
              <TextField
                label={t('promotions.preview.at')}
                hint={t('promotions.preview.atHint')}
                optional={t('common.optional')}
                type="datetime-local"
                value={at}
                onChange={(event) => setAt(event.target.value)}
              />
            </div>
            <TextField
              label={t('promotions.preview.codes')}
              hint={t('promotions.preview.codesHint')}
              optional={t('common.optional')}
              maxLength={300}
              value={coupons}
              onChange={(event) => setCoupons(event.target.value)}
            />
            <Checkbox
              label={t('promotions.preview.signedIn')}
              checked={segment === 'customers'}
              onChange={(event) => setSegment(event.target.checked ? 'customers' : 'guests')}
            />
            {price.isError ? <Notice tone="danger">{failureText(price.error)}</Notice> : null}
            <div>
              <Button type="submit" variant="primary" pending={price.isPending} disabled={items.length === 0}>
                {t('promotions.preview.price')}
              </Button>
            </div>
          </form>
        </Card>
        <div aria-live="polite">{price.data ? <PreviewResult preview={price.data} /> : null}</div>
      </div>
    </Page>
  )
}
