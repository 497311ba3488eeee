-- The W3C traceparent of what caused a job, so that a trace follows a webhook from the door to a draft.
ALTER TABLE jobs ADD COLUMN trace text;
