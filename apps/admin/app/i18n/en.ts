import { account } from './en/account.ts'
import { apps } from './en/apps.ts'
import { audit } from './en/audit.ts'
import { catalog } from './en/catalog.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import { health } from './en/health.ts'
import { logs } from './en/logs.ts'
import { mailLinks } from './en/mail-links.ts'
import { orders } from './en/orders.ts'
import { overview } from './en/overview.ts'
import { recovery } from './en/recovery.ts'
import { security } from './en/security.ts'
import { shell } from './en/shell.ts'
import { shipping } from './en/shipping.ts'
import { stock } from './en/stock.ts'
import { users } from './en/users.ts'

/** English. The shape of this object is the shape of every language. */
export const en = {
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
