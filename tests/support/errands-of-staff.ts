import { createHmac } from 'node:crypto'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import { someAddress } from './api.ts'
import { connectApp } from './connected-app.ts'
import {
  agreed,
  call,
  done,
  type Errand,
  freshName,
  openOrder,
  paidOrder,
  somePicture,
  type Stage,
} from './errands.ts'
import { PUBLIC_URL } from './in-process-shop.ts'
import { registerApp } from './oauth-browser.ts'
import { multipartBody } from './requests.ts'
import { orderOf } from './scenery.ts'

const fields = { title: 'Of the test', priority: 10, permissions: ['orders:read'] }
const FORBID =
  'forbid(principal, action == Action::"orders.getOrder", resource) when { context.risk == "none of these" };'

async function newRole(stage: Stage): Promise<{ id: string; name: string; version: number }> {
  const body = { name: freshName(), ...fields }
  return (await done(stage, 'POST', '/rbac/roles', { token: stage.owner.token, body })) as never
}

async function newPolicy(stage: Stage): Promise<{ id: string; version: number }> {
  const body = { name: freshName(), text: FORBID }
  return (await done(stage, 'POST', '/rbac/policies', { token: stage.owner.token, body })) as never
}

async function newKey(stage: Stage): Promise<string> {
  const body = { name: 'Warehouse', permissions: ['orders:read'] }
  const made = await done(stage, 'POST', '/api-keys', { token: stage.owner.token, body })
  return String(made['id'])
}

async function proposal(stage: Stage): Promise<string> {
  const input = { order_id: '01990000-0000-7000-8000-000000000001', amount: '900.00' }
  const body = { operation: 'payments.refundOrder', input, reason: 'The parcel was lost.' }
  return String((await done(stage, 'POST', '/approvals', { token: stage.clerk.token, body }))['id'])
}

async function granted(stage: Stage): Promise<{ readonly path: string; readonly role: string }> {
  const { name: role } = await newRole(stage)
  const path = `/rbac/users/${stage.clerk.id}/roles`
  const input = { user_id: stage.clerk.id, role }
  const headers = await agreed(stage, 'access.grantRole', input)
  await done(stage, 'POST', path, { token: stage.owner.token, body: { role }, headers })
  return { path, role }
}

async function newFile(stage: Stage): Promise<string> {
  const body = multipartBody(await somePicture())
  return String((await done(stage, 'POST', '/files', { token: stage.owner.token, ...body }))['id'])
}

async function category(stage: Stage): Promise<string> {
  const body = { name: freshName() }
  return String((await done(stage, 'POST', '/categories', { token: stage.owner.token, body }))['id'])
}

async function someSynonym(stage: Stage): Promise<string> {
  const body = { word: freshName(), meanings: ['lamp'] }
  const made = await done(stage, 'POST', '/search/synonyms', { token: stage.owner.token, body })
  return `/search/synonyms/${String(made['id'])}`
}

async function somePin(stage: Stage): Promise<string> {
  const body = { question: freshName(), product_ids: [stage.article.product_id] }
  const made = await done(stage, 'POST', '/search/pins', { token: stage.owner.token, body })
  return `/search/pins/${String(made['id'])}`
}

const method = (): object => ({
  name: 'By sea',
  code: `way-${freshName()}`,
  description: '',
  price: '12.50',
  free_over: null,
  countries: ['GB'],
  min_days: 2,
  max_days: 9,
  active: true,
  position: 9,
})

async function wayOfDelivery(stage: Stage): Promise<string> {
  const made = await done(stage, 'POST', '/shipping/methods', { token: stage.owner.token, body: method() })
  return String(made['id'])
}

const appFields = {
  name: 'Bulk Buyer',
  redirect_uris: ['https://app.example/callback'],
  post_logout_redirect_uris: ['https://app.example/bye'],
  scopes: ['openid'],
}

/** A sale of an article of its own, that is to come. */
async function saleOfOne(stage: Stage): Promise<{ path: string; body: object }> {
  const body = { name: 'To be reduced', sku: freshName(), price: '12.50' }
  const { id } = await done(stage, 'POST', '/products', { token: stage.owner.token, body })
  return {
    path: `/products/${String(id)}/sales`,
    body: { starts_at: '2098-01-01T00:00:00.000Z', ends_at: '2099-01-01T00:00:00.000Z', percent: 10 },
  }
}

