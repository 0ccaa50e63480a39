import { type ReactNode, useRef, useState } from 'react';
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
  const closed = useRef(false);
  const close = (): void => {
    closed.current = true;
    setOpen(false);
  };
  // Who closes the form goes on where they opened it, unless they have gone elsewhere meanwhile.
  const takeFocusBack = (button: HTMLButtonElement | null): void => {
    if (button === null || !closed.current) return;
    closed.current = false;
    if (document.activeElement === document.body) button.focus();
  };
  if (open) return <>{children(close)}</>;
  return (
    <ActionButton
      ref={takeFocusBack}
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
