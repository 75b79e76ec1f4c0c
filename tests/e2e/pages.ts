import type { Page } from 'playwright-core'
import type { Scene } from './scene.ts'

export type PageRow = {
  readonly name: string
  readonly who: 'guest' | 'shopper' | 'owner'
  readonly path: string | ((scene: Scene) => string)
  /** Brings the page into a state that is looked at instead: a menu that is open, a form that was refused. */
  readonly then?: (page: Page) => Promise<void>
  /** Console errors that belong to it. */
  readonly expected?: RegExp
}

const missing = /status of 404/

/** Every page type of the shop and of the back office. A new page is a new line. */
export const pages: readonly PageRow[] = [
  { name: 'home', who: 'guest', path: '/' },
  { name: 'home, menu of a phone', who: 'guest', path: '/', then: onPhone('Menu') },
  { name: 'category', who: 'guest', path: '/c/clothing' },
  { name: 'category, filters of a phone', who: 'guest', path: '/c/clothing', then: onPhone('Filters') },
  { name: 'all categories', who: 'guest', path: '/categories' },
  { name: 'search', who: 'guest', path: '/search?q=jeans&in_stock=true' },
  { name: 'search, suggestions', who: 'guest', path: '/', then: typeInSearch },
  { name: 'search that was corrected', who: 'guest', path: '/search?q=hairdrier' },
  { name: 'search without a result', who: 'guest', path: '/search?q=zzzz' },
  { name: 'search without a result, filtered', who: 'guest', path: '/search?q=jeans+zzzz&price_max=1' },
  { name: 'product', who: 'guest', path: '/p/harbour-crew-tee' },
  { name: 'product, sold out', who: 'guest', path: '/p/isola-broderie-dress' },
  { name: 'product, put into the cart', who: 'guest', path: '/p/marigold-mug', then: press('Add to cart') },
  { name: 'product, reviews', who: 'guest', path: '/p/pebble-tealight-holder?review_sort=helpful' },
  { name: 'product, reviews with five stars', who: 'guest', path: '/p/marigold-mug?review_stars=5' },
  { name: 'write a review', who: 'shopper', path: '/p/pantry-bamboo-jar/review' },
  { name: 'report a review', who: 'shopper', path: '/p/marigold-mug', then: reportReview },
  { name: 'account, reviews', who: 'shopper', path: '/account/reviews' },
  { name: 'wishlist', who: 'shopper', path: '/wishlist' },
  { name: 'wishlist, empty', who: 'guest', path: '/wishlist' },
  { name: 'a shared wishlist', who: 'guest', path: ({ sharedWishlistPath }) => sharedWishlistPath },
  { name: 'comparison', who: 'guest', path: '/compare' },
  { name: 'comparison, empty', who: 'shopper', path: '/compare' },
  { name: 'recently viewed', who: 'guest', path: '/seen' },
  { name: 'recently viewed, nothing', who: 'shopper', path: '/seen' },
  { name: 'cart', who: 'guest', path: '/cart' },
  { name: 'cart, empty', who: 'shopper', path: '/cart' },
  { name: 'checkout', who: 'guest', path: '/checkout' },
  { name: 'bank', who: 'guest', path: ({ paymentPath }) => paymentPath },
  { name: 'waiting for the bank', who: 'guest', path: ({ returnPath }) => returnPath },
  { name: 'order', who: 'guest', path: ({ trackingPath }) => trackingPath },
  { name: 'order, delivered', who: 'guest', path: ({ deliveredPath }) => deliveredPath },
  { name: 'ask for a return', who: 'guest', path: ({ newReturnPath }) => newReturnPath },
  { name: 'return with its label', who: 'guest', path: ({ guestReturnPath }) => guestReturnPath },
  { name: 'account, returns', who: 'shopper', path: '/account/returns' },
  { name: 'sign-in', who: 'guest', path: '/sign-in' },
  { name: 'unlock a password', who: 'guest', path: '/unlock?token=some' },
  { name: 'this wasn’t me', who: 'guest', path: '/not-me?token=some' },
  { name: 'forgotten password', who: 'guest', path: '/forgot-password' },
  { name: 'forgotten password, code', who: 'guest', path: '/forgot-password', then: askForCode },
  { name: 'change of address', who: 'guest', path: '/confirm-email?token=some' },
  { name: 'sign-up', who: 'guest', path: '/sign-up' },
  { name: 'check your mail', who: 'guest', path: '/sign-up/check-mail' },
  { name: 'confirm your address', who: 'guest', path: '/verify-email?token=some' },
  { name: 'a link that is too old', who: 'guest', path: '/verify-email' },
  { name: 'balance of a gift card', who: 'guest', path: '/gift-card' },
  {
    name: 'balance of a gift card, unknown code',
    who: 'guest',
    path: '/gift-card',
    then: askForBalance,
    expected: missing,
  },
  { name: 'help', who: 'guest', path: '/help' },
  { name: 'about', who: 'guest', path: '/about' },
  { name: 'offline', who: 'guest', path: '/offline' },
  { name: 'no such page', who: 'guest', path: '/nowhere', expected: missing },
  { name: 'account', who: 'shopper', path: '/account' },
  { name: 'account, orders', who: 'shopper', path: '/account/orders' },
  { name: 'account, apps', who: 'shopper', path: '/account/apps' },
  { name: 'an app asks again', who: 'shopper', path: '/oauth/again' },
  {
    name: 'an app that cannot be connected',
    who: 'guest',
    path: '/oauth/error?code=invalid_client',
    expected: /status of 400/,
  },
  { name: 'account, files', who: 'shopper', path: '/account/files' },
  { name: 'account, one’s data', who: 'shopper', path: '/account/privacy' },
  { name: 'goodbye', who: 'guest', path: '/goodbye' },
  { name: 'account, addresses', who: 'shopper', path: '/account/addresses' },
  { name: 'account, new address', who: 'shopper', path: '/account/addresses/new' },
  { name: 'account, address', who: 'shopper', path: ({ addressPath }) => addressPath },
  { name: 'account, profile', who: 'shopper', path: '/account/profile' },
  { name: 'account, security', who: 'shopper', path: '/account/security' },
  { name: 'account, authenticator app', who: 'shopper', path: '/account/security/authenticator' },
  {
    name: 'account, authenticator app to be scanned',
    who: 'shopper',
    path: '/account/security/authenticator',
    then: beginSetup,
  },
  { name: 'staff sign-in', who: 'guest', path: '/admin/sign-in' },
  { name: 'staff unlock a password', who: 'guest', path: '/admin/unlock?token=some' },
  { name: 'staff: this wasn’t me', who: 'guest', path: '/admin/not-me?token=some' },
  { name: 'staff’s forgotten password', who: 'guest', path: '/admin/forgot-password' },
  { name: 'staff who begin anew', who: 'guest', path: '/admin/recover?token=some' },
  { name: 'staff’s change of address', who: 'guest', path: '/admin/confirm-email?token=some' },
  { name: 'staff set-up', who: 'guest', path: '/admin/setup' },
  { name: 'overview', who: 'owner', path: '/admin/' },
  { name: 'overview, menu of a phone', who: 'owner', path: '/admin/', then: onPhone('Menu') },
  { name: 'orders', who: 'owner', path: '/admin/orders' },
  { name: 'settings of invoices', who: 'owner', path: '/admin/invoice-settings' },
  { name: 'orders, none found', who: 'owner', path: '/admin/orders?q=zzzz' },
  { name: 'staff’s order', who: 'owner', path: ({ staffOrderPath }) => staffOrderPath },
  {
    name: 'ship an order',
    who: 'owner',
    path: ({ staffOrderPath }) => staffOrderPath,
    then: press('Mark as shipped'),
  },
  {
    name: 'refund an order',
    who: 'owner',
    path: ({ staffOrderPath }) => staffOrderPath,
    then: choose('Refund'),
  },
  {
    name: 'refund pieces of an order',
    who: 'owner',
    path: ({ staffOrderPath }) => staffOrderPath,
    then: refundPieces,
  },
  { name: 'returns', who: 'owner', path: '/admin/returns' },
  { name: 'returns, none found', who: 'owner', path: '/admin/returns?q=zzzz' },
  { name: 'settings of returns', who: 'owner', path: '/admin/returns', then: press('Settings') },
  { name: 'staff’s return', who: 'owner', path: ({ staffReturnPath }) => staffReturnPath },
  {
    name: 'inspect a return',
    who: 'owner',
    path: ({ staffReturnPath }) => staffReturnPath,
    then: press('Inspect'),
  },
  { name: 'money', who: 'owner', path: '/admin/money' },
  { name: 'ways to pay', who: 'owner', path: '/admin/payments' },
  { name: 'keys of a provider', who: 'owner', path: '/admin/payments', then: enterKeys },
  { name: 'reviews', who: 'owner', path: '/admin/reviews' },
  { name: 'reviews, reported', who: 'owner', path: '/admin/reviews?show=reported' },
  { name: 'answer a review', who: 'owner', path: '/admin/reviews', then: press('Answer') },
  { name: 'do not publish a review', who: 'owner', path: '/admin/reviews', then: press('Do not publish') },
  { name: 'products', who: 'owner', path: '/admin/products' },
  { name: 'new product', who: 'owner', path: '/admin/products/new' },
  { name: 'import and export', who: 'owner', path: '/admin/products/transfers' },
  { name: 'an import', who: 'owner', path: '/admin/products/transfers', then: bringIn },
  { name: 'export products', who: 'owner', path: '/admin/products', then: press('Export') },
  { name: 'staff’s product', who: 'owner', path: ({ staffProductPath }) => staffProductPath },
  { name: 'categories', who: 'owner', path: '/admin/categories' },
  { name: 'new category', who: 'owner', path: '/admin/categories', then: press('Add category') },
  { name: 'inventory', who: 'owner', path: '/admin/inventory' },
  { name: 'adjust stock', who: 'owner', path: '/admin/inventory', then: press('Adjust') },
  { name: 'a variant of the stock', who: 'owner', path: '/admin/inventory', then: openVariant },
  { name: 'adjust several', who: 'owner', path: '/admin/inventory', then: adjustSeveral },
  { name: 'recommendations', who: 'owner', path: '/admin/recommendations' },
  { name: 'locations of the stock', who: 'owner', path: '/admin/inventory/locations' },
  {
    name: 'new location',
    who: 'owner',
    path: '/admin/inventory/locations',
    then: press('Add location'),
  },
  { name: 'stock takes', who: 'owner', path: '/admin/inventory/stock-takes' },
  {
    name: 'upload counts',
    who: 'owner',
    path: '/admin/inventory/stock-takes',
    then: press('Upload counts'),
  },
  { name: 'search in the back office', who: 'owner', path: '/admin/search' },
  { name: 'search, tried', who: 'owner', path: '/admin/search?q=jaens+slim+zzzzzz' },
  { name: 'synonyms', who: 'owner', path: '/admin/search?view=synonyms' },
  {
    name: 'new synonym',
    who: 'owner',
    path: '/admin/search?view=synonyms',
    then: press('Add synonym'),
  },
  { name: 'pinned products', who: 'owner', path: '/admin/search?view=pins' },
  { name: 'pin products', who: 'owner', path: '/admin/search?q=jeans', then: press('Pin products') },
  { name: 'search index', who: 'owner', path: '/admin/search?view=index' },
  { name: 'files', who: 'owner', path: '/admin/files' },
  { name: 'files in quarantine', who: 'owner', path: '/admin/files?view=quarantined' },
  { name: 'promotions', who: 'owner', path: '/admin/promotions' },
  { name: 'new promotion', who: 'owner', path: '/admin/promotions/new' },
  { name: 'a promotion', who: 'owner', path: ({ promotionPath }) => promotionPath },
  {
    name: 'add codes to a promotion',
    who: 'owner',
    path: ({ promotionPath }) => promotionPath,
    then: press('Add codes'),
  },
  { name: 'try prices', who: 'owner', path: '/admin/promotions/preview' },
  { name: 'prices, tried', who: 'owner', path: '/admin/promotions/preview', then: tryPrices },
  { name: 'gift cards', who: 'owner', path: '/admin/gift-cards' },
  {
    name: 'issue a gift card',
    who: 'owner',
    path: '/admin/gift-cards',
    then: press('Issue gift card'),
  },
  { name: 'a gift card', who: 'owner', path: ({ giftCardPath }) => giftCardPath },
  {
    name: 'correct a gift card',
    who: 'owner',
    path: ({ giftCardPath }) => giftCardPath,
    then: press('Correct'),
  },
  { name: 'taxes', who: 'owner', path: '/admin/taxes' },
  { name: 'shipping', who: 'owner', path: '/admin/shipping' },
  { name: 'new shipping method', who: 'owner', path: '/admin/shipping', then: press('Add method') },
  { name: 'apps', who: 'owner', path: '/admin/apps' },
  { name: 'register an app', who: 'owner', path: '/admin/apps', then: press('Register app') },
  { name: 'sent mail', who: 'owner', path: '/admin/mails' },
  { name: 'security health', who: 'owner', path: '/admin/security-health' },
  { name: 'audit log', who: 'owner', path: '/admin/audit' },
  { name: 'audit log, an entry', who: 'owner', path: '/admin/audit', then: openEntry },
  { name: 'audit log, none found', who: 'owner', path: '/admin/audit?q=zzzz' },
  { name: 'audit log, insights', who: 'owner', path: '/admin/audit?view=insights&days=30' },
  { name: 'approvals', who: 'owner', path: '/admin/approvals' },
  { name: 'roles', who: 'owner', path: '/admin/roles' },
  { name: 'permissions by role', who: 'owner', path: '/admin/roles?view=matrix' },
  { name: 'new role', who: 'owner', path: '/admin/roles/new' },
  { name: 'policies', who: 'owner', path: '/admin/policies' },
  { name: 'new policy', who: 'owner', path: '/admin/policies/new' },
  {
    name: 'new policy out of a template',
    who: 'owner',
    path: '/admin/policies/new?template=passkey-outside-office',
  },
  { name: 'new policy by hand', who: 'owner', path: '/admin/policies/new?template=none' },
  { name: 'API keys', who: 'owner', path: '/admin/api-keys' },
  { name: 'new API key', who: 'owner', path: '/admin/api-keys', then: press('New key') },
  { name: 'staff’s account', who: 'owner', path: '/admin/account' },
  { name: 'staff’s security', who: 'owner', path: '/admin/security' },
  {
    name: 'staff asked for a fresh proof',
    who: 'owner',
    path: '/admin/security',
    then: press('Use another app'),
    expected: /status of 401/,
  },
  { name: 'the demo’s codes', who: 'guest', path: '/demo/authenticator', then: seeCode },
  { name: 'command palette', who: 'owner', path: '/admin/', then: pressKeys('Control+k') },
  { name: 'no such staff page', who: 'owner', path: '/admin/nowhere' },
]

