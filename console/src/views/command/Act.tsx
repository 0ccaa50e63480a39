import { type ReactNode, useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import type { ActionId } from '../../actions/definitions.ts';
import type { CommandDocument, CommandVariables, Said } from '../../api/command.ts';
import { useCommand } from '../../api/useCommand.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';

/** A button that opens a form, which closes itself by `done`. */
export function Act({
  text,
  action,
  primary = false,
  children,
}: {
  text: string;
  /** The registered action that this is the button of. */
  action: ActionId;
  primary?: boolean;
  children: (done: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  if (open) return <>{children(() => setOpen(false))}</>;
  return (
    <ActionButton
      action={action}
      className={primary ? 'primary' : ''}
      onClick={() => setOpen(true)}
    >
      {text}
    </ActionButton>
  );
}

/** A command that needs nothing said, as a button. */
export function ActAtOnce<V extends CommandVariables>({
  document,
  said,
  revision,
  text,
  action,
  primary = false,
  onAccepted,
}: {
  document: CommandDocument<V>;
  said: Said<V>;
  revision?: string;
  text: string;
  action: ActionId;
  primary?: boolean;
  onAccepted?: () => void;
}) {
  const command = useCommand(document, onAccepted);
  return (
    <>
      <ActionButton
        action={action}
        className={primary ? 'primary' : ''}
        disabled={command.busy}
        onClick={() => command.run(said, revision)}
      >
        {text}
      </ActionButton>
      <CommandOutcome
        state={command.state}
        onAgain={command.again}
        onResend={(newer) => command.run(said, newer)}
      />
    </>
  );
}
