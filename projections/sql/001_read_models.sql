-- Rows are JSON written and read whole; nothing searches inside them. Where every event adds one
-- they are plain text: checking their form would be a quarter of the work of writing them.
-- Storage `external`: compressing them would cost more than writing them.

create table checkpoint (
  name            text primary key,
  -- Counts rebuilds; whoever started under another generation starts over.
  generation      bigint not null default 0,
  -- The log position up to which everything is handled; null: nothing yet.
  position        bigint,
  -- Position and recorded time of the last event handled.
  event_position  bigint,
  event_at        timestamptz,
  events          bigint not null default 0,
  -- The last change's cursor, and the newest one ever handed out: a rebuild lowers only the first.
  cursor_position bigint not null default 0,
  cursor_ordinal  int not null default 0,
  newest_position bigint not null default 0,
  newest_ordinal  int not null default 0
);
insert into checkpoint (name) values ('boards'), ('policies');

-- What changed on the boards, one row a changed row an event. Append-only; the cursor is
-- position.ordinal, both the log's own, so a rebuild makes the same ones.
create table change (
  position    bigint not null,
  ordinal     int not null,
  board       text not null,
  key         text not null,
  city        text not null,
  department  text,
  -- null: left the board.
  row         text,
  recorded_at timestamptz not null,
  primary key (position, ordinal)
);

-- ended: the log position at which the row left its board; null while it is on it.
create table incident_row (
  id     text collate "C" primary key,
  city   text not null,
  number int not null,
  ended  bigint,
  row    json not null
) with (fillfactor = 70);
create index incident_row_open on incident_row (city) where ended is null;
create index incident_row_ended on incident_row (city, ended desc) where ended is not null;

create table task_row (
  id         text collate "C" primary key,
  city       text not null,
  department text not null,
  number     int not null,
  ended      bigint,
  row        json not null
) with (fillfactor = 70);
create index task_row_open on task_row (city, department) where ended is null;
create index task_row_ended on task_row (city, department, ended desc) where ended is not null;

create table unit_row (
  id         text collate "C" primary key,
  city       text not null,
  department text not null,
  row        json not null
) with (fillfactor = 70);
create index unit_row_city on unit_row (city);

create table timeline_row (
  incident text collate "C" not null,
  revision bigint not null,
  row      text not null,
  primary key (incident, revision)
);

-- How many incidents the city has had, in log order: the last number given.
create table incident_counter (
  city   text primary key,
  number int not null
);

create table city (
  id      text primary key,
  founded bigint not null,
  profile json not null
);

create table person (
  account   text primary key,
  appointed bigint not null,
  row       json not null
);

alter table change alter column row set storage external;
alter table incident_row alter column row set storage external;
alter table task_row alter column row set storage external;
alter table unit_row alter column row set storage external;
alter table timeline_row alter column row set storage external;
-- Rows up to a page stay inline.
alter table change set (toast_tuple_target = 8160);
alter table incident_row set (toast_tuple_target = 8160);
alter table task_row set (toast_tuple_target = 8160);
alter table unit_row set (toast_tuple_target = 8160);
alter table timeline_row set (toast_tuple_target = 8160);
