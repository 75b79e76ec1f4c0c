import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirectDocument,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { ScopeList } from '../apps/scope-list.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { clientOf, shopOf } from '../shop-context.ts'

export async function loader({ context, url }: LoaderFunctionArgs) {
  const shopper = requireCustomer({ context, url })
  const request = url.searchParams.get('request') ?? ''
  const asked = await needed(clientOf(context).oauth.getConsent({ request_id: request }), url)
  // Some browsers hold the whole way of a form against the page's policy: it ends at the app.
  shopOf(context).allowFormTarget(asked.redirect_source)
  return { asked, request, email: shopper.email, shop: shopOf(context).shop.name }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const form = await request.formData()
  const decision = form.get('decision') === 'allow' ? 'allow' : 'deny'
  const request_id = String(form.get('request') ?? '')
  const { location } = await needed(clientOf(context).oauth.decideConsent({ request_id, decision }), url)
  return redirectDocument(location)
}

export default function ConsentPage() {
  const { t } = useTranslation()
  const { asked, request, email, shop } = useLoaderData<typeof loader>()
  const { state } = useNavigation()
  const name = asked.client_name
  const onDevice = asked.client_kind === 'native' && !asked.redirect_source.startsWith('https:')
  const title = t('apps.consentTitle', { name })
  return (
    <FormPage title={title} lead={t('apps.consentLead', { name, shop })} below={<p>{t('apps.takeBack')}</p>}>
      <PageHead title={title} noIndex />
      <p className="text-sm wrap-anywhere text-ink-muted">{t('apps.signedInAs', { email })}</p>
      <section className="rounded-lg border border-line bg-surface p-5">
        <h2 className="mb-3 font-medium">{t('apps.itCan')}</h2>
        <ScopeList scopes={asked.scopes} />
      </section>
      <p className="text-sm wrap-anywhere">
        {onDevice ? t('apps.goesToDevice') : t('apps.goesTo', { host: asked.redirect_host })}
      </p>
      <ShopForm className="flex flex-col gap-3">
        <input type="hidden" name="request" value={request} />
        <Button
          type="submit"
          name="decision"
          value="allow"
          variant="primary"
          block
          pending={state === 'submitting'}
        >
          {t('apps.allow')}
        </Button>
        <Button type="submit" name="decision" value="deny" block>
          {t('apps.deny')}
        </Button>
      </ShopForm>
    </FormPage>
  )
}
