import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { randomCode } from '../codes/random-code.ts'
import type { PricingDeps } from '../deps.ts'
import { couponCode } from '../domain/coupons/code.ts'
import { insertCoupons } from '../store/coupons.ts'
import { lockPromotion } from '../store/promotion-rows.ts'

type Input = ParsedInputOf<Pricing, 'createCoupons'>

/** Ten signs out of 30 are worth 49 bits: a million codes in force leave one hit in half a billion tries. */
const MADE_UP = 10
const SHOWN = 100

/** Adds codes to a promotion: one that was chosen, or many that are made up. */
export const createCoupons =
  (deps: PricingDeps): Handler<Pricing, 'createCoupons'> =>
  async (input, context) => {
    const now = context.now()
    return await deps.db.tx(async (tx) => {
      const promotion = await lockPromotion(tx, input.promotion_id)
      if (promotion === null) throw context.fail('NOT_FOUND')
      if (!promotion.needs_coupon) throw context.fail('PRICING_NEEDS_NO_COUPON')
      const codes = await addCodes(tx, input, now)
      if (codes.length === 0) throw context.fail('PRICING_CODE_TAKEN')
      const { max_uses, max_uses_per_person } = input
      await deps.audit.record(tx, context, {
        action: 'pricing.coupons-created',
        subject_type: 'promotion',
        subject_id: input.promotion_id,
        after: {
          name: promotion.name,
          created: codes.length,
          code: input.code,
          max_uses,
          max_uses_per_person,
        },
      })
      return { created: codes.length, codes: codes.slice(0, SHOWN) }
    })
  }

/** Those that were chosen are added or not; of made-up ones as many as were asked for. */
async function addCodes(tx: Tx, input: Input, now: Date): Promise<string[]> {
  const add = (codes: readonly string[]) => {
    const coupons = codes.map((code) => ({ id: newId(), code }))
    return insertCoupons(tx, input.promotion_id, coupons, input, now)
  }
  if (input.code !== undefined) return await add([couponCode(input.code)])
  const added: string[] = []
  const wanted = input.count ?? 0
  while (added.length < wanted) {
    const missing = Array.from({ length: wanted - added.length }, () => randomCode(MADE_UP))
    added.push(...(await add([...new Set(missing)].map((code) => couponCode(input.prefix) + code))))
  }
  return added
}
