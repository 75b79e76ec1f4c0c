import { catalog } from '@rampart/contracts/catalog.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { inventory } from '@rampart/contracts/inventory.ts'
import { media } from '@rampart/contracts/media.ts'
import { reviews } from '@rampart/contracts/reviews.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { archiveProduct } from './archive-product.ts'
import { createCategory } from './create-category.ts'
import { createProduct } from './create-product.ts'
import { deleteCategory } from './delete-category.ts'
import { describeProducts } from './describe-products.ts'
import { bulkEditProducts } from './editing/bulk-edit-products.ts'
import { duplicateProduct } from './editing/duplicate-product.ts'
import { findCategoryPaths } from './find-category-paths.ts'
import { findProductsBySku } from './find-products-by-sku.ts'
import { exportProducts } from './export-products.ts'
import { listPages } from './find-products.ts'
import { findRelated } from './find-related.ts'
import { forgetOnWrite } from './forget-on-write.ts'
import { getCards } from './get-cards.ts'
import { getCategory } from './get-category.ts'
import { getDefaultVariants } from './get-default-variants.ts'
import { getIndexDocuments } from './get-index-documents.ts'
import { getProductBySlug } from './get-product-by-slug.ts'
import { getProduct } from './get-product.ts'
import { getVariantsForSale } from './get-variants-for-sale.ts'
import { importProducts } from './import-products.ts'
import { keptCards } from './kept-cards.ts'
import { listCategories } from './list-categories.ts'
import { listCurrencies } from './list-currencies.ts'
import { listManagedProducts } from './list-managed-products.ts'
import { listProducts } from './list-products.ts'
import { listSellers } from './list-sellers.ts'
import { onPictureRemoved } from './on-picture-removed.ts'
import { onStockChanged } from './on-stock-changed.ts'
import { onRatingChanged } from './on-rating-changed.ts'
import { createPreviewLink } from './previews/create-preview-link.ts'
import { getPreview } from './previews/get-preview.ts'
import { revokePreviewLinks } from './previews/revoke-preview-links.ts'
import { refreshSellerNames } from './refresh-seller-names.ts'
import { applySales, applySalesJob } from './sales/apply-sales.ts'
import { cancelSale } from './sales/cancel-sale.ts'
import { getPriceHistory } from './sales/get-price-history.ts'
import { listProductSales } from './sales/list-product-sales.ts'
import { scheduleSale } from './sales/schedule-sale.ts'
import { sellerNames } from './seller-names.ts'
import { tellStockJob } from './tell-stock.ts'
import { addImportPart } from './transfer/add-import-part.ts'
import { cancelTransfer } from './transfer/cancel-transfer.ts'
import { checkImport } from './transfer/check-import.ts'
import { createExport } from './transfer/create-export.ts'
import { createImport } from './transfer/create-import.ts'
import { deleteTransfer } from './transfer/delete-transfer.ts'
import { downloadExport, readExportFile } from './transfer/download-export.ts'
import { downloadRefusals, readRefusals } from './transfer/download-refusals.ts'
import { getTransfer } from './transfer/get-transfer.ts'
import { listTransferRows } from './transfer/list-transfer-rows.ts'
import { listTransfers } from './transfer/list-transfers.ts'
import { pruneTransfers, resumeTransfers } from './transfer/queue-run.ts'
import { runImport } from './transfer/run-import.ts'
import { transferWork } from './transfer/work/transfer-work.ts'
import { deleteExpiredPreviews } from './store/previews.ts'
import { moveCategory } from './tree/move-category.ts'
import { deleteProductType } from './types/delete-product-type.ts'
import { listProductTypes } from './types/list-product-types.ts'
import { createProductType, updateProductType } from './types/save-product-type.ts'
import { updateCategory } from './update-category.ts'
import { updateProduct } from './update-product.ts'
import { updateStock } from './update-stock.ts'

export const catalogModule = defineModule({
  contract: catalog,
  calls: { identity, media, inventory },
  migrations: new URL('./migrations/', import.meta.url),
  create: (given) => {
    const pages = listPages()
    const cards = keptCards(given.db)
    const db = forgetOnWrite(given.db, () => {
      pages.forget()
      cards.forget()
    })
    const deps = { ...given, db, sellerNames: sellerNames(db) }
    return {
      operations: {
        listProducts: listProducts(deps, pages),
        getCards: getCards(deps, cards),
        getProduct: getProduct(deps),
        getProductBySlug: getProductBySlug(deps),
        listManagedProducts: listManagedProducts(deps),
        createProduct: createProduct(deps),
        updateProduct: updateProduct(deps),
        archiveProduct: archiveProduct(deps),
        duplicateProduct: duplicateProduct(deps),
        bulkEditProducts: bulkEditProducts(deps),
        listProductSales: listProductSales(deps),
        scheduleSale: scheduleSale(deps),
        cancelSale: cancelSale(deps),
        getPriceHistory: getPriceHistory(deps),
        listProductTypes: listProductTypes(deps),
        createProductType: createProductType(deps),
        updateProductType: updateProductType(deps),
        deleteProductType: deleteProductType(deps),
        listCurrencies: listCurrencies(deps),
        createPreviewLink: createPreviewLink(deps),
        revokePreviewLinks: revokePreviewLinks(deps),
        getPreview: getPreview(deps),
        listSellers: listSellers(deps),
        updateStock: updateStock(deps),
        listCategories: listCategories(deps),
        getCategory: getCategory(deps),
        createCategory: createCategory(deps),
        updateCategory: updateCategory(deps),
        deleteCategory: deleteCategory(deps),
        moveCategory: moveCategory(deps),
        findCategoryPaths: findCategoryPaths(deps),
        getVariantsForSale: getVariantsForSale(deps),
        getDefaultVariants: getDefaultVariants(deps),
        getIndexDocuments: getIndexDocuments(deps),
        findRelated: findRelated(deps),
        findProductsBySku: findProductsBySku(deps),
        describeProducts: describeProducts(deps),
        exportProducts: exportProducts(deps),
        importProducts: importProducts(deps),
        listTransfers: listTransfers(deps),
        getTransfer: getTransfer(deps),
        listTransferRows: listTransferRows(deps),
        createImport: createImport(deps),
        addImportPart: addImportPart(deps),
        checkImport: checkImport(deps),
        runImport: runImport(deps),
        cancelTransfer: cancelTransfer(deps),
        deleteTransfer: deleteTransfer(deps),
        downloadRefusals: downloadRefusals(deps),
        readRefusals: readRefusals(deps),
        createExport: createExport(deps),
        downloadExport: downloadExport(deps),
        readExportFile: readExportFile(deps),
        ...transferWork(deps),
      },
      listens: [
        listen(inventory, 'inventory.stock-changed.v1', onStockChanged(deps)),
        listen(media, 'media.picture-removed.v1', onPictureRemoved(deps)),
        listen(reviews, 'reviews.rating-changed.v1', onRatingChanged(deps)),
      ],
      jobs: { 'tell-stock': tellStockJob(deps), 'apply-sales': applySalesJob(deps) },
      schedules: [
        { name: 'refresh-seller-names', everySeconds: 60, run: refreshSellerNames(deps) },
        {
          name: 'forget-previews',
          everySeconds: 3_600,
          run: ({ now }) => deleteExpiredPreviews(deps.db, now()),
        },
        { name: 'apply-sales', everySeconds: 60, run: ({ now }) => applySales(deps, now()) },
        { name: 'resume-transfers', everySeconds: 5, run: resumeTransfers(deps) },
        { name: 'prune-transfers', everySeconds: 3_600, run: pruneTransfers(deps) },
      ],
    }
  },
})
