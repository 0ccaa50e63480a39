import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { UndoToast } from '../actions/UndoToast.tsx';
import { AlarmBar } from '../alarms/AlarmBar.tsx';
import { cityDocument } from '../api/documents/reference.ts';
import { type Live, openLive } from '../api/live.ts';
import type { Viewer } from '../api/types.ts';
import { useText } from '../i18n/text.ts';
import { Boundary } from '../parts/Boundary.tsx';
import { Failed } from '../parts/Failed.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { cityIndex } from '../store/cityIndex.ts';
import { useSignal } from '../store/signal.ts';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { chosenCity } from './chosenCity.ts';
import { DeskContext } from './desk.ts';
import { Header } from './Header.tsx';
import { OutboxNotice } from './OutboxNotice.tsx';
import { route } from './route.ts';
import { useStatus } from './status.ts';
import { useKeptCity } from './useKeptCity.ts';
import { useOpenDesk } from './useOpenDesk.ts';
import { View } from './View.tsx';
import { frameOf, views, viewsOf } from './views.ts';

/** The signed-in person's place: one line to the server, one city, the header and a view. */
export function Workplace({ viewer }: { viewer: Viewer }) {
  const t = useText();
  const [live, setLive] = useState<Live | null>(null);
  useEffect(() => {
    const opened = openLive();
    setLive(opened);
    return opened.close;
  }, []);

  const wanted = useSignal(chosenCity);
  const summary = viewer.cities.find((city) => city.id === wanted) ?? viewer.cities[0];
  useStatus(live, summary?.id);
  const [answer, ask] = useQuery({
    query: cityDocument,
    variables: { id: summary?.id ?? '' },
    pause: summary === undefined,
    requestPolicy: 'cache-first',
  });
  const city = useKeptCity(viewer, summary?.id ?? '', answer);
  const index = useMemo(() => (city === null ? null : cityIndex(city)), [city]);
  const desk = useOpenDesk(viewer, index, live);

  const [first] = useSignal(route);
  const open = viewsOf(viewer.roles);
  const tabs = open.filter((name) => frameOf(name) !== 'slim');
  const view = open.find((name) => name === first) ?? open[0] ?? 'admin';
  const frame = frameOf(view);
  // While the city is asked for, not after it.
  useEffect(() => void views[view].fetch().catch(() => {}), [view]);
  if (summary === undefined) return <p className="notice">{t('app.noCity')}</p>;
  if (answer.error && city === null)
    return <Failed onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (desk === null || desk.city.city.id !== summary.id) return <Waiting />;
  return (
    <DeskContext value={desk}>
      <div className="workplace">
        {frame !== 'bare' && (
          <>
            <Header view={view} views={frame === 'slim' ? [view] : tabs} />
            <div className="notices">
              <ConnectionNotice />
              <OutboxNotice />
            </div>
          </>
        )}
        <Boundary key={`${view} ${summary.id}`}>
          <View name={view} />
        </Boundary>
        <UndoToast />
        <AlarmBar key={summary.id} />
      </div>
    </DeskContext>
  );
}
