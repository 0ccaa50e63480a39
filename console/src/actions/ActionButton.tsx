import type { ComponentProps, ReactNode } from 'react';
import { singleKeys } from '../store/preferences.ts';
import { useSignal } from '../store/signal.ts';
import type { ActionId } from './definitions.ts';
import { capOf } from './keys.ts';

/** The key of an action as it stands on its button; nothing while single keys are switched off. */
export function KeyCap({ action }: { action: ActionId }) {
  const on = useSignal(singleKeys) === 'on';
  const cap = capOf(action);
  return on && cap !== undefined ? (
    <span className="keycap" aria-hidden="true">
      {cap}
    </span>
  ) : null;
}

/** An action's place on the screen: its key, the palette and the command line press this button. */
export function ActionButton({
  action,
  children,
  ...props
}: Omit<ComponentProps<'button'>, 'type'> & {
  action: ActionId;
  children: ReactNode;
}) {
  const on = useSignal(singleKeys) === 'on';
  const cap = on ? capOf(action) : undefined;
  return (
    <button type="button" data-action={action} aria-keyshortcuts={cap} {...props}>
      {children}
      <KeyCap action={action} />
    </button>
  );
}
