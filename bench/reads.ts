import { type ChildProcess, spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { call } from '../tests/support/api.ts'
import { freePort } from '../tests/support/shop-server.ts'
import { load, type Load, median } from './load.ts'
import type { BenchShop } from './shop.ts'

const floorServer = fileURLToPath(new URL('./floor/select-server.ts', import.meta.url))

export type ReadResult = { readonly name: string; readonly runs: readonly Load[]; readonly perSecond: number }

type Target = { readonly name: string; readonly url: string; readonly paths: readonly string[] }

/** Listing and detail beside the floor, in turn, so that a machine that drifts drifts for all of them. */
export async function measureReads(
  shop: BenchShop,
  options: { processes: number; rounds: number; seconds: number },
): Promise<ReadResult[]> {
  const port = await freePort()
  const order = JSON.stringify({ connection: shop.connection, port, processes: options.processes })
  const floor = spawn(process.execPath, [floorServer, order], { stdio: 'inherit' })
  try {
    await waitFor(`http://127.0.0.1:${String(port)}/rows`)
    const targets: Target[] = [
      { name: 'floor: select of 20 rows', url: `http://127.0.0.1:${String(port)}`, paths: ['/rows'] },
      { name: 'product listing', url: shop.server.url, paths: await listingPaths(shop.server.url) },
      { name: 'product detail', url: shop.server.url, paths: await detailPaths(shop.server.url) },
    ]
    for (const target of targets) await load(target.url, target.paths, Math.min(3, options.seconds))
    const runs = new Map<string, Load[]>(targets.map((target) => [target.name, []]))
    for (let round = 0; round < options.rounds; round += 1) {
      for (const target of targets)
        runs.get(target.name)?.push(await load(target.url, target.paths, options.seconds))
    }
    return targets.map(({ name }) => {
      const own = runs.get(name) ?? []
      return { name, runs: own, perSecond: median(own.map((one) => one.perSecond)) }
    })
  } finally {
    await end(floor)
  }
}

type Listed = { items: { id: string }[] }
type Tree = { items: { slug: string; product_count: number; children: Tree['items'] }[] }

/** The first pages of every category with 20 products or more: as many different answers as the floor has. */
export async function listingPaths(url: string): Promise<string[]> {
  const tree = (await call(url, 'GET', '/categories')).body as unknown as Tree
  const flat = (nodes: Tree['items']): Tree['items'] =>
    nodes.flatMap((node) => [node, ...flat(node.children)])
  return flat(tree.items)
    .filter((node) => node.product_count >= 20)
    .slice(0, 50)
    .map((node) => `/api/v1/products?category=${node.slug}`)
}

async function detailPaths(url: string): Promise<string[]> {
  const pages = await Promise.all(
    [1, 20, 60, 100].map(
      async (page) =>
        (await call(url, 'GET', `/products?page=${String(page)}&page_size=50`)).body as unknown as Listed,
    ),
  )
  return pages.flatMap((page) => page.items.map((item) => `/api/v1/products/${item.id}`))
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} does not answer.`)
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
