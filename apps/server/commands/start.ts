import process from 'node:process'
import { environment } from '@rampart/platform/config/environment.ts'
import { runShop } from '../boot/run-shop.ts'

/** `rampart start`: the shop of this installation. */
export async function start(): Promise<void> {
  await runShop(environment(), ({ url, setupUrl }) => {
    process.stdout.write(
      `\n  Rampart is ready.\n\n  Shop         ${url}\n  Back office  ${url}/admin\n  API          ${url}/docs\n`,
    )
    if (setupUrl !== null) {
      process.stdout.write(
        `\n  The shop has no owner yet. Open this link within 24 hours to make the owner account;\n  it works once, and each start prints a new one:\n\n  ${setupUrl}\n`,
      )
    }
    process.stdout.write('\n  Stop with Ctrl-C.\n\n')
  })
}
