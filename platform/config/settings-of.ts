import { isIP } from 'node:net'
import type { Config } from './config.ts'
import type { Settings } from './settings.ts'

/** What modules may know of the configuration. */
export function settingsOf(config: Config): Settings {
  return Object.freeze({
    public_url: config.public_url,
    data_dir: config.data_dir,
    shop_name: config.shop_name,
    shop_tagline: config.shop_tagline,
    shop_currency: config.shop_currency,
    shop_currencies: config.shop_currencies,
    mail_from: config.mail_from,
    smtp_url: config.smtp_url,
    opensearch_url: config.opensearch_url,
    opensearch_prefix: config.opensearch_prefix,
    recaptcha: config.recaptcha,
    sign_in_providers: config.sign_in_providers,
    sandbox_payments: config.sandbox_payments,
    payment_stand_ins: config.payment_stand_ins,
    refuse_throw_away_mail: config.refuse_throw_away_mail,
    virus_scanner: config.virus_scanner,
    object_storage: config.object_storage,
    audit_retention_days: config.audit_retention_days,
    loopback_url: `http://${reachable(config.host)}:${config.port}`,
    host: config.host,
    trust_proxy: config.trust_proxy,
  })
}

// Listening on every address includes loopback; listening on one address means that one.
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return isIP(host) === 6 ? `[${host}]` : host
}
