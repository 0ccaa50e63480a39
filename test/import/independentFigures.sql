-- The response intervals of the San Francisco file, straight from its lines: nothing of Tocsin is used
-- here. The file's name stands in the setting `crosscheck.file`; the server reads it.
--
--   psql -c "set crosscheck.file = '/data/sf.csv'" -f test/import/independentFigures.sql
--
-- A line whose times are not in the order of its columns is left out, as docs/INTERVALS.md says.
set timezone = 'America/Los_Angeles';
set datestyle = 'ISO, MDY';

create temp table line (
  call text, unit text, incident text, call_type text, call_date text, watch_date text,
  received timestamptz, entry timestamptz, dispatch timestamptz, response timestamptz,
  on_scene timestamptz, transport timestamptz, hospital timestamptz, disposition text,
  available timestamptz, address text, city text, zipcode text, battalion text, station_area text,
  box text, original_priority text, priority text, final_priority text, als text, call_group text,
  alarms text, unit_type text, unit_sequence text, prevention_district text,
  supervisor_district text, neighbourhood text, location text, row_id text
);
do $$ begin
  execute format('copy line from %L with (format csv, header true)', current_setting('crosscheck.file'));
end $$;

create temp table in_order as
select l.* from line l
where (
  select array_agg(at order by nth) = array_agg(at order by at, nth)
  from unnest(array[received, entry, dispatch, response, on_scene, transport, hospital, available])
    with ordinality as times (at, nth)
  where at is not null
);

create temp table interval as
select 'turnout' as span, call_type, battalion, extract(epoch from response - dispatch) as seconds
from in_order
union all
select 'travel', call_type, battalion, extract(epoch from on_scene - response) from in_order
union all
select 'response', call_type, battalion, extract(epoch from on_scene - dispatch) from in_order
union all
select 'total', min(call_type), min(battalion), extract(epoch from min(on_scene) - min(received))
from in_order group by call;

select span, call_type, battalion, count(seconds)::int as count,
  (count(*) - count(seconds))::int as blank,
  percentile_disc(array[0.5, 0.9, 0.95, 0.99]) within group (order by seconds::float8) as percentiles,
  max(seconds)::float8 as longest
from interval
group by span, grouping sets ((call_type, battalion), (call_type), (battalion), ());
