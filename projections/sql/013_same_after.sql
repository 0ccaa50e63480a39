-- A cursor from before boards of another version were swapped in belongs to other rows: who resumes
-- from one gets the whole board (swapBoards.ts).
alter table live.checkpoint
  add column same_position bigint not null default 0,
  add column same_ordinal  int not null default 0;
