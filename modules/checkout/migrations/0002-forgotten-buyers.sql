-- A plan is needed until its purchase has ended, and who bought for hardly longer: the order knows.
ALTER TABLE checkout.processes ADD COLUMN buyer_forgotten_at timestamptz;

CREATE INDEX processes_to_forget ON checkout.processes (updated_at)
  WHERE state <> 'open' AND buyer_forgotten_at IS NULL;
