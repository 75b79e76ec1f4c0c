import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Archive, Copy, Ellipsis, ExternalLink, Eye, TicketPercent } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Menu } from '@rampart/kit/menu.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Product } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Failure } from '../list/failure.tsx'
import { Loaded } from '../list/loaded.tsx'
import { draftOf } from '../products/draft.ts'
import { PreviewDialog } from '../products/preview-dialog.tsx'
import { ProductEditor } from '../products/product-editor.tsx'
import { ProductStatusBadge } from '../products/product-status.tsx'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'
import { missing } from '../shell/refusals.ts'

function productQuery(productId: string) {
  return {
    queryKey: ['products', 'one', productId],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.catalog.getProduct({ product_id: productId }, { signal }),
    // What is being edited must not change under the hand, and the editor must begin with what is true now.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  }
}

export default function ProductPage() {
  const { productId = '' } = useParams()
  const product = useQuery(productQuery(productId))
  return (
    <Loaded query={product} page loading={<EditorSkeleton />}>
      {(data) =>
        // Everybody may read what is published; whose it is, only who may change it.
        data.seller_id === undefined ? (
          <Failure page error={missing} />
        ) : (
          <ProductDetail key={data.id} product={data} />
        )
      }
    </Loaded>
  )
}

function ProductDetail({ product }: { product: Product }) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const client = useQueryClient()
  const [archiving, setArchiving] = useState(false)
  const [previewing, setPreviewing] = useState(false)
  const navigate = useNavigate()
  const toast = useToast()
  const failureText = useFailureText()
  const duplicate = useMutation({
    mutationFn: () => api.catalog.duplicateProduct({ product_id: product.id }),
    onSuccess: async (copy) => {
      toast({ title: t('productSales.duplicated') })
      await client.invalidateQueries({ queryKey: ['products', 'list'] })
      await navigate(`/products/${copy.id}`)
    },
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
  })
  return (
    <Page
      title={product.name}
      tab={product.name}
      above={<BackLink href="/products">{t('catalog.products')}</BackLink>}
      meta={<ProductStatusBadge status={product.status} />}
      actions={
        <>
          {product.status === 'published' ? (
            <LinkButton href={`/p/${product.slug}`} target="_blank" rel="noreferrer">
              <Icon icon={ExternalLink} size="sm" />
              {t('catalog.viewInShop')}
            </LinkButton>
          ) : null}
          {product.status === 'draft' ? (
            <Button onClick={() => setPreviewing(true)}>
              <Icon icon={Eye} size="sm" />
              {t('preview.title')}
            </Button>
          ) : null}
          {product.status === 'archived' ? null : (
            <Menu
              trigger={<IconButton icon={Ellipsis} label={t('common.actions')} variant="secondary" />}
              entries={[
                {
                  kind: 'link',
                  label: t('productSales.pricesAndSales'),
                  icon: TicketPercent,
                  href: `/products/${product.id}/prices`,
                },
                {
                  kind: 'action',
                  label: t('preview.title'),
                  icon: Eye,
                  onSelect: () => setPreviewing(true),
                },
                {
                  kind: 'action',
                  label: t('productSales.duplicate'),
                  icon: Copy,
                  onSelect: () => duplicate.mutate(),
                },
                { kind: 'line' },
                {
                  kind: 'action',
                  label: t('catalog.archive'),
                  icon: Archive,
                  danger: true,
                  onSelect: () => setArchiving(true),
                },
              ]}
            />
          )}
        </>
      }
    >
      <ProductEditor
        start={draftOf(product, locale)}
        isNew={false}
        currency={product.price.currency}
        save={(input) => api.catalog.updateProduct({ ...input, product_id: product.id })}
        onSaved={(saved) => client.setQueryData(['products', 'one', product.id], saved)}
      />
      {previewing ? <PreviewDialog productId={product.id} onClose={() => setPreviewing(false)} /> : null}
      {archiving ? <ArchiveDialog product={product} onClose={() => setArchiving(false)} /> : null}
    </Page>
  )
}

function ArchiveDialog({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const archive = useMutation({
    mutationFn: () => api.catalog.archiveProduct({ product_id: product.id }),
    onSuccess: async () => {
      toast({ title: t('catalog.archived') })
      await client.invalidateQueries({ queryKey: ['products'] })
      await navigate('/products')
    },
  })
  return (
    <FormDialog
      title={t('catalog.archiveTitle')}
      description={t('catalog.archiveText')}
      submitLabel={t('catalog.archive')}
      tone="danger"
      pending={archive.isPending}
      failure={archive.isError ? failureText(archive.error) : null}
      onSubmit={() => archive.mutate()}
      onClose={onClose}
    />
  )
}

function EditorSkeleton() {
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-5 px-gutter py-6">
      <Skeleton className="h-4 w-20" />
      <Skeleton className="h-7 w-64" />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <Skeleton className="h-96 w-full rounded-lg" />
        <Skeleton className="h-52 w-full rounded-lg" />
      </div>
    </div>
  )
}
