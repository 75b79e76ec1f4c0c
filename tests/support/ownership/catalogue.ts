import { callers } from '../access-matrix.ts'
import {
  type Exempt,
  leftOut,
  narrows,
  open,
  own,
  type OwnershipRow,
  ownOrAll,
  same,
  tried,
  word,
} from './things.ts'

const { catalogue, stockReaders, sales } = callers

const leftOutHere: Exempt = { exempt: 'open to everybody; what is not known of adds nothing' }
const pinned: Exempt = { exempt: 'anybody reads what is sold, and what is not is shown to nobody' }
const place = tried(
  'a place of the shop, the same for everybody; whose the pieces are is asked of their variant',
  'modules/inventory/test/locations.test.ts › one in which something lies stays open, and so does the main one',
)
const variantThere = tried(
  'a variant of theirs',
  'modules/inventory/test/sellers.test.ts › a seller sees low stock, rules and places of their own alone',
)
const variantOfIt = tried(
  'a variant of this very product',
  'tests/security/sellers.test.ts › another’s picture is not known, and another’s variant is not one of theirs',
)
const variantOnSale = tried(
  'a variant of this very product',
  'modules/catalog/test/sales.test.ts › is refused where it is none, or meets another',
)
const anyCategory = tried(
  'any category',
  'modules/catalog/test/bulk-edit.test.ts › wants something to change, and a category that is there',
)
const typeOfTheShop = tried(
  'a product type of the shop',
  'modules/catalog/test/product-types.test.ts › are changed and removed only where they are there',
)
const saleOfIt = tried(
  'a sale of this very product',
  'modules/catalog/test/sales.test.ts › of another seller’s product is not there',
)
const seller = tried(
  'somebody to whom staff give it',
  'tests/security/sellers.test.ts › whose a product is cannot be said by a seller',
)

/** It still waits for its bytes. */
const untimely = { own: '409 CATALOG_TRANSFER_NOT_READY', others: '409 CATALOG_TRANSFER_NOT_READY' } as const

