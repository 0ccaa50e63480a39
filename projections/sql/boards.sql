-- The read models as the migrations have left them, all in the schema that the connection is set to.
-- Whoever changes them in a migration changes them here as well; a spec holds the two to each other.
-- Rows are JSON written and read whole; see 001_read_models.sql for why they are stored so.

create table checkpoint (
  name            text primary key,
  generation      bigint not null default 0,
  position        bigint,
  event_position  bigint,
  event_at        timestamptz,
  events          bigint not null default 0,
  cursor_position bigint not null default 0,
  cursor_ordinal  int not null default 0,
  newest_position bigint not null default 0,
  newest_ordinal  int not null default 0,
  kept_position   bigint not null default 0,
  kept_ordinal    int not null default 0,
  version         int not null default 1,
  same_position   bigint not null default 0,
  same_ordinal    int not null default 0
);

-- Partitions come as the log grows (changePartitions.ts).
create table change (
  position    bigint not null,
  ordinal     int not null,
  board       text not null,
  key         text collate "C" not null,
  city        text not null,
  department  text,
  row         text,
  recorded_at timestamptz not null,
  primary key (position, ordinal)
) partition by range (position);
create index change_key on change (key, position, ordinal);
alter table change alter column row set storage external;

create table incident_row (
  id     text collate "C" primary key,
  city   text not null,
  number int not null,
  began  bigint not null,
  ended  bigint,
  row    json not null
) with (fillfactor = 70, toast_tuple_target = 8160);
create index incident_row_open on incident_row (city) where ended is null;
create index incident_row_ended on incident_row (city, ended desc) where ended is not null;
create index incident_row_when on incident_row using gist (int8range(began, ended));

create table task_row (
  id         text collate "C" primary key,
  city       text not null,
  department text not null,
  number     int not null,
  began      bigint not null,
  ended      bigint,
  row        json not null
) with (fillfactor = 70, toast_tuple_target = 8160);
create index task_row_open on task_row (city, department) where ended is null;
create index task_row_ended on task_row (city, department, ended desc) where ended is not null;
create index task_row_when on task_row using gist (int8range(began, ended));

create table unit_row (
  id         text collate "C" primary key,
  city       text not null,
  department text not null,
  began      bigint not null,
  ended      bigint,
  row        json not null
) with (fillfactor = 70, toast_tuple_target = 8160);
create index unit_row_open on unit_row (city) where ended is null;
create index unit_row_when on unit_row using gist (int8range(began, ended));

create table action_row (
  id         text collate "C" primary key,
  city       text not null,
  department text not null,
  incident   text collate "C" not null,
  due        timestamptz not null,
  began      bigint not null,
  ended      bigint,
  row        json not null
) with (fillfactor = 70, toast_tuple_target = 8160);
create index action_row_open on action_row (city, due) where ended is null;
create index action_row_ended on action_row (city, ended desc) where ended is not null;
create index action_row_incident on action_row (incident);
create index action_row_when on action_row using gist (int8range(began, ended));

create table stream_row (
  key        text collate "C" primary key,
  board      text not null,
  city       text not null,
  department text,
  began      bigint not null,
  ended      bigint,
  row        json not null
) with (fillfactor = 70, toast_tuple_target = 8160);
create index stream_row_open on stream_row (board, city) where ended is null;
create index stream_row_ended on stream_row (board, city, ended desc) where ended is not null;
create index stream_row_when on stream_row using gist (int8range(began, ended));

create table timeline_row (
  incident text collate "C" not null,
  revision bigint not null,
  row      text not null,
  primary key (incident, revision)
) with (toast_tuple_target = 8160);

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

create table moment (
  second   timestamptz primary key,
  position bigint not null
);
create index moment_position on moment (position);

create table access_row (
  position    bigint primary key,
  recorded_at timestamptz not null,
  kind        text not null,
  account     text collate "C",
  city        text,
  incident    text collate "C",
  row         text not null
) with (toast_tuple_target = 8160);
create index access_row_account on access_row (account, position) where account is not null;
create index access_row_incident on access_row (incident, position) where incident is not null;
create index access_row_kind on access_row (kind, position);
create index access_row_recorded on access_row (recorded_at);

-- The times from which intervals are measured: a narrow row a call, an incident, a unit's assignment
-- and a department's part in a task, with what occurred when. What an incident is (its type, its
-- place) stands in its own row alone, so that judging it anew changes one row.
create table call_times (
  report   text collate "C" primary key,
  city     text not null,
  incident int not null,
  at       timestamptz not null,
  exercise boolean not null,
  received timestamptz,
  answered timestamptz,
  position bigint not null
);
create index call_times_at on call_times using brin (at);

create table incident_times (
  city       text not null,
  incident   int not null,
  at         timestamptz not null,
  exercise   boolean not null,
  outcome    text not null,
  type       text,
  district   text,
  cell       text,
  received   timestamptz,
  answered   timestamptz,
  dispatched timestamptz,
  on_scene   timestamptz,
  position   bigint not null,
  primary key (city, incident)
) with (fillfactor = 70);
create index incident_times_at on incident_times using brin (at);

create table unit_times (
  assignment   text collate "C" primary key,
  city         text not null,
  incident     int not null,
  at           timestamptz not null,
  exercise     boolean not null,
  department   text,
  station      text,
  dispatched   timestamptz,
  en_route     timestamptz,
  on_scene     timestamptz,
  transporting timestamptz,
  cleared      timestamptz,
  withdrawn    timestamptz,
  position     bigint not null
) with (fillfactor = 70);
create index unit_times_at on unit_times using brin (at);

create table task_times (
  task       text collate "C" primary key,
  city       text not null,
  incident   int not null,
  at         timestamptz not null,
  exercise   boolean not null,
  department text not null,
  outcome    text not null,
  due        timestamptz not null,
  answered   timestamptz,
  done       timestamptz,
  position   bigint not null
) with (fillfactor = 70);
create index task_times_at on task_times using brin (at);

alter table incident_row alter column row set storage external;
alter table task_row alter column row set storage external;
alter table unit_row alter column row set storage external;
alter table action_row alter column row set storage external;
alter table stream_row alter column row set storage external;
alter table timeline_row alter column row set storage external;
alter table access_row alter column row set storage external;
