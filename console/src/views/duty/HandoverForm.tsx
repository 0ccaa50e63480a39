import { handOverShift, openWorkDocument } from '../../api/documents/duty.ts';
import type { DutyRole, OpenWork } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { handoverNote } from '../../store/handoverNote.ts';
import { CommandForm } from '../command/CommandForm.tsx';
import { usePeopleAt } from '../command/usePeople.ts';
import { dutyText } from './dutyText.ts';
import { OpenLists } from './OpenLists.tsx';

interface Handing {
  readonly department: string;
  readonly role: DutyRole;
  readonly onDone: () => void;
}

function Write({ department, role, onDone, open }: Handing & { open: OpenWork }) {
  const { city, viewer } = useDesk();
  const { t } = useWords();
  const belongs = viewer.department;
  const people = usePeopleAt(belongs).filter(({ value }) => value !== viewer.account);
  return (
    <div className="handing-over">
      <CommandForm
        document={handOverShift}
        fields={[
          { name: 'to', label: t('duty.to'), kind: 'choice', options: people },
          { name: 'note', label: t('duty.note'), kind: 'long', rows: 12 },
        ]}
        initial={{ note: handoverNote(open, dutyText(t)) || t('duty.nothingOpen') }}
        submit={t('duty.handOver')}
        said={({ to = '', note = '' }) => ({
          city: city.city.id,
          department,
          role,
          handover: crypto.randomUUID(),
          to,
          note: note.trim(),
        })}
        onDone={onDone}
      />
      <OpenLists open={open} />
    </div>
  );
}

/** A handover's note, begun with the list of what is open now, and to whom it goes. */
export function HandoverForm(handing: Handing) {
  const { city } = useDesk();
  const { department } = handing;
  const asked = useAsked(openWorkDocument, { city: city.city.id, department });
  if (asked.at === 'loading') return <Waiting rows={3} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  return <Write {...handing} open={asked.data.open} />;
}