/** Rows of the ownership matrix: what is sold, its files and stock, and what is said of it. */
export const catalogueRows: Readonly<Record<string, OwnershipRow>> = {
  'catalog.listProducts': { items: same },
  'catalog.getCards': { product_ids: leftOut, 'product_ids[]': leftOut, items: same },
  'catalog.getProduct': { product_id: open('product') },
  'catalog.getProductBySlug': { slug: open('address of a product') },
  'catalog.listManagedProducts': { seller_id: narrows, items: ownOrAll('product', catalogue) },
  'catalog.createProduct': {
    category_id: open('category', { missing: '400 CATALOG_CATEGORY_UNKNOWN' }),
    'variants[].id': variantOfIt,
    'pictures[].id': ownOrAll('picture', catalogue, { missing: '400 CATALOG_PICTURE_UNKNOWN' }),
    type_id: typeOfTheShop,
    seller_id: seller,
  },
  'catalog.updateProduct': {
    product_id: ownOrAll('product', catalogue),
    category_id: open('category', { missing: '400 CATALOG_CATEGORY_UNKNOWN' }),
    'variants[].id': variantOfIt,
    'pictures[].id': ownOrAll('picture', catalogue, { missing: '400 CATALOG_PICTURE_UNKNOWN' }),
    type_id: typeOfTheShop,
    seller_id: seller,
  },
  'catalog.archiveProduct': { product_id: ownOrAll('product', catalogue) },
  'catalog.duplicateProduct': { product_id: ownOrAll('product', catalogue) },
  'catalog.bulkEditProducts': {
    'product_ids[]': ownOrAll('product', catalogue),
    category_id: anyCategory,
  },
  'catalog.listProductSales': { product_id: ownOrAll('product', catalogue) },
  'catalog.scheduleSale': {
    product_id: ownOrAll('product', catalogue),
    'prices[].variant_id': variantOnSale,
  },
  'catalog.cancelSale': { product_id: saleOfIt, sale_id: saleOfIt },
  'catalog.getPriceHistory': { product_id: ownOrAll('product', catalogue) },
  'catalog.listProductTypes': { items: same },
  'catalog.updateProductType': { type_id: typeOfTheShop },
  'catalog.deleteProductType': { type_id: typeOfTheShop },
  'catalog.listCurrencies': { items: same },
  'catalog.createPreviewLink': { product_id: ownOrAll('product', catalogue) },
  'catalog.revokePreviewLinks': { product_id: ownOrAll('product', catalogue) },
  'catalog.getPreview': { token: open('link to a preview') },
  'catalog.listTransfers': { items: ownOrAll('transfer', catalogue) },
  'catalog.getTransfer': { transfer_id: ownOrAll('transfer', catalogue) },
  'catalog.listTransferRows': { transfer_id: ownOrAll('transfer', catalogue) },
  'catalog.addImportPart': { transfer_id: ownOrAll('transfer', catalogue) },
  'catalog.checkImport': { transfer_id: ownOrAll('transfer', catalogue, untimely) },
  'catalog.runImport': { transfer_id: ownOrAll('transfer', catalogue, untimely) },
  'catalog.cancelTransfer': { transfer_id: ownOrAll('transfer', catalogue, untimely) },
  'catalog.deleteTransfer': { transfer_id: ownOrAll('transfer', catalogue) },
  'catalog.downloadRefusals': { transfer_id: ownOrAll('transfer', catalogue) },
  'catalog.createExport': { 'filter.type_id': narrows, 'filter.seller_id': narrows },
  'catalog.downloadExport': { transfer_id: ownOrAll('transfer', catalogue, untimely) },
  'catalog.listSellers': { items: same },
  'catalog.updateStock': {
    product_id: ownOrAll('product', catalogue),
    variant_id: ownOrAll('variant', catalogue),
  },
  'catalog.listCategories': { items: same },
  'catalog.getCategory': { category: open('category') },
  'catalog.createCategory': {
    parent_id: open('category', { missing: '400 CATALOG_CATEGORY_UNKNOWN' }),
    picture_id: open('picture', { missing: '400 CATALOG_PICTURE_UNKNOWN' }),
  },
  'catalog.updateCategory': {
    category_id: open('category'),
    parent_id: open('category', { missing: '400 CATALOG_CATEGORY_UNKNOWN' }),
    picture_id: open('picture', { missing: '400 CATALOG_PICTURE_UNKNOWN' }),
  },
  'catalog.deleteCategory': { category_id: open('category') },
  'catalog.moveCategory': {
    category_id: open('category'),
    parent_id: open('category', { missing: '400 CATALOG_CATEGORY_UNKNOWN' }),
    before_id: open('category', { missing: '400 CATALOG_CATEGORY_UNKNOWN' }),
  },

  'recommendations.getProductRecommendations': {
    product_id: open('product'),
    exclude: leftOutHere,
    'exclude[]': leftOutHere,
  },
  'recommendations.getRecommendations': {
    product_id: leftOutHere,
    'product_id[]': leftOutHere,
    exclude: leftOutHere,
    'exclude[]': leftOutHere,
  },
  'recommendations.rememberView': { product_id: open('product') },

  'media.listFiles': { items: ownOrAll('file', catalogue) },
  'media.listMyFiles': { items: own('file') },
  'media.getFile': { file_id: ownOrAll('file', catalogue) },
  'media.updateFile': { file_id: ownOrAll('file', catalogue) },
  'media.deleteFile': { file_id: ownOrAll('file', catalogue) },
  'media.verifyFile': { file_id: open('file') },
  'media.downloadFile': { file_id: ownOrAll('file', catalogue) },
  'media.getRendition': { picture_id: open('picture'), width: word },

  'inventory.listStock': {
    variant_id: narrows,
    location_id: narrows,
    items: ownOrAll('variant', stockReaders),
  },
  'inventory.listLowStock': {
    items: tried(
      'lists what is low of what `listStock` lists',
      'modules/inventory/test/sellers.test.ts › a seller sees low stock, rules and places of their own alone',
    ),
  },
  'inventory.listMovements': { variant_id: ownOrAll('variant', stockReaders), location_id: narrows },
  'inventory.listReservations': { variant_id: ownOrAll('variant', stockReaders) },
  'inventory.adjustStock': { variant_id: ownOrAll('variant', catalogue), location_id: place },
  'inventory.adjustMany': {
    'changes[].variant_id': ownOrAll('variant', catalogue),
    'changes[].location_id': place,
  },
  'inventory.getStock': { variant_id: ownOrAll('variant', stockReaders) },
  'inventory.setStockRules': { variant_id: ownOrAll('variant', catalogue) },
  'inventory.listLocations': { items: same },
  'inventory.renameLocation': { location_id: open('stock location') },
  'inventory.closeLocation': { location_id: open('stock location') },
  'inventory.transferStock': {
    variant_id: variantThere,
    from_location_id: place,
    to_location_id: open('stock location', { missing: '400 INVENTORY_LOCATION_UNKNOWN' }),
  },
  'inventory.listStockTakes': { items: ownOrAll('stock take', stockReaders) },
  'inventory.createStockTake': {
    location_id: open('stock location', { missing: '400 INVENTORY_LOCATION_UNKNOWN' }),
  },
  'inventory.getStockTake': { stock_take_id: ownOrAll('stock take', stockReaders) },
  'inventory.listStockTakeLines': { stock_take_id: ownOrAll('stock take', stockReaders) },
  'inventory.applyStockTake': { stock_take_id: ownOrAll('stock take', catalogue) },
  'inventory.discardStockTake': { stock_take_id: ownOrAll('stock take', catalogue) },

  'search.searchProducts': { items: same },
  'search.explainSearch': { items: same },
  'search.listSynonyms': { items: same },
  'search.updateSynonym': { synonym_id: open('synonym') },
  'search.deleteSynonym': { synonym_id: open('synonym') },
  'search.listPins': { items: same },
  'search.createPin': { 'product_ids[]': pinned },
  'search.updatePin': { pin_id: open('pin'), 'product_ids[]': pinned },
  'search.deletePin': { pin_id: open('pin') },

  // The reviews of the scene wait for a moderator: published ones are everybody's to read.
  'reviews.listReviews': { product_id: narrows, items: same },
  'reviews.getRating': { product_id: open('product', { missing: 'done' }) },
  'reviews.listOwnReviews': { product_id: narrows, items: own('review') },
  'reviews.getReview': { review_id: ownOrAll('review', stockReaders) },
  'reviews.createReview': { product_id: open('product') },
  'reviews.updateReview': { review_id: own('review') },
  'reviews.deleteReview': { review_id: ownOrAll('review', sales) },
  'reviews.addReviewPhoto': { review_id: own('review') },
  'reviews.removeReviewPhoto': { photo_id: own('photo of a review') },
  'reviews.getReviewPhoto': { photo_id: ownOrAll('photo of a review', stockReaders) },
  'reviews.approveReview': { review_id: ownOrAll('review', sales) },
  'reviews.rejectReview': { review_id: ownOrAll('review', sales) },
  'reviews.markHelpful': { review_id: own('review', { own: '409 REVIEWS_OWN' }) },
  'reviews.reportReview': { review_id: own('review', { own: '409 REVIEWS_OWN' }) },
  'reviews.listManagedReviews': { product_id: narrows, items: ownOrAll('review', stockReaders) },
  'reviews.replyToReview': { review_id: ownOrAll('review', sales) },
}
