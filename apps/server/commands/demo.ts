import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { environment } from '@rampart/platform/config/environment.ts'
import { runShop } from '../boot/run-shop.ts'
import { type Boutique, readBoutique } from '../demo/boutique.ts'
import { buildSearchIndex } from '../demo/build-search-index.ts'
import { ACCOUNTS_FILE, type DemoAccount, seedAccounts } from '../demo/seed-accounts.ts'
import { seedBuyers } from '../demo/seed-buyers.ts'
import { seedCatalogue } from '../demo/seed-catalogue.ts'
import { seedOrders } from '../demo/seed-orders.ts'
import { seedReviews } from '../demo/seed-reviews.ts'
import { withRuntime } from './with-runtime.ts'

/** `rampart demo`: the sample shop, on data that goes when it ends unless DATA_DIR keeps it. */
export async function demo(): Promise<void> {
  const boutique = await readBoutique()
  const given = environment()['DATA_DIR']
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'rampart-demo-')))
  const forget = async (): Promise<void> => {
    if (given === undefined) await rm(dataDir, { recursive: true, force: true })
  }
  const { name, tagline, currency } = boutique.shop
  const env = {
    SHOP_NAME: name,
    SHOP_TAGLINE: tagline,
    SHOP_CURRENCY: currency,
    ...environment(),
    DATA_DIR: dataDir,
  }
  try {
    const accounts = await openSampleShop(boutique, dataDir, env)
    await runShop(
      env,
      ({ url }) => printWelcome(name, url, dataDir, accounts, given !== undefined),
      forget,
      new URL('../demo/worker.ts', import.meta.url),
    )
  } catch (error) {
    await forget()
    throw error
  }
}

/** Fills an empty data folder with the sample shop; one that was filled before is opened as it is. */
async function openSampleShop(
  boutique: Boutique,
  dataDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<DemoAccount[]> {
  const file = join(dataDir, ACCOUNTS_FILE)
  const known = await readFile(file, 'utf8').catch(() => null)
  if (known !== null) return JSON.parse(known) as DemoAccount[]
  process.stdout.write('Setting up the sample shop…\n')
  const accounts = await withRuntime(async (runtime, delivered) => {
    await seedCatalogue(runtime, boutique)
    await delivered()
    const buyers = await seedBuyers(runtime)
    await seedOrders(runtime, buyers)
    await seedReviews(runtime, buyers)
    await delivered()
    await buildSearchIndex(runtime)
    return seedAccounts(runtime)
  }, env)
  await writeFile(file, JSON.stringify(accounts), { mode: 0o600 })
  return accounts
}

function printWelcome(
  name: string,
  url: string,
  dataDir: string,
  accounts: readonly DemoAccount[],
  kept: boolean,
): void {
  const lines = [
    '',
    `  ${name} is open.`,
    '',
    `  Shop         ${url}`,
    `  Back office  ${url}/admin`,
    `  API          ${url}/docs`,
    `  Codes        ${url}/demo/authenticator   (the back office asks for one beside the password)`,
    '',
    ...accounts.map(
      ({ role, email, password }) =>
        `  ${role === 'customer' ? 'Shopper' : 'Owner  '}      ${email}   ${password}`,
    ),
    '',
    `  Mails are written to ${join(dataDir, 'mail')}.`,
    kept
      ? `  The data stays in ${dataDir}.`
      : '  The data is thrown away when you stop the demo with Ctrl-C.',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
