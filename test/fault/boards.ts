/** A board as a console asks for it: the same fields in the query and in the subscription. */
export interface Board {
  readonly name: 'incident' | 'task' | 'unit';
  readonly department: string | undefined;
  readonly query: string;
  readonly subscription: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface Row {
  readonly id: string;
  readonly revision: string;
}

const fields = {
  incident: `id revision number status what type grade priority reports position
    place { address } last { type } tasks { id department status } units { callSign stage }`,
  task: `id revision number status what instruction department incident incidentStatus position
    acknowledgeBy finishBy accepted { occurredAt by { name } } done { occurredAt by { name } }`,
  unit: `id revision callSign department kind onDuty position active { stage }
    reserve { reason } stacked { stage }`,
};

function board(name: Board['name'], department: string | undefined): Board {
  const own = department === undefined ? '' : ', $department: ID!';
  const scope = department === undefined ? '' : ', department: $department';
  return {
    name,
    department,
    query: `query($city: ID!${own}) {
      board: ${name}s(city: $city${scope}, limit: 10000) { rows { ${fields[name]} } cursor } }`,
    subscription: `subscription($city: ID!${own}, $after: Cursor!) {
      batch: ${name}Changes(city: $city${scope}, after: $after) {
        rows { ${fields[name]} } removed cursor snapshot } }`,
    variables: { city: 'xinghe', ...(department !== undefined && { department }) },
  };
}

/** What somebody has on the screen: a liaison the department's tasks and units. */
export const boardsOf = (department: string | undefined): readonly Board[] =>
  department === undefined
    ? [board('incident', undefined), board('unit', undefined), board('task', 'fire')]
    : [board('task', department), board('unit', department)];
