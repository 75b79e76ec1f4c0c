import { account } from './de/account.ts'
import { apps } from './de/apps.ts'
import { audit } from './de/audit.ts'
import { catalog } from './de/catalog.ts'
import { common } from './de/common.ts'
import { errors } from './de/errors.ts'
import { health } from './de/health.ts'
import { logs } from './de/logs.ts'
import { mailLinks } from './de/mail-links.ts'
import { orders } from './de/orders.ts'
import { overview } from './de/overview.ts'
import { recovery } from './de/recovery.ts'
import { security } from './de/security.ts'
import { shell } from './de/shell.ts'
import { shipping } from './de/shipping.ts'
import { stock } from './de/stock.ts'
import { users } from './de/users.ts'
import type { Texts } from './texts.ts'

/** German. */
export const de: Texts = {
  account,
  apps,
  audit,
  catalog,
  common,
  errors,
  health,
  logs,
  mailLinks,
  orders,
  overview,
  recovery,
  security,
  shell,
  shipping,
  stock,
  users,
}