async function typeOfOne(stage: Stage): Promise<string> {
  const body = { name: freshName(), attributes: [] }
  const { id } = await done(stage, 'POST', '/product-types', { token: stage.owner.token, body })
  return `/product-types/${String(id)}`
}

/** By the owner, at a path that has to be made first. */
const byOwner =
  (verb: string, pathOf: (stage: Stage) => Promise<string>, body?: object): Errand =>
  async (stage) =>
    call(stage, verb, await pathOf(stage), {
      token: stage.owner.token,
      ...(body === undefined ? {} : { body }),
    })

/** Who sells. */
const invoiceSeller = {
  name: 'Fern & Clay',
  street: 'Hafenweg 3',
  postal_code: '20457',
  city: 'Hamburg',
  country: 'DE',
}

/** Where a packed shipment of a paid order is found. */
async function packed(stage: Stage): Promise<string> {
  const { id } = await paidOrder(stage)
  const body = await done(stage, 'POST', `/orders/${id}/shipments`, { token: stage.owner.token, body: {} })
  const [shipment] = body['shipments'] as unknown as { id: string }[]
  return `/orders/${id}/shipments/${shipment?.id ?? ''}`
}

/** Calls of the back office, and of shoppers whose ground is an order or an app. */
export const errandsOfStaff: Readonly<Record<string, Errand>> = {
  'access.addPermissions': byOwner(
    'POST',
    async (stage) => `/rbac/roles/${(await newRole(stage)).id}/permissions`,
    { permissions: ['catalog:write'] },
  ),
  'access.removePermission': byOwner(
    'DELETE',
    async (stage) => `/rbac/roles/${(await newRole(stage)).id}/permissions?permission=orders:read`,
  ),
  'access.updateRole': async (stage) => {
    const { id, version } = await newRole(stage)
    const body = { ...fields, title: 'Another', version }
    return call(stage, 'PUT', `/rbac/roles/${id}`, { token: stage.owner.token, body })
  },
  'access.deleteRole': byOwner('DELETE', async (stage) => `/rbac/roles/${(await newRole(stage)).id}`),
  'access.definePermission': byOwner('POST', () => Promise.resolve('/rbac/permissions'), {
    name: 'warehouse:read',
    description: 'For a program beside the shop.',
  }),
  'access.grantRole': async (stage) => {
    const { name: role } = await newRole(stage)
    const headers = await agreed(stage, 'access.grantRole', { user_id: stage.chief.id, role })
    const path = `/rbac/users/${stage.chief.id}/roles`
    return call(stage, 'POST', path, { token: stage.owner.token, body: { role }, headers })
  },
  'access.revokeRole': byOwner('DELETE', async (stage) => {
    const { path, role } = await granted(stage)
    return `${path}?role=${role}`
  }),
  'access.createPolicy': byOwner('POST', () => Promise.resolve('/rbac/policies'), {
    name: freshName(),
    text: FORBID,
  }),
  'access.updatePolicy': async (stage) => {
    const { id, version } = await newPolicy(stage)
    const body = { name: freshName(), text: FORBID, enabled: false, version }
    return call(stage, 'PUT', `/rbac/policies/${id}`, { token: stage.owner.token, body })
  },
  'access.deletePolicy': byOwner('DELETE', async (stage) => `/rbac/policies/${(await newPolicy(stage)).id}`),
  'access.proposeApproval': (stage) => {
    const input = { order_id: '01990000-0000-7000-8000-000000000002', amount: '900.00' }
    const body = { operation: 'payments.refundOrder', input, reason: 'The parcel was lost.' }
    return Promise.resolve(call(stage, 'POST', '/approvals', { token: stage.clerk.token, body }))
  },
  'access.approveApproval': async (stage) =>
    call(stage, 'POST', `/approvals/${await proposal(stage)}/approve`, {
      token: stage.chief.token,
      body: {},
    }),
  'access.declineApproval': async (stage) =>
    call(stage, 'POST', `/approvals/${await proposal(stage)}/decline`, {
      token: stage.chief.token,
      body: {},
    }),
  'access.withdrawApproval': async (stage) =>
    call(stage, 'POST', `/approvals/${await proposal(stage)}/withdraw`, {
      token: stage.clerk.token,
      body: {},
    }),
  'access.rotateApiKey': byOwner('POST', async (stage) => `/api-keys/${await newKey(stage)}/rotate`, {}),
  'access.revokeApiKey': byOwner('DELETE', async (stage) => `/api-keys/${await newKey(stage)}`),
  'audit.exportEntries': byOwner('POST', () => Promise.resolve('/audit/export'), { format: 'jsonl' }),
  'media.uploadFile': async (stage) =>
    call(stage, 'POST', '/files', { token: stage.owner.token, ...multipartBody(await somePicture()) }),
  'media.updateFile': byOwner('PUT', async (stage) => `/files/${await newFile(stage)}`, { alt: 'A thing' }),
  'media.verifyFile': byOwner('POST', async (stage) => `/files/${await newFile(stage)}/verify`, {}),
  'media.deleteFile': byOwner('DELETE', async (stage) => `/files/${await newFile(stage)}`),
  'catalog.createProduct': byOwner('POST', () => Promise.resolve('/products'), {
    name: 'A new thing',
    sku: freshName(),
    price: '12.50',
  }),
  'catalog.updateProduct': (stage) => {
    const options = { token: stage.owner.token, body: { summary: 'Better than before.' } }
    return Promise.resolve(call(stage, 'PUT', `/products/${stage.article.product_id}`, options))
  },
  'catalog.archiveProduct': byOwner('DELETE', async (stage) => {
    const body = { name: 'To be gone', sku: freshName(), price: '12.50' }
    const { id } = await done(stage, 'POST', '/products', { token: stage.owner.token, body })
    return `/products/${String(id)}`
  }),
  'catalog.duplicateProduct': (stage) => {
    const path = `/products/${stage.article.product_id}/duplicate`
    return Promise.resolve(call(stage, 'POST', path, { token: stage.owner.token, body: {} }))
  },
  'catalog.bulkEditProducts': (stage) => {
    const body = { product_ids: [stage.article.product_id], add_tags: [freshName()] }
    return Promise.resolve(call(stage, 'POST', '/manage/products/bulk', { token: stage.owner.token, body }))
  },
  'catalog.scheduleSale': async (stage) => {
    const { path, body } = await saleOfOne(stage)
    return call(stage, 'POST', path, { token: stage.owner.token, body })
  },
  'catalog.cancelSale': byOwner('DELETE', async (stage) => {
    const { path, body } = await saleOfOne(stage)
    const { id } = await done(stage, 'POST', path, { token: stage.owner.token, body })
    return `${path}/${String(id)}`
  }),
  'catalog.createProductType': byOwner('POST', () => Promise.resolve('/product-types'), {
    name: freshName(),
    attributes: [{ name: 'Weight', kind: 'number', unit: 'g' }],
  }),
  'catalog.updateProductType': byOwner('PUT', typeOfOne, { name: freshName(), attributes: [] }),
  'catalog.deleteProductType': byOwner('DELETE', typeOfOne),
  'catalog.createCategory': byOwner('POST', () => Promise.resolve('/categories'), { name: freshName() }),
  'catalog.updateCategory': byOwner('PUT', async (stage) => `/categories/${await category(stage)}`, {
    name: 'Another',
  }),
  'catalog.moveCategory': byOwner('POST', async (stage) => `/categories/${await category(stage)}/move`, {
    parent_id: null,
  }),
  'catalog.createPreviewLink': (stage) => {
    const path = `/products/${stage.article.product_id}/preview-links`
    return Promise.resolve(call(stage, 'POST', path, { token: stage.owner.token, body: {} }))
  },
  'catalog.revokePreviewLinks': (stage) => {
    const path = `/products/${stage.article.product_id}/preview-links`
    return Promise.resolve(call(stage, 'DELETE', path, { token: stage.owner.token }))
  },
  'catalog.deleteCategory': byOwner('DELETE', async (stage) => `/categories/${await category(stage)}`),
  'search.createSynonym': (stage) => {
    const body = { word: freshName(), meanings: ['lamp'] }
    return Promise.resolve(call(stage, 'POST', '/search/synonyms', { token: stage.owner.token, body }))
  },
  'search.updateSynonym': byOwner('PUT', someSynonym, { word: 'lantern', meanings: ['lamp'] }),
  'search.deleteSynonym': byOwner('DELETE', someSynonym),
  'search.updatePin': byOwner('PUT', somePin, {
    question: 'lantern',
    product_ids: ['0198a000-0000-7000-8000-0000000000aa'],
  }),
  'search.deletePin': byOwner('DELETE', somePin),
  'shipping.updateMethod': byOwner(
    'PUT',
    async (stage) => `/shipping/methods/${await wayOfDelivery(stage)}`,
    {
      ...Object.fromEntries(Object.entries(method()).filter(([name]) => name !== 'code')),
      name: 'By air',
    },
  ),
  'shipping.deleteMethod': byOwner(
    'DELETE',
    async (stage) => `/shipping/methods/${await wayOfDelivery(stage)}`,
  ),
  'oauth.updateClient': byOwner(
    'PUT',
    async ({ shop }) => `/oauth/clients/${(await registerApp(shop)).client_id}`,
    { ...appFields, name: 'Bulkier Buyer' },
  ),
  'oauth.rotateClientSecret': byOwner(
    'POST',
    async ({ shop }) => `/oauth/clients/${(await registerApp(shop)).client_id}/secret`,
    {},
  ),
  'oauth.deleteClient': byOwner(
    'DELETE',
    async ({ shop }) => `/oauth/clients/${(await registerApp(shop)).client_id}`,
  ),
  'oauth.decideConsent': async (stage) => {
    const customer = await stage.shop.account('customer')
    const { request_id } = await connectApp(stage.shop, customer)
    const options = { token: customer.token, body: { decision: 'deny' } }
    return call(stage, 'POST', `/oauth/consents/${request_id}`, options)
  },
  'checkout.placeOrder': async (stage) => {
    const { token } = await stage.shop.account('customer')
    return call(stage, 'POST', '/orders', { token, body: orderOf(stage.article.variant_id) })
  },
  'orders.cancelOrder': async (stage) => {
    const { id, buyer } = await openOrder(stage)
    return call(stage, 'POST', `/orders/${id}/cancel`, { token: buyer.token, body: {} })
  },
  'orders.updateStatus': byOwner(
    'POST',
    async (stage) => `/orders/${(await paidOrder(stage)).id}/update_status`,
    { status: 'processing' },
  ),
  'orders.issueInvoice': async (stage) => {
    const { token } = stage.owner
    // No events are handed over here, or the order would have its invoice by itself.
    const { id } = await paidOrder(stage)
    await done(stage, 'PUT', '/settings/invoices', { token, body: invoiceSeller })
    return call(stage, 'POST', `/orders/${id}/invoice`, { token, body: {} })
  },
  'orders.setInvoiceSettings': byOwner('PUT', () => Promise.resolve('/settings/invoices'), invoiceSeller),
  'orders.createShipment': byOwner(
    'POST',
    async (stage) => `/orders/${(await paidOrder(stage)).id}/shipments`,
    {},
  ),
  'orders.updateShipment': byOwner('PUT', packed, { carrier: 'Post' }),
  'orders.stepShipment': byOwner('POST', async (stage) => `${await packed(stage)}/update_status`, {
    state: 'shipped',
  }),
  'payments.refundOrder': byOwner('POST', async (stage) => `/orders/${(await paidOrder(stage)).id}/refunds`, {
    amount: '1.00',
  }),
  'payments.receiveWebhook': async (stage) => {
    const { payment_id, total } = await openOrder(stage)
    const message = {
      id: freshName(),
      merchant: PUBLIC_URL,
      reference: payment_id,
      status: 'captured',
      amount_minor: Math.round(Number(total.amount) * 100),
      currency: total.currency,
    }
    const [body, at] = [JSON.stringify(message), Math.floor(Date.now() / 1_000)]
    const key = keyring(stage.shop.masterKey).derive('payments:sandbox-webhook')
    const digest = createHmac('sha256', key)
      .update(`${String(at)}.${body}`)
      .digest('hex')
    const headers = { 'sandbox-signature': `t=${String(at)},v1=${digest}` }
    return call(stage, 'POST', '/payments/webhooks/sandbox', { body, headers })
  },
  'payments.declineSandboxPayment': async (stage) =>
    call(stage, 'POST', `/payments/sandbox/${(await openOrder(stage)).payment_id}/decline`, { body: {} }),
  'customers.deleteAddress': async (stage) => {
    const { token } = await stage.shop.account('customer')
    const { id } = await done(stage, 'POST', '/addresses', { token, body: someAddress })
    return call(stage, 'DELETE', `/addresses/${String(id)}`, { token })
  },
  'customers.requestExport': async (stage) => {
    const { token } = await stage.shop.account('customer')
    return call(stage, 'POST', '/auth/me/export', { token, body: {} })
  },
  'customers.requestErasure': async (stage) => {
    const { token } = await stage.shop.account('customer')
    return call(stage, 'POST', '/auth/me/erasure', { token, body: { confirmation: 'ERASE' } })
  },
}
