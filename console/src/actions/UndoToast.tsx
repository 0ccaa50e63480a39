import { useEffect, useRef } from 'react';
import { useSending } from '../api/useCommand.ts';
import { useText } from '../i18n/text.ts';
import { CommandOutcome } from '../parts/CommandOutcome.tsx';
import { useSignal } from '../store/signal.ts';
import '../styles/alarms.css';
import { ActionButton } from './ActionButton.tsx';
import { undoable } from './undo.ts';

/** How long an undo is offered, in milliseconds; it waits while somebody points at it. */
const offered = 12_000;

/** What was just done, and the way back: sent as a command of its own, refused like any other. */
export function UndoToast() {
  const t = useText();
  const offer = useSignal(undoable);
  const { state, busy, send, again, resend, reset } = useSending(() => undoable.set(null));
  const held = useRef(false);
  useEffect(() => {
    reset();
    if (offer === null) return;
    const timer = setInterval(() => held.current || undoable.set(null), offered);
    return () => clearInterval(timer);
  }, [offer, reset]);
  if (offer === null) return null;
  const hold = (on: boolean) => (): void => {
    held.current = on;
  };
  return (
    <div
      className="undo-toast"
      role="status"
      data-testid="undo"
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
    >
      <span>{offer.done}</span>
      <ActionButton
        action="undo"
        data-testid="undo-button"
        disabled={busy}
        onClick={() => send(offer.takeBack())}
      >
        {t('undo.undo')}
      </ActionButton>
      <CommandOutcome state={state} onAgain={again} onResend={resend} />
      <button type="button" className="plain" onClick={() => undoable.set(null)}>
        {t('action.dismiss')}
      </button>
    </div>
  );
}
