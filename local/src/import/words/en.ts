import type { BadRowReason } from '../sfFireRow.ts';
import type { LeftOpen } from '../tally.ts';

function badRow(reason: BadRowReason): string {
  switch (reason.code) {
    case 'unreadable':
      return 'the line has not as many fields as the header';
    case 'missing':
      return `${reason.column} is missing`;
    case 'notANumber':
      return `${reason.column} is not a number: "${reason.value}"`;
    case 'notATime':
      return `${reason.column} is no date and time of the form 04/07/2020 11:53:08 PM: "${reason.value}"`;
    case 'skippedByClock':
      return `${reason.column} is in the hour that daylight saving time left out: "${reason.value}"`;
    case 'inTheFuture':
      return `${reason.column} is in the future: "${reason.value}"`;
    case 'notALocation':
      return `${reason.column} is not of the form (37.77, -122.41): "${reason.value}"`;
    case 'outsideCity':
      return `${reason.column} is outside San Francisco: "${reason.value}"`;
    case 'stageOrder':
      return `${reason.column} (${reason.value}) is before ${reason.after} (${reason.afterValue})`;
    case 'duplicate':
      return `RowID ${reason.rowId} stands on line ${reason.firstLine} already`;
  }
}

const leftOpen: Readonly<Record<LeftOpen, string>> = {
  noAvailableTime: 'the file never says when their last unit was available again',
  people: 'people have taken something of them in hand',
  units: 'units are still committed to them',
};

export const en = {
  badRow,
  line: (line: number) => `line ${line}`,
  refused: (code: string, facts: string) => `refused: ${code}${facts && ` (${facts})`}`,
  more: (count: number) => `… and ${count} more`,

  kinds: `tocsin import <kind> FILE [options]

  sf-fire   San Francisco "Fire Department Calls for Service" (CSV)

  tocsin import <kind> --help says more.`,
  help: `tocsin import sf-fire FILE [options]

  Feeds a CSV of San Francisco's "Fire Department Calls for Service" through the same
  commands that people use. One line is one unit on one call.

Options:
  --speed max|N    max (default): as fast as it goes; N: N times as fast as it happened,
                   counted from the first call (60 plays an hour in a minute)
  --in-flight N    commands on their way at once, 1 to 1024 (default: 64)
  --data DIR       data folder (default: TOCSIN_DATA or .data)
  --help           this

Where it goes: to the running Tocsin of the data folder, else to EVENTSTORE_URL, else to
the data folder itself. Times of the file are San Francisco's local time; what happened
keeps its time, what is recorded is recorded now. In autumn's repeated hour the first
reading counts, unless only the second is in order with the time before.

What becomes of it:
  - The city "San Francisco": battalions are districts, neighbourhoods are cells.
  - A call is a report and an incident. Final priority 3 (lights and siren) is priority 2,
    with the call taker's "E" (threat to life) priority 1; final priority 2 is priority 3.
  - A unit is registered at its first dispatch; each line is its assignment. A line that
    overlaps the unit's line before is stacked, and recorded when that one is cleared.
    Where the available time is missing, the unit's next dispatch clears it, and says so.
  - Each call type has a run card and a responsible department in the city's profile. The
    card is applied at the call's entry: it requests units by what they can do and may ask
    other departments (gas leak and odour the gas company, electrical hazard the power
    company, traffic collision and vehicle fire the police, and so on). The first units sent
    that fit go under its requests. A medical call without lights and siren gets no engine.
  - When all its units are available again, the incident is resolved by "SF fire calls
    import" and closed by "SF fire calls import, closing desk", because who resolves may
    not close. Tasks that nobody has answered are cancelled, as the file doesn't say what
    those departments did; an incident whose task a person has accepted is left to people.

At the end a table compares the units really sent in the first three minutes of each call
with those that the recommender would have sent by the run card, out of the units free at
that moment. The file has no station coordinates: an engine or truck waits in the middle of
the calls in the area of the station whose number it carries, a battalion chief in the
middle of the battalion's calls, any other unit where its last call was.

A bad line is reported and left out. A second run of the same file adds nothing; a run that
was stopped or killed is carried on by running the same command again. The whole file is
held in memory, at about 2 kB a line.`,

  unknownKind: (kind: string) => `There is no kind of import "${kind}"; there is: sf-fire.`,
  noFile: 'The file to import is missing: tocsin import sf-fire FILE.',
  tooManyFiles: 'One file at a time: tocsin import sf-fire FILE.',
  unknownOption: (message: string) => `${message}. tocsin import sf-fire --help lists the options.`,
  badSpeed: (value: string) => `--speed must be max or a number above 0, not "${value}".`,
  badInFlight: (value: string) =>
    `--in-flight must be a whole number from 1 to 1024, not "${value}".`,
  fileMissing: (path: string) => `There is no file ${path}.`,
  fileUnreadable: (path: string, cause: string) => `The file ${path} can't be read (${cause}).`,
  fileNotThisKind: (path: string, column: string, others: number) =>
    `${path} is not a CSV of San Francisco's fire calls: the column "${column}" is missing${
      others > 0 ? `, and ${others} more` : ''
    }.`,
  fileNoRows: (path: string) => `${path} has a header but no rows.`,

  reading: (path: string) => `Reading ${path}`,
  connected: (how: 'running' | 'url' | 'embedded') =>
    ({
      running: 'Importing into the running Tocsin',
      url: 'Importing into the server of EVENTSTORE_URL',
      embedded: 'Importing into the data folder; nothing else runs on it',
    })[how],
  checking: 'Looking for what an earlier run has brought in',
  progress: (done: number, all: number, percent: number, rate: number, left: string) =>
    `${done} of ${all} steps (${percent}%), ${rate} a second, ${left} left`,
  bar: '{bar} {percentage}% | {value} of {total} steps | {rate} a second | {left} left',
  outage: (code: string, seconds: number) =>
    `The event store doesn't answer (${code}); trying again for up to ${seconds} s.`,
  recovered: 'The event store answers again.',
  storeGone: (code: string) =>
    `The event store stayed away (${code}), so the import stopped; run the same command again to carry on.`,
  stopping: 'Stopping: finishing what is on its way. Ctrl-C once more ends it at once.',
  stopped: 'Stopped before the end. Run the same command again to carry on.',

  summary: 'Summary',
  counts: {
    rows: 'rows',
    bad: 'bad',
    calls: 'calls',
    units: 'units',
    tasks: 'tasks given',
    stacked: 'assignments stacked',
    inferred: 'clearings inferred',
    freed: 'units freed of an earlier file',
    commands: 'commands',
    rejected: 'refused',
    skipped: 'left out after a refusal',
    events: 'events added',
    already: 'steps already there',
    leftOpen: 'left open',
    seconds: 'seconds',
  },
  agreement: {
    title: 'What the recommender would have sent, against what was really sent:',
    unitType: 'type of unit',
    real: 'really sent',
    recommended: 'recommended',
    agreed: 'the same unit',
    share: 'of those sent',
    all: 'all',
    untyped: 'unknown',
  },
  badRows: 'Bad rows, not imported:',
  rejections: 'Refused commands:',
  leftOpen: (count: number, why: LeftOpen) =>
    `${count} ${count === 1 ? 'incident' : 'incidents'} left open: ${leftOpen[why]}.`,
};
