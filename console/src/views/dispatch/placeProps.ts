import type { IntakeDraft, IntakeFault } from './intakeDraft.ts';

/** What the parts of the intake's place are given. */
export interface PlaceProps {
  readonly draft: IntakeDraft;
  readonly faults: readonly IntakeFault[];
  readonly refused: (field: string) => string | undefined;
  readonly onChange: (part: Partial<IntakeDraft>) => void;
}
