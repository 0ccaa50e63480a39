import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { recordStage } from '../../api/documents/unitCommands.ts';
import type { Commitment, Incident } from '../../api/types.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import '../../styles/units.css';
import { SendEach } from './SendEach.tsx';

const arrived: readonly Commitment['stage'][] = ['ON_SCENE', 'TRANSPORTING', 'AT_DESTINATION'];

/** Once an incident is resolved: its units that are still there, and an offer to clear them all. */
export function StillThere({ incident }: { incident: Incident }) {
  const { viewer } = useDesk();
  const { t } = useWords();
  const [released, setReleased] = useState<readonly Commitment[]>([]);
  const there = incident.commitments.filter(({ stage }) => arrived.includes(stage));
  if (incident.status !== 'RESOLVED' || !allows(viewer.may, 'recordStage')) return null;
  if (there.length === 0 && released.length === 0) return null;
  const orders = released.map(({ unit, assignment, callSign }) => ({
    key: assignment,
    label: callSign,
    said: { unit, assignment, stage: 'CLEARED' as const },
  }));
  return (
    <section className="still-there" aria-label={t('stillThere.title')} data-testid="still-there">
      {there.length > 0 && (
        <p>
          <b>{t('stillThere.title')}</b> {there.map(({ callSign }) => callSign).join(' ')}
        </p>
      )}
      {released.length === 0 ? (
        <div className="buttons">
          <ActionButton
            action="clearAll"
            className="primary"
            data-testid="clear-all"
            onClick={() => setReleased(there)}
          >
            {t('stillThere.clear', { count: there.length })}
          </ActionButton>
        </div>
      ) : (
        <SendEach document={recordStage} orders={orders} done={t('stage.CLEARED')} />
      )}
    </section>
  );
}
