const cell = (text) => text.replaceAll('|', '\\|');

const row = ({ name, type, help, labelNames }) => {
  const labels = labelNames.filter((label) => label !== 'le').map((label) => `\`${label}\``);
  return `| \`${name}\` | ${type} | ${labels.join(', ')} | ${cell(help)} |`;
};

function table(metrics) {
  const own = metrics.filter(({ name }) => name.startsWith('tocsin_'));
  const rows = own.sort((a, b) => (a.name < b.name ? -1 : 1)).map(row);
  return ['| figure | kind | labels | what it says |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/**
 * METRICS.md.
 *
 * @param gateway the figures of a gateway's registry, as prom-client lists them
 * @param runner those of a process that runs the projections
 */
export function metricsDocument(gateway, runner) {
  return `# The figures of Tocsin

Made from the code by \`pnpm documents\`; \`pnpm check\` fails when it is out of date. Each process serves
its figures at \`/metrics\` in Prometheus form: a gateway at its own address, a process of the
projections at \`TOCSIN_METRICS_PORT\`, where that is set. They are given to this machine only, not
through a proxy; with \`TOCSIN_METRICS_TOKEN\` set, to whoever sends it as \`Authorization: Bearer …\`.

No label carries an account, an id or free text: each has a small, known number of values. Beside
these, each process gives what every Node process has, \`process_…\` and \`nodejs_…\`: processor time,
memory, collections, the delay of its event loop.

## Gateway

What it says of projections, process managers and timers is read from log and database when it is
asked for, so any one gateway knows it of all.

${table(gateway)}

## Projections

${table(runner)}
`;
}
