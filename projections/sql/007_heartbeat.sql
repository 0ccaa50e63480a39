-- Which process leads, so that a take-over can be seen.
alter table runner add column leader text;
-- For how long, in milliseconds, the consumer has not been up to date: 0 while it is; null while
-- it has not been since its process began to lead.
alter table runner add column behind_ms bigint;
