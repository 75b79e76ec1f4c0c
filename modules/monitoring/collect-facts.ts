import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { checkInstalled } from '@rampart/platform/dependencies/check-installed.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { MonitoringDeps } from './deps.ts'
import type { Facts, Signals, Trail } from './domain/facts.ts'

/** How long an answer is waited for, in milliseconds: a page that says what it knows is better than none. */
const PATIENCE_MS = 8_000

const DAYS = 15
const signalActions = {
  failed_sign_ins: ['authn_login_fail', 'authn_login_fail_max'],
  lockouts: ['authn_login_lock'],
  token_reuse: ['authn_token_reuse'],
} as const satisfies Readonly<Record<keyof Signals, readonly string[]>>

/**
 * Asks everybody who knows something about the shop's security, all at once. Whoever does not answer leaves null, which
 * is judged as unknown.
 */
export async function collectFacts(deps: MonitoringDeps, context: CallContext, now: Date): Promise<Facts> {
  const { access, audit, identity } = deps.clients
  const ask = <T>(what: string, answer: () => Promise<T>): Promise<T | null> =>
    inTime(answer).catch((error: unknown) => {
      deps.log.warn('security health: no answer', { what, error })
      return null
    })
  const [people, powers, signals, trail, warnings, packages] = await Promise.all([
    ask('identity', () => identity.identityHealth(context, {})),
    ask('access', () => access.accessHealth(context, {})),
    ask('signals', async () => signalsOf((await audit.countActions(context, wanted)).items)),
    ask('audit', async () => trailOf(await audit.verifyAudit(context, {}))),
    ask('insights', async () => warningsIn((await audit.listInsights(context, {})).items)),
    ask('packages', checkInstalled),
  ])
  const { public_url, host, trust_proxy, sandbox_payments, smtp_url } = deps.settings
  const settings = { public_url, host, trust_proxy, sandbox_payments, sends_mail: smtp_url !== null }
  return { now: now.getTime(), people, powers, signals, trail, warnings, packages, settings }
}

const wanted = { actions: Object.values(signalActions).flat(), days: DAYS }

function signalsOf(
  items: readonly { readonly action: string; readonly per_day: readonly number[] }[],
): Signals {
  const sumOf = (actions: readonly string[]): number[] =>
    Array.from({ length: DAYS }, (_, day) =>
      items.reduce((sum, item) => sum + (actions.includes(item.action) ? (item.per_day[day] ?? 0) : 0), 0),
    )
  return {
    failed_sign_ins: sumOf(signalActions.failed_sign_ins),
    lockouts: sumOf(signalActions.lockouts),
    token_reuse: sumOf(signalActions.token_reuse),
  }
}

function trailOf(answer: OutputOf<Audit, 'verifyAudit'>): Trail {
  const { state, entries, checkpoints, proven_until, first_bad } = answer
  return { state, entries, checkpoints, proven_until, first_bad_position: first_bad?.position ?? null }
}

function warningsIn(items: OutputOf<Audit, 'listInsights'>['items']): number {
  return items.filter(({ severity }) => severity === 'warning').length
}

// A deadline is looked at when a call begins; this is for one that began and does not end.
async function inTime<T>(answer: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long.')), PATIENCE_MS)
  })
  try {
    return await Promise.race([answer(), late])
  } finally {
    clearTimeout(timer)
  }
}
