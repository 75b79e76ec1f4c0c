import type { RoleName } from './in-process-shop.ts'

/** Everybody who can knock at the door: a guest, a customer, and staff of each role. */
export type Caller = 'guest' | RoleName

export const everyCaller: readonly Caller[] = [
  'guest',
  'customer',
  'seller',
  'staff',
  'sales_manager',
  'procurement_manager',
  'manager',
  'admin',
  'super_admin',
]

const guest: readonly Caller[] = ['guest']
const customer: readonly Caller[] = ['customer']
const shoppers: readonly Caller[] = ['guest', 'customer']
const allStaff: readonly Caller[] = everyCaller.filter((caller) => !shoppers.includes(caller))
const everybody: readonly Caller[] = everyCaller
const owners: readonly Caller[] = ['admin', 'super_admin']
const sales: readonly Caller[] = ['sales_manager', 'manager', ...owners]
const orderReaders: readonly Caller[] = ['staff', ...sales]
const catalogue: readonly Caller[] = ['procurement_manager', 'manager', ...owners]
const stockReaders: readonly Caller[] = ['staff', 'sales_manager', ...catalogue]
/** Sellers are held to what is theirs: `tests/security/sellers.test.ts`. */
const withSellers = (callers: readonly Caller[]): readonly Caller[] => ['seller', ...callers]

/**
 * Who may call what, written by hand: each public operation has one row, and whoever is not in it is turned away
 * with 401 (guests) or 403. A new operation does not pass its test before somebody has thought about its row.
 */
