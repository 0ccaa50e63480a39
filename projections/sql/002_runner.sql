-- The leading runner's heartbeat, once a second also when idle, one row a consumer.
create table runner (
  name       text primary key,
  state      text not null check (state in ('running', 'failed', 'stopped')),
  position   bigint,
  event_at   timestamptz,
  caught_up  boolean not null,
  -- The checkpoint's generation that it works under, or failed under.
  generation bigint,
  message    text,
  beat_at    timestamptz not null
);

-- What a process manager wants done later. Written and cancelled in the transaction of its
-- checkpoint; deleted once the command had its outcome.
create table timer (
  timer          text primary key,
  due            timestamptz not null,
  policy         text not null,
  incident       text not null,
  command        json not null,
  command_id     text not null,
  causation_id   text not null,
  correlation_id text not null
);
create index timer_due on timer (due);
