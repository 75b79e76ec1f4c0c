-- When a building was last seen at work: one whose process died is begun again soon.
ALTER TABLE search.state ADD COLUMN alive_at timestamptz;
