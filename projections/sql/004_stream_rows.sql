-- The boards whose rows are streams: depots, warnings, planned events, duty desks. One row a stream.
-- ended: the log position at which the row left its board; null while it is on it.
create table stream_row (
  -- board and the stream's id, as in its name
  key        text collate "C" primary key,
  board      text not null,
  city       text not null,
  department text,
  ended      bigint,
  row        json not null
) with (fillfactor = 70);
create index stream_row_open on stream_row (board, city) where ended is null;
create index stream_row_ended on stream_row (board, city, ended desc) where ended is not null;
alter table stream_row alter column row set storage external;
alter table stream_row set (toast_tuple_target = 8160);