export const accessMatrix: Readonly<Record<string, readonly Caller[]>> = {
  'identity.register': guest,
  'identity.verifyEmail': shoppers,
  'identity.resendVerification': guest,
  'identity.login': everybody,
  'identity.loginStaff': everybody,
  'identity.refresh': everybody,
  'identity.startSession': shoppers,
  'identity.startStaffSession': everybody,
  'identity.getChallenge': everybody,
  'identity.unlockPassword': everybody,
  'identity.disownSignIn': everybody,
  'identity.logout': [...customer, ...allStaff],
  'identity.logoutAll': [...customer, ...allStaff],
  'identity.listSessions': [...customer, ...allStaff],
  'identity.endSession': [...customer, ...allStaff],
  'identity.endOtherSessions': [...customer, ...allStaff],
  'identity.setUpTotp': [...customer, ...allStaff],
  'identity.confirmTotp': [...customer, ...allStaff],
  'identity.disableTotp': [...customer, ...allStaff],
  'identity.regenerateBackupCodes': [...customer, ...allStaff],
  'identity.getFactors': [...customer, ...allStaff],
  'identity.listDevices': [...customer, ...allStaff],
  'identity.forgetDevice': [...customer, ...allStaff],
  'identity.forgetAllDevices': [...customer, ...allStaff],
  'identity.verifyMfa': everybody,
  'identity.getMe': [...customer, ...allStaff],
  'identity.updateMe': [...customer, ...allStaff],
  'identity.setAvatar': [...customer, ...allStaff],
  'identity.removeAvatar': [...customer, ...allStaff],
  'identity.getEmailChange': [...customer, ...allStaff],
  'identity.requestEmailChange': [...customer, ...allStaff],
  'identity.confirmEmailChange': everybody,
  'identity.cancelEmailChange': everybody,
  'identity.forgotPassword': everybody,
  'identity.verifyResetCode': everybody,
  'identity.resetPassword': everybody,
  'identity.forgotStaffPassword': everybody,
  'identity.verifyStaffResetCode': everybody,
  'identity.resetStaffPassword': everybody,
  'identity.allowRecovery': owners,
  'identity.recoverStaff': everybody,
  'identity.changePassword': [...customer, ...allStaff],
  'identity.listUsers': owners,
  'identity.getUser': owners,
  'identity.lockUser': owners,
  'identity.unlockUser': owners,
  'identity.forcePasswordReset': owners,
  'identity.endUserSessions': owners,
  'identity.inviteStaff': owners,
  'identity.resendInvitation': owners,
  'identity.acceptInvitation': everybody,
  'identity.listRoles': owners,
  'identity.assignRole': owners,
  'identity.listRoleRequests': owners,
  'identity.decideRoleRequest': owners,
  'identity.getStepUp': [...customer, ...allStaff],
  'identity.stepUp': [...customer, ...allStaff],
  'identity.startPasskeyRegistration': [...customer, ...allStaff],
  'identity.completePasskeyRegistration': [...customer, ...allStaff],
  'identity.startPasskeyAuthentication': everybody,
  'identity.completePasskeyAuthentication': everybody,
  'identity.listPasskeys': [...customer, ...allStaff],
  'identity.renamePasskey': [...customer, ...allStaff],
  'identity.revokePasskey': [...customer, ...allStaff],
  'identity.listSignInProviders': everybody,
  'identity.startExternalSignIn': everybody,
  'identity.completeExternalSignIn': everybody,
  'identity.startExternalLink': [...customer, ...allStaff],
  'identity.listExternalIdentities': [...customer, ...allStaff],
  'identity.acceptExternalOffer': [...customer, ...allStaff],
  'identity.unlinkExternalIdentity': [...customer, ...allStaff],
  'identity.getSetup': everybody,
  'identity.setUpOwner': guest,

  'customers.listAddresses': customer,
  'customers.createAddress': customer,
  'customers.updateAddress': customer,
  'customers.deleteAddress': customer,
  'customers.requestExport': customer,
  'customers.listExports': customer,
  'customers.downloadExport': customer,
  'customers.requestErasure': customer,

  'catalog.listProducts': everybody,
  'catalog.searchProducts': everybody,
  'catalog.getProduct': everybody,
  'catalog.getProductBySlug': everybody,
  'catalog.listCategories': everybody,
  'catalog.getCategory': everybody,
  'catalog.listManagedProducts': withSellers(catalogue),
  'catalog.createProduct': withSellers(catalogue),
  'catalog.updateProduct': withSellers(catalogue),
  'catalog.archiveProduct': withSellers(catalogue),
  'catalog.listSellers': catalogue,
  'catalog.updateStock': withSellers(catalogue),
  'catalog.createCategory': catalogue,
  'catalog.updateCategory': catalogue,
  'catalog.deleteCategory': catalogue,

  'media.uploadPicture': withSellers(catalogue),
  'media.getRendition': everybody,

  'inventory.listStock': withSellers(stockReaders),
  'inventory.listMovements': withSellers(stockReaders),
  'inventory.adjustStock': withSellers(catalogue),

  'cart.getCart': shoppers,
  'cart.addItem': shoppers,
  'cart.updateItem': shoppers,
  'cart.removeItem': shoppers,
  'cart.mergeCart': customer,

  'checkout.quoteCheckout': shoppers,
  'checkout.placeOrder': shoppers,
  'checkout.completeCheckout': shoppers,

  'orders.listOrders': [...customer, ...orderReaders],
  'orders.getOrder': [...shoppers, ...orderReaders],
  'orders.cancelOrder': [...shoppers, ...sales],
  'orders.updateOrder': sales,
  'orders.updateStatus': sales,
  'orders.listSales': withSellers(sales),
  'orders.getSale': withSellers(sales),

  'payments.refundOrder': sales,
  'payments.listPayments': sales,
  'payments.receiveWebhook': guest,
  'payments.getSandboxPayment': shoppers,
  'payments.approveSandboxPayment': shoppers,
  'payments.declineSandboxPayment': shoppers,

  'shipping.listMethods': everybody,
  'shipping.createMethod': owners,
  'shipping.updateMethod': owners,
  'shipping.deleteMethod': owners,

  'oauth.listClients': owners,
  'oauth.createClient': owners,
  'oauth.updateClient': owners,
  'oauth.rotateClientSecret': owners,
  'oauth.deleteClient': owners,
  'oauth.listConnectedApps': customer,
  'oauth.disconnectApp': customer,
  'oauth.getConsent': customer,
  'oauth.decideConsent': customer,
  'oauth.readSignOut': shoppers,

  'notifications.listMessages': orderReaders,
  'audit.listEntries': owners,
  'audit.getEntry': owners,
  'audit.listActivity': owners,
  'audit.exportEntries': ['super_admin'],
  'audit.verifyAudit': owners,
  'audit.listInsights': owners,
  'monitoring.securityHealth': owners,
}
