import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { audit } from '@rampart/contracts/audit.ts'
import { countActions } from './count-actions.ts'
import { exportPersonalData } from './export-personal-data.ts'
import { listEntries } from './list-entries.ts'
import { onEntryRecorded } from './on-entry-recorded.ts'

/** The append-only record of what was done, by whom. */
export const auditModule = defineModule({
  contract: audit,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      listEntries: listEntries(deps),
      countActions: countActions(deps),
      exportPersonalData: exportPersonalData(deps),
    },
    listens: [listen(audit, 'audit.entry-recorded.v1', onEntryRecorded())],
  }),
})
