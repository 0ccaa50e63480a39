import { Provider } from 'urql';
import { client } from '../api/client.ts';
import { Boundary } from '../parts/Boundary.tsx';
import { session } from '../store/session.ts';
import { useSignal } from '../store/signal.ts';
import { SignIn } from '../views/signIn/SignIn.tsx';
import { Workplace } from './Workplace.tsx';

export function App() {
  const current = useSignal(session);
  return (
    <Provider value={client}>
      <Boundary>
        {current === null ? <SignIn /> : <Workplace key={current.token} viewer={current.viewer} />}
      </Boundary>
    </Provider>
  );
}
