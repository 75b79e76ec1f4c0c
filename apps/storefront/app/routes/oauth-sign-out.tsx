import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useLoaderData,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { clientOf, shopOf } from '../shop-context.ts'

export async function loader({ context, url }: LoaderFunctionArgs) {
  const shop = shopOf(context)
  const ticket = url.searchParams.get('ticket') ?? ''
  const asked = await needed(clientOf(context).oauth.readSignOut({ ticket }), url)
  if (shop.shopper.kind === 'guest') throw redirect('/')
  // Some browsers hold the whole way of a form against the page's policy: it ends at the app.
  if (asked.redirect_source !== null) shop.allowFormTarget(asked.redirect_source)
  return { name: asked.client_name, ticket, shop: shop.shop.name }
}

/** Ends the session at the server and in the browser, and goes where the ticket says. */
export async function action({ request, context, url }: ActionFunctionArgs) {
  const shop = shopOf(context)
  const ticket = String((await request.formData()).get('ticket') ?? '')
  const { location } = await needed(clientOf(context).oauth.readSignOut({ ticket }), url)
  if (shop.shopper.kind === 'customer') {
    try {
      await clientOf(context).identity.logout({})
    } catch (error) {
      // A session that is over already is as good as ended.
      if (toClientError(error).status !== 401) throw error
    }
  }
  shop.endSession()
  return redirectDocument(location ?? '/')
}

export default function AppSignOutPage() {
  const { t } = useTranslation()
  const { name, ticket, shop } = useLoaderData<typeof loader>()
  const lead = name === null ? t('apps.signOutLeadPlain', { shop }) : t('apps.signOutLead', { name, shop })
  return (
    <FormPage title={t('apps.signOutTitle')} lead={lead}>
      <PageHead title={t('apps.signOutTitle')} noIndex />
      <div className="flex flex-wrap gap-3">
        <ShopForm>
          <input type="hidden" name="ticket" value={ticket} />
          <Button type="submit" variant="primary">
            {t('apps.signOut')}
          </Button>
        </ShopForm>
        <LinkButton href="/">{t('apps.stay')}</LinkButton>
      </div>
    </FormPage>
  )
}
