-- One row for each schedule. A turn is taken by one guarded UPDATE; nothing is locked while it runs.
CREATE TABLE platform_jobs.schedules (
  name text PRIMARY KEY,
  last_started_at timestamptz NOT NULL DEFAULT 'epoch',
  leased_until timestamptz               -- pushed on while a turn runs, so that a killed one ends by itself
);

-- The job runners that are alive: a job that is locked by any other is free again.
CREATE TABLE platform_jobs.runners (
  id text PRIMARY KEY,
  seen_at timestamptz NOT NULL
);
