-- A quick exit may come before its own start has reserved anything (S3).

CREATE TABLE left_requests (
  request_hash text PRIMARY KEY,
  left_at bigint NOT NULL
);
CREATE INDEX old_left_requests ON left_requests (left_at);
COMMENT ON TABLE left_requests IS 'Start requests that were left before anything was reserved for them; none of them begins any more.';
COMMENT ON COLUMN left_requests.request_hash IS 'Hash of the secret of the request; leads to nobody.';
COMMENT ON COLUMN left_requests.left_at IS 'When the caller left; forgotten an hour later.';
