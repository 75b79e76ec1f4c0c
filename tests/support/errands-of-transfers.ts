import { call, done, type Errand, type Stage } from './errands.ts'
import { multipartBody } from './requests.ts'

const SHEET = 'name,sku,price\nA lamp,LAMP-OF-A-FILE,12.50\n'

async function newImport(stage: Stage): Promise<string> {
  const body = { file_name: 'lamps.csv', size: SHEET.length }
  const made = await done(stage, 'POST', '/manage/transfers/imports', { token: stage.owner.token, body })
  return String(made['id'])
}

/** As it is once its worker has come so far: nobody works in these tests. */
async function importIn(stage: Stage, state: string, phase: string): Promise<string> {
  const id = await newImport(stage)
  await stage.shop.db.pool.query(
    'UPDATE catalog.transfers SET state = $2, phase = $3, received = size WHERE id = $1',
    [id, state, phase],
  )
  return id
}

async function newExport(stage: Stage): Promise<string> {
  const options = { token: stage.owner.token, body: { format: 'csv' } }
  return String((await done(stage, 'POST', '/manage/transfers/exports', options))['id'])
}

const step =
  (what: string, idOf: (stage: Stage) => Promise<string>): Errand =>
  async (stage) =>
    call(stage, 'POST', `/manage/transfers/${await idOf(stage)}/${what}`, {
      token: stage.owner.token,
      body: {},
    })

/** Calls about imports and exports. */
export const errandsOfTransfers: Readonly<Record<string, Errand>> = {
  'catalog.createImport': (stage) => {
    const body = { file_name: 'lamps.csv', size: SHEET.length }
    return Promise.resolve(
      call(stage, 'POST', '/manage/transfers/imports', { token: stage.owner.token, body }),
    )
  },
  'catalog.addImportPart': async (stage) =>
    call(stage, 'POST', `/manage/transfers/${await newImport(stage)}/parts`, {
      token: stage.owner.token,
      ...multipartBody(SHEET, { from: '0' }),
    }),
  'catalog.checkImport': step('check', (stage) => importIn(stage, 'checked', 'check')),
  'catalog.runImport': step('run', (stage) => importIn(stage, 'checked', 'check')),
  'catalog.cancelTransfer': step('cancel', newExport),
  'catalog.createExport': (stage) =>
    Promise.resolve(
      call(stage, 'POST', '/manage/transfers/exports', {
        token: stage.owner.token,
        body: { format: 'jsonl' },
      }),
    ),
  'catalog.downloadExport': step('download', async (stage) => {
    const id = await newExport(stage)
    await stage.shop.db.pool.query(`UPDATE catalog.transfers SET state = 'done' WHERE id = $1`, [id])
    return id
  }),
  'catalog.deleteTransfer': async (stage) =>
    call(stage, 'DELETE', `/manage/transfers/${await newImport(stage)}`, { token: stage.owner.token }),
}
