import { useEffect, useRef } from 'react';
import type { CommandDocument, CommandVariables, Said } from '../../api/command.ts';
import { useCommand } from '../../api/useCommand.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';

export interface Each<V extends CommandVariables> {
  readonly key: string;
  readonly label: string;
  readonly said: Said<V>;
  readonly revision?: string | undefined;
}

function One<V extends CommandVariables>({
  document,
  each,
  done,
}: {
  document: CommandDocument<V>;
  each: Each<V>;
  done: string;
}) {
  const { state, run, again } = useCommand(document);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    run(each.said, each.revision);
  }, [run, each]);
  return (
    <li data-testid={`sent-${each.label}`} data-status={state.at}>
      <b className="call-sign">{each.label}</b> {state.at === 'accepted' && done}
      <CommandOutcome
        state={state}
        onAgain={again}
        onResend={(revision) => run(each.said, revision)}
      />
    </li>
  );
}

/** Several commands given by one press, each sent at once by itself; what became of each stands beside it. */
export const SendEach = <V extends CommandVariables>({
  document,
  orders,
  done,
}: {
  document: CommandDocument<V>;
  /** What to say beside one that was accepted. */
  done: string;
  orders: readonly Each<V>[];
}) => (
  <ul className="sent">
    {orders.map((each) => (
      <One key={each.key} document={document} each={each} done={done} />
    ))}
  </ul>
);
