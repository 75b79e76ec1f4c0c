import type { OrdersDeps } from '../deps.ts'
import { cancelReturn } from './cancel-return.ts'
import { approveReturn, closeReturn, receiveReturn, rejectReturn } from './decide-return.ts'
import { getReturn } from './get-return.ts'
import { inspectReturn } from './inspect-return.ts'
import { listOrderReturns } from './list-order-returns.ts'
import { listReturns } from './list-returns.ts'
import { requestReturn } from './request-return.ts'
import { getReturnSettings, updateReturnSettings } from './return-settings.ts'

/** The operations on returns. */
export const returnOperations = (deps: OrdersDeps) => ({
  requestReturn: requestReturn(deps),
  listOrderReturns: listOrderReturns(deps),
  listReturns: listReturns(deps),
  getReturn: getReturn(deps),
  cancelReturn: cancelReturn(deps),
  approveReturn: approveReturn(deps),
  rejectReturn: rejectReturn(deps),
  receiveReturn: receiveReturn(deps),
  inspectReturn: inspectReturn(deps),
  closeReturn: closeReturn(deps),
  getReturnSettings: getReturnSettings(deps),
  updateReturnSettings: updateReturnSettings(deps),
})
