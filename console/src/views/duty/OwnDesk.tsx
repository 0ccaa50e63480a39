import { endDuty, takeDuty } from '../../api/documents/duty.ts';
import type { DutyRole, DutyRow } from '../../api/types.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Act, ActAtOnce } from '../command/Act.tsx';
import { HandoverForm } from './HandoverForm.tsx';
import { Handovers } from './Handovers.tsx';

const roles: readonly DutyRole[] = ['LIAISON', 'DUTY_OFFICER'];

function Role({
  row,
  department,
  role,
}: {
  row: DutyRow | undefined;
  department: string;
  role: DutyRole;
}) {
  const { city, viewer } = useDesk();
  const { t, minute } = useWords();
  const mine = row?.onDuty.find((one) => one.account === viewer.account && one.role === role);
  const said = { city: city.city.id, department, role };
  const about = { role: t(`duty.roles.${role}`) };
  if (!mine)
    return (
      <div className="buttons">
        <ActAtOnce action="takeDuty" document={takeDuty} said={said} text={t('duty.take', about)} />
      </div>
    );
  return (
    <div className="buttons">
      <span>
        {t('duty.youAre', about)}{' '}
        <span className="quiet">{t('duty.since', { time: minute(mine.since) })}</span>
      </span>
      <Act action="handover" text={t('duty.handOver')}>
        {(done) => <HandoverForm department={department} role={role} onDone={done} />}
      </Act>
      <ActAtOnce action="endDuty" document={endDuty} said={said} text={t('duty.end')} />
    </div>
  );
}

/** The viewer's own desk: being on duty there, handing over, and what was handed over before. */
export function OwnDesk({ row, department: id }: { row: DutyRow | undefined; department: string }) {
  const { viewer } = useDesk();
  const { t, department } = useWords();
  return (
    <section className="own-desk" data-testid="own-desk">
      <h2>{department(id)}</h2>
      {allows(viewer.may, 'takeDuty') && (
        <div className="card">
          {roles.map((role) => (
            <Role key={role} row={row} department={id} role={role} />
          ))}
        </div>
      )}
      <h3>{t('duty.handovers')}</h3>
      {row ? <Handovers row={row} /> : <p className="nothing">{t('duty.noHandover')}</p>}
    </section>
  );
}
