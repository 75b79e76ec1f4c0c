import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../api.ts'
import { useShopCurrency } from '../money/use-shop-currency.ts'
import { emptyDraft } from '../products/draft.ts'
import { ProductEditor } from '../products/product-editor.tsx'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

export default function NewProduct() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const currency = useShopCurrency()
  const [start] = useState(emptyDraft)
  return (
    <Page
      title={t('catalog.newTitle')}
      tab={t('catalog.newTitle')}
      above={<BackLink href="/products">{t('catalog.products')}</BackLink>}
    >
      <ProductEditor
        start={start}
        isNew
        currency={currency}
        save={(input) => api.catalog.createProduct(input)}
        onSaved={(product) => void navigate(`/products/${product.id}`, { replace: true })}
      />
    </Page>
  )
}
