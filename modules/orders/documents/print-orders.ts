import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf as sellerOf } from '@rampart/platform/contract/owner.ts'
import { makePdf } from '@rampart/platform/pdf/make-pdf.ts'
import type { OrdersDeps } from '../deps.ts'
import { findSeller } from '../store/documents.ts'
import { findPapers } from '../store/find-papers.ts'
import { sellerLine } from './document-pdf.ts'
import { drawPackingSlips } from './packing-slip.ts'
import { drawPickList } from './pick-list.ts'
import { wordsIn } from './words.ts'

/** Papers of the warehouse for orders that were paid: what to fetch for all of them, or what lies in each parcel. */
export const printOrders =
  (deps: OrdersDeps): Handler<Orders, 'printOrders'> =>
  async ({ paper, order_ids, language }, context) => {
    const [orders, shop] = await Promise.all([
      findPapers(deps.db, order_ids, sellerOf(context)),
      findSeller(deps.db),
    ])
    if (orders.length < order_ids.length) throw context.fail('NOT_FOUND')
    const words = wordsIn[language]
    const title = paper === 'pick_list' ? words.pickList : words.packingSlip
    const footer = shop === null ? deps.settings.shop_name : sellerLine(shop, language)
    const bytes = await makePdf({ title, language, made_at: context.now(), footer }, (sheet) => {
      if (paper === 'pick_list') drawPickList(sheet, orders, language)
      else drawPackingSlips(sheet, orders, shop?.name ?? deps.settings.shop_name, language)
    })
    const name = paper === 'pick_list' ? 'pick-list' : 'packing-slips'
    return { content_type: 'application/pdf' as const, bytes, attachment: `${name}.pdf` }
  }