/** Opens the form of a refund and chooses to pay back pieces. */
async function refundPieces(page: Page): Promise<void> {
  await choose('Refund')(page)
  await page.getByRole('radio', { name: /^Pieces and delivery/ }).check()
  await page.getByRole('combobox').first().selectOption('1')
}

/** Ticks a row of the stock and opens the form for all that are ticked. */
async function adjustSeveral(page: Page): Promise<void> {
  await page.getByRole('row').getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Adjust selected' }).click()
  await page.getByRole('dialog').waitFor()
}

/** The first variant's places, holds and history. */
async function openVariant(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Places and history/ })
    .first()
    .click()
  await page.getByRole('heading', { name: 'History' }).waitFor()
}

/** Shows the QR code, or asks for a fresh proof where the last one is a while ago. */
async function beginSetup(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Set up' }).click()
  await page.getByLabel('Six-digit code').or(page.getByRole('dialog')).first().waitFor()
}

/** The newest entry, with its place in the chain. */
async function openEntry(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: /ago/ }).first().click()
  await page.getByRole('dialog').getByRole('heading', { name: 'Place in the chain' }).waitFor()
}

async function reportReview(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Report: review by/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Report a review' }).waitFor()
}

/** A made-up cart of one product, with a code that nobody has. */
async function tryPrices(page: Page): Promise<void> {
  await page.getByLabel('Add a product').fill('mug')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('Codes').fill('nonsense')
  await page.getByRole('button', { name: 'Price it' }).click()
  await page.getByText('There is no such code.').waitFor()
}

