import cluster from 'node:cluster'
import process from 'node:process'
import fastify from 'fastify'
import pg from 'pg'

// The floor under listings: Fastify with one prepared, indexed SELECT of 20 rows, nothing else. Takes its
// connection, port and number of processes as JSON in its first argument.

type Order = { readonly connection: pg.PoolConfig; readonly port: number; readonly processes: number }

const order = JSON.parse(process.argv[2] ?? '{}') as Order

if (cluster.isPrimary && order.processes > 1) {
  for (let count = 0; count < order.processes; count += 1) cluster.fork()
  process.on('SIGTERM', () => process.exit(0))
} else {
  const pool = new pg.Pool({ ...order.connection, max: 10 })
  const app = fastify({ logger: false })
  app.get('/rows', async () => {
    const category = 1 + Math.floor(Math.random() * 50)
    const { rows } = await pool.query<Record<string, unknown>>({
      name: 'rows',
      text: 'SELECT id, slug, name, price, currency, image FROM bench_floor.product WHERE category_id = $1 ORDER BY id LIMIT 20',
      values: [category],
    })
    return { items: rows }
  })
  await app.listen({ port: order.port, host: '127.0.0.1' })
}
