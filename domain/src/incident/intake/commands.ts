import type { FirstReport, ReportFacts } from './events.ts';

export type IntakeCommand =
  | {
      readonly type: 'ReportIncident';
      readonly data: Omit<FirstReport, 'exercise'> & { readonly exercise?: boolean };
    }
  | { readonly type: 'LinkReport'; readonly data: ReportFacts }
  | {
      readonly type: 'UnlinkReport';
      readonly data: { readonly report: string; readonly reason: string };
    };
