import { confirmPar } from '../../api/documents/unitCommands.ts';
import type { UnitRow } from '../../api/types.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Act } from '../command/Act.tsx';
import { CommandForm } from '../command/CommandForm.tsx';

/** Everybody of the unit on scene is accounted for: with how many answered and what was said. */
export function ConfirmPar({ row }: { row: UnitRow }) {
  const { viewer } = useDesk();
  const { t } = useWords();
  const { active } = row;
  if (active?.stage !== 'ON_SCENE' || !allows(viewer.may, 'confirmPar')) return null;
  const asked = active.par !== null && active.par.answerBy !== null;
  return (
    <Act action="par" text={t('par.confirm')} primary={asked}>
      {(done) => (
        <CommandForm
          document={confirmPar}
          fields={[
            { name: 'persons', label: t('par.persons'), kind: 'number', optional: true },
            { name: 'note', label: t('par.note'), optional: true },
          ]}
          submit={t('par.confirm')}
          said={({ persons = '', note = '' }) => ({
            unit: row.id,
            assignment: active.assignment,
            persons: persons === '' ? null : Number(persons),
            note: note.trim() || null,
          })}
          onDone={done}
        />
      )}
    </Act>
  );
}
