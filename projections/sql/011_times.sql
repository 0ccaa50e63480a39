-- The times from which intervals are measured: a narrow row a call, an incident, a unit's assignment
-- and a department's part in a task, with what occurred when. What an incident is (its type, its
-- place) stands in its own row alone, so that judging it anew changes one row.
-- The read models are emptied: the runner makes them again from the log, with what is new in them.

update live.checkpoint set generation = generation + 1, position = null, event_position = null,
  event_at = null, events = 0, cursor_position = 0, cursor_ordinal = 0, version = 2
where name = 'boards';
truncate live.change, live.incident_row, live.task_row, live.unit_row, live.action_row,
  live.stream_row, live.timeline_row, live.incident_counter, live.city, live.person, live.moment,
  live.access_row;

create table live.call_times (
  report   text collate "C" primary key,
  city     text not null,
  incident int not null,
  at       timestamptz not null,
  exercise boolean not null,
  received timestamptz,
  answered timestamptz,
  position bigint not null
);
create index call_times_at on live.call_times using brin (at);

create table live.incident_times (
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
create index incident_times_at on live.incident_times using brin (at);

create table live.unit_times (
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
create index unit_times_at on live.unit_times using brin (at);

create table live.task_times (
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
create index task_times_at on live.task_times using brin (at);
