/**
 * Operations on money, on who may do what and on what leaves the shop: one person alone, with a permission alone, should not
 * be all that stands before them.
 */
export const watchedOperations = [
  'payments.refundOrder',
  'identity.assignRole',
  'access.grantRole',
  'identity.inviteStaff',
  'identity.decideRoleRequest',
  'identity.allowRecovery',
  'access.createApiKey',
  'audit.exportEntries',
] as const
