import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Contract } from '@rampart/platform/contract/define-contract.ts'
import { root } from './run.ts'

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'name' in value && 'operations' in value
}

/** Every contract that a file of `contracts/` exports, by name. */
export async function allContracts(): Promise<Contract[]> {
  const found: Contract[] = []
  for (const file of globSync('*.ts', { cwd: join(root, 'contracts') })) {
    const exported = (await import(pathToFileURL(join(root, 'contracts', file)).href)) as Record<
      string,
      unknown
    >
    found.push(...Object.values(exported).filter(isContract))
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}
