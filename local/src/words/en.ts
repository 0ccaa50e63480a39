import type { RebuildProgress } from '@tocsin/projections';
export const en = {
  language: 'en' as 'en' | 'zh',
  dataFolderInUse: (path: string, pid: number | undefined) =>
    `Tocsin already runs on the data folder ${path}${pid === undefined ? '' : ` (process ${pid})`}. Stop it first, or set TOCSIN_DATA to another folder.`,
  dataFolderNewer: (path: string, found: number, known: number) =>
    `The data folder ${path} was written by a newer Tocsin (format ${found}; this one knows up to ${known}). Update Tocsin, or set TOCSIN_DATA to another folder.`,
  dataFolderUnreadable: (file: string) =>
    `${file} is damaged: it should say {"format":1}. Restore it, or set TOCSIN_DATA to another folder.`,
  dataFolderUnusable: (path: string, code: string) =>
    `The data folder ${path} can't be used (${code}). Make it writable for this user, or set TOCSIN_DATA to another folder.`,
  eventStoreUnreachable: (url: string, cause: string) =>
    `The event store at ${url} doesn't answer (${cause}). Check EVENTSTORE_URL and that the server runs.`,
  eventStoreUrlInvalid: (url: string) =>
    `EVENTSTORE_URL must look like esdb://host:2113?tls=false, not "${url}".`,
  databaseUnreachable: (url: string, cause: string) =>
    `The PostgreSQL server at ${url} doesn't answer (${cause}). Check DATABASE_URL and that the server runs.`,
  databaseUrlInvalid: (url: string) =>
    `DATABASE_URL must look like postgresql://user:password@host:5432/database, not "${url}".`,
  databaseNewer: (url: string) =>
    `The database at ${url} was last used by a newer Tocsin. Update Tocsin, or set DATABASE_URL to another database.`,
  databaseOfAnotherLog: (url: string) =>
    `The read models in the database at ${url} were made from another event log. Run "tocsin rebuild" to make them again from this one.`,
  keepChangesDaysInvalid: (days: string) =>
    `TOCSIN_KEEP_CHANGES_DAYS must be a whole number of days from 1 to 36500, not "${days}".`,
  portInvalid: (port: string, variable: string) =>
    `${variable} must be a whole number from 0 to 65535, not "${port}".`,
  portInUse: (host: string, port: number, variable: string) =>
    `Port ${port} on ${host} is in use by another program. Stop that program, or set ${variable} to another number.`,
  portForbidden: (host: string, port: number, variable: string) =>
    `This user may not open port ${port} on ${host}. Set ${variable} to a number above 1023.`,
  hostInvalid: (host: string, code: string) =>
    `HOST "${host}" is not an address of this machine (${code}). Set HOST to one of its addresses, for example 127.0.0.1.`,
  mapUrlInvalid: (url: string) =>
    `TOCSIN_MAP_URL must be the address of a map style or of tiles, like https://host/style.json or https://host/{z}/{x}/{y}.png, not "${url}".`,
  sessionKeyInvalid:
    'TOCSIN_SESSION_KEY must be at least 32 characters long, the same for every gateway.',
  metricsTokenInvalid: 'TOCSIN_METRICS_TOKEN must be at least 16 characters long.',
  noDatabase: 'This part needs DATABASE_URL, or a running "tocsin start" on the same data folder.',
  noEventStore:
    'This part needs EVENTSTORE_URL, or a running "tocsin start" on the same data folder.',

  postgresNoBinaries: (platform: string) =>
    `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server.`,
  postgresNoAccount:
    'PostgreSQL does not run as root, and no account "postgres" could be made for it. Start Tocsin as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  postgresFailed: (log: string, cause: string) =>
    `The embedded PostgreSQL did not start: ${cause} Its log is ${log}.`,
  postgresNotStopping: (pid: number) =>
    `The embedded PostgreSQL of an earlier start (process ${pid}) does not stop. Stop it, then start again.`,
  postgresAccountMade: (name: string) =>
    `made the account "${name}" for PostgreSQL, which does not run as root`,
  postgresMoved: (path: string, account: string) =>
    `the account "${account}" can't reach the data folder: PostgreSQL is kept in ${path}`,
  postgresOrphan: (pid: number) =>
    `stopped the PostgreSQL that an earlier start left behind (process ${pid})`,
  postgresOlder: (found: string, aside: string) =>
    `read models of PostgreSQL ${found} moved to ${aside}; they are made again from the log`,

  stepData: 'Data folder',
  stepEventStore: 'Event store',
  stepPostgres: 'PostgreSQL',
  stepProfile: 'City profile',
  stepProjections: 'Projections',
  stepGateway: 'Gateway',
  stepRebuild: 'Read models',
  rebuilding: ({ percent, events, rate, leftMs }: RebuildProgress) =>
    `${percent} %, ${events} events, ${Math.round(rate)}/s${
      leftMs === undefined || percent === 100 ? '' : `, ${Math.ceil(leftMs / 1000)} s left`
    }`,
  firstTime: 'first start, making the database',
  embedded: 'embedded',
  profileNone: 'none',
  done: (done: number, all: number) => `${done} of ${all}`,
  seconds: (seconds: number) => `${seconds.toFixed(1)} s`,
  starting: (version: string) => `Tocsin ${version} is starting.`,
  ready: (url: string, seconds: number) => `Ready after ${seconds.toFixed(1)} s: ${url}`,
  demoAccounts: (password: string) => `Demo accounts, all with the password ${password}:`,
  demoOpen: (host: string) =>
    `Anyone who reaches ${host} can sign in with the demo accounts. Use --no-demo on an empty log for a real deployment.`,
  stopHint: 'Ctrl-C stops everything.',
  stopping: 'Stopping …',
  stillStopping: 'Still stopping; it takes a few seconds at the most.',
  stopped: 'Stopped.',
  parts: { gateway: 'The gateway', projections: 'The projections', postgres: 'PostgreSQL' },
  partEnded: (part: string, how: string, seconds: number, log: string) =>
    `${part} ended unexpectedly (${how}); starting it again in ${seconds} s. Its log is ${log}.`,
  partBack: (part: string) => `${part} runs again.`,
  partFailed: (part: string, cause: string, log: string) =>
    `${part} did not start: ${cause} Its log is ${log}.`,

  usage: {
    help: 'show this help',
    titles: {} as Readonly<Record<string, string>>,
    faults: {
      'commander.unknownOption': (at) => `There is no option ${at}.`,
      'commander.unknownCommand': (at) => `There is no command "${at}".`,
      'commander.excessArguments': () => 'There are too many arguments.',
      'commander.missingArgument': (at) => `The argument <${at}> is missing.`,
      'commander.optionMissingArgument': (at) => `The option ${at} needs a value.`,
      'commander.missingMandatoryOptionValue': (at) => `The option ${at} is missing.`,
      'commander.help': () => 'A command is missing.',
    } as Readonly<Record<string, (at: string) => string>>,
    seeHelp: (command: string) => ` See ${command} --help.`,
  },

  startHelp: {
    description: 'Start everything on this machine: event store, PostgreSQL, projections, gateway.',
    data: 'data folder (default: TOCSIN_DATA or .data)',
    profile: 'the city’s profile, a YAML file (also TOCSIN_PROFILE; default: the demo city’s)',
    noDemo: 'leave an empty log empty (also TOCSIN_DEMO=off)',
    environment: `
Environment:
  PORT, HOST           where the console is served (4000, 127.0.0.1)
  EVENTSTORE_URL       an EventStoreDB or KurrentDB server instead of the embedded node
  DATABASE_URL         a PostgreSQL server instead of the embedded one
  TOCSIN_PROFILE       the city's profile, a YAML file
  TOCSIN_SESSION_KEY   signs sessions; without it a key is kept in the data folder
  TOCSIN_KEEP_CHANGES_DAYS  days for which what changed on the boards is kept (400)
  TOCSIN_METRICS_TOKEN lets whoever sends it read /metrics; without it this machine may
  TOCSIN_METRICS_PORT  where the projections serve their own /metrics; without it nowhere
  TOCSIN_MAP_URL       a map style or tiles under the map instead of the city's own drawing
  LOG_LEVEL            of the logs in the data folder (info)`,
  },
  partHelp: {
    gateway: 'Serve the console and the API. Any number of gateways can run.',
    projections: 'Keep the read models up to date. One leads at a time.',
    rebuild: 'Make the read models again from the log.',
  },

  personHelp: {
    description: 'Appoint people, list them, set passwords.',
    data: 'data folder (default: TOCSIN_DATA or .data)',
    add: 'appoint a person, or change an appointment',
    list: 'list the people',
    password: 'set a password',
    account: 'the name to sign in with',
    name: 'the name to show',
    role: 'dispatcher, liaison, commander, auditor or administrator; may be repeated',
    department: 'the department a liaison speaks for',
    city: 'a city whose affairs the person sees; may be repeated; * is all',
    passwordStdin: 'read the password from standard input instead of asking',
  },
  passwordPrompt: 'Password: ',
  passwordAgain: 'The same again: ',
  passwordsDiffer: 'The two passwords differ; nothing was changed.',
  nothingChanged: 'Nothing was changed.',
  passwordShort: (least: number) => `A password has at least ${least} characters.`,
  passwordNoTerminal:
    'There is no terminal to ask for a password. Give it on standard input with --password-stdin.',
  roleUnknown: (role: string, roles: string) => `--role must be one of ${roles}, not "${role}".`,
  roleMissing: (roles: string) => `--role is missing; it is one of ${roles}.`,
  personUnknown: (account: string) => `There is no person with the account "${account}".`,
  personRefused: (code: string, field: string) => `Refused: ${code}${field && ` (${field})`}.`,
  personAdded: (account: string) => `"${account}" is appointed and can sign in.`,
  passwordChanged: (account: string) => `The password of "${account}" is set.`,
  personColumns: ['account', 'name', 'roles', 'department', 'cities'],
  noPeople: 'Nobody is appointed yet.',
};
