-- The read models get a schema of their own, so that they can be made again beside themselves and
-- swapped by its name. What the log alone doesn't give stays where it is: the process managers'
-- checkpoint and timers, the heartbeats, the migrations. Whoever reads the boards has `live` ahead
-- in the search path (openPool.ts).
create schema live;

create table public.policy_checkpoint (like checkpoint including all);
insert into public.policy_checkpoint select * from checkpoint where name = 'policies';
delete from checkpoint where name = 'policies';

-- Which version of the projections made the rows (boardsVersion.ts).
alter table checkpoint add column version int not null default 1;

do $$
declare
  one text;
begin
  for one in select inhrelid::regclass::text from pg_inherits where inhparent = 'change'::regclass loop
    execute format('alter table %s set schema live', one);
  end loop;
end $$;
alter table checkpoint set schema live;
alter table change set schema live;
alter table incident_row set schema live;
alter table task_row set schema live;
alter table unit_row set schema live;
alter table action_row set schema live;
alter table stream_row set schema live;
alter table timeline_row set schema live;
alter table incident_counter set schema live;
alter table city set schema live;
alter table person set schema live;
alter table moment set schema live;

-- How far a rebuild has come that is under way, or the last one came; at most one row.
create table public.rebuild (
  one       boolean primary key default true check (one),
  state     text not null check (state in ('running', 'done', 'failed')),
  events    bigint not null,
  -- Events a second since it began.
  rate      float8 not null,
  -- Of the log, 0 to 1.
  ratio     float8 not null,
  -- Until it is through, as fast as it was so far; null while that can't be said.
  left_ms   bigint,
  began_at  timestamptz not null,
  told_at   timestamptz not null
);
