-- A timer's command may be for any stream, not only an incident's.
alter table timer add column target json;
update timer set target = json_build_object('stream', 'incident', 'id', incident, 'command', command);
alter table timer alter column target set not null;
alter table timer drop column incident, drop column command;
