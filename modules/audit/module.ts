import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { audit } from '@rampart/contracts/audit.ts'
import { adoptFirst } from './chain/adopt-first.ts'
import { auditKeys } from './chain/keys.ts'
import { restartChain } from './chain/restart-chain.ts'
import { retainEntries } from './chain/retain-entries.ts'
import { sealChain } from './chain/seal-chain.ts'
import { checkpointPath } from './checkpoints/checkpoint-file.ts'
import { countActions } from './count-actions.ts'
import type { AuditDeps } from './deps.ts'
import { exportPersonalData } from './export-personal-data.ts'
import { listInsights } from './insights/list-insights.ts'
import { onEntryRecorded } from './on-entry-recorded.ts'
import { exportEntries } from './search/export-entries.ts'
import { getEntry } from './search/get-entry.ts'
import { listActivity } from './search/list-activity.ts'
import { listEntries } from './search/list-entries.ts'
import { readExport } from './search/read-export.ts'
import { writeExport } from './search/write-export.ts'
import { verifyAudit } from './verify/verify-audit.ts'
import { proofKey, verifyCommand } from './verify/verify-command.ts'
import { verifyExport } from './verify/verify-export.ts'
import { watchLog } from './verify/watch-log.ts'

/** The append-only record of what was done, by whom. */
export const auditModule = defineModule({
  contract: audit,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (platform) => {
    const deps: AuditDeps = {
      ...platform,
      auditKeys: auditKeys(platform.keys),
      checkpointFile: checkpointPath(platform.settings.data_dir),
    }
    return {
      operations: {
        listEntries: listEntries(deps),
        getEntry: getEntry(deps),
        listActivity: listActivity(deps),
        exportEntries: exportEntries(deps),
        readExport: readExport(deps),
        verifyAudit: verifyAudit(deps),
        listInsights: listInsights(deps),
        verifyWhole: verifyCommand(deps),
        verifyExport: verifyExport(deps),
        writeExport: writeExport(deps),
        restartChain: restartChain(deps),
        proofKey: proofKey(deps),
        countActions: countActions(deps),
        exportPersonalData: exportPersonalData(deps),
      },
      listens: [listen(audit, 'audit.entry-recorded.v1', onEntryRecorded(deps))],
      schedules: [
        { name: 'seal', everySeconds: 5, run: sealChain(deps) },
        { name: 'watch', everySeconds: 86_400, run: watchLog(deps) },
        { name: 'retain', everySeconds: 3_600, run: retainEntries(deps) },
      ],
      prepare: () => adoptFirst(deps),
    }
  },
})
