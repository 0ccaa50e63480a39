import { placePost, removePost } from '../../api/documents/plannedEvents.ts';
import type { EventPost, PlannedEventRow } from '../../api/types.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Act } from '../command/Act.tsx';
import { CommandForm } from '../command/CommandForm.tsx';
import { reasonField } from './eventForm.ts';

function PostForm({
  event,
  post,
  onDone,
}: {
  event: PlannedEventRow;
  post: EventPost | null;
  onDone: () => void;
}) {
  const { city } = useDesk();
  const { t, department } = useWords();
  const initial = post
    ? { ...post, people: String(post.people) }
    : { name: '', place: '', department: '', people: '' };
  return (
    <CommandForm
      document={placePost}
      fields={[
        { name: 'name', label: t('plannedEvents.postName') },
        { name: 'place', label: t('plannedEvents.postPlace') },
        {
          name: 'department',
          label: t('plannedEvents.department'),
          kind: 'choice',
          options: city.city.departments.map(({ id }) => ({ value: id, text: department(id) })),
        },
        { name: 'people', label: t('plannedEvents.people'), kind: 'number' },
      ]}
      initial={initial}
      submit={post ? t('plannedEvents.changePost') : t('plannedEvents.placePost')}
      revision={event.revision}
      said={({ name = '', place = '', department: of = '', people }) => ({
        city: city.city.id,
        event: event.id,
        post: {
          post: post?.post ?? crypto.randomUUID(),
          name: name.trim(),
          place: place.trim(),
          department: of,
          people: Number(people),
        },
      })}
      onDone={onDone}
    />
  );
}

/** The places that are manned while the event lasts. */
export function Posts({ event, acting }: { event: PlannedEventRow; acting: boolean }) {
  const { city, viewer } = useDesk();
  const { t, department } = useWords();
  const places = acting && allows(viewer.may, 'placePost');
  const removes = acting && allows(viewer.may, 'removePost');
  return (
    <section>
      <h3>
        {t('plannedEvents.posts')} <span className="quiet">{event.posts.length}</span>
      </h3>
      <ul>
        {event.posts.map((post) => (
          <li key={post.post} className="held" data-scope>
            <b>{post.name}</b> {post.place} · {department(post.department)} ·{' '}
            {t('plannedEvents.peopleOf', { people: post.people })}
            {(places || removes) && (
              <div className="buttons">
                {places && (
                  <Act action="changePost" text={t('plannedEvents.changePost')}>
                    {(done) => <PostForm event={event} post={post} onDone={done} />}
                  </Act>
                )}
                {removes && (
                  <Act action="removePost" text={t('plannedEvents.removePost')}>
                    {(done) => (
                      <CommandForm
                        document={removePost}
                        fields={[reasonField(t)]}
                        submit={t('plannedEvents.removePost')}
                        revision={event.revision}
                        said={({ reason = '' }) => ({
                          city: city.city.id,
                          event: event.id,
                          post: post.post,
                          reason: reason.trim(),
                        })}
                        onDone={done}
                      />
                    )}
                  </Act>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {places && (
        <div className="buttons">
          <Act action="post" text={t('plannedEvents.placePost')}>
            {(done) => <PostForm event={event} post={null} onDone={done} />}
          </Act>
        </div>
      )}
    </section>
  );
}
