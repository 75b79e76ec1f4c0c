import { AppWindow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { ScopeList } from '../apps/scope-list.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

export async function loader({ context, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  const { items } = await needed(clientOf(context).oauth.listConnectedApps({}), url)
  return { apps: items, disconnected: url.searchParams.has('disconnected') }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const appId = String((await request.formData()).get('app_id') ?? '')
  await needed(clientOf(context).oauth.disconnectApp({ app_id: appId }), url)
  return redirect('/account/apps?disconnected')
}

export default function AccountApps() {
  const { t } = useTranslation()
  const { apps, disconnected } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('apps.title')} noIndex />
      <h1 className="text-3xl">{t('apps.title')}</h1>
      <p className="mt-2 max-w-prose text-ink-muted">{t('apps.lead')}</p>
      <div className="mt-6 space-y-5">
        {disconnected ? <Notice tone="success">{t('apps.disconnected')}</Notice> : null}
        {apps.length === 0 ? (
          <EmptyState icon={AppWindow} title={t('apps.emptyTitle')}>
            {t('apps.empty')}
          </EmptyState>
        ) : (
          <ul className="grid gap-4 sm:grid-cols-2">
            {apps.map(({ app_id, name, scopes, connected_at, last_used_at }) => (
              <li key={app_id} className="flex flex-col rounded-lg border border-line bg-surface p-5">
                <h2 className="font-medium wrap-anywhere">{name}</h2>
                <p className="mb-3 text-xs text-ink-muted">
                  {t('apps.since')} <DateText value={connected_at} />, {t('apps.lastUsed')}{' '}
                  <DateText value={last_used_at} />
                </p>
                <div className="flex-1">
                  <ScopeList scopes={scopes} />
                </div>
                <ShopForm className="mt-4">
                  <input type="hidden" name="app_id" value={app_id} />
                  <button
                    type="submit"
                    aria-label={t('apps.disconnectApp', { name })}
                    className="py-1 text-sm text-ink-muted underlined hover:text-danger"
                  >
                    {t('apps.disconnect')}
                  </button>
                </ShopForm>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
