import type { ReactNode } from 'react'
import { type Fetcher, useFetcher, useLocation } from 'react-router'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { CsrfField } from '../forms/csrf-field.tsx'

/** A form of one button that changes a list and leaves the reader where they are, script or not. */
export function ListForm({
  action,
  intent,
  productId,
  variantId,
  className,
  children,
}: {
  action: '/wishlist' | '/compare' | '/seen'
  intent: string
  productId?: string
  variantId?: string | undefined
  className?: string | undefined
  children: (state: Fetcher['state']) => ReactNode
}) {
  const fetcher = useFetcher()
  const hydrated = useHydrated()
  const { pathname, search } = useLocation()
  return (
    <fetcher.Form method="post" action={action} className={className}>
      <CsrfField />
      <input type="hidden" name="intent" value={intent} />
      {productId ? <input type="hidden" name="product_id" value={productId} /> : null}
      {variantId ? <input type="hidden" name="variant_id" value={variantId} /> : null}
      {hydrated ? null : <input type="hidden" name="return_to" value={pathname + search} />}
      {children(fetcher.state)}
    </fetcher.Form>
  )
}
