import { access } from '@rampart/contracts/access.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'

/** Who may do what. */
export const accessModule = defineModule({
  contract: access,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: () => ({
    operations: {},
  }),
})
