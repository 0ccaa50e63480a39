-- The change log in partitions by position, so that what is no longer kept is dropped and not
-- deleted row by row; what a board held at any moment; and times as positions. The read models are
-- emptied: the runner makes them again from the log, with what is new in them. Cursors stay.

update checkpoint set generation = generation + 1, position = null, event_position = null,
  event_at = null, events = 0, cursor_position = 0, cursor_ordinal = 0
where name = 'boards';
truncate incident_row, task_row, unit_row, action_row, stream_row, timeline_row, incident_counter,
  city, person;

-- The newest change that was dropped: every later one is kept.
alter table checkpoint
  add column kept_position bigint not null default 0,
  add column kept_ordinal  int not null default 0;

-- Partitions come as the log grows (changePartitions.ts).
drop table change;
create table change (
  position    bigint not null,
  ordinal     int not null,
  board       text not null,
  key         text collate "C" not null,
  city        text not null,
  department  text,
  -- null: left the board.
  row         text,
  recorded_at timestamptz not null,
  primary key (position, ordinal)
) partition by range (position);
create index change_key on change (key, position, ordinal);
alter table change alter column row set storage external;

-- began: the log position of the row's first event. At position P, only rows with P in the range
-- from began to ended can be on their board; each one's last change up to P says whether it is.
alter table incident_row add column began bigint not null;
alter table task_row     add column began bigint not null;
alter table unit_row     add column began bigint not null, add column ended bigint;
alter table action_row   add column began bigint not null;
alter table stream_row   add column began bigint not null;
create index incident_row_when on incident_row using gist (int8range(began, ended));
create index task_row_when     on task_row     using gist (int8range(began, ended));
create index unit_row_when     on unit_row     using gist (int8range(began, ended));
create index action_row_when   on action_row   using gist (int8range(began, ended));
create index stream_row_when   on stream_row   using gist (int8range(began, ended));
drop index unit_row_city;
create index unit_row_open on unit_row (city) where ended is null;

-- The first position of each second in which something was recorded. Seconds only go forward: what
-- a clock that was set back recorded belongs to the second before it.
create table moment (
  second   timestamptz primary key,
  position bigint not null
);
create index moment_position on moment (position);
