import { access } from '@rampart/contracts/access.ts'
import { backgroundContext, type CallContext } from '@rampart/platform/contract/call-context.ts'
import { type Client, client } from '@rampart/platform/contract/client.ts'
import type { Contract } from '@rampart/platform/contract/define-contract.ts'
import type { Guard, GuardedCall } from '@rampart/platform/contract/guard.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import type { Link } from '@rampart/platform/contract/link.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { type AppError, failure } from '@rampart/platform/errors/app-error.ts'
import { countryOf } from '@rampart/platform/geo/country-of.ts'
import type { Log } from '@rampart/platform/log/log.ts'
import { actionsOf } from '@rampart/platform/policy/actions.ts'
import type { Concern, PolicySet } from '@rampart/platform/policy/compile.ts'
import { decide, type Decision, type Verdict } from '@rampart/platform/policy/decide.ts'
import type { Facts } from '@rampart/platform/policy/facts.ts'
import { factsOf, principalType } from '@rampart/platform/policy/facts-of.ts'
import { decisionLog } from './decision-log.ts'
import { policiesInForce } from './policies-in-force.ts'
import { isForRepair, isOpenReading } from './spared.ts'

export type ShopGuard = Guard & {
  /** What is known of policies is not the present state any more. */
  forget(): void
  /** Writes down what was decided. */
  flush(): Promise<void>
  stop(): void
}

type Options = {
  readonly contracts: readonly Contract[]
  /** ISO 4217, of the shop. */
  readonly currency: string
  readonly log: Log
  readonly clock: () => Date
  readonly linkTo: (contract: string) => Link
  readonly hear: (changed: () => void) => Promise<unknown>
  /** Writes into the audit trail that nobody else could have agreed to a call. */
  readonly noteWaiver: (context: CallContext, operation: string) => Promise<void>
}

/** How long giving an approval back may take. */
const RETURN_MS = 5_000

/** Decides about calls from outside by the policies of the shop, and asks for the second person where they do. */
export function shopGuard(options: Options): ShopGuard {
  const { log, clock } = options
  const actions = actionsOf(options.contracts)
  const link: Link = (call) => options.linkTo('access')(call)
  const ask: Client<typeof access> = client(access, link, 'server')
  const policies = policiesInForce({
    actions,
    fetch: (known) => ask.activePolicies(backgroundContext(newId()), { known }),
    hear: options.hear,
    onChange: ({ problems }) => {
      if (problems.length > 0)
        log.error('a policy in force cannot be read; nearly all is forbidden', { problems })
    },
  })
  const decisions = decisionLog((items) =>
    ask.recordDecisions(backgroundContext(newId()), { items: items.map((item) => ({ ...item })) }),
  )
  /** Approvals that calls on their way have spent. */
  const uses = new WeakMap<GuardedCall, { readonly approval_id: string; readonly use_id: string }>()

  async function inForce(): Promise<PolicySet | null> {
    try {
      return policies.peek() ?? (await policies.get())
    } catch (error) {
      log.error('the policies in force cannot be asked for', { error })
      return null
    }
  }

  function withoutStore({ name, operation, context, permitted }: GuardedCall): AppError | null {
    const type = principalType(context.principal)
    const last = policies.last()
    // What is open to everybody to read, and what no policy known last concerns: nothing else without the store.
    const open = permitted && isOpenReading(operation) && last !== null && type !== null
    return open && last.concern(name, type) === null ? null : failure('UNAVAILABLE')
  }

  async function agreed(call: GuardedCall, facts: Facts): Promise<AppError | null> {
    const { name, operation, context, input } = call
    const { principal, approval_id } = context
    if (principal.kind !== 'staff' || operation.kind !== 'command') return failure('FORBIDDEN')
    const about = { operation: name, principal_id: principal.id }
    if (approval_id !== null) {
      const { use_id } = await ask.useApproval(context, { ...about, approval_id, input })
      if (use_id !== null) {
        uses.set(call, { approval_id, use_id })
        return null
      }
    }
    const { possible } = await ask.canAnotherApprove(context, about)
    if (possible) return failure('APPROVAL_REQUIRED')
    // A shop of one would stand still otherwise.
    if (!facts.fresh) return failure('STEP_UP_REQUIRED')
    await options.noteWaiver(context, name)
    return null
  }

  async function refusal(call: GuardedCall): Promise<AppError | null> {
    const { name, operation, context, permitted } = call
    const type = principalType(context.principal)
    const action = actions.get(name)
    if (type === null || action === undefined) return failure('FORBIDDEN')
    const set = await inForce()
    if (set === null) return withoutStore(call)
    if (set.problems.length > 0 && !isForRepair(operation)) return failure('FORBIDDEN')
    const concern = set.concern(name, type)
    if (concern === null && type !== 'Staff') return permitted ? null : failure('FORBIDDEN')
    const facts = await placed(
      concern,
      factsOf(context, { ...call, now: clock(), currency: options.currency }),
    )
    const decision = decide(concern, facts)
    decisions.add(facts, action, decision.verdict)
    note(decision, call)
    return decision.verdict === 'approval' ? agreed(call, facts) : refusalOf[decision.verdict]()
  }

  async function undone(call: GuardedCall): Promise<void> {
    const use = uses.get(call)
    if (use === undefined) return
    try {
      // Whoever called may have given up waiting meanwhile; they keep what they were given all the same.
      await ask.returnApproval({ ...call.context, deadline: Date.now() + RETURN_MS }, use)
    } catch (error) {
      // It stays spent, which is safe: what was proposed can be proposed again.
      log.error('an approval could not be given back', { error, ...use })
    }
  }

  function note({ verdict, because, errors }: Decision, { name, context }: GuardedCall): void {
    const about = { operation: name, request_id: context.request_id, policies: because }
    if (errors.length > 0)
      log.error('a policy could not be evaluated, so the call is refused', { ...about, errors })
    else if (verdict !== 'allow') log.info('refused by policy', { ...about, verdict })
  }

  return {
    concerns(name, { principal }) {
      if (principal.kind === 'staff') return true
      const set = policies.peek()
      if (set === null || set.problems.length > 0) return true
      const type = principalType(principal)
      return type === null || set.concern(name, type) !== null
    },
    mayPermit(name, { principal }) {
      if (principal.kind !== 'staff' || principal.api_key_id !== undefined) return false
      // A session without its second factor is held to what it may do so far.
      if (!holdsPermission(principal.permissions, 'identity:self')) return false
      const set = policies.peek()
      return set === null || set.concern(name, 'Staff')?.permits === true
    },
    refusal,
    undone,
    forget: policies.forget,
    flush: decisions.flush,
    stop: decisions.stop,
  }
}

const refusalOf: Readonly<Record<Exclude<Verdict, 'approval'>, () => AppError | null>> = {
  allow: () => null,
  deny: () => failure('FORBIDDEN'),
  step_up: () => failure('STEP_UP_REQUIRED'),
}

/** The country is looked up only where a policy asks for it. */
async function placed(concern: Concern | null, facts: Facts): Promise<Facts> {
  if (concern === null || concern.reads.context?.has('country') === false) return facts
  return { ...facts, country: await countryOf(facts.ip) }
}
