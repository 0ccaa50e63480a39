import { type ReactNode, useState } from 'react';
import type { CommandDocument, CommandVariables, Said } from '../../api/command.ts';
import { useCommand } from '../../api/useCommand.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';

/** A button that opens a form, which closes itself by `done`. */
export function Act({
  text,
  primary = false,
  children,
}: {
  text: string;
  primary?: boolean;
  children: (done: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  if (open) return <>{children(() => setOpen(false))}</>;
  return (
    <button type="button" className={primary ? 'primary' : ''} onClick={() => setOpen(true)}>
      {text}
    </button>
  );
}

/** A command that needs nothing said, as a button. */
export function ActAtOnce<V extends CommandVariables>({
  document,
  said,
  revision,
  text,
  primary = false,
  onAccepted,
}: {
  document: CommandDocument<V>;
  said: Said<V>;
  revision?: string;
  text: string;
  primary?: boolean;
  onAccepted?: () => void;
}) {
  const command = useCommand(document, onAccepted);
  return (
    <>
      <button
        type="button"
        className={primary ? 'primary' : ''}
        disabled={command.busy}
        onClick={() => command.run(said, revision)}
      >
        {text}
      </button>
      <CommandOutcome
        state={command.state}
        onAgain={command.again}
        onResend={(newer) => command.run(said, newer)}
      />
    </>
  );
}
