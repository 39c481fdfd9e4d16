-- What people report as broken (R32), until the coordinators were told. Never of a conversation, and without address.

CREATE TABLE fault_reports (
  report_number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  received_at bigint NOT NULL,
  readers text[] NOT NULL,
  wrapped_data_key bytea NOT NULL,
  sealed_report bytea NOT NULL
);
COMMENT ON TABLE fault_reports IS 'Fault reports that somebody has still to be told of; a row goes with its last reader.';
COMMENT ON COLUMN fault_reports.report_number IS 'Order in which they came.';
COMMENT ON COLUMN fault_reports.received_at IS 'When it came.';
COMMENT ON COLUMN fault_reports.readers IS 'Matrix user ids of the coordinators who are still to be told; empty when there was none.';
COMMENT ON COLUMN fault_reports.wrapped_data_key IS 'Data key of this report, wrapped by the master key.';
COMMENT ON COLUMN fault_reports.sealed_report IS 'Time, code, description and perhaps the browser''s name, under that data key.';
