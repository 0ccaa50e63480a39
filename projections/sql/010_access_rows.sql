-- Who looked at what, who exported what, what was refused to whom: an entry a row, for auditors.
-- account: who it was, or with whose account it was tried; null where nobody is known.
create table live.access_row (
  position    bigint primary key,
  recorded_at timestamptz not null,
  kind        text not null,
  account     text collate "C",
  city        text,
  incident    text collate "C",
  row         text not null
);
create index access_row_account on live.access_row (account, position) where account is not null;
create index access_row_incident on live.access_row (incident, position) where incident is not null;
create index access_row_kind on live.access_row (kind, position);
create index access_row_recorded on live.access_row (recorded_at);
alter table live.access_row alter column row set storage external;
alter table live.access_row set (toast_tuple_target = 8160);
