import type { Grade, IncidentClass, Priority } from '../../city/events.ts';
import type { ResponseLevel } from '../../city/plan.ts';

export type JudgementCommand =
  | {
      readonly type: 'JudgeIncident';
      /** What is left out stays as it is: no axis follows from another. */
      readonly data: {
        readonly type?: string;
        readonly class?: IncidentClass;
        readonly grade?: Grade;
        readonly priority?: Priority;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'AssignResponsibility';
      readonly data: { readonly department: string; readonly reason: string };
    }
  | { readonly type: 'RaiseIncident'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'HandDownIncident';
      readonly data: { readonly district: string; readonly reason: string };
    }
  | {
      readonly type: 'SetResponseLevel';
      readonly data: { readonly level: ResponseLevel; readonly reason: string };
    };
