import pg from 'pg'

/** Commits per second of so many writers, each inserting one small row at a time: what the disk allows. */
export async function bareCommits(
  connection: pg.PoolConfig,
  writers: number,
  seconds: number,
): Promise<number> {
  const pool = new pg.Pool({ ...connection, max: writers })
  const end = performance.now() + seconds * 1000
  let commits = 0
  const write = async (): Promise<void> => {
    while (performance.now() < end) {
      await pool.query({
        name: 'commit',
        text: 'INSERT INTO bench_floor.commits (body) VALUES ($1)',
        values: ['x'.repeat(100)],
      })
      commits += 1
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  await pool.end()
  return commits / seconds
}
