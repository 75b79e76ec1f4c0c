import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { requireChallenge } from '../challenge/demand-challenge.ts'
import type { IdentityDeps } from '../deps.ts'
import { agentKind } from '../domain/agents.ts'
import type { Identifier } from '../domain/identifier.ts'
import { networkOf } from '../domain/network-of.ts'
import { attemptRisk, isHigh, type Risk } from '../domain/risk.ts'
import { accountTries, networkTries } from '../domain/try-policies.ts'
import { findLogin, type LoginRow } from '../store/accounts.ts'
import type { Counter } from '../throttle.ts'
import { accountName, knownDeviceName, loginNetworkName, typedName } from './try-names.ts'

type AttemptContext = HandlerContext<'IDENTITY_TOO_MANY_TRIES' | 'IDENTITY_CHALLENGE_REQUIRED'>

/** A try to sign in by password that was counted and may be judged. */
export type Attempt = {
  readonly account: LoginRow | null
  /** Whether the browser holds the cookie of an earlier sign-in to this account. */
  readonly knownDevice: boolean
  readonly risk: Risk
  /** How many there were under what was typed in, this one included. */
  readonly tries: number
  /** A wait runs that nobody may notice: the password must not be looked at, and the answer is that it is wrong. */
  readonly inSecretWait: boolean
  /** Forgets the tries that this one makes good. */
  readonly succeed: (tx: Tx) => Promise<void>
}

/** What a try is counted by, the first to the last. */
type Counting = {
  readonly network: Counter | null
  /** Its waits are told: by what was typed in, known or not, or by the device where that is known. */
  readonly told: Counter
  /** Its waits are not told: two names for one account would betray that they are. */
  readonly secret: Counter | null
}

/**
 * Counts a try before it is judged, and asks for a challenge when the risk is high. An unknown account costs the same
 * statements as a known one. A browser that signed in to the account before is counted alone, so that strangers who
 * guess lock themselves out and not its owner (OWASP calls it a device cookie).
 * @throws IDENTITY_TOO_MANY_TRIES, IDENTITY_CHALLENGE_REQUIRED
 */
export async function openAttempt(
  deps: IdentityDeps,
  identifier: Identifier,
  input: { readonly challenge_response?: string | undefined },
  context: AttemptContext,
): Promise<Attempt> {
  const device = context.device_token === null ? null : hashToken(context.device_token)
  const account = await findLogin(deps.db, identifier, device)
  const knownDevice = account?.known_device === true
  const counting = countingOf(account, identifier, knownDevice ? device : null, context)
  const risk = await judgeRisk(deps, counting, knownDevice, input, context)

  const { tries, inSecretWait } = await takeTry(deps, counting, context)
  return {
    account,
    knownDevice,
    risk,
    tries,
    inSecretWait,
    succeed: (tx) => makeGood(deps, tx, counting, context.now()),
  }
}

function countingOf(
  account: LoginRow | null,
  identifier: Identifier,
  device: Buffer | null,
  { ip }: AttemptContext,
): Counting {
  if (account !== null && device !== null) {
    const told = { name: knownDeviceName(account.id, device), policy: accountTries }
    return { network: null, told, secret: null }
  }
  const typed = typedName(identifier)
  return {
    network: ip === null ? null : { name: loginNetworkName(networkOf(ip)), policy: networkTries },
    told: { name: typed, policy: accountTries },
    secret: { name: account === null ? `nobody:${typed}` : accountName(account.id), policy: accountTries },
  }
}

/** Waits come first: whoever has to wait need not solve anything yet. */
async function judgeRisk(
  deps: IdentityDeps,
  { network, told }: Counting,
  knownDevice: boolean,
  input: { readonly challenge_response?: string | undefined },
  context: AttemptContext,
): Promise<Risk> {
  const counters = network === null ? [told] : [told, network]
  const [typed, ofNetwork] = await deps.throttle.look(deps.db, counters, context.now())
  const wait = Math.max(typed?.waitSeconds ?? 0, ofNetwork?.waitSeconds ?? 0)
  if (wait > 0) throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: wait })
  const risk = attemptRisk({
    identifierFailures: typed?.tries ?? 0,
    networkFailures: ofNetwork?.tries ?? 0,
    agent: agentKind(context.user_agent),
    knownDevice,
  })
  if (isHigh(risk)) await requireChallenge(deps, input, context)
  return risk
}

async function takeTry(
  deps: IdentityDeps,
  { network, told, secret }: Counting,
  context: AttemptContext,
): Promise<{ readonly tries: number; readonly inSecretWait: boolean }> {
  const counters = [told, secret, network]
  const [ofTold, ofSecret, ofNetwork] = await deps.throttle.takeEach(deps.db, counters, context.now())
  const refused = [ofNetwork, ofTold].find((each) => each?.allowed === false)
  if (refused?.allowed === false) {
    throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: refused.retryAfterSeconds })
  }
  return { tries: ofTold?.allowed ? ofTold.tries : 0, inSecretWait: ofSecret?.allowed === false }
}

async function makeGood(
  deps: IdentityDeps,
  tx: Tx,
  { network, told, secret }: Counting,
  now: Date,
): Promise<void> {
  await deps.throttle.forget(tx, told.name, ...(secret === null ? [] : [secret.name]))
  if (network !== null) await deps.throttle.giveBack(tx, network.name, now)
}
