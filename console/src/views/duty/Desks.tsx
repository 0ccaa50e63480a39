import { relieveDuty, rosterDocument } from '../../api/documents/duty.ts';
import type { DutyRow, RosteredShift } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { useNow } from '../../store/clock.ts';
import { Act } from '../command/Act.tsx';
import { CommandForm } from '../command/CommandForm.tsx';

type OnDuty = DutyRow['onDuty'][number];

function Relieve({ department, person }: { department: string; person: OnDuty }) {
  const { city } = useDesk();
  const { t } = useWords();
  return (
    <Act action="relieveDuty" text={t('duty.relieve')}>
      {(done) => (
        <CommandForm
          document={relieveDuty}
          fields={[{ name: 'reason', label: t('duty.reason'), kind: 'long' }]}
          submit={t('duty.relieve')}
          said={({ reason = '' }) => ({
            city: city.city.id,
            department,
            role: person.role,
            account: person.account,
            reason: reason.trim(),
          })}
          onDone={done}
        />
      )}
    </Act>
  );
}

function Desk({
  id,
  row,
  shifts,
}: {
  id: string;
  row: DutyRow | undefined;
  shifts: readonly RosteredShift[];
}) {
  const { viewer } = useDesk();
  const { t, department, name, minute } = useWords();
  const onDuty = row?.onDuty ?? [];
  const relieves = (account: string): boolean =>
    allows(viewer.may, 'relieveDuty') && account !== viewer.account;
  return (
    <tr data-testid={`desk-${id}`}>
      <th scope="row">{department(id)}</th>
      <td>
        {onDuty.length === 0 && <span className="quiet">{t('duty.nobody')}</span>}
        <ul>
          {onDuty.map((person) => (
            <li key={`${person.account} ${person.role}`} className="held" data-scope>
              <b>{person.name}</b> {t(`duty.roles.${person.role}`)}{' '}
              <span className="quiet">{t('duty.since', { time: minute(person.since) })}</span>
              {relieves(person.account) && <Relieve department={id} person={person} />}
            </li>
          ))}
        </ul>
      </td>
      <td>
        <ul>
          {shifts.map((shift) => (
            <li key={shift.id}>
              <span className="quiet">
                {name(shift.name)} {shift.start}–{shift.end}
              </span>{' '}
              {shift.people
                .map((person) => `${person.name} (${t(`duty.roles.${person.role}`)})`)
                .join(t('area.and'))}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

const quarterHour = 900_000;

/** Each department: who is on duty there, and who the roster says should be. */
export function Desks({ rows }: { rows: readonly DutyRow[] }) {
  const { city } = useDesk();
  const { t } = useWords();
  // Shifts change at full quarters of an hour at the most; the roster is asked for again then.
  const quarter = String(Math.floor(useNow() / quarterHour));
  const asked = useAsked(rosterDocument, { city: city.city.id }, quarter);
  const shifts = asked.at === 'known' ? asked.data.roster : [];
  return (
    <>
      {asked.at === 'failed' && <Failed why={asked.why} />}
      <div className="desks">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('duty.department')}</th>
              <th scope="col">{t('duty.onDuty')}</th>
              <th scope="col">{t('duty.roster')}</th>
            </tr>
          </thead>
          <tbody>
            {city.city.departments.map(({ id }) => (
              <Desk
                key={id}
                id={id}
                row={rows.find(({ department }) => department === id)}
                shifts={shifts.filter(({ department }) => department === id)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
