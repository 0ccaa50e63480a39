-- Corrective actions of every incident, one row each.
-- ended: the log position at which the row left its board; null while it is on it.
create table action_row (
  id         text collate "C" primary key,
  city       text not null,
  department text not null,
  incident   text collate "C" not null,
  due        timestamptz not null,
  ended      bigint,
  row        json not null
) with (fillfactor = 70);
create index action_row_open on action_row (city, due) where ended is null;
create index action_row_ended on action_row (city, ended desc) where ended is not null;
create index action_row_incident on action_row (incident);
alter table action_row alter column row set storage external;
alter table action_row set (toast_tuple_target = 8160);
