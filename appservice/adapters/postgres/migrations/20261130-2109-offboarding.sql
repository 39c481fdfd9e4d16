-- Who works here no more (S30).

ALTER TABLE duties ADD COLUMN offboarded_at bigint;
COMMENT ON COLUMN duties.offboarded_at IS 'When a coordinator ended their work here (S30); null while they work here.';
