import type { Incident } from '../../api/types.ts';
import { Attachments } from './Attachments.tsx';
import { CommandRoles } from './CommandRoles.tsx';
import { Consultations } from './Consultations.tsx';
import { Situations } from './Situations.tsx';

export interface SectionProps {
  readonly incident: Incident;
  /** Whether what the viewer may do is offered. */
  readonly acting: boolean;
}

/** Who commands, what was consulted on, how it stands, what is attached. */
export const CommandSections = (props: SectionProps) => (
  <>
    <CommandRoles {...props} />
    <Consultations {...props} />
    <Situations {...props} />
    <Attachments {...props} />
  </>
);
