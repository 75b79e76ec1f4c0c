import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { audit } from '@rampart/contracts/audit.ts'
import { cart } from '@rampart/contracts/cart.ts'
import { catalog } from '@rampart/contracts/catalog.ts'
import { customers } from '@rampart/contracts/customers.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { inventory } from '@rampart/contracts/inventory.ts'
import { media } from '@rampart/contracts/media.ts'
import { notifications } from '@rampart/contracts/notifications.ts'
import { oauth } from '@rampart/contracts/oauth.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { pricing } from '@rampart/contracts/pricing.ts'
import { recommendations } from '@rampart/contracts/recommendations.ts'
import { reviews } from '@rampart/contracts/reviews.ts'
import { createAddress } from './create-address.ts'
import { deleteAddress } from './delete-address.ts'
import { ERASE_JOB, eraseAccount } from './erasure/erase-account.ts'
import { requestErasure } from './erasure/request-erasure.ts'
import { resumeErasures } from './erasure/resume-erasures.ts'
import { downloadExport } from './export/download-export.ts'
import { expireExports } from './export/expire-exports.ts'
import { listExports } from './export/list-exports.ts'
import { EXPORT_JOB, makeExport } from './export/make-export.ts'
import { readExportPart } from './export/read-export-part.ts'
import { requestExport } from './export/request-export.ts'
import { listAddresses } from './list-addresses.ts'
import { updateAddress } from './update-address.ts'
import { addToWishlist } from './wishlist/add-to-wishlist.ts'
import { getSharedWishlist } from './wishlist/get-shared-wishlist.ts'
import { getWishlistIds } from './wishlist/get-wishlist-ids.ts'
import { getWishlist } from './wishlist/get-wishlist.ts'
import { mergeWishlist } from './wishlist/merge-wishlist.ts'
import { moveWishToCart } from './wishlist/move-wish-to-cart.ts'
import { onBackInStock } from './wishlist/on-back-in-stock.ts'
import { removeFromWishlist } from './wishlist/remove-from-wishlist.ts'
import { renameWishlist } from './wishlist/rename-wishlist.ts'
import { shareWishlist } from './wishlist/share-wishlist.ts'
import { TELL_JOB, tellBackInStock } from './wishlist/tell-back-in-stock.ts'
import { unshareWishlist } from './wishlist/unshare-wishlist.ts'
import { wantNotice } from './wishlist/want-notice.ts'
import { withdrawNotice } from './wishlist/withdraw-notice.ts'

/** What customers keep with the shop, and how they take it with them or leave. */
export const customersModule = defineModule({
  contract: customers,
  calls: {
    audit,
    cart,
    catalog,
    identity,
    media,
    notifications,
    oauth,
    orders,
    pricing,
    recommendations,
    reviews,
  },
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      listAddresses: listAddresses(deps),
      createAddress: createAddress(deps),
      updateAddress: updateAddress(deps),
      deleteAddress: deleteAddress(deps),
      getWishlist: getWishlist(deps),
      getWishlistIds: getWishlistIds(deps),
      addToWishlist: addToWishlist(deps),
      mergeWishlist: mergeWishlist(deps),
      renameWishlist: renameWishlist(deps),
      removeFromWishlist: removeFromWishlist(deps),
      moveWishToCart: moveWishToCart(deps),
      wantNotice: wantNotice(deps),
      withdrawNotice: withdrawNotice(deps),
      shareWishlist: shareWishlist(deps),
      unshareWishlist: unshareWishlist(deps),
      getSharedWishlist: getSharedWishlist(deps),
      requestExport: requestExport(deps),
      listExports: listExports(deps),
      downloadExport: downloadExport(deps),
      readExportPart: readExportPart(deps),
      requestErasure: requestErasure(deps),
    },
    listens: [listen(inventory, 'inventory.back-in-stock.v1', onBackInStock(deps))],
    jobs: {
      [EXPORT_JOB]: makeExport(deps),
      [ERASE_JOB]: eraseAccount(deps),
      [TELL_JOB]: tellBackInStock(deps),
    },
    schedules: [
      { name: 'expire-exports', everySeconds: 3_600, run: expireExports(deps) },
      { name: 'resume-erasures', everySeconds: 86_400, run: resumeErasures(deps) },
    ],
  }),
})
