import { nameFault } from '../commands/ids.ts';
import { signedIn } from '../context.ts';
import { refusal, refuse } from '../operation/refusal.ts';
import type { Present } from '../presence/present.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { demandIncident } from './incident.ts';

const PresentType = builder.objectRef<Present>('Present').implement({
  description: 'Somebody who has an incident open at a console.',
  fields: (t) => ({
    console: t.exposeString('console'),
    account: t.exposeID('account'),
    name: t.exposeString('name'),
    department: t.id({ nullable: true, resolve: ({ department }) => department ?? null }),
    editing: t.string({
      nullable: true,
      description: 'The form that is open there.',
      resolve: ({ editing }) => editing ?? null,
    }),
  }),
});

builder.subscriptionField('presence', (t) =>
  t.field({
    type: [PresentType],
    description:
      'Whoever subscribes is at the incident while they do, and is told who else is. It is recorded nowhere.',
    args: {
      incident: t.arg.id(),
      console: t.arg.string({ description: 'As in the console’s commands.' }),
      editing: t.arg.string({ required: false, description: 'The form that is open.' }),
    },
    subscribe: async (_root, { incident, console, editing }, context) => {
      const { account, name, department } = signedIn(context);
      demandIds({ incident });
      const fault = nameFault({ console, editing });
      if (fault) throw refusal(fault);
      const { store, presence } = context.parts;
      // Asked again before each telling: a department may have lost its part meanwhile.
      const demand = async (): Promise<void> => {
        const read = await store.readIncident(incident);
        if (!read) return refuse('unknownIncident', {}, 'incident');
        demandIncident(context, read.state);
      };
      await demand();
      const present = { console, account, name, department, editing: editing ?? undefined };
      return presence.join(incident, present, demand);
    },
    resolve: (all) => [...all],
  }),
);
