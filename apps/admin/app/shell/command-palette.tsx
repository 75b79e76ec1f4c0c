import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Package, ShieldCheck, ShoppingBag, UserRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { CommandList, type Command } from '@rampart/kit/command-list.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useDebounced } from '../list/use-debounced.ts'
import { useCan } from '../session/use-me.ts'
import { navigation, opens } from './navigation.ts'

function usePageCommands(query: string): Command[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const can = useCan()
  const go = (href: string) => () => void navigate(href)
  const pages: Command[] = navigation
    .flatMap(({ entries }) => entries)
    .filter((entry) => opens(entry, can))
    .map(({ name, href, icon }) => ({
      id: href,
      group: t('shell.palette.pages'),
      label: t(`shell.nav.${name}`),
      icon,
      onSelect: go(href),
    }))
  pages.push(
    {
      id: '/account',
      group: t('shell.palette.pages'),
      label: t('shell.account'),
      icon: UserRound,
      onSelect: go('/account'),
    },
    {
      id: '/security',
      group: t('shell.palette.pages'),
      label: t('security.title'),
      icon: ShieldCheck,
      onSelect: go('/security'),
    },
  )
  if (can('catalog:write') || can('catalog:own')) {
    pages.push({
      id: '/products/new',
      group: t('shell.palette.pages'),
      label: t('catalog.new'),
      icon: Package,
      onSelect: go('/products/new'),
    })
  }
  const wanted = query.trim().toLowerCase()
  return pages.filter(({ label }) => String(label).toLowerCase().includes(wanted))
}

function useRecordCommands(query: string, open: boolean): Command[] {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const can = useCan()
  const q = useDebounced(query.trim(), 180)
  const asked = open && q.length >= 2
  const orders = useQuery({
    queryKey: ['palette', 'orders', q],
    enabled: asked && can('orders:read'),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.orders.listOrders({ q, page_size: 5 }, { signal }),
  })
  const sales = useQuery({
    queryKey: ['palette', 'sales', q],
    enabled: asked && !can('orders:read') && can('orders:own'),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.orders.listSales({ q, page_size: 5 }, { signal }),
  })
  const products = useQuery({
    queryKey: ['palette', 'products', q],
    enabled: asked && (can('catalog:write') || can('catalog:own')),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.catalog.listManagedProducts({ q, page_size: 5 }, { signal }),
  })
  if (!asked) return []
  return [
    ...(orders.data?.items ?? []).map((order) => ({
      id: order.id,
      group: t('shell.nav.orders'),
      label: `${order.number} · ${order.full_name || order.email}`,
      hint: format.money(order.total),
      icon: ShoppingBag,
      onSelect: () => void navigate(`/orders/${order.id}`),
    })),
    ...(sales.data?.items ?? []).map((sale) => ({
      id: sale.id,
      group: t('shell.nav.orders'),
      label: `${sale.number} · ${sale.first_item_name}`,
      hint: format.money(sale.total),
      icon: ShoppingBag,
      onSelect: () => void navigate(`/orders/${sale.id}`),
    })),
    ...(products.data?.items ?? []).map((product) => ({
      id: product.id,
      group: t('shell.nav.products'),
      label: product.name,
      hint: format.money(product.price),
      icon: Package,
      onSelect: () => void navigate(`/products/${product.id}`),
    })),
  ]
}

/** Jumps to a page, an order or a product by a few letters. */
export function CommandPalette({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const pages = usePageCommands(query)
  const records = useRecordCommands(query, open)
  return (
    <CommandList
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next)
        if (next) setQuery('')
      }}
      label={t('shell.palette.label')}
      placeholder={t('shell.palette.placeholder')}
      query={query}
      onQuery={setQuery}
      commands={[...pages, ...records]}
      empty={t('shell.palette.empty')}
    />
  )
}