/** A code that no card has. */
async function askForBalance(page: Page): Promise<void> {
  await page.getByLabel('Code of the gift card').fill('2222-3333-4444-5555')
  await page.getByRole('button', { name: 'Show balance' }).click()
  await page.getByText('There is no gift card with this code').waitFor()
}

async function seeCode(page: Page): Promise<void> {
  await page.getByText('Demo only').waitFor()
}

/** An address that nobody has: the page is the same for those that somebody has. */
async function askForCode(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.com`)
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByRole('heading', { level: 1, name: 'Enter the code' }).waitFor()
}

async function typeInSearch(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('combobox', { name: 'Search' }).fill('bean')
  await page.getByRole('listbox').waitFor()
}

function press(name: string) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('main').getByRole('button', { name }).first().click()
    await page.getByRole('dialog').or(page.getByText('Added to your cart')).first().waitFor()
  }
}

function choose(name: string) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name }).click()
    await page.getByRole('dialog').waitFor()
  }
}

function pressKeys(keys: string) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('navigation', { name: 'Navigation' }).waitFor()
    await page.keyboard.press(keys)
    await page.getByRole('dialog').waitFor()
  }
}

function onPhone(name: string) {
  return async (page: Page): Promise<void> => {
    await page.setViewportSize({ width: 390, height: 844 })
    const label = page.getByLabel(name, { exact: true }).or(page.getByRole('link', { name, exact: true }))
    await label.filter({ visible: true }).first().click()
  }
}

/** A file whose columns have to be said: the page that asks for most. */
async function bringIn(page: Page): Promise<void> {
  const buffer = Buffer.from('Bezeichnung;Nummer;Preis\nLamp;AXE-1;12,50\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'lamps.csv', mimeType: 'text/csv', buffer })
  await page.getByText('Still missing: SKU.').waitFor()
}

async function enterKeys(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enter keys' }).first().click()
  await page.getByRole('dialog').getByLabel('Secret key').waitFor()
}
