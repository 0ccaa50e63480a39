import { useState } from 'react';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import '../../styles/board.css';
import '../../styles/intervals.css';
import { Figures } from './Figures.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { dayAfter, type Question } from './question.ts';

/** How fast it goes, against the targets, with what is measured and what is left out beside it. */
export default function Intervals() {
  const { city, viewer } = useDesk();
  const { t, toEntered } = useWords();
  const everybodys = viewer.roles.some((role) => role !== 'LIAISON');
  const own = everybodys ? '' : (viewer.department ?? '');
  const [asked, setAsked] = useState<Question>(() => {
    const to = toEntered(new Date().toISOString()).slice(0, 10);
    const from = dayAfter(to, -29);
    const target = { seconds: '', percent: '' };
    return { span: 'TURNOUT', by: 'TYPE', from, to, department: own, exercises: false, ...target };
  });
  return (
    <main className="board intervals" data-testid="intervals">
      <h1>{t('intervals.title')}</h1>
      <QuestionForm initial={asked} own={everybodys ? null : own} onAsk={setAsked} />
      <Figures key={`${city.city.id} ${JSON.stringify(asked)}`} question={asked} />
    </main>
  );
}
